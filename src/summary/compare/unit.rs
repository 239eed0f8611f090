//! How a yardstick's numbers, and differences of them, are told.

use super::things::Plural;
use crate::language::{fill, phrase, plural_phrase, to_phrase};
use crate::phrase;
use crate::summary::outcomes::points;
use crate::summary::{dollars, integer, one_decimal, percent};

/// How a difference is told: where there is less, and where there is more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Things to count.
    Things([Plural; 2]),
    /// A size, with the place `{size}`.
    Sizes([&'static str; 2]),
    /// A size that may be without end, and what is said if it is.
    Endless([&'static str; 2], [&'static str; 2]),
}

impl Told {
    /// What is never told.
    pub const NOT: Self = Self::Sizes([""; 2]);
}

/// What a yardstick counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Months until something happens; infinite if it never does.
    Months,
    /// Things to count, by what is said of fewer and of more of them.
    Count([Plural; 2]),
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
            Self::Share | Self::Gap => points(size),
            Self::Months | Self::Count(..) | Self::Dollars => self.level(size),
        }
    }

    /// A difference with its direction: "12 more schools", "4.5 points lower", "5 months later".
    pub fn compared(self, difference: f64) -> String {
        let levels = [to_phrase("{size} lower"), to_phrase("{size} higher")];
        let told = match self {
            Self::Count(things) => Told::Things(things),
            Self::Months => Told::Endless(
                [to_phrase("{size} earlier"), to_phrase("{size} later")],
                [
                    to_phrase("reached in most futures"),
                    to_phrase("no longer reached in most futures"),
                ],
            ),
            Self::Share => Told::Sizes(levels),
            // "Higher" would not say for whom.
            Self::Gap => Told::Sizes([
                to_phrase("{size} away from high-need schools"),
                to_phrase("{size} towards high-need schools"),
            ]),
            Self::Dollars => Told::Endless(
                levels,
                [to_phrase("finite, as some last"), to_phrase("without end, as none lasts")],
            ),
        };
        self.tell(difference, told)
    }

    /// A difference in these words.
    pub fn tell(self, difference: f64, told: Told) -> String {
        let rises = usize::from(difference > 0.0);
        match told {
            Told::Endless(_, endless) if difference.is_infinite() => {
                phrase(endless[rises]).to_owned()
            }
            Told::Sizes(sizes) | Told::Endless(sizes, _) => {
                fill(phrase(sizes[rises]), &[("size", &self.size(difference))])
            }
            Told::Things(things) => {
                let Plural { one, many } = things[rises];
                // The number that is told decides whether it is one.
                let count = difference.abs().round_ties_even();
                fill(plural_phrase(count, one, many), &[("count", &integer(count))])
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
            Self::Dollars => phrase("none lasts"),
            _ => phrase("never"),
        }
    }
}

/// "1 month", "2.5 months".
fn months(value: f64) -> String {
    match one_decimal(value).as_str() {
        "1" => phrase("1 month").to_owned(),
        number => phrase!("{number} months", number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::compare::things;

    const SCHOOLS: Unit = Unit::Count(things::SCHOOLS);

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
