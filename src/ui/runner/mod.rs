//! Running ensembles without ever blocking the page.
//!
//! The page hands small chunks of replicates to its workers: one a core, but while the page opens the last
//! core is left to it, and where there are two cores most of the futures wait until it has opened. A newer
//! scenario simply stops the handing-out: what is under way ends within milliseconds and is thrown away. If
//! no worker is ready in time, and for good if none can start, the same chunks run in slices on the main
//! thread.
//!
//! Workers are driven by hand rather than through `gloo-worker`, because they run the page's own module
//! (one download, compiled once) and hand their numbers over without a copy.

mod chunk;
mod job;
mod pool;
mod worker;

pub use worker::listen;

use super::embed::is_embedded;
use crate::ensemble::{Ensemble, Layouts};
use crate::scenario::Scenario;
use crate::summary::Summary;
pub use chunk::now_ms;
use chunk::{Chunk, Done, MOST_LAYOUT_BYTES};
use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use job::{Job, OnComplete};
use pool::{Pool, cores};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

/// Time after which a band of few futures is better than none, milliseconds: one frame.
const FIRST_BAND_MS: f64 = 16.0;
/// Time that workers have to start before the main thread simulates in their place, milliseconds: it has a
/// page to lay out meanwhile.
const WORKER_START_MS: f64 = 500.0;
/// Where there are no more cores than this, the browser's own work while the page opens needs them all.
const FEW_CORES: usize = 2;
/// Time after which the opening is over in any case, milliseconds.
const OPENING_MS: u32 = 2000;
/// First guess of the time that one school takes for one month, milliseconds.
const SCHOOL_MONTH_MS: f64 = 1e-4;

/// Runs the ensembles of the page.
#[derive(Clone)]
pub struct Runner(Rc<RefCell<State>>);

struct State {
    job: Option<Job>,
    /// Ensembles that run only while the first has no work left to hand out.
    behind: VecDeque<Job>,
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
    /// Whether the page still opens, on few cores.
    opening: bool,
    /// Measured time that one school takes for one month, milliseconds.
    school_month_ms: f64,
    show: Box<dyn Fn(Summary, bool)>,
}

impl Runner {
    /// A runner with its workers; `show` gets each summary worth showing, and whether it is complete.
    pub fn new(show: impl Fn(Summary, bool) + 'static) -> Self {
        let runner = Self(Rc::new(RefCell::new(State {
            job: None,
            behind: VecDeque::new(),
            jobs: 0,
            pool: Pool::default(),
            layouts: Layouts::new(MOST_LAYOUT_BYTES),
            slice: None,
            unshown: false,
            frame: None,
            // An embed has little more to open with.
            opening: cores() <= FEW_CORES && !is_embedded(),
            school_month_ms: SCHOOL_MONTH_MS,
            show: Box::new(show),
        })));
        let pool = Pool::start(&runner);
        runner.0.borrow_mut().pool = pool;
        let opening = runner.clone();
        Timeout::new(OPENING_MS, move || opening.opened()).forget();
        runner
    }

    /// Runs the ensemble of this scenario; one under way is dropped.
    pub fn run(&self, scenario: Scenario) {
        {
            let mut state = self.0.borrow_mut();
            state.unshown = false;
            // Who has moved something waits for the answer, and for nothing else.
            state.opening &= state.job.is_none();
            state.job = Some(state.new_job(scenario));
        }
        self.hand_out();
    }

    /// Runs this ensemble too, as far as the one that is shown leaves time for it.
    pub fn run_in_background(&self, scenario: Scenario, on_complete: OnComplete) {
        {
            let mut state = self.0.borrow_mut();
            let mut job = state.new_job(scenario);
            job.on_complete = Some(on_complete);
            state.behind.push_back(job);
        }
        self.hand_out();
    }

    /// The page has everything that it opens with: the rest of the futures may have all cores.
    pub fn opened(&self) {
        self.0.borrow_mut().opening = false;
        self.hand_out();
    }

    /// The scenario that is shown with all its futures, once they are complete.
    pub fn complete(&self) -> Option<(Scenario, Arc<Ensemble>)> {
        let state = self.0.borrow();
        let job = state.job.as_ref().filter(|job| job.is_complete())?;
        Some((job.scenario, job.ensemble().clone()))
    }

