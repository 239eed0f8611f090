//! The register of predictions: each file is as it was committed, and says what the model of its version says.

use crate::case;
use districtwide::analysis::Meaning;
use districtwide::cases::{HeldOut, Prediction, Score, When, until};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/predictions");

fn text(name: &str) -> String {
    fs::read_to_string(format!("{FOLDER}/{name}")).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The fingerprints of the files, by their names.
fn fingerprints() -> BTreeMap<String, String> {
    let line = |line: &str| {
        let (fingerprint, name) = line.split_once("  ").expect("a fingerprint and a name");
        (name.to_owned(), fingerprint.to_owned())
    };
    text("SHA256SUMS").lines().map(line).collect()
}

fn outcomes() -> Map<String, Value> {
    serde_json::from_str(&text("outcomes.json")).expect("outcomes by the names of files")
}

/// All predictions, by the names of their files, which begin with their date.
pub static PREDICTIONS: LazyLock<Vec<Prediction>> = LazyLock::new(|| {
    let outcomes = outcomes();
    let read = |(name, fingerprint): (&String, &String)| {
        let schools = outcomes.get(name).and_then(|outcome| outcome["schools"].as_u64());
        let outcome = schools.map(|schools| u32::try_from(schools).expect("a number of schools"));
        Prediction::read(&text(name), fingerprint, outcome).unwrap_or_else(|| panic!("{name}"))
    };
    fingerprints().iter().map(read).collect()
});

#[test]
fn every_prediction_is_as_it_was_stated() {
    let fingerprints = fingerprints();
    for (name, fingerprint) in &fingerprints {
        let hash = Sha256::digest(text(name).as_bytes());
        let found: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(&found, fingerprint, "{name} has changed since it was stated");
    }
    let files =
        fs::read_dir(FOLDER).expect("a folder").map(|file| file.expect("a file").file_name());
    let mut dated: Vec<String> = files
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| name.starts_with(|sign: char| sign.is_ascii_digit()))
        .collect();
    dated.sort_unstable();
    assert_eq!(dated, fingerprints.into_keys().collect::<Vec<_>>());
    assert!(dated.len() >= 2, "the register is empty");
}

#[test]
fn every_interval_is_what_the_model_gives_in_the_version_that_the_file_names() {
    for prediction in PREDICTIONS.iter() {
        let held = prediction.compute().expect("a link");
        assert_eq!(held.interval, Some(prediction.interval), "{prediction:?}");
        assert_eq!(held.held_to, prediction.held_to.len());
    }
}

#[test]
fn every_prediction_is_about_a_case_its_observed_counts_and_a_month_after_them() {
    for prediction in PREDICTIONS.iter() {
        let case = case(&prediction.case);
        let observed = case.observed();
        let counts: Vec<_> =
            observed[1..].iter().filter_map(|(month, count)| count.held_to(*month)).collect();
        assert_eq!(prediction.held_to, counts, "{}", case.key);
        let months = |when: When| when.months().expect("a date");
        let month = months(When::SchoolYear(prediction.school_year)) - months(case.first().when);
        let link = format!("&months={month}");
        assert!(prediction.link.contains(&link), "{}: {month}", prediction.link);
        assert!(case.meanings().contains(&prediction.meaning), "{}", case.key);
    }
}

#[test]
fn every_file_says_what_it_asks_and_what_will_count_as_a_miss_and_was_stated_before() {
    for name in fingerprints().keys() {
        let file: Value = serde_json::from_str(&text(name)).expect("JSON");
        let [made, question, miss] =
            ["made", "question", "miss"].map(|key| file[key].as_str().expect(key).to_owned());
        assert!(
            name.starts_with(&made) && question.ends_with('?') && miss.ends_with('.'),
            "{name}"
        );
        // The school year begins after the day on which it was stated.
        let school_year = file["school_year"].as_u64().expect("a year");
        assert!(made < format!("{school_year}-07-01"), "{name}");
    }
}

#[test]
fn every_outcome_is_of_a_prediction_and_has_its_source() {
    for (name, outcome) in outcomes() {
        assert!(fingerprints().contains_key(&name), "{name}");
        assert!(outcome["schools"].is_u64() && outcome["source"].is_string(), "{name}");
    }
    let open = PREDICTIONS.iter().filter(|prediction| prediction.score() == Score::Open).count();
    assert_eq!(open, PREDICTIONS.len() - outcomes().len());
}

#[test]
fn no_interval_is_stated_for_henry_county_because_few_futures_meet_both_of_its_later_counts() {
    let case = case("henry_county");
    let observed = case.observed();
    let (last, _) = observed.last().expect("counts");
    let scenario = until(&case.scenario().expect("schools"), *last);
    let counts: Vec<_> =
        observed[1..].iter().filter_map(|(month, count)| count.held_to(*month)).collect();
    let held = HeldOut::of(&scenario, Meaning::Ever, &counts);
    assert!(held.interval.is_none() && (30.0..50.0).contains(&held.effective), "{held:?}");
    assert!(PREDICTIONS.iter().all(|prediction| prediction.case != case.key));
}
