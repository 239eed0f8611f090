//! The response strips: under each lever, how the district would come out over its whole range. They are counted in
//! the background once the headline allows for what nobody knows, and until then, or while they are stale, say so.

mod drawing;

use super::browser::reactive::effect;
use super::page::{Page, use_page};
use super::parts::Loaded;
use super::runner::Purpose;
use super::yield_to_browser;
use crate::scenario::Scenario;
use crate::state::strips::{Step, Strips};
use crate::summary::compare::Worlds;
use crate::summary::strips::in_headline;
use drawing::Drawings;
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::wasm_split;
use web_sys::{Element, HtmlElement};

/// What is counted, and what is drawn of it.
struct State {
    strips: Strips,
    drawings: Drawings,
}

type Handle = StoredValue<State, LocalStorage>;

/// Puts the strips under their levers. `_place` stays empty: it is where it is reported that they are missing.
#[wasm_split(strips, fallible)]
pub fn load(_place: HtmlElement) -> Loaded {
    let page = use_page();
    let Some(form) = page.form() else { return Ok(()) };
    let state = State { strips: Strips::default(), drawings: Drawings::new(form.clone()) };
    let state: Handle = StoredValue::new_local(state);
    follow_sections(page, state, &form);
    effect(move || {
        let scenario = page.scenario.get();
        stop_unless_wanted(page, state, &scenario);
        // After the frame of the move, which has enough to do.
        later(page, state);
    });
    effect(move || {
        page.results().digest.track();
        draw(page, state);
        go_on(page, state);
    });
    Ok(())
}

/// A section has its levers only once it is open.
fn follow_sections(page: Page, state: Handle, form: &Element) {
    let capture = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(form, "toggle", capture, move |_| {
        // After whoever fills it.
        later(page, state);
    })
    .forget();
}

/// Draws the strips of what is set.
fn draw(page: Page, state: Handle) {
    let scenario = page.scenario.get_untracked();
    let now = counted(page, &scenario).and_then(|worlds| in_headline(&worlds));
    let draw_all = |State { strips, drawings }: &mut State| drawings.draw(strips, &scenario, now);
    if state.try_update_value(draw_all) == Some(true) {
        later(page, state);
    }
}

/// Draws them in a task of its own, and simulates what they need next.
fn later(page: Page, state: Handle) {
    spawn_local(async move {
        yield_to_browser().await;
        draw(page, state);
        go_on(page, state);
    });
}

/// Stops what is under way if a change has made it useless.
fn stop_unless_wanted(page: Page, state: Handle, scenario: &Scenario) {
    let stopped = state.try_update_value(|State { strips, .. }| match strips.is_wanted(scenario) {
        true => None,
        false => strips.stop(),
    });
    for batch in stopped.flatten().iter().flat_map(|step| &step.batches) {
        page.cancel_batch(batch, Purpose::Strips);
    }
}

/// The worlds of the headline, once it allows for what nobody knows. Then the page has stood still for half a second,
/// and strips delay nothing that a person waits for.
fn counted(page: Page, scenario: &Scenario) -> Option<Arc<Worlds>> {
    let worlds = page.results().digest_of(scenario)?.worlds.clone();
    worlds.filter(|worlds| worlds.are_enough())
}

/// Simulates what the strips need next, unless something is under way.
fn go_on(page: Page, state: Handle) {
    let scenario = page.scenario.get_untracked();
    if counted(page, &scenario).is_none() {
        return;
    }
    let next = move || {
        state.try_update_value(|State { strips, drawings }| {
            let is_free = strips.under_way().is_none();
            let step = strips.next(&scenario, &drawings.levers()).filter(|_| is_free)?;
            Some((step.clone(), strips.begin(step)))
        })
    };
    while let Some((step, has_futures)) = next().flatten() {
        if has_futures {
            return simulate(page, state, step);
        }
        draw(page, state);
    }
}

fn simulate(page: Page, state: Handle, step: Step) {
    let step = Rc::new(step);
    for (place, batch) in step.batches.iter().enumerate() {
        let step = step.clone();
        page.simulate_batch(
            batch.clone(),
            Purpose::Strips,
            Box::new(move |ensemble| {
                let is_complete = state.try_update_value(|State { strips, .. }| {
                    strips.record(&step, place, &ensemble)
                });
                if is_complete == Some(true) {
                    draw(page, state);
                    go_on(page, state);
                }
            }),
        );
    }
}
