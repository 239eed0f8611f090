//! All settings but the decisions, as markup: as typed views their fields weigh several times as much.
//! [`crate::ui::form`] handles what is set in them.

use crate::markup;
use crate::scenario::{Preset, Settings};
use crate::summary::{budget_in_all, typical_if_active};
use crate::ui::browser::disclosure::has_opened;
use crate::ui::browser::elements::set_texts;
use crate::ui::browser::reactive::effect;
use crate::ui::page::Page;
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Selects the place for the coaching budget of all schools.
const IN_ALL: &str = "[data-in-all]";
/// The attribute of a section without its fields; it names the group.
const EMPTY: &str = "data-section";

/// Launch, safeguards, district and advanced parameters, each group in a section.
pub fn show_settings(page: Page, place: &Element) {
    let on_toggle = move |event: &Event| {
        let section = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(section) = section.filter(|_| has_opened(event)) {
            page.scenario.with_untracked(|scenario| fill(&section, scenario));
        }
    };
    // The press on its title comes before the `toggle`: who tabs on at once must find the fields.
    let on_click = move |event: &Event| {
        let title = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let section = title.filter(|title| title.tag_name() == "SUMMARY");
        if let Some(section) = section.and_then(|title| title.parent_element()) {
            page.scenario.with_untracked(|scenario| fill(&section, scenario));
        }
    };
    EventListener::new(place, "click", on_click).forget();
    // In the capture phase, because a `toggle` does not bubble.
    let capture = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(place, "toggle", capture, on_toggle).forget();
    place.set_inner_html(&page.scenario.with_untracked(|scenario| markup::settings(scenario)));
    let (place, fields) = (place.clone(), place.clone());
    effect(move || {
        page.scenario.with(|scenario| show_in_all(&fields, scenario));
    });
    effect(move || {
        let account = page.preset.get().map_or("", Preset::account);
        set_texts(&place, "#account", [account]);
    });
}

/// Shows what the coaching budget is for all schools together, next to its price per school.
fn show_in_all(inside: &Element, settings: &Settings) {
    set_texts(inside, IN_ALL, [budget_in_all(settings).as_str()]);
}

/// Gives a section its fields when it is opened for the first time.
fn fill(section: &Element, settings: &Settings) {
    let Some(group) = section.get_attribute(EMPTY) else { return };
    let _ = section.insert_adjacent_html("beforeend", &markup::section_content(&group, settings));
    let _ = section.remove_attribute(EMPTY);
    show_in_all(section, settings);
}

/// The fields next to the chart, and where the published counts in it come from.
pub fn show_target(page: Page, place: &Element) {
    let fields = page.scenario.with_untracked(|scenario| markup::fields_next_to_chart(scenario));
    place.set_inner_html(&fields);
    let Some(block) = place.parent_element() else { return };
    effect(move || {
        let counted = page.counted.get();
        let source = counted.and_then(Preset::source_of_counts).unwrap_or_default();
        let digest = page.results().digest.get();
        let digest = digest.filter(|digest| digest.scenario.counted_district() == counted);
        let reading = digest.and_then(|digest| typical_if_active(&digest)).unwrap_or_default();
        set_texts(&block, ".observed", [format!("{source} {reading}").trim_end()]);
    });
}
