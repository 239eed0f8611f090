//! The cards that explain decisions, launch, risks and phases. The first one that is opened brings the
//! file of all cards, once, and each goes to its place.

use super::details::has_opened;
use super::later::{bring, missing};
use crate::ui::elements::all;
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

/// The empty places that a person looks at.
const IN_SIGHT: &str = "details[open] > [data-card]";

/// The file of all cards.
enum Cards {
    /// Nobody has needed it yet, or it could not be brought.
    NotHere,
    /// It is being brought, and will be shared out when it comes.
    OnTheWay,
    Here(Element),
}

/// Explains what is opened in the page's form, for as long as the page lives, and what was opened before
/// the companion came. It listens on the way down, because a `toggle` does not come up again.
pub fn listen() {
    let Ok(Some(form)) = document().query_selector("main") else { return };
    let on_the_way_down = EventListenerOptions::run_in_capture_phase();
    let cards = Rc::new(RefCell::new(Cards::NotHere));
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
fn explain(form: &Element, cards: &Rc<RefCell<Cards>>) {
    if all(form, IN_SIGHT).next().is_none() {
        return;
    }
    match &*cards.borrow() {
        Cards::OnTheWay => return,
        Cards::Here(cards) => return share_out(form, cards),
        Cards::NotHere => {}
    }
    cards.replace(Cards::OnTheWay);
    let (form, kept) = (form.clone(), cards.clone());
    spawn_local(async move {
        let cards = brought().await;
        match &cards {
            Cards::Here(cards) => share_out(&form, cards),
            _ => all(&form, IN_SIGHT).for_each(|place| place.set_inner_html(&missing())),
        }
        kept.replace(cards);
    });
}

/// The cards, if they can be had.
async fn brought() -> Cards {
    let (Some(text), Ok(cards)) = (bring(CARDS).await, document().create_element("div")) else {
        return Cards::NotHere;
    };
    cards.set_inner_html(&text);
    Cards::Here(cards)
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
