//! The cards that explain decisions, launch, risks and phases. The first one that is opened fetches the
//! file of all cards, once, and each goes to its place.

use crate::ui::browser::disclosure::has_opened;
use crate::ui::browser::elements::all;
use crate::ui::browser::fetch::{fetch_text, missing};
use crate::ui::page::Page;
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event};

/// Written by a native test (`tests/explained.rs`) in every language.
const CARDS: &str = "explained.html";

/// An empty place names the card that belongs there.
const EMPTY: &str = "data-card";

/// The empty places in sections that are open.
const OPEN: &str = "details[open] > [data-card]";

/// The file of all cards.
enum Cards {
    /// Nobody has needed it yet, or it could not be fetched.
    Missing,
    Loading,
    Loaded(Element),
}

/// Explains what is opened in the page's form, for as long as the page lives, and what was opened before this
/// part came. It listens in the capture phase, because a `toggle` does not bubble.
pub fn listen(page: Page) {
    let Some(form) = page.form() else { return };
    let capture = EventListenerOptions::run_in_capture_phase();
    let cards = Rc::new(RefCell::new(Cards::Missing));
    let (inside, kept) = (form.clone(), cards.clone());
    let explain = move |event: &Event| {
        if has_opened(event) {
            explain(&inside, &kept);
        }
    };
    EventListener::new_with_options(&form, "toggle", capture, explain).forget();
    self::explain(&form, &cards);
}

/// Fills the places that are open; the first time, that fetches the cards.
fn explain(form: &Element, cards: &Rc<RefCell<Cards>>) {
    if all(form, OPEN).next().is_none() {
        return;
    }
    match &*cards.borrow() {
        Cards::Loading => return,
        Cards::Loaded(cards) => return distribute(form, cards),
        Cards::Missing => {}
    }
    cards.replace(Cards::Loading);
    let (form, kept) = (form.clone(), cards.clone());
    spawn_local(async move {
        let cards = fetch_cards().await;
        match &cards {
            Cards::Loaded(cards) => distribute(&form, cards),
            _ => all(&form, OPEN).for_each(|place| place.set_inner_html(&missing())),
        }
        kept.replace(cards);
    });
}

/// The cards, if they can be fetched.
async fn fetch_cards() -> Cards {
    let (Some(text), Ok(cards)) = (fetch_text(CARDS).await, document().create_element("div"))
    else {
        return Cards::Missing;
    };
    cards.set_inner_html(&text);
    Cards::Loaded(cards)
}

/// Puts each card into its place, if the place exists already: sections get theirs when they open.
fn distribute(form: &Element, cards: &Element) {
    for place in all(form, "[data-card]") {
        let key = place.get_attribute(EMPTY).unwrap_or_default();
        if let Ok(Some(card)) = cards.query_selector(&format!("#card-{key}")) {
            place.replace_children_with_node_1(&card);
            let _ = place.remove_attribute(EMPTY);
        }
    }
}
