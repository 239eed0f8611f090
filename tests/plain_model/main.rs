//! The engine computes some terms in shorter ways than the specification states them: flat arrays, clocks
//! that are checked only when they may ring, one exponential per month. These tests compare it with the
//! model written plainly.

#[path = "../../fuzz/src/future.rs"]
mod future;
mod plain;

use districtwide::model::{Measure, simulate};
use districtwide::scenario::{Preset, Scenario};
use future::future;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

/// Sums in a different order differ in the last digits; a difference in a count is a bug.
const TOLERANCE: f64 = 1e-9;

/// Number of random futures that are compared.
const FUTURES: usize = 1_000;
/// Number of bytes for a future with all parameters drawn.
const BYTES_PER_FUTURE: usize = 350;

fn assert_engine_matches_plain_model(scenario: &Scenario, replicate: u64) {
    let run = simulate(scenario, replicate);
    let (rows, events) = plain::simulate(scenario, replicate);
    for (month, row) in (0..).zip(rows) {
        for (&measure, expected) in Measure::ALL.iter().zip(row) {
            let found = run.at(measure, month);
            assert!(
                (found - expected).abs() <= TOLERANCE * expected.abs().max(1.0),
                "{} in month {month} of replicate {replicate} of {}: {found} instead of {expected}",
                measure.key(),
                scenario.to_link()
            );
        }
    }
    let found = std::array::from_fn(|risk| run.events_of(risk));
    assert_eq!(found, events.map(f64::from), "replicate {replicate} of {}", scenario.to_link());
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
fn the_engine_follows_the_plain_model_in_random_scenarios() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    for _ in 0..FUTURES {
        let bytes: Vec<u8> = (0..BYTES_PER_FUTURE).map(|_| rng.random()).collect();
        let fuzzed = future(&bytes);
        assert_engine_matches_plain_model(&fuzzed.scenario, fuzzed.replicate);
    }
}
