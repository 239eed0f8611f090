//! The comparison of runs: the settings in which they differ, sentences, and a table of outcomes.

use crate::language::phrase;
use crate::summary::compare::{Cell, Comparison, OutcomeRow, SettingRow};
use maud::{Markup, html};

/// A comparison as HTML, in two pieces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ComparisonMarkup {
    /// The settings in which the runs differ, and the sentences.
    pub sentences: String,
    /// How to read the numbers, and the table.
    pub table: String,
}

/// Renders the whole comparison. Names of runs are untrusted user input.
pub fn compare(comparison: &Comparison) -> ComparisonMarkup {
    ComparisonMarkup { sentences: sentences(comparison), table: table(comparison) }
}

fn sentences(comparison: &Comparison) -> String {
    let names = &comparison.names;
    html! {
        h3 { (phrase("Differences in settings")) }
        @if comparison.settings.is_empty() {
            p { (phrase("None: the settings are the same.")) }
        } @else {
            ul class="differing" { @for row in &comparison.settings { (setting(row, names)) } }
        }
        h3 { (phrase("Differences in futures")) }
        ul class="paired" { @for sentence in &comparison.sentences { li { (sentence) } } }
    }
    .into_string()
}

fn table(comparison: &Comparison) -> String {
    let names = &comparison.names;
    html! {
        p class="note" { (comparison.how_to_read) }
        // A table wider than the screen scrolls inside its own region, also with the keyboard.
        div class="wide" role="region" aria-label=(phrase("Outcomes of the runs")) tabindex="0" {
            table class="compare" {
                caption { (phrase("Outcomes of the runs side by side.")) }
                thead {
                    tr {
                        th scope="col" { (phrase("Outcome")) }
                        @for (place, name) in names.iter().enumerate() {
                            th scope="col" {
                                (name)
                                @if place == comparison.baseline {
                                    " "
                                    span class="note" { (phrase("(baseline)")) }
                                }
                            }
                        }
                    }
                }
                tbody { @for row in &comparison.rows { (outcome(row)) } }
            }
        }
    }
    .into_string()
}

/// A setting with its value in each run.
fn setting(row: &SettingRow, names: &[String]) -> Markup {
    html! {
        li {
            (row.label)
            ul {
                @for (name, value) in names.iter().zip(&row.values) {
                    li { b { (name) } ": " (value) }
                }
            }
        }
    }
}

fn outcome(row: &OutcomeRow) -> Markup {
    html! {
        tr {
            th scope="row" { (row.label) span class="meaning" { (row.meaning) } }
            @for cell in &row.cells { td { (cell_markup(cell)) } }
        }
    }
}

fn cell_markup(cell: &Cell) -> Markup {
    html! {
        span class="value" { (cell.value) } " "
        span class="spread" { (cell.spread) }
        @if let Some(difference) = &cell.difference {
            " " span class="difference" { (difference) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::Ensemble;
    use crate::model::simulate;
    use crate::scenario::{Preset, Scenario, Settings};
    use crate::summary::compare::{Digest, NamedRun};

    fn run(change: impl FnOnce(&mut Settings)) -> Digest {
        let mut settings = Preset::TypicalSurveyed.settings();
        change(&mut settings);
        let scenario = Scenario::new(settings).unwrap();
        let mut ensemble = Ensemble::new(scenario.simulation.months);
        for replicate in 0..12 {
            ensemble.add(replicate, simulate(&scenario, replicate));
        }
        Digest::of(&scenario, &ensemble).unwrap()
    }

    fn html(comparison: &Comparison) -> String {
        let ComparisonMarkup { sentences, table } = compare(comparison);
        sentences + &table
    }

    #[test]
    fn a_name_never_becomes_markup() {
        let (one, other) = (run(|_| ()), run(|s| s.decisions.fast_slow = -1.0));
        let name = "<script>alert(1)</script>";
        let runs =
            [NamedRun { name, digest: &one }, NamedRun { name: "B & \"C\"", digest: &other }];
        let html = html(&Comparison::of(&runs, 0));
        assert!(!html.contains("<script") && !html.contains("B & "), "{html}");
        assert!(html.contains("&lt;script&gt;") && html.contains("B &amp; &quot;C&quot;"));
    }

    #[test]
    fn every_cell_has_the_headers_of_its_row_and_column() {
        let runs = [run(|_| ()), run(|s| s.launch.public_launch = true), run(|_| ())];
        let named = [0, 1, 2].map(|i| NamedRun { name: ["A", "B", "C"][i], digest: &runs[i] });
        let html = html(&Comparison::of(&named, 1));
        assert_eq!(html.matches("scope=\"col\"").count(), 1 + 3);
        assert_eq!(html.matches("scope=\"row\"").count(), 16);
        assert_eq!(html.matches("<td>").count(), 16 * 3);
        assert_eq!(html.matches("class=\"difference\"").count(), 16 * 2);
        assert_eq!(html.matches("<span class=\"meaning\"></span>").count(), 0);
        assert!(html.contains("<caption>Outcomes of the runs side by side."));
        assert!(html.contains("B <span class=\"note\">(baseline)"), "{html}");
    }

    #[test]
    fn runs_with_the_same_settings_are_described_as_such() {
        let digest = run(|_| ());
        let runs =
            [NamedRun { name: "A", digest: &digest }, NamedRun { name: "B", digest: &digest }];
        let html = html(&Comparison::of(&runs, 0));
        assert!(
            html.contains("the settings are the same") && !html.contains("class=\"differing\"")
        );
        assert_eq!(html.matches("class=\"difference\">still counting<").count(), 16);
    }
}
