//! Which runs are pinned when the page opens: those of its link, or else those that the browser has
//! stored. A link takes nothing away: while its runs replace a person's own, those stay stored as they are.

use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::scenario::{Link, StoredRun, StoredRuns, tidy_name};

/// Where the browser stores the pinned runs.
pub const KEY: &str = "districtwide.runs";
/// Where it stores a text that could not be read, so that nothing is lost.
pub const UNREADABLE_KEY: &str = "districtwide.runs.unread";
/// What a person reads when a link's runs replace their own.
const REPLACED: &str =
    to_phrase("The link brought these runs. Your own are kept, and what you change here is not.");
/// What a person reads when the browser does not store their runs.
const NOT_STORED: &str =
    to_phrase("This browser does not let the page keep pinned runs: they last until you close it.");

/// The runs that are pinned when the page opens.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedPins {
    /// The runs.
    pub runs: StoredRuns,
    /// What a person should know about them; empty if nothing.
    pub notice: String,
    /// Whether they replace a person's own, which stay stored: then no change may be stored.
    pub in_place_of_own: bool,
    /// A text to store under [`KEY`] now.
    pub to_store: Option<String>,
}

/// Chooses between the runs of the link and the stored text, each if there is one. `back_up` is called with
/// a text that cannot be read (wholly), to store it under [`UNREADABLE_KEY`]; it returns whether it did.
pub fn choose(
    link: Option<&Link>,
    stored: Option<&str>,
    back_up: impl FnOnce(&str) -> bool,
) -> OpenedPins {
    let own = own(stored, back_up);
    let linked = link.map(runs_of_link).unwrap_or_default();
    if linked.runs.is_empty() || linked == own.runs {
        return own;
    }
    if own.runs.runs.is_empty() {
        let to_store = Some(linked.to_text());
        return OpenedPins { runs: linked, to_store, ..own };
    }
    let notice = phrase(REPLACED).to_owned();
    OpenedPins { runs: linked, notice, in_place_of_own: true, to_store: None }
}

/// A person's own runs: those of the stored text. `back_up` as in [`choose`].
pub fn own(stored: Option<&str>, back_up: impl FnOnce(&str) -> bool) -> OpenedPins {
    let (runs, notice) = match stored.map(|text| (StoredRuns::from_text(text), text)) {
        None => (StoredRuns::default(), String::new()),
        Some((Ok(runs), _)) => (runs, String::new()),
        Some((Err((runs, why)), text)) => {
            let notice = match back_up(text) {
                true => phrase!("{why} The browser keeps their text.", why),
                false => why,
            };
            (runs, notice)
        }
    };
    OpenedPins { runs, notice, in_place_of_own: false, to_store: None }
}

/// What a person reads after a change, when the browser has stored the runs or has not.
pub fn notice_after_storing(is_stored: bool) -> &'static str {
    if is_stored { "" } else { phrase(NOT_STORED) }
}

fn runs_of_link(link: &Link) -> StoredRuns {
    let run = |(colour, (name, scenario)): (usize, &(String, _))| StoredRun {
        name: tidy_name(name),
        colour,
        scenario: *scenario,
    };
    StoredRuns { runs: link.runs.iter().enumerate().map(run).collect(), baseline: link.baseline }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    const DAMAGED: &str = "{";

    fn link() -> Link {
        Link::read("v1&baseline=2&run=Slow++down&preset=chicago&run=B&preset=small_wealthy")
            .unwrap()
    }

    fn own_text() -> String {
        let run =
            StoredRun { name: "Mine".to_owned(), colour: 3, scenario: Preset::Chicago.into() };
        StoredRuns { runs: vec![run], baseline: 0 }.to_text()
    }

    fn never(_: &str) -> bool {
        panic!("nothing is to be backed up")
    }

    #[test]
    fn without_a_links_runs_the_stored_ones_are_pinned() {
        let opened = choose(None, Some(&own_text()), never);
        assert_eq!(opened.runs.to_text(), own_text());
        assert_eq!(
            (opened.notice.as_str(), opened.in_place_of_own, &opened.to_store),
            ("", false, &None)
        );
        let plain = Link::read("v1&preset=chicago").unwrap();
        assert_eq!(choose(Some(&plain), Some(&own_text()), never), opened);
        assert_eq!(choose(None, None, never).runs, StoredRuns::default());
    }

    #[test]
    fn a_links_runs_are_stored_where_a_person_has_none() {
        let opened = choose(Some(&link()), None, never);
        assert_eq!((opened.runs.baseline, opened.in_place_of_own), (1, false));
        let [slow, b] = &opened.runs.runs[..] else { panic!("two runs") };
        assert_eq!((slow.name.as_str(), slow.colour, b.colour), ("Slow down", 0, 1));
        assert_eq!(opened.to_store, Some(opened.runs.to_text()));
        assert_eq!(opened.notice, "");
    }

    #[test]
    fn a_links_runs_replace_a_persons_own_which_stay_stored() {
        let opened = choose(Some(&link()), Some(&own_text()), never);
        assert_eq!((opened.runs.runs.len(), opened.in_place_of_own), (2, true));
        assert_eq!(opened.to_store, None);
        assert!(opened.notice.contains("Your own are kept"), "{}", opened.notice);
    }

    #[test]
    fn a_link_with_a_persons_own_runs_replaces_nothing() {
        let stored = choose(Some(&link()), None, never).to_store.unwrap();
        let opened = choose(Some(&link()), Some(&stored), never);
        assert_eq!((opened.in_place_of_own, opened.notice.as_str()), (false, ""));
    }

    #[test]
    fn a_text_that_cannot_be_read_is_backed_up_and_a_person_knows() {
        let mut saved = String::new();
        let back_up = |text: &str| {
            text.clone_into(&mut saved);
            true
        };
        let opened = choose(None, Some(DAMAGED), back_up);
        assert!(opened.notice.ends_with("could not be read. The browser keeps their text."));
        assert_eq!(saved, DAMAGED);
        let opened = choose(None, Some(DAMAGED), |_| false);
        assert!(opened.notice.ends_with("could not be read."), "{}", opened.notice);
    }

    #[test]
    fn a_damaged_text_is_backed_up_before_a_links_runs_are_stored_over_it() {
        let mut is_backed_up = false;
        let opened = choose(Some(&link()), Some(DAMAGED), |_| {
            is_backed_up = true;
            true
        });
        assert!(is_backed_up && opened.to_store.is_some());
        assert!(opened.notice.contains("damaged"), "{}", opened.notice);
    }

    #[test]
    fn a_person_knows_when_their_runs_are_not_stored() {
        assert_eq!(notice_after_storing(true), "");
        assert!(notice_after_storing(false).starts_with("This browser does not let"));
    }
}
