//! Parts of the page whose code is loaded only by those who use them.
//!
//! A part is a function behind `#[wasm_split(name, fallible)]` that mounts something into its place: the build
//! moves it, with everything that only it needs, into a WebAssembly file of that name, which is fetched at the
//! first call. Functions of one name share a file. [`Part`] is the place on the page.

use super::browser::focus::focus_on;
use super::browser::reactive::{effect, text};
use super::yield_to_browser;
use crate::language::phrase;
use crate::phrase;
use leptos::html::Div;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::SplitLoaderError;
use web_sys::HtmlElement;

/// Whether the file of a part could be loaded.
pub type Loaded = Result<(), SplitLoaderError>;

/// A part on its way.
pub type Loading = Pin<Box<dyn Future<Output = Loaded>>>;

/// The place of a part: empty until it is needed, then the part or, if it cannot be loaded, a sentence that
/// says so and a button that tries again.
#[component]
pub fn Part(
    /// What a person calls it.
    name: &'static str,
    /// Whether it is needed; once loaded it stays.
    needed: Memo<bool>,
    /// The function behind the split point, which mounts the part into the element that it is given.
    load: fn(HtmlElement) -> Loading,
) -> impl IntoView {
    let place: NodeRef<Div> = NodeRef::new();
    let is_missing = RwSignal::new(false);
    let is_started = StoredValue::new(false);
    // What a part makes belongs to its place, and not to the effect or the press that starts it.
    let owner = StoredValue::new(Owner::current().unwrap_or_default());
    let start = move || {
        let Some(place) = place.get_untracked() else { return };
        is_started.set_value(true);
        is_missing.set(false);
        let loading = async move {
            // A task of its own, so that parts that come together do not block the page for long.
            yield_to_browser().await;
            is_missing.set(load(place.into()).await.is_err());
        };
        owner.with_value(|owner| {
            owner.with(|| spawn_local(ScopedFuture::new_untracked(loading)));
        });
    };
    effect(move || {
        if needed.get() && place.get().is_some() && !is_started.get_value() {
            start();
        }
    });
    // The button goes, so what is around it gets the focus.
    let again = move |_| {
        let place = place.get_untracked();
        if let Some(around) = place.and_then(|place| place.parent_element()) {
            let _ = around.set_attribute("tabindex", "-1");
            focus_on(&around);
        }
        start();
    };
    view! {
        <div class="part" node_ref=place class:failed=move || is_missing.get()></div>
        <div class="note missing" role="status" hidden=move || !is_missing.get()>
            <p>{text(move || if is_missing.get() { could_not_load(name) } else { String::new() })}</p>
            <button type="button" on:click=again>{phrase("Try again")}</button>
        </div>
    }
}

/// Puts a view into the place of its part, for as long as the page lives. What is mounted needs no code that
/// renders it again as a whole, which a view that is returned would.
pub fn mount<View: IntoView + 'static>(place: HtmlElement, view: impl FnOnce() -> View + 'static) {
    mount_to(place, view).forget();
}

/// Says that a part could not be loaded.
pub fn could_not_load(name: &str) -> String {
    phrase!("\u{201c}{part}\u{201d} could not be loaded. Everything else works.", part = name)
}

/// For a part that is needed wherever its place is.
pub fn always() -> Memo<bool> {
    Memo::new(|_| true)
}
