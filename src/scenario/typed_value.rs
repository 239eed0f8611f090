//! Reads what people type into the fields of a parameter. Links and files hold numbers in one format only and are
//! read by [`Parameter::parse`]; here a number may be in the visitor's format, with a unit.
//!
//! - Without a unit, a number is in the unit of the field.
//! - In a field in thousands of dollars, "$", "k" and "M" mean dollars: "$14,000" is 14, "60M" is 60,000. "$14" may
//!   be meant in dollars or in the unit of the field, so the page asks.
//! - Money of the whole district is in dollars: "$1.5M" and "1,500,000" are 1,500 thousand.
//! - An empty field means none where there can be none.
//! - "%" means hundredths where the field has a share, a rate per year, an index or a depth.
//! - Nothing is clamped or rounded: what a field does not allow gets a sentence.

use super::problem::{allowed_values, label_with_key, truncate};
use super::{Limits, Parameter, Problem, Range, Value};
use crate::language::{
    Decimal, Symbol, TypedNumber, Unreadable, current_language, fill, integer, number, phrase,
    read_number, to_phrase,
};
use crate::phrase;

/// What "$" and "%" mean in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// Thousands of dollars.
    Money,
    /// The same of the whole district, shown and typed in dollars.
    DistrictMoney,
    /// One is the whole, so that hundredths can be typed as percent.
    Share,
    /// A count, a time or a factor.
    Other,
}

impl Measure {
    fn of(parameter: &Parameter) -> Self {
        match parameter.unit {
            "thousand dollars per year in all" => Self::DistrictMoney,
            unit if unit.starts_with("thousand dollars") => Self::Money,
            "share" | "shares" | "share of full effort" | "per year" => Self::Share,
            "index" | "depth" | "depth and index" => Self::Share,
            _ => Self::Other,
        }
    }

    /// The power of ten that converts a typed number to the unit of the field; `None` if it cannot have this unit.
    fn power(self, typed: &TypedNumber) -> Option<i32> {
        match (self, typed.symbol) {
            (Self::Share, Some(Symbol::Percent)) => Some(-2),
            (Self::DistrictMoney, None | Some(Symbol::Dollars)) => Some(-3),
            (Self::Money, Some(Symbol::Dollars)) => Some(-3),
            (_, Some(_)) => None,
            (Self::Money, None) if typed.is_scaled => Some(-3),
            (_, None) => Some(0),
        }
    }
}

impl Parameter {
    /// Reads the texts of its fields: one, or three for the stages.
    ///
    /// # Errors
    /// A sentence about the first text that is not read, or whose number is not allowed.
    pub fn read_typed(&self, texts: &[String]) -> Result<Value, Problem> {
        let mut values = Vec::new();
        for text in texts {
            values.push(self.read_one(text.trim()).map_err(Problem::InText)?);
        }
        match (values.as_slice(), self.default_value()) {
            ([Value::Number(a), Value::Number(b), Value::Number(c)], Value::Stages(_)) => {
                Ok(Value::Stages([*a, *b, *c]))
            }
            ([value], Value::Number(_) | Value::Whole(_)) => Ok(*value),
            _ => Err(Problem::not_allowed(self, texts.join(" "))),
        }
    }

    /// Reads the text of one field; a sentence if it is not taken.
    fn read_one(&self, text: &str) -> Result<Value, String> {
        if text.is_empty() && matches!(self.range, Range::NoneOrBetween(..)) {
            return Ok(self.none());
        }
        let refuse = |reason| self.sentence(reason, text, "", "");
        let typed =
            read_number(text, current_language()).map_err(|reason| refuse(unreadable(reason)))?;
        let power = Measure::of(self).power(&typed).ok_or_else(|| refuse(unfit(typed.symbol)))?;
        let of_field = typed.number.clone().times_ten_to(power);
        let other = typed.other.map(|other| other.times_ten_to(power));
        // "$14" is less than one unit of its field.
        let is_below_unit = |thousands: f64| thousands != 0.0 && thousands.abs() < 1.0;
        let is_small_amount = Measure::of(self) == Measure::Money
            && typed.symbol == Some(Symbol::Dollars)
            && !typed.is_scaled
            && of_field.number().is_some_and(is_below_unit);
        let asked = match &other {
            Some(other) if typed.is_undecided => Some(other),
            _ => is_small_amount.then_some(&typed.number),
        };
        if let Some(other) = asked {
            return Err(self.sentence(ASK, text, &shown(&of_field), &shown(other)));
        }
        self.allowed(&of_field).ok_or_else(|| match other {
            Some(other) if self.allowed(&other).is_some() => {
                self.sentence(OTHER_ALLOWED, text, &shown(&of_field), &shown(&other))
            }
            _ => refuse(to_phrase("{setting}: {found} is not allowed; it must be {allowed}.")),
        })
    }

