//! Running ensembles without ever blocking the page: the workers, timers and frames of the browser, driven
//! by what [`Dispatcher`] decides.
//!
//! Workers are driven by hand rather than through `gloo-worker`, because they run the page's own module
//! (one download, compiled once) and transfer their numbers without a copy.

mod messages;
mod pool;
mod worker;

pub use worker::listen;

use super::embed::is_embedded;
use crate::ensemble::{
    Batch, Chunk, Completed, Dispatcher, Ensemble, FIRST_BAND, FinishedChunk, Layouts, OPENING_MS,
    Refinement,
};
use crate::scenario::Scenario;
use crate::summary::{OutcomeColumn, OutcomeDates, Summary, starts_go_on};
use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use messages::{READY, runs_from_message};
use pool::{PageWorker, cores};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// Bytes of layouts that all workers together may cache: all of a district of 516 schools, a part of a state's.
const MAX_LAYOUT_BYTES: usize = 64 << 20;

/// What an ensemble of the background is for. Who no longer needs it cancels only what is for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A pinned run.
    Pin,
    /// The file of all pinned runs.
    PinnedFile,
    /// What was opened, in the version of the model that made it.
    Opened,
    /// What a change is described from.
    Before,
    /// The same scenario with unknowns.
    Worlds,
    /// How each lever would come out over its range.
    Strips,
    /// What could turn a comparison around.
    Turning,
}

/// Who waits for an ensemble of the background.
struct Waiter {
    batch: Batch,
    purpose: Purpose,
    on_complete: OnComplete,
}

/// Gets all futures of a scenario.
pub type OnComplete = Box<dyn FnOnce(Arc<Ensemble>)>;

/// Runs the ensembles of the page.
#[derive(Clone)]
pub struct Runner(Rc<RefCell<State>>);

struct State {
    dispatcher: Dispatcher,
    /// The workers, under the dispatcher's numbers.
    workers: Vec<PageWorker>,
    /// Who waits for which ensemble of the background.
    waiting: Vec<Waiter>,
    /// Layouts of the futures that run on the main thread.
    layouts: Layouts,
    /// The next slice on the main thread.
    slice: Option<Timeout>,
    /// The browser's next frame, in which what was shown last is painted.
    frame: Option<AnimationFrame>,
    show: Box<dyn Fn(Summary, bool)>,
}

impl Runner {
    /// A runner with its workers; `show` gets each summary worth showing, and whether it is complete.
    pub fn new(show: impl Fn(Summary, bool) + 'static) -> Self {
        let runner = Self(Rc::new(RefCell::new(State {
            dispatcher: Dispatcher::new(cores(), is_embedded()),
            workers: Vec::new(),
            waiting: Vec::new(),
            layouts: Layouts::new(MAX_LAYOUT_BYTES),
            slice: None,
            frame: None,
            show: Box::new(show),
        })));
        runner.start_workers();
        let opening = runner.clone();
        Timeout::new(OPENING_MS, move || opening.opened()).forget();
        runner
    }

    /// Simulates the ensemble of this scenario; the shown one before it is dropped. The first band at once, if the
    /// main thread has its layouts, so that it is there in the next frame.
    pub fn run(&self, scenario: Scenario) {
        let first = {
            let State { dispatcher, layouts, .. } = &mut *self.0.borrow_mut();
            dispatcher.run(scenario, now_ms());
            let chunk = layouts.hold(&scenario, FIRST_BAND).then(|| dispatcher.first_band());
            chunk.flatten()
        };
        // The workers first: they work on meanwhile.
        self.dispatch();
        if let Some(chunk) = first {
            let finished = simulate(chunk, &mut self.0.borrow_mut().layouts);
            self.record(finished);
        }
    }

