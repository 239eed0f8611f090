//! One ensemble on its way.

use super::chunk::now_ms;
use crate::ensemble::{Ensemble, Schedule};
use crate::model::Run;
use crate::scenario::Scenario;
use std::sync::Arc;

/// How long a chunk should take, milliseconds: from short, so that a worker is soon free for the next
/// scenario while a slider is dragged, to long, so that few messages go to and fro.
const CHUNK_MS: [f64; 2] = [3.0, 10.0];
/// The part of the time that a job has run already that its next chunk may take.
const CHUNK_GROWTH: f64 = 0.1;
/// What is simulated for a page that still opens: the first band, and the next that is shown.
const OPENING_FUTURES: u64 = 32;

/// Gets all futures of a scenario.
pub type OnComplete = Box<dyn FnOnce(Arc<Ensemble>)>;

/// An ensemble of which some futures are there, some under way and some still to run.
pub struct Job {
    /// Its number; a later job has a higher one.
    pub number: u32,
    /// What is simulated.
    pub scenario: Scenario,
    /// The same as a link.
    pub link: String,
    /// Which futures are still to run.
    pub schedule: Schedule,
    /// Those that are complete; shared with the page once all of them are.
    ensemble: Arc<Ensemble>,
    /// Who waits for all of them.
    pub on_complete: Option<OnComplete>,
    /// The browser's clock when it began, milliseconds.
    began: f64,
}

impl Job {
    /// A job of which nothing is there yet, for so many workers.
    pub fn new(number: u32, scenario: Scenario, workers: usize) -> Self {
        Self {
            number,
            scenario,
            link: scenario.to_link(),
            schedule: Schedule::new(scenario.simulation.replicates, workers),
            ensemble: Arc::new(Ensemble::new(scenario.simulation.months)),
            on_complete: None,
            began: now_ms(),
        }
    }

    /// Time since it began, milliseconds.
    pub fn age_ms(&self) -> f64 {
        now_ms() - self.began
    }

    /// Whether enough of it is on its way for a page that still opens.
    pub fn has_begun(&self) -> bool {
        self.schedule.handed_out() >= OPENING_FUTURES
    }

    /// Whether all its futures are there.
    pub fn is_complete(&self) -> bool {
        self.schedule.is_complete(self.ensemble.len())
    }

    /// The futures that are complete.
    pub fn ensemble(&self) -> &Arc<Ensemble> {
        &self.ensemble
    }

    /// Adds a future. Nobody else holds the ensemble before it is complete.
    pub fn add(&mut self, replicate: u64, run: Run) {
        if let Some(ensemble) = Arc::get_mut(&mut self.ensemble) {
            ensemble.add(replicate, run);
        }
    }

    /// The size of one of its futures: schools times months.
    pub fn school_months(&self) -> f64 {
        f64::from(self.scenario.district.n_schools) * f64::from(self.scenario.simulation.months)
    }

    /// How many replicates take about as long as a chunk should, where a school takes so many
    /// milliseconds for a month.
    pub fn chunk_size(&self, school_month_ms: f64) -> u64 {
        let replicate_ms = school_month_ms * self.school_months();
        let chunk_ms = (CHUNK_GROWTH * self.age_ms()).clamp(CHUNK_MS[0], CHUNK_MS[1]);
        (chunk_ms / replicate_ms).max(1.0) as u64
    }
}
