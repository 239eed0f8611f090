//! The adoption chart as a self-contained picture.

use super::sheet::{INNER_WIDTH, Sheet};
use super::{MAX_SETTINGS, subject};
use crate::chart::AdoptionChart;
use crate::language::phrase;
use crate::markup::chart::{DOTS, chart, keys};
use crate::phrase;
use crate::scenario::Preset;
use crate::summary::{Summary, View, describe_changes};
use maud::{Markup, html};

/// Height of the chart, in units.
const HEIGHT: f64 = 360.0;

/// Renders the view of a summary, with the name that a person gave the scenario and the link that opens
/// it.
pub fn adoption(summary: &Summary, view: View, name: &str, link: &str) -> String {
    let scenario = &summary.scenario;
    let title = phrase!("Schools over time: {subject}", subject = subject(name, scenario));
    let mut sheet = Sheet::new(&title, &summary.headline);
    let keys = keys(view).into_iter().map(|(class, name)| (mark(class), phrase(name).to_owned()));
    sheet.keys(keys, &summary.how_to_read(view));
    let drawn = AdoptionChart::new(summary, view, (INNER_WIDTH, HEIGHT));
    sheet.draw("chart", &chart(&drawn, &summary.in_place_of_picture(view)), HEIGHT);
    for line in describe_changes(scenario, MAX_SETTINGS) {
        sheet.note(&line);
    }
    if let Some(preset) = scenario.preset.filter(|_| !drawn.frame.marks.is_empty()) {
        sheet.note(&format!("{}: {}", phrase(DOTS), Preset::account(preset)));
    }
    sheet.finish(&[("", link)])
}

/// A legend mark: a short piece of the line or layer with this class.
fn mark(class: &str) -> Markup {
    html! {
        @match class {
            "ever" | "active" => g class={ "band " (class) } { path class="median" d="M0 -4H22" {} },
            _ => g class="stack" { path class=(class) fill="url(#hatch)" d="M4 -10H18V2H4Z" {} },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{ensemble_of, read};
    use super::*;
    use crate::scenario::Scenario;
    use crate::summary::{COMPARE_ONLY, NOT_A_FORECAST};

    const LINK: &str = "https://example.org/a/#v2&preset=chicago&fast_slow=0.4";

    fn picture(view: View, name: &str) -> String {
        let scenario = Scenario::from_link(LINK).unwrap();
        let summary = Summary::of(&scenario, &ensemble_of(&scenario)).unwrap();
        adoption(&summary, view, name, LINK)
    }

    #[test]
    fn it_contains_title_settings_disclaimer_and_source() {
        for view in View::ALL {
            read(&picture(view, "Slower"), |svg, words| {
                for part in [
                    "Schools over time: Slower (Chicago)",
                    "a typical future has",
                    "Changed from Chicago:",
                    "slow and steady: 0.4 toward Slow and steady",
                    NOT_A_FORECAST,
                    COMPARE_ONLY,
                    "● published counts",
                ] {
                    assert!(words.contains(part), "{part} is missing in: {words}");
                }
                let all = |name: &str| {
                    svg.descendants().filter(|n| n.tag_name().name() == name).collect::<Vec<_>>()
                };
                assert_eq!(all("source")[0].text(), Some(LINK));
                assert_eq!(all("a")[0].attribute("href"), Some(LINK));
                assert!(all("desc")[0].text().unwrap().contains(NOT_A_FORECAST));
                assert_eq!(svg.root_element().attribute("width"), Some("180mm"));
            });
        }
    }

    #[test]
    fn its_legend_has_every_layer_and_line_of_its_view() {
        read(&picture(View::Bands, ""), |_, words| {
            assert!(words.contains("ever started still active line: median"), "{words}");
        });
        read(&picture(View::Stages, ""), |_, words| {
            assert!(words.contains("whole school pilot introductory stopped waiting ever started"));
            assert!(words.contains("means of 30 futures"));
        });
    }

    #[test]
    fn a_name_never_becomes_markup_nor_breaks_the_file() {
        let name = "<script>alert(1)</script> & \"\u{1}\u{b}'";
        read(&picture(View::Bands, name), |svg, words| {
            assert!(svg.descendants().all(|node| node.tag_name().name() != "script"));
            assert!(words.contains("<script>alert(1)</script> & \"' (Chicago)"), "{words}");
        });
    }
}
