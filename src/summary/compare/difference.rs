//! By how much two runs differ, and whether that is clear.

use super::yardstick::Yardstick;
use crate::ensemble::Quantiles;
use crate::language::{fill, phrase, to_phrase};
use crate::phrase;
use crate::summary::integer;
use crate::summary::outcomes::range;

/// By how much a yardstick of one run exceeds that of another, over their shared futures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// What is compared.
    pub yardstick: Yardstick,
    /// The last month of both runs.
    pub months: u32,
    /// The median of the differences.
    pub median: f64,
    /// 10 % of the differences lie below.
    pub low: f64,
    /// 10 % of the differences lie above.
    pub high: f64,
    /// Futures in which the other run has more than the baseline.
    pub greater: usize,
    /// Futures in which it has less.
    pub less: usize,
    /// Futures in which both have the same.
    pub equal: usize,
}

impl Difference {
    /// Of the differences of each future; none without futures.
    pub(super) fn of(yardstick: Yardstick, months: u32, differences: Vec<f64>) -> Option<Self> {
        let number = |of: fn(f64) -> bool| differences.iter().filter(|&&x| of(x)).count();
        let (greater, less, equal) =
            (number(|x| x > 0.0), number(|x| x < 0.0), number(|x| x == 0.0));
        let Quantiles { p10: low, p50: median, p90: high, .. } = Quantiles::of(differences)?;
        Some(Self { yardstick, months, median, low, high, greater, less, equal })
    }

    /// Futures in all.
    pub fn futures(&self) -> usize {
        self.greater + self.less + self.equal
    }

    /// Whether the interval in which 80 % of the differences lie is on one side of 0, and the median
    /// large enough to be told.
    pub fn is_clear(&self) -> bool {
        (self.low > 0.0 || self.high < 0.0)
            && !self.yardstick.row().unit.rounds_to_nothing(self.median)
    }

    /// Whether the other run has more. Only to be asked of a clear difference.
    pub fn rises(&self) -> bool {
        self.median > 0.0
    }

    /// The median as part of a sentence: "12 more schools lasting and deep by year 5".
    pub fn in_words(&self) -> String {
        self.yardstick.in_words(self.median, self.months)
    }

    /// The interval in which 80 % of the differences lie: their sizes if the difference is clear ("5 to
    /// 20", for fewer schools too), else with their signs ("−3 to 8").
    pub fn interval(&self) -> String {
        let unit = self.yardstick.row().unit;
        let signed = |x: f64| format!("{}{}", if x < 0.0 { "−" } else { "" }, unit.size(x));
        match self.is_clear() {
            true if self.rises() => range(&unit.size(self.low), &unit.size(self.high)),
            true => range(&unit.size(self.high), &unit.size(self.low)),
            false => range(&signed(self.low), &signed(self.high)),
        }
    }

    /// For a cell of a table: "12 more schools (5 to 20)", or "no clear difference".
    pub fn short(&self) -> String {
        match self.is_clear() {
            true => {
                let unit = self.yardstick.row().unit;
                phrase!(
                    "{difference} ({interval})",
                    difference = unit.compared(self.median),
                    interval = self.interval()
                )
            }
            false => phrase(NO_CLEAR_DIFFERENCE).to_owned(),
        }
    }

    /// "Slow has 12 more schools lasting and deep by year 5 than Fast (80 % of 100 futures: 5 to 20)."
    pub fn sentence(&self, baseline: &str, other: &str) -> String {
        let (english, difference) = match self.is_clear() {
            true => (
                to_phrase(
                    "{other} has {difference} than {baseline} (80\u{a0}% of {futures} futures: \
                     {interval}).",
                ),
                self.in_words(),
            ),
            false => (
                to_phrase(
                    "{difference}: no clear difference between {other} and {baseline} (80\u{a0}% of \
                     {futures} futures: {interval}).",
                ),
                self.yardstick.label(self.months),
            ),
        };
        let (futures, interval) = (integer(self.futures() as f64), self.interval());
        fill(
            phrase(english),
            &[
                ("other", &other),
                ("difference", &difference),
                ("baseline", &baseline),
                ("futures", &futures),
                ("interval", &interval),
            ],
        )
    }
}

/// What is said (through `phrase`) instead of a difference whose interval holds 0.
pub const NO_CLEAR_DIFFERENCE: &str = to_phrase("no clear difference");

#[cfg(test)]
mod tests {
    use super::*;

    const NEVER: f64 = f64::INFINITY;

    fn differences(yardstick: Yardstick, of: &[f64]) -> Difference {
        Difference::of(yardstick, 96, of.to_vec()).unwrap()
    }

    #[test]
    fn a_difference_is_clear_if_four_fifths_of_it_lie_on_one_side_of_nothing() {
        let clear = differences(Yardstick::Lasting, &[-20.0, -12.0, -12.0, -12.0, -5.0]);
        assert!(clear.is_clear());
        assert_eq!(clear.short(), "12 fewer schools (8 to 17)");
        assert_eq!(
            clear.sentence("Fast", "Slow"),
            "Slow has 12 fewer schools lasting and deep by year 5 than Fast (80\u{a0}% of 5 futures: 8 \
             to 17)."
        );
        let unclear = differences(Yardstick::Depth, &[-0.05, -0.01, 0.02, 0.03, 0.04]);
        assert_eq!(unclear.short(), "no clear difference");
        assert_eq!((unclear.greater, unclear.less, unclear.equal), (3, 2, 0));
        assert_eq!(
            unclear.sentence("Fast", "Slow"),
            "Depth of practice: no clear difference between Slow and Fast (80\u{a0}% of 5 futures: −3.4 \
             to 3.6 points)."
        );
    }

    #[test]
    fn a_difference_without_end_is_no_number() {
        let lost = differences(Yardstick::TimeToTarget, &[2.0, 3.0, NEVER, NEVER, NEVER]);
        assert!(lost.is_clear());
        assert_eq!(lost.short(), "no longer reached in most futures (2.4 months to never)");
        let both = differences(Yardstick::TimeToTarget, &[-NEVER, NEVER, 0.0, -NEVER, NEVER]);
        assert!(!both.is_clear() && !both.median.is_nan());
    }
}
