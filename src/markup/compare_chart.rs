//! The comparison chart as SVG.

use super::chart::axes;
use crate::chart::CompareChart;
use crate::language::to_phrase;
use maud::html;

/// How to read the chart.
pub const HOW_TO_READ: &str = to_phrase("line: median; area: 80% of futures, by luck alone");

/// Renders the chart as an image with this text alternative. Each run has its own color and dash pattern,
/// by the number of its color.
pub fn compare_chart(chart: &CompareChart, colors: &[usize], text: &str) -> String {
    let (width, height) = chart.axes.size;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height)
            viewBox={ "0 0 " (width) " " (height) } role="img" aria-label=(text) {
            (axes(&chart.axes))
            @for ([band, median], color) in chart.runs.iter().zip(colors) {
                g class={ "run run-" (color) } {
                    path class="outer" d=(band) {}
                    path class="median" d=(median) {}
                }
            }
        }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Calendar;
    use crate::summary::compare::{Course, OutcomeMetric};

    #[test]
    fn every_run_is_drawn_in_its_own_color() {
        let [p10, p50, p90] = [1.0, 2.0, 3.0].map(|end| vec![0.0, end]);
        let course = Course { metric: OutcomeMetric::Ever, p10, p50, p90 };
        let chart = CompareChart::new(&[&course; 2], Calendar::default(), (400.0, 300.0));
        let svg = compare_chart(&chart, &[2, 0], "Two <runs>");
        assert!(svg.contains("run run-2") && svg.contains("run run-0"));
        assert!(svg.contains("Two &lt;runs&gt;"));
        assert_eq!(svg.matches("class=\"median\"").count(), 2);
    }
}
