//! The dialog that shares a link: copied, handed to the system, or as a QR code. All of it is made on the
//! device.

use super::browser::reactive::text;
use super::page::{Page, use_page};
use super::parts::{Loaded, Part, always, mount};
use crate::language::phrase;
use crate::markup;
use crate::scenario::Link;
use crate::state::pins::PinnedRuns;
use crate::state::sharing::{OnScreen, address_with};
use js_sys::{Object, Reflect};
use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_split_helpers::wasm_split;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// Hands something to the system's own share sheet.
    #[wasm_bindgen(catch, js_namespace = navigator, js_name = share)]
    fn hand_over(what: &Object) -> Result<js_sys::Promise, JsValue>;
    /// Copies a text.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn copy(text: &str) -> Result<js_sys::Promise, JsValue>;
}

/// The address of the page with this link.
pub fn address_of(link: &str) -> String {
    address_with(&window().location().href().unwrap_or_default(), link)
}

/// What the page shows, as a link.
pub fn link_of(page: Page, with_runs: bool) -> Link {
    let results = page.results();
    let scenario = page.scenario.get();
    let digest = results.digest.get();
    let screen = OnScreen {
        scenario: &scenario,
        view: page.view.get(),
        month: page.month.get(),
        digest: digest.as_deref(),
    };
    results.pins.runs.with(|pinned| screen.link(with_runs.then_some(pinned)))
}

/// Whether the system has a share sheet.
fn can_hand_over() -> bool {
    Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Waits for what the browser was asked for; returns whether it did it.
async fn is_done(asked: Result<js_sys::Promise, JsValue>) -> bool {
    match asked {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}

/// The button, and the dialog that it opens.
#[component]
pub fn Share() -> impl IntoView {
    let dialog: NodeRef<Dialog> = NodeRef::new();
    let open = RwSignal::new(false);
    let show = move |_| {
        open.set(true);
        if let Some(dialog) = dialog.get_untracked() {
            let _ = dialog.show_modal();
        }
    };
    view! {
        <button type="button" on:click=show>{phrase("Share")}</button>
        <dialog class="share" node_ref=dialog aria-labelledby="share-title" on:close=move |_| open.set(false)>
            <h2 id="share-title">{phrase("Share what you see")}</h2>
            {move || {
                open.get()
                    .then(|| view! { <Part name=phrase("Share") needed=always() load=|place| Box::pin(content(place)) /> })
            }}
            <form method="dialog">
                <button>{phrase("Close")}</button>
            </form>
        </dialog>
    }
}

/// The link and its QR code.
#[wasm_split(share, fallible)]
fn content(place: HtmlElement) -> Loaded {
    mount(place, || view! { <Content /> });
    Ok(())
}

/// What stands in the dialog while it is open.
#[component]
fn Content() -> impl IntoView {
    let page = use_page();
    let with_runs = RwSignal::new(true);
    let done = RwSignal::new("");
    let link = Memo::new(move |_| link_of(page, with_runs.get()));
    let address = Memo::new(move |_| link.with(|link| address_of(&link.to_text())));
    let field: NodeRef<Input> = NodeRef::new();
    let copy_it = move |_| {
        spawn_local(async move {
            let is_copied = is_done(copy(&address.get_untracked())).await;
            if let Some(field) = field.get_untracked().filter(|_| !is_copied) {
                field.select();
            }
            done.set(if is_copied {
                phrase("Copied.")
            } else {
                phrase(
                    "The browser blocked copying; the text is selected, so copy it from the field.",
                )
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
    let has_runs = move || !page.results().pins.runs.with(PinnedRuns::is_empty);
    view! {
        <p class="quiet">{phrase("Anyone who opens the link sees the same futures, with the same numbers.")}</p>
        <p class="share-link">
            <input type="text" readonly aria-label=phrase("Link") node_ref=field prop:value=move || address.get() />
            <button type="button" on:click=copy_it>{phrase("Copy")}</button>
            <button type="button" hidden=!can_hand_over() on:click=hand_it_over>{phrase("Share …")}</button>
        </p>
        <p role="status">{text(move || done.get().to_owned())}</p>
        <label hidden=move || !has_runs()>
            <input
                type="checkbox"
                prop:checked=move || with_runs.get()
                on:change=move |event| with_runs.set(event_target_checked(&event))
            />
            " " {phrase("with the pinned runs")}
        </label>
        <div inner_html=text(move || code().unwrap_or_default())></div>
        <p hidden=move || !too_long()>{phrase("The link is too long for a QR code; leave the pinned runs out.")}</p>
        <h3>{phrase("In the link")}</h3>
        <ul inner_html=text(move || link.with(markup::link_contents))></ul>
    }
}
