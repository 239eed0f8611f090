//! Texts that follow signals and share their machinery.

use std::sync::{Arc, Mutex};

/// A text that Leptos keeps up to date.
pub type Text = Arc<Mutex<dyn FnMut() -> String + Send>>;

/// Boxes the function behind a text: each type of closure would bring a copy of the machinery of its own.
pub fn text(text: impl FnMut() -> String + Send + 'static) -> Text {
    Arc::new(Mutex::new(text))
}
