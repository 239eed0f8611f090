//! Where the page's own files are: beside its code or, if the page is one file, inside it.

use crate::language::current_language;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `public/starting.js` knows.
    #[wasm_bindgen(catch, js_name = addressOf)]
    fn address_of(file: &str) -> Result<String, JsValue>;
}

/// The address of a file; none if a page that is one file does not have it.
pub fn address(file: &str) -> Option<String> {
    address_of(file).ok()
}

/// The address of a file that each language has of its own: English beside the page's code, as
/// "trust.html", the others beside their texts, as "languages/es.trust.html".
pub fn address_in_language(file: &str) -> Option<String> {
    match current_language().tag() {
        "en" => address(file),
        tag => address(&format!("languages/{tag}.{file}")),
    }
}
