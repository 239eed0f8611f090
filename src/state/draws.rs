//! Scenarios that are drawn at random. The seed comes from the browser, which may have none to give.

use crate::model::survey::surveyed_decisions;
use crate::scenario::decision_ends::{DECISIONS, DecisionEnds};
use crate::scenario::{Scenario, Value, parameter};

/// Steps of a decision's slider between 0 and 1.
const STEPS: f64 = 100.0;

/// The same scenario with another seed: how much of what is on the screen is luck?
pub fn with_seed(scenario: &Scenario, seed: u32) -> Option<Scenario> {
    scenario.with(parameter("seed")?, Value::Whole(seed.into())).ok()
}

/// The scenario with its decisions set as a district might that was drawn from the survey, to the steps of
/// the sliders.
pub fn with_surveyed_decisions(scenario: &Scenario, seed: u32) -> Option<Scenario> {
    let mut settings = scenario.settings();
    settings.decisions = surveyed_decisions(seed.into(), 0);
    for parameter in DECISIONS.iter().map(DecisionEnds::parameter) {
        let position = ((parameter.get)(&settings).number() * STEPS).round() / STEPS;
        (parameter.set)(&mut settings, Value::Number(position))?;
    }
    // A surveyed district decides within the ranges.
    Scenario::new(settings).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    #[test]
    fn every_seed_that_a_browser_may_give_can_be_set() {
        for seed in [0, 1, u32::MAX] {
            let drawn = with_seed(&Preset::Chicago.into(), seed).unwrap();
            assert_eq!(drawn.simulation.seed, u64::from(seed));
            assert!(drawn.changed().all(|parameter| parameter.key == "seed"));
        }
    }

    #[test]
    fn surveyed_decisions_stand_on_the_steps_of_the_sliders_and_move_nothing_else() {
        let scenario: Scenario = Preset::Chicago.into();
        for seed in 0..200 {
            let drawn = with_surveyed_decisions(&scenario, seed).unwrap();
            for position in DECISIONS.iter().map(|ends| (ends.parameter().get)(&drawn).number()) {
                let steps = position * STEPS;
                assert!((steps - steps.round()).abs() < 1e-9, "{position}");
            }
            let mut settings = drawn.settings();
            settings.decisions = scenario.decisions;
            assert_eq!(settings, scenario.settings());
        }
    }

    #[test]
    fn another_seed_draws_another_district() {
        let drawn = |seed| with_surveyed_decisions(&Scenario::default(), seed).unwrap();
        assert_eq!(drawn(1), drawn(1));
        assert_ne!(drawn(1), drawn(2));
    }
}
