//! Whether the simulation ends while schools still start.

use crate::ensemble::{Ensemble, Quantiles};
use crate::model::Measure;
use crate::plural;
use crate::scenario::{Range, Scenario, parameter};

/// A year, months.
const YEAR: u32 = 12;
/// The share of all starts from which those of the last year go on.
const GOING_ON: f64 = 0.05;
/// How much longer a longer window is, months.
const LONGER: u32 = 48;

/// A sentence about a window that ends while starts go on, and the months of a longer one; `None` if hardly any
/// school starts in the last year, or the window cannot be longer.
pub fn starts_go_on(scenario: &Scenario, ensemble: &Ensemble) -> Option<(String, u32)> {
    let end = ensemble.months();
    let longest = match parameter("months")?.range {
        Range::Between(_, most) => most as u32,
        _ => end,
    };
    let longer = (end + LONGER).min(longest);
    if end < YEAR || longer == end {
        return None;
    }
    let [before, after] = [end - YEAR, end].map(|month| ensemble.sample(Measure::Ever, month));
    let started = before.iter().zip(after).map(|(before, after)| after - before);
    let median = Quantiles::of(started.collect())?.p50.round_ties_even();
    let all = ensemble.quantiles(Measure::Ever, end)?.p50;
    // A straggler among hundreds is not worth a sentence.
    (median >= 1.0 && median >= GOING_ON * all).then(|| {
        let sentence = plural!(
            median,
            "Starts go on: {count} school in the last year before {end} (median).",
            "Starts go on: {count} schools in the last year before {end} (median).",
            end = scenario.calendar().month_name(end)
        );
        (sentence, longer)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::{ensemble_of, with};

    #[test]
    fn a_window_that_ends_while_starts_go_on_says_so_and_how_much_longer_one_would_be() {
        let short = with(&Preset::Chicago.into(), |settings| settings.simulation.months = 24);
        let (sentence, longer) = starts_go_on(&short, &ensemble_of(&short, 0..8)).unwrap();
        assert!(
            sentence.starts_with("Starts go on: ") && sentence.contains("Jul 2018"),
            "{sentence}"
        );
        assert_eq!(longer, 72);
        let chicago = Scenario::from(Preset::Chicago);
        assert_eq!(starts_go_on(&chicago, &ensemble_of(&chicago, 0..30)), None);
        let still = with(&short, |settings| {
            settings.launch.intakes_per_year = 1;
            settings.district.coaching_budget = 0.0;
        });
        assert_eq!(starts_go_on(&still, &ensemble_of(&still, 0..8)), None);
        let longest = with(&short, |settings| settings.simulation.months = 300);
        assert_eq!(starts_go_on(&longest, &ensemble_of(&longest, 0..2)), None);
    }
}
