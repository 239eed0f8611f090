//! A few named runs side by side, in texts that a page can show as they are.

use super::differing::{SettingRow, differing};
use super::digest::Digest;
use super::meaning::caution;
use super::paired::Pair;
use super::question::Question;
use super::yardstick::Yardstick;
use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::scenario::Scenario;
use crate::summary::integer;

/// Name (to be said through `phrase`) of the run that the page shows, where it is none of the pinned ones.
pub const NOW: &str = to_phrase("Now");

/// A run with the name that a person gave it.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// The name, as it was typed.
    pub name: &'a str,
    /// What is kept of the run.
    pub digest: &'a Digest,
}

/// Runs side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Names of the runs, in their order.
    pub names: Vec<String>,
    /// Which of them the others are held against.
    pub baseline: usize,
    /// The settings in which they differ.
    pub settings: Vec<SettingRow>,
    /// Their outcomes, in the order of the page.
    pub rows: Vec<OutcomeRow>,
    /// In words: whether they count the same, which reaches its target first, which leaves more that
    /// lasts, and why a run could not be paired with the baseline.
    pub sentences: Vec<String>,
    /// How to read the numbers.
    pub how_to_read: String,
}

/// One outcome of all runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeRow {
    /// What it is called; with its date where that is not the end of the simulation.
    pub label: String,
    /// What the number means.
    pub meaning: &'static str,
    /// A cell for each run.
    pub cells: Vec<Cell>,
}

/// An outcome of one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The median.
    pub value: String,
    /// The limits between which 80 % of the futures lie.
    pub spread: String,
    /// The difference to the baseline; none for the baseline, and where the two share no luck.
    pub difference: Option<String>,
}

impl Comparison {
    /// Holds runs against one of them.
    ///
    /// # Panics
    /// If there is no run of the baseline's number.
    pub fn of(runs: &[Named], baseline: usize) -> Self {
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
        let row = |yardstick| OutcomeRow {
            label: label(yardstick, runs),
            meaning: phrase(yardstick.row().meaning),
            cells: runs.iter().zip(&pairs).map(|(run, pair)| cell(yardstick, run, pair)).collect(),
        };
        Self {
            names: runs.iter().map(|run| run.name.to_owned()).collect(),
            baseline,
            settings: differing(&scenarios),
            rows: Yardstick::outcomes().map(row).collect(),
            sentences: caution(scenarios)
                .into_iter()
                .chain(others().flat_map(|(_, run)| sentences(base, run)))
                .collect(),
            how_to_read: how_to_read(runs, base),
        }
    }
}

/// The label that stands beside the chart where all runs have the same, else one without names of
/// months.
fn label(yardstick: Yardstick, runs: &[Named]) -> String {
    let mut labels = runs.iter().map(|run| run.digest.outcome(yardstick).map(|o| &o.label));
    match labels.next().flatten() {
        Some(first) if labels.all(|label| label == Some(first)) => first.clone(),
        _ => yardstick.label(u32::MAX),
    }
}

fn cell(yardstick: Yardstick, run: &Named, pair: &Option<Pair>) -> Cell {
    let outcome = run.digest.outcome(yardstick).expect("every outcome is told beside the chart");
    let difference = pair.as_ref().map(|pair| pair.difference(yardstick).short());
    Cell { value: outcome.value.clone(), spread: outcome.spread.clone(), difference }
}

/// What there is to say of a run beside the baseline.
fn sentences(base: &Named, run: &Named) -> Vec<String> {
    match Pair::of(base.digest, run.digest) {
        Ok(pair) => {
            let Question { question, answer } = Question::which_lasts(&pair, base.name, run.name);
            let which = phrase!("{question} {answer}", question, answer);
            vec![pair.order().sentence(base.name, run.name), which]
        }
        Err(why) => vec![phrase!(
            "{other} and {baseline}: {why}",
            other = run.name,
            baseline = base.name,
            why = why.sentence()
        )],
    }
}

fn how_to_read(runs: &[Named], base: &Named) -> String {
    let fewest = runs.iter().map(|run| run.digest.len()).min().unwrap_or(0);
    phrase!(
        "Medians, and the limits between which 80\u{a0}% of at least {futures} futures lie. Below \
         them the difference to {baseline} in futures of the same luck: its median and where \
         80\u{a0}% of them lie; where that holds 0, there is no clear difference.",
        futures = integer(fewest as f64),
        baseline = base.name,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Preset, Settings};
    use crate::summary::compare::examples::{digest_of, with};

    fn run(change: impl FnOnce(&mut Settings)) -> Digest {
        digest_of(&with(&Preset::TypicalSurveyed.into(), change), 0..40)
    }

    fn row<'a>(comparison: &'a Comparison, label: &str) -> &'a OutcomeRow {
        comparison.rows.iter().find(|row| row.label == label).expect("an outcome of this name")
    }

    #[test]
    fn a_row_has_a_cell_for_each_run_with_differences_to_the_baseline_only() {
        let (as_is, rich) = (run(|_| ()), run(|s| s.district.coaching_budget = 60.0));
        let runs =
            [Named { name: "As it is", digest: &as_is }, Named { name: "Rich", digest: &rich }];
        let comparison = Comparison::of(&runs, 0);
        assert_eq!(comparison.rows.len(), 15);
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
        assert!(comparison.how_to_read.contains("difference to As it is"));
    }

    #[test]
    fn runs_of_other_luck_stand_side_by_side_without_differences() {
        let (one, other) = (run(|_| ()), run(|s| s.simulation.seed = 9));
        let runs = [Named { name: "A", digest: &one }, Named { name: "B", digest: &other }];
        let comparison = Comparison::of(&runs, 1);
        assert!(comparison.rows.iter().flat_map(|row| &row.cells).all(|c| c.difference.is_none()));
        assert_eq!(comparison.sentences.len(), 1);
        assert!(comparison.sentences[0].starts_with("A and B: These runs do not share their luck"));
    }

    #[test]
    fn runs_of_other_targets_or_calendars_have_labels_that_hold_for_both() {
        let (one, other) = (run(|_| ()), run(|s| s.simulation.target_schools = 30));
        let chicago = digest_of(&Preset::Chicago.into(), 0..3);
        let named = |digest| Named { name: "run", digest };
        let labels = |runs: &[Named]| -> Vec<String> {
            Comparison::of(runs, 0).rows.into_iter().map(|row| row.label).collect()
        };
        assert_eq!(labels(&[named(&one), named(&one)])[0], "Time to 20 schools");
        assert_eq!(labels(&[named(&one), named(&other)])[0], "Time to the target");
        assert_eq!(labels(&[named(&one), named(&one)])[3], "Lasting and deep, 5 years");
        assert_eq!(labels(&[named(&one), named(&chicago)])[3], "Lasting and deep by year 5");
    }
}