    /// The value of one field; `None` if it is not allowed.
    fn allowed(&self, typed: &Decimal) -> Option<Value> {
        let value = match self.default_value() {
            Value::Whole(_) => Value::Whole(typed.whole()?),
            _ => Value::Number(typed.number()?),
        };
        self.allows(value, Limits::Range).then_some(value)
    }

    /// One of the sentences below; all are filled here, which weighs less than where each is needed.
    fn sentence(&self, english: &'static str, text: &str, number: &str, other: &str) -> String {
        let typed = format!("'{}'", truncate(text));
        fill(
            phrase(english),
            &[
                ("setting", &label_with_key(self.key)),
                ("typed", &typed),
                ("found", &typed),
                ("allowed", &self.allowed_in_field()),
                ("number", &number),
                ("other", &other),
                ("unit", &self.unit()),
            ],
        )
    }

    /// The allowed values of one field.
    fn allowed_in_field(&self) -> String {
        match (self.default_value(), self.range) {
            (Value::Stages(_), Range::Between(low, high)) => phrase!(
                "a number from {low} to {high} ({unit})",
                low = number(low),
                high = number(high),
                unit = self.unit()
            ),
            (_, Range::NoneOrBetween(low, high)) if Measure::of(self) == Measure::DistrictMoney => {
                phrase!(
                    "an amount from {low} to {high} per year in all, or empty for none",
                    low = dollars_in_field(low),
                    high = dollars_in_field(high)
                )
            }
            _ => allowed_values(self),
        }
    }

    /// The value that stands for none.
    fn none(&self) -> Value {
        match self.default_value() {
            Value::Whole(_) => Value::Whole(0),
            _ => Value::Number(0.0),
        }
    }

    /// A value as the fields of the parameter show it, in the visitor's format: " / " stands between those of three,
    /// and nothing for none.
    pub fn in_fields(&self, value: Value) -> String {
        match value {
            _ if self.is_none(value) => String::new(),
            Value::Number(one) if Measure::of(self) == Measure::DistrictMoney => {
                dollars_in_field(one)
            }
            Value::Number(one) => number(one),
            Value::Stages(three) => three.map(number).join(" / "),
            Value::Whole(_) | Value::YesNo(_) => value.to_string(),
        }
    }
}

/// Thousands of dollars as a number of dollars.
fn dollars_in_field(thousands: f64) -> String {
    let dollars = thousands * 1_000.0;
    // An amount that is no whole number of dollars is not rounded.
    let amount = if dollars.fract() == 0.0 { integer(dollars) } else { number(dollars) };
    phrase!("${amount}", amount)
}

/// Asks which of two numbers was meant, each as it can be typed without another question.
const ASK: &str =
    to_phrase("{setting}: {typed} can mean {number} or {other} ({unit}); type the one you mean.");

/// The visitor's format makes a number of the text that is not allowed; the other reading is.
const OTHER_ALLOWED: &str = to_phrase(
    "{setting}: {typed} is read as {number}, which is not allowed; it must be {allowed}. If you mean {other}, type \
     {other}.",
);

/// Why a text is not a number.
fn unreadable(reason: Unreadable) -> &'static str {
    match reason {
        Unreadable::Empty => {
            to_phrase("{setting}: there is no number in this field; it must be {allowed}.")
        }
        Unreadable::NotANumber => {
            to_phrase("{setting}: {typed} cannot be read as a number; it must be {allowed}.")
        }
        Unreadable::Marks => to_phrase(
            "{setting}: {typed} has a separator where no number has one; it must be {allowed}.",
        ),
        Unreadable::SmallM => to_phrase(
            "{setting}: the m in {typed} can mean thousand or million; type k for thousand or M for million.",
        ),
    }
}

/// Why a field does not take a number with this symbol.
fn unfit(symbol: Option<Symbol>) -> &'static str {
    match symbol {
        Some(Symbol::Percent) => {
            to_phrase("{setting}: {typed} is a percentage; it must be {allowed}.")
        }
        _ => to_phrase("{setting}: {typed} is an amount of money; it must be {allowed}."),
    }
}

/// A number as a field shows it: without marks of thousands, so that it has one reading.
fn shown(typed: &Decimal) -> String {
    match (typed.whole(), typed.number()) {
        (Some(whole), _) => whole.to_string(),
        (None, Some(real)) => number(real),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests;
