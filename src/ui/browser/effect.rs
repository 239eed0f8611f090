//! Effects that share their machinery.

use leptos::prelude::Effect;

/// Runs a function now and whenever a signal that it reads has changed, as [`Effect::new`] does. The function
/// is boxed: each type of closure would bring a copy of the machinery of its own, about 1 kB.
pub fn effect(run: impl FnMut() + 'static) {
    start(Box::new(run));
}

fn start(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}
