//! Files that a person opens: what is read of them, and what is said of those that are refused.

use super::problem::shorten;
use super::{MOST_RUNS, ScenarioFile, tidy_name};
use crate::language::{phrase, with_mark};
use crate::{phrase, plural};

/// Bytes of the largest file that is read: a hundred times a scenario's.
const MOST_BYTES: f64 = 500_000.0;

/// Why a file of this size is not read at all; none if it is.
pub fn too_large(file_name: &str, bytes: f64) -> Option<String> {
    (bytes > MOST_BYTES).then(|| {
        phrase!(
            "{file}: the file has {megabytes} MB and was not read; a scenario file has a few kB.",
            file = quoted(file_name),
            megabytes = with_mark(format!("{:.1}", bytes / 1e6))
        )
    })
}

/// Reads the text of a file. A scenario that has no name of its own gets that of the file.
///
/// # Errors
/// A sentence on each thing that is wrong, after the name of the file.
pub fn open(file_name: &str, text: &str) -> Result<ScenarioFile, String> {
    let mut file = ScenarioFile::from_json(text)
        .map_err(|why| phrase!("{file}: {why}", file = quoted(file_name), why))?;
    if file.name.is_empty() {
        file.name = name_of(file_name);
    }
    Ok(file)
}

/// What is said of a file that the browser cannot read, as of a folder.
pub fn unreadable(file_name: &str) -> String {
    phrase!("{file}: the browser could not read it as a file.", file = quoted(file_name))
}

/// What is said of files that were not opened because there is no room for their runs.
pub fn left_out(file_names: &[String]) -> Option<String> {
    const MOST_NAMED: usize = 5;
    let named: Vec<String> = file_names.iter().take(MOST_NAMED).map(|n| quoted(n)).collect();
    let names = named.join(phrase(", "));
    (!names.is_empty()).then(|| match file_names.len().saturating_sub(MOST_NAMED) {
        0 => phrase!(
            "Left out, because {most} runs can be pinned at the most: {names}.",
            most = MOST_RUNS,
            names
        ),
        more => plural!(
            more,
            "Left out, because {most} runs can be pinned at the most: {names} and 1 more.",
            "Left out, because {most} runs can be pinned at the most: {names} and {count} more.",
            most = MOST_RUNS,
            names
        ),
    })
}

/// "Slow.json" without its ending.
fn name_of(file_name: &str) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    tidy_name(stem.strip_suffix(".scenario").unwrap_or(stem))
}

fn quoted(file_name: &str) -> String {
    phrase!("\u{201c}{name}\u{201d}", name = shorten(&tidy_name(file_name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Preset, Scenario};

    #[test]
    fn a_scenario_is_called_by_its_own_name_or_by_that_of_its_file() {
        let scenario = Scenario::from(Preset::Chicago);
        let named = ScenarioFile { name: "Slow & <steady>".to_owned(), scenario };
        assert_eq!(open("a.json", &named.to_json()), Ok(named));
        let opened = open("Two years.json", &scenario.to_json()).unwrap();
        assert_eq!((opened.name.as_str(), opened.scenario), ("Two years", scenario));
        assert_eq!(open("chicago.scenario.json", "{}").unwrap().name, "chicago");
    }

    #[test]
    fn what_is_wrong_is_said_after_the_name_of_the_file() {
        let why = open("a.json", "{\"tilt\": 2}").unwrap_err();
        assert!(
            why.starts_with("“a.json”: Strength of decisions (tilt): 2 is not allowed"),
            "{why}"
        );
        assert_eq!(open("empty.json", " \n").unwrap_err(), "“empty.json”: The file is empty.");
        let long = open(&"x".repeat(5_000), "[]").unwrap_err();
        assert!(long.chars().count() < 200, "{long}");
    }

    #[test]
    fn a_file_that_is_too_large_is_told_its_size() {
        assert_eq!(too_large("a.json", 5_000.0), None);
        let why = too_large("film.json", 50e6).unwrap();
        assert!(why.starts_with("“film.json”: the file has 50.0 MB and was not read"), "{why}");
    }

    #[test]
    fn files_without_room_are_named_up_to_five() {
        let names: Vec<String> = (1..=7).map(|i| format!("{i}.json")).collect();
        assert_eq!(left_out(&[]), None);
        let some = left_out(&names[..2]).unwrap();
        assert!(some.ends_with("4 runs can be pinned at the most: “1.json”, “2.json”."), "{some}");
        assert!(left_out(&names).unwrap().ends_with("“5.json” and 2 more."));
    }
}
