//! Links and files: any text is either a scenario that can be written and read back, or told what is
//! wrong with it.

use super::nearly_right::NearlyRight;
use arbitrary::{Arbitrary, Unstructured};
use districtwide::scenario::{Link, MAX_PINNED_RUNS, Problems, Scenario, Value};

/// No sentence about a bad link or file is longer: it has to fit the page beside what it is about.
const MOST_CHARACTERS: usize = 1_200;

/// Any text, read as a link; and the same bytes as a link that is nearly right, alone and with a run.
pub fn link(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let nearly = nearly_right(bytes).link();
    let with_run = format!("{nearly}&lang=es&said=1,2,never&baseline=2&run={nearly}");
    for text in [text, nearly, with_run] {
        match Scenario::from_link(&text) {
            Ok(scenario) => survives_link_and_file(&scenario),
            Err(problems) => says_what_is_wrong(&problems),
        }
        survives_when_shared(&text);
        text.split(['&', '=', ',']).for_each(reads_numbers_as_the_standard_library);
    }
}

/// A link that can be read shows the scenario that it says, and what was read of it comes back as it was.
fn survives_when_shared(text: &str) {
    match Link::read(text) {
        Ok(link) => {
            assert_eq!(Scenario::from_link(text).as_ref(), Ok(&link.shown.scenario), "{text}");
            assert!(link.runs.len() <= MAX_PINNED_RUNS, "{text}");
            let kept = Link { lost: Vec::new(), ..link };
            assert_eq!(Link::read(&kept.to_text()).as_ref(), Ok(&kept), "{text}");
        }
        Err(problems) => assert_eq!(Scenario::from_link(text), Err(problems), "{text}"),
    }
}

/// Any text, read as a file, with and without its ranges held; and the same bytes as a file that is
/// nearly right.
pub fn file(bytes: &[u8]) {
    for text in [String::from_utf8_lossy(bytes).into_owned(), nearly_right(bytes).file()] {
        let beyond = Scenario::from_json_beyond_ranges(&text);
        match Scenario::from_json(&text) {
            Ok(scenario) => {
                survives_link_and_file(&scenario);
                assert_eq!(beyond, Ok(scenario), "{text}");
            }
            Err(problems) => {
                says_what_is_wrong(&problems);
                survives_or_is_refused_beyond_ranges(beyond);
            }
        }
    }
}

fn survives_or_is_refused_beyond_ranges(read: Result<Scenario, Problems>) {
    match read {
        Ok(scenario) => {
            let json = scenario.to_json();
            assert_eq!(Scenario::from_json_beyond_ranges(&json), Ok(scenario), "{json}");
        }
        Err(problems) => says_what_is_wrong(&problems),
    }
}

fn nearly_right(bytes: &[u8]) -> NearlyRight {
    NearlyRight::arbitrary(&mut Unstructured::new(bytes)).expect("settings out of any bytes")
}

/// A scenario comes back from its own link and its own file as it was.
pub fn survives_link_and_file(scenario: &Scenario) {
    let (link, json) = (scenario.to_link(), scenario.to_json());
    assert_eq!(Scenario::from_link(&link).as_ref(), Ok(scenario), "{link}");
    assert_eq!(Scenario::from_json(&json).as_ref(), Ok(scenario), "{json}");
}

fn says_what_is_wrong(problems: &Problems) {
    assert!(!problems.0.is_empty(), "refused for no reason");
    assert!(problems.0.iter().all(|problem| !problem.to_string().is_empty()), "{problems:?}");
    let sentence = problems.to_string();
    assert!(sentence.ends_with('.') && sentence.len() > 10, "no sentence: {sentence}");
    assert!(sentence.chars().count() <= MOST_CHARACTERS, "too long: {sentence}");
}

/// Numbers are read by a parser smaller than the standard library's: not one may differ.
fn reads_numbers_as_the_standard_library(text: &str) {
    let ours = match Value::Number(0.0).parse_same_kind(text) {
        Some(Value::Number(number)) => Some(number.to_bits()),
        _ => None,
    };
    let standard: Option<f64> = text.trim().parse().ok();
    let standard = standard.filter(|number| number.is_finite()).map(f64::to_bits);
    assert_eq!(ours, standard, "'{text}'");
}
