//! Files that are dropped anywhere on the page, and the hint that they can be.

use super::Section;
use crate::language::{phrase, to_phrase};
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, DragEvent, Element, Event};

/// What is seen while files are dragged over the page.
const HINT: &str = to_phrase("Drop scenario files here: one is shown, several are compared.");

/// Opens what is dropped, for as long as the page lives. Without this a browser would leave the page for
/// a file that is dropped there.
pub fn listen(section: Section) {
    let Some(hint) = hint() else { return };
    let hovers = move |over: bool| {
        let _ = hint.toggle_attribute_with_force("hidden", !over);
    };
    let shows = hovers.clone();
    on_drag("dragover", move |event, files| {
        shows(true);
        event.prevent_default();
        files.set_drop_effect("copy");
    });
    let leaves = hovers.clone();
    on_drag("dragleave", move |event, _| {
        // Out of the window, not only from one element to the next.
        if event.related_target().is_none() {
            leaves(false);
        }
    });
    on_drag("drop", move |event, files| {
        hovers(false);
        event.prevent_default();
        if let Some(files) = files.files() {
            section.open(&files);
        }
    });
}

/// The hint, hidden, at the end of the page.
fn hint() -> Option<Element> {
    let hint = document().create_element("div").ok()?;
    hint.set_class_name("drop-hint");
    hint.set_attribute("hidden", "").ok()?;
    hint.append_with_str_1(phrase(HINT)).ok()?;
    document().body()?.append_child(&hint).ok()?;
    Some(hint)
}

/// Listens to what is done with files that are dragged.
fn on_drag(kind: &'static str, act: impl Fn(&DragEvent, &DataTransfer) + 'static) {
    let listener = move |event: &Event| {
        let Some(event) = event.dyn_ref::<DragEvent>() else { return };
        let Some(dragged) = event.data_transfer() else { return };
        // Not a marked word or a link.
        if dragged.types().includes(&JsValue::from_str("Files"), 0) {
            act(event, &dragged);
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), kind, options, listener).forget();
}
