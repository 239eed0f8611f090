//! The seven decisions, each as a slider between its two ends.

use super::explain::explain;
use super::form::slider;
use crate::language::phrase;
use crate::phrase;
use crate::scenario::Settings;
use crate::scenario::decision_ends::{DECISIONS, DecisionEnds};
use crate::summary::{format_position, percent};
use maud::{Markup, html};

/// Renders all decisions, the three prominent ones first.
pub fn decisions(settings: &Settings) -> String {
    let (large, others): (Vec<_>, Vec<_>) = DECISIONS.iter().partition(|ends| ends.large);
    html! {
        div class="decisions" {
            @for ends in large.into_iter().chain(others) { (decision(ends, settings)) }
        }
        p {
            button type="button" data-action="draw-surveyed" {
                (phrase("Draw a random strategy from the survey"))
            }
            " "
            span class="quiet" {
                (phrase("Sets all seven decisions at random, as often as surveyed leaders chose them. Nothing else \
                    changes."))
            }
        }
    }
    .into_string()
}

/// One decision: its question, its ends, its slider, and what surveyed leaders chose.
fn decision(ends: &DecisionEnds, settings: &Settings) -> Markup {
    let parameter = ends.parameter();
    let value = (parameter.get)(settings);
    let (question, first, second) =
        (phrase(ends.question), phrase(ends.first), phrase(ends.second));
    html! {
        div.decision.large[ends.large] data-side=(ends.side(value.number())) {
            label for=(ends.key) { (question) }
            // A screen reader hears it from the slider.
            p class="position" id={ (ends.key) "-output" } aria-hidden="true" {
                (format_position(parameter, value))
            }
            div class="ends" aria-hidden="true" { span { (first) } span { (second) } }
            @if let Some(shares) = ends.survey { (survey(ends, shares)) }
            (slider(parameter, value, None))
            (explain(ends.key, html! {
                (phrase("Explain")) span class="visually-hidden" { ": " (question) }
            }))
        }
    }
}

/// The bar with the choices of surveyed leaders.
fn survey(ends: &DecisionEnds, (first, second): (f64, f64)) -> Markup {
    let text = phrase!(
        "Surveyed leaders: {first_share} near {first}, {second_share} near {second}, the rest in \
         between.",
        first_share = percent(first),
        first = phrase(ends.first),
        second_share = percent(second),
        second = phrase(ends.second),
    );
    html! {
        div class="survey" role="img" aria-label=(text) {
            span class="near" data-share=(first) { (percent(first)) }
            span data-share=(1.0 - first - second) {}
            span class="near" data-share=(second) { (percent(second)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    #[test]
    fn the_three_prominent_decisions_come_first_and_each_has_its_side() {
        let html = decisions(&Preset::Chicago.settings());
        assert_eq!(html.matches("type=\"range\"").count(), 7);
        assert_eq!(html.matches("role=\"img\"").count(), 4);
        assert_eq!(html.matches("data-card").count(), 7);
        let place = |text: &str| html.find(text).unwrap();
        assert!(place("id=\"package_modules\"") < place("id=\"central_decentral\""));
        assert!(html.contains("class=\"decision large\" data-side=\"first\""), "{html}");
        assert!(html.contains(">0.2 toward Fast and furious</p>"), "{html}");
    }
}
