//! Undo and redo. The browser's back and forward walk through the same scenarios, but may leave the page;
//! these never do.

use crate::language::phrase;
use crate::scenario::Scenario;
use crate::ui::page::{Page, use_page};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

/// Time without a change after which a step can be undone, milliseconds: a drag is one step.
const SETTLED: u32 = 300;
/// Steps that can be undone at the most.
const MOST_STEPS: usize = 200;

/// The scenarios before and after the one that stands.
#[derive(Clone, Copy)]
struct Steps {
    page: Page,
    past: RwSignal<Vec<Scenario>>,
    future: RwSignal<Vec<Scenario>>,
    /// The scenario that stands between them.
    now: StoredValue<Scenario>,
}

impl Steps {
    fn new(page: Page) -> Self {
        let steps = Self {
            page,
            past: RwSignal::new(Vec::new()),
            future: RwSignal::new(Vec::new()),
            now: StoredValue::new(page.scenario.get_untracked()),
        };
        let settling: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
        Effect::new(move |_| {
            page.scenario.track();
            settling.set_value(Some(Timeout::new(SETTLED, move || steps.settle())));
        });
        steps
    }

    /// Makes a step of what has changed since the last one.
    fn settle(self) {
        let scenario = self.page.scenario.get_untracked();
        let before = self.now.get_value();
        if scenario == before {
            return;
        }
        self.now.set_value(scenario);
        self.future.set(Vec::new());
        self.past.update(|past| {
            past.push(before);
            let too_many = past.len().saturating_sub(MOST_STEPS);
            past.drain(..too_many);
        });
    }

    /// Goes one step from one pile to the other.
    fn go(self, from: RwSignal<Vec<Scenario>>, to: RwSignal<Vec<Scenario>>) {
        self.settle();
        let Some(scenario) = from.try_update(Vec::pop).flatten() else { return };
        to.update(|to| to.push(self.now.get_value()));
        self.now.set_value(scenario);
        self.page.show(scenario);
    }

    fn undo(self) {
        self.go(self.past, self.future);
    }

    fn redo(self) {
        self.go(self.future, self.past);
    }

    /// The keys that people know. In a field of text they belong to the text.
    fn listen(self) {
        EventListener::new(&window(), "keydown", move |event| {
            let event: &KeyboardEvent = event.unchecked_ref();
            if !(event.ctrl_key() || event.meta_key()) || is_in_text(event) {
                return;
            }
            match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
                ("z", false) => self.undo(),
                ("z", true) | ("y", _) => self.redo(),
                _ => {}
            }
        })
        .forget();
    }
}

/// Whether the event is of a field of text.
fn is_in_text(event: &KeyboardEvent) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| field.type_() == "text")
}

/// The two buttons.
#[component]
pub fn Undo() -> impl IntoView {
    let steps = Steps::new(use_page());
    steps.listen();
    let button = |label, pile: RwSignal<Vec<Scenario>>, step: fn(Steps)| {
        let is_empty = move || pile.with(Vec::is_empty);
        view! {
            <button type="button" disabled=is_empty on:click=move |_| step(steps)>
                {label}
            </button>
        }
    };
    (
        button(phrase("Undo"), steps.past, Steps::undo),
        button(phrase("Redo"), steps.future, Steps::redo),
    )
}
