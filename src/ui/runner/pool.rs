//! The workers, as the page sees them. What each is doing is known to the dispatcher.

use super::Runner;
use super::messages::chunk_to_message;
use crate::ensemble::Chunk;
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

/// A worker that has been started, and what the runner hears of it.
pub struct PageWorker {
    worker: Worker,
    _listeners: [EventListener; 3],
}

impl PageWorker {
    /// Starts a worker on the page's own module, under the dispatcher's number for it.
    pub fn start(runner: &Runner, number: usize) -> Result<Self, JsValue> {
        let own_address = OWN_ADDRESS.with(String::clone);
        let script = address("worker.js").ok_or(JsValue::UNDEFINED)?;
        let worker = Worker::new(&script)?;
        let (receiving, failing, garbled) = (runner.clone(), runner.clone(), runner.clone());
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                let data = event.unchecked_ref::<MessageEvent>().data();
                receiving.on_message(number, &data);
            }),
            EventListener::new(&worker, "error", move |_| failing.discard_worker(number)),
            EventListener::new(&worker, "messageerror", move |_| garbled.discard_worker(number)),
        ];
        worker.post_message(&Array::of2(&own_address.into(), &wasm_bindgen::module()).into())?;
        Ok(Self { worker, _listeners: listeners })
    }

    /// Posts a chunk to the worker; returns whether that worked.
    pub fn post(&self, chunk: &Chunk) -> bool {
        self.worker.post_message(&chunk_to_message(chunk)).is_ok()
    }

    /// Ends the worker, whatever it is doing.
    pub fn terminate(&self) {
        self.worker.terminate();
    }
}

/// Cores of this machine.
pub fn cores() -> usize {
    web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency()) as usize
}
