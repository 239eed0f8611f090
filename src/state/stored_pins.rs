//! Which runs are pinned when the page opens: those of its link, or else those that the browser has
//! stored. A link takes nothing away: while its runs replace a person's own, those stay stored as they are,
//! and what is done to the link's runs is stored for the tab.

use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::scenario::{Link, StoredRun, StoredRuns, parse_json, tidy_name};
use serde_json::{Value as Json, json};

/// Where the browser stores the pinned runs.
pub const KEY: &str = "districtwide.runs";
/// Where it stores a text that could not be read, so that nothing is lost.
pub const UNREADABLE_KEY: &str = "districtwide.runs.unread";
/// Where it stores, for the tab, [`LinkedRuns`].
pub const LINKED_KEY: &str = "districtwide.runs.linked";
/// What a person reads when a link's runs replace their own.
const REPLACED: &str = to_phrase(
    "These runs came with the link. Your own are kept; what you change here lasts until you close this tab.",
);
/// What a person reads when the browser does not store their runs.
const NOT_STORED: &str = to_phrase(
    "This browser does not let the page store pinned runs: they last until you close it.",
);

/// The runs that are pinned when the page opens.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedPins {
    /// The runs.
    pub runs: StoredRuns,
    /// What a person should know about them; empty if nothing.
    pub notice: String,
    /// The runs of a link that have come into this tab, to be stored in it.
    pub linked: Option<LinkedRuns>,
    /// A text to store under [`KEY`] now.
    pub to_store: Option<String>,
}

/// The runs of a link that came into a tab. A page that is loaded again must not take them from its address
/// once more: what has been done to them would come undone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LinkedRuns {
    /// The runs as they were in the link.
    in_link: StoredRuns,
    /// What has become of them, if they replace a person's own, which stay stored; otherwise they have become a
    /// person's own.
    in_place_of_own: Option<StoredRuns>,
}

impl LinkedRuns {
    /// Serializes them.
    pub fn to_text(&self) -> String {
        let runs = self.in_place_of_own.as_ref().map(StoredRuns::to_text);
        json!({ "link": self.in_link.to_text(), "runs": runs }).to_string()
    }

    /// Parses them; none of a text that cannot be read.
    fn from_text(text: &str) -> Option<Self> {
        let read = |json: &Json| StoredRuns::from_text(json.as_str()?).ok();
        let kept = parse_json(text).ok()?.json;
        Some(Self { in_link: read(&kept["link"])?, in_place_of_own: read(&kept["runs"]) })
    }

    /// Whether they replace a person's own.
    pub fn replace_own(&self) -> bool {
        self.in_place_of_own.is_some()
    }

    /// The same link with its runs as they are now.
    pub fn changed(&self, runs: StoredRuns) -> Self {
        Self { in_place_of_own: Some(runs), ..self.clone() }
    }

    /// The same link after a person has gone back to their own runs.
    pub fn put_away(&self) -> Self {
        Self { in_place_of_own: None, ..self.clone() }
    }
}

/// What the browser has stored, each if there is any.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stored<'a> {
    /// Under [`KEY`].
    pub own: Option<&'a str>,
    /// For the tab, under [`LINKED_KEY`].
    pub linked: Option<&'a str>,
}

