//! The stages as areas on top of each other.

use super::path::{area, line};
use super::scale::Scale;
use crate::summary::{EVER_LAYERS, LAYERS, Stages};

/// Room between the right end of the plot and the names in the layers: there stands "target".
pub const NAMES_FROM_RIGHT: f64 = 46.0;
/// Pixels that the longest name is wide, and that a layer must be high for its name.
const NAME_SIZE: (f64, f64) = (80.0, 14.0);
/// From the middle of a letter down to its foot, in pixels.
const HALF_LETTER: f64 = 4.0;
/// Above the drawing, where nothing is seen.
const OUT_OF_SIGHT: f64 = -99.0;

/// The layers of the stage view, each in the order of [`LAYERS`].
#[derive(Debug, Clone, PartialEq)]
pub struct Stack {
    /// The areas.
    pub layers: [String; LAYERS.len()],
    /// The line above all schools that ever started.
    pub ever: String,
    /// The foot of the name inside each layer, in pixels; out of sight where the layer is too thin.
    pub names: [f64; LAYERS.len()],
}

impl Stack {
    /// Stacks the stages; the names keep clear of the target line.
    pub fn new(stages: &Stages, x: &Scale, y: &Scale, right: f64, target: Option<f64>) -> Self {
        // The ground and the top of each layer, from left to right.
        let tops: [Vec<(f64, f64)>; LAYERS.len() + 1] = std::array::from_fn(|count| {
            let top = |layers: &[f64; LAYERS.len()]| layers[..count].iter().sum();
            let points = stages.means.iter().enumerate();
            points.map(|(month, m)| (x.to_pixel(month as f64), y.to_pixel(top(m)))).collect()
        });
        let end = right - NAMES_FROM_RIGHT;
        Self {
            layers: std::array::from_fn(|i| area(tops[i + 1].iter().copied(), &tops[i])),
            ever: line(tops[EVER_LAYERS].iter().copied()),
            names: std::array::from_fn(|i| name_foot(&tops[i + 1], &tops[i], end, target)),
        }
    }
}

/// Where a name that ends at this x fits between two lines.
fn name_foot(upper: &[(f64, f64)], lower: &[(f64, f64)], end: f64, target: Option<f64>) -> f64 {
    let ys = |line: &[(f64, f64)]| -> Vec<f64> {
        let under_name = |x: f64| (end - NAME_SIZE.0..=end).contains(&x);
        line.iter().filter(|(x, _)| under_name(*x)).map(|(_, y)| *y).collect()
    };
    // Room is where the layer is everywhere along the name; y points down.
    let top = ys(upper).into_iter().fold(f64::NEG_INFINITY, f64::max);
    let bottom = ys(lower).into_iter().fold(f64::INFINITY, f64::min);
    let (top, bottom) = match target.filter(|at| (top..bottom).contains(at)) {
        Some(at) if at - top > bottom - at => (top, at),
        Some(at) => (at, bottom),
        None => (top, bottom),
    };
    let fits = bottom - top >= NAME_SIZE.1 && (bottom - top).is_finite();
    if fits { (top + bottom) / 2.0 + HALF_LETTER } else { OUT_OF_SIGHT }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten months with whole 10, pilot 20, introductory 1, stopped 30 and waiting 40 schools, on a plot
    /// of 100 by 101 pixels with one pixel a school.
    fn stack(target: Option<f64>) -> Stack {
        let stages = Stages { means: vec![[10.0, 20.0, 1.0, 30.0, 40.0]; 11] };
        let x = Scale::new((0.0, 10.0), (0.0, 146.0));
        let y = Scale::new((0.0, 101.0), (101.0, 0.0));
        Stack::new(&stages, &x, &y, 146.0, target)
    }

    #[test]
    fn each_layer_stands_on_the_one_below_and_ever_started_ends_under_those_that_wait() {
        let Stack { layers, ever, .. } = stack(None);
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
    fn a_name_stands_in_the_middle_of_its_layer_or_out_of_sight() {
        let out = OUT_OF_SIGHT;
        assert_eq!(stack(None).names, [out, 85.0, out, 59.0, 24.0]);
        // The target line cuts the layer of those that wait; the name goes to the larger part.
        assert_eq!(stack(Some(10.0)).names, [out, 85.0, out, 59.0, 29.0]);
        assert_eq!(stack(Some(30.0)).names, [out, 85.0, out, 59.0, 19.0]);
    }

    #[test]
    fn a_name_needs_room_along_all_its_letters() {
        let level = |y: f64| -> Vec<_> { (0..=10).map(|x| (f64::from(x) * 10.0, y)).collect() };
        let mut dented = level(0.0);
        dented[5].1 = 45.0;
        assert_eq!(name_foot(&level(0.0), &level(50.0), 100.0, None), 29.0);
        assert_eq!(name_foot(&dented, &level(50.0), 100.0, None), OUT_OF_SIGHT);
        assert_eq!(name_foot(&[], &[], 100.0, None), OUT_OF_SIGHT);
    }
}
