//! The browser's storage, local and for the tab. It may be full or blocked; then nothing is stored, and the caller says so.

use leptos::prelude::window;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

fn tab_storage() -> Option<Storage> {
    window().session_storage().ok()?
}

/// The text stored for this tab under a key; none if there is none, or if storage is blocked.
pub fn load_for_tab(key: &str) -> Option<String> {
    tab_storage()?.get_item(key).ok()?
}

/// Stores a text for as long as this tab is open; false if the browser refused.
pub fn store_for_tab(key: &str, text: &str) -> bool {
    tab_storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Takes a text out of the storage of this tab.
pub fn take_for_tab(key: &str) -> Option<String> {
    let storage = tab_storage()?;
    let text = storage.get_item(key).ok()??;
    let _ = storage.remove_item(key);
    Some(text)
}

/// The text stored under a key; none if there is none, or if storage is blocked.
pub fn load(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Stores a text; false if the browser refused.
pub fn store(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}
