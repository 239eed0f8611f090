//! Runs that a person has pinned, and their serialization for the browser's storage.

use super::unique_json::parse_json;
use super::{DisplayState, MAX_NAME_LENGTH, ModelVersion, Scenario};
use crate::language::phrase;
use crate::plural;
use serde_json::{Value as Json, json};

/// The maximum number of pinned runs.
pub const MAX_PINNED_RUNS: usize = 4;
/// Version of the serialized format; the version of the model is in the link of each run.
const VERSION: u64 = 1;

/// A pinned run.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredRun {
    /// The name that a person gave it.
    pub name: String,
    /// The number of its color, below [`MAX_PINNED_RUNS`].
    pub color: usize,
    /// Its scenario.
    pub scenario: Scenario,
    /// The version of the model with which it was made.
    pub version: ModelVersion,
}

/// All pinned runs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StoredRuns {
    /// The runs in order, at most [`MAX_PINNED_RUNS`].
    pub runs: Vec<StoredRun>,
    /// The index of the baseline, the run that the others are compared with; 0 without runs.
    pub baseline: usize,
}

impl StoredRuns {
    /// Serializes the runs as JSON.
    pub fn to_text(&self) -> String {
        let run = |run: &StoredRun| {
            let link = run.scenario.link_of_version(run.version);
            // "colour": browsers have stored it under this name.
            json!({ "name": run.name, "colour": run.color, "link": link })
        };
        let runs: Vec<Json> = self.runs.iter().map(run).collect();
        json!({ "version": VERSION, "baseline": self.baseline, "runs": runs }).to_string()
    }

    /// Parses serialized runs.
    ///
    /// # Errors
    /// Whatever could be read nevertheless, and a sentence about what could not.
    pub fn from_text(text: &str) -> Result<Self, (Self, String)> {
        let nothing = |why: &str| (Self::default(), why.to_owned());
        let kept = parse_json(text).map(|parsed| parsed.json).map_err(|_| {
            nothing(phrase(
                "The pinned runs stored in this browser are damaged and could not be read.",
            ))
        })?;
        if kept["version"].as_u64() != Some(VERSION) {
            return Err(nothing(phrase(
                "The pinned runs stored in this browser are from another version of this page and \
                 could not be read.",
            )));
        }
        let all = kept["runs"].as_array().map(Vec::as_slice).unwrap_or_default();
        let runs: Vec<StoredRun> = all.iter().filter_map(read).take(MAX_PINNED_RUNS).collect();
        let unreadable = all.len() - runs.len();
        let baseline = kept["baseline"].as_u64().unwrap_or(0) as usize;
        let baseline = baseline.min(runs.len().saturating_sub(1));
        let read = Self { runs, baseline };
        match unreadable {
            0 => Ok(read),
            _ => Err((
                read,
                plural!(
                    unreadable,
                    "One pinned run could not be read.",
                    "{count} pinned runs could not be read."
                ),
            )),
        }
    }
}

/// A run; `None` if it cannot be read.
fn read(run: &Json) -> Option<StoredRun> {
    let DisplayState { scenario, version, .. } = DisplayState::read_kept(run["link"].as_str()?)?;
    Some(StoredRun {
        name: run["name"].as_str()?.chars().take(MAX_NAME_LENGTH).collect(),
        color: (run["colour"].as_u64()? as usize) % MAX_PINNED_RUNS,
        scenario,
        version,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    fn kept() -> StoredRuns {
        let run = |name: &str, color, preset: Preset| StoredRun {
            name: name.to_owned(),
            color,
            scenario: preset.into(),
            version: ModelVersion::CURRENT,
        };
        let slow = run("Slow & \"steady\" <b>", 2, Preset::Chicago);
        StoredRuns { runs: vec![slow, run("B", 0, Preset::SmallWealthy)], baseline: 1 }
    }

    #[test]
    fn pinned_runs_survive_the_round_trip() {
        assert_eq!(StoredRuns::from_text(&kept().to_text()), Ok(kept()));
        assert_eq!(
            StoredRuns::from_text(&StoredRuns::default().to_text()),
            Ok(StoredRuns::default())
        );
    }

    #[test]
    fn runs_of_an_earlier_version_of_the_model_are_read_and_keep_their_version() {
        let earlier = kept().to_text().replace("v2&", "v1&");
        let read = StoredRuns::from_text(&earlier).unwrap();
        assert!(read.runs.iter().all(|run| run.version == ModelVersion::One));
        assert_eq!(read.runs[0].scenario, kept().runs[0].scenario);
        assert_eq!(read.to_text(), earlier);
    }

    #[test]
    fn an_unreadable_run_does_not_affect_the_others() {
        let broken = kept().to_text().replace("preset=chicago", "preset=atlantis");
        let (rest, why) = StoredRuns::from_text(&broken).unwrap_err();
        assert_eq!(rest.runs, kept().runs[1..]);
        assert_eq!((rest.baseline, why.as_str()), (0, "One pinned run could not be read."));
    }

    #[test]
    fn another_version_and_damage_are_distinguished() {
        let newer = kept().to_text().replace("\"version\":1", "\"version\":2");
        assert!(StoredRuns::from_text(&newer).unwrap_err().1.contains("another version"));
        for damaged in ["", "{", "[]", "null", "7", "\"\""] {
            let (rest, why) = StoredRuns::from_text(damaged).unwrap_err();
            assert_eq!(rest, StoredRuns::default());
            assert!(why.ends_with("could not be read."), "{why}");
        }
    }

    #[test]
    fn too_many_runs_and_too_long_names_are_truncated() {
        let mut many = kept();
        many.runs = vec![many.runs[0].clone(); 6];
        many.runs[0].name = "x".repeat(1_000);
        let (read, why) = StoredRuns::from_text(&many.to_text()).unwrap_err();
        assert_eq!(
            (read.runs.len(), why.as_str()),
            (MAX_PINNED_RUNS, "2 pinned runs could not be read.")
        );
        assert_eq!(read.runs[0].name.len(), MAX_NAME_LENGTH);
    }
}
