//! A few named runs side by side, as texts that a page can display unchanged.

use super::caution::caution;
use super::claims;
use super::differing_settings::{SettingRow, differing_settings};
use super::digest::Digest;
use super::outcome_metric::OutcomeMetric;
use super::paired::Pair;
use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::scenario::Scenario;

/// The name (displayed through `phrase`) of the run that the page shows, if it is not a pinned one.
pub const CURRENT_RUN: &str = to_phrase("Now");

/// What the marks of claims mean (displayed through `phrase`).
pub const MARKS: &str = to_phrase(
    "How sure: sturdy means that one side has more in at least 80 of 100 futures; leaning, at least twice as often \
     as the other, and in at least 40; open, neither; turns around, sturdy by luck alone, and the other way round \
     with unknowns.",
);

/// A run with the name that a person gave it.
#[derive(Debug, Clone, Copy)]
pub struct NamedRun<'a> {
    /// The name, as it was typed.
    pub name: &'a str,
    /// The digest of the run.
    pub digest: &'a Digest,
}

/// Runs side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Names of the runs, in order.
    pub names: Vec<String>,
    /// The index of the baseline that the others are compared with.
    pub baseline: usize,
    /// The settings in which they differ.
    pub settings: Vec<SettingRow>,
    /// Their outcomes, in the order of the page.
    pub rows: Vec<OutcomeRow>,
    /// Sentences: a caution if they count differently, which run reaches its target first, which leaves
    /// more lasting schools, and why a run could not be paired with the baseline.
    pub sentences: Vec<String>,
    /// How to read the numbers.
    pub how_to_read: String,
}

/// One outcome of all runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeRow {
    /// Its label, with its date unless that is the end of the simulation.
    pub label: String,
    /// The meaning of the number.
    pub meaning: &'static str,
    /// A cell for each run.
    pub cells: Vec<Cell>,
}

/// An outcome of one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The median.
    pub value: String,
    /// The range that contains 80% of the futures.
    pub spread: String,
    /// The difference from the baseline; `None` for the baseline, and for runs that cannot be paired with
    /// it.
    pub difference: Option<String>,
}

impl Comparison {
    /// Compares runs with one of them.
    ///
    /// # Panics
    /// If `baseline` is not the index of a run.
    pub fn of(runs: &[NamedRun], baseline: usize) -> Self {
        let base = &runs[baseline];
        let others = || (0..).zip(runs).filter(move |&(place, _)| place != baseline);
        let scenarios: Vec<&Scenario> = runs.iter().map(|run| &run.digest.scenario).collect();
        let pairs: Vec<Option<Pair>> = (0..)
            .zip(runs)
            .map(|(place, run)| match place == baseline {
                true => None,
                false => Pair::of(base.digest, run.digest).ok(),
            })
            .collect();
        let row = |metric| OutcomeRow {
            label: label(metric, runs),
            meaning: phrase(metric.row().meaning),
            cells: runs.iter().zip(&pairs).map(|(run, pair)| cell(metric, run, pair)).collect(),
        };
        Self {
            names: runs.iter().map(|run| run.name.to_owned()).collect(),
            baseline,
            settings: differing_settings(&scenarios),
            rows: OutcomeMetric::outcomes().map(row).collect(),
            sentences: caution(scenarios)
                .into_iter()
                .chain(others().flat_map(|(_, run)| sentences(base, run)))
                .collect(),
            how_to_read: how_to_read(base),
        }
    }
}

/// The label next to the chart if it is the same for all runs, otherwise one without the names of months.
fn label(metric: OutcomeMetric, runs: &[NamedRun]) -> String {
    let mut labels = runs.iter().map(|run| run.digest.outcome(metric).map(|o| &o.label));
    match labels.next().flatten() {
        Some(first) if labels.all(|label| label == Some(first)) => first.clone(),
        _ => metric.label(u32::MAX),
    }
}

fn cell(metric: OutcomeMetric, run: &NamedRun, pair: &Option<Pair>) -> Cell {
    let outcome = run.digest.outcome(metric).expect("every outcome is told beside the chart");
    let difference = pair.as_ref().map(|pair| pair.difference(metric).short());
    Cell { value: outcome.value.clone(), spread: outcome.spread.clone(), difference }
}

