//! What is said about a yardstick: its words, its unit, its time.

use super::unit::{Told, Unit};
use crate::model::Measure;
use crate::plural;
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

    /// The year, of a simulation over so many months; none where it is the end.
    pub fn year(self, months: u32) -> Option<u32> {
        match self {
            Self::Year(year) if 12 * year < months => Some(year),
            Self::Year(_) | Self::End => None,
        }
    }

    /// What is told with its time: "more schools start by year 1".
    pub fn with_time(self, told: String, months: u32) -> String {
        match self.year(months) {
            Some(year) => plural!(year, "{told} by year {count}", "{told} by year {count}", told),
            None => told,
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

/// All that is said about one yardstick; the texts are to be said through
/// `language::phrase`.
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
    /// A difference of it as part of a sentence.
    pub difference: Told,
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
        difference: Told::NOT,
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
        difference: Told::NOT,
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
        assert_eq!((At::Year(5).year(96), At::Year(5).year(60)), (Some(5), None));
        assert_eq!(At::Year(5).with_time("Deep".into(), 96), "Deep by year 5");
        assert_eq!(At::Year(5).with_time("Deep".into(), 60), "Deep");
    }
}
