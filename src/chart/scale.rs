//! Linear scales between data and pixels.

/// A linear map from data to pixels, and back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    data: (f64, f64),
    pixels: (f64, f64),
}

impl Scale {
    /// Maps the two data values to the two pixels. The data values must differ.
    pub fn new(data: (f64, f64), pixels: (f64, f64)) -> Self {
        debug_assert!(data.0 != data.1, "a scale needs an extent");
        Self { data, pixels }
    }

    /// The pixel of a data value; extrapolates beyond the ends.
    pub fn to_pixel(&self, value: f64) -> f64 {
        let share = (value - self.data.0) / (self.data.1 - self.data.0);
        self.pixels.0 + share * (self.pixels.1 - self.pixels.0)
    }

    /// The data value at a pixel.
    pub fn to_data(&self, pixel: f64) -> f64 {
        let share = (pixel - self.pixels.0) / (self.pixels.1 - self.pixels.0);
        self.data.0 + share * (self.data.1 - self.data.0)
    }
}

/// A round step (1, 2 or 5 times a power of ten, at least 1) that divides `extent` into at most `most`
/// parts.
pub fn tick_step(extent: f64, most: u32) -> f64 {
    let mut step = 1.0;
    // Of what is no number or has no end there are no parts.
    if !extent.is_finite() {
        return step;
    }
    for factor in [2.0, 2.5, 2.0].into_iter().cycle() {
        if extent / step <= f64::from(most) {
            break;
        }
        step *= factor;
    }
    step
}

/// The smallest multiple of the tick step that is at least `value`, with at most `most` parts.
pub fn nice_ceiling(value: f64, most: u32) -> f64 {
    let step = tick_step(value, most);
    ((value / step).ceil() * step).max(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extent_that_is_no_number_has_a_tick_step_too() {
        for extent in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(tick_step(extent, 5), 1.0, "{extent}");
        }
        assert_eq!(tick_step(-3.0, 5), 1.0);
    }

    #[test]
    fn pixels_and_data_are_inverse_in_both_directions() {
        // y points down: 0 schools at the bottom.
        let y = Scale::new((0.0, 150.0), (300.0, 20.0));
        assert_eq!(y.to_pixel(0.0), 300.0);
        assert_eq!(y.to_pixel(150.0), 20.0);
        for schools in [0.0, 1.0, 37.5, 150.0, 200.0] {
            assert!((y.to_data(y.to_pixel(schools)) - schools).abs() < 1e-9);
        }
        for pixel in [20.0, 155.5, 300.0] {
            assert!((y.to_pixel(y.to_data(pixel)) - pixel).abs() < 1e-9);
        }
    }

    #[test]
    fn steps_are_round_and_few_enough() {
        assert_eq!(tick_step(150.0, 6), 50.0);
        assert_eq!(tick_step(100.0, 6), 20.0);
        assert_eq!(tick_step(8.0, 5), 2.0);
        assert_eq!(tick_step(0.0, 5), 1.0);
        assert_eq!(tick_step(5_000.0, 5), 1_000.0);
    }

    #[test]
    fn the_ceiling_is_at_least_the_value() {
        assert_eq!(nice_ceiling(137.0, 6), 150.0);
        assert_eq!(nice_ceiling(8.0, 5), 8.0);
        assert_eq!(nice_ceiling(0.0, 5), 1.0);
    }
}
