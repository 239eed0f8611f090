//! The scenario in the address bar: what the page opens on, and what happens to the address after a
//! change.

use crate::phrase;
use crate::scenario::{
    DisplayState, Preset, Scenario, holds_more_than_scenario, is_link_in_query, query_of_others,
};

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

/// The link of an address, from the browser's `location.hash` and `location.search`: what is behind `#`, else
/// the settings behind `?`; empty if there is neither.
pub fn link_of<'a>(hash: &'a str, query: &'a str) -> &'a str {
    match hash.strip_prefix('#').unwrap_or(hash) {
        "" if is_link_in_query(query) => query,
        fragment => fragment,
    }
}

/// The address relative to the page with this link. Settings in its query have become the link; what others
/// put into the query stays.
pub fn with_link(query: &str, link: &str) -> String {
    match is_link_in_query(query) {
        // An address without a query would keep the one that is there.
        true => match query_of_others(query) {
            others if others.is_empty() => format!("?#{link}"),
            others => format!("{others}#{link}"),
        },
        false => format!("#{link}"),
    }
}

/// What the page opens on with this link, and a sentence if it is broken.
pub fn opening(link: &str) -> (DisplayState, Option<String>) {
    let opening = || DisplayState::from(Scenario::from(OPENING));
    if link.is_empty() {
        return (opening(), None);
    }
    match DisplayState::read(link) {
        Ok(shown) => (shown, None),
        Err(problems) => {
            let notice = phrase!(
                "The link could not be opened, so the page shows {shown}. {problems}",
                shown = OPENING.label(),
                problems,
            );
            (opening(), Some(notice))
        }
    }
}

/// What to show after back, forward, or a link typed into the address bar.
///
/// # Errors
/// As [`of_link`].
pub fn after_navigation(fragment: &str) -> Result<DisplayState, String> {
    if fragment.is_empty() { Ok(Scenario::from(OPENING).into()) } else { of_link(fragment) }
}

/// What a link shows on a page that is open already.
///
/// # Errors
/// A sentence on what is wrong with it; then nothing changes.
pub fn of_link(link: &str) -> Result<DisplayState, String> {
    DisplayState::read(link).map_err(|problems| {
        phrase!(
            "The link could not be opened, so the page keeps the current scenario. {problems}",
            problems,
        )
    })
}

/// What is to be done with the address once this scenario has been shown for [`SETTLED_MS`]. A scenario
/// that the address does not hold yet is a step of the history. An empty address, or one that only holds
/// the same in another form, is replaced; a broken link (`has_notice`) stays, so that it can be corrected,
/// until something is changed, and one that holds more than the scenario stays until then too. A page that
/// is part of another one makes no steps: the history is of the page around it too.
pub fn after_change(
    fragment: &str,
    scenario: &Scenario,
    has_notice: bool,
    is_embedded: bool,
) -> AddressChange {
    if has_notice || fragment == scenario.to_link() {
        return AddressChange::Leave;
    }
    let is_the_same = Scenario::from_link(fragment).is_ok_and(|held| held == *scenario);
    if is_the_same && holds_more_than_scenario(fragment) {
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

    fn change(fragment: &str) -> AddressChange {
        after_change(fragment, &chicago(), false, false)
    }

    #[test]
    fn without_a_link_the_page_opens_on_chicago() {
        assert_eq!(opening(""), (chicago().into(), None));
        assert_eq!(after_navigation(""), Ok(chicago().into()));
    }

    #[test]
    fn a_link_is_shown_as_it_says() {
        let (shown, notice) = opening("v2&preset=small_wealthy&view=stages&month=3");
        assert_eq!((shown.view.as_deref(), shown.month, notice), (Some("stages"), Some(3), None));
        let link = shown.scenario.to_link();
        assert_eq!(after_navigation(&link), Ok(shown.scenario.into()));
        assert_eq!(of_link(&format!("https://example.org/#{link}")), Ok(shown.scenario.into()));
    }

    #[test]
    fn a_broken_link_is_named_with_what_is_shown_instead() {
        let (shown, notice) = opening(BROKEN);
        assert_eq!(shown, chicago().into());
        let label = OPENING.label();
        assert!(notice.unwrap().contains(&format!("the page shows {label}. ")));
        let why = after_navigation(BROKEN).unwrap_err();
        assert!(why.contains("keeps the current scenario. ") && why.contains("atlantis"), "{why}");
        assert!(of_link("").is_err());
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
        let same = Scenario::from_link("v2&preset=chicago&seed=1").unwrap();
        assert_eq!(after_change("v2&preset=chicago&seed=1", &same, false, false), Replace);
    }

    #[test]
    fn a_link_that_holds_more_stays_until_something_is_changed() {
        for more in ["view=stages", "month=30", "run=A", "said=1,2,3", "lang=es"] {
            assert_eq!(change(&format!("v2&preset=chicago&{more}")), Leave, "{more}");
        }
    }

    #[test]
    fn a_broken_link_stays_while_its_notice_stands_and_is_a_step_afterwards() {
        assert_eq!(after_change(BROKEN, &chicago(), true, false), Leave);
        assert_eq!(change(BROKEN), Push);
    }

    #[test]
    fn an_embedded_page_makes_no_steps() {
        let embedded = |fragment| after_change(fragment, &chicago(), false, true);
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
        let (shown, notice) = opening(query);
        assert_eq!((shown.scenario.preset, notice), (Some(Preset::BaltimoreCounty), None));
        assert_eq!(after_change(query, &shown.scenario, false, false), Replace);
    }

    #[test]
    fn a_link_of_an_earlier_version_stays_until_something_is_changed() {
        assert_eq!(change("v1&preset=chicago"), Leave);
        assert_eq!(change("v1&preset=small_wealthy"), Push);
    }
}
