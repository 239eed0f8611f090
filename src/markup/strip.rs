//! The response strip of a lever: three small drawings, what they show where the lever stands, and a sentence.

use crate::chart::Strip;
use maud::{Markup, html};

/// Selects the texts that say what comes out where the lever stands, in the order of the drawings.
pub const LABELS: &str = ".label";
/// Selects the same and the sentence.
pub const TEXTS: &str = ".label, p";
/// Selects the paths of the marks, two of each drawing.
pub const MARKS: &str = ".mark";

/// The id of the sentence of a lever's strip.
pub fn text_id(lever: &str) -> String {
    format!("{lever}-strip")
}

/// The ids of what describes a lever: what comes out where it stands, and the sentence.
pub fn described_by(lever: &str) -> String {
    format!("{lever}-here {}", text_id(lever))
}

/// Renders the strip of the lever with this key; without drawings only the room for them.
pub fn strip(lever: &str, drawings: &[Strip], labels: &[String], sentence: &str) -> String {
    html! {
        div class="labels" id={ (lever) "-here" } {
            @for label in labels { span class="label" { (label) } " " }
        }
        div class="drawings" role=[(!drawings.is_empty()).then_some("img")]
            aria-labelledby=[(!drawings.is_empty()).then(|| text_id(lever))] {
            @for strip in drawings { (drawing(strip)) }
        }
        p id=(text_id(lever)) { (sentence) }
    }
    .into_string()
}

fn drawing(strip: &Strip) -> Markup {
    let (width, height) = strip.size;
    html! {
        svg viewBox={ "0 0 " (width) " " (height) } preserveAspectRatio="none" aria-hidden="true" {
            path class="band" d=(&strip.band) {}
            path class="axis" d=(&strip.axis) {}
            path class="median" d=(&strip.line) {}
            path class="mark" d=(&strip.mark[0]) {}
            path class="mark dot" d=(&strip.mark[1]) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_names_the_drawings_and_describes_the_lever() {
        let drawn = [0.0, 1.0, 2.0].map(|at| Strip::new([&[at; 9]; 3], 2.0, Some((0.5, at))));
        let labels = ["lasting 0", "reach 1", "$2M a year"].map(str::to_owned);
        let html = strip("fast_slow", &drawn, &labels, "Hardly <any>.");
        assert!(html.contains("role=\"img\" aria-labelledby=\"fast_slow-strip\""), "{html}");
        assert!(html.contains("<p id=\"fast_slow-strip\">Hardly &lt;any&gt;.</p>"), "{html}");
        assert_eq!(html.matches("class=\"label\"").count(), 3);
        assert_eq!(html.matches("class=\"mark").count(), 6);
        assert_eq!(described_by("fast_slow"), "fast_slow-here fast_slow-strip");
    }

    #[test]
    fn without_drawings_nothing_is_announced_as_a_picture() {
        let html = strip("fast_slow", &[], &[], "Being counted.");
        assert!(!html.contains("role=") && html.contains("class=\"drawings\""), "{html}");
    }
}
