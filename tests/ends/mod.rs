//! The ends of the ranges of parameters.

use districtwide::scenario::{Parameter, Range, Value};

/// The lowest and the highest value of a parameter, or each of its choices.
pub fn ends(parameter: &Parameter) -> Vec<Value> {
    let (low, high) = match parameter.range {
        Range::Between(low, high) => (low, high),
        Range::NoneOrBetween(low, high) => {
            return [0.0, low, high].map(|end| of_kind(parameter, end)).to_vec();
        }
        Range::OneOf(choices) => return choices.iter().copied().map(Value::Whole).collect(),
        Range::YesNo { .. } => return vec![Value::YesNo(false), Value::YesNo(true)],
    };
    match parameter.default_value() {
        // Shares that add up to 1: at the ends, all schools have the same stage.
        Value::Stages(_) if parameter.key == "start_mix" => {
            [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]].map(Value::Stages).to_vec()
        }
        Value::Stages(_) => vec![Value::Stages([low; 3]), Value::Stages([high; 3])],
        Value::Whole(_) => vec![Value::Whole(low as u64), Value::Whole(high as u64)],
        Value::Number(_) | Value::YesNo(_) => vec![Value::Number(low), Value::Number(high)],
    }
}

/// A number as a value of the parameter's kind.
fn of_kind(parameter: &Parameter, number: f64) -> Value {
    match parameter.default_value() {
        Value::Whole(_) => Value::Whole(number as u64),
        _ => Value::Number(number),
    }
}
