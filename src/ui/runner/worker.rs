//! The worker's side: simulates the chunks that the page sends.

use super::chunk::{Chunk, Done, MOST_LAYOUT_BYTES};
use crate::ensemble::Layouts;
use crate::scenario::Scenario;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// What a worker says when it can take chunks.
pub const READY: &str = "ready";

/// Listens for chunks for as long as the worker lives.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let layouts = RefCell::new(Layouts::new(MOST_LAYOUT_BYTES));
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        // The page sends only links of scenarios that it holds, so both always read.
        let Some(chunk) = Chunk::from_message(&event.data()) else { return };
        let Ok(scenario) = Scenario::from_link(&chunk.link) else { return };
        let mut layouts = layouts.borrow_mut();
        let done = Done::of(&scenario, chunk.job, chunk.replicates, &mut layouts);
        let (message, buffers) = done.to_message();
        let _ = answering.post_message_with_transfer(&message, &buffers);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&READY.into());
}
