//! Facts about a metric: its texts, its unit, its time.

use super::unit::{Unit, Wording};
use crate::model::Measure;
use crate::plural;
use crate::summary::labels::Label;

/// The month at which a metric is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadAt {
    /// The last month.
    End,
    /// The end of a year, or the last month if that comes before.
    Year(u32),
}

impl ReadAt {
    /// The month, in a simulation over `months` months.
    pub fn month(self, months: u32) -> u32 {
        match self {
            Self::End => months,
            Self::Year(year) => months.min(12 * year),
        }
    }

    /// The year, in a simulation over `months` months; `None` if it is the end.
    pub fn year(self, months: u32) -> Option<u32> {
        match self {
            Self::Year(year) if 12 * year < months => Some(year),
            Self::Year(_) | Self::End => None,
        }
    }

    /// Appends the time to a text: "more schools start by year 1".
    pub fn with_time(self, text: String, months: u32) -> String {
        match self.year(months) {
            Some(year) => {
                plural!(year, "{told} by year {count}", "{told} by year {count}", told = text)
            }
            None => text,
        }
    }
}

/// Which direction is better for a district.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// It depends on what the district wants.
    Neither,
}

/// All facts about one metric; the texts are displayed through `language::phrase`.
pub struct MetricInfo {
    /// Key in files and on the page.
    pub key: &'static str,
    /// The label next to its number.
    pub label: &'static str,
    /// The meaning of the number.
    pub meaning: &'static str,
    /// Its unit.
    pub unit: Unit,
    /// When it is read.
    pub at: ReadAt,
    /// Which direction is better.
    pub better: Better,
    /// The measure that it reads; `None` if it combines several.
    pub measure: Option<Measure>,
    /// The wording of a difference in a sentence.
    pub difference: Wording,
    /// The clause that it rose, as the reason for another difference.
    pub rose: &'static str,
    /// The clause that it fell, as the reason for another difference.
    pub fell: &'static str,
}

/// An outcome that is a measure at the end.
pub const fn outcome(label: Label, measure: Measure, unit: Unit) -> MetricInfo {
    MetricInfo {
        key: label.key,
        label: label.name,
        meaning: label.meaning,
        unit,
        at: ReadAt::End,
        better: Better::More,
        measure: Some(measure),
        difference: Wording::NONE,
        rose: "",
        fell: "",
    }
}

/// An intermediate step between a setting and an outcome: it is displayed only as the reason for
/// something else.
pub const fn step(
    key: &'static str,
    at: ReadAt,
    measure: Option<Measure>,
    phrases: [&'static str; 2],
) -> MetricInfo {
    let [rose, fell] = phrases;
    MetricInfo {
        key,
        label: "",
        meaning: "",
        unit: Unit::Share,
        at,
        better: Better::Neither,
        measure,
        difference: Wording::NONE,
        rose,
        fell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_past_the_end_is_the_end() {
        assert_eq!(
            (ReadAt::Year(2).month(18), ReadAt::Year(2).month(96), ReadAt::End.month(96)),
            (18, 24, 96)
        );
        assert_eq!((ReadAt::Year(5).year(96), ReadAt::Year(5).year(60)), (Some(5), None));
        assert_eq!(ReadAt::Year(5).with_time("Deep".into(), 96), "Deep by year 5");
        assert_eq!(ReadAt::Year(5).with_time("Deep".into(), 60), "Deep");
    }
}
