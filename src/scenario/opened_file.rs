//! Files that a person opens: parsing them, and the messages about files that are rejected.

use super::problem::truncate;
use super::{MAX_PINNED_RUNS, ScenarioFile, tidy_name};
use crate::language::{phrase, with_decimal_mark};
use crate::{phrase, plural};

/// Size of the largest file that is read, in bytes: a hundred times that of a scenario.
const MAX_BYTES: f64 = 500_000.0;

/// The message about a file that is too large to be read; `None` if it is not.
pub fn too_large_message(file_name: &str, bytes: f64) -> Option<String> {
    (bytes > MAX_BYTES).then(|| {
        phrase!(
            "{file}: not read, because it has {megabytes} MB; a scenario file has a few KB.",
            file = quoted(file_name),
            megabytes = with_decimal_mark(format!("{:.1}", bytes / 1e6))
        )
    })
}

/// Parses the text of a file. A scenario without a name gets the name of the file.
///
/// # Errors
/// A sentence about each problem, after the name of the file.
pub fn open_file(file_name: &str, text: &str) -> Result<ScenarioFile, String> {
    let mut file = ScenarioFile::from_json(text)
        .map_err(|why| phrase!("{file}: {why}", file = quoted(file_name), why))?;
    if file.name.is_empty() {
        file.name = name_from(file_name);
    }
    Ok(file)
}

/// The message about a file that the browser cannot read, such as a folder.
pub fn unreadable_message(file_name: &str) -> String {
    phrase!("{file}: the browser could not read this file.", file = quoted(file_name))
}

/// The message about files that were not opened because there is no room for their runs; `None` without
/// files.
pub fn left_out_message(file_names: &[String]) -> Option<String> {
    const MAX_NAMED: usize = 5;
    let named: Vec<String> = file_names.iter().take(MAX_NAMED).map(|n| quoted(n)).collect();
    let names = named.join(phrase(", "));
    (!names.is_empty()).then(|| match file_names.len().saturating_sub(MAX_NAMED) {
        0 => phrase!(
            "Left out, because at most {most} runs can be pinned: {names}.",
            most = MAX_PINNED_RUNS,
            names
        ),
        more => plural!(
            more,
            "Left out, because {most} runs can be pinned at the most: {names} and 1 more.",
            "Left out, because at most {most} runs can be pinned: {names} and {count} more.",
            most = MAX_PINNED_RUNS,
            names
        ),
    })
}

/// "Slow.json" without its extension.
fn name_from(file_name: &str) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    tidy_name(stem.strip_suffix(".scenario").unwrap_or(stem))
}

fn quoted(file_name: &str) -> String {
    phrase!("\u{201c}{name}\u{201d}", name = truncate(&tidy_name(file_name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Preset, Scenario};

    #[test]
    fn a_scenario_has_its_own_name_or_that_of_its_file() {
        let scenario = Scenario::from(Preset::Chicago);
        let named = ScenarioFile { name: "Slow & <steady>".to_owned(), ..scenario.into() };
        assert_eq!(open_file("a.json", &named.to_json()), Ok(named));
        let opened = open_file("Two years.json", &scenario.to_json()).unwrap();
        assert_eq!((opened.name.as_str(), opened.scenario), ("Two years", scenario));
        assert_eq!(open_file("chicago.scenario.json", "{}").unwrap().name, "chicago");
    }

    #[test]
    fn problems_follow_the_name_of_the_file() {
        let why = open_file("a.json", "{\"tilt\": 2}").unwrap_err();
        assert!(
            why.starts_with("“a.json”: Strength of decisions (tilt): 2 is not allowed"),
            "{why}"
        );
        assert_eq!(open_file("empty.json", " \n").unwrap_err(), "“empty.json”: The file is empty.");
        let long = open_file(&"x".repeat(5_000), "[]").unwrap_err();
        assert!(long.chars().count() < 200, "{long}");
    }

    #[test]
    fn the_message_about_a_large_file_gives_its_size() {
        assert_eq!(too_large_message("a.json", 5_000.0), None);
        let why = too_large_message("film.json", 50e6).unwrap();
        assert!(why.starts_with("“film.json”: not read, because it has 50.0 MB"), "{why}");
    }

    #[test]
    fn files_without_room_are_named_up_to_five() {
        let names: Vec<String> = (1..=7).map(|i| format!("{i}.json")).collect();
        assert_eq!(left_out_message(&[]), None);
        let some = left_out_message(&names[..2]).unwrap();
        assert!(some.ends_with("at most 4 runs can be pinned: “1.json”, “2.json”."), "{some}");
        assert!(left_out_message(&names).unwrap().ends_with("“5.json” and 2 more."));
    }
}
