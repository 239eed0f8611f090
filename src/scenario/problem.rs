//! What can be wrong with a scenario, each in a sentence that says what to do.

use super::{Parameter, Range, Value, parameter};
use crate::language::{number, phrase};
use crate::{phrase, plural};
use std::fmt;

/// One thing that is wrong with a scenario, a link or a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// A value of another kind, or outside the range.
    NotAllowed {
        /// The parameter.
        key: &'static str,
        /// What was given.
        found: String,
    },
    /// More schools under way than the district has.
    MoreStartedThanSchools {
        /// Schools under way.
        start_schools: u32,
        /// Schools of the district.
        n_schools: u32,
    },
    /// The shares of the schools under way do not make 1.
    MixIsNotWhole {
        /// The shares.
        start_mix: [f64; 3],
        /// Their sum.
        sum: f64,
    },
    /// A name that is no parameter's.
    Unknown {
        /// The name.
        key: String,
    },
    /// A parameter that is given twice.
    Twice {
        /// The parameter.
        key: &'static str,
    },
    /// A name that is no preset's.
    UnknownPreset {
        /// The name.
        name: String,
    },
    /// A link of another make or version.
    NotALink {
        /// Its beginning.
        found: String,
    },
    /// What is only of a file, as a sentence.
    InFile(String),
}

impl Problem {
    pub(super) fn not_allowed(parameter: &Parameter, found: impl fmt::Display) -> Self {
        // What was given may be a whole file: a message shows its beginning.
        Self::NotAllowed { key: parameter.key, found: shorten(&found.to_string()) }
    }
}

/// The first 40 characters, with an ellipsis if there were more.
pub(super) fn shorten(text: &str) -> String {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A parameter as the page calls it, with the name that it has in links and files.
pub(super) fn named(key: &str) -> String {
    match parameter(key) {
        Some(parameter) => format!("{} ({key})", parameter.label()),
        None => key.to_owned(),
    }
}

/// What a parameter may be, in words: "a whole number from 2 to 5000 (schools)".
pub(super) fn allowed(parameter: &Parameter) -> String {
    match parameter.range {
        Range::Between(low, high) => between(parameter, &number(low), &number(high)),
        Range::OneOf(choices) => {
            let choices: Vec<String> = choices.iter().map(u64::to_string).collect();
            let choices = choices.join(phrase(", "));
            phrase!("one of {choices} ({unit})", choices, unit = parameter.unit())
        }
        Range::YesNo { .. } => phrase("yes or no").to_owned(),
    }
}

/// What a parameter with these limits may be.
fn between(parameter: &Parameter, low: &str, high: &str) -> String {
    let unit = parameter.unit();
    match parameter.default_value() {
        Value::Whole(_) => phrase!("a whole number from {low} to {high} ({unit})", low, high, unit),
        Value::Stages(_) => phrase!(
            "three numbers with commas between them, each from {low} to {high} ({unit})",
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
                let allowed = parameter(key).map(allowed).unwrap_or_default();
                phrase!(
                    "{setting}: {found} is not allowed; it must be {allowed}.",
                    setting = named(key),
                    found,
                    allowed
                )
            }
            Self::MoreStartedThanSchools { start_schools, n_schools } => phrase!(
                "{setting}: {start_schools} are more than the {n_schools} schools of the district; it must \
                 be a whole number from 0 to {n_schools} (schools).",
                setting = named("start_schools"),
                start_schools,
                n_schools
            ),
            Self::MixIsNotWhole { start_mix, sum } => mix_is_not_whole(*start_mix, *sum),
            Self::Unknown { key } => phrase!("{key}: there is no setting of this name.", key),
            Self::Twice { key } => {
                phrase!("{setting}: this setting is given twice.", setting = named(key))
            }
            Self::UnknownPreset { name } => {
                let names = super::Preset::ALL.map(super::Preset::key).join(phrase(", "));
                phrase!("preset: '{name}' is none of {names}.", name, names)
            }
            Self::NotALink { found } if is_newer(found) => phrase(
                "The link was made by a newer version of this page; load the page again to have it.",
            )
            .to_owned(),
            Self::NotALink { found } => {
                phrase!("'{found}' does not begin with v1, as the links of this page do.", found)
            }
            Self::InFile(sentence) => sentence.clone(),
        }
    }
}

fn mix_is_not_whole(start_mix: [f64; 3], sum: f64) -> String {
    // A share may have hundreds of digits.
    let [introductory, pilot, whole] = start_mix.map(|share| shorten(&number(share)));
    phrase!(
        "{setting}: the shares {introductory}, {pilot} and {whole} add up to {sum}; each must be from 0 to \
         1, and together they must be 1.",
        setting = named("start_mix"),
        introductory,
        pilot,
        whole,
        sum = shorten(&number(sum))
    )
}

/// Whether this begins like the links of a later version.
fn is_newer(link: &str) -> bool {
    link.strip_prefix('v')
        .is_some_and(|number| number.starts_with(|digit: char| digit.is_ascii_digit()))
}

/// All that is wrong with a scenario, a link or a file; never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Problems(pub Vec<Problem>);

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl fmt::Display for Problems {
    /// The first problems, and how many more there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 5;
        for (i, problem) in self.0.iter().take(MOST).enumerate() {
            let space = if i == 0 { "" } else { " " };
            write!(f, "{space}{problem}")?;
        }
        match self.0.len().saturating_sub(MOST) {
            0 => Ok(()),
            more => f.write_str(&plural!(more, " And {count} more.", " And {count} more.")),
        }
    }
}

impl std::error::Error for Problem {}
impl std::error::Error for Problems {}
