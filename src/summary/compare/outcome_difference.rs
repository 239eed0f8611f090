//! The difference between two runs in one metric, and whether it is clear.

use super::claims::short_mark;
use super::outcome_metric::OutcomeMetric;
use crate::analysis::{Mark, Scope, Shares};
use crate::ensemble::Quantiles;
use crate::language::phrase;
use crate::phrase;
use crate::summary::outcomes::range;

/// How much a metric of one run exceeds that of another, over their shared futures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutcomeDifference {
    /// The metric.
    pub metric: OutcomeMetric,
    /// The last month of both runs.
    pub months: u32,
    /// Its size: the median of the differences or, of what is displayed before and after a change, the difference of
    /// the medians.
    pub median: f64,
    /// 10% of the differences are below.
    pub low: f64,
    /// 10% of the differences are above.
    pub high: f64,
    /// In how many futures the other run has more or less than the baseline, by luck alone.
    pub luck: Shares,
    /// How far a claim about it holds; `None` while the futures with unknowns are counted.
    pub scope: Option<Scope>,
}

impl OutcomeDifference {
    /// From the difference in each future; `None` without futures.
    pub(super) fn of(metric: OutcomeMetric, months: u32, differences: Vec<f64>) -> Option<Self> {
        let luck = Shares::of(differences.iter().map(|&difference| (difference, 1.0)))?;
        let Quantiles { p10: low, p50: median, p90: high, .. } = Quantiles::of(differences)?;
        Some(Self { metric, months, median, low, high, luck, scope: None })
    }

    /// Whether there is something to tell: one side is better in most futures that differ, by luck alone or with
    /// unknowns, and the median is large enough to be displayed.
    pub fn is_told(&self) -> bool {
        let leans = |mark: Mark| mark > Mark::Open;
        (leans(self.luck.mark()) || self.scope.is_some_and(|scope| leans(scope.mark)))
            && !self.metric.row().unit.rounds_to_zero(self.median)
            && !self.leans_against()
    }

    /// Whether most pairs of futures that differ do so the other way than the medians.
    fn leans_against(&self) -> bool {
        match self.scope {
            Some(scope) => leans_against(&scope, self.rises()),
            None => self.luck.leans_to_more() == Some(!self.rises()),
        }
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

    /// For a table cell: "12 more schools (5 to 20): leaning", or the mark alone where there is nothing to tell.
    /// The difference of two medians may lie outside the interval of the differences, which then says nothing of it.
    pub fn short(&self) -> String {
        let mark = mark_of(self.scope, self.rises());
        if !self.is_told() && (self.scope.is_none() || !self.leans_against()) {
            return mark;
        }
        let difference = self.metric.row().unit.format_with_direction(self.median);
        match (self.low..=self.high).contains(&self.median) {
            true => {
                let interval = self.interval();
                phrase!("{difference} ({interval}): {mark}", difference, interval, mark)
            }
            false => phrase!("{difference}: {mark}", difference, mark),
        }
    }
}

/// The mark of a difference between two medians, or that the pairs of futures lean to the other side than they do.
pub(super) fn mark_of(scope: Option<Scope>, rises: bool) -> String {
    match scope {
        Some(scope) if leans_against(&scope, rises) => {
            phrase("most pairs of futures: the other way").to_owned()
        }
        scope => short_mark(scope),
    }
}

/// Whether the pairs of futures lean to the other side than the medians.
fn leans_against(scope: &Scope, rises: bool) -> bool {
    scope.mark > Mark::Open && scope.unknowns.leans_to_more() == Some(!rises)
}

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
        assert!(clear.is_clear() && clear.is_told());
        assert_eq!(clear.short(), "12 fewer schools (8 to 17): still counting");
        let unclear = differences(OutcomeMetric::Depth, &[-0.05, -0.01, 0.02, 0.03, 0.04]);
        assert!(!unclear.is_clear() && !unclear.is_told());
        assert_eq!(unclear.short(), "still counting");
    }

    #[test]
    fn what_is_later_in_most_futures_is_told_although_some_are_as_early() {
        let later = differences(OutcomeMetric::TimeToTarget, &[0.0, 1.0, 2.0, 3.0, 3.0]);
        assert!(later.is_told());
        let scope = Scope::settled(later.luck, Shares { pairs: 4_000.0, ..later.luck }, false);
        assert!(OutcomeDifference { scope, ..later }.short().ends_with(": leaning"));
    }

    #[test]
    fn an_infinite_difference_is_formatted_without_a_number() {
        let lost = differences(OutcomeMetric::TimeToTarget, &[2.0, 3.0, NEVER, NEVER, NEVER]);
        assert!(lost.is_clear());
        assert_eq!(
            lost.short(),
            "no longer reached in most futures (2.4 months to not by the end): still counting"
        );
        let both = differences(OutcomeMetric::TimeToTarget, &[-NEVER, NEVER, 0.0, -NEVER, NEVER]);
        assert!(!both.is_clear() && !both.is_told() && !both.median.is_nan());
    }
}
