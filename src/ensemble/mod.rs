//! Many futures of one scenario, and their statistics.
//!
//! An [`Ensemble`] stores every run under its replicate number. Runs may arrive in any order from any
//! number of workers, and ensembles can be merged: counts, means and quantiles have the same bits however
//! the ensemble was filled, because they are always computed over the runs in the order of their numbers.

mod csv;
mod dispatch;
mod layouts;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod quantile;
mod ranking;
mod schedule;
mod time_to_target;

pub use csv::{HEADER_OF_RUNS, dictionary, run_to_csv, to_csv};
pub use dispatch::{Batch, Chunk, Completed, Dispatcher, FinishedChunk, OPENING_MS, Refinement};
pub use layouts::Layouts;
#[cfg(not(target_arch = "wasm32"))]
pub use native::run_on_all_cores;
pub use quantile::{Quantiles, Statistics};
pub use ranking::Ranking;
pub use schedule::{FIRST_BAND, Schedule};
pub use time_to_target::TimeToTarget;

use crate::model::{Measure, Run};

/// The runs of one scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Ensemble {
    months: u32,
    /// The runs so far, indexed by replicate number.
    runs: Vec<Option<Run>>,
}

impl Ensemble {
    /// An ensemble without runs over this many months.
    pub fn new(months: u32) -> Self {
        Self { months, runs: Vec::new() }
    }

    /// Adds the run of a replicate. If there already is one, it is replaced by the new one, which is
    /// equal.
    ///
    /// # Panics
    /// If the run covers a different number of months: then it belongs to another scenario.
    pub fn add(&mut self, replicate: u64, run: Run) {
        assert_eq!(run.months(), self.months, "a run of another scenario");
        let place = replicate as usize;
        if place >= self.runs.len() {
            self.runs.resize(place + 1, None);
        }
        self.runs[place] = Some(run);
    }

    /// Moves in the runs of another ensemble of the same scenario.
    pub fn merge(&mut self, other: Self) {
        for (replicate, run) in (0..).zip(other.runs) {
            if let Some(run) = run {
                self.add(replicate, run);
            }
        }
    }

    /// Number of runs so far.
    pub fn len(&self) -> usize {
        self.runs().count()
    }

    /// Whether there is no run yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The last month.
    pub fn months(&self) -> u32 {
        self.months
    }

    /// The runs with their replicate numbers, in the order of the numbers.
    pub fn runs(&self) -> impl Iterator<Item = (u64, &Run)> {
        (0..).zip(&self.runs).filter_map(|(replicate, run)| Some((replicate, run.as_ref()?)))
    }

    /// One measure in one month over all runs, in the order of their numbers.
    pub fn sample(&self, measure: Measure, month: u32) -> Vec<f64> {
        self.runs().map(|(_, run)| run.at(measure, month)).collect()
    }

    /// The five quantiles of a measure in a month; `None` without runs.
    pub fn quantiles(&self, measure: Measure, month: u32) -> Option<Quantiles> {
        Quantiles::of(self.sample(measure, month))
    }

    /// The five quantiles of a measure, month by month from 0; `None` without runs. Reads one run after
    /// another from beginning to end: reading month by month across all runs takes several times as long.
    pub fn quantiles_by_month(&self, measure: Measure) -> Option<Vec<Quantiles>> {
        let mut samples = vec![Vec::with_capacity(self.runs.len()); self.months as usize + 1];
        for (_, run) in self.runs() {
            for (sample, row) in samples.iter_mut().zip(run.rows()) {
                sample.push(row[measure as usize]);
            }
        }
        samples.into_iter().map(Quantiles::of).collect()
    }

    /// All statistics of a measure in a month; `None` without runs.
    pub fn statistics(&self, measure: Measure, month: u32) -> Option<Statistics> {
        Statistics::of(self.sample(measure, month))
    }

    /// When each run reaches this number of schools.
    pub fn time_to_target(&self, measure: Measure, schools: f64) -> TimeToTarget {
        TimeToTarget::new(self.runs().map(|(_, run)| run), measure, schools)
    }
}
