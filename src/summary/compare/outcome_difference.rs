//! The difference between two runs in one metric, and whether it is clear.

use super::outcome_metric::OutcomeMetric;
use crate::ensemble::Quantiles;
use crate::language::{fill, phrase, to_phrase};
use crate::phrase;
use crate::summary::integer;
use crate::summary::outcomes::range;

/// How much a metric of one run exceeds that of another, over their shared futures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutcomeDifference {
    /// The metric.
    pub metric: OutcomeMetric,
    /// The last month of both runs.
    pub months: u32,
    /// The median of the differences.
    pub median: f64,
    /// 10% of the differences are below.
    pub low: f64,
    /// 10% of the differences are above.
    pub high: f64,
    /// Number of futures in which the other run has more than the baseline.
    pub greater: usize,
    /// Number of futures in which it has less.
    pub less: usize,
    /// Number of futures in which both have the same.
    pub equal: usize,
}

impl OutcomeDifference {
    /// From the difference in each future; `None` without futures.
    pub(super) fn of(metric: OutcomeMetric, months: u32, differences: Vec<f64>) -> Option<Self> {
        let number = |of: fn(f64) -> bool| differences.iter().filter(|&&x| of(x)).count();
        let (greater, less, equal) =
            (number(|x| x > 0.0), number(|x| x < 0.0), number(|x| x == 0.0));
        let Quantiles { p10: low, p50: median, p90: high, .. } = Quantiles::of(differences)?;
        Some(Self { metric, months, median, low, high, greater, less, equal })
    }

    /// Total number of futures.
    pub fn futures(&self) -> usize {
        self.greater + self.less + self.equal
    }

    /// Whether the interval that contains 80% of the differences is on one side of 0, and the median
    /// large enough to be displayed.
    pub fn is_clear(&self) -> bool {
        (self.low > 0.0 || self.high < 0.0) && !self.metric.row().unit.rounds_to_zero(self.median)
    }

    /// Whether the other run has more. Meaningful only for a clear difference.
    pub fn rises(&self) -> bool {
        self.median > 0.0
    }

    /// The median as part of a sentence: "12 more schools lasting and deep by year 5".
    pub fn format_in_sentence(&self) -> String {
        self.metric.format_in_sentence(self.median, self.months)
    }

    /// The interval that contains 80% of the differences: without signs if the difference is clear ("5
    /// to 20", also for fewer schools), otherwise with signs ("−3 to 8").
    pub fn interval(&self) -> String {
        let unit = self.metric.row().unit;
        let signed = |x: f64| format!("{}{}", if x < 0.0 { "−" } else { "" }, unit.format_size(x));
        match self.is_clear() {
            true if self.rises() => {
                range(&unit.format_size(self.low), &unit.format_size(self.high))
            }
            true => range(&unit.format_size(self.high), &unit.format_size(self.low)),
            false => range(&signed(self.low), &signed(self.high)),
        }
    }

    /// For a table cell: "12 more schools (5 to 20)", or "no clear difference".
    pub fn short(&self) -> String {
        match self.is_clear() {
            true => {
                let unit = self.metric.row().unit;
                phrase!(
                    "{difference} ({interval})",
                    difference = unit.format_with_direction(self.median),
                    interval = self.interval()
                )
            }
            false => phrase(NO_CLEAR_DIFFERENCE).to_owned(),
        }
    }

    /// "Slow has 12 more schools lasting and deep by year 5 than Fast (80% of 100 futures: 5 to 20)."
    pub fn sentence(&self, baseline: &str, other: &str) -> String {
        let (english, difference) = match self.is_clear() {
            true => (
                to_phrase(
                    "{other} has {difference} than {baseline} (80% of {futures} futures: \
                     {interval}).",
                ),
                self.format_in_sentence(),
            ),
            false => (
                to_phrase(
                    "{difference}: no clear difference between {other} and {baseline} (80% of \
                     {futures} futures: {interval}).",
                ),
                self.metric.label(self.months),
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

/// Displayed (through `phrase`) instead of a difference whose interval contains 0.
pub const NO_CLEAR_DIFFERENCE: &str = to_phrase("no clear difference");

#[cfg(test)]
mod tests {
    use super::*;

    const NEVER: f64 = f64::INFINITY;

    fn differences(metric: OutcomeMetric, of: &[f64]) -> OutcomeDifference {
        OutcomeDifference::of(metric, 96, of.to_vec()).unwrap()
    }

    #[test]
    fn a_difference_is_clear_if_four_fifths_of_it_are_on_one_side_of_zero() {
        let clear = differences(OutcomeMetric::Lasting, &[-20.0, -12.0, -12.0, -12.0, -5.0]);
        assert!(clear.is_clear());
        assert_eq!(clear.short(), "12 fewer schools (8 to 17)");
        assert_eq!(
            clear.sentence("Fast", "Slow"),
            "Slow has 12 fewer schools lasting and deep by year 5 than Fast (80% of 5 futures: 8 \
             to 17)."
        );
        let unclear = differences(OutcomeMetric::Depth, &[-0.05, -0.01, 0.02, 0.03, 0.04]);
        assert_eq!(unclear.short(), "no clear difference");
        assert_eq!((unclear.greater, unclear.less, unclear.equal), (3, 2, 0));
        assert_eq!(
            unclear.sentence("Fast", "Slow"),
            "Depth of practice: no clear difference between Slow and Fast (80% of 5 futures: −3.4 \
             to 3.6 points)."
        );
    }

    #[test]
    fn an_infinite_difference_is_formatted_without_a_number() {
        let lost = differences(OutcomeMetric::TimeToTarget, &[2.0, 3.0, NEVER, NEVER, NEVER]);
        assert!(lost.is_clear());
        assert_eq!(
            lost.short(),
            "no longer reached in most futures (2.4 months to not by the end)"
        );
        let both = differences(OutcomeMetric::TimeToTarget, &[-NEVER, NEVER, 0.0, -NEVER, NEVER]);
        assert!(!both.is_clear() && !both.median.is_nan());
    }
}
