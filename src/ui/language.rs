//! The language of the page, which `public/starting.js` has chosen and fetched: it is set once, before any text is
//! made.

use crate::language::{Language, set_language};
use js_sys::Reflect;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The category of a count in the language that is spoken (CLDR).
    #[wasm_bindgen(js_namespace = spoken, js_name = category)]
    fn category_of(count: f64) -> String;
}

/// Sets the language of the page: what `public/language.js` has fetched. Without it the page speaks
/// English.
pub fn set_up() {
    let Some(window) = web_sys::window() else { return };
    let spoken = Reflect::get(&window, &"spoken".into()).unwrap_or_default();
    let texts = Reflect::get(&spoken, &"texts".into());
    if let Some(texts) = texts.ok().and_then(|texts| texts.as_string()) {
        set_language(Language::new(texts, category_of));
    }
}
