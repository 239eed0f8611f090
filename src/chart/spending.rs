//! The geometry of spending year by year beside its cap: a bar from left to right for each year.

use super::path::line;
use super::scale::Scale;
use crate::ensemble::Quantiles;

/// Size of a year's drawing, in pixels; its width is stretched to the room that it has.
const SIZE: (f64, f64) = (96.0, 16.0);
/// Space for half the width of a line.
const MARGIN: f64 = 1.0;

/// A year's band from the 10% to the 90% quantile, its median, and the cap. All years have one axis, which begins
/// at 0.
#[derive(Debug, Clone, PartialEq)]
pub struct SpendingBar {
    /// Size of the drawing, in pixels.
    pub size: (f64, f64),
    /// Path of the middle line of the band, to be drawn as wide as the bar.
    pub band: String,
    /// Path of the median.
    pub median: String,
    /// Path of the cap.
    pub cap: String,
}

impl SpendingBar {
    /// Draws these years; all numbers are finite and not negative.
    pub fn of_years<'a>(
        years: impl Iterator<Item = &'a Quantiles> + Clone,
        cap: f64,
    ) -> impl Iterator<Item = Self> {
        let greatest = years.clone().map(|spent| spent.p90).fold(cap, f64::max);
        let x = Scale::new((0.0, greatest.max(f64::MIN_POSITIVE)), (MARGIN, SIZE.0 - MARGIN));
        let upright = move |value| line([(x.to_pixel(value), 0.0), (x.to_pixel(value), SIZE.1)]);
        years.map(move |spent| {
            let middle = SIZE.1 / 2.0;
            let [low, high] = [spent.p10, spent.p90].map(|value| (x.to_pixel(value), middle));
            Self {
                size: SIZE,
                band: line([low, high]),
                median: upright(spent.p50),
                cap: upright(cap),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_years_share_an_axis_that_holds_the_cap_and_every_band() {
        let spent = |p10, p50, p90| Quantiles { p10, p25: p10, p50, p75: p90, p90 };
        let years = [spent(0.0, 47.0, 94.0), spent(10.0, 20.0, 30.0)];
        let bars: Vec<SpendingBar> = SpendingBar::of_years(years.iter(), 47.0).collect();
        assert_eq!(bars[0].band, "M1.0 8.0L95.0 8.0");
        assert_eq!(bars[0].median, bars[0].cap);
        assert_eq!(bars[1].cap, bars[0].cap);
        assert_eq!(bars[1].median, "M21.0 0.0L21.0 16.0");
        let capped: Vec<SpendingBar> = SpendingBar::of_years(years.iter(), 940.0).collect();
        assert_eq!(capped[0].cap, "M95.0 0.0L95.0 16.0");
    }
}
