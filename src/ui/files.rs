//! Where the page's own files are: beside its code or, if the page is one file, inside it.

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
