//! The headline: what a typical future has come to, at what price, and when the goal is met, with how far that
//! holds.

use super::compare::{Digest, OutcomeMetric};
use super::schools;
use super::typical::{Typical, typical_sentence};
use crate::ensemble::{Ensemble, Quantiles};
use crate::model::Measure;
use crate::phrase;
use crate::scenario::Scenario;

/// Number of futures from which a sentence about their shares holds.
const MIN_FUTURES: usize = 30;

/// The months by which a tenth, half and nine tenths of the futures have met the goal; none where they have not
/// by the last month.
type Times = [Option<u32>; 3];

/// The headline of futures by luck alone; `None` without runs, empty while there are too few of them for a
/// sentence. It includes both "ever started" and "still active", because a count that mixes them is misleading.
/// `is_counted`: whether the same futures with unknowns follow.
pub fn headline(scenario: &Scenario, ensemble: &Ensemble, is_counted: bool) -> Option<String> {
    let typical = Typical::by_luck(ensemble)?;
    let all = scenario.simulation.replicates as usize;
    if ensemble.len() < MIN_FUTURES.min(all) {
        return Some(String::new());
    }
    let target = scenario.simulation.target_schools;
    let time_to_target = ensemble.time_to_target(Measure::Ever, target.into());
    let times = [0.1, 0.5, 0.9].map(|share| time_to_target.month_reached_by(share));
    let range = range(scenario, times);
    let draws_unknowns = scenario.sensitivity.uncertain_constants;
    let goal = goal_sentence(scenario, times, |met| match (draws_unknowns, is_counted) {
        (true, _) => phrase!("{met}; with unknowns drawn, 80% do so {range}.", met, range),
        (false, false) => phrase!("{met}; by luck alone 80% do so {luck}.", met, luck = range),
        (false, true) => phrase!(
            "{met}; by luck alone 80% do so {luck}. What nobody knows is still being counted.",
            met,
            luck = range
        ),
    });
    Some(format!("{} {goal}", typical_sentence(scenario, &typical.texts())))
}

/// The headline with unknowns, which says what luck alone would make of the goal, and what was before a change;
/// `None` while there are too few worlds, and where the digest's own futures draw their unknowns, so that nothing is
/// known of luck alone.
pub fn headline_with_unknowns(digest: &Digest, before: Option<&Digest>) -> Option<String> {
    if digest.scenario.sensitivity.uncertain_constants {
        return None;
    }
    let typical = Typical::with_unknowns(digest.worlds.as_ref()?)?;
    let before = before
        .filter(|before| before.months() == digest.months())
        // Another district is not the same one before a change.
        .filter(|before| before.scenario.is_of_same_district(&digest.scenario))
        .and_then(|before| Typical::with_unknowns(before.worlds.as_ref()?));
    let months = |times: Quantiles| {
        [times.p10, times.p50, times.p90]
            .map(|month| month.is_finite().then_some(month.ceil() as u32))
    };
    let luck = months(digest.quantiles(OutcomeMetric::TimeToTarget)?);
    let worlds = digest.worlds.as_ref()?;
    let (wide, is_held) =
        (months(worlds.quantiles(OutcomeMetric::TimeToTarget)?), worlds.is_held());
    let scenario = &digest.scenario;
    let [range_wide, range_luck] = [wide, luck].map(|times| range(scenario, times));
    let goal = goal_sentence(scenario, wide, |met| match is_held {
        true => phrase!(
            "{met}; held to the published counts, 80% do so {range}; by luck alone, not held to them, {luck}.",
            met,
            range = range_wide,
            luck = range_luck
        ),
        false => phrase!(
            "{met}; allowing for what nobody knows, 80% do so {range}, by luck alone {luck}.",
            met,
            range = range_wide,
            luck = range_luck
        ),
    });
    let texts = match before {
        Some(before) => typical.texts_after(&before),
        None => typical.texts(),
    };
    Some(format!("{} {goal}", typical_sentence(scenario, &texts)))
}

/// When half of the futures meet the goal; `how_sure` adds how certain that is.
fn goal_sentence(
    scenario: &Scenario,
    [_, half, _]: Times,
    how_sure: impl FnOnce(String) -> String,
) -> String {
    let goal = schools(scenario.simulation.target_schools);
    match half {
        Some(0) => phrase!("The district has its goal of {goal} at the start.", goal),
        Some(month) => how_sure(phrase!(
            "Half of the futures have started {goal} {by_half}",
            goal,
            by_half = scenario.calendar().by_month(month)
        )),
        None => how_sure(phrase!(
            "Fewer than half of the futures start {goal} {by_end}",
            goal,
            by_end = scenario.calendar().by_month(scenario.simulation.months)
        )),
    }
}

