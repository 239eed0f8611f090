//! The guided start as a panel at the top of the page.

use super::browser::elements::app_element;
use super::browser::reactive::effect;
use super::page::{Page, use_page};
use super::parts::{Loaded, mount};
use crate::language::phrase;
use crate::state::guide::{Guide, PACE, Step, StepAction, slowed_down};
use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_split_helpers::wasm_split;
use web_sys::{HtmlElement, KeyboardEvent};

/// The guide's panel, and the marks of its step on the page.
#[wasm_split(guide, fallible)]
pub fn load(place: HtmlElement) -> Loaded {
    let page = use_page();
    let guide = RwSignal::new(Guide::default());
    follow(page, guide);
    EventListener::new(&window(), "keydown", move |event| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            page.wants_guide.set(false);
        }
    })
    .forget();
    mount(place, move || view! { <Panel guide /> });
    Ok(())
}

/// Begins and ends it when the page wants it, and goes on when the person has moved a decision.
fn follow(page: Page, guide: RwSignal<Guide>) {
    let change = page.results().change;
    effect(move || {
        let is_wanted = page.wants_guide.get();
        guide.update(|guide| match is_wanted {
            true => guide.begin(&change.get_untracked()),
            false => guide.dismiss(),
        });
    });
    effect(move || {
        let change = change.get();
        guide.update(|guide| {
            guide.change_shown(&change);
        });
    });
    let step = Memo::new(move |_| guide.with(Guide::step));
    effect(move || mark(step.get()));
}

/// Marks the step on the page for the style sheet, and scrolls to the decision that is to be moved.
fn mark(step: Option<Step>) {
    let Some(app) = app_element() else { return };
    let _ = match step {
        Some(step) => app.set_attribute("data-guide", &step.number().to_string()),
        None => app.remove_attribute("data-guide"),
    };
    let decision = || document().get_element_by_id(PACE)?.closest(".decision").ok()?;
    if step.is_some_and(Step::needs_decision_in_view)
        && let Some(decision) = decision()
    {
        decision.scroll_into_view();
    }
}

/// The panel; nothing while there is no guide.
#[component]
fn Panel(guide: RwSignal<Guide>) -> impl IntoView {
    let page = use_page();
    let act = move |action| match action {
        StepAction::GoOn => guide.update(Guide::go_on),
        StepAction::MoveForMe => {
            if let Some(slower) = slowed_down(&page.scenario.get_untracked()) {
                page.show(slower);
            }
        }
    };
    let step = Memo::new(move |_| guide.with(Guide::step));
    move || {
        let step = step.get()?;
        let action = step.action().map(|action| {
            view! {
                <button type="button" on:click=move |_| act(action)>
                    {action.label()}
                </button>
            }
        });
        Some(view! {
            <section class="guide" aria-label=phrase("Guided start")>
                <p class="quiet">{step.label()}</p>
                <p role="status">{step.text()}</p>
                <p class="guide-buttons">
                    {action}
                    <button type="button" on:click=move |_| page.wants_guide.set(false)>
                        {step.dismiss_label()}
                    </button>
                </p>
            </section>
        })
    }
}
