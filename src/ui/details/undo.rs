//! Undo and redo, by button and by key.

use crate::language::phrase;
use crate::scenario::Scenario;
use crate::state::history::{History, SETTLED_MS};
use crate::ui::browser::reactive::{effect, text};
use crate::ui::page::{Page, use_page};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

/// A step back or forward.
type Step = fn(&mut History, Scenario) -> Option<Scenario>;

/// The two buttons.
#[component]
pub fn Undo() -> impl IntoView {
    let page = use_page();
    let results = page.results();
    let history = results.history;
    settle(page);
    let go = move |step: Step| {
        let shown = page.scenario.get_untracked();
        if let Some(scenario) = history.try_update(|history| step(history, shown)).flatten() {
            page.show(scenario);
            results.go_to(page, scenario);
        }
    };
    listen(go);
    let button = move |label, can: fn(&History) -> bool, step: Step| {
        view! {
            <button
                type="button"
                aria-disabled=text(move || (!history.with(can)).to_string())
                on:click=move |_| go(step)
            >
                {label}
            </button>
        }
    };
    (
        button(phrase("Undo"), History::can_undo, History::undo),
        button(phrase("Redo"), History::can_redo, History::redo),
    )
}

/// Makes a step of each change once it has rested.
fn settle(page: Page) {
    let settling: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
    effect(move || {
        page.scenario.track();
        let settle = move || page.results().settle(page);
        settling.set_value(Some(Timeout::new(SETTLED_MS, settle)));
    });
}

/// The keys that people know. In a field of text they belong to the text.
fn listen(go: impl Fn(Step) + 'static) {
    EventListener::new(&window(), "keydown", move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if !(event.ctrl_key() || event.meta_key()) || is_in_text(event) {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => go(History::undo),
            ("z", true) | ("y", _) => go(History::redo),
            _ => {}
        }
    })
    .forget();
}

/// Whether the event is of something in which a person types: the key undoes the typing there.
fn is_in_text(event: &KeyboardEvent) -> bool {
    const NOT_TYPED_IN: [&str; 6] = ["range", "radio", "checkbox", "button", "file", "submit"];
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(field) => !NOT_TYPED_IN.contains(&field.type_().as_str()),
        None => target.matches("textarea, [contenteditable]").unwrap_or_default(),
    }
}
