//! The values of parameters, and how they are parsed and formatted.

use lexical_parse_float::FromLexical;
use std::fmt;

/// The value of any parameter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A real number.
    Number(f64),
    /// A nonnegative integer.
    Whole(u64),
    /// Yes or no.
    YesNo(bool),
    /// One number each for the introductory, pilot and whole-school stage.
    Stages([f64; 3]),
}

impl fmt::Display for Value {
    /// Formats as in links and messages: `0.4`, `80`, `yes`, `0.45,0.4,0.15`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Whole(number) => write!(f, "{number}"),
            Self::YesNo(answer) => f.write_str(if *answer { "yes" } else { "no" }),
            Self::Stages([introductory, pilot, whole]) => {
                write!(f, "{introductory},{pilot},{whole}")
            }
        }
    }
}

impl Value {
    /// The number of a value that consists of one number; 0 for the others.
    pub fn number(self) -> f64 {
        match self {
            Self::Number(number) => number,
            Self::Whole(number) => number as f64,
            Self::YesNo(_) | Self::Stages(_) => 0.0,
        }
    }

    /// Parses a value of the same kind as this one; `None` if the text does not represent one.
    pub fn parse_same_kind(&self, text: &str) -> Option<Self> {
        let text = text.trim();
        match self {
            Self::Number(_) => parse_finite(text).map(Self::Number),
            Self::Whole(_) => text.parse().ok().map(Self::Whole),
            Self::YesNo(_) => match text {
                "yes" | "true" => Some(Self::YesNo(true)),
                "no" | "false" => Some(Self::YesNo(false)),
                _ => None,
            },
            Self::Stages(_) => {
                let numbers: Option<Vec<f64>> = text.split(',').map(parse_finite).collect();
                numbers?.try_into().ok().map(Self::Stages)
            }
        }
    }
}

/// Parses a finite number.
pub(super) fn parse_finite(text: &str) -> Option<f64> {
    f64::from_lexical(text.trim().as_bytes()).ok().filter(|number| number.is_finite())
}

/// A Rust type for a parameter.
pub(super) trait FieldValue: Sized + Copy {
    /// Converts to a parameter value.
    fn to_value(self) -> Value;
    /// Converts from a parameter value; `None` if it is of another kind.
    fn from_value(value: Value) -> Option<Self>;
}

impl FieldValue for f64 {
    fn to_value(self) -> Value {
        Value::Number(self)
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Number(number) => Some(number),
            Value::Whole(number) => Some(number as f64),
            _ => None,
        }
    }
}

impl FieldValue for u64 {
    fn to_value(self) -> Value {
        Value::Whole(self)
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Whole(number) => Some(number),
            _ => None,
        }
    }
}

impl FieldValue for u32 {
    fn to_value(self) -> Value {
        Value::Whole(u64::from(self))
    }
    fn from_value(value: Value) -> Option<Self> {
        u64::from_value(value).and_then(|number| u32::try_from(number).ok())
    }
}

impl FieldValue for bool {
    fn to_value(self) -> Value {
        Value::YesNo(self)
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::YesNo(answer) => Some(answer),
            _ => None,
        }
    }
}

impl FieldValue for [f64; 3] {
    fn to_value(self) -> Value {
        Value::Stages(self)
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Stages(numbers) => Some(numbers),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_parsed_to_the_same_bits_as_by_the_standard_library() {
        for text in [
            "0.1",
            "-0.2",
            "1e-3",
            "0.30000000000000004",
            "17549.661234567891",
            "2.2250738585072014e-308",
            "9007199254740993",
            "123456789012345678901234567890",
            "0.1000000000000000055511151231257827021181583404541015625",
            "5e-324",
        ] {
            let standard: f64 = text.parse().unwrap();
            assert_eq!(parse_finite(text).map(f64::to_bits), Some(standard.to_bits()), "{text}");
        }
    }

    #[test]
    fn anything_but_a_finite_number_is_rejected() {
        for text in ["", "-", ".", "e5", "1e", "1,5", "0x10", "NaN", "inf", "1e999", "1 2", "١"] {
            assert_eq!(parse_finite(text), None, "{text}");
        }
    }
}
