//! Binds the fields of markup to the scenario: what is set in a field goes to the scenario, and what
//! changes in the scenario goes to the field. The markup is made in [`crate::markup`]. What is typed is read in
//! `ui::details::typed`, which comes with the fields that one can type into.

use super::browser::elements::{all, set_texts};
use super::browser::reactive::effect;
use super::page::Page;
use crate::markup::chart::VIEW;
use crate::scenario::decision_ends::DECISIONS;
use crate::scenario::{Parameter, Value, parameter, parameters};
use crate::summary::format_position;
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement};

#[wasm_bindgen]
extern "C" {
    /// An input or a select: what they have in common.
    #[wasm_bindgen(extends = Element)]
    pub(super) type Control;
    #[wasm_bindgen(method, getter)]
    pub(super) fn name(this: &Control) -> String;
    #[wasm_bindgen(method, getter, js_name = type)]
    pub(super) fn kind(this: &Control) -> String;
    #[wasm_bindgen(method, getter)]
    pub(super) fn value(this: &Control) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_value(this: &Control, value: &str);
    #[wasm_bindgen(method, getter)]
    fn checked(this: &Control) -> bool;
    #[wasm_bindgen(method, setter)]
    fn set_checked(this: &Control, checked: bool);
}

/// The kind of a control that one types into.
pub(super) const TYPED: &str = "text";

/// Binds all fields of this element, and those that will be added to it, to the scenario.
pub fn bind(page: Page, form: Element) {
    let shown = StoredValue::new(page.scenario.get_untracked());
    let form = StoredValue::new_local(form);
    effect(move || {
        let scenario = page.scenario.get();
        let before = shown.get_value();
        shown.set_value(scenario);
        form.with_value(|form| {
            for parameter in parameters() {
                let value = (parameter.get)(&scenario);
                if value != (parameter.get)(&before) {
                    show(form, parameter, value);
                }
            }
        });
    });
    effect(move || {
        let view = page.view.get();
        form.with_value(|form| {
            controls(form, VIEW).for_each(|c| c.set_checked(c.value() == view.name()));
        });
    });
    form.with_value(|form| {
        listen(form, "input", slide, page);
        listen(form, "change", take, page);
    });
}

/// Gives the parts of a strip the lengths of their shares: the page's policy allows no style in a text.
pub fn draw_shares(aside: &Element) {
    for part in all(aside, "[data-share]") {
        let share = part.get_attribute("data-share").unwrap_or_default();
        let _ = part.unchecked_ref::<HtmlElement>().style().set_property("flex-grow", &share);
    }
}

/// Calls `answer` with each such event in the form, for as long as the page lives. It listens on the way
/// down, because a `toggle` does not come up again.
fn listen(form: &Element, kind: &'static str, answer: fn(Page, &Element, &Event), page: Page) {
    let inside = form.clone();
    let on_the_way_down = EventListenerOptions::run_in_capture_phase();
    let answer = move |event: &Event| answer(page, &inside, event);
    EventListener::new_with_options(form, kind, on_the_way_down, answer).forget();
}

/// Sliders follow the hand; what is chosen counts once it is done.
fn slide(page: Page, form: &Element, event: &Event) {
    if event_target::<Control>(event).kind() == "range" {
        take(page, form, event);
    }
}

/// The controls of a parameter: one; or three for the stages, two for an answer.
pub(super) fn controls(form: &Element, key: &str) -> impl Iterator<Item = Control> + use<> {
    all(form, &format!("[name={key}]")).map(JsCast::unchecked_into)
}

/// Takes what is chosen over into the scenario; the view is no part of it.
fn take(page: Page, form: &Element, event: &Event) {
    let control = event_target::<Control>(event);
    let name = control.name();
    if name == VIEW {
        return page.look_at(&control.value());
    }
    let Some(parameter) = parameter(&name).filter(|_| control.kind() != TYPED) else { return };
    let chosen = parameter.parse(&control.value()).ok();
    let is_taken = chosen.is_some_and(|value| page.change(parameter, value).is_ok());
    if !is_taken {
        // None of the choices that it offers is refused, so this is one that somebody else put there.
        show(form, parameter, (parameter.get)(&page.scenario.get_untracked()));
    }
}

/// Shows a value; what was wrong with an earlier one goes.
pub(super) fn show(form: &Element, parameter: &Parameter, value: Value) {
    let text = value.to_string();
    let typed = parameter.in_fields(value);
    let mut numbers = typed.split(" / ");
    for control in controls(form, parameter.key) {
        match control.kind().as_str() {
            "radio" => control.set_checked(control.value() == text),
            "range" => {
                control.set_value(&text);
                let position = format_position(parameter, value);
                let _ = control.set_attribute("aria-valuetext", &position);
                set_texts(form, &format!("#{}-output", parameter.key), [position.as_str()]);
            }
            TYPED => control.set_value(numbers.next().unwrap_or_default()),
            // A choice.
            _ => control.set_value(&text),
        }
        let decision = DECISIONS.iter().find(|decision| decision.key == parameter.key);
        if let (Some(ends), Some(place)) = (decision, control.parent_element()) {
            let _ = place.set_attribute("data-side", ends.side(value.number()));
        }
    }
    show_problem(form, parameter, "");
}

/// Shows what is wrong with a parameter; an empty text if nothing is.
pub(super) fn show_problem(form: &Element, parameter: &Parameter, problem: &str) {
    set_texts(form, &format!("#{}-problem", parameter.key), [problem]);
    let invalid = if problem.is_empty() { "false" } else { "true" };
    for control in controls(form, parameter.key) {
        let _ = control.set_attribute("aria-invalid", invalid);
    }
}
