//! The comparison of runs as a self-contained picture.

use super::MAX_SETTINGS;
use super::sheet::{INNER_WIDTH, Sheet};
use crate::chart::CompareChart;
use crate::language::phrase;
use crate::markup::compare_chart::{HOW_TO_READ, compare_chart};
use crate::plural;
use crate::summary::compare::{Course, Digest, OutcomeMetric, differing_settings};
use maud::html;

/// Height of the chart, in units.
const HEIGHT: f64 = 340.0;

/// A run in the picture.
pub struct PicturedRun<'a> {
    /// Its name.
    pub name: &'a str,
    /// The number of its color.
    pub color: usize,
    /// Its results.
    pub digest: &'a Digest,
    /// The link that opens it.
    pub link: String,
}

/// Renders the courses of these runs in one outcome.
pub fn comparison(runs: &[PicturedRun], metric: OutcomeMetric) -> String {
    let label = phrase(metric.row().label);
    let names: Vec<&str> = runs.iter().map(|run| run.name).collect();
    let title = format!("{label}: {}", names.join(", "));
    let mut sheet = Sheet::new(&title, phrase(metric.row().meaning));
    let key = |run: &PicturedRun| {
        let line =
            html! { g class={ "run run-" (run.color) } { path class="median" d="M0 -4H24" {} } };
        (line, run.name.to_owned())
    };
    sheet.keys(runs.iter().map(key), phrase(HOW_TO_READ));
    let courses: Vec<&Course> = runs.iter().filter_map(|run| run.digest.course(metric)).collect();
    let colors: Vec<usize> = runs.iter().map(|run| run.color).collect();
    let calendar = runs.first().map(|run| run.digest.scenario.calendar()).unwrap_or_default();
    let drawn = CompareChart::new(&courses, calendar, (INNER_WIDTH, HEIGHT));
    sheet.draw("chart", &compare_chart(&drawn, &colors, &title), HEIGHT);
    settings(&mut sheet, runs);
    let links: Vec<(&str, &str)> = runs.iter().map(|run| (run.name, run.link.as_str())).collect();
    sheet.finish(&links)
}

/// Adds the settings in which the runs differ.
fn settings(sheet: &mut Sheet, runs: &[PicturedRun]) {
    let scenarios: Vec<_> = runs.iter().map(|run| &run.digest.scenario).collect();
    let rows = differing_settings(&scenarios);
    for row in rows.iter().take(MAX_SETTINGS) {
        let values = runs.iter().zip(&row.values);
        let values: Vec<String> =
            values.map(|(run, value)| format!("{}: {value}", run.name)).collect();
        sheet.note(&format!("{} \u{2013} {}", row.label, values.join("; ")));
    }
    match rows.len().saturating_sub(MAX_SETTINGS) {
        0 => {}
        more => sheet.note(&plural!(
            more,
            "and {count} more, in the links",
            "and {count} more, in the links"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{ensemble_of, read};
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn it_contains_every_run_with_its_line_settings_and_link() {
        let links = ["v2&preset=chicago", "v2&preset=chicago&fast_slow=0.8"];
        let digests = links.map(|link| {
            let scenario = Scenario::from_link(link).unwrap();
            Digest::of(&scenario, &ensemble_of(&scenario)).unwrap()
        });
        let names = ["Fast", "Slow & <steady>"];
        let run = |i: usize| PicturedRun {
            name: names[i],
            color: i,
            digest: &digests[i],
            link: format!("https://example.org/#{}", links[i]),
        };
        read(&comparison(&[run(0), run(1)], OutcomeMetric::Ever), |svg, words| {
            for part in [
                "Slow & <steady>",
                "line: median",
                "Fast: 0.2 toward Fast and furious; Slow & <steady>: 0.8 toward Slow and steady",
                "https://example.org/#v2&preset=chicago&fast_slow=0.8",
            ] {
                assert!(words.contains(part), "{part} is missing in: {words}");
            }
            let is_run = |node: &roxmltree::Node| {
                node.attribute("class").is_some_and(|class| class.starts_with("run run-"))
            };
            assert_eq!(svg.descendants().filter(is_run).count(), 4, "two keys and two courses");
        });
    }
}
