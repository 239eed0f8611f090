//! The bands of a small district as whole schools: beside each year, a column of the schools that ever started and
//! one of those still active, a mark a school.

use super::axes::Axes;
use super::path::push_rectangle;
use crate::ensemble::Quantiles;

/// A year, months.
const YEAR: usize = 12;
/// The part of a year that a column fills.
const WIDTH: f64 = 0.36;
/// The width of a column at most, pixels.
const MAX_WIDTH: f64 = 16.0;
/// Between two columns, pixels.
const APART: f64 = 2.0;
/// The part of a mark's height that stays free, and the most of it, pixels.
const GAP: (f64, f64) = (0.25, 2.0);

/// The marks of the schools that ever started, then of those still active: those of a tenth of the futures, of
/// half and of nine tenths, each without the next ones.
pub(super) fn columns(bands: [&[Quantiles]; 2], axes: &Axes) -> [String; 6] {
    let mut paths: [String; 6] = Default::default();
    for (band, bands) in bands.into_iter().enumerate() {
        for (month, quantiles) in years(bands) {
            let x = left(month, axes) + if band == 0 { 0.0 } else { width(axes) + APART };
            let tops = [0.0, quantiles.p10, quantiles.p50, quantiles.p90].map(f64::round_ties_even);
            for (tier, rows) in tops.windows(2).enumerate() {
                let path = &mut paths[band * 3 + 2 - tier];
                for school in rows[0] as u32..rows[1] as u32 {
                    push_school(path, x, school, axes);
                }
            }
        }
    }
    paths
}

/// The medians of each year, as short lines as wide as both columns.
pub(super) fn medians(band: &[Quantiles], axes: &Axes) -> String {
    let mut path = String::new();
    for (month, quantiles) in years(band) {
        let y = axes.y.to_pixel(quantiles.p50.round_ties_even());
        push_rectangle(&mut path, (left(month, axes), y), (2.0 * width(axes) + APART, 0.0));
    }
    path
}

/// The last month of each year.
fn years(band: &[Quantiles]) -> impl Iterator<Item = (usize, &Quantiles)> {
    band.iter().enumerate().skip(YEAR).step_by(YEAR)
}

/// Where the columns of a month begin: they end at the month.
fn left(month: usize, axes: &Axes) -> f64 {
    axes.x.to_pixel(month as f64) - 2.0 * width(axes) - APART
}

fn width(axes: &Axes) -> f64 {
    let year = axes.x.to_pixel(YEAR as f64) - axes.x.to_pixel(0.0);
    (year * WIDTH).min(MAX_WIDTH)
}

/// The mark of one school, the first one on the ground.
fn push_school(path: &mut String, x: f64, school: u32, axes: &Axes) {
    let [top, bottom] = [school + 1, school].map(|school| axes.y.to_pixel(f64::from(school)));
    let gap = ((bottom - top) * GAP.0).min(GAP.1);
    push_rectangle(path, (x, top + gap), (width(axes), bottom - top - gap));
}

#[cfg(test)]
mod tests {
    use super::super::adoption::AdoptionChart;
    use super::*;
    use crate::scenario::{Preset, Scenario};
    use crate::summary::compare::test_ensembles::{ensemble_of, with};
    use crate::summary::{Summary, View};

    fn district(n_schools: u32) -> Scenario {
        with(&Preset::SmallWealthy.into(), |settings| {
            settings.district.n_schools = n_schools;
            settings.simulation.target_schools = n_schools / 2;
        })
    }

    fn drawn(scenario: &Scenario) -> (Summary, AdoptionChart) {
        let summary = Summary::of(scenario, &ensemble_of(scenario, 0..30)).unwrap();
        let chart = AdoptionChart::new(&summary, View::Luck, (600.0, 360.0));
        (summary, chart)
    }

    #[test]
    fn below_sixty_schools_each_mark_is_a_school_of_a_quantile() {
        let (summary, chart) = drawn(&district(42));
        assert!(chart.frame.is_small);
        let marks = |i: usize| chart.paths[i].matches('M').count() as f64;
        for (band, first) in [(&summary.bands.ever, 0), (&summary.bands.active, 3)] {
            let sum = |of: fn(&Quantiles) -> f64| -> f64 {
                years(band).map(|(_, quantiles)| of(quantiles).round_ties_even()).sum()
            };
            assert_eq!(marks(first + 2), sum(|q| q.p10));
            assert_eq!(marks(first + 2) + marks(first + 1), sum(|q| q.p50));
            assert_eq!(marks(first + 2) + marks(first + 1) + marks(first), sum(|q| q.p90));
        }
        assert!(!drawn(&district(60)).1.frame.is_small);
    }

    #[test]
    fn all_marks_are_inside_the_plot_and_do_not_overlap() {
        for schools in [2, 10, 59] {
            let chart = drawn(&district(schools)).1;
            let (left, right, top, bottom) = chart.frame.axes.plot;
            for mark in
                chart.paths.iter().flat_map(|path| path.split('M')).filter(|m| !m.is_empty())
            {
                let numbers: Vec<f64> = mark
                    .split([' ', 'h', 'v', 'z'])
                    .filter_map(|number| number.parse().ok())
                    .collect();
                let [x, y, width, height, _] = numbers[..] else { panic!("{mark}") };
                assert!(x >= left && x + width <= right + 0.2, "{mark}");
                assert!(y >= top && y + height <= bottom + 0.2 && height > 0.0, "{mark}");
            }
            let school = chart.frame.axes.y.to_pixel(0.0) - chart.frame.axes.y.to_pixel(1.0);
            assert!(school > 1.0, "{schools}: {school}");
        }
    }
}
