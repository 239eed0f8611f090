//! The guided start: three steps to a first insight. It comes by itself once, on a first visit that no
//! link brought about, and never again unless asked for.

use super::state::Companion;
use super::storage::{keep, kept};
use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::scenario::decision_ends::DECISIONS;
use crate::scenario::{Preset, Scenario, Value, parameter};
use crate::ui::between::{self, SHOW, say};
use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Where the browser keeps that it was shown.
const KEY: &str = "districtwide.guided";
/// The decision that is moved.
const PACE: &str = "fast_slow";
/// What the second step does for who cannot, or does not want to, drag a slider.
const SLOWER: f64 = 0.6;

/// The steps: what is looked at stands out meanwhile (`data-guide` of the page, see the style sheet).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Answer,
    Move,
    Insight,
}

impl Step {
    fn number(self) -> u32 {
        self as u32 + 1
    }
}

/// The guide, and the button that asks for it.
#[derive(Clone, Copy)]
pub struct Guide {
    step: RwSignal<Option<Step>>,
    companion: Companion,
}

impl Guide {
    /// A guide that begins by itself on a first visit.
    pub fn new(companion: Companion) -> Self {
        let opens_as_it_comes =
            companion.scenario.with_untracked(|s| *s == Scenario::from(Preset::Chicago));
        let first = kept(KEY).is_none() && opens_as_it_comes;
        let guide = Self { step: RwSignal::new(first.then_some(Step::Answer)), companion };
        if first {
            keep(KEY, "shown");
        }
        guide.follow();
        guide.listen();
        guide
    }

    /// Begins it again.
    pub fn begin(self) {
        self.step.set(Some(Step::Answer));
    }

    /// Marks the step on the page, and goes on when the person has moved a decision.
    fn follow(self) {
        let said_before = StoredValue::new(String::new());
        Effect::new(move |_| {
            let change = self.companion.change.get();
            match self.step.get() {
                Some(Step::Answer) => said_before.set_value(change),
                Some(Step::Move) if said_before.with_value(|before| *before != change) => {
                    self.step.set(Some(Step::Insight));
                }
                _ => {}
            }
        });
        Effect::new(move |_| {
            let Some(place) = between::place() else { return };
            let _ = match self.step.get() {
                Some(step) => place.set_attribute("data-guide", &step.number().to_string()),
                None => place.remove_attribute("data-guide"),
            };
            if self.step.get() == Some(Step::Move)
                && let Ok(Some(pace)) = place.query_selector(".decision")
            {
                pace.scroll_into_view();
            }
        });
    }

    /// Escape puts it away, so that it need not cover what has the focus.
    fn listen(self) {
        EventListener::new(&window(), "keydown", move |event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                self.step.set(None);
            }
        })
        .forget();
    }

    /// Moves the pace for the person.
    fn slow_down(self) {
        let Some(pace) = parameter(PACE) else { return };
        let scenario = self.companion.scenario.get_untracked();
        if let Ok(slower) = scenario.with(pace, Value::Number(SLOWER)) {
            say(SHOW, &slower.to_link().into());
        }
    }
}

/// The panel; nothing while there is no guide.
#[component]
pub fn Panel(guide: Guide) -> impl IntoView {
    let step = guide.step;
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
                                <button type="button" on:click=move |_| guide.slow_down()>
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
