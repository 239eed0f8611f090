//! The scenario in the address bar: what the page opens on, and what happens to the address after a
//! change.

use crate::language::to_phrase;
use crate::phrase;
use crate::scenario::{
    DisplayState, Link, ModelVersion, Preset, Scenario, holds_more_than_scenario, is_link_in_query,
    may_hold_settings, query_of_others, tidy_link,
};
use crate::summary::View;

/// Time without a change after which [`after_change`] is due, milliseconds. Browsers refuse pages that
/// write their history at the rate of a slider.
pub const SETTLED_MS: u32 = 300;

/// What the page opens on without a link.
pub const OPENING: Preset = Preset::Chicago;

/// What is to be done with the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressChange {
    /// It stays as it is.
    Leave,
    /// The link replaces it (`replaceState`).
    Replace,
    /// The link is a step of the browser's history (`pushState`).
    Push,
}

/// Why a link could not be read: the code that reads what is not as the page writes it is a part of its own.
pub const NOT_LOADED: &str = to_phrase(
    "A part of the page that is needed to read it could not be loaded. Check the connection and open the link \
     again.",
);

/// A link that has been read.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadLink {
    /// As it was given, in an address or by the page around this one.
    pub given: String,
    /// As the page writes it; empty if there is none.
    pub tidied: String,
    /// What it displays.
    pub shown: DisplayState,
}

impl ReadLink {
    /// What is shown without a link.
    pub fn none(given: &str) -> Self {
        let shown = Scenario::from(OPENING).into();
        Self { given: given.to_owned(), tidied: String::new(), shown }
    }

    /// Reads a link as the page writes it; `None` of any other, which may be read by [`ReadLink::tidying`].
    pub fn at_once(given: &str) -> Option<Self> {
        let shown = DisplayState::read_plain(given)?;
        Some(Self { given: given.to_owned(), tidied: given.to_owned(), shown })
    }

    /// Reads a link as people and mail programs pass it on. Only the part `links` calls it.
    ///
    /// # Errors
    /// A sentence on each thing that is wrong with it.
    pub fn tidying(given: &str) -> Result<Self, String> {
        if given.starts_with('?') && !is_link_in_query(given) {
            return Ok(Self::none(given));
        }
        let (shown, tidied) = tidy_link(given).map_err(|problems| problems.to_string())?;
        Ok(Self { given: given.to_owned(), tidied, shown })
    }

    /// Whether there is more in it than a scenario of the current version of the model.
    fn holds_more(&self) -> bool {
        self.shown.version != ModelVersion::CURRENT || holds_more_than_scenario(&self.tidied)
    }
}

/// The link of an address, from the browser's `location.hash` and `location.search`: what is behind `#`, else
/// a query that may hold settings; empty if there is neither.
pub fn link_of<'a>(hash: &'a str, query: &'a str) -> &'a str {
    match hash.strip_prefix('#').unwrap_or(hash) {
        "" if may_hold_settings(query) => query,
        fragment => fragment,
    }
}

/// The address relative to the page with this link. Settings in its query have become the link; what others
/// put into the query stays.
pub fn with_link(query: &str, link: &str) -> String {
    match query_of_others(query) {
        None => format!("#{link}"),
        // An address without a query would keep the one that is there.
        Some(others) if others.is_empty() => format!("?#{link}"),
        Some(others) => format!("{others}#{link}"),
    }
}

/// What the page says when it opens on a link that cannot be read.
pub fn refused_on_opening(reasons: &str) -> String {
    phrase!(
        "The link could not be opened, so the page shows {shown}. {problems}",
        shown = OPENING.label(),
        problems = reasons,
    )
}

/// What an open page says of a link that cannot be read.
pub fn refused(reasons: &str) -> String {
    phrase!(
        "The link could not be opened, so the page keeps the current scenario. {problems}",
        problems = reasons,
    )
}

/// The link in the address of a page that shows a scenario in this view.
pub fn link_to(scenario: &Scenario, view: View) -> String {
    Link::from(DisplayState { view: view.name(), ..(*scenario).into() }).to_text()
}

