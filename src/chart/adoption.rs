//! The adoption chart: schools over months, as bands or stages, with the target and observed counts.

use super::axes::Axes;
use super::path::{area, line};
use super::stack::stack;
use crate::ensemble::Quantiles;
use crate::phrase;
use crate::scenario::{Observation, Preset, Reading, Scenario};
use crate::summary::{Summary, View, WideBand, integer};

/// An observed count on the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Pixels.
    pub x: f64,
    /// Pixels.
    pub y: f64,
    /// How to interpret it, and therefore how to draw it.
    pub reading: Reading,
    /// Its label: "21", "100+", "130 expected".
    pub label: String,
}

/// The parts that do not change while more futures arrive: axes, target and observed counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Axes: months and schools.
    pub axes: Axes,
    /// Pixel of the target line; `None` if the target is off the chart.
    pub target: Option<f64>,
    /// Observed counts within the displayed months.
    pub marks: Vec<Mark>,
    /// The view that is drawn.
    pub view: View,
}

/// The drawn chart.
#[derive(Debug, Clone, PartialEq)]
pub struct AdoptionChart {
    /// The frame around the schools.
    pub frame: Frame,
    /// The paths of the schools in drawing order. For bands: outer band (empty while it is counted), inner band and median of the
    /// schools that ever started, then of those still active. For stages: each layer from the bottom up,
    /// then the line above those that ever started.
    pub paths: [String; 6],
    /// The y of the name of each layer; empty for bands.
    pub names: Vec<String>,
}

impl AdoptionChart {
    /// Draws a view of a summary at this size in pixels. Target and observed counts refer to schools that
    /// ever started, so they are meaningful in both views.
    pub fn new(summary: &Summary, view: View, size: (f64, f64)) -> Self {
        let Summary { scenario, bands, stages, .. } = summary;
        let months = bands.months();
        let observed = scenario.preset.map_or(&[][..], Preset::observations);
        let target = f64::from(scenario.simulation.target_schools);
        let max = match view {
            View::Bands | View::Luck => bands.greatest(),
            View::Stages => stages.greatest(),
        };
        let max = max_displayed(scenario, max, observed, target);
        let axes = Axes::new(size, scenario.preset, months, (0.0, max), integer);
        let target = (target <= axes.max).then(|| axes.y.to_pixel(target));
        let (paths, names) = match view {
            View::Bands | View::Luck => {
                let both = view == View::Bands && !scenario.sensitivity.uncertain_constants;
                let wide = |of: fn(&WideBand) -> &[Quantiles]| match &bands.wide {
                    Some(wide) => of(wide),
                    None => &[],
                };
                let [ever, active]: [(&[Quantiles], &[Quantiles]); 2] = match both {
                    true => [
                        (wide(|wide| &wide.ever), &bands.ever),
                        (wide(|wide| &wide.active), &bands.active),
                    ],
                    false => [(&bands.ever, &[]), (&bands.active, &[])],
                };
                let [a, b, c] = band_paths(ever, &axes);
                let [d, e, f] = band_paths(active, &axes);
                ([a, b, c, d, e, f], Vec::new())
            }
            View::Stages => stack(stages, &axes, target),
        };
        let marks = observed.iter().filter(|o| o.month <= months).map(|o| mark(o, &axes));
        let frame = Frame { marks: marks.collect(), axes, target, view };
        Self { frame, paths, names }
    }
}

/// The greatest number of schools that the plot must accommodate.
fn max_displayed(scenario: &Scenario, max: f64, observed: &[Observation], target: f64) -> f64 {
    let schools = f64::from(scenario.district.n_schools);
    let observed = observed.iter().map(|o| f64::from(o.schools)).fold(0.0, f64::max);
    // A target that the district can never reach must not flatten the curves.
    let target = if target <= schools { target } else { 0.0 };
    max.max(observed).max(target)
}

