//! The stages as stacked areas.

use super::axes::Axes;
use super::path::{area, line, tenths};
use crate::language::phrase;
use crate::summary::{EVER_LAYERS, LAYERS, Stages};

/// Space between the right edge of the plot and the names in the layers.
pub const NAMES_FROM_RIGHT: f64 = 8.0;
/// Estimated width of a letter of a name in pixels, rather too wide than too narrow.
const LETTER_WIDTH: f64 = 80.0 / 12.0;
/// Minimum height of a layer for its name, in pixels.
const MIN_NAME_HEIGHT: f64 = 14.0;
/// From the middle of a letter down to its baseline, in pixels.
const HALF_LETTER_HEIGHT: f64 = 4.0;
/// Above the drawing, where nothing is visible.
const OFF_DRAWING: f64 = -99.0;

/// The paths of the stages, and the baselines of their names, which avoid the line of the goal.
pub fn stack(
    stages: &Stages,
    axes: &Axes,
    goal: Option<f64>,
) -> ([String; LAYERS.len() + 1], Vec<String>) {
    // The bottom and the top of each layer, from left to right.
    let tops: [Vec<(f64, f64)>; LAYERS.len() + 1] = std::array::from_fn(|count| {
        let top = |layers: &[f64; LAYERS.len()]| layers[..count].iter().sum();
        axes.points(stages.means.iter().map(top))
    });
    let end = axes.plot.1 - NAMES_FROM_RIGHT;
    let names = tops.windows(2).map(|pair| tenths(name_baseline(&pair[1], &pair[0], end, goal)));
    let paths = std::array::from_fn(|i| match tops.get(i + 1) {
        Some(top) => area(top.clone(), &tops[i]),
        None => line(tops[EVER_LAYERS].clone()),
    });
    (paths, names.collect())
}

/// The width in pixels of the longest layer name in the current language.
fn longest_name_width() -> f64 {
    let letters = LAYERS.iter().map(|(_, name)| phrase(name).chars().count());
    letters.max().unwrap_or_default() as f64 * LETTER_WIDTH
}

/// The baseline at which a name that ends at this x fits between two lines.
fn name_baseline(upper: &[(f64, f64)], lower: &[(f64, f64)], end: f64, goal: Option<f64>) -> f64 {
    // The name fits where the layer extends along its whole width; y points down.
    let begin = end - longest_name_width();
    let (mut top, mut bottom) = (f64::NEG_INFINITY, f64::INFINITY);
    for (upper, lower) in upper.iter().zip(lower) {
        if (begin..=end).contains(&upper.0) {
            top = top.max(upper.1);
            bottom = bottom.min(lower.1);
        }
    }
    let (top, bottom) = match goal.filter(|at| (top..bottom).contains(at)) {
        Some(at) if at - top > bottom - at => (top, at),
        Some(at) => (at, bottom),
        None => (top, bottom),
    };
    let fits = bottom - top >= MIN_NAME_HEIGHT && (bottom - top).is_finite();
    if fits { (top + bottom) / 2.0 + HALF_LETTER_HEIGHT } else { OFF_DRAWING }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Scale;
    use crate::summary::integer;

    /// Ten months with 10 whole-school, 20 pilot, 1 introductory, 30 stopped and 40 waiting schools, on a
    /// plot of 100 by 101 pixels with one pixel per school.
    fn drawn(goal: Option<f64>) -> ([String; 6], Vec<String>) {
        let stages = Stages { means: vec![[10.0, 20.0, 1.0, 30.0, 40.0]; 11] };
        let axes = Axes::new(
            (600.0, 360.0),
            crate::scenario::Calendar::default(),
            10,
            (0.0, 101.0),
            integer,
        );
        let axes = Axes {
            x: Scale::new((0.0, 10.0), (0.0, 146.0)),
            y: Scale::new((0.0, 101.0), (101.0, 0.0)),
            plot: (0.0, 146.0, 0.0, 101.0),
            ..axes
        };
        stack(&stages, &axes, goal)
    }

    #[test]
    fn each_layer_is_on_top_of_the_one_below_and_ever_started_ends_below_the_waiting() {
        let ([layers @ .., ever], _) = drawn(None);
        for (path, (top, ground)) in layers.iter().zip([
            ("91.0", "101.0"),
            ("71.0", "91.0"),
            ("70.0", "71.0"),
            ("40.0", "70.0"),
            ("0.0", "40.0"),
        ]) {
            assert!(path.starts_with(&format!("M0.0 {top}L")), "{path}");
            assert!(path.ends_with(&format!("L0.0 {ground}Z")), "{path}");
        }
        assert!(ever.starts_with("M0.0 40.0L") && ever.ends_with("L146.0 40.0"), "{ever}");
    }

    #[test]
    fn a_name_is_in_the_middle_of_its_layer_or_off_the_drawing() {
        let out = "-99.0";
        assert_eq!(drawn(None).1, [out, "85.0", out, "59.0", "24.0"]);
        // The target line crosses the layer of waiting schools; the name goes to the larger part.
        assert_eq!(drawn(Some(10.0)).1, [out, "85.0", out, "59.0", "29.0"]);
        assert_eq!(drawn(Some(30.0)).1, [out, "85.0", out, "59.0", "19.0"]);
    }

    #[test]
    fn a_name_needs_room_along_all_its_letters() {
        let level = |y: f64| -> Vec<_> { (0..=10).map(|x| (f64::from(x) * 10.0, y)).collect() };
        let mut dented = level(0.0);
        dented[5].1 = 45.0;
        assert_eq!(name_baseline(&level(0.0), &level(50.0), 100.0, None), 29.0);
        assert_eq!(name_baseline(&dented, &level(50.0), 100.0, None), OFF_DRAWING);
        assert_eq!(name_baseline(&[], &[], 100.0, None), OFF_DRAWING);
    }
}
