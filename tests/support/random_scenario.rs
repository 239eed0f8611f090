//! Random valid scenarios, the same ones for the same seeds.

use districtwide::scenario::{Parameter, Preset, Range, Scenario, Settings, Value, parameters};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

/// Districts and horizons stay small enough for the tests to take seconds.
const MOST_SCHOOLS: u64 = 120;
const MOST_MONTHS: u64 = 120;

/// A valid scenario in which every parameter lies anywhere in its range, one in four at an end.
pub fn random_scenario(seed: u64) -> Scenario {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let preset = Preset::ALL.get(rng.random_range(0..2 * Preset::ALL.len())).copied();
    let mut settings = Settings::starting_from(preset);
    for parameter in parameters() {
        let value = random_value(parameter, &mut rng);
        (parameter.set)(&mut settings, value).expect("a value of the parameter's kind");
    }
    let district = &mut settings.district;
    district.start_schools = district.start_schools.min(district.n_schools);
    let whole = (1.0 - district.start_mix[0]) * district.start_mix[2];
    district.start_mix = [district.start_mix[0], 1.0 - district.start_mix[0] - whole, whole];
    Scenario::new(settings).expect("a scenario inside its ranges")
}

fn random_value(parameter: &Parameter, rng: &mut ChaCha8Rng) -> Value {
    let (low, high) = match parameter.range {
        Range::Between(low, high) => (low, high),
        Range::OneOf(choices) => return Value::Whole(choices[rng.random_range(0..choices.len())]),
        Range::YesNo { .. } => return Value::YesNo(rng.random()),
    };
    let mut number = || match rng.random_range(0..8) {
        0 => low,
        1 => high,
        _ => rng.random_range(low..=high),
    };
    match parameter.default_value() {
        Value::Number(_) => Value::Number(number()),
        Value::Stages(_) => Value::Stages([number(), number(), number()]),
        Value::Whole(_) => Value::Whole(match parameter.key {
            "n_schools" => (number() as u64 % MOST_SCHOOLS).max(2),
            // Clamped to the district: most districts begin with few schools under way.
            "start_schools" => number() as u64 % 12,
            "months" => (number() as u64 % MOST_MONTHS).max(1),
            _ => number() as u64,
        }),
        Value::YesNo(_) => unreachable!("handled above: its range is Range::YesNo"),
    }
}
