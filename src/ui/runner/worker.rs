//! The worker's side: simulates the chunks that the page posts.

use super::messages::{READY, UNREADABLE, chunk_from_message, runs_to_message};
use super::{MAX_LAYOUT_BYTES, simulate};
use crate::ensemble::Layouts;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for chunks for as long as the worker lives.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let layouts = RefCell::new(Layouts::new(MAX_LAYOUT_BYTES));
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        // What cannot be read is given to another worker, and this one ends: it may be of another version.
        let Some(chunk) = chunk_from_message(&event.data()) else {
            let _ = answering.post_message(&UNREADABLE.into());
            return;
        };
        let (message, buffers) = runs_to_message(&simulate(chunk, &mut layouts.borrow_mut()));
        let _ = answering.post_message_with_transfer(&message, &buffers);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&READY.into());
}
