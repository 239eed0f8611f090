//! The guided start: three steps to a first insight. It comes by itself once, on a first visit that no
//! link brought about, and never again unless asked for.

use super::browser::elements::app_element;
use super::browser::storage::{load as load_text, store};
use super::page::{Page, use_page};
use super::parts::View;
use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::scenario::decision_ends::DECISIONS;
use crate::scenario::{Preset, Scenario, Value, parameter};
use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_split_helpers::wasm_split;
use web_sys::KeyboardEvent;

/// Where the browser stores that it was shown.
const KEY: &str = "districtwide.guided";
/// The decision that is moved.
const PACE: &str = "fast_slow";
/// What the second step does for who cannot, or does not want to, drag a slider.
const SLOWER: f64 = 0.6;

/// The steps: what is looked at stands out meanwhile (`data-guide` of the page, see the style sheet).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Answer,
    Move,
    Insight,
}

impl Step {
    fn number(self) -> u32 {
        self as u32 + 1
    }
}

/// Begins the guide by itself on a first visit that no link brought about.
pub fn begin_on_first_visit(page: Page) {
    let opens_by_itself = page.scenario.with_untracked(|s| *s == Scenario::from(Preset::Chicago));
    if load_text(KEY).is_none() && opens_by_itself {
        store(KEY, "shown");
        begin(page);
    }
}

/// Begins it.
pub fn begin(page: Page) {
    page.guide.set(Some(Step::Answer));
}

/// Whether there is a guide.
pub fn is_needed(page: Page) -> Signal<bool> {
    Signal::derive(move || page.guide.with(Option::is_some))
}

/// The guide's panel.
#[wasm_split(guide, fallible)]
pub fn load() -> View {
    let page = use_page();
    follow(page);
    listen(page);
    Ok(view! { <Panel /> }.into_any())
}

/// Marks the step on the page, and goes on when the person has moved a decision.
fn follow(page: Page) {
    let change_before = StoredValue::new(String::new());
    Effect::new(move |_| {
        let change = page.results.change.get();
        match page.guide.get() {
            Some(Step::Answer) => change_before.set_value(change),
            Some(Step::Move) if change_before.with_value(|before| *before != change) => {
                page.guide.set(Some(Step::Insight));
            }
            _ => {}
        }
    });
    Effect::new(move |_| {
        let step = page.guide.get();
        let Some(app) = app_element() else { return };
        let _ = match step {
            Some(step) => app.set_attribute("data-guide", &step.number().to_string()),
            None => app.remove_attribute("data-guide"),
        };
        if step == Some(Step::Move)
            && let Some(pace) = document().get_element_by_id(PACE)
            && let Ok(Some(decision)) = pace.closest(".decision")
        {
            decision.scroll_into_view();
        }
    });
}

/// Escape puts it away, so that it need not cover what has the focus.
fn listen(page: Page) {
    EventListener::new(&window(), "keydown", move |event| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            page.guide.set(None);
        }
    })
    .forget();
}

/// Moves the pace for the person.
fn slow_down(page: Page) {
    let Some(pace) = parameter(PACE) else { return };
    let scenario = page.scenario.get_untracked();
    if let Ok(slower) = scenario.with(pace, Value::Number(SLOWER)) {
        page.show(slower);
    }
}

/// The panel; nothing while there is no guide.
#[component]
fn Panel() -> impl IntoView {
    let page = use_page();
    let step = page.guide;
    let end = move |_| step.set(None);
    let panel = move || {
        let now = step.get()?;
        Some(view! {
            <section class="guide" aria-label=phrase("Guided start")>
                <p class="quiet">{phrase!("Step {number} of 3", number = now.number())}</p>
                <p role="status">{text(now)}</p>
                <p class="guide-buttons">
                    {match now {
                        Step::Answer => {
                            view! {
                                <button type="button" on:click=move |_| step.set(Some(Step::Move))>
                                    {phrase("Next")}
                                </button>
                            }
                                .into_any()
                        }
                        Step::Move => {
                            view! {
                                <button type="button" on:click=move |_| slow_down(page)>
                                    {phrase("Move it for me")}
                                </button>
                            }
                                .into_any()
                        }
                        Step::Insight => ().into_any(),
                    }}
                    <button type="button" on:click=end>
                        {phrase(if now == Step::Insight { to_phrase("Go on by myself") } else { to_phrase("Skip") })}
                    </button>
                </p>
            </section>
        })
    };
    view! { {panel} }
}

fn text(step: Step) -> String {
    match step {
        Step::Answer => phrase(
            "This is Chicago in 2016, when 21 schools taught in a new way. The sentence at the top is the \
             answer of hundreds of simulated futures: when there are 100, and what is left in the end.",
        )
        .to_owned(),
        Step::Move => {
            let pace = DECISIONS.iter().find(|ends| ends.key == PACE);
            phrase!(
                "Now decide otherwise: move \u{201c}{question}\u{201d} towards slow and steady, and watch \
                 the curves.",
                question = phrase(pace.map_or("", |ends| ends.question)),
            )
        }
        Step::Insight => phrase(
            "The line under the chart says what your move did, and through what. Pin this run under \
             \u{201c}Compare\u{201d} and try another; there is no best score, only what each choice costs.",
        )
        .to_owned(),
    }
}
