//! The JSON Schema of scenario files is generated from the table that the program uses, and the examples
//! in `tests/scenario_files` are accepted or rejected accordingly; `tests/browser/take.spec.mjs` checks
//! the schema with the same examples. `make generate` regenerates it.

use districtwide::scenario::{ScenarioFile, schema};
use std::fs;

const SCHEMA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/scenario.schema.json");
const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scenario_files");

/// The examples of a kind and their names.
fn examples(kind: &str) -> Vec<(String, String)> {
    let files = fs::read_dir(format!("{EXAMPLES}/{kind}")).expect("a folder of examples");
    let mut read: Vec<_> = files
        .map(|file| {
            let path = file.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("a readable example"))
        })
        .collect();
    read.sort();
    read
}

#[test]
fn the_published_schema_matches_the_program() {
    let found = format!("{:#}\n", schema());
    if std::env::var_os("WRITE_GENERATED").is_some() {
        fs::write(SCHEMA, &found).expect("a writable public/scenario.schema.json");
        return;
    }
    let stored = fs::read_to_string(SCHEMA).unwrap_or_default();
    assert!(
        found == stored,
        "public/scenario.schema.json is of another table: run `make generate`"
    );
}

#[test]
fn valid_files_are_accepted() {
    let examples = examples("good");
    assert!(examples.len() >= 5);
    for (name, text) in examples {
        assert!(
            ScenarioFile::from_json(&text).is_ok(),
            "{name}: {:?}",
            ScenarioFile::from_json(&text)
        );
    }
}

#[test]
fn invalid_files_are_rejected_with_the_stored_sentence() {
    for (name, text) in examples("bad") {
        let sentence = ScenarioFile::from_json(&text).expect_err(&name).to_string();
        let stored = format!("{EXAMPLES}/sentences/{name}.txt");
        if std::env::var_os("WRITE_GENERATED").is_some() {
            fs::write(&stored, format!("{sentence}\n")).expect("a writable sentence");
        }
        let stored = fs::read_to_string(&stored).expect("a sentence; `make generate` writes it");
        assert_eq!(sentence, stored.trim_end(), "{name}");
    }
}
