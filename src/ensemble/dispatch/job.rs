//! One ensemble that is being simulated.

use super::{Batch, Chunk, Completed, Refinement};
use crate::ensemble::{Ensemble, Schedule};
use crate::model::Run;
use crate::scenario::Scenario;
use std::ops::Range;
use std::sync::Arc;

/// How long a chunk should take, milliseconds: from short, so that a worker is soon free for the next
/// scenario while a slider is dragged, to long, so that there are few messages.
const CHUNK_MS: [f64; 2] = [3.0, 10.0];
/// The part of the time that a job has run already that its next chunk may take.
const CHUNK_GROWTH: f64 = 0.1;
/// What is simulated while the page is still opening: the first band, and the next one that is shown.
const OPENING_FUTURES: u64 = 32;

/// An ensemble of which some futures are available, some are being simulated and some are not yet.
#[derive(Debug)]
pub(super) struct Job {
    /// Its number; a later job has a higher one.
    pub(super) number: u32,
    /// What is simulated.
    pub(super) batch: Batch,
    /// The same as a link, formatted once.
    link: Arc<str>,
    /// Which futures are still to be simulated.
    pub(super) schedule: Schedule,
    /// The futures that are available. Shared only once it is complete, so that it is never copied.
    ensemble: Arc<Ensemble>,
    /// The clock when it began, milliseconds.
    began_ms: f64,
}

impl Job {
    /// A job without futures yet, for so many workers.
    pub(super) fn new(number: u32, batch: Batch, workers: usize, now_ms: f64) -> Self {
        Self {
            number,
            link: batch.scenario.to_link().into(),
            schedule: Schedule::new(batch.numbers.len() as u64, workers),
            ensemble: Arc::new(Ensemble::new(batch.scenario.simulation.months)),
            began_ms: now_ms,
            batch,
        }
    }

    /// Time since it began, milliseconds.
    pub(super) fn age_ms(&self, now_ms: f64) -> f64 {
        now_ms - self.began_ms
    }

    /// Whether enough of it has been dispatched for a page that is still opening.
    pub(super) fn has_begun(&self) -> bool {
        self.schedule.handed_out() >= OPENING_FUTURES
    }

    /// The futures so far.
    pub(super) fn ensemble(&self) -> &Ensemble {
        &self.ensemble
    }

    /// Whether all its futures are available.
    pub(super) fn is_complete(&self) -> bool {
        self.schedule.is_complete(self.ensemble.len())
    }

    /// The futures so far, and what they are of.
    pub(super) fn so_far(&self) -> Refinement<'_> {
        Refinement {
            scenario: &self.batch.scenario,
            ensemble: &self.ensemble,
            is_complete: self.is_complete(),
        }
    }

    /// The whole ensemble and its scenario; none before it is complete.
    pub(super) fn completed(&self) -> Option<(Scenario, Arc<Ensemble>)> {
        self.is_complete().then(|| (self.batch.scenario, self.ensemble.clone()))
    }

    /// The ensemble of a job that is complete.
    pub(super) fn into_completed(self) -> Completed {
        Completed { batch: self.batch, ensemble: self.ensemble }
    }

    /// The next chunk for this worker; none when all are handed out.
    pub(super) fn next_chunk(
        &mut self,
        worker: usize,
        school_month_ms: f64,
        now_ms: f64,
    ) -> Option<Chunk> {
        let replicates = self.schedule.take(worker, self.chunk_size(school_month_ms, now_ms))?;
        Some(self.chunk(replicates))
    }

    /// A chunk of these replicates.
    pub(super) fn chunk(&self, replicates: Range<u64>) -> Chunk {
        let places = replicates.start as usize..replicates.end as usize;
        Chunk {
            numbers: self.batch.numbers.get(places).unwrap_or_default().to_vec(),
            job: self.number,
            scenario: self.batch.scenario,
            link: self.link.clone(),
            replicates,
            workers: 1,
        }
    }

    /// Adds the runs of the first replicate and those that follow.
    pub(super) fn add(&mut self, first: u64, runs: Vec<Run>) {
        // Shared only once it is complete; then nothing is left to add.
        let Some(ensemble) = Arc::get_mut(&mut self.ensemble) else { return };
        for (replicate, run) in (first..).zip(runs) {
            // A run over other months cannot be of this scenario, whatever its message says.
            if run.months() == ensemble.months() {
                ensemble.add(replicate, run);
            }
        }
    }

    /// The size of one of its futures: schools times months.
    pub(super) fn school_months(&self) -> f64 {
        let scenario = &self.batch.scenario;
        f64::from(scenario.district.n_schools) * f64::from(scenario.simulation.months)
    }

    /// How many replicates take about as long as a chunk should, where one school takes so many
    /// milliseconds for a month.
    fn chunk_size(&self, school_month_ms: f64, now_ms: f64) -> u64 {
        let replicate_ms = school_month_ms * self.school_months();
        let chunk_ms = (CHUNK_GROWTH * self.age_ms(now_ms)).clamp(CHUNK_MS[0], CHUNK_MS[1]);
        (chunk_ms / replicate_ms).max(1.0) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    fn job() -> Job {
        Job::new(1, Batch::all(Preset::Chicago.into()), 1, 1_000.0)
    }

    #[test]
    fn chunks_grow_from_three_to_ten_milliseconds_with_the_age_of_the_job() {
        let job = job();
        let school_month_ms = 0.5 / job.school_months();
        let size = |age: f64| job.chunk_size(school_month_ms, 1_000.0 + age);
        assert_eq!([0.0, 30.0, 60.0, 100.0, 9_000.0].map(size), [6, 6, 12, 20, 20]);
    }

    #[test]
    fn a_replicate_that_takes_longer_than_a_chunk_is_a_chunk_of_its_own() {
        assert_eq!(job().chunk_size(1.0, 1_000.0), 1);
        assert_eq!(job().chunk_size(f64::INFINITY, 1_000.0), 1);
    }

    #[test]
    fn a_clock_that_is_set_back_does_no_harm() {
        assert_eq!(job().chunk_size(0.5 / job().school_months(), 0.0), 6);
    }
}
