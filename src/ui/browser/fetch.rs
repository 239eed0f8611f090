//! Files of the page's own folder that are fetched only when somebody opens their section.

use super::files::address_in_language;
use crate::language::phrase;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The content of a section whose file could not be fetched.
pub fn missing() -> String {
    let text = phrase(
        "This part could not be loaded. Everything else works without it; close and open the section to try \
         again.",
    );
    format!("<p>{text}</p>")
}

/// Whether this is a page, such as the one on which a Wi-Fi asks to sign in, and not a part of this one.
fn is_whole_page(text: &str) -> bool {
    let begin: String = text.trim_start().chars().take(9).collect();
    let begin = begin.to_ascii_lowercase();
    begin.starts_with("<!doctype") || begin.starts_with("<html") || begin.starts_with("<head")
}

/// The text of a file in the language of the page; none if it cannot be fetched.
pub async fn fetch_text(file: &'static str) -> Option<String> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(&address_in_language(file)?))
        .await
        .ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text: JsValue = JsFuture::from(response.text().ok()?).await.ok()?;
    text.as_string().filter(|text| !is_whole_page(text))
}
