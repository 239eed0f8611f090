//! Properties that hold for every valid scenario, tried on random ones. A failure prints the link of
//! its scenario, which reproduces it in the runner and on the page.

#[path = "support/random_scenario.rs"]
mod random_scenario;

use districtwide::model::{Measure, Run, simulate};
use districtwide::scenario::Scenario;
use random_scenario::random_scenario;

/// How many scenarios each property is tried on.
const SCENARIOS: u64 = 300;
/// Calls `check` on a run of each random scenario.
fn every_run(check: impl Fn(&Scenario, &Run, &str)) {
    for seed in 0..SCENARIOS {
        let scenario = random_scenario(seed);
        let run = simulate(&scenario, seed);
        check(&scenario, &run, &format!("replicate {seed} of {}", scenario.to_link()));
    }
}

#[test]
fn every_output_of_every_scenario_is_a_finite_number() {
    every_run(|_, run, place| assert!(run.values().iter().all(|v| v.is_finite()), "{place}"));
}

#[test]
fn shares_and_indices_stay_between_0_and_1() {
    use Measure::*;
    every_run(|_, run, place| {
        for month in 0..=run.months() {
            for measure in [Depth, Ownership, Credibility, KnowHow, CapacityRatio] {
                let value = run.at(measure, month);
                assert!((0.0..=1.0).contains(&value), "{} {value}: {place}", measure.key());
            }
            let gap = run.at(EquityGap, month);
            assert!((-1.0..=1.0).contains(&gap), "equity gap {gap}: {place}");
        }
    });
}

#[test]
fn stages_sum_to_the_district_in_every_scenario() {
    use Measure::*;
    every_run(|scenario, run, place| {
        for month in 0..=run.months() {
            let stages: f64 = [None, Waiting, Introductory, Pilot, Whole, Stopped]
                .iter()
                .map(|&measure| run.at(measure, month))
                .sum();
            assert_eq!(stages, f64::from(scenario.district.n_schools), "{place}");
        }
    });
}

#[test]
fn the_random_scenarios_reach_every_part_of_the_model() {
    let everyone = std::cell::RefCell::new([0; 4]);
    every_run(|_, run, _| {
        let sometime = |measure| (0..=run.months()).any(|month| run.at(measure, month) > 0.0);
        let seen = [Measure::Waiting, Measure::Starts, Measure::Stops, Measure::Events];
        for (count, measure) in everyone.borrow_mut().iter_mut().zip(seen) {
            *count += u32::from(sometime(measure));
        }
    });
    let counts = everyone.into_inner();
    assert!(counts.iter().all(|&count| u64::from(count) > SCENARIOS / 2), "{counts:?}");
}

#[test]
fn totals_never_fall() {
    use Measure::*;
    every_run(|_, run, place| {
        for measure in [Ever, Stopped, Stops, Events, Cost, TeacherHours, ActiveSchoolYears] {
            let falls = (0..run.months()).any(|m| run.at(measure, m + 1) < run.at(measure, m));
            assert!(!falls, "{} falls: {place}", measure.key());
        }
    });
}

#[test]
fn every_scenario_survives_its_link_and_its_file() {
    for seed in 0..SCENARIOS {
        let scenario = random_scenario(seed);
        let link = scenario.to_link();
        assert_eq!(Scenario::from_link(&link).as_ref(), Ok(&scenario), "{link}");
        assert_eq!(Scenario::from_json(&scenario.to_json()).as_ref(), Ok(&scenario), "{link}");
    }
}
