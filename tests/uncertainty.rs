//! Futures that differ by luck alone, or by luck and uncertain constants.

use districtwide::ensemble::{Ensemble, run_on_all_cores};
use districtwide::model::random::Draws;
use districtwide::model::uncertainty::constants_of;
use districtwide::model::{Layout, Measure, Terrain, simulate, simulate_in, simulate_in_world};
use districtwide::scenario::{Preset, Scenario, Settings, parameters};

fn with_uncertain_constants(mut settings: Settings) -> Scenario {
    settings.sensitivity.uncertain_constants = true;
    Scenario::new(settings).expect("settings within their ranges")
}

/// Width of the band that contains 80% of the futures.
fn width(ensemble: &Ensemble, measure: Measure, month: u32) -> f64 {
    let quantiles = ensemble.quantiles(measure, month).expect("an ensemble with runs");
    quantiles.p90 - quantiles.p10
}

#[test]
fn uncertain_constants_widen_the_band_in_every_preset() {
    for preset in Preset::ALL {
        let mut settings = preset.settings();
        settings.simulation.replicates = 200;
        let luck = run_on_all_cores(&Scenario::new(settings).unwrap(), || {});
        let both = run_on_all_cores(&with_uncertain_constants(settings), || {});
        for measure in [Measure::Depth, Measure::Cost] {
            let [luck, both] = [&luck, &both].map(|ensemble| width(ensemble, measure, 96));
            assert!(both > luck, "{preset:?}, {}: {both} after {luck}", measure.key());
        }
    }
}

#[test]
fn scenarios_that_differ_by_a_decision_share_the_constants_of_each_future() {
    let mut slow = Preset::Chicago.settings();
    slow.decisions.fast_slow = 0.9;
    let pair = [Preset::Chicago.settings(), slow].map(with_uncertain_constants);
    for replicate in 0..20 {
        let [fast, slow] = pair.map(|scenario| constants_of(&scenario, &Draws::new(1, replicate)));
        for parameter in parameters().filter(|parameter| parameter.is_uncertain()) {
            assert_eq!((parameter.get)(&fast), (parameter.get)(&slow), "{}", parameter.key);
        }
    }
}

#[test]
fn a_constant_that_is_set_higher_is_higher_in_every_future() {
    let mut raised = Preset::Chicago.settings();
    raised.practice.stop_rate *= 1.2;
    let pair = [Preset::Chicago.settings(), raised].map(with_uncertain_constants);
    for replicate in 0..100 {
        let [low, high] = pair.map(|scenario| constants_of(&scenario, &Draws::new(1, replicate)));
        assert!(low.practice.stop_rate < high.practice.stop_rate, "replicate {replicate}");
    }
}

#[test]
fn a_layout_also_works_with_uncertain_constants() {
    let certain = Scenario::from(Preset::Chicago);
    let uncertain = with_uncertain_constants(certain.settings());
    let layout = Layout::new(Terrain::of(&certain), 3);
    assert_eq!(simulate_in(&uncertain, &layout), simulate(&uncertain, 3));
    assert_ne!(simulate_in(&uncertain, &layout), simulate_in(&certain, &layout));
}

#[test]
fn luck_and_world_have_numbers_of_their_own() {
    let chicago = Scenario::from(Preset::Chicago);
    let uncertain = with_uncertain_constants(chicago.settings());
    for number in 0..5 {
        // One number for both is what a replicate of a scenario with uncertain constants is.
        assert_eq!(simulate_in_world(&chicago, number, number), simulate(&uncertain, number));
        assert_eq!(simulate_in_world(&uncertain, number, number), simulate(&uncertain, number));
    }
    // In the world of another number, the same luck has the constants of that world.
    let world = constants_of(&uncertain, &Draws::new(1, 7));
    assert_eq!(simulate_in_world(&chicago, 2, 7), simulate(&certain(world), 2));
    assert_ne!(simulate_in_world(&chicago, 2, 7), simulate_in_world(&chicago, 3, 7));
    assert_ne!(simulate_in_world(&chicago, 2, 7), simulate_in_world(&chicago, 2, 8));
}

/// The same settings, taken as certain.
fn certain(scenario: Scenario) -> Scenario {
    let mut settings = scenario.settings();
    settings.sensitivity.uncertain_constants = false;
    Scenario::new(settings).expect("settings within their ranges")
}

#[test]
fn spending_is_what_a_year_costs_at_the_pace_of_the_month() {
    let run = simulate(&Preset::Chicago.into(), 0);
    let spent = |month: u32| run.at(Measure::Cost, month);
    for month in [12, 48, 95] {
        let paid = 12.0 * (spent(month + 1) - spent(month));
        let spending = run.at(Measure::Spending, month);
        // What moves within the month is in one of the two only.
        assert!((spending / paid - 1.0).abs() < 0.05, "month {month}: {spending} against {paid}");
    }
}
