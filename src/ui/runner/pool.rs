//! The workers, as the page sees them.

use super::Runner;
use super::chunk::{Chunk, Done};
use super::worker::READY;
use crate::ui::browser::files::address;
use gloo_events::EventListener;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

#[wasm_bindgen]
extern "C" {
    /// The address of the page's own JavaScript.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["import", "meta"], js_name = url)]
    static OWN_ADDRESS: String;
}

/// The workers that could be started.
#[derive(Default)]
pub struct Pool(Vec<Member>);

struct Member {
    worker: Worker,
    state: MemberState,
    _listeners: [EventListener; 3],
}

enum MemberState {
    Starting,
    Idle,
    Busy(Chunk),
    Dead,
}

impl Pool {
    /// Starts one worker a core but for the last core: while the page opens, that is for the page itself.
    pub fn start(runner: &Runner) -> Self {
        let mut pool = Self::default();
        pool.grow(runner, (cores() - 1).max(1));
        pool
    }

    /// Starts the worker of the last core too, if it is not there yet.
    pub fn complete(&mut self, runner: &Runner) {
        self.grow(runner, cores());
    }

    /// Starts workers up to this number. Those that cannot start are left out.
    fn grow(&mut self, runner: &Runner, size: usize) {
        let new = self.size()..size;
        self.0.extend(new.map_while(|number| start_member(runner, number).ok()));
    }

    /// Number of workers, dead ones included.
    pub fn size(&self) -> usize {
        self.0.len()
    }

    /// Whether any worker is ready for chunks, or busy with one.
    pub fn has_ready(&self) -> bool {
        self.0.iter().any(|m| matches!(m.state, MemberState::Idle | MemberState::Busy(_)))
    }

    /// Whether any worker is neither ready nor given up.
    pub fn is_starting(&self) -> bool {
        self.0.iter().any(|member| matches!(member.state, MemberState::Starting))
    }

    /// A worker that has nothing to do.
    pub fn idle(&self) -> Option<usize> {
        self.0.iter().position(|member| matches!(member.state, MemberState::Idle))
    }

    /// Gives the worker a chunk; one that cannot be reached is given up, and the chunk comes back.
    pub fn send(&mut self, worker: usize, chunk: Chunk) -> Result<(), Chunk> {
        let member = &mut self.0[worker];
        if member.worker.post_message(&chunk.to_message()).is_err() {
            member.state = MemberState::Dead;
            return Err(chunk);
        }
        member.state = MemberState::Busy(chunk);
        Ok(())
    }

    /// Gives up a worker; gives the chunk it had.
    pub fn discard(&mut self, worker: usize) -> Option<Chunk> {
        let member = self.0.get_mut(worker)?;
        member.worker.terminate();
        match std::mem::replace(&mut member.state, MemberState::Dead) {
            MemberState::Busy(chunk) => Some(chunk),
            _ => None,
        }
    }

    fn set_idle(&mut self, worker: usize) {
        if let Some(member) = self.0.get_mut(worker)
            && !matches!(member.state, MemberState::Dead)
        {
            member.state = MemberState::Idle;
        }
    }
}

/// Cores of this machine, at least one.
pub fn cores() -> usize {
    web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency()).max(1.0)
        as usize
}

/// Starts a worker on the page's own module.
fn start_member(runner: &Runner, number: usize) -> Result<Member, JsValue> {
    let own_address = OWN_ADDRESS.with(String::clone);
    let script = address("worker.js").ok_or(JsValue::UNDEFINED)?;
    let worker = Worker::new(&script)?;
    let (hearing, failing, garbled) = (runner.clone(), runner.clone(), runner.clone());
    let listeners = [
        EventListener::new(&worker, "message", move |event| {
            let data = event.unchecked_ref::<MessageEvent>().data();
            hear(&hearing, number, &data);
        }),
        EventListener::new(&worker, "error", move |_| failing.worker_failed(number)),
        EventListener::new(&worker, "messageerror", move |_| garbled.worker_failed(number)),
    ];
    worker.post_message(&Array::of2(&own_address.into(), &wasm_bindgen::module()).into())?;
    Ok(Member { worker, state: MemberState::Starting, _listeners: listeners })
}

/// A message of a worker: that it is ready, or the runs of its chunk.
fn hear(runner: &Runner, worker: usize, data: &JsValue) {
    let done = Done::from_message(data);
    if done.is_none() && data.as_string().as_deref() != Some(READY) {
        runner.worker_failed(worker);
        return;
    }
    runner.0.borrow_mut().pool.set_idle(worker);
    match done {
        Some(done) => runner.collect(done),
        None => runner.hand_out(),
    }
}
