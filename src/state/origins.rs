//! What a person has opened as a whole (a named district, a link, a file, a pinned run), and the scenarios that
//! have come from it since: so a name names only what it was given to, and a reset goes back to what was opened.

use super::resume::{scenario_of, to_links};
use crate::scenario::Scenario;
use serde_json::{Value as Json, json};

/// What was opened, and what has come from it.
#[derive(Debug, Clone, PartialEq)]
struct Origin {
    /// The scenario that was opened.
    opened: Scenario,
    /// Its name; empty if it has none.
    name: String,
    /// What has come from it by changing settings.
    since: Vec<Scenario>,
}

/// Everything that was opened, the last one shown at the end; never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Origins(Vec<Origin>);

/// The most that is remembered: beyond, the oldest are forgotten.
const MAX_ORIGINS: usize = 50;

impl Origins {
    /// A page that opens on this scenario.
    pub fn new(opened: Scenario) -> Self {
        Self(vec![Origin { opened, name: String::new(), since: Vec::new() }])
    }

    /// Something was opened, with its name or an empty one.
    pub fn open(&mut self, opened: Scenario, name: &str) {
        self.0.push(Origin { opened, name: name.to_owned(), since: Vec::new() });
        let too_many = self.0.len().saturating_sub(MAX_ORIGINS);
        self.0.drain(..too_many);
    }

    /// A change of settings has come to rest.
    pub fn settle(&mut self, scenario: Scenario) {
        let origin = self.current_mut();
        if origin.opened != scenario && !origin.since.contains(&scenario) {
            origin.since.push(scenario);
        }
    }

    /// A scenario is shown again, by undo or by the browser's back button, or a link was typed: what it came
    /// from is the origin again. One that nobody has seen here is its own origin.
    pub fn go_to(&mut self, scenario: Scenario) {
        let held = |origin: &Origin| origin.opened == scenario || origin.since.contains(&scenario);
        match self.0.iter().rposition(held) {
            Some(place) => {
                let origin = self.0.remove(place);
                self.0.push(origin);
            }
            None => self.open(scenario, ""),
        }
    }

    /// Gives what is shown another name.
    pub fn rename(&mut self, name: &str) {
        name.clone_into(&mut self.current_mut().name);
    }

    /// What was opened.
    pub fn opened(&self) -> Scenario {
        self.current().opened
    }

    /// Its name; empty if it has none.
    pub fn name(&self) -> &str {
        &self.current().name
    }

    /// Serializes them.
    pub fn to_json(&self) -> Json {
        let origin = |origin: &Origin| {
            let Origin { opened, name, since } = origin;
            json!({ "opened": opened.to_link(), "name": name, "since": to_links(since) })
        };
        self.0.iter().map(origin).collect()
    }

    /// Parses them; none if they cannot be read.
    pub fn from_json(json: &Json) -> Option<Self> {
        let origin = |origin: &Json| {
            Some(Origin {
                opened: scenario_of(&origin["opened"])?,
                name: origin["name"].as_str()?.to_owned(),
                since: origin["since"].as_array()?.iter().filter_map(scenario_of).collect(),
            })
        };
        let origins: Vec<Origin> = json.as_array()?.iter().filter_map(origin).collect();
        (!origins.is_empty()).then_some(Self(origins))
    }

    fn current(&self) -> &Origin {
        self.0.last().expect("never empty")
    }

    fn current_mut(&mut self) -> &mut Origin {
        self.0.last_mut().expect("never empty")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::with;

    /// Chicago with this seed.
    fn chicago(seed: u64) -> Scenario {
        with(&Preset::Chicago.into(), |settings| settings.simulation.seed = seed)
    }

    #[test]
    fn a_name_stays_with_what_was_opened_and_what_has_come_from_it() {
        let mut origins = Origins::new(chicago(1));
        origins.open(chicago(2), "Board");
        origins.settle(chicago(3));
        assert_eq!((origins.name(), origins.opened()), ("Board", chicago(2)));
        origins.open(Preset::SmallWealthy.into(), "");
        assert_eq!((origins.name(), origins.opened()), ("", Preset::SmallWealthy.into()));
    }

    #[test]
    fn who_goes_back_before_the_opening_loses_the_name_and_who_goes_forward_has_it_again() {
        let mut origins = Origins::new(chicago(1));
        origins.open(chicago(2), "Board");
        origins.settle(chicago(3));
        for (seed, name) in [(2, "Board"), (1, ""), (3, "Board"), (9, ""), (2, "Board")] {
            origins.go_to(chicago(seed));
            assert_eq!(origins.name(), name, "{seed}");
        }
        origins.rename("Council");
        origins.go_to(chicago(3));
        assert_eq!(origins.name(), "Council");
    }

    #[test]
    fn a_scenario_that_was_not_seen_before_is_its_own_origin() {
        let mut origins = Origins::new(chicago(1));
        origins.go_to(chicago(7));
        assert_eq!(origins.opened(), chicago(7));
    }

    #[test]
    fn they_survive_the_round_trip_and_the_oldest_are_forgotten() {
        let mut origins = Origins::new(chicago(0));
        (1..80).for_each(|seed| origins.open(chicago(seed), "A <b> \"name\""));
        origins.settle(chicago(200));
        assert_eq!(origins.0.len(), MAX_ORIGINS);
        assert_eq!(Origins::from_json(&origins.to_json()), Some(origins));
        assert_eq!(Origins::from_json(&json!([])), None);
        assert_eq!(Origins::from_json(&json!([{ "opened": "v9" }])), None);
    }
}
