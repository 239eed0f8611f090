//! The sections of the page that are open.

use super::elements::all;
use crate::ui::yield_to_browser;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlDetailsElement;

const SECTIONS: &str = "details";
/// How often a section that is not there yet is waited for, a task each.
const MAX_TASKS: usize = 100;

fn sections() -> Vec<HtmlDetailsElement> {
    let root = document().document_element();
    root.map(|root| all(&root, SECTIONS).map(JsCast::unchecked_into).collect()).unwrap_or_default()
}

/// The places of the open ones among all.
pub fn opened() -> Vec<usize> {
    let sections = sections();
    (0..sections.len()).filter(|&place| sections[place].open()).collect()
}

/// Opens those at these places, in ascending order: a section may hold others only once it is open.
pub fn open(places: Vec<usize>) {
    spawn_local(async move {
        for place in places {
            for _ in 0..MAX_TASKS {
                if let Some(section) = sections().get(place) {
                    section.set_open(true);
                    break;
                }
                yield_to_browser().await;
            }
            // What it holds is made when the browser reports that it has opened.
            yield_to_browser().await;
        }
    });
}
