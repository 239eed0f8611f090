//! Sections that open and close.

use leptos::ev::Event;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

/// Whether the section that was toggled is open now.
pub fn has_opened(toggled: &Event) -> bool {
    let details = toggled.target().and_then(|t| t.dyn_into::<HtmlDetailsElement>().ok());
    details.is_some_and(|details| details.open())
}
