//! Runs that a person has pinned, as the text that the browser keeps of them.

use super::{LONGEST_NAME, Scenario};
use crate::language::phrase;
use crate::plural;
use serde_json::{Value as Json, json};

/// Runs that can be pinned at the most.
pub const MOST_RUNS: usize = 4;
/// Number of the form of the text.
const VERSION: u64 = 1;

/// A pinned run.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptRun {
    /// The name that a person gave it.
    pub name: String,
    /// The number of its colour, below [`MOST_RUNS`].
    pub colour: usize,
    /// What is run.
    pub scenario: Scenario,
}

/// All pinned runs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeptRuns {
    /// The runs in their order, at most [`MOST_RUNS`].
    pub runs: Vec<KeptRun>,
    /// The place of the run that the others are held against; 0 without runs.
    pub baseline: usize,
}

impl KeptRuns {
    /// As a text.
    pub fn to_text(&self) -> String {
        let run = |run: &KeptRun| {
            let link = run.scenario.to_link();
            json!({ "name": run.name, "colour": run.colour, "link": link })
        };
        let runs: Vec<Json> = self.runs.iter().map(run).collect();
        json!({ "version": VERSION, "baseline": self.baseline, "runs": runs }).to_string()
    }

    /// Reads a text.
    ///
    /// # Errors
    /// What can be read of it all the same, and a sentence on what cannot.
    pub fn from_text(text: &str) -> Result<Self, (Self, String)> {
        let nothing = |why: &str| (Self::default(), why.to_owned());
        let kept: Json = serde_json::from_str(text).map_err(|_| {
            nothing(phrase(
                "The pinned runs that this browser keeps are damaged and could not be read.",
            ))
        })?;
        if kept["version"].as_u64() != Some(VERSION) {
            return Err(nothing(phrase(
                "The pinned runs that this browser keeps are of another version of this page and \
                 could not be read.",
            )));
        }
        let all = kept["runs"].as_array().map(Vec::as_slice).unwrap_or_default();
        let runs: Vec<KeptRun> = all.iter().filter_map(read).take(MOST_RUNS).collect();
        let lost = all.len() - runs.len();
        let baseline = kept["baseline"].as_u64().unwrap_or(0) as usize;
        let baseline = baseline.min(runs.len().saturating_sub(1));
        let read = Self { runs, baseline };
        match lost {
            0 => Ok(read),
            _ => Err((
                read,
                plural!(
                    lost,
                    "One pinned run could not be read.",
                    "{count} pinned runs could not be read."
                ),
            )),
        }
    }
}

/// A run; none if it cannot be read.
fn read(run: &Json) -> Option<KeptRun> {
    Some(KeptRun {
        name: run["name"].as_str()?.chars().take(LONGEST_NAME).collect(),
        colour: (run["colour"].as_u64()? as usize) % MOST_RUNS,
        scenario: Scenario::from_link(run["link"].as_str()?).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    fn kept() -> KeptRuns {
        let run = |name: &str, colour, preset: Preset| KeptRun {
            name: name.to_owned(),
            colour,
            scenario: preset.into(),
        };
        let slow = run("Slow & \"steady\" <b>", 2, Preset::Chicago);
        KeptRuns { runs: vec![slow, run("B", 0, Preset::SmallWealthy)], baseline: 1 }
    }

    #[test]
    fn what_is_kept_comes_back_as_it_was() {
        assert_eq!(KeptRuns::from_text(&kept().to_text()), Ok(kept()));
        assert_eq!(KeptRuns::from_text(&KeptRuns::default().to_text()), Ok(KeptRuns::default()));
    }

    #[test]
    fn a_run_that_cannot_be_read_takes_no_other_with_it() {
        let broken = kept().to_text().replace("preset=chicago", "preset=atlantis");
        let (rest, why) = KeptRuns::from_text(&broken).unwrap_err();
        assert_eq!(rest.runs, kept().runs[1..]);
        assert_eq!((rest.baseline, why.as_str()), (0, "One pinned run could not be read."));
    }

    #[test]
    fn another_version_and_damage_are_told_apart() {
        let newer = kept().to_text().replace("\"version\":1", "\"version\":2");
        assert!(KeptRuns::from_text(&newer).unwrap_err().1.contains("another version"));
        for damaged in ["", "{", "[]", "null", "7", "\"\""] {
            let (rest, why) = KeptRuns::from_text(damaged).unwrap_err();
            assert_eq!(rest, KeptRuns::default());
            assert!(why.ends_with("could not be read."), "{why}");
        }
    }

    #[test]
    fn more_runs_than_can_be_pinned_and_endless_names_are_cut() {
        let mut many = kept();
        many.runs = vec![many.runs[0].clone(); 6];
        many.runs[0].name = "x".repeat(1_000);
        let (read, why) = KeptRuns::from_text(&many.to_text()).unwrap_err();
        assert_eq!(
            (read.runs.len(), why.as_str()),
            (MOST_RUNS, "2 pinned runs could not be read.")
        );
        assert_eq!(read.runs[0].name.len(), LONGEST_NAME);
    }
}
