//! The adoption chart as SVG.

use crate::chart::{AdoptionChart, Axes, Frame, GOAL_ABOVE, Mark, NAMES_FROM_RIGHT};
use crate::language::{phrase, to_phrase};
use crate::scenario::Reading;
use crate::summary::{LAYERS, View};
use maud::{Markup, html};
use std::iter;

/// Selects the paths of the schools in either view, in the order of [`paths`].
pub const PATHS: &str = ".before, .band path, .stack > path";
/// Selects the names of the layers, whose baselines move with the layers.
pub const NAMES: &str = ".stack text";
/// Selects the names where lines end.
pub const ENDS: &str = ".ends text";

/// All paths of the schools, what was before first.
pub fn paths(chart: &AdoptionChart) -> impl Iterator<Item = &str> {
    iter::once(&chart.before).chain(&chart.paths).map(String::as_str)
}

/// Renders the chart as an image with this text alternative.
pub fn chart(chart: &AdoptionChart, text: &str) -> String {
    let frame = &chart.frame;
    let (width, height) = frame.axes.size;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height)
            viewBox={ "0 0 " (width) " " (height) } role="img" aria-label=(text) {
            (axes(&frame.axes))
            (titles(&frame.axes))
            path class="before" d=(chart.before) {}
            @if frame.view == View::Stages {
                (stages(chart))
            } @else {
                g class=[frame.is_small.then_some("school-marks")] {
                    (bands("ever", &chart.paths[..3]))
                    (bands("active", &chart.paths[3..]))
                }
            }
            (goal(frame))
            g class="marks" { @for mark in &frame.marks { (observed(mark)) } }
            (ends(chart))
        }
    }
    .into_string()
}

/// The horizontal grid lines with their values, and the years below the plot.
pub(super) fn axes(axes: &Axes) -> Markup {
    let (left, right, _, bottom) = axes.plot;
    html! {
        g class="grid" {
            @for tick in &axes.y_ticks {
                line x1=(left) x2=(right) y1=(tick.at) y2=(tick.at) {}
                text x=(left - 6.0) y=(tick.at + 4.0) text-anchor="end" { (tick.label) }
            }
        }
        g class="axis" {
            @for tick in &axes.x_ticks {
                line x1=(tick.at) x2=(tick.at) y1=(bottom) y2=(bottom + 4.0) {}
                text x=(tick.at) y=(bottom + 18.0) text-anchor="middle" { (tick.label) }
            }
        }
    }
}

/// The units of both axes.
fn titles(axes: &Axes) -> Markup {
    let (left, _, top, bottom) = axes.plot;
    html! {
        g class="units" {
            text x="2" y=(top - 8.0) { (phrase("schools")) }
            text x=(left - 14.0) y=(bottom + 18.0) text-anchor="end" { (phrase("year")) }
        }
    }
}

/// The names of the lines with their last values.
fn ends(chart: &AdoptionChart) -> Markup {
    let right = chart.frame.axes.plot.1 - 4.0;
    html! {
        g class="ends" {
            @for (end, class) in chart.ends.iter().zip(["ever", "active"]) {
                text class=(class) x=(right) y=(end.y) text-anchor="end" { (end.text) }
            }
        }
    }
}

fn bands(name: &str, paths: &[String]) -> Markup {
    html! {
        g class={ "band " (name) } {
            @for (class, path) in ["outer", "inner", "median"].iter().zip(paths) {
                path class=(class) d=(path) {}
            }
        }
    }
}

/// The layers with their names. The waiting schools are only hatched, because they have not started.
fn stages(chart: &AdoptionChart) -> Markup {
    let x = chart.frame.axes.plot.1 - NAMES_FROM_RIGHT;
    html! {
        g class="stack" {
            pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)" { line y2="5" {} }
            // The style sheet gives a color to every layer except the waiting schools.
            @for (((measure, name), path), baseline) in LAYERS.iter().zip(&chart.paths).zip(&chart.names) {
                path class=(measure.key()) fill="url(#hatch)" d=(path) {}
                text class=(measure.key()) x=(x) y=(baseline) text-anchor="end" { (phrase(name)) }
            }
            path class="median" d=(chart.paths[LAYERS.len()]) {}
        }
    }
}

/// How to read the dots, which are drawn for districts with published counts.
pub const DOTS: &str = to_phrase("● published counts (↑ at least, ○ expected)");

/// The name of the radio buttons that select a view.
pub const VIEW: &str = "view";

/// The radio buttons that select a view, with this one selected.
pub fn views(chosen: View) -> String {
    html! {
        fieldset {
            legend { (phrase("Show")) }
            @for view in View::ALL {
                label {
                    input type="radio" name=(VIEW) value=(view.name()) checked[view == chosen];
                    (view.label())
                }
            }
        }
    }
    .into_string()
}

