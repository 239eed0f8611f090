//! The languages of the page are complete: a file in `public/languages` has every text of the program,
//! and nothing else. `make generate` writes the list of all texts (`docs/phrases.json`, the template for
//! a new language) and the languages that `index.html` offers.

mod found;

use districtwide::language::{Language, set_language};
use districtwide::model::simulate;
use districtwide::scenario::Preset;
use districtwide::{ensemble::Ensemble, summary};
use found::{Phrase, phrases};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The languages besides English: tag and file.
fn languages() -> Vec<(String, Map<String, Value>)> {
    let folder = Path::new(ROOT).join("public/languages");
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("a folder of languages")
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
        .map(|path| {
            let tag = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("a readable file");
            (tag, serde_json::from_str(&text).expect("a JSON object"))
        })
        .collect();
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    found
}

/// The translations of a phrase.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Object(by_count) => by_count.values().filter_map(Value::as_str).collect(),
        value => value.as_str().into_iter().collect(),
    }
}

/// The placeholders of a text, sorted.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn every_language_has_every_text_and_no_other() {
    let phrases = phrases();
    assert!(phrases.len() > 500, "only {} texts were found in the program", phrases.len());
    for (tag, file) in languages() {
        let missing: Vec<_> =
            phrases.keys().filter(|english| !file.contains_key(english.as_str())).collect();
        assert!(missing.is_empty(), "{tag} lacks {}: {missing:#?}", missing.len());
        let unused: Vec<_> =
            file.keys().filter(|english| !phrases.contains_key(english.as_str())).collect();
        assert!(unused.is_empty(), "{} unused texts in {tag}: {unused:#?}", unused.len());
    }
}

#[test]
fn every_translation_has_the_placeholders_and_counts_of_the_english_text() {
    let phrases = phrases();
    for (tag, file) in languages() {
        for (english, value) in &file {
            let counted = matches!(phrases.get(english), Some(Phrase::Plural));
            assert_eq!(value.is_object(), counted, "{tag}: {english}");
            if counted {
                assert!(value.get("other").is_some(), "{tag}: {english} has no \"other\"");
            }
            let texts = texts(value);
            assert!(
                !texts.is_empty() && texts.iter().all(|text| !text.trim().is_empty()),
                "{english}"
            );
            for text in texts {
                // A singular text may omit the count.
                let mut wanted = placeholders(english);
                let mut found = placeholders(text);
                if counted {
                    wanted.remove("count");
                    found.remove("count");
                }
                assert_eq!(wanted, found, "{tag}: {english}");
                let ends = |text: &str, end| text.trim_end().ends_with(end);
                assert_eq!(ends(english, "."), ends(text, "."), "{tag}: {english}");
                let edges = |text: &str| (text.starts_with(' '), text.ends_with(' '));
                assert_eq!(edges(english), edges(text), "{tag}: {english}");
            }
        }
    }
}

#[test]
fn the_list_of_texts_and_the_page_are_up_to_date() {
    let list: Map<String, Value> = phrases()
        .into_iter()
        .map(|(english, phrase)| {
            let value = match phrase {
                Phrase::Text => Value::from(english.clone()),
                Phrase::Plural => serde_json::json!({ "one": "", "other": english.clone() }),
            };
            (english, value)
        })
        .collect();
    let list = format!("{:#}\n", Value::from(list));
    let names: Vec<String> = languages()
        .iter()
        .map(|(tag, file)| format!("{tag} {}", file["English"].as_str().expect("its name")))
        .collect();
    let offer = format!("<meta name=\"languages\" content=\"en English, {}\" />", names.join(", "));
    let page = fs::read_to_string(format!("{ROOT}/index.html")).expect("index.html");
    let before = page.lines().find(|line| line.contains("name=\"languages\"")).expect("its meta");
    if std::env::var_os("WRITE_GENERATED").is_some() {
        fs::write(format!("{ROOT}/docs/phrases.json"), list).expect("a writable list");
        let page = page.replace(before.trim(), &offer);
        fs::write(format!("{ROOT}/index.html"), page).expect("a writable index.html");
        return;
    }
    let stored = fs::read_to_string(format!("{ROOT}/docs/phrases.json")).unwrap_or_default();
    assert!(list == stored, "docs/phrases.json is of other texts: run `make generate`");
    assert_eq!(before.trim(), offer, "run `make generate`");
}

#[test]
fn a_headline_is_rendered_in_spanish() {
    let file = fs::read_to_string(format!("{ROOT}/public/languages/es.json")).expect("a file");
    set_language(Language::from_json("es", &file).expect("a language"));
    let scenario = Preset::Chicago.into();
    let mut ensemble = Ensemble::new(96);
    (0..40).for_each(|replicate| ensemble.add(replicate, simulate(&scenario, replicate)));
    let headline = summary::headline(&scenario, &ensemble, true).expect("a headline");
    assert!(headline.contains("escuelas"), "{headline}");
    assert!(!headline.contains("schools"), "{headline}");
}
