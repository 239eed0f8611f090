//! The adoption chart: schools over months, as bands, marks or stages, with the goal and observed counts.

use super::axes::Axes;
use super::bands::{band_paths, before_path, ends};
use super::columns;
use super::stack::stack;
use crate::phrase;
use crate::scenario::{Observation, Preset, Reading, Scenario};
use crate::summary::{Summary, View, integer, is_small, schools};

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

/// The parts that do not change while more futures arrive: axes, goal and observed counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Axes: months and schools.
    pub axes: Axes,
    /// Pixel of the goal's line; `None` if the goal is off the chart.
    pub goal: Option<f64>,
    /// The label of that line.
    pub goal_label: String,
    /// Observed counts within the displayed months.
    pub marks: Vec<Mark>,
    /// The view that is drawn.
    pub view: View,
    /// Whether bands are drawn as whole schools.
    pub is_small: bool,
    /// The district, whose axis another one does not take over.
    district: (Option<Preset>, u32),
}

/// The name of a line with its last value, where it ends.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// The baseline of the text, pixels.
    pub y: String,
    /// "140 ever started".
    pub text: String,
}

/// The drawn chart.
#[derive(Debug, Clone, PartialEq)]
pub struct AdoptionChart {
    /// The frame around the schools.
    pub frame: Frame,
    /// The path of the schools that ever started before the last change; empty if there is none.
    pub before: String,
    /// The paths of the schools in drawing order. For bands: outer band (empty while it is counted), inner band and median of the
    /// schools that ever started, then of those still active. For stages: each layer from the bottom up,
    /// then the line above those that ever started.
    pub paths: [String; 6],
    /// The y of the name of each layer; empty for bands.
    pub names: Vec<String>,
    /// The ends of the lines of bands, from left to right below each other; empty for stages.
    pub ends: Vec<End>,
}

/// What the drawing of a run keeps from the one before.
#[derive(Debug, Clone, Copy, Default)]
pub struct Kept<'a> {
    /// The run before the last change.
    pub before: Option<&'a Summary>,
    /// A drawing whose axis does not become shorter.
    pub drawn: Option<&'a AdoptionChart>,
}

impl AdoptionChart {
    /// Draws a view of a summary at this size in pixels. Goal and observed counts refer to schools that
    /// ever started, so they are meaningful in both views.
    pub fn new(summary: &Summary, view: View, size: (f64, f64)) -> Self {
        Self::keeping(Kept::default(), summary, view, size)
    }

    /// Draws it so that what was before stays in sight.
    pub fn keeping(kept: Kept, summary: &Summary, view: View, size: (f64, f64)) -> Self {
        let Summary { scenario, bands, stages, .. } = summary;
        let months = bands.months();
        let observed = scenario.published_counts();
        let goal = f64::from(scenario.simulation.target_schools);
        // Another district is not the same one before a change.
        let before = kept.before.filter(|before| before.scenario.preset == scenario.preset);
        let max = match view {
            View::Bands | View::Luck => bands.greatest(),
            View::Stages => stages.greatest(),
        };
        let max = max.max(before.map_or(0.0, |before| before.bands.greatest_median()));
        let max = max_displayed(scenario, max, observed, goal);
        let district = (scenario.preset, scenario.district.n_schools);
        let least = kept.drawn.map(|drawn| &drawn.frame).filter(|frame| frame.district == district);
        let max = max.max(least.map_or(0.0, |frame| frame.axes.max * BELOW_THE_END));
        let axes = Axes::new(size, scenario.calendar(), months, (0.0, max), integer);
        let goal_line = (goal <= axes.max).then(|| axes.y.to_pixel(goal));
        let is_small = is_small(scenario);
        let (paths, names) = match view {
            View::Stages => stack(stages, &axes, goal_line),
            View::Bands | View::Luck if is_small => {
                (columns::columns(bands.drawn(view), &axes), Vec::new())
            }
            View::Bands | View::Luck => (band_paths(summary, view, &axes), Vec::new()),
        };
        let marks = observed.iter().filter(|o| o.month <= months).map(|o| mark(o, &axes));
        let frame = Frame {
            marks: marks.collect(),
            goal: goal_line,
            goal_label: phrase!("goal: {schools}", schools = schools(goal as u32)),
            view,
            is_small,
            district,
            axes,
        };
        Self {
            before: before.map(|b| before_path(b, summary, view, &frame)).unwrap_or_default(),
            ends: ends(before, summary, &frame),
            frame,
            paths,
            names,
        }
    }
}

/// The part of an axis that its values may fill, so that rounding leads to the same axis again.
const BELOW_THE_END: f64 = 0.94;

/// The greatest number of schools that the plot must accommodate.
fn max_displayed(scenario: &Scenario, max: f64, observed: &[Observation], goal: f64) -> f64 {
    let schools = f64::from(scenario.district.n_schools);
    let observed = observed.iter().map(|o| f64::from(o.schools)).fold(0.0, f64::max);
    // A goal that the district can never reach must not flatten the curves.
    let goal = if goal <= schools { goal } else { 0.0 };
    max.max(observed).max(goal)
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
    fn marks_goal_and_ticks_are_inside_the_plot() {
        let sizes = [(300.0, 200.0), (600.0, 360.0), (1200.0, 700.0)];
        for (size, shown) in sizes.into_iter().flat_map(|size| View::ALL.map(|view| (size, view))) {
            let chart = view(&Preset::Chicago.into(), shown, size).frame;
            let (left, right, top, bottom) = chart.axes.plot;
            assert_eq!(chart.marks.len(), 3);
            for mark in &chart.marks {
                assert!((left..=right).contains(&mark.x) && (top..=bottom).contains(&mark.y));
            }
            assert!((top..=bottom).contains(&chart.goal.unwrap()));
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
    fn a_goal_out_of_reach_does_not_flatten_the_curves() {
        let mut settings = Preset::SmallWealthy.settings();
        settings.simulation.target_schools = 5_000;
        let chart = chart(&Scenario::new(settings).unwrap(), (600.0, 360.0));
        assert_eq!(chart.frame.goal, None);
    }

    #[test]
    fn a_drawing_too_small_for_a_plot_still_has_finite_coordinates() {
        let chart = chart(&Preset::Chicago.into(), (10.0, 10.0));
        assert!(chart.frame.axes.x.to_pixel(96.0).is_finite());
        assert!(!chart.paths.concat().contains("NaN"));
    }
}
