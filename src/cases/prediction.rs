//! The prediction register: intervals for counts that nobody knew when they were stated.
//!
//! Each is a file of `predictions/`, never changed once it is committed: `SHA256SUMS` there holds its fingerprint,
//! and `outcomes.json` what came of it. A test computes every interval again from the file's own link, in the version
//! of the model that it names.

use super::held_out::HeldOut;
use crate::analysis::{Count, Meaning};
use crate::scenario::{ModelVersion, Scenario};
use serde_json::Value;

/// An interval for a count that was not known when it was stated.
#[derive(Debug, Clone, PartialEq)]
pub struct Prediction {
    /// The key of its case.
    pub case: String,
    /// The day on which it was stated, as "2026-11-30".
    pub made: String,
    /// The version of the model.
    pub version: ModelVersion,
    /// The scenario, as a link up to the month asked for, without the `#`.
    pub link: String,
    /// What is counted.
    pub meaning: Meaning,
    /// The counts that the futures are held to.
    pub held_to: Vec<Count>,
    /// The year in which the school year asked for begins.
    pub school_year: u32,
    /// The interval that holds 80% of the futures, schools.
    pub interval: (f64, f64),
    /// The fingerprint of its file: SHA-256, in hexadecimal digits.
    pub fingerprint: String,
    /// The count, once it is published.
    pub outcome: Option<u32>,
}

/// What became of a prediction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Score {
    /// Nobody has published a count yet.
    Open,
    /// The count lies inside the interval, whose ends belong to it.
    Inside,
    /// A miss.
    Outside,
}

impl Prediction {
    /// Reads a file of the register; `None` if something of it is missing or unknown.
    pub fn read(file: &str, fingerprint: &str, outcome: Option<u32>) -> Option<Self> {
        let file: Value = serde_json::from_str(file).ok()?;
        let text = |key: &str| Some(file[key].as_str()?.to_owned());
        let counts = file["held_to"].as_array()?.iter().map(count);
        Some(Self {
            case: text("case")?,
            made: text("made")?,
            version: ModelVersion::from_number(file["model_version"].as_u64()?)?,
            link: text("link")?,
            meaning: meaning(file["counted"].as_str()?)?,
            held_to: counts.collect::<Option<_>>()?,
            school_year: u32::try_from(file["school_year"].as_u64()?).ok()?,
            interval: (file["interval"][0].as_f64()?, file["interval"][1].as_f64()?),
            fingerprint: fingerprint.to_owned(),
            outcome,
        })
    }

    /// Computes the futures of its link again, held to its counts, in its version of the model; `None` if the link
    /// cannot be read.
    pub fn compute(&self) -> Option<HeldOut> {
        let scenario = Scenario::from_link(&self.link).ok()?.as_of(self.version);
        Some(HeldOut::of(&scenario, self.meaning, &self.held_to))
    }

    /// What became of it.
    pub fn score(&self) -> Score {
        let (low, high) = self.interval;
        match self.outcome.map(f64::from) {
            None => Score::Open,
            Some(count) if low <= count && count <= high => Score::Inside,
            Some(_) => Score::Outside,
        }
    }
}

fn count(count: &Value) -> Option<Count> {
    let month = u32::try_from(count["month"].as_u64()?).ok()?;
    let schools = count["schools"].as_f64()?;
    match count["exactness"].as_str()? {
        "exact" => Some(Count::exact(month, schools)),
        "at least" => Some(Count::at_least(month, schools)),
        _ => None,
    }
}

fn meaning(text: &str) -> Option<Meaning> {
    match text {
        "ever" => Some(Meaning::Ever),
        "active" => Some(Meaning::Active),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{"case": "henry_county", "made": "2026-11-30", "model_version": 2, "link": "v2&months=12",
        "counted": "ever", "held_to": [{"month": 6, "schools": 5, "exactness": "exact"}], "school_year": 2027, "interval": [30, 48]}"#;

    fn with_outcome(outcome: Option<u32>) -> Prediction {
        Prediction::read(FILE, "ab12", outcome).expect("a prediction")
    }

    #[test]
    fn a_count_on_an_end_of_the_interval_lies_inside_and_one_beyond_it_is_a_miss() {
        let score = |outcome| with_outcome(outcome).score();
        assert_eq!(score(None), Score::Open);
        assert_eq!([30, 48].map(|count| score(Some(count))), [Score::Inside; 2]);
        assert_eq!([29, 49].map(|count| score(Some(count))), [Score::Outside; 2]);
    }

    #[test]
    fn a_file_that_lacks_something_or_names_an_unknown_version_is_not_read() {
        assert_eq!(with_outcome(None).held_to, [Count::exact(6, 5.0)]);
        for (known, unknown) in [
            ("\"made\"", "\"x\""),
            (": 2,", ": 9,"),
            ("\"ever\"", "\"new\""),
            ("\"exact\"", "\"x\""),
            ("[30, 48]", "[30]"),
        ] {
            assert_eq!(
                Prediction::read(&FILE.replace(known, unknown), "", None),
                None,
                "{unknown}"
            );
        }
    }

    #[test]
    fn what_was_stated_is_computed_from_the_link_in_the_version_named() {
        let held = with_outcome(None).compute().expect("a link");
        assert_eq!((held.meaning, held.held_to), (Meaning::Ever, 1));
        assert!(held.interval.is_some() && held.effective > 200.0);
    }
}