    /// Lays the next future of the first band out on the main thread too; returns whether there may be more.
    pub fn prepare_first_band(&self) -> bool {
        let State { dispatcher, layouts, .. } = &mut *self.0.borrow_mut();
        let Some((scenario, _)) = dispatcher.completed() else { return false };
        let is_held = |layouts: &Layouts, place| layouts.hold(&scenario, place + 1);
        let Some(place) = (0..FIRST_BAND).find(|&place| !is_held(layouts, place)) else {
            return false;
        };
        layouts.simulate(&scenario, place as u64);
        // Where there is no room for it, there will be none later.
        is_held(layouts, place)
    }

    /// Simulates these futures too, as far as the shown ones leave time for it.
    pub fn run_in_background(&self, batch: Batch, purpose: Purpose, on_complete: OnComplete) {
        {
            let mut state = self.0.borrow_mut();
            let is_under_way = state.waiting.iter().any(|waiter| waiter.batch == batch);
            state.waiting.push(Waiter { batch: batch.clone(), purpose, on_complete });
            // Whoever waits for the same futures gets the same ensemble.
            if !is_under_way {
                state.dispatcher.run_in_background(batch, now_ms());
            }
        }
        self.dispatch();
    }

    /// Nobody needs these futures for this purpose any longer: they are simulated on only if they are for
    /// something else too.
    pub fn cancel_in_background(&self, batch: &Batch, purpose: Purpose) {
        let mut state = self.0.borrow_mut();
        state.waiting.retain(|waiter| waiter.batch != *batch || waiter.purpose != purpose);
        if state.waiting.iter().all(|waiter| waiter.batch != *batch) {
            state.dispatcher.cancel_in_background(batch);
        }
    }

    /// How many futures of this scenario in the background there are; none if it is not simulated there.
    pub fn progress_in_background(&self, scenario: &Scenario) -> Option<usize> {
        let state = self.0.borrow();
        Some(state.dispatcher.so_far_in_background(scenario)?.ensemble.len())
    }

    /// The page has loaded everything that it opens with: the rest of the futures may have all cores.
    pub fn opened(&self) {
        self.0.borrow_mut().dispatcher.opened();
        self.dispatch();
    }

    /// The shown scenario with all its futures, once they are complete.
    pub fn complete(&self) -> Option<(Scenario, Arc<Ensemble>)> {
        self.0.borrow().dispatcher.completed()
    }

    /// The outcomes of the futures so far at the chosen date, and its month; none before the first.
    pub fn outcomes(&self, chosen: u32) -> Option<(OutcomeColumn, u32)> {
        let state = self.0.borrow();
        let Refinement { scenario, ensemble, .. } = state.dispatcher.so_far()?;
        let month = OutcomeDates::month(scenario, chosen);
        Some((OutcomeColumn::by_luck(scenario, ensemble, month)?, month))
    }

    /// That starts go on when the window ends, and how long a longer one is; none if they do not.
    pub fn starts_go_on(&self) -> Option<(String, u32)> {
        let state = self.0.borrow();
        let Refinement { scenario, ensemble, .. } = state.dispatcher.so_far()?;
        starts_go_on(scenario, ensemble)
    }

    /// Starts the workers that are to be started now, up to the first one that cannot start.
    fn start_workers(&self) {
        let mut state = self.0.borrow_mut();
        for number in state.dispatcher.workers_to_start() {
            let Ok(worker) = PageWorker::start(self, number) else { break };
            state.workers.push(worker);
            state.dispatcher.worker_started();
        }
    }

    /// Posts a chunk to every idle worker, or schedules a slice on the main thread if there is none.
    fn dispatch(&self) {
        let mut state = self.0.borrow_mut();
        let State { dispatcher, workers, slice, .. } = &mut *state;
        let now = now_ms();
        while let Some((number, chunk)) = dispatcher.next_assignment(now) {
            if !workers.get(number).is_some_and(|worker| worker.post(&chunk)) {
                dispatcher.worker_failed(number);
            }
        }
        if slice.is_none()
            && let Some(wait_ms) = dispatcher.slice_wait_ms(now)
        {
            let runner = self.clone();
            *slice = Some(Timeout::new(wait_ms, move || runner.run_slice()));
        }
    }

