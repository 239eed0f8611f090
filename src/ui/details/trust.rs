//! How far to trust this: what the model's tests claim and what came out of them, and the real cases with what the
//! model missed.

use crate::language::phrase;
use crate::ui::browser::disclosure::has_opened;
use crate::ui::browser::fetch::{fetch_text, missing};
use crate::ui::browser::reactive::text;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

/// A file that native tests write in every language; it is fetched only when somebody wants to read it.
#[derive(Clone, Copy)]
struct Fragment {
    file: &'static str,
    content: RwSignal<String>,
    is_loaded: StoredValue<bool>,
}

impl Fragment {
    fn new(file: &'static str) -> Self {
        Self { file, content: RwSignal::new(String::new()), is_loaded: StoredValue::new(false) }
    }

    /// Fills its section when that is first opened.
    fn fill(self, event: &Event) {
        if has_opened(event) && !self.is_loaded.get_value() {
            spawn_local(async move {
                let fragment = fetch_text(self.file).await;
                self.is_loaded.set_value(fragment.is_some());
                self.content.set(fragment.unwrap_or_else(missing));
            });
        }
    }
}

/// The section, and in it that of the cases (`tests/trust`, `tests/cases`).
#[component]
pub fn Trust() -> impl IntoView {
    let [claims, cases] = ["trust.html", "cases.html"].map(Fragment::new);
    view! {
        <section aria-labelledby="trust-title">
            <details id="trust-section" on:toggle=move |event| claims.fill(&event)>
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
                <div inner_html=text(move || claims.content.get())></div>
                <details id="cases-section" on:toggle=move |event| cases.fill(&event)>
                    <summary>
                        <h3>{phrase("Real districts, and where the model missed")}</h3>
                    </summary>
                    <div inner_html=text(move || cases.content.get())></div>
                </details>
            </details>
        </section>
    }
}
