//! Parts of the page whose code is loaded only by those who use them.
//!
//! A part is a function behind `#[wasm_split(name, fallible)]` that returns a [`View`]: the build moves it,
//! with everything that only it needs, into a WebAssembly file of that name, which is fetched at the first
//! call. Functions of one name share a file. [`Part`] is its place on the page.

use super::page::use_page;
use super::yield_to_browser;
use crate::language::phrase;
use crate::phrase;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::SplitLoaderError;

/// What a part shows, or that its file could not be loaded.
pub type View = Result<AnyView, SplitLoaderError>;

/// A part on its way.
pub type Loading = Pin<Box<dyn Future<Output = View>>>;

#[derive(Clone, Copy, PartialEq)]
enum State {
    Waiting,
    Loading,
    Loaded,
    Missing,
}

/// The place of a part: empty until it is needed, then the part or, if it cannot be loaded, a sentence that
/// says so and a button that tries again.
#[component]
pub fn Part(
    /// What a person calls it.
    name: &'static str,
    /// Whether it is needed; once loaded it stays.
    needed: Memo<bool>,
    /// The function behind the split point.
    load: fn() -> Loading,
) -> impl IntoView {
    let state = RwSignal::new(State::Waiting);
    let view = StoredValue::new_local(None);
    let start = move || {
        state.set(State::Loading);
        // In the scope of this place: the part finds its context, and is cleaned up with it.
        spawn_local(ScopedFuture::new_untracked(async move {
            // A task of its own, so that parts that come together do not block the page for long.
            yield_to_browser().await;
            match load().await {
                Ok(loaded) => {
                    view.set_value(Some(loaded));
                    state.set(State::Loaded);
                }
                Err(_) => state.set(State::Missing),
            }
        }));
    };
    Effect::new(move |_| {
        if needed.get() && state.get_untracked() == State::Waiting {
            start();
        }
    });
    move || match state.get() {
        State::Waiting | State::Loading => ().into_any(),
        State::Loaded => view.try_update_value(Option::take).flatten().into_any(),
        State::Missing => missing(name, start).into_any(),
    }
}

/// What stands where a part could not be loaded.
fn missing(name: &'static str, retry: impl Fn() + 'static) -> impl IntoView {
    view! {
        <div class="note missing" role="status">
            <p>{could_not_load(name)}</p>
            <button type="button" on:click=move |_| retry()>{phrase("Try again")}</button>
        </div>
    }
}

/// Says that a part could not be loaded.
pub fn could_not_load(name: &str) -> String {
    phrase!(
        "\u{201c}{part}\u{201d} could not be loaded. Everything else works without it.",
        part = name
    )
}

/// For a part that is needed wherever its place is.
pub fn always() -> Memo<bool> {
    Memo::new(|_| true)
}

/// Whether the first chart is on the page: what is not needed for it waits until then.
pub fn after_first_chart() -> Memo<bool> {
    use_page().first_chart
}
