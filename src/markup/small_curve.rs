//! The course of an outcome as a small drawing, with its values as text.

use crate::chart::SmallCurve;
use crate::phrase;
use crate::scenario::Calendar;
use crate::summary::compare::Course;
use maud::{Markup, html};

/// Renders the drawing, and as text the medians at the start and at the end, with their dates, and the peak
/// where that is neither. `calendar` dates them.
pub fn small_curve(course: &Course, calendar: Calendar) -> String {
    let level = |value: Option<&f64>| {
        value.map(|&value| course.metric.row().unit.format_level(value)).unwrap_or_default()
    };
    let last = course.p50.len().saturating_sub(1) as u32;
    let dated = |month: u32, value: String| {
        phrase!("{month}: {value}", month = calendar.month_name(month), value)
    };
    let course_text = phrase!(
        "{start}; {end}",
        start = dated(0, level(course.p50.first())),
        end = dated(last, level(course.p50.last())),
    );
    // Seen too: the numbers beside the curve are those of its end.
    let at = |(month, peak): (u32, f64)| (level(Some(&peak)), calendar.month_name(month));
    let peak_text = match (peak(&course.p50).map(at), peak(&course.p90).map(at)) {
        (Some((value, when)), _) => phrase!("peak: {value} ({when})", value, when),
        (None, Some((value, when))) => {
            phrase!("1 future in 10: {value} or more ({when})", value, when)
        }
        (None, None) => String::new(),
    };
    let curve = SmallCurve::new(&course.p10, &course.p50, &course.p90);
    html! { (drawing(&curve)) span class="course" { (course_text) } @if !peak_text.is_empty() { span class="peak" { (peak_text) } } }.into_string()
}

/// Renders the drawing of a share of the futures, month by month from 0.
pub fn small_share(share: &[f64]) -> String {
    drawing(&SmallCurve::of_share(share)).into_string()
}

/// The month and the value of a peak that stands clear of both ends: a half more than the greater one.
fn peak(values: &[f64]) -> Option<(u32, f64)> {
    let (month, peak) =
        (0..).zip(values).fold((0, f64::MIN), |most, (month, &value)| match value > most.1 {
            true => (month, value),
            false => most,
        });
    let ends = values.first()?.max(*values.last()?);
    (peak > 0.0 && peak.is_finite() && peak - ends > 0.5 * ends.abs()).then_some((month, peak))
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
    use crate::scenario::Preset;
    use crate::summary::compare::OutcomeMetric;

    #[test]
    fn a_peak_between_the_ends_is_in_the_text_of_the_median_or_else_of_the_band() {
        let course = |p50: [f64; 3], p90: [f64; 3]| Course {
            metric: OutcomeMetric::InNameOnly,
            p10: vec![0.0; 3],
            p50: p50.to_vec(),
            p90: p90.to_vec(),
        };
        let text = |p50, p90| small_curve(&course(p50, p90), Calendar::default());
        let html = text([0.0, 5.0, 1.0], [0.0, 9.0, 2.0]);
        assert!(
            html.contains("the start: 0; 2 months: 1<") && html.contains(">peak: 5 (1 month)<"),
            "{html}"
        );
        let html = text([0.0; 3], [0.0, 4.0, 0.0]);
        assert!(html.contains(">1 future in 10: 4 or more (1 month)<"), "{html}");
        assert!(text([0.0, 1.0, 2.0], [0.0, 2.0, 2.5]).contains("2 months: 2<"));
    }

    #[test]
    fn the_values_are_text_and_the_drawing_is_hidden_from_screen_readers() {
        let course = Course {
            metric: OutcomeMetric::Depth,
            p10: vec![0.1, 0.2],
            p50: vec![0.2, 0.45],
            p90: vec![0.3, 0.6],
        };
        let html = small_curve(&course, Preset::Chicago.settings().calendar());
        assert!(html.contains("aria-hidden=\"true\"") && html.contains("class=\"band\" d=\"M1.0 "));
        assert!(html.contains("Jul 2016: 20%; Aug 2016: 45%<"), "{html}");
    }
}