/// Chooses between the runs of the link and the stored ones. `back_up` is called with a text that cannot be
/// read (wholly), to store it under [`UNREADABLE_KEY`]; it returns whether it did.
pub fn choose(
    link: Option<&Link>,
    stored: Stored,
    back_up: impl FnOnce(&str) -> bool,
) -> OpenedPins {
    let own = own(stored.own, back_up);
    let in_link = link.map(runs_of_link).unwrap_or_default();
    let earlier = stored.linked.and_then(LinkedRuns::from_text);
    // Those of this link, or of one whose address has been changed since by moving on.
    let known = earlier.filter(|known| in_link.runs.is_empty() || known.in_link == in_link);
    if let Some(known) = known {
        return match known.in_place_of_own.clone() {
            Some(runs) => in_place_of_own(runs, known),
            None => OpenedPins { linked: Some(known), ..own },
        };
    }
    if in_link.runs.is_empty() || in_link == own.runs {
        return own;
    }
    if own.runs.runs.is_empty() {
        let to_store = Some(in_link.to_text());
        let linked = Some(LinkedRuns { in_link: in_link.clone(), in_place_of_own: None });
        return OpenedPins { runs: in_link, linked, to_store, ..own };
    }
    let linked = LinkedRuns { in_link: in_link.clone(), in_place_of_own: Some(in_link.clone()) };
    in_place_of_own(in_link, linked)
}

fn in_place_of_own(runs: StoredRuns, linked: LinkedRuns) -> OpenedPins {
    let notice = phrase(REPLACED).to_owned();
    OpenedPins { runs, notice, linked: Some(linked), to_store: None }
}

/// A person's own runs: those of the stored text. `back_up` as in [`choose`].
pub fn own(stored: Option<&str>, back_up: impl FnOnce(&str) -> bool) -> OpenedPins {
    let (runs, notice) = match stored.map(|text| (StoredRuns::from_text(text), text)) {
        None => (StoredRuns::default(), String::new()),
        Some((Ok(runs), _)) => (runs, String::new()),
        Some((Err((runs, why)), text)) => {
            let notice = match back_up(text) {
                true => phrase!("{why} The browser keeps the stored text.", why),
                false => why,
            };
            (runs, notice)
        }
    };
    OpenedPins { runs, notice, linked: None, to_store: None }
}

/// What a person reads after a change, when the browser has stored the runs or has not.
pub fn notice_after_storing(is_stored: bool) -> &'static str {
    if is_stored { "" } else { phrase(NOT_STORED) }
}

