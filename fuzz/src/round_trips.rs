//! Links and files: any text is either a scenario that survives a round trip, or rejected with a
//! description of the problems.

use super::nearly_valid::NearlyValid;
use arbitrary::{Arbitrary, Unstructured};
use districtwide::scenario::{
    DisplayState, Link, MAX_PINNED_RUNS, Problems, Scenario, Value, tidy_link,
};

/// The maximum length of the sentences about an invalid link or file: they have to fit the page next to
/// their subject.
const MAX_CHARACTERS: usize = 1_200;

/// Parses any text as a link, and the same bytes as a link that is nearly valid, alone and with a run.
pub fn link(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let nearly = nearly_valid(bytes).link();
    let with_run = format!("{nearly}&lang=es&said=1,2,never&baseline=2&run={nearly}");
    for text in [text, nearly, with_run] {
        assert_plain_link_is_read_like_any(&text);
        match Scenario::from_link(&text) {
            Ok(scenario) => assert_survives_link_and_file(&scenario),
            Err(problems) => assert_describes_problems(&problems),
        }
        assert_survives_sharing(&text);
        text.split(['&', '=', ',']).for_each(assert_parses_numbers_like_the_standard_library);
    }
}

/// What is read as a plain link, or kept by the page once it is tidied, means what it means as any link.
fn assert_plain_link_is_read_like_any(text: &str) {
    if let Some(shown) = DisplayState::read_plain(text) {
        assert_eq!(DisplayState::read(text).as_ref(), Ok(&shown), "{text}");
        assert_eq!(Link::read_tidied(text), Link::read(text).ok(), "{text}");
    }
    if let Ok((shown, tidied)) = tidy_link(text) {
        assert_eq!(DisplayState::read(text).as_ref(), Ok(&shown), "{text}");
        assert_eq!(Link::read_tidied(&tidied), Link::read(text).ok(), "{text}");
    }
}

/// A link that can be parsed displays its own scenario, and what was parsed survives a round trip.
fn assert_survives_sharing(text: &str) {
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

/// Parses any text as a file, with and without enforcing the ranges, and the same bytes as a file that is
/// nearly valid.
pub fn file(bytes: &[u8]) {
    for text in [String::from_utf8_lossy(bytes).into_owned(), nearly_valid(bytes).file()] {
        let beyond = Scenario::from_json_beyond_ranges(&text);
        match Scenario::from_json(&text) {
            Ok(scenario) => {
                assert_survives_link_and_file(&scenario);
                assert_eq!(beyond, Ok(scenario), "{text}");
            }
            Err(problems) => {
                assert_describes_problems(&problems);
                assert_survives_or_is_rejected_beyond_ranges(beyond);
            }
        }
    }
}

fn assert_survives_or_is_rejected_beyond_ranges(read: Result<Scenario, Problems>) {
    match read {
        Ok(scenario) => {
            let json = scenario.to_json();
            assert_eq!(Scenario::from_json_beyond_ranges(&json), Ok(scenario), "{json}");
        }
        Err(problems) => assert_describes_problems(&problems),
    }
}

fn nearly_valid(bytes: &[u8]) -> NearlyValid {
    NearlyValid::arbitrary(&mut Unstructured::new(bytes)).expect("settings out of any bytes")
}

/// A scenario survives the round trips through its link and its file.
pub fn assert_survives_link_and_file(scenario: &Scenario) {
    let (link, json) = (scenario.to_link(), scenario.to_json());
    assert_eq!(Scenario::from_link(&link).as_ref(), Ok(scenario), "{link}");
    assert_eq!(Scenario::from_json(&json).as_ref(), Ok(scenario), "{json}");
}

fn assert_describes_problems(problems: &Problems) {
    assert!(!problems.0.is_empty(), "rejected without a reason");
    assert!(problems.0.iter().all(|problem| !problem.to_string().is_empty()), "{problems:?}");
    let sentence = problems.to_string();
    assert!(sentence.ends_with('.') && sentence.len() > 10, "not a sentence: {sentence}");
    assert!(sentence.chars().count() <= MAX_CHARACTERS, "too long: {sentence}");
}

/// Numbers are parsed by a parser smaller than the standard library's: no result may differ.
fn assert_parses_numbers_like_the_standard_library(text: &str) {
    let ours = match Value::Number(0.0).parse_same_kind(text) {
        Some(Value::Number(number)) => Some(number.to_bits()),
        _ => None,
    };
    let standard: Option<f64> = text.trim().parse().ok();
    let standard = standard.filter(|number| number.is_finite()).map(f64::to_bits);
    assert_eq!(ours, standard, "'{text}'");
}
