//! What is simulated next, and where: the decisions of a page that simulates ensembles without ever being
//! blocked.
//!
//! A [`Dispatcher`] hands small chunks of replicates to workers: one a core, but until the first ensemble
//! is complete the last core is left to the page, and where there are two cores most of the futures wait
//! until the page has opened. A newer scenario simply stops the dispatch of the older one: the chunks that
//! are being simulated end within milliseconds, and their runs are ignored. If no worker is ready in time,
//! and for good if none can start, the same chunks run in slices on the main thread.
//!
//! It knows no worker, timer or clock. Whoever drives it starts workers, posts chunks, sets timers, and
//! passes the time in milliseconds (`now_ms`):
//!
//! ```text
//! run, run_in_background, opened, worker_is_ready, worker_failed, record
//!     └─▶ workers_to_start (at first, and when record returned true)
//!     └─▶ next_assignment until none, then slice_wait_ms
//!     └─▶ take_refinement (once a frame), take_completed until none
//! ```

mod job;
mod workers;

use super::{Ensemble, FIRST_BAND};
use crate::model::Run;
use crate::scenario::Scenario;
use job::Job;
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;
use workers::{Assignment, Workers};

/// More workers than this bring nothing but their memory.
const MAX_WORKERS: usize = 8;
/// Time after which the page counts as opened in any case, milliseconds: then [`Dispatcher::opened`] is
/// due.
pub const OPENING_MS: u32 = 2000;
/// Time after which a band of few futures is better than none, milliseconds: one frame.
const FIRST_BAND_MS: f64 = 16.0;
/// The most time that the main thread may simulate within the frame of an input, milliseconds.
const AT_ONCE_MS: f64 = 16.0;
/// Time that workers have to start before the main thread simulates instead, milliseconds: it has a page
/// to lay out meanwhile.
const WORKER_START_MS: f64 = 500.0;
/// Where there are no more cores than this, the browser's own work while the page opens needs them all.
const FEW_CORES: usize = 2;
/// First guess of the time that one school takes for one month, milliseconds.
const SCHOOL_MONTH_MS: f64 = 1e-4;

/// Futures of a scenario.
#[derive(Debug, Clone)]
pub struct Batch {
    /// The scenario.
    pub scenario: Scenario,
    /// Their numbers, ascending; the ensemble has the futures under their places here. Whole numbers, in the type in
    /// which messages hold them.
    pub numbers: Vec<f64>,
}

impl Batch {
    /// The futures of these numbers.
    pub fn new(scenario: Scenario, replicates: Range<u64>) -> Self {
        Self { scenario, numbers: replicates.map(|number| number as f64).collect() }
    }

    /// As many futures as the scenario says.
    pub fn all(scenario: Scenario) -> Self {
        Self::new(scenario, 0..scenario.simulation.replicates.into())
    }
}

impl PartialEq for Batch {
    // Compared in many places, and needed before the first chart: once in the program.
    #[inline(never)]
    fn eq(&self, other: &Self) -> bool {
        self.numbers == other.numbers && self.scenario == other.scenario
    }
}

/// Replicates of a scenario to simulate.
#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    /// Number of the job that it belongs to.
    pub job: u32,
    /// The scenario.
    pub scenario: Scenario,
    /// The scenario as a link, for a message.
    pub link: Arc<str>,
    /// The places of the replicates in their batch.
    pub replicates: Range<u64>,
    /// Their numbers.
    pub numbers: Vec<f64>,
    /// How many workers share the memory for layouts.
    pub workers: u32,
}

/// The runs of a chunk.
#[derive(Debug, Clone, PartialEq)]
pub struct FinishedChunk {
    /// Number of the job.
    pub job: u32,
    /// First replicate.
    pub first: u64,
    /// Time it took, milliseconds; more than 0.
    pub ms: f64,
    /// The runs of the first replicate and those that follow.
    pub runs: Vec<Run>,
}

/// All futures of a batch. Its clones share one ensemble.
#[derive(Debug, Clone)]
pub struct Completed {
    /// What was to be simulated.
    pub batch: Batch,
    /// The futures.
    pub ensemble: Arc<Ensemble>,
}

/// The futures of the shown scenario so far.
#[derive(Debug)]
pub struct Refinement<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its futures so far.
    pub ensemble: &'a Ensemble,
    /// Whether they are all.
    pub is_complete: bool,
}

