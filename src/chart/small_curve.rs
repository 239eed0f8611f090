//! The geometry of a small curve with its band, next to an outcome.

use super::path::{area, line};
use super::scale::Scale;

/// Size of the drawing, in pixels.
const SIZE: (f64, f64) = (96.0, 28.0);
/// Space for half the width of a line.
const MARGIN: f64 = 1.0;

/// A median with the band around it. The vertical axis includes 0, so that a small change does not look
/// large.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallCurve {
    /// Size of the drawing, in pixels.
    pub size: (f64, f64),
    /// Path of the median.
    pub line: String,
    /// Area of the band.
    pub band: String,
    /// Path of the axis at 0.
    pub axis: String,
}

impl SmallCurve {
    /// Draws three curves with the same number of equally spaced values: the lower limit of the band, the
    /// median and the upper limit. All values are finite.
    pub fn new(low: &[f64], median: &[f64], high: &[f64]) -> Self {
        let all = || low.iter().chain(median).chain(high).copied();
        let least = all().fold(0.0, f64::min);
        let greatest = all().fold(least + f64::MIN_POSITIVE, f64::max);
        Self::between((least, greatest), low, median, high)
    }

    /// Draws the course of a share and the area below it; the vertical axis ends at 1.
    pub fn of_share(share: &[f64]) -> Self {
        Self::between((0.0, 1.0), &vec![0.0; share.len()], share, share)
    }

    fn between(limits: (f64, f64), low: &[f64], median: &[f64], high: &[f64]) -> Self {
        let last = median.len().max(2) - 1;
        let x = Scale::new((0.0, last as f64), (MARGIN, SIZE.0 - MARGIN));
        let y = Scale::new(limits, (SIZE.1 - MARGIN, MARGIN));
        let points = |values: &[f64]| -> Vec<(f64, f64)> {
            let place = |(i, &value): (usize, &f64)| (x.to_pixel(i as f64), y.to_pixel(value));
            values.iter().enumerate().map(place).collect()
        };
        let zero = y.to_pixel(0.0);
        Self {
            size: SIZE,
            line: line(points(median)),
            band: area(points(high), &points(low)),
            axis: line([(MARGIN, zero), (SIZE.0 - MARGIN, zero)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_drawn_on_an_axis_that_ends_at_1_with_the_area_below_it() {
        let drawn = SmallCurve::of_share(&[0.0, 0.5]);
        assert_eq!(drawn.line, "M1.0 27.0L95.0 14.0");
        assert_eq!(drawn.band, "M1.0 27.0L95.0 14.0L95.0 27.0L1.0 27.0Z");
    }

    #[test]
    fn the_band_reaches_from_bottom_to_top_and_contains_the_median() {
        let drawn = SmallCurve::new(&[0.0, 1.0, 2.0], &[0.0, 3.0, 3.0], &[0.0, 4.0, 6.5]);
        assert_eq!(drawn.line, "M1.0 27.0L48.0 15.0L95.0 15.0");
        assert_eq!(drawn.band, "M1.0 27.0L48.0 11.0L95.0 1.0L95.0 19.0L48.0 23.0L1.0 27.0Z");
        assert_eq!(drawn.axis, "M1.0 27.0L95.0 27.0");
    }

    #[test]
    fn with_negative_values_the_axis_is_inside_the_drawing() {
        let drawn = SmallCurve::new(&[-1.0; 2], &[0.0; 2], &[1.0; 2]);
        assert_eq!((drawn.line.as_str(), &drawn.axis), ("M1.0 14.0L95.0 14.0", &drawn.line));
    }

    #[test]
    fn a_curve_that_stays_at_zero_is_on_its_axis() {
        let drawn = SmallCurve::new(&[0.0; 3], &[0.0; 3], &[0.0; 3]);
        assert!(!drawn.line.contains("NaN") && drawn.line.starts_with("M1.0 27.0"));
    }
}
