//! Effects and texts that follow signals, boxed: each type of closure would bring a copy of the machinery of
//! Leptos of its own, about 1 kB.

use leptos::prelude::Effect;
use std::sync::{Arc, Mutex};

/// A text that Leptos keeps up to date.
pub type Text = Arc<Mutex<dyn FnMut() -> String + Send>>;

/// Runs a function now and whenever a signal that it reads has changed, as [`Effect::new`] does.
pub fn effect(run: impl FnMut() + 'static) {
    start(Box::new(run));
}

fn start(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}

/// A text that follows signals.
pub fn text(text: impl FnMut() -> String + Send + 'static) -> Text {
    Arc::new(Mutex::new(text))
}
