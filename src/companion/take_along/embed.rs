//! The form that builds a snippet for another page. What makes the snippet is brought when its section is
//! opened.

use crate::companion::details::has_opened;
use crate::companion::share::link_of;
use crate::companion::state::Companion;
use crate::markup::embed_form;
use crate::scenario::{Link, Preset};
use crate::ui::elements::all;
use crate::ui::files::address;
use gloo_events::EventListener;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Element;

const SCRIPT: &str = "embed-form.js";

/// The section, in a place of its own: what is typed here is none of the buttons' names.
#[component]
pub fn Embed(companion: Companion) -> impl IntoView {
    let place: NodeRef<Div> = NodeRef::new();
    let is_open = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(section) = section_in(place) else { return };
        EventListener::new(&section, "toggle", move |event| {
            is_open.set(has_opened(event));
        })
        .forget();
    });
    Effect::new(move |_| {
        // At every opening: what did not come may come now.
        if is_open.get() {
            bring();
        }
    });
    Effect::new(move |_| {
        let Some(section) = section_in(place).filter(|_| is_open.get()) else { return };
        let shown = link_of(companion, false).shown;
        let district = shown.scenario.preset.map_or("", Preset::label);
        let _ = section.set_attribute("data-district", district);
        let _ = section.set_attribute("data-link", &Link::from(shown).to_text());
    });
    view! { <div node_ref=place inner_html=embed_form()></div> }
}

fn section_in(place: NodeRef<Div>) -> Option<Element> {
    all(&place.get()?.into(), "details").next()
}

fn bring() {
    let script = address(SCRIPT).zip(document().create_element("script").ok());
    if let Some((address, script)) = script {
        let _ = script.set_attribute("src", &address);
        let _ = document().head().map(|head| head.append_child(&script));
    }
}
