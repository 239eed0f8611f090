//! The geometry of a response strip: how one measure comes out over the range of a lever.

use super::path::{area, line};
use super::scale::Scale;

/// Size of the drawing, in pixels; its width is stretched to the room that it has.
const SIZE: (f64, f64) = (96.0, 34.0);
/// Space for half the width of the dot.
const MARGIN: f64 = 4.0;

/// A median with its band over the range of a lever, from its first end at the left to its second at the right. The
/// vertical axis begins at 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// Size of the drawing, in pixels.
    pub size: (f64, f64),
    /// Area of the band.
    pub band: String,
    /// Path of the median.
    pub line: String,
    /// Path of the axis at 0.
    pub axis: String,
    /// Where the lever stands: a line from top to bottom, and a line without length where that meets the median,
    /// which round ends make a dot however the drawing is stretched. Empty while that is not known.
    pub mark: [String; 2],
}

impl Strip {
    /// Draws the 10%, 50% and 90% quantiles at equally spaced places. `top`: the value at the upper edge; `present`:
    /// where the lever stands, as a share of its range, and the median there. All numbers are finite.
    pub fn new(quantiles: [&[f64]; 3], top: f64, present: Option<(f64, f64)>) -> Self {
        let [low, median, high] = quantiles;
        let x = Scale::new((0.0, 1.0), (MARGIN, SIZE.0 - MARGIN));
        let y = Scale::new((0.0, top.max(f64::MIN_POSITIVE)), (SIZE.1 - MARGIN, MARGIN));
        let last = (median.len().max(2) - 1) as f64;
        let points = |values: &[f64]| -> Vec<(f64, f64)> {
            let place =
                |(i, &value): (usize, &f64)| (x.to_pixel(i as f64 / last), y.to_pixel(value));
            values.iter().enumerate().map(place).collect()
        };
        let mark = present.map(|(share, value)| {
            let point = (x.to_pixel(share), y.to_pixel(value));
            [line([(point.0, 0.0), (point.0, SIZE.1)]), line([point, point])]
        });
        let zero = y.to_pixel(0.0);
        Self {
            size: SIZE,
            band: area(points(high), &points(low)),
            line: line(points(median)),
            axis: line([(MARGIN, zero), (SIZE.0 - MARGIN, zero)]),
            mark: mark.unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_reaches_from_end_to_end_and_from_zero_to_its_top() {
        let drawn =
            Strip::new([&[0.0, 1.0, 0.0], &[0.0, 5.0, 10.0], &[10.0; 3]], 10.0, Some((0.5, 5.0)));
        assert_eq!(drawn.line, "M4.0 30.0L48.0 17.0L92.0 4.0");
        assert_eq!(drawn.band, "M4.0 4.0L48.0 4.0L92.0 4.0L92.0 30.0L48.0 27.4L4.0 30.0Z");
        assert_eq!(drawn.axis, "M4.0 30.0L92.0 30.0");
        assert_eq!(drawn.mark, ["M48.0 0.0L48.0 34.0", "M48.0 17.0L48.0 17.0"]);
    }

    #[test]
    fn a_strip_that_stays_at_zero_is_on_its_axis_and_may_have_no_mark() {
        let drawn = Strip::new([&[0.0; 9]; 3], 0.0, None);
        assert!(drawn.line.starts_with("M4.0 30.0") && drawn.line.ends_with("L92.0 30.0"));
        assert_eq!(drawn.mark, ["", ""]);
    }
}