/// The classes of the layers and lines of a view with their untranslated names, layers first, from the
/// bottom up.
pub(super) fn keys(view: View) -> Vec<(&'static str, &'static str)> {
    let ever = ("ever", to_phrase("ever started"));
    match view {
        View::Bands | View::Luck => vec![ever, ("active", to_phrase("still active"))],
        View::Stages => {
            LAYERS.iter().map(|&(measure, name)| (measure.key(), name)).chain([ever]).collect()
        }
    }
}

/// The legend of a view: the names of its lines and layers, and how to read them.
/// `has_before`: whether the chart draws what was before a change; `has_counts`: whether it draws published counts.
pub fn legend(view: View, how_to_read: &str, has_before: bool, has_counts: bool) -> String {
    html! {
        @for (key, name) in keys(view) { li { span class={ "key " (key) } {} (phrase(name)) } }
        li class=[(!has_before).then_some("unseen")] {
            span class="key before" {} (phrase("before your change"))
        }
        @if has_counts { li { (phrase(DOTS)) } }
        li class="quiet" { (how_to_read) }
    }
    .into_string()
}

/// Where the goal's name begins, as a part of the width: between the counts of the first years and the names at the
/// ends of the lines.
const GOAL_AT: f64 = 0.36;

fn goal(frame: &Frame) -> Markup {
    let (left, right, _, _) = frame.axes.plot;
    html! {
        @if let Some(y) = frame.goal {
            line class="goal-line" x1=(left) x2=(right) y1=(y) y2=(y) {}
            text class="goal-label" x=(left + GOAL_AT * (right - left)) y=(y - GOAL_ABOVE) { (frame.goal_label) }
        }
    }
}

/// A published count: a dot, with an upward arrow if it is a lower bound, hollow if it was expected.
fn observed(mark: &Mark) -> Markup {
    let (x, y) = (mark.x, mark.y);
    let class = if mark.reading == Reading::Expected { "dot expected" } else { "dot" };
    html! {
        @if mark.reading == Reading::AtLeast {
            path class="arrow" d={
                "M" (x) " " (y - 5.0) "V" (y - 19.0)
                "M" (x - 4.0) " " (y - 14.0) "L" (x) " " (y - 19.0) "L" (x + 4.0) " " (y - 14.0)
            } {}
        }
        circle class=(class) cx=(x) cy=(y) r="4.5" {}
        // Curves rise, so there is space to the left of a mark, or above the first one.
        @if mark.reading == Reading::Count {
            text x=(x) y=(y - 9.0) { (mark.label) }
        } @else {
            text x=(x - 9.0) y=(y + 4.0) text-anchor="end" { (mark.label) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::Ensemble;
    use crate::model::simulate;
    use crate::scenario::{Preset, Scenario};
    use crate::summary::Summary;

    fn drawn(view: View) -> AdoptionChart {
        let scenario = Scenario::from(Preset::Chicago);
        let mut ensemble = Ensemble::new(scenario.simulation.months);
        ensemble.add(0, simulate(&scenario, 0));
        let summary = Summary::of(&scenario, &ensemble).unwrap();
        AdoptionChart::new(&summary, view, (600.0, 360.0))
    }

    fn svg(text: &str) -> String {
        chart(&drawn(View::Bands), text)
    }

    #[test]
    fn the_chart_draws_two_bands_the_goal_and_three_published_counts() {
        let svg = svg("Adoption chart");
        for part in ["band ever", "band active", "goal-line", "100+", "130 expected"] {
            assert!(svg.contains(part), "{part} is missing");
        }
        assert_eq!(svg.matches("<circle").count(), 3);
        assert_eq!(svg.matches("class=\"arrow\"").count(), 1);
    }

    #[test]
    fn the_paths_are_drawn_in_order() {
        for view in [View::Luck, View::Stages] {
            let drawn = drawn(view);
            let svg = chart(&drawn, "");
            let places = drawn
                .paths
                .each_ref()
                .map(|path| svg.find(&format!("d=\"{path}\"")).expect("the path is drawn"));
            assert!(places.is_sorted());
            assert_eq!(
                svg.matches("<path").count(),
                6 + 2,
                "six of schools, an arrow and what was before"
            );
        }
    }

    #[test]
    fn drawing_and_legend_name_the_stages_from_the_bottom_up() {
        let svg = chart(&drawn(View::Stages), "");
        let legend = legend(View::Stages, "means of 500 futures", true, true);
        for html in [svg, legend] {
            let names = ["whole school", "pilot", "introductory", "stopped", "waiting"];
            let places = names.map(|name| html.find(&format!(">{name}</")).expect(name));
            assert!(places.is_sorted(), "{html}");
        }
    }

    #[test]
    fn exactly_the_given_view_is_selected() {
        for view in View::ALL {
            let buttons = views(view);
            assert!(buttons.contains(&format!("value=\"{}\" checked", view.name())));
            assert_eq!(buttons.matches("checked").count(), 1);
        }
    }

    #[test]
    fn a_text_never_becomes_markup() {
        assert!(svg("a \"<script>\"").contains("a &quot;&lt;script&gt;&quot;"));
    }
}
