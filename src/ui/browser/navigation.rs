//! How the person came to this page.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = performance, js_name = getEntriesByType)]
    fn entries(kind: &str) -> Result<Array, JsValue>;
}

/// Whether the browser has loaded the page again, or come back to it, and no link has been opened.
pub fn is_loaded_again() -> bool {
    let entry = entries("navigation").map(|entries| entries.get(0)).unwrap_or_default();
    let kind = Reflect::get(&entry, &"type".into()).ok().and_then(|kind| kind.as_string());
    kind.is_some_and(|kind| kind != "navigate")
}
