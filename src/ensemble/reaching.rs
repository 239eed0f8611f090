//! When futures reach a number of schools, and how many never do.

use crate::model::{Measure, Run};

/// How many futures of an ensemble first reach a number of schools in which month.
#[derive(Debug, Clone, PartialEq)]
pub struct Reaching {
    /// Futures that arrive in each month.
    arrivals: Vec<usize>,
    futures: usize,
}

impl Reaching {
    pub(super) fn new<'a>(
        runs: impl Iterator<Item = &'a Run>,
        measure: Measure,
        schools: f64,
    ) -> Self {
        let mut reaching = Self { arrivals: Vec::new(), futures: 0 };
        for run in runs {
            reaching.futures += 1;
            reaching.arrivals.resize(run.months() as usize + 1, 0);
            let first = (0..=run.months()).find(|&month| run.at(measure, month) >= schools);
            if let Some(month) = first {
                reaching.arrivals[month as usize] += 1;
            }
        }
        reaching
    }

    /// Futures in all.
    pub fn futures(&self) -> usize {
        self.futures
    }

    /// Share of the futures that never reach it within the months simulated; 0 without futures.
    pub fn never(&self) -> f64 {
        let arrived: usize = self.arrivals.iter().sum();
        match self.futures {
            0 => 0.0,
            futures => (futures - arrived) as f64 / futures as f64,
        }
    }

    /// The month by which this share of all futures has reached it; none if fewer ever do.
    pub fn month_by_which(&self, share: f64) -> Option<u32> {
        let needed = (share * self.futures as f64).ceil().max(1.0) as usize;
        let mut arrived = 0;
        let month = self.arrivals.iter().position(|arrivals| {
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
        let reaching = Reaching::new(runs.iter(), Measure::Ever, 5.0);
        assert_eq!(reaching.month_by_which(0.3), Some(0));
        assert_eq!(reaching.month_by_which(0.5), Some(1));
        assert_eq!(reaching.month_by_which(1.0), Some(2));
        assert_eq!(reaching.never(), 0.0);
    }

    #[test]
    fn futures_that_never_arrive_are_counted_and_hide_no_quantile() {
        let runs = [run(&[1.0, 5.0]), run(&[0.0, 1.0]), run(&[0.0, 2.0]), run(&[0.0, 0.0])];
        let reaching = Reaching::new(runs.iter(), Measure::Ever, 5.0);
        assert_eq!(reaching.never(), 0.75);
        assert_eq!(reaching.month_by_which(0.25), Some(1));
        assert_eq!(reaching.month_by_which(0.5), None);
    }

    #[test]
    fn without_futures_nothing_is_reached() {
        let reaching = Reaching::new([].iter(), Measure::Ever, 5.0);
        assert_eq!((reaching.never(), reaching.month_by_which(0.5)), (0.0, None));
    }
}
