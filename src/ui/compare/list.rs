//! The pinned runs as a list, each with what can be done to it.

use super::{PIN, Pins};
use crate::language::phrase;
use crate::phrase;
use crate::scenario::{MAX_NAME_LENGTH, Scenario};
use crate::state::pins::{PinnedRun, PinnedRuns};
use crate::summary::futures_so_far;
use crate::ui::browser::focus::{focus, focus_on};
use crate::ui::browser::reactive::text;
use crate::ui::page::{Page, use_page};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::{Element, MouseEvent};

/// How often the progress of a run that is simulated is read, milliseconds.
const TICK_MS: u32 = 500;

/// All pinned runs.
#[component]
pub fn List(pins: Pins) -> impl IntoView {
    let ids =
        move || pins.runs.with(|pinned| pinned.runs().iter().map(|run| run.id).collect::<Vec<_>>());
    view! {
        <ul class="runs">
            <For each=ids key=|id| *id let:id>
                <Run pins id />
            </For>
        </ul>
        // What differs since runs were made with an earlier version of the model.
        <p class="note">{text(move || pins.runs.with(PinnedRuns::differences).join(" "))}</p>
    }
}

#[component]
fn Run(pins: Pins, id: u32) -> impl IntoView {
    let page = use_page();
    // A memo: results that come in must not put the name back while another one is typed.
    let name = Memo::new(move |_| read(pins, id, |run| run.kept.name.clone()).unwrap_or_default());
    let class = move || read(pins, id, |run| format!("swatch run-{}", run.kept.color));
    // None once it is complete.
    let simulated = move || {
        let run = |run: &PinnedRun| run.digest.is_none().then_some(run.kept.scenario);
        read(pins, id, run).flatten()
    };
    let progress = move || match simulated() {
        Some(scenario) => progress(page, &scenario),
        None => String::new(),
    };
    let is_baseline = Memo::new(move |_| {
        pins.runs.with(|runs| PinnedRuns::baseline(runs).is_some_and(|run| run.id == id))
    });
    let rename =
        move |event| pins.change(page, |runs| runs.rename(id, &event_target_value(&event)));
    let show = move |_| {
        if let Some(scenario) = untrack(|| read(pins, id, |run| run.kept.scenario)) {
            page.open_whole(scenario, Some(name.get_untracked()));
        }
    };
    let drop_it = move |event: MouseEvent| {
        focus_beside(&event_target::<Element>(&event));
        pins.drop_run(page, id);
    };
    view! {
        <li>
            <button
                type="button"
                class=class
                aria-label=text(move || phrase!("Another color for {run}", run = name.get()))
                on:click=move |_| pins.change(page, |runs| runs.recolor(id))
            ></button>
            <input
                type="text"
                dir="auto"
                maxlength=MAX_NAME_LENGTH
                aria-label=text(move || phrase!("Name of {run}", run = name.get()))
                prop:value=move || name.get()
                on:change=rename
            />
            <label>
                <input
                    type="radio"
                    name="baseline"
                    prop:checked=move || is_baseline.get()
                    on:change=move |_| pins.change(page, |runs| runs.set_baseline(id))
                />
                {phrase("baseline")}
            </label>
            <button
                type="button"
                aria-label=text(move || phrase!("Show {run}", run = name.get()))
                on:click=show
            >
                {phrase("Show")}
            </button>
            <button
                type="button"
                aria-label=text(move || phrase!("Remove {run}", run = name.get()))
                on:click=drop_it
            >
                {phrase("Remove")}
            </button>
            <span class="quiet" data-testid="pinned-progress">{ticking(progress)}</span>
        </li>
    }
}

/// Moves the focus from the button that drops a run to that of the next one, or of the one before it; without
/// another run to the button that pins one.
fn focus_beside(button: &Element) {
    let run = button.parent_element();
    let beside = run.and_then(|run| run.next_element_sibling().or(run.previous_element_sibling()));
    match beside.and_then(|run| run.query_selector("button:last-of-type").ok()?) {
        Some(button) => focus_on(&button),
        None => focus(PIN),
    }
}

/// How far a pinned run is simulated.
fn progress(page: Page, scenario: &Scenario) -> String {
    match page.progress_in_background(scenario) {
        Some(done) => futures_so_far(done, scenario),
        None => phrase("simulating …").to_owned(),
    }
}

/// A text that is read again twice a second for as long as there is one.
fn ticking(read: impl Fn() -> String + Copy + 'static) -> impl Fn() -> String + 'static {
    let tick = RwSignal::new(false);
    let again: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
    move || {
        tick.track();
        let text = read();
        let next = || Timeout::new(TICK_MS, move || tick.update(|tick| *tick = !*tick));
        again.set_value((!text.is_empty()).then(next));
        text
    }
}

/// Reads something of a run; none once it is dropped.
fn read<T>(pins: Pins, id: u32, value: impl FnOnce(&PinnedRun) -> T) -> Option<T> {
    pins.runs.with(|runs| runs.find(id).map(value))
}
