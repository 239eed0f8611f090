//! The worker's side: simulates the chunks that the page sends.

use super::chunk::{Chunk, Done};
use crate::scenario::Scenario;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// What a worker says when it can take chunks.
pub const READY: &str = "ready";

/// Listens for chunks for as long as the worker lives.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        // The page sends only links of scenarios that it holds, so both always read.
        let Some(chunk) = Chunk::from_message(&event.data()) else { return };
        let Ok(scenario) = Scenario::from_link(&chunk.link) else { return };
        let done = Done::of(&scenario, chunk.job, chunk.replicates);
        let (message, buffers) = done.to_message();
        let _ = answering.post_message_with_transfer(&message, &buffers);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&READY.into());
}
