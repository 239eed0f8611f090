//! The scenario in the address bar: read on opening, written after changes, followed back and forward.

use super::browser::elements::app_element;
use super::browser::reactive::effect;
use super::embed::is_embedded;
use super::page::Page;
use crate::scenario::Scenario;
use crate::state::address::{self, AddressChange, SETTLED_MS};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// The link in the address: what is behind `#`, else the settings behind `?`; empty if there is neither.
pub fn link() -> String {
    let location = window().location();
    let [hash, query] = [location.hash(), location.search()].map(Result::unwrap_or_default);
    address::link_of(&hash, &query).to_owned()
}

/// Keeps address and scenario together for as long as the page lives.
pub fn follow(page: Page) {
    let settling: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
    effect(move || {
        let link = page.scenario.with(Scenario::to_link);
        // What public/starting.js opens again if the page stops by mistake.
        if let Some(app) = app_element() {
            let _ = app.set_attribute("data-link", &link);
        }
        settling.set_value(Some(Timeout::new(SETTLED_MS, move || write(page))));
    });
    // Back, forward, and a link typed into the address bar.
    let back = EventListener::new(&window(), "popstate", move |_| read(page));
    on_cleanup_local(back);
}

/// Drops a value of this thread when the page goes.
fn on_cleanup_local(value: EventListener) {
    let kept: StoredValue<EventListener, LocalStorage> = StoredValue::new_local(value);
    on_cleanup(move || kept.dispose());
}

/// Writes the scenario into the address where that does not hold it yet.
fn write(page: Page) {
    let scenario = page.scenario.get_untracked();
    let has_notice = page.notice.with_untracked(Option::is_some);
    let change = address::after_change(&link(), &scenario, has_notice, is_embedded());
    set_address(&scenario, change);
}

/// Puts away the sentence on a broken link, and the broken link with it.
pub fn put_away(page: Page) {
    page.notice.set(None);
    set_address(&page.scenario.get_untracked(), AddressChange::Replace);
}

/// A browser that refuses keeps its address; the scenario on the screen is not touched.
fn set_address(scenario: &Scenario, change: AddressChange) {
    let Ok(history) = window().history() else { return };
    let query = window().location().search().unwrap_or_default();
    let address = address::with_link(&query, &scenario.to_link());
    let _ = match change {
        AddressChange::Leave => Ok(()),
        AddressChange::Replace => {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        }
        AddressChange::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
}

/// Shows the scenario of the address. One that cannot be read changes nothing; a notice says so.
fn read(page: Page) {
    let link = link();
    match address::after_navigation(&link) {
        Ok(shown) => {
            page.follow(&shown);
            page.link.set(Some(link));
        }
        Err(sentence) => page.notice.set(Some(sentence)),
    }
}

/// Shows what a link holds.
///
/// # Errors
/// A sentence on what is wrong with it; then nothing changes.
pub fn open_link(page: Page, link: &str) -> Result<(), String> {
    page.follow(&address::of_link(link)?);
    page.link.set(Some(link.to_owned()));
    Ok(())
}
