//! How a yardstick's numbers, and differences of them, are told.

use crate::summary::outcomes::points;
use crate::summary::{dollars, integer, one_decimal, percent};

/// What a yardstick counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Months until something happens; infinite if it never does.
    Months,
    /// Things to count, by the name of one and of many.
    Count(&'static str, &'static str),
    /// A share or an index, 0..1.
    Share,
    /// A difference of two shares, -1..1.
    Gap,
    /// Thousand dollars (k$); infinite where they buy nothing.
    Dollars,
}

impl Unit {
    /// A level, as the outcomes beside the chart tell it.
    pub fn level(self, value: f64) -> String {
        match self {
            Self::Months | Self::Dollars if value.is_infinite() => self.without_end().to_owned(),
            Self::Months => months(value),
            Self::Count(..) => integer(value),
            Self::Share => percent(value),
            Self::Gap => points(value),
            Self::Dollars => dollars(value),
        }
    }

    /// The size of a difference without its direction: "12", "4.5 points", "5 months".
    pub fn size(self, difference: f64) -> String {
        let size = difference.abs();
        match self {
            Self::Share | Self::Gap => match one_decimal(size * 100.0).as_str() {
                "1" => "1 point".to_owned(),
                number => format!("{number} points"),
            },
            Self::Months | Self::Count(..) | Self::Dollars => self.level(size),
        }
    }

    /// A difference with its direction: "12 more schools", "4.5 points lower", "5 months later".
    pub fn compared(self, difference: f64) -> String {
        let rises = difference > 0.0;
        if difference.is_infinite() {
            return self.beyond(rises).to_owned();
        }
        let size = self.size(difference);
        match self {
            Self::Count(one, many) => {
                let noun = if size == "1" { one } else { many };
                format!("{size} {} {noun}", if rises { "more" } else { "fewer" })
            }
            Self::Months => format!("{size} {}", if rises { "later" } else { "earlier" }),
            Self::Share | Self::Dollars => {
                format!("{size} {}", if rises { "higher" } else { "lower" })
            }
            // "Higher" would not say for whom.
            Self::Gap => {
                format!("{size} {} high-need schools", if rises { "towards" } else { "away from" })
            }
        }
    }

    /// Whether a difference is too small to be told.
    pub fn rounds_to_nothing(self, difference: f64) -> bool {
        let size = self.size(difference);
        let digits = size.chars().filter(char::is_ascii_digit);
        difference.is_finite() && digits.clone().count() > 0 && digits.into_iter().all(|d| d == '0')
    }

    /// A level without end.
    fn without_end(self) -> &'static str {
        match self {
            Self::Dollars => "none lasts",
            _ => "never",
        }
    }

    /// A difference without end: in most futures one of the two has no end.
    fn beyond(self, rises: bool) -> &'static str {
        match (self, rises) {
            (Self::Dollars, true) => "without end, as none lasts",
            (Self::Dollars, false) => "finite, as some last",
            (_, true) => "no longer reached in most futures",
            (_, false) => "reached in most futures",
        }
    }
}

/// "1 month", "2.5 months".
fn months(value: f64) -> String {
    match one_decimal(value).as_str() {
        "1" => "1 month".to_owned(),
        number => format!("{number} months"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHOOLS: Unit = Unit::Count("school", "schools");

    #[test]
    fn a_difference_has_its_direction_in_words() {
        assert_eq!(SCHOOLS.compared(1.0), "1 more school");
        assert_eq!(SCHOOLS.compared(-1_200.0), "1,200 fewer schools");
        assert_eq!(Unit::Share.compared(-0.045), "4.5 points lower");
        assert_eq!(Unit::Gap.compared(0.01), "1 point towards high-need schools");
        assert_eq!(Unit::Months.compared(5.0), "5 months later");
        assert_eq!(Unit::Dollars.compared(-1_500.0), "$1.5\u{a0}M lower");
        assert_eq!(Unit::Months.compared(f64::INFINITY), "no longer reached in most futures");
    }

    #[test]
    fn only_what_would_be_told_as_nothing_rounds_to_nothing() {
        assert!(Unit::Share.rounds_to_nothing(0.0004) && !Unit::Share.rounds_to_nothing(0.0006));
        assert!(SCHOOLS.rounds_to_nothing(-0.4) && !SCHOOLS.rounds_to_nothing(10.0));
        assert!(!Unit::Months.rounds_to_nothing(f64::INFINITY));
    }

    #[test]
    fn a_level_without_end_is_said_in_words() {
        assert_eq!(Unit::Months.level(f64::INFINITY), "never");
        assert_eq!(Unit::Dollars.level(f64::INFINITY), "none lasts");
        assert_eq!(Unit::Gap.level(-0.062), "−6.2 points");
    }
}
