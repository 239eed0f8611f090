//! Running ensembles without ever blocking the page.
//!
//! The page hands small chunks of replicates to its workers, one a core. A newer scenario simply stops
//! the handing-out: what is under way ends within milliseconds and is thrown away. Until a worker is
//! ready, and for good if none can start, the same chunks run in slices on the main thread.
//!
//! Workers are driven by hand rather than through `gloo-worker`, because they run the page's own module
//! (one download, compiled once) and hand their numbers over without a copy.

mod chunk;
mod pool;
mod worker;

pub use worker::listen;

use crate::ensemble::{Ensemble, Layouts, Schedule, to_csv};
use crate::scenario::Scenario;
use crate::summary::Summary;
pub use chunk::now_ms;
use chunk::{Chunk, Done, MOST_LAYOUT_BYTES};
use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use pool::Pool;
use std::cell::RefCell;
use std::rc::Rc;

/// How long a chunk should take, milliseconds: from short, so that a worker is soon free for the next
/// scenario while a slider is dragged, to long, so that few messages go to and fro.
const CHUNK_MS: [f64; 2] = [3.0, 10.0];
/// The part of the time that a job has run already that its next chunk may take.
const CHUNK_GROWTH: f64 = 0.1;
/// Time after which a band of few futures is better than none, milliseconds: one frame.
const FIRST_BAND_MS: f64 = 16.0;
/// First guess of the time that one school takes for one month, milliseconds.
const SCHOOL_MONTH_MS: f64 = 1e-4;

/// Runs the ensembles of the page.
#[derive(Clone)]
pub struct Runner(Rc<RefCell<State>>);

struct State {
    job: Option<Job>,
    jobs: u32,
    pool: Pool,
    /// Layouts of the futures that run on the main thread.
    layouts: Layouts,
    /// The slice on the main thread that comes next.
    slice: Option<Timeout>,
    /// Whether there are runs worth showing that are not shown yet.
    unshown: bool,
    /// The browser's next frame, in which what was shown last is drawn.
    frame: Option<AnimationFrame>,
    /// Measured time that one school takes for one month, milliseconds.
    school_month_ms: f64,
    show: Box<dyn Fn(Summary, bool)>,
}

/// The ensemble being run.
struct Job {
    number: u32,
    scenario: Scenario,
    link: String,
    schedule: Schedule,
    ensemble: Ensemble,
    /// The browser's clock when it began, milliseconds.
    began: f64,
}

impl Runner {
    /// A runner with its workers; `show` gets each summary worth showing, and whether it is complete.
    pub fn new(show: impl Fn(Summary, bool) + 'static) -> Self {
        let runner = Self(Rc::new(RefCell::new(State {
            job: None,
            jobs: 0,
            pool: Pool::default(),
            layouts: Layouts::new(MOST_LAYOUT_BYTES),
            slice: None,
            unshown: false,
            frame: None,
            school_month_ms: SCHOOL_MONTH_MS,
            show: Box::new(show),
        })));
        let pool = Pool::start(&runner);
        runner.0.borrow_mut().pool = pool;
        runner
    }

    /// Runs the ensemble of this scenario; one under way is dropped.
    pub fn run(&self, scenario: Scenario) {
        {
            let mut state = self.0.borrow_mut();
            state.jobs += 1;
            state.unshown = false;
            state.job = Some(Job {
                number: state.jobs,
                scenario,
                link: scenario.to_link(),
                schedule: Schedule::new(scenario.simulation.replicates, state.pool.size()),
                ensemble: Ensemble::new(scenario.simulation.months),
                began: now_ms(),
            });
        }
        self.hand_out();
    }

    /// The results as CSV; none before there is a run.
    pub fn csv(&self) -> Option<String> {
        let state = self.0.borrow();
        state.job.as_ref().filter(|job| !job.ensemble.is_empty()).map(|job| to_csv(&job.ensemble))
    }

    /// Gives every idle worker a chunk, or the main thread a slice if there is no worker.
    fn hand_out(&self) {
        let mut state = self.0.borrow_mut();
        let state = &mut *state;
        let Some(job) = &mut state.job else { return };
        let most = chunk_size(job, state.school_month_ms);
        while let Some(worker) = state.pool.idle() {
            let Some(replicates) = job.schedule.take(worker, most) else { break };
            let chunk = Chunk { job: job.number, link: job.link.clone(), replicates };
            if let Err(chunk) = state.pool.send(worker, chunk) {
                job.schedule.give_back(chunk.replicates);
            }
        }
        if !state.pool.has_ready() && state.slice.is_none() {
            let runner = self.clone();
            state.slice = Some(Timeout::new(0, move || runner.slice()));
        }
    }

    /// One chunk on the main thread.
    fn slice(&self) {
        let done = {
            let mut state = self.0.borrow_mut();
            let state = &mut *state;
            state.slice = None;
            let Some(job) = &mut state.job else { return };
            let most = chunk_size(job, state.school_month_ms);
            let Some(replicates) = job.schedule.take(0, most) else { return };
            Done::of(&job.scenario, job.number, replicates, &mut state.layouts)
        };
        self.collect(done);
    }

    /// Takes the runs of a chunk; those of a dropped job are thrown away.
    fn collect(&self, done: Done) {
        {
            let mut state = self.0.borrow_mut();
            let state = &mut *state;
            if let Some(job) = state.job.as_mut().filter(|job| job.number == done.job) {
                state.school_month_ms = done.ms / school_months(&job.scenario, done.runs.len());
                for (replicate, run) in (done.first..).zip(done.runs) {
                    job.ensemble.add(replicate, run);
                }
                let overdue = now_ms() - job.began > FIRST_BAND_MS;
                state.unshown |= job.schedule.worth_showing(job.ensemble.len(), overdue);
            }
        }
        // The workers first: they work on while this is shown.
        self.hand_out();
        self.show();
    }

    /// Shows what there is, if it is worth it; but never more often than it can be seen, once a frame.
    fn show(&self) {
        let mut state = self.0.borrow_mut();
        let state = &mut *state;
        let Some(job) = state.job.as_ref().filter(|_| state.unshown && state.frame.is_none())
        else {
            return;
        };
        if let Some(summary) = Summary::of(&job.scenario, &job.ensemble) {
            state.unshown = false;
            (state.show)(summary, job.schedule.is_complete(job.ensemble.len()));
            let runner = self.clone();
            state.frame = Some(request_animation_frame(move |_| {
                runner.0.borrow_mut().frame = None;
                runner.show();
            }));
        }
    }

    /// Forgets a worker that failed; its chunk goes to another, or to the main thread.
    fn worker_failed(&self, worker: usize) {
        {
            let mut state = self.0.borrow_mut();
            let lost = state.pool.bury(worker);
            if let (Some(chunk), Some(job)) = (lost, &mut state.job)
                && chunk.job == job.number
            {
                job.schedule.give_back(chunk.replicates);
            }
        }
        self.hand_out();
    }
}

/// How many replicates take about as long as a chunk should.
fn chunk_size(job: &Job, school_month_ms: f64) -> u64 {
    let replicate_ms = school_month_ms * school_months(&job.scenario, 1);
    let chunk_ms = (CHUNK_GROWTH * (now_ms() - job.began)).clamp(CHUNK_MS[0], CHUNK_MS[1]);
    (chunk_ms / replicate_ms).max(1.0) as u64
}

/// The size of a work: schools times months times runs.
fn school_months(scenario: &Scenario, runs: usize) -> f64 {
    f64::from(scenario.district.n_schools) * f64::from(scenario.simulation.months) * runs as f64
}
