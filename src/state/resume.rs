//! What a page keeps for itself while it is loaded again in another language: besides the scenario, which its
//! address holds, and the pinned runs, which the browser stores.

use super::history::History;
use super::origins::Origins;
use crate::scenario::parse_json;
use serde_json::{Value as Json, json};

/// Where it is stored for the tab, from one page to the next.
pub const KEY: &str = "districtwide.resume";

/// What a page goes on with.
#[derive(Debug, Clone, PartialEq)]
pub struct Resume {
    /// Undo and redo.
    pub history: History,
    /// What was opened, with its name.
    pub origins: Origins,
    /// The sections that are open, by their place among all.
    pub open: Vec<usize>,
}

impl Resume {
    /// Serializes it.
    pub fn to_text(&self) -> String {
        let Self { history, origins, open } = self;
        json!({ "history": history.to_json(), "origins": origins.to_json(), "open": open })
            .to_string()
    }

    /// Parses it; none of a text that cannot be read.
    pub fn from_text(text: &str) -> Option<Self> {
        let kept = parse_json(text).ok()?.json;
        let place = |place: &Json| place.as_u64().and_then(|place| usize::try_from(place).ok());
        Some(Self {
            history: History::from_json(&kept["history"])?,
            origins: Origins::from_json(&kept["origins"])?,
            open: kept["open"].as_array()?.iter().filter_map(place).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Preset, Scenario};

    #[test]
    fn a_page_goes_on_where_it_was() {
        let (chicago, wealthy) = (Scenario::from(Preset::Chicago), Preset::SmallWealthy.into());
        let mut history = History::new(chicago);
        history.settle(wealthy);
        history.settle(Scenario::default());
        history.undo(Scenario::default());
        let mut origins = Origins::new(chicago);
        origins.open(wealthy, "Board");
        let resume = Resume { history, origins, open: vec![0, 7] };
        assert_eq!(Resume::from_text(&resume.to_text()), Some(resume));
        for damaged in ["", "{", "[]", "{\"history\": 1}"] {
            assert_eq!(Resume::from_text(damaged), None, "{damaged}");
        }
    }
}