/// The outer band holds 80% of the futures of the first, and its median is drawn. The inner one holds 80% of those
/// of the second or, without one, half of the first; without a first, the second has the median.
fn band_paths((outer, inner): (&[Quantiles], &[Quantiles]), axes: &Axes) -> [String; 3] {
    let points = |band: &[Quantiles], of: fn(&Quantiles) -> f64| axes.points(band.iter().map(of));
    let wide = |band| area(points(band, |q| q.p90), &points(band, |q| q.p10));
    [
        wide(outer),
        match inner.is_empty() {
            true => area(points(outer, |q| q.p75), &points(outer, |q| q.p25)),
            false => wide(inner),
        },
        line(points(if outer.is_empty() { inner } else { outer }, |q| q.p50)),
    ]
}

fn mark(observation: &Observation, axes: &Axes) -> Mark {
    let height = f64::from(observation.schools);
    let schools = integer(height);
    Mark {
        x: axes.x.to_pixel(f64::from(observation.month)),
        y: axes.y.to_pixel(height),
        reading: observation.reading,
        label: match observation.reading {
            Reading::Count => schools,
            Reading::AtLeast => phrase!("{schools}+", schools),
            Reading::Expected => phrase!("{schools} expected", schools),
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
    fn marks_target_and_ticks_are_inside_the_plot() {
        let sizes = [(300.0, 200.0), (600.0, 360.0), (1200.0, 700.0)];
        for (size, shown) in sizes.into_iter().flat_map(|size| View::ALL.map(|view| (size, view))) {
            let chart = view(&Preset::Chicago.into(), shown, size).frame;
            let (left, right, top, bottom) = chart.axes.plot;
            assert_eq!(chart.marks.len(), 3);
            for mark in &chart.marks {
                assert!((left..=right).contains(&mark.x) && (top..=bottom).contains(&mark.y));
            }
            assert!((top..=bottom).contains(&chart.target.unwrap()));
            assert!(chart.axes.y_ticks.iter().all(|t| (top - 0.01..=bottom).contains(&t.at)));
            assert!(chart.axes.x_ticks.iter().all(|t| (left..=right + 0.01).contains(&t.at)));
            let apart = chart.axes.x_ticks.windows(2).all(|pair| pair[1].at - pair[0].at >= 43.0);
            assert!(apart, "{:?}", chart.axes.x_ticks);
        }
    }

    #[test]
    fn all_paths_of_both_views_are_inside_the_plot() {
        for shown in View::ALL {
            let chart = view(&Preset::Chicago.into(), shown, (600.0, 360.0));
            let (_, _, top, bottom) = chart.frame.axes.plot;
            for point in chart.paths.iter().flat_map(|path| path.split(['M', 'L', 'Z'])) {
                let Some((_, y)) = point.split_once(' ') else { continue };
                assert!((top..=bottom).contains(&y.parse().unwrap()), "{shown:?}: {point}");
            }
        }
    }

    #[test]
    fn the_axis_begins_at_no_schools_and_its_labels_are_round() {
        let chart = chart(&Preset::Chicago.into(), (600.0, 360.0)).frame;
        assert_eq!(chart.axes.y_ticks[0].label, "0");
        assert_eq!(chart.axes.y_ticks[0].at, chart.axes.plot.3);
        assert_eq!(chart.axes.x_ticks[0].label, "2017");
    }

    #[test]
    fn a_target_out_of_reach_does_not_flatten_the_curves() {
        let mut settings = Preset::SmallWealthy.settings();
        settings.simulation.target_schools = 5_000;
        let chart = chart(&Scenario::new(settings).unwrap(), (600.0, 360.0));
        assert_eq!(chart.frame.target, None);
    }

    #[test]
    fn a_drawing_too_small_for_a_plot_still_has_finite_coordinates() {
        let chart = chart(&Preset::Chicago.into(), (10.0, 10.0));
        assert!(chart.frame.axes.x.to_pixel(96.0).is_finite());
        assert!(!chart.paths.concat().contains("NaN"));
    }
}