/// What is to be done with the address once a scenario has been shown in this view for [`SETTLED_MS`]. A scenario
/// that the address does not hold yet is a step of the history. An empty address, or one that only holds
/// the same in another form (`read`, the last link that was read) or view, is replaced; a broken link (`has_notice`)
/// stays, so that it can be corrected, until something is changed, and one that holds more than the scenario
/// stays until then too. A page that is part of another one makes no steps: the history is of the page around
/// it too.
pub fn after_change(
    fragment: &str,
    read: &ReadLink,
    (scenario, view): (&Scenario, View),
    has_notice: bool,
    is_embedded: bool,
) -> AddressChange {
    if has_notice || fragment == link_to(scenario, view) {
        return AddressChange::Leave;
    }
    let written = DisplayState::read_plain(fragment);
    let held = if read.given == fragment { Some(&read.shown) } else { written.as_ref() };
    let is_the_same = held.is_some_and(|held| held.scenario == *scenario);
    let is_viewed_alike = held.is_some_and(|held| held.view == view.name());
    if is_the_same && is_viewed_alike && read.given == fragment && read.holds_more() {
        AddressChange::Leave
    } else if fragment.is_empty() || is_the_same || is_embedded {
        AddressChange::Replace
    } else {
        AddressChange::Push
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AddressChange::{Leave, Push, Replace};

    const BROKEN: &str = "v2&preset=atlantis";

    fn chicago() -> Scenario {
        OPENING.into()
    }

    /// Reads the link of an address as the page does.
    fn read(given: &str) -> Result<ReadLink, String> {
        if given.is_empty() {
            return Ok(ReadLink::none(given));
        }
        ReadLink::at_once(given).map_or_else(|| ReadLink::tidying(given), Ok)
    }

    fn view_of(read: &ReadLink) -> View {
        View::from_name(read.shown.view).unwrap()
    }

    /// What is shown, and in the address, is the link before; then a person changes the scenario to Chicago.
    fn change(fragment: &str) -> AddressChange {
        let read = read(fragment).unwrap_or_else(|_| ReadLink::none(""));
        after_change(fragment, &read, (&chicago(), view_of(&read)), false, false)
    }

    #[test]
    fn without_a_link_the_page_opens_on_chicago() {
        for nothing in ["", "?utm_x=a%20b%26c"] {
            assert_eq!(read(nothing), Ok(ReadLink::none(nothing)));
        }
        assert_eq!(ReadLink::none("").shown, chicago().into());
    }

    #[test]
    fn a_link_is_shown_as_it_says() {
        let read_link = read("v2&preset=small_wealthy&view=stages&month=3").unwrap();
        let shown = &read_link.shown;
        assert_eq!((shown.view, shown.month), ("stages", Some(3)));
        let link = link_to(&shown.scenario, View::Bands);
        let again = read(&link).unwrap();
        assert_eq!((again.shown, &again.tidied), (shown.scenario.into(), &link));
        let pasted = read(&format!("https://example.org/#{link}")).unwrap();
        assert_eq!((pasted.shown, pasted.tidied), (shown.scenario.into(), link));
    }

    #[test]
    fn only_a_link_as_the_page_writes_it_is_read_at_once() {
        assert!(ReadLink::at_once("v2&preset=chicago&run=A+%26+B").is_some());
        for other in ["v1&preset=chicago", "?preset=chicago", "v2&amp;preset=chicago", BROKEN] {
            assert_eq!(ReadLink::at_once(other), None, "{other}");
        }
    }

    #[test]
    fn a_broken_link_is_named_with_what_is_shown_instead() {
        let why = read(BROKEN).unwrap_err();
        assert!(why.contains("atlantis"), "{why}");
        let label = OPENING.label();
        assert!(refused_on_opening(&why).ends_with(&format!("the page shows {label}. {why}")));
        assert!(refused(&why).ends_with(&format!("keeps the current scenario. {why}")));
        assert!(ReadLink::at_once("").is_none() && ReadLink::tidying("").is_err());
        let newer = read("?v3&preset=chicago").unwrap_err();
        assert!(newer.contains("newer version"), "{newer}");
    }

    #[test]
    fn another_scenario_is_a_step_of_the_history() {
        assert_eq!(change("v2&preset=small_wealthy"), Push);
        assert_eq!(change("v2&preset=chicago&fast_slow=0.5&view=stages"), Push);
        assert_eq!(change("v2&preset=chicago"), Leave);
    }

    #[test]
    fn an_address_that_holds_nothing_or_the_same_in_another_form_is_replaced() {
        assert_eq!(change(""), Replace);
        for same in ["v2&preset=chicago&seed=1", "preset=chicago", "v2&preset=chicago."] {
            let read = read(same).unwrap();
            let shown = (&read.shown.scenario, view_of(&read));
            assert_eq!(after_change(same, &read, shown, false, false), Replace);
        }
    }

    #[test]
    fn another_view_of_what_the_address_holds_replaces_it() {
        for fragment in ["v2&preset=chicago", "v2&preset=chicago&month=30", "v1&preset=chicago"] {
            let read = read(fragment).unwrap();
            let look_at = |view| after_change(fragment, &read, (&chicago(), view), false, false);
            assert_eq!([View::Luck, View::Stages].map(look_at), [Leave, Replace], "{fragment}");
            let none = ReadLink::none("");
            let later = |view| after_change(fragment, &none, (&chicago(), view), false, false);
            let is_plain = fragment.starts_with("v2");
            assert_eq!(later(View::Bands), if is_plain { Replace } else { Push }, "{fragment}");
        }
    }

    #[test]
    fn a_link_opens_in_the_view_in_which_it_was_made() {
        let shown = |link: &str| view_of(&read(link).unwrap());
        // By a page that had no band with unknowns.
        for old in ["v1&preset=chicago", "v2&preset=chicago", "?v2&preset=chicago"] {
            assert_eq!(shown(old), View::Luck, "{old}");
        }
        for view in View::ALL {
            assert_eq!(shown(&link_to(&chicago(), view)), view);
        }
        // By nobody's page.
        for by_hand in ["preset=chicago", "?preset=chicago"] {
            assert_eq!(shown(by_hand), View::Bands, "{by_hand}");
            assert_eq!(shown(&read(by_hand).unwrap().tidied), View::Bands, "{by_hand}");
        }
    }

    #[test]
    fn a_link_that_holds_more_stays_until_something_is_changed() {
        for more in ["month=30", "run=A", "said=1,2,3", "lang=es"] {
            assert_eq!(change(&format!("v2&preset=chicago&{more}")), Leave, "{more}");
        }
    }

    #[test]
    fn a_broken_link_stays_while_its_notice_stands_and_is_a_step_afterwards() {
        assert_eq!(
            after_change(BROKEN, &ReadLink::none(""), (&chicago(), View::Bands), true, false),
            Leave
        );
        assert_eq!(change(BROKEN), Push);
    }

    #[test]
    fn an_embedded_page_makes_no_steps() {
        let none = ReadLink::none("");
        let embedded =
            |fragment| after_change(fragment, &none, (&chicago(), View::Luck), false, true);
        assert_eq!(embedded("v2&preset=small_wealthy"), Replace);
        assert_eq!(embedded("v2&preset=chicago"), Leave);
    }

    #[test]
    fn the_link_of_an_address_is_behind_its_hash_or_else_in_its_query() {
        let links = ["#v2", "v2", "#", ""].map(|hash| link_of(hash, ""));
        assert_eq!(links, ["v2", "v2", "", ""]);
        assert_eq!(link_of("", "?fast_slow=0.4"), "?fast_slow=0.4");
        assert_eq!(link_of("#v2", "?fast_slow=0.4"), "v2");
        assert_eq!(link_of("", "?embed=chart&lang=es"), "");
    }

    #[test]
    fn settings_in_the_query_become_the_link_and_the_rest_of_the_query_stays() {
        assert_eq!(with_link("", "v2"), "#v2");
        assert_eq!(with_link("?embed=chart", "v2"), "#v2");
        assert_eq!(with_link("?preset=chicago", "v2"), "?#v2");
        assert_eq!(with_link("?embed=chart&preset=chicago", "v2"), "?embed=chart#v2");
        let query = "?preset=baltimore_county&fast_slow=0.4";
        let read = read(query).unwrap();
        let scenario = read.shown.scenario;
        assert_eq!(scenario.preset, Some(Preset::BaltimoreCounty));
        assert_eq!(after_change(query, &read, (&scenario, View::Bands), false, false), Replace);
    }

    #[test]
    fn a_link_of_an_earlier_version_stays_until_something_is_changed() {
        assert_eq!(change("v1&preset=chicago"), Leave);
        assert_eq!(change("v1&preset=small_wealthy"), Push);
    }
}
