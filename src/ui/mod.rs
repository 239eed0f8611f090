//! The page: everything that needs a browser. Compiled for wasm32 only.
//!
//! The same WebAssembly module runs in the page and in its simulation workers; [`start`] tells them
//! apart. Code that the first chart does not need is in `parts`.

mod address;
mod adoption;
mod app;
mod browser;
mod compare;
mod details;
mod district;
mod embed;
mod export;
mod form;
mod guide;
mod header;
mod language;
mod outcomes;
mod page;
mod parts;
mod results;
mod runner;
mod share;
mod strips;

use gloo_timers::future::TimeoutFuture;
use std::panic;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Starts the page, or in a worker the simulation of chunks.
pub fn start() {
    panic::set_hook(Box::new(stop));
    match web_sys::window() {
        Some(window) => {
            language::set_up();
            mount(&window);
        }
        None => runner::listen(),
    }
}

#[wasm_bindgen]
extern "C" {
    /// The browser adds where it was.
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn log(text: &str);
}

/// Logs a panic and dispatches an event for `public/starting.js`, which replaces the page by a message. The
/// page's own state may be half changed by now, so nothing of it is asked. In a worker there is no page to
/// replace: the worker dies, and the others do its work.
fn stop(info: &panic::PanicHookInfo) {
    log(&info.to_string());
    if let (Some(window), Ok(panic)) = (web_sys::window(), web_sys::Event::new("panic")) {
        let _ = window.dispatch_event(&panic);
    }
}

/// Lets the browser do its other work before what follows.
async fn yield_to_browser() {
    TimeoutFuture::new(0).await;
}

/// Replaces the loading message by the page.
fn mount(window: &web_sys::Window) {
    let place = window
        .document()
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html has an element with the id app");
    spawn_local(app::lay_out(place));
}
