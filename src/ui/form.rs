//! Binds the fields of markup to the scenario: what is set in a field goes to the scenario, and what
//! changes in the scenario goes to the field. The markup is made in [`crate::markup`].

use super::browser::elements::{all, set_texts};
use super::browser::reactive::effect;
use super::page::Page;
use crate::language::{with_decimal_mark};
use crate::markup::chart::VIEW;
use crate::phrase;
use crate::scenario::decision_ends::DECISIONS;
use crate::scenario::{Parameter, Problems, Value, parameter, parameters};
use crate::summary::format_position;
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement};

#[wasm_bindgen]
extern "C" {
    /// An input or a select: what they have in common.
    #[wasm_bindgen(extends = Element)]
    type Control;
    #[wasm_bindgen(method, getter)]
    fn name(this: &Control) -> String;
    #[wasm_bindgen(method, getter, js_name = type)]
    fn kind(this: &Control) -> String;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Control) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_value(this: &Control, value: &str);
    #[wasm_bindgen(method, getter)]
    fn checked(this: &Control) -> bool;
    #[wasm_bindgen(method, setter)]
    fn set_checked(this: &Control, checked: bool);
}

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

/// Sliders follow the hand; what is typed or chosen counts once it is done.
fn slide(page: Page, form: &Element, event: &Event) {
    if event_target::<Control>(event).kind() == "range" {
        take(page, form, event);
    }
}

/// The controls of a parameter: one; or three for the stages, two for an answer.
fn controls(form: &Element, key: &str) -> impl Iterator<Item = Control> + use<> {
    all(form, &format!("[name={key}]")).map(JsCast::unchecked_into)
}

/// Takes what the controls of a parameter say over into the scenario; the view is no part of it. A
/// refused text stays in its field, with a sentence on what is kept.
fn take(page: Page, form: &Element, event: &Event) {
    let control = event_target::<Control>(event);
    let name = control.name();
    if name == VIEW {
        return page.look_at(&control.value());
    }
    let Some(parameter) = parameter(&name) else { return };
    let texts: Vec<String> = controls(form, parameter.key)
        .filter(|control| control.kind() != "radio" || control.checked())
        .map(|control| plain_number(&control.value()))
        .collect();
    let now = || page.scenario.with_untracked(|scenario| (parameter.get)(scenario));
    let before = now();
    let changed = parameter
        .parse(&texts.join(","))
        .map_err(Problems::from)
        .and_then(|value| page.change(parameter, value));
    let kept = now();
    match changed {
        // What differs from before is shown with the scenario.
        Ok(()) if kept != before => {}
        Ok(()) => show(form, parameter, kept),
        Err(problems) => {
            let sentence = phrase!("{problems} The page keeps {kept}.", problems, kept);
            show_problem(form, parameter, &sentence);
        }
    }
}

/// Shows a value; what was wrong with an earlier one goes.
fn show(form: &Element, parameter: &Parameter, value: Value) {
    let text = value.to_string();
    let mut numbers = text.split(',');
    for control in controls(form, parameter.key) {
        match control.kind().as_str() {
            "radio" => control.set_checked(control.value() == text),
            "range" => {
                control.set_value(&text);
                let position = format_position(parameter, value);
                let _ = control.set_attribute("aria-valuetext", &position);
                set_texts(form, &format!("#{}-output", parameter.key), [position.as_str()]);
            }
            _ => {
                let digits = numbers.next().unwrap_or_default().to_owned();
                control.set_value(&with_decimal_mark(digits));
            }
        }
        let decision = DECISIONS.iter().find(|decision| decision.key == parameter.key);
        if let (Some(ends), Some(place)) = (decision, control.parent_element()) {
            let _ = place.set_attribute("data-side", ends.side(value.number()));
        }
    }
    show_problem(form, parameter, "");
}

/// Shows what is wrong with a parameter; an empty text if nothing is.
fn show_problem(form: &Element, parameter: &Parameter, problem: &str) {
    set_texts(form, &format!("#{}-problem", parameter.key), [problem]);
    let invalid = if problem.is_empty() { "false" } else { "true" };
    for control in controls(form, parameter.key) {
        let _ = control.set_attribute("aria-invalid", invalid);
    }
}
