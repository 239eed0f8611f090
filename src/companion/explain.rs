//! The cards that explain decisions, launch, risks and phases. The first one that is opened brings the
//! file of all cards, and each goes to its place.

use super::details::has_opened;
use super::later::{MISSING, bring};
use crate::ui::elements::all;
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event};

/// Written by a native test (`tests/explained.rs`).
const CARDS: &str = "explained.html";

/// An empty place names the card that belongs there.
const EMPTY: &str = "data-card";

/// The empty places that a person looks at.
const IN_SIGHT: &str = "details[open] > [data-card]";

/// Explains what is opened in the page's form, for as long as the page lives, and what was opened before
/// the companion came. It listens on the way down, because a `toggle` does not come up again.
pub fn listen() {
    let Ok(Some(form)) = document().query_selector("main") else { return };
    let on_the_way_down = EventListenerOptions::run_in_capture_phase();
    let inside = form.clone();
    let explain = move |event: &Event| {
        if has_opened(event) {
            explain(&inside);
        }
    };
    EventListener::new_with_options(&form, "toggle", on_the_way_down, explain).forget();
    self::explain(&form);
}

/// Brings the cards if an empty place is in sight.
fn explain(form: &Element) {
    if all(form, IN_SIGHT).next().is_none() {
        return;
    }
    let form = form.clone();
    spawn_local(async move {
        if let Some(cards) = bring(CARDS).await {
            share_out(&form, &cards);
        }
        all(&form, IN_SIGHT).for_each(|place| place.set_inner_html(MISSING));
    });
}

/// Puts each card into its place.
fn share_out(form: &Element, cards: &str) {
    let Ok(all_cards) = document().create_element("div") else { return };
    all_cards.set_inner_html(cards);
    for place in all(form, "[data-card]") {
        let key = place.get_attribute(EMPTY).unwrap_or_default();
        if let Ok(Some(card)) = all_cards.query_selector(&format!("#card-{key}")) {
            place.replace_children_with_node_1(&card);
            let _ = place.remove_attribute(EMPTY);
        }
    }
}
