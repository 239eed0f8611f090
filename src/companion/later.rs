//! What is brought only when somebody opens its section: files of the page's own folder, so that they
//! weigh nothing before.

use crate::language::phrase;
use crate::ui::files::address_in_language;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// What stands in a section whose file cannot be brought.
pub fn missing() -> String {
    let told = phrase(
        "This part could not be loaded. Everything else works without it; close and open the section to try \
         again.",
    );
    format!("<p>{told}</p>")
}

/// The text of a file in the language that is spoken; none if it cannot be had.
pub async fn bring(file: &'static str) -> Option<String> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(&address_in_language(file)?))
        .await
        .ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text: JsValue = JsFuture::from(response.text().ok()?).await.ok()?;
    text.as_string()
}
