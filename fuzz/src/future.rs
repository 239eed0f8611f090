//! A valid scenario and a replicate from arbitrary bytes.

use arbitrary::{Arbitrary, Result, Unstructured};
use districtwide::scenario::{Parameter, Preset, Range, Scenario, Settings, Value, parameters};

/// A future to test: every parameter anywhere in its range, often at an end, often with the value of its
/// preset.
///
/// The same bytes give the same future. When they run out, the remaining parameters have the values of
/// the preset, or the first of their choices.
#[derive(Debug)]
pub struct FuzzedFuture {
    pub scenario: Scenario,
    pub replicate: u64,
}

/// Most futures are small, so that a million of them take minutes: the product of schools and months is
/// bounded.
const MAX_SCHOOL_MONTHS: u32 = 80 * 24;
/// The bound for one future in sixteen.
const MAX_SCHOOL_MONTHS_LONG: u32 = 80 * 192;
/// Every district, however large, has at least a year.
const MIN_MONTHS: u32 = 12;

/// A cap on spending that holds some districts back, k$ per school and year.
const MAY_HOLD_BACK: f64 = 60.0;
/// Parameters that are drawn last, so that bytes from before there were any encode the future that they encoded.
const CAME_LATER: [&str; 3] = ["start_age", "spending_cap", "start_year"];

/// The future that these bytes encode.
pub fn future(bytes: &[u8]) -> FuzzedFuture {
    FuzzedFuture::arbitrary(&mut Unstructured::new(bytes)).expect("a future out of any bytes")
}

impl<'a> Arbitrary<'a> for FuzzedFuture {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let replicate = u.arbitrary()?;
        let preset = u.int_in_range(0..=Preset::ALL.len())?.checked_sub(1).map(|i| Preset::ALL[i]);
        let mut settings = Settings::starting_from(preset);
        let came_later = |parameter: &&Parameter| CAME_LATER.contains(&parameter.key);
        let first = parameters().filter(|parameter| !came_later(parameter));
        for parameter in first.chain(parameters().filter(came_later)) {
            let value = allowed_value(parameter, &settings, u)?;
            (parameter.set)(&mut settings, value).expect("a value of the parameter's kind");
        }
        settings.district.start_mix = shares_that_add_up(settings.district.start_mix);
        let scenario = Scenario::new(settings).expect("settings inside their ranges");
        Ok(Self { scenario, replicate })
    }
}

/// Three shares that add up to 1: the first, and the third as a fraction of the rest.
pub fn shares_that_add_up([first, _, third]: [f64; 3]) -> [f64; 3] {
    let third = (1.0 - first) * third;
    [first, 1.0 - first - third, third]
}

/// A value that the parameter may have, given the settings drawn so far.
pub fn allowed_value(
    parameter: &Parameter,
    settings: &Settings,
    u: &mut Unstructured,
) -> Result<Value> {
    let (low, high) = match parameter.range {
        Range::Between(low, high) => bounds(parameter.key, (low, high), settings, u)?,
        Range::NoneOrBetween(..) if u.int_in_range(0..=2)? < 2 => {
            return Ok(match parameter.default_value() {
                Value::Whole(_) => Value::Whole(0),
                _ => Value::Number(0.0),
            });
        }
        Range::NoneOrBetween(low, high) => bounds(parameter.key, (low, high), settings, u)?,
        Range::OneOf(choices) => return Ok(Value::Whole(*u.choose(choices)?)),
        Range::YesNo { .. } => return Ok(Value::YesNo(u.arbitrary()?)),
    };
    let mut number = |base: f64| number(base.clamp(low, high), low, high, u);
    Ok(match (parameter.get)(settings) {
        Value::Number(base) => Value::Number(number(base)?),
        Value::Whole(base) => Value::Whole(number(base as f64)? as u64),
        Value::Stages([a, b, c]) => Value::Stages([number(a)?, number(b)?, number(c)?]),
        yes_no @ Value::YesNo(_) => yes_no,
    })
}

/// The bounds for the parameter: its range, or less for what makes a future large or impossible.
fn bounds(
    key: &str,
    (low, high): (f64, f64),
    settings: &Settings,
    u: &mut Unstructured,
) -> Result<(f64, f64)> {
    let n_schools = settings.district.n_schools;
    let high = match key {
        "n_schools" => match u.int_in_range(0..=255)? {
            0..=7 => 300.0,
            8 => high,
            _ => 40.0,
        },
        "start_schools" => f64::from(n_schools),
        "months" => {
            let long = u.int_in_range(0..=15)? == 15;
            let school_months = if long { MAX_SCHOOL_MONTHS_LONG } else { MAX_SCHOOL_MONTHS };
            f64::from((school_months / n_schools).max(MIN_MONTHS)).min(high)
        }
        // Most caps in the range would hold nothing back in so small a district.
        "spending_cap" if u.arbitrary()? => MAY_HOLD_BACK * f64::from(n_schools),
        // What the page refuses as too large.
        "replicates" => high.min(f64::from(1_000_000 / settings.simulation.months.max(1))),
        _ => high,
    };
    Ok((low, high))
}

/// The base, an end, or any number between the ends. Exhausted bytes read as 0, which selects the base.
fn number(base: f64, low: f64, high: f64, u: &mut Unstructured) -> Result<f64> {
    Ok(match u.int_in_range(0..=7)? {
        0 | 1 => base,
        2 => low,
        3 => high,
        _ => {
            let share = f64::from(u.arbitrary::<u16>()?) / f64::from(u16::MAX);
            (low + share * (high - low)).min(high)
        }
    })
}
