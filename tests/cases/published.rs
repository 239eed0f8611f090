//! The generated gallery (`public/cases.html`, and `public/languages/<tag>.cases.html`), and the list of misses in
//! `MODEL.md`. `make generate` writes both.

use crate::SCORED;
use crate::register::PREDICTIONS;
use crate::rendered;
use districtwide::cases::{CASES, misses};
use districtwide::markup;
use std::{env, fs};

const BEGIN: &str = "<!-- generated: cases -->\n";
const END: &str = "<!-- end of generated -->\n";

fn gallery() -> String {
    markup::cases(&SCORED, &PREDICTIONS)
}

#[test]
fn the_published_files_have_these_cases() {
    rendered::in_every_language("cases.html", gallery);
}

#[test]
fn model_md_lists_what_was_scored_with_the_misses_first() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/MODEL.md");
    let stored = fs::read_to_string(path).expect("MODEL.md");
    let (before, rest) = stored.split_once(BEGIN).expect("the mark where the list begins");
    let (_, after) = rest.split_once(END).expect("the mark where the list ends");
    let found = format!("{before}{BEGIN}\n{}\n{END}{after}", misses(&CASES, &SCORED));
    if env::var_os("WRITE_GENERATED").is_some() {
        fs::write(path, &found).expect("a writable MODEL.md");
        return;
    }
    assert!(found == stored, "MODEL.md has another list than the program: run `make generate`");
}

#[test]
fn the_gallery_has_every_case_with_its_source_its_badge_and_its_link() {
    let html = gallery();
    for case in &CASES {
        let start = html.find(&format!("id=\"case-{}\"", case.key)).expect(case.key);
        let card = &html[start..];
        let card = &card[..card.find("</article>").expect("its end")];
        assert!(
            card.contains(case.name) && card.contains("data-badge=\"judgment\""),
            "{}",
            case.key
        );
        assert!(card.contains("Source: "), "{}", case.key);
        assert_eq!(card.contains("href=\"#v2"), case.scenario().is_some(), "{}", case.key);
    }
}

#[test]
fn the_gallery_shows_the_misses_first_and_every_prediction() {
    let html = gallery();
    let places: Vec<usize> = SCORED
        .iter()
        .map(|scored| {
            let id = format!("id=\"case-{}\"", CASES[scored.place].key);
            html.find(&id).expect("every case")
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    for prediction in PREDICTIONS.iter() {
        assert!(html.contains(&prediction.fingerprint[..12]) && html.contains(&prediction.made));
    }
}

#[test]
fn no_number_of_schools_that_futures_have_stands_without_its_scope() {
    let html = gallery();
    let parts = html.split(['<', '>']).filter(|part| part.contains("80% of"));
    let sentences: Vec<&str> = parts.collect();
    assert!(sentences.len() > 5);
    for sentence in sentences {
        let is_scoped =
            ["unknowns drawn", "Futures with unknowns"].iter().any(|s| sentence.contains(s));
        assert!(is_scoped, "{sentence}");
    }
}