fn runs_of_link(link: &Link) -> StoredRuns {
    let run = |(color, (name, scenario)): (usize, &(String, _))| StoredRun {
        name: tidy_name(name),
        color,
        scenario: *scenario,
        version: link.shown.version,
    };
    StoredRuns { runs: link.runs.iter().enumerate().map(run).collect(), baseline: link.baseline }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{ModelVersion, Preset};

    const DAMAGED: &str = "{";

    fn link() -> Link {
        Link::read("v2&baseline=2&run=Slow++down&preset=chicago&run=B&preset=small_wealthy")
            .unwrap()
    }

    fn own_text() -> String {
        let run = StoredRun {
            name: "Mine".to_owned(),
            color: 3,
            scenario: Preset::Chicago.into(),
            version: ModelVersion::CURRENT,
        };
        StoredRuns { runs: vec![run], baseline: 0 }.to_text()
    }

    fn never(_: &str) -> bool {
        panic!("nothing is to be backed up")
    }

    /// What the browser has stored of a person's own runs.
    fn own_is(text: &str) -> Stored<'_> {
        Stored { own: Some(text), linked: None }
    }

    /// Opens the page again in the same tab.
    fn reopen(before: &OpenedPins, link: Option<&Link>, own: Option<&str>) -> OpenedPins {
        let linked = before.linked.as_ref().map(LinkedRuns::to_text);
        choose(link, Stored { own, linked: linked.as_deref() }, never)
    }

    fn replaces_own(opened: &OpenedPins) -> bool {
        opened.linked.as_ref().is_some_and(LinkedRuns::replace_own)
    }

    #[test]
    fn without_a_links_runs_the_stored_ones_are_pinned() {
        let opened = choose(None, own_is(&own_text()), never);
        assert_eq!(opened.runs.to_text(), own_text());
        assert_eq!((opened.notice.as_str(), &opened.linked, &opened.to_store), ("", &None, &None));
        let plain = Link::read("v2&preset=chicago").unwrap();
        assert_eq!(choose(Some(&plain), own_is(&own_text()), never), opened);
        assert_eq!(choose(None, Stored::default(), never).runs, StoredRuns::default());
    }

    #[test]
    fn a_links_runs_are_stored_where_a_person_has_none() {
        let opened = choose(Some(&link()), Stored::default(), never);
        assert_eq!((opened.runs.baseline, replaces_own(&opened)), (1, false));
        let [slow, b] = &opened.runs.runs[..] else { panic!("two runs") };
        assert_eq!((slow.name.as_str(), slow.color, b.color), ("Slow down", 0, 1));
        assert_eq!(opened.to_store, Some(opened.runs.to_text()));
        assert_eq!(opened.notice, "");
    }

    #[test]
    fn what_is_done_to_runs_of_a_link_that_became_own_survives_a_reload() {
        let opened = choose(Some(&link()), Stored::default(), never);
        let mut changed = opened.runs.clone();
        changed.runs.remove(0);
        changed.runs[0].name = "Renamed".to_owned();
        changed.baseline = 0;
        let again = reopen(&opened, Some(&link()), Some(&changed.to_text()));
        assert_eq!((&again.runs, replaces_own(&again)), (&changed, false));
    }

    #[test]
    fn a_links_runs_replace_a_persons_own_which_stay_stored() {
        let opened = choose(Some(&link()), own_is(&own_text()), never);
        assert_eq!((opened.runs.runs.len(), replaces_own(&opened)), (2, true));
        assert_eq!(opened.to_store, None);
        assert!(opened.notice.contains("Your own are kept"), "{}", opened.notice);
    }

    #[test]
    fn what_is_done_to_runs_in_place_of_own_survives_a_reload_and_a_moved_slider() {
        let mut opened = choose(Some(&link()), own_is(&own_text()), never);
        opened.runs.runs[1].name = "Renamed".to_owned();
        opened.linked = opened.linked.map(|linked| linked.changed(opened.runs.clone()));
        let moved = Link::read("v2&preset=chicago&fast_slow=0.9").unwrap();
        for link in [Some(link()), Some(moved), None] {
            let again = reopen(&opened, link.as_ref(), Some(&own_text()));
            assert_eq!((&again.runs, replaces_own(&again)), (&opened.runs, true));
        }
        let other = Link::read("v2&run=Other").unwrap();
        assert_eq!(reopen(&opened, Some(&other), Some(&own_text())).runs.runs[0].name, "Other");
    }

    #[test]
    fn who_has_gone_back_to_their_own_runs_has_them_after_a_reload_too() {
        let mut opened = choose(Some(&link()), own_is(&own_text()), never);
        opened.linked = opened.linked.map(|linked| linked.put_away());
        let again = reopen(&opened, Some(&link()), Some(&own_text()));
        assert_eq!((again.runs.to_text(), again.notice.as_str()), (own_text(), ""));
    }

    #[test]
    fn a_link_with_a_persons_own_runs_replaces_nothing() {
        let stored = choose(Some(&link()), Stored::default(), never).to_store.unwrap();
        let opened = choose(Some(&link()), own_is(&stored), never);
        assert_eq!((replaces_own(&opened), opened.notice.as_str()), (false, ""));
    }

    #[test]
    fn a_text_that_cannot_be_read_is_backed_up_and_a_person_knows() {
        let mut saved = String::new();
        let back_up = |text: &str| {
            text.clone_into(&mut saved);
            true
        };
        let opened = choose(None, own_is(DAMAGED), back_up);
        assert!(opened.notice.ends_with("could not be read. The browser keeps the stored text."));
        assert_eq!(saved, DAMAGED);
        let opened = choose(None, own_is(DAMAGED), |_| false);
        assert!(opened.notice.ends_with("could not be read."), "{}", opened.notice);
    }

    #[test]
    fn a_damaged_text_is_backed_up_before_a_links_runs_are_stored_over_it() {
        let mut is_backed_up = false;
        let opened = choose(Some(&link()), own_is(DAMAGED), |_| {
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
