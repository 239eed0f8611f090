//! The engine computes some terms in shorter ways than the specification states them: flat arrays, clocks
//! that are checked only when they may ring, one exponential per month. These tests compare it with the
//! model written plainly.

#[path = "../../fuzz/src/future.rs"]
mod future;
mod plain;

use districtwide::model::{Measure, chronicle, simulate};
use districtwide::scenario::{Limits, Parameter, Preset, Scenario, Settings, Value, parameters};
use future::future;
use plain::PlainRun;
use rand::rngs::ChaCha8Rng;
use rand::{Rng, RngExt, SeedableRng};

/// Sums in a different order differ in the last digits; a difference in a count is a bug.
const TOLERANCE: f64 = 1e-9;

/// Number of random futures that are compared.
const FUTURES: usize = 1_000;
/// Number of bytes for a future with all parameters drawn.
const BYTES_PER_FUTURE: usize = 350;
/// Parameters that make a future large, or must agree with others: they stay inside their ranges.
const STRUCTURE: [&str; 7] =
    ["n_schools", "start_schools", "start_mix", "months", "replicates", "seed", "target_schools"];

fn assert_engine_matches_plain_model(scenario: &Scenario, replicate: u64) {
    let of = || format!("replicate {replicate} of {}", scenario.to_link());
    let PlainRun { rows, stages, events, first_events } = plain::simulate(scenario, replicate);
    let run = simulate(scenario, replicate);
    for (month, row) in (0..).zip(rows) {
        for (&measure, expected) in Measure::ALL.iter().zip(row) {
            let found = run.at(measure, month);
            assert!(
                (found - expected).abs() <= TOLERANCE * expected.abs().max(1.0),
                "{} in month {month} of {}: {found} instead of {expected}",
                measure.key(),
                of()
            );
        }
    }
    assert_eq!(std::array::from_fn(|risk| run.events_of(risk)), events.map(f64::from), "{}", of());
    assert_eq!(std::array::from_fn(|risk| run.first_event_of(risk)), first_events, "{}", of());
    let chronicle = chronicle(scenario, replicate);
    for (month, stages) in (0..).zip(stages) {
        assert_eq!(chronicle.stages(month), stages, "month {month} of {}", of());
    }
}

/// A random future, every parameter anywhere in its range.
fn random_future(rng: &mut ChaCha8Rng) -> (Settings, u64) {
    let bytes: Vec<u8> = (0..BYTES_PER_FUTURE).map(|_| rng.random()).collect();
    let fuzzed = future(&bytes);
    (fuzzed.scenario.settings(), fuzzed.replicate)
}

/// A value beyond the range on either side, as far as the equations can handle it.
fn beyond_range(parameter: &Parameter, settings: &Settings, rng: &mut impl Rng) -> Option<Value> {
    let factor = [0.0, 0.1, 3.0, 30.0][rng.random_range(0..4)];
    let value = match (parameter.get)(settings) {
        Value::Number(number) => Value::Number(number * factor),
        Value::Whole(number) => Value::Whole((number as f64 * factor) as u64),
        Value::Stages(numbers) => Value::Stages(numbers.map(|number| number * factor)),
        Value::YesNo(_) => return None,
    };
    parameter.allows(value, Limits::Domain).then_some(value)
}

#[test]
fn the_engine_follows_the_plain_model_in_every_preset() {
    for preset in Preset::ALL {
        for replicate in 0..4 {
            assert_engine_matches_plain_model(&preset.into(), replicate);
        }
    }
}

#[test]
fn the_engine_follows_the_plain_model_under_a_cap_and_with_older_schools_in_every_preset() {
    for preset in Preset::ALL {
        for (replicate, per_school) in (0..).zip([10.0, 20.0, 40.0, 80.0]) {
            let mut settings = preset.settings();
            settings.district.spending_cap = per_school * f64::from(settings.district.n_schools);
            settings.district.start_age = 30;
            let scenario = Scenario::new(settings).expect("settings inside their ranges");
            assert_engine_matches_plain_model(&scenario, replicate);
        }
    }
}

#[test]
fn the_engine_follows_the_plain_model_in_random_scenarios() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    for _ in 0..FUTURES {
        let (settings, replicate) = random_future(&mut rng);
        let scenario = Scenario::new(settings).expect("settings inside their ranges");
        assert_engine_matches_plain_model(&scenario, replicate);
    }
}

#[test]
fn the_engine_follows_the_plain_model_beyond_the_ranges() {
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    let mut beyond = 0;
    for _ in 0..FUTURES {
        let (mut settings, replicate) = random_future(&mut rng);
        for parameter in parameters().filter(|parameter| !STRUCTURE.contains(&parameter.key)) {
            if rng.random_range(0..4) == 0
                && let Some(value) = beyond_range(parameter, &settings, &mut rng)
            {
                (parameter.set)(&mut settings, value).expect("a value of the parameter's kind");
            }
        }
        beyond += usize::from(Scenario::new(settings).is_err());
        let scenario = Scenario::beyond_ranges(settings).expect("what the equations can handle");
        assert_engine_matches_plain_model(&scenario, replicate);
    }
    assert!(beyond > FUTURES * 9 / 10, "only {beyond} scenarios are beyond the ranges");
}
