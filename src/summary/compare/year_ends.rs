//! What each future has come to at the end of each year, for the outcomes that can be read at any date.

use super::digest::metric_value_at;
use super::outcome_metric::OutcomeMetric;
use crate::model::Run;

/// Months of a year.
const YEAR: u32 = 12;

/// The metrics of the outcomes that are read at the date that a person chooses.
pub const DATED: [OutcomeMetric; 15] = [
    OutcomeMetric::Ever,
    OutcomeMetric::LastingInTheEnd,
    OutcomeMetric::EquityGap,
    OutcomeMetric::Spending,
    OutcomeMetric::Active,
    OutcomeMetric::Whole,
    OutcomeMetric::InNameOnly,
    OutcomeMetric::Depth,
    OutcomeMetric::Ownership,
    OutcomeMetric::Waiting,
    OutcomeMetric::Coaches,
    OutcomeMetric::Cost,
    OutcomeMetric::TeacherTime,
    OutcomeMetric::TeacherHours,
    OutcomeMetric::Setbacks,
];

/// The ends of the years before the last month, months from the start.
pub fn year_ends(months: u32) -> impl Iterator<Item = u32> {
    (YEAR..months).step_by(YEAR as usize)
}

/// Metrics of futures at the ends of the years before the last month; those of the last month are exact and kept
/// elsewhere. 4 bytes for each metric, year and future.
#[derive(Debug, Clone, PartialEq)]
pub struct YearEnds {
    metrics: &'static [OutcomeMetric],
    months: u32,
    /// One future after the other, year by year, in the order of the metrics.
    values: Vec<f32>,
}

impl YearEnds {
    /// No futures yet, of these metrics, over so many months.
    pub fn new(metrics: &'static [OutcomeMetric], months: u32) -> Self {
        Self { metrics, months, values: Vec::new() }
    }

    /// Adds a future.
    pub fn add(&mut self, run: &Run) {
        for month in year_ends(self.months) {
            let values = self.metrics.iter().map(|&metric| metric_value_at(metric, run, month));
            self.values.extend(values.map(|value| value as f32));
        }
    }

    /// A metric at the end of a year in each future; `None` if it is not kept, or not for this month.
    pub fn values(&self, metric: OutcomeMetric, month: u32) -> Option<impl Iterator<Item = f64>> {
        let year = year_ends(self.months).position(|end| end == month)?;
        let place = self.metrics.iter().position(|&kept| kept == metric)?;
        let of_each = year_ends(self.months).count() * self.metrics.len();
        let first = year * self.metrics.len() + place;
        Some(self.values.iter().skip(first).step_by(of_each).map(|&value| f64::from(value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::ReadAt;
    use crate::summary::compare::test_ensembles::ensemble_of;

    #[test]
    fn each_metric_is_kept_for_each_future_and_year() {
        let ensemble = ensemble_of(&Preset::Chicago.into(), 0..3);
        let mut kept = YearEnds::new(&DATED, 96);
        ensemble.runs().for_each(|(_, run)| kept.add(run));
        for month in [12, 48, 84] {
            for metric in DATED {
                let exact = ensemble.runs().map(|(_, run)| metric_value_at(metric, run, month));
                let values: Vec<f64> = kept.values(metric, month).unwrap().collect();
                assert_eq!(values.len(), 3);
                for (value, exact) in values.into_iter().zip(exact) {
                    assert!((value - exact).abs() <= 1e-6 * exact.abs(), "{metric:?}");
                }
            }
        }
        for (metric, month) in [
            (OutcomeMetric::Ever, 96),
            (OutcomeMetric::Ever, 30),
            (OutcomeMetric::Ever, 0),
            (OutcomeMetric::TimeToTarget, 24),
        ] {
            assert!(kept.values(metric, month).is_none());
        }
    }

    #[test]
    fn only_what_is_read_at_the_end_can_be_read_at_another_date() {
        assert!(DATED.iter().all(|metric| metric.row().at == ReadAt::End));
    }

    #[test]
    fn a_year_that_ends_with_the_simulation_is_its_end() {
        assert_eq!(year_ends(36).collect::<Vec<_>>(), [12, 24]);
        assert_eq!(year_ends(37).collect::<Vec<_>>(), [12, 24, 36]);
        assert_eq!(year_ends(12).count(), 0);
    }
}
