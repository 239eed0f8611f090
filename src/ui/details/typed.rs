//! What is typed into the fields of numbers: read once it is done, in the visitor's format.

use crate::phrase;
use crate::scenario::{Parameter, Problems, parameter};
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
}

/// Takes what the fields of a parameter say over into the scenario, and shows it as it was understood. A refused
/// text stays in its field, with a sentence on what is kept.
fn take(page: Page, form: &Element, parameter: &Parameter) {
    let texts: Vec<String> = controls(form, parameter.key).map(|field| field.value()).collect();
    let read = parameter.read_typed(&texts).map_err(Problems::from);
    let taken = read.and_then(|value| page.change(parameter, value));
    let now = page.scenario.with_untracked(|scenario| (parameter.get)(scenario));
    match taken {
        Ok(()) => show(form, parameter, now),
        Err(problems) => {
            let kept = now.in_fields();
            let sentence = phrase!("{problems} The page keeps {kept}.", problems, kept);
            show_problem(form, parameter, &sentence);
        }
    }
}
