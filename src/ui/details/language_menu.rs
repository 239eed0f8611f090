//! The choice of the page's language. Another language is another page: it loads again, on what it shows.

use crate::language::{current_language, phrase};
use crate::ui::browser::storage::{store, store_for_tab, take_for_tab};
use crate::ui::page::use_page;
use crate::ui::share::link_of;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Where the browser stores the choice; `public/starting.js` reads it.
const KEY: &str = "districtwide.language";

/// Where the tab stores that it was chosen here: the next page gives the menu the focus again.
const CHOSEN: &str = "districtwide.chosen-language";

/// The languages that `index.html` offers: tags with names.
fn offered() -> Vec<(String, String)> {
    let found = document().query_selector("meta[name=languages]").ok().flatten();
    let offer = found.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    let pairs = offer.split(", ").filter_map(|language| language.split_once(' '));
    pairs.map(|(tag, name)| (tag.to_owned(), name.to_owned())).collect()
}

/// The menu of languages.
#[component]
pub fn Languages() -> impl IntoView {
    let page = use_page();
    let choose = move |event| {
        let tag = event_target_value(&event);
        store(KEY, &tag);
        store_for_tab(CHOSEN, "");
        // The runs are stored, and the rest is kept for the tab, unless the browser does neither.
        let is_kept = page.results().keep_for_next_page(page);
        let mut link = untrack(|| link_of(page, !is_kept));
        link.shown.language = Some(tag);
        open_again(&link.to_text());
    };
    let options = offered().into_iter().map(|(tag, name)| {
        let lang = tag.clone();
        let is_spoken = tag == current_language().tag();
        view! {
            <option value=tag lang=lang selected=is_spoken>
                {name}
            </option>
        }
    });
    view! {
        <select
            aria-label=phrase("Language")
            autofocus=take_for_tab(CHOSEN).is_some()
            on:change=choose
        >
            {options.collect_view()}
        </select>
    }
}

/// Loads the page on a link. If the browser keeps neither choice nor address, the page stays as it is.
fn open_again(link: &str) {
    let address = format!("#{link}");
    let replaced = window().history().is_ok_and(|history| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address)).is_ok()
    });
    if replaced {
        let _ = window().location().reload();
    }
}