    /// Gives every idle worker a chunk, or the main thread a slice if there is no worker.
    fn hand_out(&self) {
        let mut state = self.0.borrow_mut();
        let state = &mut *state;
        if state.opening && state.job.as_ref().is_some_and(Job::has_begun) {
            return;
        }
        let mut jobs = state.job.iter_mut().chain(&mut state.behind);
        let mut job = jobs.next();
        while let (Some(next), Some(worker)) = (&mut job, state.pool.idle()) {
            let most = next.chunk_size(state.school_month_ms);
            let Some(replicates) = next.schedule.take(worker, most) else {
                job = jobs.next();
                continue;
            };
            let chunk = Chunk { job: next.number, link: next.link.clone(), replicates };
            if let Err(chunk) = state.pool.send(worker, chunk) {
                next.schedule.give_back(chunk.replicates);
            }
        }
        if !state.pool.has_ready() && state.slice.is_none() {
            let runner = self.clone();
            let age = state.job.as_ref().map_or(0.0, |job| job.age_ms());
            let wait = if state.pool.is_starting() { WORKER_START_MS - age } else { 0.0 };
            state.slice = Some(Timeout::new(wait as u32, move || runner.slice()));
        }
    }

    /// One chunk on the main thread.
    fn slice(&self) {
        let done = {
            let mut state = self.0.borrow_mut();
            let state = &mut *state;
            state.slice = None;
            if state.pool.has_ready() {
                return;
            }
            let school_month_ms = state.school_month_ms;
            let next = state.job.iter_mut().chain(&mut state.behind).find_map(|job| {
                let most = job.chunk_size(school_month_ms);
                Some((job.schedule.take(0, most)?, job))
            });
            let Some((replicates, job)) = next else { return };
            Done::of(&job.scenario, job.number, replicates, &mut state.layouts)
        };
        self.collect(done);
    }

    /// Takes the runs of a chunk; those of a dropped job are thrown away.
    fn collect(&self, done: Done) {
        {
            let mut state = self.0.borrow_mut();
            let state = &mut *state;
            let mut jobs = state.job.iter_mut().chain(&mut state.behind);
            if let Some(job) = jobs.find(|job| job.number == done.job) {
                state.school_month_ms = done.ms / (job.school_months() * done.runs.len() as f64);
                for (replicate, run) in (done.first..).zip(done.runs) {
                    job.add(replicate, run);
                }
            }
            if let Some(job) = state.job.as_mut().filter(|job| job.number == done.job) {
                let overdue = job.age_ms() > FIRST_BAND_MS;
                state.unshown |= job.schedule.worth_showing(job.ensemble().len(), overdue);
                if job.is_complete() {
                    state.pool.complete(self);
                }
            }
        }
        // The workers first: they work on while this is shown.
        self.hand_out();
        self.show();
        self.hand_over();
    }

    /// Hands over the ensembles in the background that are complete.
    fn hand_over(&self) {
        let next = || {
            let mut state = self.0.borrow_mut();
            let place = state.behind.iter().position(Job::is_complete)?;
            state.behind.remove(place)
        };
        // Whoever gets one may ask for more at once, so nothing is borrowed meanwhile.
        while let Some(mut job) = next() {
            if let Some(on_complete) = job.on_complete.take() {
                on_complete(job.ensemble().clone());
            }
        }
    }

    /// Shows what there is, if it is worth it; but never more often than it can be seen, once a frame.
    fn show(&self) {
        let mut state = self.0.borrow_mut();
        let state = &mut *state;
        let Some(job) = state.job.as_ref().filter(|_| state.unshown && state.frame.is_none())
        else {
            return;
        };
        if let Some(summary) = Summary::of(&job.scenario, job.ensemble()) {
            state.unshown = false;
            (state.show)(summary, job.is_complete());
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
            let lost = state.pool.discard(worker);
            let state = &mut *state;
            if let Some(chunk) = lost {
                let mut jobs = state.job.iter_mut().chain(&mut state.behind);
                if let Some(job) = jobs.find(|job| job.number == chunk.job) {
                    job.schedule.give_back(chunk.replicates);
                }
            }
        }
        self.hand_out();
    }
}

impl State {
    fn new_job(&mut self, scenario: Scenario) -> Job {
        self.jobs += 1;
        Job::new(self.jobs, scenario, self.pool.size())
    }
}
