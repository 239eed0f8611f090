//! The scenario in the address bar: read on opening, written after changes, followed back and forward.
//!
//! A link as the page writes it is read at once. Any other is read by the part `links`, which has to be loaded
//! first; until then what was shown stays.

use super::browser::elements::app_element;
use super::browser::reactive::effect;
use super::embed::is_embedded;
use super::page::Page;
use crate::language::phrase;
use crate::state::address::{self, AddressChange, NOT_LOADED, ReadLink, SETTLED_MS};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// A network that answers nothing must not keep the page from opening, milliseconds.
const TOO_LATE_MS: u32 = 8000;

/// The link in the address: what is behind `#`, else the settings behind `?`; empty if there is neither.
fn link() -> String {
    let location = window().location();
    let [hash, query] = [location.hash(), location.search()].map(Result::unwrap_or_default);
    address::link_of(&hash, &query).to_owned()
}

/// Reads the link that the page opens on: a sentence if it cannot be read.
pub async fn opening() -> Result<ReadLink, String> {
    loop {
        let given = link();
        let read = read(&given).await;
        // Nobody follows the address yet.
        if given == link() {
            return read.map_err(|reasons| address::refused_on_opening(&reasons));
        }
    }
}

/// Reads the link of an address.
///
/// # Errors
/// A sentence on each thing that is wrong with it.
async fn read(given: &str) -> Result<ReadLink, String> {
    if given.is_empty() {
        return Ok(ReadLink::none(given));
    }
    match ReadLink::at_once(given) {
        Some(read) => Ok(read),
        None => read_in_time(given.to_owned()).await,
    }
}

/// Reads a link that is not as the page writes it.
async fn read_in_time(given: String) -> Result<ReadLink, String> {
    let mut reading = Box::pin(tidy(given));
    let mut late = pin!(TimeoutFuture::new(TOO_LATE_MS));
    let in_time = poll_fn(|context| match reading.as_mut().poll(context) {
        Poll::Ready(read) => Poll::Ready(Some(read)),
        Poll::Pending => late.as_mut().poll(context).map(|()| None),
    });
    let not_loaded = || Err(phrase(NOT_LOADED).to_owned());
    match in_time.await {
        Some(loaded) => loaded.unwrap_or_else(|_| not_loaded()),
        None => {
            // The splitter cannot give up a part on its way.
            spawn_local(async move {
                let _ = reading.await;
            });
            not_loaded()
        }
    }
}

/// What a link that people or programs have changed on its way means.
#[wasm_split(links, fallible)]
fn tidy(given: String) -> Result<Result<ReadLink, String>, SplitLoaderError> {
    Ok(ReadLink::tidying(&given))
}

/// Keeps address and scenario together for as long as the page lives.
pub fn follow(page: Page) {
    let settling: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
    effect(move || {
        let link = page.scenario.with(|shown| address::link_to(shown, page.view.get()));
        // What public/starting.js opens again if the page stops by mistake.
        if let Some(app) = app_element() {
            let _ = app.set_attribute("data-link", &link);
        }
        settling.set_value(Some(Timeout::new(SETTLED_MS, move || write(page))));
    });
    // Back, forward, and a link typed into the address bar.
    let back = EventListener::new(&window(), "popstate", move |_| match link() {
        none if none.is_empty() => page.follow(ReadLink::none(&none)),
        given => open(page, given, |page, sentence| page.notice.set(Some(sentence))),
    });
    on_cleanup_local(back);
}

/// Drops a value of this thread when the page goes.
fn on_cleanup_local(value: EventListener) {
    let kept: StoredValue<EventListener, LocalStorage> = StoredValue::new_local(value);
    on_cleanup(move || kept.dispose());
}

/// Writes the scenario into the address where that does not hold it yet.
fn write(page: Page) {
    let (scenario, view) = (page.scenario.get_untracked(), page.view.get_untracked());
    let has_notice = page.notice.with_untracked(Option::is_some);
    let change = page.read.with_value(|read| {
        address::after_change(&link(), read, (&scenario, view), has_notice, is_embedded())
    });
    set_address(page, change);
}

/// Puts away the sentence on a broken link, and the broken link with it.
pub fn put_away(page: Page) {
    page.notice.set(None);
    set_address(page, AddressChange::Replace);
}

/// A browser that refuses keeps its address; the scenario on the screen is not touched. A link that is still
/// being read stays in the address too.
fn set_address(page: Page, change: AddressChange) {
    let Ok(history) = window().history() else { return };
    if page.reading.get_untracked().is_some_and(|reading| reading == link()) {
        return;
    }
    let query = window().location().search().unwrap_or_default();
    let view = page.view.get_untracked();
    let link = page.scenario.with_untracked(|shown| address::link_to(shown, view));
    let address = address::with_link(&query, &link);
    let _ = match change {
        AddressChange::Leave => Ok(()),
        AddressChange::Replace => {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        }
        AddressChange::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
}

/// Shows what a link holds, unless something else is done before it is read. One that cannot be read changes
/// nothing; `refuse` gets a sentence that says so.
pub fn open(page: Page, given: String, refuse: fn(Page, String)) {
    if let Some(read) = ReadLink::at_once(&given) {
        return page.follow(read);
    }
    page.reading.set(Some(given.clone()));
    spawn_local(async move {
        let read = read_in_time(given.clone()).await;
        if page.reading.get_untracked() != Some(given) {
            // What was done instead may not have reached the address.
            return write(page);
        }
        page.reading.set(None);
        match read {
            Ok(read) => page.follow(read),
            Err(reasons) => refuse(page, address::refused(&reasons)),
        }
    });
}
