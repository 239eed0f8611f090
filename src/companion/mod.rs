//! The page's companion: what is brought after the first chart, as a WebAssembly module of its own. It
//! hears from the page which scenario is shown, and gets its futures ([`crate::ui::between`]).

mod compare;
mod details;
mod district;
mod download;
mod explain;
mod later;
mod numbers;
mod outcomes;
mod state;
mod storage;
mod story;
mod trust;

use crate::ui;
use crate::ui::between::{LISTENING, say};
use leptos::prelude::*;
use state::Companion;
use std::panic;
use wasm_bindgen::{JsCast, JsValue};

/// Puts the companion's parts into their places, and listens to the page.
pub fn start() {
    panic::set_hook(Box::new(ui::stop));
    // Effects run as tasks of the browser; whoever mounts first would say so too late.
    let _ = leptos::task::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.set();
    let companion = Companion::new();
    mount("district", move || view! { <district::District companion /> });
    mount("numbers", move || view! { <numbers::Numbers companion /> });
    mount("compare", move || view! { <compare::Compare companion /> });
    mount("change", move || view! { <span>{move || companion.said_of_change()}</span> });
    mount("dimensions", move || view! { <outcomes::Dimensions companion /> });
    outcomes::draw_courses(companion);
    mount("trust", || view! { <trust::Trust /> });
    explain::listen();
    // The state lives as long as the page.
    std::mem::forget(owner);
    say(LISTENING, &JsValue::UNDEFINED);
    companion.runs.simulate();
}

/// Puts a part into the element with this id.
fn mount<View: IntoView + 'static>(id: &str, part: impl FnOnce() -> View + 'static) {
    let place = document().get_element_by_id(id).and_then(|place| place.dyn_into().ok());
    if let Some(place) = place {
        leptos::mount::mount_to(place, part).forget();
    }
}
