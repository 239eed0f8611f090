//! The course of an outcome as a small drawing, with its values as text.

use crate::chart::SmallCurve;
use crate::phrase;
use crate::summary::compare::Course;
use maud::{Markup, html};

/// Renders the drawing, and the medians at the start and at the end as a text alternative.
pub fn small_curve(course: &Course) -> String {
    let level = |value: Option<&f64>| {
        value.map(|&value| course.metric.row().unit.format_level(value)).unwrap_or_default()
    };
    let course_text = phrase!(
        "from {start} to {end}",
        start = level(course.p50.first()),
        end = level(course.p50.last()),
    );
    let curve = SmallCurve::new(&course.p10, &course.p50, &course.p90);
    html! { (drawing(&curve)) span class="course" { (course_text) } }.into_string()
}

/// Renders the drawing of a share of the futures, month by month from 0.
pub fn small_share(share: &[f64]) -> String {
    drawing(&SmallCurve::of_share(share)).into_string()
}

fn drawing(curve: &SmallCurve) -> Markup {
    let (width, height) = curve.size;
    html! {
        svg class="small-curve" viewBox={ "0 0 " (width) " " (height) }
            preserveAspectRatio="none" aria-hidden="true" {
            path class="band" d=(&curve.band) {}
            path class="axis" d=(&curve.axis) {}
            path class="median" d=(&curve.line) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::compare::OutcomeMetric;

    #[test]
    fn the_values_are_text_and_the_drawing_is_hidden_from_screen_readers() {
        let course = Course {
            metric: OutcomeMetric::Depth,
            p10: vec![0.1, 0.2],
            p50: vec![0.2, 0.45],
            p90: vec![0.3, 0.6],
        };
        let html = small_curve(&course);
        assert!(html.contains("aria-hidden=\"true\"") && html.contains("class=\"band\" d=\"M1.0 "));
        assert!(html.contains("from 20\u{a0}% to 45\u{a0}%"), "{html}");
    }
}
