//! Futures that differ by luck alone, or by luck and uncertain constants.

use districtwide::ensemble::{Ensemble, run_on_all_cores};
use districtwide::model::random::Draws;
use districtwide::model::uncertainty::constants_of;
use districtwide::model::{Layout, Measure, Terrain, simulate, simulate_in};
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
