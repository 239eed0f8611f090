//! When futures reach a target number of schools, and how many never do.

use crate::model::{Measure, Run};

/// For each month, how many futures of an ensemble first reach a number of schools then.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeToTarget {
    /// For each month, the number of futures that first reach the target then.
    reached_in_month: Vec<usize>,
    futures: usize,
}

impl TimeToTarget {
    pub(super) fn new<'a>(
        runs: impl Iterator<Item = &'a Run>,
        measure: Measure,
        schools: f64,
    ) -> Self {
        let mut time_to_target = Self { reached_in_month: Vec::new(), futures: 0 };
        for run in runs {
            time_to_target.futures += 1;
            time_to_target.reached_in_month.resize(run.months() as usize + 1, 0);
            let first = (0..=run.months()).find(|&month| run.at(measure, month) >= schools);
            if let Some(month) = first {
                time_to_target.reached_in_month[month as usize] += 1;
            }
        }
        time_to_target
    }

    /// Total number of futures.
    pub fn futures(&self) -> usize {
        self.futures
    }

    /// Share of the futures that never reach the target within the simulated months; 0 without futures.
    pub fn never(&self) -> f64 {
        let arrived: usize = self.reached_in_month.iter().sum();
        match self.futures {
            0 => 0.0,
            futures => (futures - arrived) as f64 / futures as f64,
        }
    }

    /// The month by which this share of all futures has reached the target; `None` if fewer ever do.
    pub fn month_reached_by(&self, share: f64) -> Option<u32> {
        let needed = (share * self.futures as f64).ceil().max(1.0) as usize;
        let mut arrived = 0;
        let month = self.reached_in_month.iter().position(|arrivals| {
            arrived += arrivals;
            arrived >= needed
        });
        month.map(|month| month as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(ever: &[f64]) -> Run {
        let width = Measure::ALL.len();
        let mut values = vec![0.0; Run::length(ever.len() as u32 - 1)];
        for (month, &schools) in ever.iter().enumerate() {
            values[month * width + Measure::Ever as usize] = schools;
        }
        Run::from_values(ever.len() as u32 - 1, values).unwrap()
    }

    #[test]
    fn each_future_counts_from_the_first_month_that_meets_the_target() {
        let runs = [run(&[1.0, 5.0, 9.0]), run(&[5.0, 5.0, 5.0]), run(&[0.0, 1.0, 5.0])];
        let time_to_target = TimeToTarget::new(runs.iter(), Measure::Ever, 5.0);
        assert_eq!(time_to_target.month_reached_by(0.3), Some(0));
        assert_eq!(time_to_target.month_reached_by(0.5), Some(1));
        assert_eq!(time_to_target.month_reached_by(1.0), Some(2));
        assert_eq!(time_to_target.never(), 0.0);
    }

    #[test]
    fn futures_that_never_reach_the_target_count_for_the_quantiles() {
        let runs = [run(&[1.0, 5.0]), run(&[0.0, 1.0]), run(&[0.0, 2.0]), run(&[0.0, 0.0])];
        let time_to_target = TimeToTarget::new(runs.iter(), Measure::Ever, 5.0);
        assert_eq!(time_to_target.never(), 0.75);
        assert_eq!(time_to_target.month_reached_by(0.25), Some(1));
        assert_eq!(time_to_target.month_reached_by(0.5), None);
    }

    #[test]
    fn without_futures_nothing_is_reached() {
        let time_to_target = TimeToTarget::new([].iter(), Measure::Ever, 5.0);
        assert_eq!((time_to_target.never(), time_to_target.month_reached_by(0.5)), (0.0, None));
    }
}
