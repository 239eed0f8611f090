//! The cards that explain decisions, launch, risks and phases. The first one that is opened brings the
//! file of all cards, and each goes to its place.

use super::details::has_opened;
use super::later::{bring, missing};
use crate::ui::elements::all;
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use std::cell::OnceCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event};

/// Written by a native test (`tests/explained.rs`) in every language.
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
    let cards = Rc::new(OnceCell::new());
    let (inside, kept) = (form.clone(), cards.clone());
    let explain = move |event: &Event| {
        if has_opened(event) {
            explain(&inside, &kept);
        }
    };
    EventListener::new_with_options(&form, "toggle", on_the_way_down, explain).forget();
    self::explain(&form, &cards);
}

/// Explains what is in sight; the first time, that brings the cards.
fn explain(form: &Element, cards: &Rc<OnceCell<Element>>) {
    if all(form, IN_SIGHT).next().is_none() {
        return;
    }
    if let Some(cards) = cards.get() {
        return share_out(form, cards);
    }
    let (form, kept) = (form.clone(), cards.clone());
    spawn_local(async move {
        if let (Some(text), Ok(cards)) = (bring(CARDS).await, document().create_element("div")) {
            cards.set_inner_html(&text);
            share_out(&form, kept.get_or_init(|| cards));
        }
        all(&form, IN_SIGHT).for_each(|place| place.set_inner_html(&missing()));
    });
}

/// Puts each card into its place, if the place is there already: sections get theirs when they open.
fn share_out(form: &Element, cards: &Element) {
    for place in all(form, "[data-card]") {
        let key = place.get_attribute(EMPTY).unwrap_or_default();
        if let Ok(Some(card)) = cards.query_selector(&format!("#card-{key}")) {
            place.replace_children_with_node_1(&card);
            let _ = place.remove_attribute(EMPTY);
        }
    }
}
