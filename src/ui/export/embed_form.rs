//! The form that builds a snippet for another page. The script that makes the snippet is loaded when its
//! section is opened.

use super::use_section;
use crate::language::phrase;
use crate::markup::embed_form;
use crate::scenario::{Link, Preset};
use crate::ui::browser::disclosure::has_opened;
use crate::ui::browser::files::address;
use crate::ui::browser::reactive::effect;
use crate::ui::page::use_page;
use crate::ui::parts::{Loaded, Part};
use crate::ui::share::link_of;
use leptos::prelude::*;
use wasm_split_helpers::wasm_split;
use web_sys::HtmlElement;

const SCRIPT: &str = "embed-form.js";

/// The section. `public/embed-form.js` reads the link and the district from its attributes.
#[component]
pub fn Embed() -> impl IntoView {
    let page = use_page();
    let is_open = use_section().embed_is_open;
    let shown = Memo::new(move |_| is_open.get().then(|| link_of(page, false).shown));
    let link = move || shown.get().map(|shown| Link::from(shown).to_text());
    let district = move || shown.get().map(|s| s.scenario.preset.map_or("", Preset::label));
    view! {
        <details
            id="embed-form"
            class="embed"
            data-link=link
            data-district=district
            on:toggle=move |event| is_open.set(has_opened(&event))
        >
            <summary>{phrase("Embed in another page")}</summary>
            <Part
                name=phrase("Embed in another page")
                needed=Memo::new(move |_| is_open.get())
                load=|place| Box::pin(load_form(place))
            />
        </details>
    }
}

/// What stands in the section.
#[wasm_split(export, fallible)]
fn load_form(place: HtmlElement) -> Loaded {
    place.set_inner_html(&embed_form());
    let is_open = use_section().embed_is_open;
    effect(move || {
        // At every opening: what could not be loaded before may be loaded now.
        if is_open.get() {
            load_script();
        }
    });
    Ok(())
}

fn load_script() {
    let script = address(SCRIPT).zip(document().create_element("script").ok());
    if let Some((address, script)) = script {
        let _ = script.set_attribute("src", &address);
        let _ = document().head().map(|head| head.append_child(&script));
    }
}
