//! Formatting the values of a metric and differences between them.

use super::count_phrases::Plural;
use crate::language::{fill, phrase, plural_phrase, rounded, to_phrase};
use crate::phrase;
use crate::summary::outcomes::points;
use crate::summary::{dollars, integer, one_decimal, percent};

/// The wording of a difference: for less and for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// A count of things.
    Counts([Plural; 2]),
    /// A size, with the place `{format_size}`.
    Size([&'static str; 2]),
    /// A size that can be infinite, and the texts for that case.
    SizeOrInfinite([&'static str; 2], [&'static str; 2]),
}

impl Wording {
    /// For differences that are never displayed.
    pub const NONE: Self = Self::Size([""; 2]);
}

/// The unit of a metric.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Months until an event; infinite if it never happens.
    Months,
    /// A count of things, with the texts for fewer and for more of them.
    Count([Plural; 2]),
    /// A share or an index, 0..1.
    Share,
    /// A difference between two shares, -1..1.
    Gap,
    /// Thousands of dollars (k$); infinite where they buy nothing.
    Dollars,
}

impl Unit {
    /// Formats a level like the outcomes next to the chart.
    pub fn format_level(self, value: f64) -> String {
        match self {
            Self::Months | Self::Dollars if value.is_infinite() => self.infinite_level().to_owned(),
            Self::Months => format_months(value),
            Self::Count(..) => integer(value),
            Self::Share => percent(value),
            Self::Gap => points(value),
            Self::Dollars => dollars(value),
        }
    }

    /// The number that stands for a value on the page. Amounts of money keep their digits, as those of their
    /// difference are others.
    pub fn displayed(self, value: f64) -> f64 {
        match self {
            Self::Months => value.ceil(),
            Self::Count(..) => rounded(value, 0),
            Self::Share | Self::Gap => rounded(100.0 * value, 1) / 100.0,
            Self::Dollars => value,
        }
    }

    /// Formats the size of a difference without its direction: "12", "4.5 points", "5 months".
    pub fn format_size(self, difference: f64) -> String {
        let size = difference.abs();
        match self {
            Self::Share | Self::Gap => points(size),
            Self::Months | Self::Count(..) | Self::Dollars => self.format_level(size),
        }
    }

    /// Formats a difference with its direction: "12 more schools", "4.5 points lower", "5 months later".
    pub fn format_with_direction(self, difference: f64) -> String {
        let levels = [to_phrase("{size} lower"), to_phrase("{size} higher")];
        let wording = match self {
            Self::Count(counts) => Wording::Counts(counts),
            Self::Months => Wording::SizeOrInfinite(
                [to_phrase("{size} earlier"), to_phrase("{size} later")],
                [
                    to_phrase("reached in most futures"),
                    to_phrase("no longer reached in most futures"),
                ],
            ),
            Self::Share => Wording::Size(levels),
            // "Higher" would not say in whose favor.
            Self::Gap => Wording::Size([
                to_phrase("{size} away from high-need schools"),
                to_phrase("{size} toward high-need schools"),
            ]),
            Self::Dollars => Wording::SizeOrInfinite(
                levels,
                [to_phrase("finite, as some last"), to_phrase("without end, as none lasts")],
            ),
        };
        self.format_difference(difference, wording)
    }

    /// Formats a difference with this wording.
    pub fn format_difference(self, difference: f64, wording: Wording) -> String {
        let rises = usize::from(difference > 0.0);
        match wording {
            Wording::SizeOrInfinite(_, endless) if difference.is_infinite() => {
                phrase(endless[rises]).to_owned()
            }
            Wording::Size(sizes) | Wording::SizeOrInfinite(sizes, _) => {
                fill(phrase(sizes[rises]), &[("size", &self.format_size(difference))])
            }
            Wording::Counts(counts) => {
                let Plural { one, many } = counts[rises];
                // The displayed number decides between singular and plural.
                let count = difference.abs().round_ties_even();
                fill(plural_phrase(count, one, many), &[("count", &integer(count))])
            }
        }
    }

    /// Whether a difference is too small to be displayed.
    pub fn rounds_to_zero(self, difference: f64) -> bool {
        let size = self.format_size(difference);
        let digits = size.chars().filter(char::is_ascii_digit);
        difference.is_finite() && digits.clone().count() > 0 && digits.into_iter().all(|d| d == '0')
    }

    /// The text for an infinite level.
    fn infinite_level(self) -> &'static str {
        match self {
            Self::Dollars => phrase("none lasts"),
            // By the last month; nobody knows of later.
            _ => phrase("not by the end"),
        }
    }
}

/// "1 month", "2.5 months".
fn format_months(value: f64) -> String {
    match one_decimal(value).as_str() {
        "1" => phrase("1 month").to_owned(),
        number => phrase!("{number} months", number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::compare::count_phrases as counts;

    const SCHOOLS: Unit = Unit::Count(counts::SCHOOLS);

    #[test]
    fn a_difference_is_formatted_with_its_direction() {
        assert_eq!(SCHOOLS.format_with_direction(1.0), "1 more school");
        assert_eq!(SCHOOLS.format_with_direction(-1_200.0), "1,200 fewer schools");
        assert_eq!(Unit::Share.format_with_direction(-0.045), "4.5 points lower");
        assert_eq!(Unit::Gap.format_with_direction(0.01), "1 point toward high-need schools");
        assert_eq!(Unit::Months.format_with_direction(5.0), "5 months later");
        assert_eq!(Unit::Dollars.format_with_direction(-1_500.0), "$1.5M lower");
        assert_eq!(
            Unit::Months.format_with_direction(f64::INFINITY),
            "no longer reached in most futures"
        );
    }

    #[test]
    fn only_what_would_be_displayed_as_zero_rounds_to_zero() {
        assert!(Unit::Share.rounds_to_zero(0.0004) && !Unit::Share.rounds_to_zero(0.0006));
        assert!(SCHOOLS.rounds_to_zero(-0.4) && !SCHOOLS.rounds_to_zero(10.0));
        assert!(!Unit::Months.rounds_to_zero(f64::INFINITY));
    }

    #[test]
    fn an_infinite_level_is_formatted_as_words() {
        assert_eq!(Unit::Months.format_level(f64::INFINITY), "not by the end");
        assert_eq!(Unit::Dollars.format_level(f64::INFINITY), "none lasts");
        assert_eq!(Unit::Gap.format_level(-0.062), "−6.2 points");
    }
}
