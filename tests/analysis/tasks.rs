//! The answers in `docs/tasks.md` are what the page says after the steps that the document describes.

use crate::simulated::Page;
use districtwide::scenario::Preset;
use districtwide::summary::compare::turning::Effects;

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
    page.settle();
    let [goal, lasting] = &page.turnings()[..] else { panic!("two claims") };
    assert_eq!(goal.claim, "Now reaches 20 schools before Run A: sturdy");
    assert_eq!(lasting.claim, "Run A leaves more schools lasting and deep by year 5: open");
    let [in_both, in_one] = &goal.moves;
    assert!(in_both.turned.is_empty() && in_one.turned.len() == 1);
    let paragraph = |effects: &Effects| {
        let sentences = effects.turned.iter().chain([&effects.others]);
        sentences.map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    let texts: Vec<String> = [goal, lasting]
        .iter()
        .flat_map(|turning| turning.moves.each_ref().map(paragraph))
        .collect();
    check("Which of my decisions", &[texts.clone(), vec![goal.claim.clone()]].concat());
    for text in texts {
        assert!(DOCUMENT.contains(&format!("\"{text}\"")), "{text}");
    }
}

/// What the page says where a person moves the decision that turns it around.
#[test]
fn the_decision_that_turns_it_around_does_so_by_hand() {
    let mut page = faster();
    page.change(|settings| settings.decisions.central_decentral = 1.0);
    page.settle();
    let goal = &page.comparison().sentences[0];
    assert!(goal.ends_with("it leans toward Run A."), "{goal}");
}
