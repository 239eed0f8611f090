//! Uncertain constants: instead of using the values as set, each future draws its own from the stated
//! ranges.
//!
//! The constants drawn are those of the model that are borrowed or judged; what was measured, and what a
//! district knows about itself or decides, stays as it is set. The method is this project's proposal; the
//! specification leaves it open:
//!
//! - The value set is the median: half of the futures have more, half less. Toward either end of the
//!   range, values become less likely in proportion to the remaining distance, and the ends themselves
//!   never occur: two triangles that meet at the value set.
//! - The three numbers for the stages move together and keep their proportions, as far as all three stay
//!   within the range.
//! - Constants are drawn independently of each other because nothing is known about how they are
//!   correlated. A fit to published counts is lost, so the band is wider than the evidence supports where
//!   constants were fitted.
//!
//! A draw depends only on the key of its constant and on the replicate, so two scenarios share it: they
//! differ only in their settings.

use super::random::{Draws, Stream};
use crate::scenario::{Range, Scenario, Value, parameters};

/// The scenario of this future: the given one, or one with its own constants.
pub fn constants_of(scenario: &Scenario, draws: &Draws) -> Scenario {
    if scenario.sensitivity.uncertain_constants { constants_in(scenario, draws) } else { *scenario }
}

/// The scenario with the constants of a world: a draw of all that nobody has measured.
pub fn constants_in(scenario: &Scenario, world: &Draws) -> Scenario {
    let mut settings = scenario.settings();
    for parameter in parameters().filter(|parameter| parameter.is_uncertain()) {
        let Range::Between(low, high) = parameter.range else { continue };
        let luck = world.uniform(Stream::Constants, index_of(parameter.key), 0);
        let own = match (parameter.get)(&settings) {
            Value::Number(set) => Value::Number(drawn(set, low, high, luck)),
            Value::Whole(set) => Value::Whole(drawn(set as f64, low, high, luck).round() as u64),
            Value::Stages(set) => Value::Stages(drawn_together(set, low, high, luck)),
            value @ Value::YesNo(_) => value,
        };
        // Cannot fail: the value has the parameter's own kind.
        let _ = (parameter.set)(&mut settings, own);
    }
    let own = Scenario::beyond_ranges(settings).expect("values between others that are allowed");
    own.as_of(scenario.version())
}

/// A value around the one that is set: `luck` below 1/2 gives a lower one, otherwise a higher one. It
/// grows with `luck` and with the value set. If the value set is outside the range, it is itself the end
/// on its side.
fn drawn(set: f64, low: f64, high: f64, luck: f64) -> f64 {
    if luck < 0.5 {
        let low = low.min(set);
        low + (set - low) * (2.0 * luck).sqrt()
    } else {
        let high = high.max(set);
        high - (high - set) * (2.0 * (1.0 - luck)).sqrt()
    }
}

/// Three numbers with their proportions kept, each within the range.
fn drawn_together(set: [f64; 3], low: f64, high: f64, luck: f64) -> [f64; 3] {
    let least = set.into_iter().fold(f64::INFINITY, f64::min);
    let greatest = set.into_iter().fold(0.0, f64::max);
    if greatest == 0.0 {
        return set;
    }
    let lowest = if least > 0.0 { low / least } else { 0.0 };
    let factor = drawn(1.0, lowest, high / greatest, luck);
    set.map(|number| number * factor)
}

