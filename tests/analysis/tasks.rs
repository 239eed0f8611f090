//! The answers in `docs/tasks.md` are what the page says after the steps that the document describes.

use crate::simulated::Page;
use districtwide::scenario::decision_ends::DECISIONS;
use districtwide::scenario::{Preset, Value};

const DOCUMENT: &str = include_str!("../../docs/tasks.md");

/// What the document quotes under this question.
fn quotes(question: &str) -> Vec<&'static str> {
    let (_, answer) = DOCUMENT.split_once(&format!("**{question}")).expect("a question");
    let answer = answer.split("\n**").next().expect("an answer");
    // Names of controls are short.
    answer.split('"').skip(1).step_by(2).filter(|quote| quote.len() > 40).collect()
}

/// A typical district that is pinned, and then goes as fast as it can.
fn faster() -> Page {
    let mut page = Page::open(&Preset::TypicalSurveyed.into());
    page.pin("Run A");
    page.change(|settings| settings.decisions.fast_slow = -1.0);
    page
}

/// Fails unless each quote is in one of the texts.
fn check(question: &str, texts: &[String]) {
    let quotes = quotes(question);
    assert!(!quotes.is_empty(), "{question}");
    for quote in quotes {
        assert!(texts.iter().any(|text| text.contains(quote)), "{quote} is not in {texts:#?}");
    }
}

#[test]
fn when_chicago_reaches_100_schools() {
    let mut page = Page::open(&Preset::Chicago.into());
    page.settle();
    check("When does Chicago", &[page.headline()]);
}

#[test]
fn what_starting_with_the_ready_schools_costs() {
    let mut page = Page::open(&Preset::Chicago.into());
    page.change(|settings| settings.decisions.need_readiness = 1.0);
    page.settle();
    check("Does starting", &[page.change_sentence()]);
}

#[test]
fn which_pace_leaves_more_lasting_schools() {
    let mut page = Page::open(&Preset::Chicago.into());
    page.change(|settings| settings.decisions.fast_slow = -1.0);
    page.pin("Run A");
    page.change(|settings| settings.decisions.fast_slow = 1.0);
    page.settle();
    check("Slow or fast", &page.comparison().sentences);
}

#[test]
fn what_faster_gives_and_costs_a_typical_district() {
    let mut page = faster();
    page.settle();
    let comparison = page.comparison();
    let mut texts = comparison.sentences;
    texts.push(page.change_sentence());
    let cost = comparison.rows.into_iter().find(|row| row.label == "Cost so far");
    texts.extend(cost.and_then(|row| row.cells[1].difference.clone()));
    check("A typical district", &texts);
}

#[test]
fn which_decisions_could_turn_that_around() {
    let mut page = faster();
    let fast = page.scenario();
    let others = DECISIONS.iter().filter(|ends| ends.key != "fast_slow");
    let mut found = Vec::new();
    for (ends, position) in others.flat_map(|ends| [(ends, -1.0), (ends, 1.0)]) {
        let moved = fast.with(ends.parameter(), Value::Number(position)).expect("an end");
        page.show(&moved);
        page.settle();
        let [goal, lasting] = &page.comparison().sentences[..] else { panic!("two claims") };
        assert!(lasting.ends_with("an open question."), "{lasting}");
        let end = if position < 0.0 { ends.first } else { ends.second };
        if goal.contains("it leans toward Run A.") {
            check("Which of my decisions", std::slice::from_ref(goal));
            found.push((end, false));
        } else if goal.ends_with("it leans that way.") {
            found.push((end, true));
        } else {
            assert!(goal.starts_with("Now ") && goal.ends_with("a sturdy answer."), "{goal}");
        }
    }
    let leaning = [("Decentralized", false), ("Buy externally", true), ("Prix fixe", true)];
    assert_eq!(found, leaning);
    for (end, _) in found {
        assert!(DOCUMENT.contains(&format!("\"{end}\"")), "{end}");
    }
}