/// Decides which replicates are simulated next, and where; collects their runs.
#[derive(Debug)]
pub struct Dispatcher {
    shown: Option<Job>,
    /// Ensembles that run only while the shown one has no chunk left to hand out.
    background: VecDeque<Job>,
    /// Number of jobs so far.
    jobs: u32,
    workers: Workers,
    cores: usize,
    /// Whether any shown ensemble has been complete.
    has_completed: bool,
    /// Whether the page is still opening, on few cores.
    is_opening: bool,
    /// Whether there are runs worth showing that are not shown yet.
    is_unshown: bool,
    /// Measured time that one school takes for one month, milliseconds.
    school_month_ms: f64,
}

impl Dispatcher {
    /// A dispatcher for a machine with so many cores (at least one). `is_embedded`: whether the page is
    /// part of another one, and so has little more to open than its chart.
    pub fn new(cores: usize, is_embedded: bool) -> Self {
        Self {
            shown: None,
            background: VecDeque::new(),
            jobs: 0,
            workers: Workers::default(),
            cores: cores.clamp(1, MAX_WORKERS),
            has_completed: false,
            is_opening: cores <= FEW_CORES && !is_embedded,
            is_unshown: false,
            school_month_ms: SCHOOL_MONTH_MS,
        }
    }

    /// Numbers of the workers that are to be started now, in this order: one a core, but for the last
    /// core until the first ensemble is complete. Call [`Self::worker_started`] after each; where one
    /// cannot start, stop.
    pub fn workers_to_start(&self) -> Range<usize> {
        let size = if self.has_completed { self.cores } else { (self.cores - 1).max(1) };
        self.workers.len()..size
    }

    /// Notes that the next worker has been started. It gets chunks when it is ready.
    pub fn worker_started(&mut self) {
        self.workers.add();
    }

    /// Simulates the ensemble of this scenario; the shown one before it is dropped.
    pub fn run(&mut self, scenario: Scenario, now_ms: f64) {
        self.is_unshown = false;
        // Whoever has changed something waits for the result, and for nothing else.
        self.is_opening &= self.shown.is_none();
        self.shown = Some(self.new_job(Batch::all(scenario), now_ms));
    }

    /// Simulates these futures too, as far as the shown ones leave time for it; see
    /// [`Self::take_completed`].
    pub fn run_in_background(&mut self, batch: Batch, now_ms: f64) {
        let job = self.new_job(batch, now_ms);
        self.background.push_back(job);
    }

    /// Stops simulating these futures in the background; what is under way is ignored when it comes.
    pub fn cancel_in_background(&mut self, batch: &Batch) {
        self.background.retain(|job| job.batch != *batch);
    }

    fn new_job(&mut self, batch: Batch, now_ms: f64) -> Job {
        self.jobs += 1;
        Job::new(self.jobs, batch, self.workers.len(), now_ms)
    }

    /// The page has loaded everything that it opens with: the rest of the futures may have all cores.
    pub fn opened(&mut self) {
        self.is_opening = false;
    }

    /// An idle worker with its next chunk, which it is busy with from now on; none if no worker is idle
    /// or nothing is to be simulated now. If the chunk cannot be posted, call [`Self::worker_failed`].
    pub fn next_assignment(&mut self, now_ms: f64) -> Option<(usize, Chunk)> {
        if self.is_waiting_for_page() {
            return None;
        }
        let worker = self.workers.idle()?;
        let chunk = self.next_chunk(worker, now_ms)?;
        let replicates = chunk.replicates.clone();
        self.workers.set_busy(worker, Assignment { job: chunk.job, replicates });
        Some((worker, chunk))
    }

    /// After how many milliseconds the main thread is to simulate a slice ([`Self::next_slice`]), unless
    /// one is scheduled already; none while workers simulate or the page opens. While workers may still
    /// start, they get the time for it.
    pub fn slice_wait_ms(&self, now_ms: f64) -> Option<u32> {
        if self.is_waiting_for_page() || self.workers.has_ready() {
            return None;
        }
        let age = self.shown.as_ref().map_or(0.0, |job| job.age_ms(now_ms));
        // Negative becomes 0.
        Some(if self.workers.is_starting() { (WORKER_START_MS - age) as u32 } else { 0 })
    }

    /// The chunk that the main thread is to simulate now; none if a worker has become ready meanwhile, or
    /// nothing is left.
    pub fn next_slice(&mut self, now_ms: f64) -> Option<Chunk> {
        if self.workers.has_ready() { None } else { self.next_chunk(0, now_ms) }
    }

