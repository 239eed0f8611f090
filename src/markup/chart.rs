//! The adoption chart as SVG.

use crate::chart::{AdoptionChart, BandPaths, Frame, Mark};
use crate::scenario::Reading;
use maud::{Markup, html};

/// The chart as an image with this text in place of it.
pub fn chart(chart: &AdoptionChart, text: &str) -> String {
    let frame = &chart.frame;
    let (width, height) = frame.size;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height)
            viewBox={ "0 0 " (width) " " (height) } role="img" aria-label=(text) {
            (axes(frame))
            (bands("ever", &chart.ever))
            (bands("active", &chart.active))
            (target(frame))
            g class="marks" { @for mark in &frame.marks { (observed(mark)) } }
        }
    }
    .into_string()
}

/// Lines across the plot with their numbers of schools, and the years below it.
fn axes(frame: &Frame) -> Markup {
    let (left, right, _, bottom) = frame.plot;
    html! {
        g class="grid" {
            @for tick in &frame.y_ticks {
                line x1=(left) x2=(right) y1=(tick.at) y2=(tick.at) {}
                text x=(left - 6.0) y=(tick.at + 4.0) text-anchor="end" { (tick.label) }
            }
        }
        g class="axis" {
            @for tick in &frame.x_ticks {
                line x1=(tick.at) x2=(tick.at) y1=(bottom) y2=(bottom + 4.0) {}
                text x=(tick.at) y=(bottom + 18.0) text-anchor="middle" { (tick.label) }
            }
        }
    }
}

fn bands(name: &str, paths: &BandPaths) -> Markup {
    html! {
        g class={ "band " (name) } {
            path class="outer" d=(paths.outer) {}
            path class="inner" d=(paths.inner) {}
            path class="median" d=(paths.median) {}
        }
    }
}

fn target(frame: &Frame) -> Markup {
    let (left, right, _, _) = frame.plot;
    html! {
        @if let Some(y) = frame.target {
            line class="target-line" x1=(left) x2=(right) y1=(y) y2=(y) {}
            text class="target-label" x=(right) y=(y - 5.0) text-anchor="end" { "target" }
        }
    }
}

/// A published count: a dot; with an arrow up where it is a lower bound, hollow where it was expected.
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
        // Curves rise: the room is to the left of a mark, or above the first.
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
    use crate::summary::Bands;

    fn svg(text: &str) -> String {
        let scenario = Scenario::from(Preset::Chicago);
        let mut ensemble = Ensemble::new(scenario.simulation.months);
        ensemble.add(0, simulate(&scenario, 0));
        let bands = Bands::of(&ensemble).unwrap();
        chart(&AdoptionChart::new(&scenario, &bands, (600.0, 360.0)), text)
    }

    #[test]
    fn the_chart_draws_two_bands_the_target_and_three_published_counts() {
        let svg = svg("Adoption chart");
        for part in ["band ever", "band active", "target-line", "100+", "130 expected"] {
            assert!(svg.contains(part), "{part} is missing");
        }
        assert_eq!(svg.matches("<circle").count(), 3);
        assert_eq!(svg.matches("class=\"arrow\"").count(), 1);
    }

    #[test]
    fn the_paths_stand_in_the_drawing_in_their_order() {
        let scenario = Scenario::from(Preset::Chicago);
        let mut ensemble = Ensemble::new(scenario.simulation.months);
        ensemble.add(0, simulate(&scenario, 0));
        let bands = Bands::of(&ensemble).unwrap();
        let drawn = AdoptionChart::new(&scenario, &bands, (600.0, 360.0));
        let svg = chart(&drawn, "");
        let paths = drawn.paths().map(|path| format!("d=\"{path}\""));
        let places: Vec<_> = paths.map(|path| svg.find(&path).unwrap()).collect();
        assert_eq!(places.len(), 6);
        assert_eq!(svg.matches("<path").count(), 6 + 1, "six bands and an arrow");
        assert!(places.is_sorted());
    }

    #[test]
    fn a_text_never_becomes_markup() {
        assert!(svg("a \"<script>\"").contains("a &quot;&lt;script&gt;&quot;"));
    }
}
