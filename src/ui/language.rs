//! The language of the page, which `public/starting.js` has chosen and fetched: it is set once, before any text is
//! made.

use crate::language::{Language, speak};
use js_sys::Reflect;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The category of a count in the language that is spoken (CLDR).
    #[wasm_bindgen(js_namespace = spoken, js_name = category)]
    fn category_of(count: f64) -> String;
}

/// Speaks the language of the page: what `public/language.js` has brought. Without it the page speaks
/// English.
pub fn set_up() {
    let Some(window) = web_sys::window() else { return };
    let spoken = Reflect::get(&window, &"spoken".into()).unwrap_or_default();
    let texts = Reflect::get(&spoken, &"texts".into());
    if let Some(texts) = texts.ok().and_then(|texts| texts.as_string()) {
        speak(Language::new(texts, category_of));
    }
}
