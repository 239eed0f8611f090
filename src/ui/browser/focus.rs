//! The focus: what had it and goes away hands it on, so that it never falls to the body.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Selects the answer at the top of the page, for what has nothing nearer.
pub const HEADLINE: &str = ".headline";

/// Gives the focus to the first element that a selector finds.
pub fn focus(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        focus_on(&element);
    }
}

/// Gives the focus to an element.
pub fn focus_on(element: &Element) {
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

/// Whether the element that has the focus is one that a selector finds.
pub fn has_focus(selector: &str) -> bool {
    document().active_element().is_some_and(|element| element.matches(selector).unwrap_or_default())
}
