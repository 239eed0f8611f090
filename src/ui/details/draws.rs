//! The buttons among the fields: what draws something at random, and what takes a change back.

use crate::markup::changes::TAKE_BACK;
use crate::scenario::{Scenario, parameter};
use crate::state::draws::{with_seed, with_surveyed_decisions};
use crate::ui::browser::focus::focus;
use crate::ui::page::Page;
use gloo_events::EventListener;
use leptos::prelude::*;
use rand::TryRng;
use rand::rngs::SysRng;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Handles the buttons for as long as the page lives.
pub fn listen(page: Page) {
    let Some(form) = page.form() else { return };
    EventListener::new(&form, "click", move |event| {
        match attribute(event, "data-action").as_deref() {
            Some("draw-surveyed") => draw(page, with_surveyed_decisions),
            // How much of what is on the screen is luck?
            Some("other-luck") => draw(page, with_seed),
            Some(TAKE_BACK) => take_back(page, &attribute(event, "value").unwrap_or_default()),
            _ => {}
        }
    })
    .forget();
}

fn attribute(event: &Event, name: &str) -> Option<String> {
    event.target()?.dyn_into::<Element>().ok()?.get_attribute(name)
}

/// Gives a setting the value again that it had when the scenario was opened.
fn take_back(page: Page, key: &str) {
    let Some(row) = parameter(key) else { return };
    let before = page.origin.with_untracked(|origin| (row.get)(origin));
    if let Err(problems) = page.change(row, before) {
        page.notice.set(Some(problems.to_string()));
    }
    // The button is gone, and the list with the last one.
    focus("#changes summary");
}

/// Shows a scenario that is drawn from the one on the page, if the browser has randomness to give.
fn draw(page: Page, drawn: fn(&Scenario, u32) -> Option<Scenario>) {
    let seed = SysRng.try_next_u32().ok();
    if let Some(scenario) = seed.and_then(|seed| drawn(&page.scenario.get_untracked(), seed)) {
        page.show(scenario);
    }
}
