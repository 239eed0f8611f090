//! All settings but the decisions, as markup: as typed views their fields weigh several times as much. What is
//! set in them [`crate::ui::form`] handles.

use crate::markup;
use crate::ui::browser::disclosure::has_opened;
use crate::ui::page::use_page;
use gloo_events::{EventListener, EventListenerOptions};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The attribute of a section without its fields; it names the group.
const EMPTY: &str = "data-section";

/// Launch, safeguards, district and advanced parameters, each group in a section.
#[component]
pub fn Settings() -> impl IntoView {
    let page = use_page();
    let place: NodeRef<Div> = NodeRef::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let fill = move |event: &Event| {
            let section = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(section) = section.filter(|_| has_opened(event)) {
                page.scenario.with_untracked(|scenario| fill(&section, scenario));
            }
        };
        // In the capture phase, because a `toggle` does not bubble.
        let capture = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&place, "toggle", capture, fill).forget();
    });
    let settings = page.scenario.with_untracked(|scenario| markup::settings(scenario));
    view! { <div node_ref=place inner_html=settings></div> }
}

/// Gives a section its fields when it is opened for the first time.
fn fill(section: &Element, settings: &crate::scenario::Settings) {
    let Some(group) = section.get_attribute(EMPTY) else { return };
    let _ = section.insert_adjacent_html("beforeend", &markup::section_content(&group, settings));
    let _ = section.remove_attribute(EMPTY);
}

/// The fields next to the chart.
#[component]
pub fn Target() -> impl IntoView {
    let page = use_page();
    let fields = page.scenario.with_untracked(|scenario| markup::fields_next_to_chart(scenario));
    view! { <div inner_html=fields></div> }
}