/// The sentences about a run compared with the baseline.
fn sentences(base: &NamedRun, run: &NamedRun) -> Vec<String> {
    match Pair::of(base.digest, run.digest) {
        Ok(pair) => claims::sentences(&pair, base.name, run.name).into(),
        Err(why) => vec![phrase!(
            "{other} and {baseline}: {why}",
            other = run.name,
            baseline = base.name,
            why = why.sentence()
        )],
    }
}

fn how_to_read(base: &NamedRun) -> String {
    let how_to_read = phrase!(
        "Medians, and the limits between which 80% of the futures lie, allowing for what nobody knows (by luck \
         alone until that is counted). Below them the difference from {baseline}, where 80% of the differences lie \
         in futures of the same luck and the same unknowns, and how far it holds.",
        baseline = base.name,
    );
    format!("{how_to_read} {}", phrase(MARKS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Preset, Settings};
    use crate::summary::compare::test_ensembles::{digest_of, with};

    fn run(change: impl FnOnce(&mut Settings)) -> Digest {
        digest_of(&with(&Preset::TypicalSurveyed.into(), change), 0..40)
    }

    fn row<'a>(comparison: &'a Comparison, label: &str) -> &'a OutcomeRow {
        comparison.rows.iter().find(|row| row.label == label).expect("an outcome of this name")
    }

    #[test]
    fn a_row_has_a_cell_for_each_run_with_differences_to_the_baseline_only() {
        let (as_is, rich) = (run(|_| ()), run(|s| s.district.coaching_budget = 60.0));
        let runs = [
            NamedRun { name: "As it is", digest: &as_is },
            NamedRun { name: "Rich", digest: &rich },
        ];
        let comparison = Comparison::of(&runs, 0);
        assert_eq!(comparison.rows.len(), 16);
        assert_eq!(comparison.settings.len(), 1);
        for row in &comparison.rows {
            let [base, other] = &row.cells[..] else { panic!("two cells") };
            assert_eq!(base.difference, None);
            assert!(other.difference.is_some() && !other.value.contains("NaN"), "{row:?}");
        }
        let cost = row(&comparison, "Cost so far").cells[1].difference.clone().unwrap();
        assert!(cost.contains(" higher ($"), "{cost}");
        assert_eq!(row(&comparison, "Cost so far").cells[0].value, as_is.outcomes[11].value);
        assert!(comparison.sentences[0].starts_with("Rich reaches 20 schools before As it is in "));
        assert!(comparison.sentences[1].contains(" lasting and deep by year 5 in "));
        assert!(comparison.sentences.iter().all(|text| text.ends_with("still being counted.")));
        assert!(comparison.how_to_read.contains("difference from As it is"));
    }

    #[test]
    fn runs_with_different_seeds_are_compared_without_differences() {
        let (one, other) = (run(|_| ()), run(|s| s.simulation.seed = 9));
        let runs = [NamedRun { name: "A", digest: &one }, NamedRun { name: "B", digest: &other }];
        let comparison = Comparison::of(&runs, 1);
        assert!(comparison.rows.iter().flat_map(|row| &row.cells).all(|c| c.difference.is_none()));
        assert_eq!(comparison.sentences.len(), 1);
        assert!(comparison.sentences[0].starts_with("A and B: These runs do not share their luck"));
    }

    #[test]
    fn runs_with_different_targets_or_calendars_have_labels_that_fit_both() {
        let (one, other) = (run(|_| ()), run(|s| s.simulation.target_schools = 30));
        let chicago = digest_of(&Preset::Chicago.into(), 0..3);
        let named = |digest| NamedRun { name: "run", digest };
        let labels = |runs: &[NamedRun]| -> Vec<String> {
            Comparison::of(runs, 0).rows.into_iter().map(|row| row.label).collect()
        };
        assert_eq!(labels(&[named(&one), named(&one)])[0], "Time to 20 schools");
        assert_eq!(labels(&[named(&one), named(&other)])[0], "Time to the goal");
        assert_eq!(labels(&[named(&one), named(&one)])[3], "Lasting and deep, 5 years");
        assert_eq!(labels(&[named(&one), named(&chicago)])[3], "Lasting and deep by year 5");
    }
}
