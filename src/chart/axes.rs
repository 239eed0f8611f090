//! The plot of a chart over months: its scales, and the ticks along its sides.

use super::scale::{Scale, nice_ceiling, tick_step};
use crate::scenario::Calendar;

/// Margins around the plot, in pixels.
const LEFT: f64 = 44.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 28.0;

/// A tick with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Pixel along its axis.
    pub at: f64,
    /// Its label.
    pub label: String,
}

/// The plot of a chart and its axes.
#[derive(Debug, Clone, PartialEq)]
pub struct Axes {
    /// Size of the drawing, pixels.
    pub size: (f64, f64),
    /// Months to pixels.
    pub x: Scale,
    /// Values to pixels.
    pub y: Scale,
    /// Edges of the plot inside the drawing: left, right, top, bottom.
    pub plot: (f64, f64, f64, f64),
    /// Ticks at years.
    pub x_ticks: Vec<Tick>,
    /// Ticks at round values.
    pub y_ticks: Vec<Tick>,
    /// Upper end of the y axis.
    pub max: f64,
    /// The last month.
    pub months: u32,
}

impl Axes {
    /// Axes over these months and from `min` (0 or below) to at least `max_value`, with formatted labels
    /// for the values.
    pub fn new(
        size: (f64, f64),
        calendar: Calendar,
        months: u32,
        (min, max_value): (f64, f64),
        label: impl Fn(f64) -> String,
    ) -> Self {
        let (left, right) = (LEFT, (size.0 - RIGHT).max(LEFT + 1.0));
        let (top, bottom) = (TOP, (size.1 - BOTTOM).max(TOP + 1.0));
        let parts = ((bottom - top) / 45.0).clamp(2.0, 8.0) as u32;
        // A small margin keeps labels inside. Because it is rounded to half a tick, the axis does not
        // change while the drawing is refined.
        let end = |value: f64| nice_ceiling(value * 1.05, 2 * parts);
        let max = end(max_value);
        let min = if min < 0.0 { -end(-min) } else { 0.0 };
        let x = Scale::new((0.0, f64::from(months)), (left, right));
        let y = Scale::new((min, max), (bottom, top));
        Self {
            size,
            plot: (left, right, top, bottom),
            x_ticks: year_ticks(calendar, months, &x),
            y_ticks: value_ticks(min, max, parts, &y, label),
            x,
            y,
            max,
            months,
        }
    }

    /// The month nearest to a pixel; outside the plot, the first or last one.
    pub fn month_at(&self, pixel: f64) -> u32 {
        self.x.to_data(pixel).round().clamp(0.0, f64::from(self.months)) as u32
    }

    /// The points of monthly values, in pixels.
    pub fn points(&self, values: impl Iterator<Item = f64>) -> Vec<(f64, f64)> {
        let point = |(month, value)| (self.x.to_pixel(month as f64), self.y.to_pixel(value));
        values.enumerate().map(point).collect()
    }
}

/// A tick where each year begins, or every 2nd, 5th ... year where years are closer than 44 pixels.
fn year_ticks(calendar: Calendar, months: u32, x: &Scale) -> Vec<Tick> {
    let first = calendar.first_new_year();
    let Some(years) = months.checked_sub(first).map(|months| months / 12) else {
        return Vec::new();
    };
    let fit = ((x.to_pixel(f64::from(months)) - x.to_pixel(0.0)) / 44.0).max(1.0) as u32;
    let step = tick_step(f64::from(years), fit) as usize;
    (0..=years)
        .step_by(step)
        .map(|year| first + 12 * year)
        .map(|month| Tick { at: x.to_pixel(f64::from(month)), label: calendar.year_label(month) })
        .collect()
}

fn value_ticks(
    min: f64,
    max: f64,
    parts: u32,
    y: &Scale,
    label: impl Fn(f64) -> String,
) -> Vec<Tick> {
    let step = tick_step(max - min, parts);
    let (first, last) = ((min / step).ceil() as i32, (max / step).floor() as i32);
    (first..=last)
        .map(|i| f64::from(i) * step)
        .map(|value| Tick { at: y.to_pixel(value), label: label(value) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::integer;

    fn axes(min: f64, max_value: f64) -> Axes {
        Axes::new((600.0, 360.0), Calendar::default(), 96, (min, max_value), integer)
    }

    #[test]
    fn a_month_and_its_pixel_convert_both_ways() {
        let axes = axes(0.0, 130.0);
        for month in [0, 1, 24, 95, 96] {
            assert_eq!(axes.month_at(axes.x.to_pixel(f64::from(month))), month);
        }
        assert_eq!(axes.month_at(-50.0), 0);
        assert_eq!(axes.month_at(9_999.0), 96);
    }

    #[test]
    fn a_year_label_is_at_its_january() {
        let of = |preset| Axes::new((600.0, 360.0), preset, 96, (0.0, 9.0), integer);
        let chicago = of(Preset::Chicago.settings().calendar());
        let (first, last) = (&chicago.x_ticks[0], &chicago.x_ticks[7]);
        assert_eq!((first.label.as_str(), chicago.month_at(first.at)), ("2017", 6));
        assert_eq!((last.label.as_str(), chicago.month_at(last.at)), ("2024", 90));
        assert_eq!(of(Calendar::default()).x_ticks[0].label, "0");
    }

    #[test]
    fn values_below_zero_have_room_below_the_zero_line() {
        let axes = axes(-12.0, 30.0);
        let zero = axes.y_ticks.iter().find(|tick| tick.label == "0").unwrap().at;
        assert!(axes.y_ticks[0].label.starts_with('−') && axes.y_ticks[0].at > zero);
        let points = axes.points([-12.0, 30.0].into_iter());
        assert!(points.iter().all(|point| (axes.plot.2..=axes.plot.3).contains(&point.1)));
    }

    #[test]
    fn a_drawing_too_small_for_a_plot_still_has_finite_coordinates() {
        let axes = Axes::new((10.0, 10.0), Calendar::default(), 96, (0.0, 0.0), integer);
        assert!(axes.x.to_pixel(96.0).is_finite() && axes.y.to_pixel(1.0).is_finite());
    }
}
