//! What the browser keeps for the page. It may be full or blocked; then nothing is kept, and who asked
//! says so.

use leptos::prelude::window;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

/// The text that is kept under a key; none if there is none, or the browser does not tell.
pub fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a text; tells whether the browser did.
pub fn keep(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}
