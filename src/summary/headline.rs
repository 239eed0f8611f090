//! The headline: the main result in a sentence or two.

use super::{integer, percent, schools};
use crate::ensemble::{Ensemble, TimeToTarget};
use crate::language::{fill, phrase, to_phrase};
use crate::model::Measure;
use crate::scenario::calendar::{by_month, month_name};
use crate::scenario::{Preset, Scenario};
use crate::{phrase, plural};

/// Number of futures from which a sentence about their shares holds.
const MIN_FUTURES: usize = 30;

/// When the district reaches its target, and how many schools have started and are active at the end;
/// `None` without runs, empty while there are too few of them for a sentence. It includes both "ever started"
/// and "still active", because a count that mixes them is misleading.
pub fn headline(scenario: &Scenario, ensemble: &Ensemble) -> Option<String> {
    let end = end_sentence(scenario, ensemble)?;
    let all = scenario.simulation.replicates as usize;
    if ensemble.len() < MIN_FUTURES.min(all) {
        return Some(String::new());
    }
    let target = scenario.simulation.target_schools;
    let time_to_target = ensemble.time_to_target(Measure::Ever, target.into());
    Some(format!("{} {end}", target_sentence(scenario, &time_to_target)))
}

/// When the target is reached, and how certain that is.
fn target_sentence(scenario: &Scenario, time_to_target: &TimeToTarget) -> String {
    let target = schools(scenario.simulation.target_schools);
    let futures = match scenario.sensitivity.uncertain_constants {
        false => plural!(
            time_to_target.futures(),
            "{count} simulated future",
            "{count} simulated futures"
        ),
        true => plural!(
            time_to_target.futures(),
            "{count} simulated future with uncertain constants",
            "{count} simulated futures with uncertain constants"
        ),
    };
    let by = |month| by_month(scenario.preset, month);
    let end = by(scenario.simulation.months);
    match (time_to_target.month_reached_by(0.5), time_to_target.month_reached_by(0.9)) {
        (Some(0), _) => {
            phrase!("The district has its target of {target} at the start.", target)
        }
        (Some(month), _) if time_to_target.futures() == 1 => phrase!(
            "The only simulated future has started {target} {by_month}.",
            target,
            by_month = by(month)
        ),
        (None, _) if time_to_target.futures() == 1 => phrase!(
            "The only simulated future does not start {target} {by_end}.",
            target,
            by_end = end
        ),
        (Some(half), Some(nine_in_ten)) => phrase!(
            "Half of {futures} have started {target} {by_half}; nine in ten {by_nine}.",
            futures,
            target,
            by_half = by(half),
            by_nine = by(nine_in_ten),
        ),
        (Some(half), None) => phrase!(
            "Half of {futures} have started {target} {by_half}; {never} do not get there {by_end}.",
            futures,
            target,
            by_half = by(half),
            never = percent(time_to_target.never()),
            by_end = end,
        ),
        (None, _) if time_to_target.never() == 1.0 => {
            phrase!("None of {futures} start {target} {by_end}.", futures, target, by_end = end)
        }
        (None, _) => phrase!(
            "Only {some} of {futures} start {target} {by_end}.",
            some = integer((1.0 - time_to_target.never()) * time_to_target.futures() as f64),
            futures,
            target,
            by_end = end,
        ),
    }
}

