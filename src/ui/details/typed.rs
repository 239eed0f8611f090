//! What is typed into the fields of numbers: read once it is done, in the visitor's format.

use crate::language::phrase;
use crate::markup::your_district::{FIELDS, FOLLOWED};
use crate::phrase;
use crate::scenario::{Parameter, Problems, Scenario, parameter};
use crate::state::sizing;
use crate::ui::browser::elements::set_texts;
use crate::ui::form::{Control, TYPED, controls, show, show_problem};
use crate::ui::page::Page;
use gloo_events::EventListener;
use leptos::prelude::*;
use web_sys::Element;

/// Handles the fields for as long as the page lives.
pub fn listen(page: Page) {
    let Some(form) = page.form() else { return };
    let inside = form.clone();
    EventListener::new(&form, "change", move |event| {
        let control = event_target::<Control>(event);
        if let Some(parameter) = parameter(&control.name()).filter(|_| control.kind() == TYPED) {
            take(page, &inside, parameter);
        }
    })
    .forget();
    take_earlier(page, &form);
}

/// Takes what was typed into the fields at the top before this could be read.
fn take_earlier(page: Page, form: &Element) {
    let has_focus = |control: &Control| document().active_element().is_some_and(|e| e == **control);
    for parameter in FIELDS.into_iter().filter_map(parameter) {
        let shown = format_in_fields(parameter, &page.scenario.get_untracked());
        let mut fields = controls(form, parameter.key);
        if fields.any(|field| !has_focus(&field) && field.value() != shown) {
            take(page, form, parameter);
        }
    }
}

/// Takes what the fields of a parameter say over into the scenario, and shows it as it was understood. A refused
/// text stays in its field, with a sentence on what is kept.
fn take(page: Page, form: &Element, parameter: &Parameter) {
    let texts: Vec<String> = controls(form, parameter.key).map(|field| field.value()).collect();
    let read = parameter.read_typed(&texts).map_err(Problems::from);
    let before = page.scenario.get_untracked();
    let taken = read.and_then(|value| sizing::change(&before, parameter, value));
    let followed = match taken {
        Ok((scenario, followed)) => {
            page.show(scenario);
            show(form, parameter, (parameter.get)(&scenario));
            followed.unwrap_or_default()
        }
        Err(problems) => {
            let kept = match format_in_fields(parameter, &before) {
                none if none.is_empty() => phrase("none").to_owned(),
                kept => kept,
            };
            let sentence = phrase!("{problems} The page keeps {kept}.", problems, kept);
            show_problem(form, parameter, &sentence);
            String::new()
        }
    };
    set_texts(form, &format!("#{FOLLOWED}"), [followed.as_str()]);
}

/// What the fields show of a scenario.
fn format_in_fields(parameter: &Parameter, scenario: &Scenario) -> String {
    parameter.in_fields((parameter.get)(scenario))
}
