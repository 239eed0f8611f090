//! Plain links: as this version of the page writes them, read without the code for anything else.
//!
//! What is refused here may still be a link: [`super::tidy_link`] says what it means, or what is wrong with it.
//! What is read here, it reads the same.

use super::link::{
    BASELINE, LANGUAGE, LINK_KEYS, LUCK_VIEW, MEDIANS, MONTH, PRESET, RUN, VIEW, is_language_tag,
    view_named,
};
use super::{DisplayState, ModelVersion, Preset, Scenario, Settings, parameter};

impl DisplayState {
    /// Parses what the page displays when a plain link is opened; `None` of any other link. The rest of the
    /// link is ignored, but plain too.
    pub fn read_plain(link: &str) -> Option<Self> {
        let mut pieces = link.split('&');
        let number = pieces.next()?.strip_prefix('v')?;
        if number != ModelVersion::CURRENT.number().to_string() {
            return None;
        }
        let mut settings = Settings::starting_from(None);
        let (mut language, mut view, mut month) = (None, None, None);
        let mut seen = Vec::new();
        let mut is_of_run = false;
        for piece in pieces {
            let (name, text) = piece.split_once('=')?;
            is_of_run |= name == RUN;
            if !is_plain(name, text) {
                return None;
            }
            match name {
                // Of other scenarios.
                _ if is_of_run => {}
                MEDIANS | BASELINE => {}
                LANGUAGE => language = Some(text.to_owned()),
                VIEW if view_named(text).is_some() => view = view_named(text),
                MONTH => month = Some(text.parse().ok()?),
                _ if seen.contains(&name) => return None,
                // The settings that follow are changes of it.
                PRESET if seen.is_empty() => {
                    seen.push(name);
                    settings = Settings::starting_from(Some(Preset::from_key(text)?));
                }
                _ => {
                    seen.push(name);
                    let parameter = parameter(name)?;
                    (parameter.set)(&mut settings, parameter.parse(text).ok()?)?;
                }
            }
        }
        let scenario = Scenario::new(settings).ok()?;
        Some(Self { language, view: view.unwrap_or(LUCK_VIEW), month, ..scenario.into() })
    }
}

/// Whether a link holds more than a scenario and a view, of the version of the model that its first piece names.
pub fn holds_more_than_scenario(link: &str) -> bool {
    let mut names = link.split('&').map(|piece| piece.split('=').next().unwrap_or_default());
    names.any(|name| LINK_KEYS.contains(&name) && ![PRESET, VIEW].contains(&name))
}

/// Whether a pair is written as the page writes it.
fn is_plain(name: &str, text: &str) -> bool {
    let is_sign = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit();
    match name {
        // Anything but the signs that have a meaning in a link is encoded.
        RUN => text.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"*-._+%".contains(&sign)),
        LANGUAGE => is_language_tag(text),
        _ => {
            (LINK_KEYS.contains(&name) || parameter(name).is_some())
                && text.bytes().all(|sign| is_sign(sign) || b"-._,".contains(&sign))
                // What stands at the end may belong to the sentence around the link.
                && !text.ends_with(['.', ','])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Link, tidy_link};

    /// What only the names of a run and a language may have, and what is no plain link although its value is
    /// allowed.
    const NOT_PLAIN: [&str; 24] = [
        "",
        "v1",
        "v1&preset=chicago",
        "v3&preset=chicago",
        "v02",
        "v+2",
        "V2",
        "#v2",
        "v2&",
        "v2&&preset=chicago",
        "v2&preset=chicago.",
        "v2&fast_slow=0.4,",
        "v2&fast_slow=+0.4",
        "v2&coaching_budget=1e+3",
        "v2&fast_slow= 0.4",
        "v2&Fast_slow=0.4",
        "v2&amp;fast_slow=0.4",
        "v2&fast_slow=0%2e4",
        "v2&fast_slow=0.4&preset=chicago",
        "v2&view=Stages",
        "v2&month=-1",
        "v2&tilt=0.1&tilt=0.1",
        "v2&preset=chicago&run=A#v2",
        "v2&preset=chicago&run=A&fast_slow=0.4.",
    ];

    #[test]
    fn what_the_page_writes_is_plain_and_read_the_same_as_any_link() {
        for link in [
            "v2",
            "v2&preset=chicago",
            "v2&preset=chicago&fast_slow=-0.4&public_launch=yes&start_mix=0.5,0.25,0.25",
            "v2&preset=chicago&lang=pt-BR&view=stages&month=30&said=never,112.5,98&baseline=2\
             &run=A+%26+B+%3D+%3Cc%3E&preset=chicago&fast_slow=0.5&run=Slow.",
        ] {
            let shown = DisplayState::read_plain(link).unwrap_or_else(|| panic!("{link}"));
            assert_eq!(DisplayState::read(link), Ok(shown.clone()), "{link}");
            assert_eq!(Link::read(link).unwrap().shown, shown, "{link}");
            assert_eq!(Link::read(link).unwrap().to_text(), link);
        }
    }

    #[test]
    fn every_other_link_is_left_to_those_who_know_what_people_make_of_links() {
        for link in NOT_PLAIN {
            assert_eq!(DisplayState::read_plain(link), None, "{link}");
        }
        for problem in ["fast_slow=9", "fast_slow=x", "start_mix=1,1,1", "nope=1", "preset=paris"] {
            assert_eq!(DisplayState::read_plain(&format!("v2&{problem}")), None, "{problem}");
        }
    }

    #[test]
    fn once_tidied_a_link_of_this_version_is_plain() {
        for link in ["V2&PRESET=Chicago&view=stages.", "?preset=chicago&month=3", "v2%26tilt%3D0.5"]
        {
            let (shown, tidied) = tidy_link(link).unwrap();
            assert_eq!(DisplayState::read_plain(&tidied), Some(shown), "{tidied}");
        }
    }

    #[test]
    fn a_link_holds_more_if_it_has_a_month_a_language_results_or_runs() {
        assert!(!holds_more_than_scenario("v2&preset=chicago&fast_slow=0.4"));
        assert!(!holds_more_than_scenario("v2&preset=chicago&view=bands"));
        for more in ["month=30", "run=A", "said=1,2,3", "lang=es", "baseline=2"] {
            assert!(holds_more_than_scenario(&format!("v2&preset=chicago&{more}")), "{more}");
        }
    }
}
