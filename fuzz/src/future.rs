//! A valid scenario and a replicate out of any bytes.

use arbitrary::{Arbitrary, Result, Unstructured};
use districtwide::scenario::{Parameter, Preset, Range, Scenario, Settings, Value, parameters};

/// A future to try: every parameter anywhere in its range, often at an end, often as its preset has it.
///
/// The same bytes give the same future. Where they run out, what is left is as the preset has it, or the
/// first of its choices.
#[derive(Debug)]
pub struct FutureToTry {
    pub scenario: Scenario,
    pub replicate: u64,
}

/// Most futures are small, so that a million of them take minutes: schools times months are bounded.
const MOST_SCHOOL_MONTHS: u32 = 80 * 24;
/// The bound of one in sixteen.
const MOST_OF_A_LONG_ONE: u32 = 80 * 192;
/// No district, however large, is cut below a year.
const FEWEST_MONTHS: u32 = 12;

/// The future that these bytes stand for.
pub fn future(bytes: &[u8]) -> FutureToTry {
    FutureToTry::arbitrary(&mut Unstructured::new(bytes)).expect("a future out of any bytes")
}

impl<'a> Arbitrary<'a> for FutureToTry {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let replicate = u.arbitrary()?;
        let preset = u.int_in_range(0..=Preset::ALL.len())?.checked_sub(1).map(|i| Preset::ALL[i]);
        let mut settings = Settings::starting_from(preset);
        for parameter in parameters() {
            let value = allowed(parameter, &settings, u)?;
            (parameter.set)(&mut settings, value).expect("a value of the parameter's kind");
        }
        settings.district.start_mix = whole(settings.district.start_mix);
        let scenario = Scenario::new(settings).expect("settings inside their ranges");
        Ok(Self { scenario, replicate })
    }
}

/// Three shares that make 1: the first, and of the rest the part that the third is of 1.
pub fn whole([first, _, third]: [f64; 3]) -> [f64; 3] {
    let third = (1.0 - first) * third;
    [first, 1.0 - first - third, third]
}

/// A value that the parameter may have beside the settings drawn so far.
pub fn allowed(parameter: &Parameter, settings: &Settings, u: &mut Unstructured) -> Result<Value> {
    let (low, high) = match parameter.range {
        Range::Between(low, high) => bounds(parameter.key, (low, high), settings, u)?,
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

/// Where the parameter may lie: its range, or less for what makes a future large or impossible.
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
            let school_months = if long { MOST_OF_A_LONG_ONE } else { MOST_SCHOOL_MONTHS };
            f64::from((school_months / n_schools).max(FEWEST_MONTHS)).min(high)
        }
        _ => high,
    };
    Ok((low, high))
}

/// The base, an end, or any number between the ends. Bytes that have run out read as 0: it is the base.
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
