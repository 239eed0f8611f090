//! The course of an outcome as a small drawing, with its numbers as text.

use crate::chart::SmallCurve;
use crate::phrase;
use crate::summary::compare::Course;
use maud::{Markup, html};

/// The drawing, and the medians at the start and at the end for those who do not see it.
pub fn small_curve(course: &Course) -> String {
    let level = |value: Option<&f64>| {
        value.map(|&value| course.metric.row().unit.format_level(value)).unwrap_or_default()
    };
    let told = phrase!(
        "from {start} to {end}",
        start = level(course.p50.first()),
        end = level(course.p50.last()),
    );
    let drawn = SmallCurve::new(&course.p10, &course.p50, &course.p90);
    html! { (drawing(&drawn)) span class="course" { (told) } }.into_string()
}

/// The drawing of a share of the futures, month by month from 0.
pub fn small_share(share: &[f64]) -> String {
    drawing(&SmallCurve::of_share(share)).into_string()
}

fn drawing(drawn: &SmallCurve) -> Markup {
    let (width, height) = drawn.size;
    html! {
        svg class="small-curve" viewBox={ "0 0 " (width) " " (height) }
            preserveAspectRatio="none" aria-hidden="true" {
            path class="band" d=(&drawn.band) {}
            path class="axis" d=(&drawn.axis) {}
            path class="median" d=(&drawn.line) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::compare::OutcomeMetric;

    #[test]
    fn the_numbers_stand_beside_a_drawing_that_is_hidden_from_readers() {
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