/// The medians of schools ever started and still active at the end.
fn end_sentence(scenario: &Scenario, ensemble: &Ensemble) -> Option<String> {
    let months = ensemble.months();
    let english = match scenario.preset.and_then(Preset::first_july) {
        Some(_) => to_phrase("In {end}, {ever} and {active} (medians)."),
        None => to_phrase("After {end}, {ever} and {active} (medians)."),
    };
    // The displayed number decides between singular and plural.
    let median = |measure| Some(ensemble.quantiles(measure, months)?.p50.round_ties_even());
    let ever =
        plural!(median(Measure::Ever)?, "{count} has ever started", "{count} have ever started");
    let active =
        plural!(median(Measure::Active)?, "{count} is still active", "{count} are still active");
    let end = month_name(scenario.preset, months);
    Some(fill(phrase(english), &[("end", &end), ("ever", &ever), ("active", &active)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::simulate;
    use crate::summary::compare::test_ensembles::{ensemble_of, with};

    fn headline_of(scenario: &Scenario) -> String {
        let mut ensemble = Ensemble::new(scenario.simulation.months);
        for replicate in 0..40 {
            ensemble.add(replicate, simulate(scenario, replicate));
        }
        headline(scenario, &ensemble).unwrap()
    }

    fn with_target(preset: Preset, target_schools: u32) -> Scenario {
        let mut settings = preset.settings();
        settings.simulation.target_schools = target_schools;
        Scenario::new(settings).unwrap()
    }

    #[test]
    fn it_gives_the_month_for_half_of_the_futures_and_the_schools_still_active() {
        let text = headline_of(&Preset::Chicago.into());
        assert!(
            text.starts_with("Half of 40 simulated futures have started 100 schools by "),
            "{text}"
        );
        assert!(text.contains("2018"), "{text}");
        assert!(text.contains("In Jul 2024, ") && text.contains(" still active"), "{text}");
    }

    #[test]
    fn uncertain_constants_are_mentioned() {
        let mut settings = Preset::Chicago.settings();
        settings.sensitivity.uncertain_constants = true;
        let text = headline_of(&Scenario::new(settings).unwrap());
        assert!(text.contains("40 simulated futures with uncertain constants"), "{text}");
    }

    #[test]
    fn a_target_that_few_or_none_reach_is_described_as_such() {
        let none = headline_of(&with_target(Preset::Chicago, 516));
        assert!(
            none.starts_with("None of 40 simulated futures start 516 schools by Jul 2024."),
            "{none}"
        );
        let few = headline_of(&with_target(Preset::Chicago, 180));
        assert!(few.starts_with("Only ") || few.starts_with("None"), "{few}");
    }

    #[test]
    fn a_target_met_at_the_start_is_not_forecast() {
        let text = headline_of(&with_target(Preset::Chicago, 21));
        assert!(
            text.starts_with("The district has its target of 21 schools at the start."),
            "{text}"
        );
    }

    #[test]
    fn there_is_no_sentence_before_the_futures_can_bear_one() {
        let chicago = Scenario::from(Preset::Chicago);
        assert_eq!(headline(&chicago, &ensemble_of(&chicago, 0..8)), Some(String::new()));
        let eight = with(&chicago, |settings| settings.simulation.replicates = 8);
        assert!(
            headline(&eight, &ensemble_of(&eight, 0..8)).unwrap().contains("8 simulated futures")
        );
    }

    #[test]
    fn one_future_and_one_school_are_singular() {
        let one = with(&Preset::SmallWealthy.into(), |settings| {
            settings.simulation.replicates = 1;
            settings.simulation.target_schools = 1;
        });
        let text = headline(&one, &ensemble_of(&one, 0..1)).unwrap();
        assert!(
            text.starts_with("The district has its target of 1 school at the start."),
            "{text}"
        );
        let more = with(&one, |settings| settings.simulation.target_schools = 2);
        let text = headline(&more, &ensemble_of(&more, 0..1)).unwrap();
        assert!(text.starts_with("The only simulated future "), "{text}");
        let none = with(&one, |settings| {
            settings.simulation.months = 12;
            settings.launch.intakes_per_year = 1;
        });
        let text = headline(&none, &ensemble_of(&none, 0..1)).unwrap();
        assert!(text.contains(" 1 has ever started") || text.contains(" 2 have ever"), "{text}");
    }

    #[test]
    fn without_runs_there_is_no_headline() {
        assert_eq!(headline(&Scenario::default(), &Ensemble::new(96)), None);
    }

    #[test]
    fn a_district_without_a_calendar_counts_from_its_start() {
        let text = headline_of(&Scenario::default());
        assert!(text.contains("After 8 years, "), "{text}");
    }
}
