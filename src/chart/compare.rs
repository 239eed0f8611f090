//! The geometry of the comparison chart: the monthly courses of up to four runs.

use super::axes::Axes;
use super::path::{area, line};
use crate::scenario::Calendar;
use crate::summary::compare::{Course, Unit};
use crate::summary::integer;

/// The drawn comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareChart {
    /// Axes: months, and the compared outcome.
    pub axes: Axes,
    /// For each run, the path of its band and that of its median.
    pub runs: Vec<[String; 2]>,
}

impl CompareChart {
    /// Draws the courses of one metric at this size in pixels. Runs over fewer months end earlier.
    pub fn new(courses: &[&Course], calendar: Calendar, size: (f64, f64)) -> Self {
        let unit = courses.first().map(|course| course.metric.row().unit);
        // Shares are drawn in percent, like the labels of the axis.
        let scale = if let Some(Unit::Share | Unit::Gap) = unit { 100.0 } else { 1.0 };
        let label = |value: f64| match unit {
            Some(Unit::Gap) => integer(value),
            Some(unit) => unit.format_level(value / scale),
            None => String::new(),
        };
        let scaled = |value: &f64| value * scale;
        let months = courses.iter().map(|course| course.p50.len()).max().unwrap_or(0).max(2) - 1;
        let least = courses.iter().flat_map(|c| &c.p10).map(scaled).fold(0.0, f64::min);
        let greatest = courses.iter().flat_map(|c| &c.p90).map(scaled).fold(0.0, f64::max);
        let axes = Axes::new(size, calendar, months as u32, (least, greatest), label);
        let paths = |course: &&Course| {
            let points = |values: &[f64]| axes.points(values.iter().map(scaled));
            [area(points(&course.p90), &points(&course.p10)), line(points(&course.p50))]
        };
        let runs = courses.iter().map(paths).collect();
        Self { axes, runs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::compare::OutcomeMetric;

    fn course(metric: OutcomeMetric, values: [&[f64]; 3]) -> Course {
        let [p10, p50, p90] = values.map(<[f64]>::to_vec);
        Course { metric, p10, p50, p90 }
    }

    #[test]
    fn every_run_has_a_band_and_a_median_inside_the_plot() {
        let a = [&[0.0, -0.1, -0.2][..], &[0.0, 0.0, 0.1], &[0.0, 0.2, 0.3]];
        let b = [&[0.1, 0.1][..], &[0.2, 0.2], &[0.3, 0.4]];
        let [a, b] = [a, b].map(|values| course(OutcomeMetric::EquityGap, values));
        let chart = CompareChart::new(&[&a, &b], Calendar::default(), (400.0, 300.0));
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
    fn the_axis_names_values_in_their_unit() {
        let flat: [&[f64]; 3] = [&[0.0, 0.1], &[0.0, 0.5], &[0.0, 0.9]];
        let label = |metric| {
            let chart =
                CompareChart::new(&[&course(metric, flat)], Calendar::default(), (400.0, 300.0));
            chart.axes.y_ticks[1].label.clone()
        };
        assert_eq!(label(OutcomeMetric::Depth), "20%");
        assert_eq!(label(OutcomeMetric::EquityGap), "20");
    }

    #[test]
    fn without_runs_there_are_only_axes() {
        let chart = CompareChart::new(&[], Calendar::default(), (400.0, 300.0));
        assert!(chart.runs.is_empty() && chart.axes.x.to_pixel(1.0).is_finite());
    }
}