/// "from Nov 2017 to Jul 2020", without the tenth of the futures before and after.
fn range(scenario: &Scenario, [early, _, late]: Times) -> String {
    let month = |month: u32| scenario.calendar().month_name(month);
    let end = month(scenario.simulation.months);
    match (early, late) {
        (Some(early), Some(late)) if early == late => scenario.calendar().by_month(late),
        (Some(early), Some(late)) => {
            phrase!("from {early} to {late}", early = month(early), late = month(late))
        }
        (Some(early), None) => {
            phrase!("from {early} to later than {end}", early = month(early), end)
        }
        (None, _) => phrase!("later than {end}", end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::{digest_of, ensemble_of, with, worlds_of};
    use std::sync::Arc;

    fn headline_of(scenario: &Scenario) -> String {
        headline(scenario, &ensemble_of(scenario, 0..40), true).unwrap()
    }

    fn with_goal(preset: Preset, target_schools: u32) -> Scenario {
        with(&preset.into(), |settings| settings.simulation.target_schools = target_schools)
    }

    #[test]
    fn it_answers_with_schools_and_money_at_one_date_and_then_the_goals_date() {
        let text = headline_of(&Preset::Chicago.into());
        assert!(text.starts_with("By Jul 2024 a typical future has 1"), "{text}");
        assert!(
            text.contains(" still active and ") && text.contains(" deep and lasting, and spends $")
        );
        assert!(
            text.contains("M a year. Half of the futures have started 100 schools by "),
            "{text}"
        );
        assert!(text.contains("; by luck alone 80% do so from "), "{text}");
        assert!(text.ends_with("What nobody knows is still being counted."), "{text}");
    }

    #[test]
    fn with_unknowns_it_bears_both_ranges_and_the_wider_one_comes_first() {
        let chicago = Scenario::from(Preset::Chicago);
        let mut digest = digest_of(&chicago, 0..60);
        assert_eq!(headline_with_unknowns(&digest, None), None);
        digest.worlds = Some(Arc::new(worlds_of(&chicago, 200)));
        let text = headline_with_unknowns(&digest, None).unwrap();
        assert!(text.contains("; allowing for what nobody knows, 80% do so from "), "{text}");
        assert!(text.contains(" to later than Jul 2024, by luck alone from "), "{text}");
        assert!(!text.contains("still being counted"), "{text}");
    }

    #[test]
    fn after_a_change_it_says_what_was_before_where_that_was_another_number() {
        let chicago = Scenario::from(Preset::Chicago);
        let fast = with(&chicago, |settings| settings.decisions.fast_slow = -1.0);
        let digest = |scenario: &Scenario| {
            digest_of(scenario, 0..20).with_worlds(Arc::new(worlds_of(scenario, 60)))
        };
        let [before, now] = [digest(&chicago), digest(&fast)];
        let text = headline_with_unknowns(&now, Some(&before)).unwrap();
        assert_eq!(text.matches("(was ").count(), 4, "{text}");
        assert!(text.contains(" schools (was ") && text.contains(" a year."), "{text}");
        let same = headline_with_unknowns(&now, Some(&now)).unwrap();
        assert!(!same.contains("(was "), "{same}");
    }

    #[test]
    fn where_unknowns_are_never_counted_it_says_luck_alone_and_promises_nothing() {
        let chicago = Scenario::from(Preset::Chicago);
        let text = headline(&chicago, &ensemble_of(&chicago, 0..40), false).unwrap();
        assert!(text.contains("; by luck alone 80% do so from "), "{text}");
        assert!(!text.contains("being counted"), "{text}");
    }

    #[test]
    fn uncertain_constants_are_mentioned() {
        let uncertain = Scenario::from(Preset::Chicago).with_unknowns();
        assert!(headline_of(&uncertain).contains("; with unknowns drawn, 80% do so from "));
        let mut digest = digest_of(&uncertain, 0..40);
        digest.worlds = Some(Arc::new(worlds_of(&uncertain, 40)));
        assert_eq!(headline_with_unknowns(&digest, None), None, "it would call these luck alone");
    }

    #[test]
    fn a_goal_that_few_or_none_meet_is_described_as_such() {
        let none = headline_of(&with_goal(Preset::Chicago, 516));
        let few = "Fewer than half of the futures start 516 schools by Jul 2024; by luck alone 80% do so later \
                   than Jul 2024.";
        assert!(none.contains(few), "{none}");
    }

    #[test]
    fn a_goal_met_at_the_start_is_not_forecast() {
        let text = headline_of(&with_goal(Preset::Chicago, 21));
        assert!(text.ends_with("The district has its goal of 21 schools at the start."), "{text}");
    }

    #[test]
    fn there_is_no_sentence_before_the_futures_can_bear_one() {
        let chicago = Scenario::from(Preset::Chicago);
        assert_eq!(headline(&chicago, &ensemble_of(&chicago, 0..8), true), Some(String::new()));
        let eight = with(&chicago, |settings| settings.simulation.replicates = 8);
        assert!(
            headline(&eight, &ensemble_of(&eight, 0..8), true)
                .unwrap()
                .contains("Half of the futures")
        );
    }

    #[test]
    fn one_school_is_singular() {
        let one = with(&Preset::SmallWealthy.into(), |settings| {
            settings.simulation.target_schools = 1;
            settings.simulation.months = 12;
            settings.launch.intakes_per_year = 1;
        });
        let text = headline(&one, &ensemble_of(&one, 0..40), true).unwrap();
        assert!(text.ends_with("The district has its goal of 1 school at the start."), "{text}");
    }

    #[test]
    fn without_runs_there_is_no_headline() {
        assert_eq!(headline(&Scenario::default(), &Ensemble::new(96), true), None);
    }

    #[test]
    fn a_district_without_a_calendar_counts_from_its_start() {
        let text = headline_of(&Scenario::default());
        assert!(text.starts_with("After 8 years a typical future has "), "{text}");
        assert!(text.contains(" within "), "{text}");
    }
}
