//! The person's own district, at the top of the page: its name, and what its fields mean. What is typed into the
//! others is read in [`super::typed`].

use crate::markup::your_district::{MEANINGS, NAME, meanings};
use crate::ui::browser::disclosure::has_opened;
use crate::ui::browser::reactive::effect;
use crate::ui::page::Page;
use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Follows the fields for as long as the page lives.
pub fn follow(page: Page) {
    let field = document().get_element_by_id(NAME);
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    let renamed = field.clone();
    let rename =
        move |_: &web_sys::Event| page.results().rename(page, renamed.value().trim().to_owned());
    EventListener::new(&field, "change", rename).forget();
    effect(move || field.set_value(&page.name.get().unwrap_or_default()));
    let Some(section) = document().get_element_by_id(MEANINGS) else { return };
    let inside = section.clone();
    // Their texts are long, and few need them.
    let fill = move |event: &web_sys::Event| {
        if has_opened(event) && inside.child_element_count() == 1 {
            let _ = inside.insert_adjacent_html("beforeend", &meanings());
        }
    };
    EventListener::new(&section, "toggle", fill).forget();
}
