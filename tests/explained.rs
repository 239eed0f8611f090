//! The explanation cards of the page (`public/explained.html`, and
//! `public/languages/<tag>.explained.html`). `make generate` regenerates them.

mod rendered;

use districtwide::markup;
use districtwide::scenario::decision_ends::DECISIONS;
use districtwide::summary::{Badge, Card, explanations};

/// The cards for one place on the page.
fn cards_of(key: &str) -> Vec<Card> {
    let mut all = explanations().into_iter();
    all.find(|explanation| explanation.key == key).expect("an explanation").cards
}

fn headings(card: &Card) -> Vec<String> {
    card.parts
        .iter()
        .flat_map(|part| part.entries.iter().map(|(heading, _)| heading.clone()))
        .collect()
}

#[test]
fn every_decision_explains_gains_costs_mechanism_survey_and_who_chooses_what() {
    for ends in &DECISIONS {
        let cards = cards_of(ends.key);
        assert_eq!(cards.len(), 1);
        let headings = headings(&cards[0]);
        for heading in [
            &format!("{} gains", ends.first),
            &format!("{} costs", ends.second),
            "How it works in this model",
            "What the surveyed systems chose",
            "Who tends to choose what",
        ] {
            assert!(headings.iter().any(|found| found == heading), "{}: {heading}", ends.key);
        }
        let text = format!("{cards:?}");
        assert_eq!(text.contains("but gives no shares"), ends.survey.is_none(), "{}", ends.key);
    }
}

#[test]
fn every_decision_has_a_curve_that_depends_on_its_position() {
    for ends in &DECISIONS {
        let curves: Vec<_> =
            cards_of(ends.key)[0].parts.iter().filter_map(|part| part.curve.clone()).collect();
        assert_eq!(curves.len(), 1, "{}", ends.key);
        assert_eq!(curves[0].ends, (ends.first, ends.second));
        for line in &curves[0].lines {
            assert!(line.values.iter().all(|value| value.is_finite() && *value >= 0.0));
            assert_ne!(line.values.first(), line.values.last(), "{}: {}", ends.key, line.name);
        }
    }
}

#[test]
fn the_curve_of_the_pace_is_the_models_pace() {
    let parts = &cards_of("fast_slow")[0].parts;
    let curve = parts.iter().find_map(|part| part.curve.clone()).expect("a curve");
    assert_eq!(curve.lines[0].description, "2, 1 in the middle, 0.5");
}

#[test]
fn the_launch_six_risks_and_three_phases_have_their_cards() {
    assert_eq!(cards_of("launch").len(), 1);
    let risks = cards_of("risks");
    assert_eq!(risks.len(), 6);
    for risk in &risks {
        let headings = headings(risk);
        for heading in ["Cause", "Consequence", "How to avoid it", "What avoiding it costs"] {
            assert!(headings.iter().any(|found| found == heading), "{:?}: {heading}", risk.title);
        }
    }
    let titles: Vec<_> = risks.iter().map(|risk| risk.title).collect();
    assert!((1..6).all(|i| !titles[..i].contains(&titles[i])), "{titles:?}");
    let phases: Vec<_> = cards_of("phases").iter().filter_map(|phase| phase.title).collect();
    assert_eq!(phases, ["1. Pilot and refine", "2. Build capacity", "3. Integrate gradually"]);
}

#[test]
fn every_part_has_texts_a_badge_and_a_source() {
    for explanation in explanations() {
        for part in explanation.cards.iter().flat_map(|card| &card.parts) {
            let key = explanation.key;
            assert!(!part.entries.is_empty(), "{key}");
            for (heading, text) in &part.entries {
                assert!(!heading.is_empty() && text.ends_with('.'), "{key}: {heading}: {text}");
            }
            assert!(!part.source.is_empty() && !part.source.ends_with('.'), "{key}: {part:?}");
            assert!(!part.badge.name().is_empty());
        }
        let known = |card: &Card| card.parts.iter().any(|part| part.badge != Badge::Unpublished);
        assert!(explanation.cards.iter().all(known), "{}", explanation.key);
    }
}

#[test]
fn the_published_files_have_these_cards() {
    rendered::in_every_language("explained.html", || markup::cards(&explanations()));
}
