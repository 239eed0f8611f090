//! The scenario in the address bar: read on opening, written after changes, followed back and forward.

use super::browser::elements::app_element;
use super::embed::is_embedded;
use super::page::Page;
use crate::phrase;
use crate::scenario::{Preset, Scenario, Shown, says_more};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Time without a change after which a step of the history is made, milliseconds. Browsers refuse
/// pages that write their history at the rate of a slider.
const SETTLED: u32 = 300;

/// What the page opens on where no link says otherwise.
const OPENING: Preset = Preset::Chicago;

/// What the address says, and a sentence if its link is broken.
pub fn opening() -> (Shown, Option<String>) {
    match fragment().as_str() {
        "" => (open(), None),
        link => match Shown::read(link) {
            Ok(link) => (link, None),
            Err(problems) => {
                let said = phrase!(
                    "The link could not be opened; the page shows {shown} instead. {problems}",
                    shown = OPENING.label(),
                    problems,
                );
                (open(), Some(said))
            }
        },
    }
}

/// What the page opens on.
fn open() -> Shown {
    Scenario::from(OPENING).into()
}

/// The address behind `#`.
fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Keeps address and scenario together for as long as the page lives.
pub fn follow(page: Page) {
    let settling: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let link = page.scenario.with(Scenario::to_link);
        // What public/starting.js opens again if the page stops by mistake.
        if let Some(app) = app_element() {
            let _ = app.set_attribute("data-link", &link);
        }
        settling.set_value(Some(Timeout::new(SETTLED, move || write(page, &link))));
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

/// Makes a step of the history for a scenario that the address does not say yet. An empty address, or
/// one that only says the same in other words, is replaced; a broken link stays to be mended until
/// something is changed, and one that says more than the scenario stays until then too.
fn write(page: Page, link: &str) {
    let now = fragment();
    if now == link || page.notice.get_untracked().is_some() {
        return;
    }
    let scenario = page.scenario.get_untracked();
    let says_the_same = Scenario::from_link(&now).is_ok_and(|said| said == scenario);
    if !(says_the_same && says_more(&now)) {
        set_address(link, now.is_empty() || says_the_same);
    }
}

/// Puts away the sentence on a broken link, and the broken link with it.
pub fn put_away(page: Page) {
    page.notice.set(None);
    set_address(&page.scenario.with_untracked(Scenario::to_link), true);
}

/// A browser that refuses keeps its address; the scenario on the screen is not touched. What is embedded
/// makes no steps: the history, and the browser's back button, are of the page around it too.
fn set_address(link: &str, in_place: bool) {
    let address = format!("#{link}");
    let Ok(history) = window().history() else { return };
    let _ = if in_place || is_embedded() {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}

/// Shows the scenario of the address. One that cannot be read changes nothing but says so.
fn read(page: Page) {
    match fragment().as_str() {
        "" => page.show(OPENING.into()),
        link => {
            if let Err(sentence) = open_link(page, link) {
                page.notice.set(Some(sentence));
            }
        }
    }
}

/// Shows what a link says.
///
/// # Errors
/// A sentence on what is wrong with it; then nothing changes.
pub fn open_link(page: Page, link: &str) -> Result<(), String> {
    let link = Shown::read(link).map_err(|problems| {
        phrase!(
            "The link could not be opened; the page shows the scenario it was showing instead. {problems}",
            problems,
        )
    })?;
    page.follow(&link);
    Ok(())
}