    /// The chunk of the first band, which the main thread is to simulate at once, so that it is there in the next
    /// frame; none if that would take too long here, or some of it has been dispatched. To be called right after
    /// [`Self::run`], if the main thread has the layouts.
    pub fn first_band(&mut self) -> Option<Chunk> {
        let workers = self.workers.len().max(1) as u32;
        let job = self.shown.as_mut()?;
        let ms = self.school_month_ms * job.school_months() * FIRST_BAND as f64;
        if ms > AT_ONCE_MS {
            return None;
        }
        let replicates = job.schedule.take_first_band()?;
        Some(Chunk { workers, ..job.chunk(replicates) })
    }

    /// Whether the futures so far must do until the page has opened.
    fn is_waiting_for_page(&self) -> bool {
        self.is_opening && self.shown.as_ref().is_some_and(Job::has_begun)
    }

    /// The next chunk of the first job that has one left.
    fn next_chunk(&mut self, worker: usize, now_ms: f64) -> Option<Chunk> {
        let school_month_ms = self.school_month_ms;
        let workers = self.workers.len().max(1) as u32;
        let chunk =
            self.all_jobs().find_map(|job| job.next_chunk(worker, school_month_ms, now_ms))?;
        Some(Chunk { workers, ..chunk })
    }

    /// The shown job, then those in the background.
    fn all_jobs(&mut self) -> impl Iterator<Item = &mut Job> {
        self.shown.iter_mut().chain(&mut self.background)
    }

    /// Notes that a worker is ready: it has started, or finished its chunk.
    pub fn worker_is_ready(&mut self, worker: usize) {
        self.workers.set_idle(worker);
    }

    /// Gives up a worker that failed; its chunk goes to another one, or to the main thread.
    pub fn worker_failed(&mut self, worker: usize) {
        let Some(lost) = self.workers.discard(worker) else { return };
        if let Some(job) = self.all_jobs().find(|job| job.number == lost.job) {
            job.schedule.give_back(lost.replicates);
        }
    }

    /// Records the runs of a chunk; those of a dropped job are ignored. Returns whether this has completed
    /// the shown ensemble: then there may be [`Self::workers_to_start`].
    pub fn record(&mut self, finished: FinishedChunk, now_ms: f64) -> bool {
        let FinishedChunk { job: number, first, ms, runs } = finished;
        let Some(job) = self.all_jobs().find(|job| job.number == number) else { return false };
        let school_months = job.school_months() * runs.len() as f64;
        job.add(first, runs);
        if school_months > 0.0 {
            self.school_month_ms = ms / school_months;
        }
        let Some(job) = self.shown.as_mut().filter(|job| job.number == number) else {
            return false;
        };
        let overdue = job.age_ms(now_ms) > FIRST_BAND_MS;
        self.is_unshown |= job.schedule.worth_showing(job.ensemble().len(), overdue);
        let is_complete = job.is_complete();
        self.has_completed |= is_complete;
        is_complete
    }

    /// What is worth showing and has not been taken yet. To be called at most once a frame: more cannot be
    /// seen.
    pub fn take_refinement(&mut self) -> Option<Refinement<'_>> {
        let job = self.shown.as_ref().filter(|_| self.is_unshown)?;
        self.is_unshown = false;
        Some(job.so_far())
    }

    /// The futures of the shown scenario so far; none before the first scenario.
    pub fn so_far(&self) -> Option<Refinement<'_>> {
        self.shown.as_ref().map(Job::so_far)
    }

    /// The futures so far of this scenario in the background; none if it is not simulated there.
    pub fn so_far_in_background(&self, scenario: &Scenario) -> Option<Refinement<'_>> {
        self.background.iter().find(|job| job.batch.scenario == *scenario).map(Job::so_far)
    }

    /// The shown ensemble and its scenario, once it is complete.
    pub fn completed(&self) -> Option<(Scenario, Arc<Ensemble>)> {
        self.shown.as_ref()?.completed()
    }

    /// An ensemble of the background that is complete; each is returned once.
    pub fn take_completed(&mut self) -> Option<Completed> {
        let place = self.background.iter().position(Job::is_complete)?;
        self.background.remove(place).map(Job::into_completed)
    }
}

#[cfg(test)]
mod tests;