    /// Simulates a chunk on the main thread.
    fn run_slice(&self) {
        let finished = {
            let mut state = self.0.borrow_mut();
            state.slice = None;
            let Some(chunk) = state.dispatcher.next_slice(now_ms()) else { return };
            simulate(chunk, &mut state.layouts)
        };
        self.record(finished);
    }

    /// Handles a message of a worker: that it is ready, or the runs of its chunk.
    fn on_message(&self, worker: usize, data: &JsValue) {
        let finished = runs_from_message(data);
        if finished.is_none() && data.as_string().as_deref() != Some(READY) {
            return self.discard_worker(worker);
        }
        self.0.borrow_mut().dispatcher.worker_is_ready(worker);
        match finished {
            Some(finished) => self.record(finished),
            None => self.dispatch(),
        }
    }

    /// Ends a worker that failed; its chunk goes to another one, or to the main thread.
    fn discard_worker(&self, number: usize) {
        {
            let mut state = self.0.borrow_mut();
            if let Some(worker) = state.workers.get(number) {
                worker.terminate();
            }
            state.dispatcher.worker_failed(number);
        }
        self.dispatch();
    }

    /// Records the runs of a chunk, and shows or hands over what they complete.
    fn record(&self, finished: FinishedChunk) {
        let is_complete = self.0.borrow_mut().dispatcher.record(finished, now_ms());
        if is_complete {
            self.start_workers();
        }
        // The workers first: they work on while this is shown.
        self.dispatch();
        self.show();
        self.hand_over();
    }

    /// Hands over the ensembles of the background that are complete.
    fn hand_over(&self) {
        let next = || {
            let mut state = self.0.borrow_mut();
            let Completed { batch, ensemble } = state.dispatcher.take_completed()?;
            let waiters = state.waiting.extract_if(.., |waiter| waiter.batch == batch);
            Some((waiters.collect::<Vec<_>>(), ensemble))
        };
        // Whoever gets one may ask for more at once, so nothing is borrowed meanwhile.
        while let Some((waiters, ensemble)) = next() {
            for Waiter { on_complete, .. } in waiters {
                on_complete(ensemble.clone());
            }
        }
    }

    /// Shows the futures so far, if they are worth it; but never more often than it can be seen, once a
    /// frame.
    fn show(&self) {
        let mut state = self.0.borrow_mut();
        let state = &mut *state;
        if state.frame.is_some() {
            return;
        }
        let Some(refinement) = state.dispatcher.take_refinement() else { return };
        let Refinement { scenario, ensemble, .. } = refinement;
        // An embed has no part that counts the futures with unknowns.
        let is_counted = !is_embedded();
        let summary = Summary::with_or_without_unknowns(scenario, ensemble, is_counted);
        if let Some(summary) = summary {
            (state.show)(summary, refinement.is_complete);
            let runner = self.clone();
            state.frame = Some(request_animation_frame(move |_| {
                runner.0.borrow_mut().frame = None;
                runner.show();
            }));
        }
    }
}

/// Simulates a chunk here and now, in layouts that are cached.
fn simulate(chunk: Chunk, layouts: &mut Layouts) -> FinishedChunk {
    let Chunk { job, scenario, replicates, numbers, workers, .. } = chunk;
    layouts.set_max_bytes(MAX_LAYOUT_BYTES / workers.max(1) as usize);
    let started = now_ms();
    let first = replicates.start;
    let runs = numbers.iter().map(|&number| layouts.simulate(&scenario, number as u64)).collect();
    // A browser may round its clock to a millisecond.
    FinishedChunk { job, first, ms: (now_ms() - started).max(0.5), runs }
}

/// The browser's clock, milliseconds; in a page and in a worker alike.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}
