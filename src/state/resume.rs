//! What a page keeps for itself while it is loaded again, in another language or after a mistake: besides the scenario, which its
//! address holds, and the pinned runs, which the browser stores.

use super::history::History;
use super::origins::Origins;
use crate::scenario::{Scenario, parse_json};
use serde_json::{Value as Json, json};

/// Where it is stored for the tab, from one page to the next.
pub const KEY: &str = "districtwide.resume";
/// Where it is stored for the tab after each change, in case the page stops by mistake: public/starting.js hands
/// it to the next page.
pub const SETTLED_KEY: &str = "districtwide.settled";

/// What a page goes on with.
#[derive(Debug, Clone, PartialEq)]
pub struct Resume {
    /// Undo and redo.
    pub history: History,
    /// What was opened, with its name.
    pub origins: Origins,
    /// The ids of the sections that are open, in the order of the page.
    pub open: Vec<String>,
}

/// Serializes scenarios as their links.
pub(super) fn to_links(scenarios: &[Scenario]) -> Vec<String> {
    scenarios.iter().map(Scenario::to_link).collect()
}

/// The scenario of a link; none if it cannot be read.
pub(super) fn scenario_of(link: &Json) -> Option<Scenario> {
    Scenario::from_kept_link(link.as_str()?)
}

impl Resume {
    /// Serializes it.
    pub fn to_text(&self) -> String {
        let Self { history, origins, open } = self;
        json!({ "history": history.to_json(), "origins": origins.to_json(), "open": open })
            .to_string()
    }

    /// Parses it; none of a text that cannot be read, or that a page with another scenario has left behind.
    pub fn from_text(text: &str, shown: &Scenario) -> Option<Self> {
        let kept = parse_json(text).ok()?.json;
        let id = |id: &Json| id.as_str().map(str::to_owned);
        let history = History::from_json(&kept["history"])?;
        (history.current() == *shown).then_some(Self {
            history,
            origins: Origins::from_json(&kept["origins"])?,
            open: kept["open"].as_array()?.iter().filter_map(id).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    #[test]
    fn a_page_goes_on_where_it_was() {
        let [chicago, wealthy] = [Preset::Chicago, Preset::SmallWealthy].map(Scenario::from);
        let mut history = History::new(chicago);
        history.settle(wealthy);
        history.settle(Scenario::default());
        history.undo(Scenario::default());
        let mut origins = Origins::new(chicago);
        origins.open(wealthy, "Board");
        let open = vec!["advanced".to_owned(), "section-costs".to_owned()];
        let resume = Resume { history, origins, open };
        assert_eq!(Resume::from_text(&resume.to_text(), &wealthy), Some(resume.clone()));
        assert_eq!(Resume::from_text(&resume.to_text(), &chicago), None);
        for damaged in ["", "{", "[]", "{\"history\": 1}"] {
            assert_eq!(Resume::from_text(damaged, &wealthy), None, "{damaged}");
        }
    }
}
