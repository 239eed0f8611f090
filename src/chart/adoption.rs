//! The adoption chart: schools over months, as bands or stages, with target and observed counts.

use super::path::{area, line};
use super::scale::{Scale, nice_ceiling, tick_step};
use super::stack::stack;
use crate::ensemble::Quantiles;
use crate::scenario::calendar::year_label;
use crate::scenario::{Observation, Preset, Reading, Scenario};
use crate::summary::{Summary, View, integer};

/// Room around the plot, in pixels.
const LEFT: f64 = 44.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 28.0;

/// A tick with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Pixel along its axis.
    pub at: f64,
    /// Its label.
    pub label: String,
}

/// An observed count on the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Pixels.
    pub x: f64,
    /// Pixels.
    pub y: f64,
    /// How to read it, and so how to draw it.
    pub reading: Reading,
    /// Its label: "21", "100+", "130 expected".
    pub label: String,
}

/// What stands still while the schools are refined: axes, target and observed counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Size of the drawing, pixels.
    pub size: (f64, f64),
    /// Months to pixels.
    pub x: Scale,
    /// Schools to pixels.
    pub y: Scale,
    /// Ends of the plot inside the drawing: left, right, top, bottom.
    pub plot: (f64, f64, f64, f64),
    /// Years.
    pub x_ticks: Vec<Tick>,
    /// Schools.
    pub y_ticks: Vec<Tick>,
    /// Pixel of the target line; none where the target is off the chart.
    pub target: Option<f64>,
    /// Observed counts inside the months shown.
    pub marks: Vec<Mark>,
    /// What is drawn.
    pub view: View,
    months: u32,
}

impl Frame {
    /// The month nearest to a pixel; beyond the plot, the first or last.
    pub fn month_at(&self, pixel: f64) -> u32 {
        self.x.to_data(pixel).round().clamp(0.0, f64::from(self.months)) as u32
    }
}

/// The drawn chart.
#[derive(Debug, Clone, PartialEq)]
pub struct AdoptionChart {
    /// What the schools are drawn into.
    pub frame: Frame,
    /// The paths of the schools in the order in which they are drawn. As bands: outer, inner and median
    /// of those that ever started, then of those still active. As stages: each layer from below, then the
    /// line above those that ever started.
    pub paths: [String; 6],
    /// The y of the name of each layer; none of bands.
    pub names: Vec<String>,
}

impl AdoptionChart {
    /// Draws a view of a summary into this many pixels. Target and observed counts are of schools that
    /// ever started, so they can be read in either view.
    pub fn new(summary: &Summary, view: View, size: (f64, f64)) -> Self {
        let Summary { scenario, bands, stages, .. } = summary;
        let (left, right) = (LEFT, (size.0 - RIGHT).max(LEFT + 1.0));
        let (top, bottom) = (TOP, (size.1 - BOTTOM).max(TOP + 1.0));
        let months = bands.months();
        let observed = scenario.preset.map_or(&[][..], Preset::observations);
        let target = f64::from(scenario.simulation.target_schools);
        let parts = ((bottom - top) / 45.0).clamp(2.0, 8.0) as u32;
        let greatest = match view {
            View::Bands => bands.greatest(),
            View::Stages => stages.greatest(),
        };
        let most = most_schools(scenario, greatest, observed, target, parts);
        let x = Scale::new((0.0, f64::from(months)), (left, right));
        let y = Scale::new((0.0, most), (bottom, top));
        let target = (target <= most).then(|| y.to_pixel(target));
        let (paths, names) = match view {
            View::Bands => {
                let [a, b, c] = band_paths(&bands.ever, &x, &y);
                let [d, e, f] = band_paths(&bands.active, &x, &y);
                ([a, b, c, d, e, f], Vec::new())
            }
            View::Stages => stack(stages, &x, &y, right, target),
        };
        let marks = observed.iter().filter(|o| o.month <= months).map(|o| mark(o, &x, &y));
        let frame = Frame {
            size,
            plot: (left, right, top, bottom),
            x_ticks: year_ticks(scenario.preset, months, &x),
            y_ticks: school_ticks(most, parts, &y),
            target,
            marks: marks.collect(),
            x,
            y,
            view,
            months,
        };
        Self { frame, paths, names }
    }
}

/// The top of the axis: everything fits below it.
fn most_schools(
    scenario: &Scenario,
    greatest: f64,
    observed: &[Observation],
    target: f64,
    parts: u32,
) -> f64 {
    let schools = f64::from(scenario.district.n_schools);
    let observed = observed.iter().map(|o| f64::from(o.schools)).fold(0.0, f64::max);
    // A target that the district can never meet must not flatten the curves.
    let target = if target <= schools { target } else { 0.0 };
    // A little room keeps the labels inside. Rounded to half a tick, the axis stands still while the
    // schools are refined.
    nice_ceiling(greatest.max(observed).max(target) * 1.05, 2 * parts)
}

/// A tick each year, or each 2nd, 5th ... where years stand closer than 44 pixels.
fn year_ticks(preset: Option<Preset>, months: u32, x: &Scale) -> Vec<Tick> {
    let years = months / 12;
    let fit = ((x.to_pixel(f64::from(months)) - x.to_pixel(0.0)) / 44.0).max(1.0) as u32;
    let step = tick_step(f64::from(years), fit) as usize;
    (0..=years)
        .step_by(step)
        .map(|year| Tick { at: x.to_pixel(f64::from(12 * year)), label: year_label(preset, year) })
        .collect()
}

