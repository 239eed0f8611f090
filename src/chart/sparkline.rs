//! The geometry of a sparkline: a few lines over one axis, with a vertical line in the middle.

use super::path::line;
use super::scale::Scale;

/// Size of the drawing, in pixels.
const SIZE: (f64, f64) = (160.0, 60.0);
/// Space for half the width of a line.
const MARGIN: f64 = 2.0;

/// A small drawn curve. The vertical axis begins at 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparkline {
    /// Size of the drawing, in pixels.
    pub size: (f64, f64),
    /// Path of each line.
    pub lines: Vec<String>,
    /// Path of the vertical line in the middle.
    pub middle: String,
    /// Path of the axis at 0.
    pub axis: String,
}

impl Sparkline {
    /// Draws lines of equally spaced values, each from the left edge to the right.
    pub fn new<'a>(lines: impl Iterator<Item = &'a [f64]> + Clone) -> Self {
        let greatest = lines.clone().flatten().copied().fold(f64::MIN_POSITIVE, f64::max);
        let (left, right) = (MARGIN, SIZE.0 - MARGIN);
        let (top, bottom) = (MARGIN, SIZE.1 - MARGIN);
        let y = Scale::new((0.0, greatest), (bottom, top));
        let path = |values: &[f64]| {
            let x = Scale::new((0.0, (values.len().max(2) - 1) as f64), (left, right));
            let points = values.iter().enumerate();
            line(points.map(|(i, &value)| (x.to_pixel(i as f64), y.to_pixel(value))))
        };
        let middle = f64::midpoint(left, right);
        Self {
            size: SIZE,
            lines: lines.map(path).collect(),
            middle: line([(middle, top), (middle, bottom)]),
            axis: line([(left, bottom), (right, bottom)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_value_is_at_the_top_and_zero_at_the_bottom() {
        let lines: [&[f64]; 2] = [&[0.0, 1.0, 2.0], &[4.0, 1.0, 0.0]];
        let drawn = Sparkline::new(lines.into_iter());
        assert_eq!(
            drawn.lines,
            ["M2.0 58.0L80.0 44.0L158.0 30.0", "M2.0 2.0L80.0 44.0L158.0 58.0"]
        );
        assert_eq!(drawn.middle, "M80.0 2.0L80.0 58.0");
    }
}
