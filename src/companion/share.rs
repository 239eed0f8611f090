//! The dialog that shares a link: copied, handed to the system, or as a QR code. All of it is made on the
//! device.

use super::state::Companion;
use super::take_along::address_of;
use crate::markup;
use crate::scenario::{Link, OPENING_MONTH, Shown};
use crate::summary::View;
use crate::summary::compare::said;
use js_sys::{Object, Reflect};
use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    /// Hands something to the system's own share sheet.
    #[wasm_bindgen(catch, js_namespace = navigator, js_name = share)]
    fn hand_over(what: &Object) -> Result<js_sys::Promise, JsValue>;
    /// Copies a text.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn copy(text: &str) -> Result<js_sys::Promise, JsValue>;
}

/// What the page shows, as a link.
pub fn link_of(companion: Companion, with_runs: bool) -> Link {
    let view = companion.view.get();
    let month = companion.month.get();
    let scenario = companion.scenario.get();
    let digest = companion.digest.get().filter(|digest| digest.scenario == scenario);
    let kept = companion.runs.to_keep();
    let runs = kept.runs.into_iter().filter(|_| with_runs);
    Link {
        shown: Shown {
            scenario,
            view: (view != View::Bands).then(|| view.name().to_owned()),
            month: (month != OPENING_MONTH.min(scenario.simulation.months)).then_some(month),
        },
        said: digest.and_then(|digest| said(&digest)),
        runs: runs.map(|run| (run.name, run.scenario)).collect(),
        baseline: if with_runs { kept.baseline } else { 0 },
        lost: Vec::new(),
    }
}

/// Whether the system has a share sheet.
fn can_hand_over() -> bool {
    Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Waits for what the browser was asked for; tells whether it did it.
async fn is_done(asked: Result<js_sys::Promise, JsValue>) -> bool {
    match asked {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}

/// The button, and the dialog that it opens.
#[component]
pub fn Share(companion: Companion) -> impl IntoView {
    let dialog: NodeRef<Dialog> = NodeRef::new();
    let open = RwSignal::new(false);
    let show = move |_| {
        open.set(true);
        if let Some(dialog) = dialog.get_untracked() {
            let _ = dialog.show_modal();
        }
    };
    view! {
        <button type="button" on:click=show>"Share"</button>
        <dialog class="share" node_ref=dialog aria-labelledby="share-title" on:close=move |_| open.set(false)>
            <h2 id="share-title">"Share what you see"</h2>
            {move || open.get().then(|| view! { <Content companion /> })}
            <form method="dialog">
                <button>"Close"</button>
            </form>
        </dialog>
    }
}

/// What stands in the dialog while it is open.
#[component]
fn Content(companion: Companion) -> impl IntoView {
    let with_runs = RwSignal::new(true);
    let done = RwSignal::new("");
    let link = Memo::new(move |_| link_of(companion, with_runs.get()));
    let address = Memo::new(move |_| link.with(|link| address_of(&link.to_text())));
    let field: NodeRef<Input> = NodeRef::new();
    let copy_it = move |_| {
        spawn_local(async move {
            let is_copied = is_done(copy(&address.get_untracked())).await;
            if let Some(field) = field.get_untracked().filter(|_| !is_copied) {
                field.select();
            }
            done.set(if is_copied {
                "Copied."
            } else {
                "The browser did not let the page copy it; it is selected, so copy it from the field."
            });
        });
    };
    let hand_it_over = move |_| {
        let what = Object::new();
        let _ = Reflect::set(&what, &"title".into(), &"Districtwide".into());
        let _ = Reflect::set(&what, &"url".into(), &address.get_untracked().into());
        // Who closes the share sheet has changed their mind, which is no failure.
        spawn_local(async move {
            is_done(hand_over(&what)).await;
        });
    };
    let code = move || markup::qr_code(&address.get());
    let too_long = move || code().is_none();
    let has_runs = move || companion.runs.pinned.with(|pinned| !pinned.is_empty());
    view! {
        <p class="quiet">"Whoever opens the link sees the same futures, with the same numbers."</p>
        <p class="share-link">
            <input type="text" readonly aria-label="Link" node_ref=field prop:value=move || address.get() />
            <button type="button" on:click=copy_it>"Copy"</button>
            <button type="button" hidden=!can_hand_over() on:click=hand_it_over>"Share …"</button>
        </p>
        <p role="status">{move || done.get()}</p>
        <label hidden=move || !has_runs()>
            <input
                type="checkbox"
                prop:checked=move || with_runs.get()
                on:change=move |event| with_runs.set(event_target_checked(&event))
            />
            " with the pinned runs"
        </label>
        <div inner_html=move || code().unwrap_or_default()></div>
        <p hidden=move || !too_long()>"The link is too long for a QR code; leave the pinned runs out."</p>
        <h3>"In the link"</h3>
        <ul inner_html=move || link.with(markup::in_the_link)></ul>
    }
}
