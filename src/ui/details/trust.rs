//! How far to trust this: what the model's tests claim and what came out of them.

use crate::language::phrase;
use crate::ui::browser::disclosure::has_opened;
use crate::ui::browser::fetch::{fetch_text, missing};
use crate::ui::browser::reactive::text;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Written by the tests themselves (`tests/trust`) in every language, and fetched only when somebody wants
/// to read it.
const FRAGMENT: &str = "trust.html";

/// The section; it is filled when it is first opened.
#[component]
pub fn Trust() -> impl IntoView {
    let content = RwSignal::new(String::new());
    let loaded = StoredValue::new(false);
    let toggle = move |event| {
        if has_opened(&event) && !loaded.get_value() {
            spawn_local(async move {
                let fragment = fetch_text(FRAGMENT).await;
                loaded.set_value(fragment.is_some());
                content.set(fragment.unwrap_or_else(missing));
            });
        }
    };
    view! {
        <section aria-labelledby="trust-title">
            <details id="trust-section" on:toggle=toggle>
                <summary>
                    <h2 id="trust-title">{phrase("How far to trust this")}</h2>
                </summary>
                <p>
                    {phrase(
                        "The model makes claims that can be tested. Each is listed below with its \
                         result, written by the tests themselves. None of this shows that the model \
                         predicts.",
                    )}
                </p>
                <div inner_html=text(move || content.get())></div>
            </details>
        </section>
    }
}
