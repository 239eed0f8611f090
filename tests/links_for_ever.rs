//! Links forever: every link made by a released version still opens, with the same results as then or
//! with a sentence about both. `tests/links` has a file for each version of the model; the file of a
//! released version is never changed.
//!
//! `WRITE_GENERATED=1` writes the current results into the file of the current version; once that is
//! released, a change of results requires another version (`VERSION` in `scenario::link`) and another
//! file.

use districtwide::ensemble::run_on_all_cores;
use districtwide::scenario::{Link, RecordedMedians, Scenario};
use districtwide::summary::compare::{Digest, changes_since_recorded, medians_to_record};
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

#[test]
fn every_link_has_its_recorded_results_or_a_sentence_about_both() {
    for file in files() {
        let mut links = links(&file);
        for link in &mut links {
            let digest = digest(&link.shown.scenario);
            if is_current(&file) && std::env::var_os("WRITE_GENERATED").is_some() {
                link.said = medians_to_record(&digest);
            }
            let Some(RecordedMedians(before)) = link.said else {
                panic!("{}: without numbers", link.to_text())
            };
            let changed = changes_since_recorded(RecordedMedians(before), &digest);
            if is_current(&file) {
                assert_eq!(changed, None, "{}: needs another version", link.to_text());
            }
            assert_eq!(
                changed.is_none(),
                medians_to_record(&digest) == Some(RecordedMedians(before))
            );
        }
        if is_current(&file) && std::env::var_os("WRITE_GENERATED").is_some() {
            let text: String = links.iter().map(|link| link.to_text() + "\n").collect();
            fs::write(&file, text).expect("the file of links");
        }
    }
}

#[test]
fn there_is_a_file_for_the_current_version() {
    assert!(files().iter().any(|file| is_current(file)));
}
