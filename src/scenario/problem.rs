//! The problems that a scenario can have, each with a sentence that says what to do.

use super::{Parameter, Range, Value, parameter};
use crate::language::{number, phrase};
use crate::{phrase, plural};
use std::fmt;

/// One thing that is wrong with a scenario, a link or a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// A value of the wrong kind, or outside the range.
    NotAllowed {
        /// The parameter.
        key: &'static str,
        /// What was given.
        found: String,
    },
    /// More schools than the district has: active at the start, or as its goal.
    MoreThanSchools {
        /// The parameter.
        key: &'static str,
        /// Its schools.
        found: u32,
        /// The least that it may be.
        least: u32,
        /// Schools in the district.
        n_schools: u32,
    },
    /// The shares of the schools active at the start do not add up to 1.
    MixDoesNotAddUp {
        /// The shares.
        start_mix: [f64; 3],
        /// Their sum.
        sum: f64,
    },
    /// More than a browser can hold, or simulate in minutes.
    TooLarge {
        /// Months to simulate.
        months: u32,
        /// Simulated futures.
        replicates: u32,
        /// Schools in the district.
        n_schools: u32,
        /// The most futures for so many months and schools.
        most: u32,
    },
    /// A problem that only links, files or typed numbers have, as a sentence (`super::text_problem`,
    /// `super::file_problem`, `super::typed_value`).
    InText(String),
}

impl Problem {
    pub(super) fn not_allowed(parameter: &Parameter, found: impl fmt::Display) -> Self {
        // The value may be a whole file, so the message shows only its beginning.
        Self::NotAllowed { key: parameter.key, found: truncate(&found.to_string()) }
    }
}

/// The first 40 characters, followed by an ellipsis if there are more.
pub(super) fn truncate(text: &str) -> String {
    const MAX_LENGTH: usize = 40;
    match text.char_indices().nth(MAX_LENGTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The label of a parameter on the page, with its key in links and files.
pub(super) fn label_with_key(key: &str) -> String {
    match parameter(key) {
        Some(parameter) => format!("{} ({key})", parameter.label()),
        None => key.to_owned(),
    }
}

/// The allowed values of a parameter as text: "a whole number from 2 to 5000 (schools)".
pub(super) fn allowed_values(parameter: &Parameter) -> String {
    match parameter.range {
        Range::Between(low, high) => between(parameter, &number(low), &number(high)),
        Range::NoneOrBetween(low, high) => {
            let allowed = between(parameter, &number(low), &number(high));
            phrase!("{allowed}, or 0 for none", allowed)
        }
        Range::OneOf(choices) => {
            let choices: Vec<String> = choices.iter().map(u64::to_string).collect();
            let choices = choices.join(phrase(", "));
            phrase!("one of {choices} ({unit})", choices, unit = parameter.unit())
        }
        Range::YesNo { .. } => phrase("yes or no").to_owned(),
    }
}

/// The allowed values between these limits.
fn between(parameter: &Parameter, low: &str, high: &str) -> String {
    let unit = parameter.unit();
    match parameter.default_value() {
        Value::Whole(_) => phrase!("a whole number from {low} to {high} ({unit})", low, high, unit),
        Value::Stages(_) => phrase!(
            "three numbers separated by commas, each from {low} to {high} ({unit})",
            low,
            high,
            unit
        ),
        Value::Number(_) | Value::YesNo(_) => {
            phrase!("a number from {low} to {high} ({unit})", low, high, unit)
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}

impl Problem {
    /// What is wrong, and what to do.
    fn sentence(&self) -> String {
        match self {
            Self::NotAllowed { key, found } => {
                let allowed_values = parameter(key).map(allowed_values).unwrap_or_default();
                phrase!(
                    "{setting}: {found} is not allowed; it must be {allowed}.",
                    setting = label_with_key(key),
                    found,
                    allowed = allowed_values
                )
            }
            Self::MoreThanSchools { key, found, least, n_schools } => phrase!(
                "{setting}: {found} is more than the {n_schools} schools of the district; it must be a \
                 whole number from {least} to {n_schools} (schools).",
                setting = label_with_key(key),
                found,
                least,
                n_schools
            ),
            Self::MixDoesNotAddUp { start_mix, sum } => mix_does_not_add_up(*start_mix, *sum),
            Self::TooLarge { months, replicates, n_schools, most } => phrase!(
                "{setting}: {replicates} futures of {months} months and {n_schools} schools are more \
                 than a browser can simulate; with that many months and schools, it must be at most \
                 {most} futures.",
                setting = label_with_key("replicates"),
                replicates,
                months,
                n_schools,
                most
            ),
            Self::InText(sentence) => sentence.clone(),
        }
    }
}

fn mix_does_not_add_up(start_mix: [f64; 3], sum: f64) -> String {
    // A share can have hundreds of digits.
    let [introductory, pilot, whole] = start_mix.map(|share| truncate(&number(share)));
    phrase!(
        "{setting}: the shares {introductory}, {pilot} and {whole} add up to {sum}; each must be from \
         0 to 1, and they must add up to 1.",
        setting = label_with_key("start_mix"),
        introductory,
        pilot,
        whole,
        sum = truncate(&number(sum))
    )
}

/// All problems of a scenario, a link or a file; never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Problems(pub Vec<Problem>);

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl fmt::Display for Problems {
    /// Writes the first problems, and how many more there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MAX_SHOWN: usize = 5;
        for (i, problem) in self.0.iter().take(MAX_SHOWN).enumerate() {
            let space = if i == 0 { "" } else { " " };
            write!(f, "{space}{problem}")?;
        }
        match self.0.len().saturating_sub(MAX_SHOWN) {
            0 => Ok(()),
            more => f.write_str(&plural!(more, " And {count} more.", " And {count} more.")),
        }
    }
}

impl std::error::Error for Problem {}
impl std::error::Error for Problems {}
