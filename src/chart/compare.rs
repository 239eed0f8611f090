//! The geometry of the comparison: the courses of up to four runs over the same months.

use super::axes::Axes;
use super::path::{area, line};
use crate::scenario::Preset;

/// The course of one run, month by month from 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Course<'a> {
    /// The value that a tenth of the futures lie below.
    pub low: &'a [f64],
    /// The median.
    pub middle: &'a [f64],
    /// The value that a tenth of the futures lie above.
    pub high: &'a [f64],
}

/// The drawn comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareChart {
    /// Axes: months, and what is compared.
    pub axes: Axes,
    /// Of each run the path of its band and that of its median.
    pub runs: Vec<[String; 2]>,
}

impl CompareChart {
    /// Draws the courses into this many pixels, as values times `scale`; `label` tells a value that was
    /// scaled. Runs over fewer months end earlier.
    pub fn new(
        courses: &[Course<'_>],
        preset: Option<Preset>,
        size: (f64, f64),
        scale: f64,
        label: impl Fn(f64) -> String,
    ) -> Self {
        let scaled = |value: &f64| value * scale;
        let months = courses.iter().map(|course| course.middle.len()).max().unwrap_or(0).max(2) - 1;
        let least = courses.iter().flat_map(|c| c.low).map(scaled).fold(0.0, f64::min);
        let greatest = courses.iter().flat_map(|c| c.high).map(scaled).fold(0.0, f64::max);
        let axes = Axes::new(size, preset, months as u32, (least, greatest), label);
        let paths = |course: &Course<'_>| {
            let points = |values: &[f64]| axes.points(values.iter().map(scaled));
            [area(points(course.high), &points(course.low)), line(points(course.middle))]
        };
        let runs = courses.iter().map(paths).collect();
        Self { axes, runs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::integer;

    #[test]
    fn every_run_has_a_band_and_a_median_inside_the_plot() {
        let a =
            Course { low: &[0.0, -0.1, -0.2], middle: &[0.0, 0.0, 0.1], high: &[0.0, 0.2, 0.3] };
        let b = Course { low: &[0.1, 0.1], middle: &[0.2, 0.2], high: &[0.3, 0.4] };
        let chart = CompareChart::new(&[a, b], None, (400.0, 300.0), 100.0, integer);
        assert_eq!(chart.runs.len(), 2);
        let (left, right, top, bottom) = chart.axes.plot;
        for path in chart.runs.concat() {
            for point in path.split(['M', 'L', 'Z']).filter(|point| !point.is_empty()) {
                let (x, y) = point.split_once(' ').unwrap();
                assert!((left..=right).contains(&x.parse().unwrap()), "{point}");
                assert!((top..=bottom).contains(&y.parse().unwrap()), "{point}");
            }
        }
        assert_eq!(chart.runs[1][1].matches('L').count(), 1, "the shorter run ends earlier");
    }

    #[test]
    fn without_runs_there_are_axes_only() {
        let chart = CompareChart::new(&[], None, (400.0, 300.0), 1.0, integer);
        assert!(chart.runs.is_empty() && chart.axes.x.to_pixel(1.0).is_finite());
    }
}
