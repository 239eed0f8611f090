//! The sections of the page that are open, by their ids.

use super::elements::all;
use crate::ui::yield_to_browser;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlDetailsElement;

/// How often a section that is not there yet is waited for, a task each.
const MAX_TASKS: usize = 100;

/// The ids of the open sections, in the order of the page.
pub fn opened() -> Vec<String> {
    let root = document().document_element();
    root.map(|root| all(&root, "details[open][id]").map(|section| section.id()).collect())
        .unwrap_or_default()
}

/// Opens the sections with these ids, in the order of the page: one may hold others only once it is open.
pub fn open(ids: Vec<String>) {
    spawn_local(async move {
        for id in ids {
            for _ in 0..MAX_TASKS {
                let section = document().get_element_by_id(&id);
                if let Some(section) = section.and_then(|s| s.dyn_into::<HtmlDetailsElement>().ok())
                {
                    section.set_open(true);
                    break;
                }
                yield_to_browser().await;
            }
        }
    });
}
