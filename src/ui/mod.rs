//! The page: everything that needs a browser. Compiled for wasm32 only.
//!
//! The same WebAssembly module runs in the page and in its simulation workers; [`start`] tells them
//! apart.

mod address;
mod app;
pub mod between;
mod chart_view;
mod companion;
pub mod elements;
pub mod embed;
pub mod files;
mod form;
mod header;
pub mod language;
pub mod outcomes_view;
mod page;
pub mod runner;
pub mod size;

use gloo_timers::future::TimeoutFuture;
use std::panic;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Starts the page, or in a worker the simulation of chunks.
pub fn start() {
    panic::set_hook(Box::new(stop));
    match web_sys::window() {
        Some(window) => {
            language::take_over();
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

/// Logs a panic and tells `public/starting.js`, which puts a message in the place of the page. The page's
/// own state may be half changed by now, so nothing of it is asked. In a worker there is no page to
/// replace: the worker dies, and the others do its work.
pub fn stop(info: &panic::PanicHookInfo) {
    log(&info.to_string());
    if let (Some(window), Ok(panic)) = (web_sys::window(), web_sys::Event::new("panic")) {
        let _ = window.dispatch_event(&panic);
    }
}

/// Lets the browser do what else there is to do.
pub async fn breathe() {
    TimeoutFuture::new(0).await;
}

/// Puts the page in the place of the loading message.
fn mount(window: &web_sys::Window) {
    let place = window
        .document()
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html has an element with the id app");
    spawn_local(app::lay_out(place));
}
