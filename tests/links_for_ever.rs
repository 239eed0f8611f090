//! Links forever: every link made by a released version still opens, with a sentence about what differs now. `tests/links` has a file for each version of the model; the file of a
//! released version is never changed.
//!
//! `WRITE_GENERATED=1` writes the current results into the file of the current version; once that is
//! released, a change of results requires another version (`VERSION` in `scenario::link`) and another
//! file.

use districtwide::ensemble::run_on_all_cores;
use districtwide::scenario::{Link, RecordedMedians, Scenario};
use districtwide::summary::compare::{Digest, changes_since_version, medians_to_record};
use districtwide::summary::{integer, one_decimal};
use std::fs;
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links");
    let files =
        fs::read_dir(folder).expect("the folder of links").map(|file| file.expect("a file"));
    files.map(|file| file.path()).collect()
}

fn links(file: &Path) -> Vec<Link> {
    let text = fs::read_to_string(file).expect("a text");
    let read =
        |link: &str| Link::read(link).unwrap_or_else(|problems| panic!("{link}: {problems}"));
    text.lines().map(read).collect()
}

fn digest(scenario: &Scenario) -> Digest {
    Digest::without_courses(scenario, &run_on_all_cores(scenario, || {})).expect("futures")
}

/// Whether the file belongs to the current version.
fn is_current(file: &Path) -> bool {
    file.file_stem().is_some_and(|version| version.to_str() == Some(&Scenario::default().to_link()))
}

#[test]
fn every_link_of_every_version_is_parsed_completely_and_serialized_unchanged() {
    for file in files() {
        let text = fs::read_to_string(&file).expect("a text");
        for (line, link) in text.lines().zip(links(&file)) {
            assert_eq!(link.lost, Vec::<String>::new(), "{line}");
            if is_current(&file) {
                assert_eq!(link.to_text(), line);
            }
        }
    }
}

/// The medians that a link has recorded.
fn recorded(link: &Link) -> RecordedMedians {
    link.said.unwrap_or_else(|| panic!("{}: without numbers", link.to_text()))
}

#[test]
fn every_link_has_its_recorded_results_in_the_version_that_made_it() {
    let is_writing = std::env::var_os("WRITE_GENERATED").is_some();
    for file in files() {
        let mut links = links(&file);
        for link in &mut links {
            let made = link.shown.scenario.as_of(link.shown.version);
            let medians = medians_to_record(&digest(&made));
            if is_current(&file) && is_writing {
                link.said = medians;
            }
            assert_eq!(medians, Some(recorded(link)), "{}: needs another version", link.to_text());
        }
        if is_current(&file) && is_writing {
            let text: String = links.iter().map(|link| link.to_text() + "\n").collect();
            fs::write(&file, text).expect("the file of links");
        }
    }
}

#[test]
fn who_opens_a_link_of_an_earlier_version_reads_both_numbers_of_what_differs() {
    let mut differ = 0;
    for link in files().iter().filter(|file| !is_current(file)).flat_map(|file| links(file)) {
        let now = digest(&link.shown.scenario);
        let (RecordedMedians(before), RecordedMedians(after)) =
            (recorded(&link), medians_to_record(&now).expect("futures"));
        let sentence = changes_since_version(link.shown.version, RecordedMedians(before), &now);
        // Half a school, the middle of an even number of futures, is not displayed.
        let displayed =
            |[time, ever, active]: [f64; 3]| [one_decimal(time), integer(ever), integer(active)];
        let differences: Vec<[(f64, String); 2]> = before
            .into_iter()
            .zip(displayed(before))
            .zip(after.into_iter().zip(displayed(after)))
            .map(|(before, after)| [before, after])
            .filter(|[(_, before), (_, after)]| before != after)
            .collect();
        assert_eq!(sentence.is_some(), !differences.is_empty(), "{}", link.to_text());
        let Some(sentence) = sentence else { continue };
        differ += 1;
        for (number, text) in differences.into_iter().flatten() {
            assert!(!number.is_finite() || sentence.contains(&text), "{number}: {sentence}");
        }
    }
    assert!(differ > 0, "no link of an earlier version has other results now");
}

#[test]
fn there_is_a_file_for_the_current_version() {
    assert!(files().iter().any(|file| is_current(file)));
}