/// The index of a constant's draws: the 32-bit FNV-1a hash of its key. Adding or moving a constant in the
/// table changes no other constant's draws.
fn index_of(key: &str) -> usize {
    let hash = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    key.bytes().fold(0x811C_9DC5, hash) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Parameter, Preset};
    use std::collections::BTreeSet;

    fn uncertain(preset: Preset) -> Scenario {
        let mut settings = preset.settings();
        settings.sensitivity.uncertain_constants = true;
        Scenario::new(settings).unwrap()
    }

    fn constants() -> impl Iterator<Item = &'static Parameter> {
        parameters().filter(|parameter| parameter.is_uncertain())
    }

    fn numbers(value: Value) -> Vec<f64> {
        match value {
            Value::Number(number) => vec![number],
            Value::Whole(number) => vec![number as f64],
            Value::Stages(numbers) => numbers.to_vec(),
            Value::YesNo(_) => vec![],
        }
    }

    #[test]
    fn without_uncertain_constants_every_constant_stays_as_set() {
        let scenario = Scenario::from(Preset::Chicago);
        assert_eq!(constants_of(&scenario, &Draws::new(1, 0)), scenario);
    }

    #[test]
    fn what_is_measured_known_or_decided_is_never_drawn() {
        let scenario = uncertain(Preset::Chicago);
        for replicate in 0..50 {
            let drawn = constants_of(&scenario, &Draws::new(1, replicate));
            for parameter in parameters().filter(|parameter| !parameter.is_uncertain()) {
                let (own, set) = ((parameter.get)(&drawn), (parameter.get)(&scenario));
                assert_eq!(own, set, "{}", parameter.key);
            }
        }
        let keys: BTreeSet<_> = constants().map(|parameter| parameter.key).collect();
        for kept in ["turnover_low", "coaching_budget", "need_mean", "fast_slow", "narrative"] {
            assert!(!keys.contains(kept), "{kept}");
        }
        assert!(keys.len() > 40 && keys.contains("stop_rate") && keys.contains("tilt"), "{keys:?}");
    }

    #[test]
    fn every_drawn_scenario_is_one_that_a_person_could_have_set() {
        for preset in Preset::ALL {
            let scenario = uncertain(preset);
            for replicate in 0..200 {
                let drawn = constants_of(&scenario, &Draws::new(1, replicate));
                assert_eq!(Scenario::new(drawn.settings()), Ok(drawn));
            }
        }
    }

    #[test]
    fn half_of_the_futures_have_more_of_a_constant_than_is_set_and_half_less() {
        const FUTURES: u64 = 2_000;
        let scenario = uncertain(Preset::Chicago);
        for parameter in constants() {
            let Range::Between(low, high) = parameter.range else { panic!("{}", parameter.key) };
            let set = numbers((parameter.get)(&scenario));
            let greatest = set.iter().fold(0.0, |a: f64, &b| a.max(b));
            let mut below = 0;
            for replicate in 0..FUTURES {
                let drawn = constants_of(&scenario, &Draws::new(1, replicate));
                below += u64::from(numbers((parameter.get)(&drawn))[0] < set[0]);
            }
            let share = below as f64 / FUTURES as f64;
            // An integer is rounded to the value set from either side.
            let whole = matches!((parameter.get)(&scenario), Value::Whole(_));
            let tolerance = if whole { 0.1 } else { 0.04 };
            assert!(low < set[0] && greatest <= high, "{} is set at its end", parameter.key);
            assert!((share - 0.5).abs() < tolerance, "{}: {share}", parameter.key);
        }
    }

    #[test]
    fn values_near_the_ends_of_the_range_are_rare() {
        // A quarter of each triangle is beyond half of the distance to its end.
        assert_eq!(drawn(0.4, 0.2, 1.0, 0.5), 0.4);
        assert!((drawn(0.4, 0.2, 1.0, 0.125) - 0.3).abs() < 1e-15);
        assert!((drawn(0.4, 0.2, 1.0, 0.875) - 0.7).abs() < 1e-15);
        assert!(drawn(0.4, 0.2, 1.0, 1e-9) > 0.2 && drawn(0.4, 0.2, 1.0, 1.0 - 1e-9) < 1.0);
    }

    #[test]
    fn a_value_outside_the_range_is_itself_the_end() {
        assert_eq!(drawn(5.0, 0.0, 1.0, 0.9), 5.0);
        assert_eq!(drawn(-5.0, 0.0, 1.0, 0.1), -5.0);
    }

    #[test]
    fn the_stages_keep_their_proportions() {
        assert_eq!(drawn_together([0.0; 3], 0.0, 4.0, 0.3), [0.0; 3]);
        let [a, b, c] = drawn_together([0.25, 1.0, 2.0], 0.0, 4.0, 0.9);
        assert!((b / a - 4.0).abs() < 1e-12 && (c / b - 2.0).abs() < 1e-12 && c < 4.0 && c > 2.0);
    }

    #[test]
    fn every_constant_has_its_own_draws() {
        let indices: BTreeSet<_> = constants().map(|parameter| index_of(parameter.key)).collect();
        assert_eq!(indices.len(), constants().count());
        // The published test value of FNV-1a.
        assert_eq!(index_of("foobar"), 0xbf9c_f968);
    }
}
