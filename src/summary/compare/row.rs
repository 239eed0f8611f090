//! What is said about a yardstick: its words, its unit, its time.

use super::unit::Unit;
use crate::model::Measure;
use crate::summary::outcomes::Words;

/// The month at which a yardstick is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// The last one.
    End,
    /// The end of a year, or the last month if that comes before.
    Year(u32),
}

impl At {
    /// The month, of a simulation over so many.
    pub fn month(self, months: u32) -> u32 {
        match self {
            Self::End => months,
            Self::Year(year) => months.min(12 * year),
        }
    }

    /// " by year 5"; nothing where it is the end.
    pub fn words(self, months: u32) -> String {
        match self {
            Self::Year(year) if 12 * year < months => format!(" by year {year}"),
            Self::Year(_) | Self::End => String::new(),
        }
    }
}

/// Which way a district would rather have it go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// It depends on what the district wants.
    Neither,
}

/// All that is said about one yardstick.
pub struct Row {
    /// Name in files and in the page.
    pub key: &'static str,
    /// What a person reads beside its number.
    pub label: &'static str,
    /// What the number means.
    pub meaning: &'static str,
    /// What it counts.
    pub unit: Unit,
    /// When it is read.
    pub at: At,
    /// Which way is better.
    pub better: Better,
    /// The measure that it reads; none if it takes more than one.
    pub measure: Option<Measure>,
    /// A difference of it as part of a sentence, with `{}` for what [`Unit::compared`] says.
    pub difference: &'static str,
    /// That it rose, as the reason for something else.
    pub rose: &'static str,
    /// That it fell, as the reason for something else.
    pub fell: &'static str,
}

/// An outcome that a measure gives at the end.
pub const fn outcome(words: Words, measure: Measure, key: &'static str, unit: Unit) -> Row {
    Row {
        key,
        label: words.label,
        meaning: words.meaning,
        unit,
        at: At::End,
        better: Better::More,
        measure: Some(measure),
        difference: "",
        rose: "",
        fell: "",
    }
}

/// A step between a setting and an outcome: it is only told as the reason for something else.
pub const fn step(
    key: &'static str,
    at: At,
    measure: Option<Measure>,
    told: [&'static str; 2],
) -> Row {
    let [rose, fell] = told;
    Row {
        key,
        label: "",
        meaning: "",
        unit: Unit::Share,
        at,
        better: Better::Neither,
        measure,
        difference: "",
        rose,
        fell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_past_the_end_is_the_end() {
        assert_eq!((At::Year(2).month(18), At::Year(2).month(96), At::End.month(96)), (18, 24, 96));
        assert_eq!(
            (At::Year(5).words(96), At::Year(5).words(60)),
            (" by year 5".into(), String::new())
        );
    }
}