fn school_ticks(most: f64, parts: u32, y: &Scale) -> Vec<Tick> {
    let step = tick_step(most, parts);
    let count = (most / step).floor() as u32;
    (0..=count)
        .map(|i| f64::from(i) * step)
        .map(|schools| Tick { at: y.to_pixel(schools), label: integer(schools) })
        .collect()
}

fn band_paths(band: &[Quantiles], x: &Scale, y: &Scale) -> [String; 3] {
    let points = |of: fn(&Quantiles) -> f64| -> Vec<(f64, f64)> {
        let point = |(month, q)| (x.to_pixel(month as f64), y.to_pixel(of(q)));
        band.iter().enumerate().map(point).collect()
    };
    [
        area(points(|q| q.p90), &points(|q| q.p10)),
        area(points(|q| q.p75), &points(|q| q.p25)),
        line(points(|q| q.p50)),
    ]
}

fn mark(observation: &Observation, x: &Scale, y: &Scale) -> Mark {
    let schools = observation.schools;
    Mark {
        x: x.to_pixel(f64::from(observation.month)),
        y: y.to_pixel(f64::from(schools)),
        reading: observation.reading,
        label: match observation.reading {
            Reading::Count => schools.to_string(),
            Reading::AtLeast => format!("{schools}+"),
            Reading::Expected => format!("{schools} expected"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::Ensemble;
    use crate::model::simulate;

    fn chart(scenario: &Scenario, size: (f64, f64)) -> AdoptionChart {
        view(scenario, View::Bands, size)
    }

    fn view(scenario: &Scenario, view: View, size: (f64, f64)) -> AdoptionChart {
        let mut ensemble = Ensemble::new(scenario.simulation.months);
        for replicate in 0..10 {
            ensemble.add(replicate, simulate(scenario, replicate));
        }
        AdoptionChart::new(&Summary::of(scenario, &ensemble).unwrap(), view, size)
    }

    #[test]
    fn a_month_is_found_again_at_its_pixel() {
        let chart = chart(&Preset::Chicago.into(), (600.0, 360.0)).frame;
        for month in [0, 1, 24, 95, 96] {
            assert_eq!(chart.month_at(chart.x.to_pixel(f64::from(month))), month);
        }
        assert_eq!(chart.month_at(-50.0), 0);
        assert_eq!(chart.month_at(9_999.0), 96);
    }

    #[test]
    fn marks_target_and_ticks_lie_inside_the_plot() {
        let sizes = [(300.0, 200.0), (600.0, 360.0), (1200.0, 700.0)];
        for (size, shown) in sizes.into_iter().flat_map(|size| View::ALL.map(|view| (size, view))) {
            let chart = view(&Preset::Chicago.into(), shown, size).frame;
            let (left, right, top, bottom) = chart.plot;
            assert_eq!(chart.marks.len(), 3);
            for mark in &chart.marks {
                assert!((left..=right).contains(&mark.x) && (top..=bottom).contains(&mark.y));
            }
            assert!((top..=bottom).contains(&chart.target.unwrap()));
            assert!(chart.y_ticks.iter().all(|t| (top - 0.01..=bottom).contains(&t.at)));
            assert!(chart.x_ticks.iter().all(|t| (left..=right + 0.01).contains(&t.at)));
            let apart = chart.x_ticks.windows(2).all(|pair| pair[1].at - pair[0].at >= 43.0);
            assert!(apart, "{:?}", chart.x_ticks);
        }
    }

    #[test]
    fn every_school_of_either_view_lies_inside_the_plot() {
        for shown in View::ALL {
            let chart = view(&Preset::Chicago.into(), shown, (600.0, 360.0));
            let (_, _, top, bottom) = chart.frame.plot;
            for point in chart.paths.iter().flat_map(|path| path.split(['M', 'L', 'Z'])) {
                let Some((_, y)) = point.split_once(' ') else { continue };
                assert!((top..=bottom).contains(&y.parse().unwrap()), "{shown:?}: {point}");
            }
        }
    }

    #[test]
    fn the_axis_begins_at_no_schools_and_its_labels_are_round() {
        let chart = chart(&Preset::Chicago.into(), (600.0, 360.0)).frame;
        assert_eq!(chart.y_ticks[0].label, "0");
        assert_eq!(chart.y_ticks[0].at, chart.plot.3);
        assert_eq!(chart.x_ticks[0].label, "2016");
    }

    #[test]
    fn a_target_out_of_reach_does_not_flatten_the_curves() {
        let mut settings = Preset::SmallWealthy.settings();
        settings.simulation.target_schools = 5_000;
        let chart = chart(&Scenario::new(settings).unwrap(), (600.0, 360.0));
        assert_eq!(chart.frame.target, None);
    }

    #[test]
    fn a_drawing_too_small_for_a_plot_still_has_an_extent() {
        let chart = chart(&Preset::Chicago.into(), (10.0, 10.0));
        assert!(chart.frame.x.to_pixel(96.0).is_finite());
        assert!(!chart.paths.concat().contains("NaN"));
    }
}
