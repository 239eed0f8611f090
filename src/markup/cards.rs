//! The cards that explain decisions, launch, risks and phases, with the curves of the mechanisms.

use crate::chart::Sparkline;
use crate::phrase;
use crate::summary::{Card, Curve, Explanation, Part};
use maud::{Markup, PreEscaped, html};

/// Renders all cards into one file. An explanation has the id of its place on the page; each part starts
/// a new line, so that a changed text changes only a few lines of the file.
pub fn cards(explanations: &[Explanation]) -> String {
    html! {
        @for explanation in explanations {
            div id={ "card-" (explanation.key) } {
                @for card in &explanation.cards { (card_markup(card)) }
            }
            (PreEscaped("\n"))
        }
    }
    .into_string()
}

fn card_markup(card: &Card) -> Markup {
    html! {
        article class="card" {
            @if let Some(title) = card.title { h3 { (title) } }
            dl { @for part in &card.parts { (PreEscaped("\n")) div { (part_markup(part)) } } }
        }
    }
}

fn part_markup(part: &Part) -> Markup {
    html! {
        @for (heading, text) in &part.entries {
            dt { (heading) }
            dd { (text) }
        }
        @if let Some(curve) = &part.curve { dd class="curve" { (curve_markup(curve)) } }
        dd class="source" {
            span class="badge" data-badge=(part.badge.key()) { (part.badge.name()) }
            " " (part.source) "."
        }
    }
}

/// The drawing between the names of its ends, and the name of each line with its values.
fn curve_markup(curve: &Curve) -> Markup {
    let drawn = Sparkline::new(curve.lines.iter().map(|line| line.values.as_slice()));
    let (first, second) = curve.ends;
    let (width, height) = drawn.size;
    html! {
        p { (curve.about) }
        svg viewBox={ "0 0 " (width) " " (height) } role="img" aria-label=(text_alternative(curve)) {
            path class="middle" d=(drawn.middle) {}
            path class="frame" d=(drawn.axis) {}
            @for (i, path) in drawn.lines.iter().enumerate() {
                path class={ "line-" (i) } d=(path) {}
            }
        }
        p class="positions" aria-hidden="true" { span { (first) } span { (second) } }
        ul {
            @for (i, line) in curve.lines.iter().enumerate() {
                li {
                    svg viewBox="0 0 22 4" aria-hidden="true" {
                        path class={ "line-" (i) } d="M0 2L22 2" {}
                    }
                    (line.name) ": " (line.description)
                }
            }
        }
    }
}

/// The text alternative to the drawing; the values are listed below it.
fn text_alternative(curve: &Curve) -> String {
    let names: Vec<&str> = curve.lines.iter().map(|line| line.name).collect();
    let (first, second) = curve.ends;
    phrase!(
        "Curve from {first} to {second}. {about}: {names}.",
        first,
        second,
        about = curve.about,
        names = names.join("; "),
    )
}
