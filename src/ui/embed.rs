//! The page as a part of another page (`?embed=`). `public/embed.js` shows the chosen parts and exchanges
//! messages with the page around it (`docs/embed.md`); this module dispatches to it, as events of the element
//! that holds the page, what it passes on, and opens the links that it receives. `public/starting.js` waits
//! for one of these events too.

use super::address;
use super::browser::elements::app_element;
use super::browser::reactive::effect;
use super::page::Page;
use super::runner::Runner;
use gloo_events::EventListener;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};

/// The first chart is on the page.
const FIRST_CHART: &str = "first-chart";
/// What comes after the first chart on every visit is loaded.
const OPENED: &str = "opened";
/// `public/embed.js` asks to open a link that the page around this one has sent: any text.
const OPEN: &str = "open-link";
/// Why the page does not open a link: a sentence.
const REFUSED: &str = "link-refused";
/// All futures of the scenario are there: the link, the headline, and the medians of the last month (schools
/// that ever started, schools still active).
const COMPLETE: &str = "futures-complete";
/// A script asks to show a notice at the top of the page: a sentence.
const NOTICE: &str = "notice";

/// Dispatches an event to the scripts.
fn dispatch(kind: &str, detail: &JsValue) {
    let options = CustomEventInit::new();
    options.set_detail(detail);
    if let (Some(app), Ok(event)) =
        (app_element(), CustomEvent::new_with_event_init_dict(kind, &options))
    {
        let _ = app.dispatch_event(&event);
    }
}

/// Handles an event of the scripts for as long as the page lives.
fn on(kind: &'static str, mut handler: impl FnMut(JsValue) + 'static) {
    let Some(app) = app_element() else { return };
    EventListener::new(&app, kind, move |event| {
        handler(event.unchecked_ref::<CustomEvent>().detail());
    })
    .forget();
}

/// Whether the page is a part of another one: `public/starting.js` marks it so before anything else.
pub fn is_embedded() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-embed"))
}

/// Everything that the page opens with is loaded: the futures may have all cores, and `public/starting.js` may
/// load what keeps the page on the device.
pub fn announce_opened(page: Page) {
    page.runner.with_value(Runner::opened);
    dispatch(OPENED, &JsValue::UNDEFINED);
}

/// Whether a part of the page is shown: in an embed only those that it names.
pub fn shows(part: &str) -> bool {
    let parts = document().document_element().and_then(|root| root.get_attribute("data-embed"));
    parts.is_none_or(|parts| parts.split(' ').any(|shown| shown == part))
}

/// Keeps the scripts informed for as long as the page lives.
pub fn follow(page: Page) {
    effect(move || {
        if page.first_chart.get() {
            dispatch(FIRST_CHART, &JsValue::UNDEFINED);
        }
    });
    on(NOTICE, move |sentence| page.notice.set(sentence.as_string()));
    if is_embedded() {
        follow_embed(page);
    }
}

/// Dispatches what comes out and what is refused, and opens links.
fn follow_embed(page: Page) {
    on(OPEN, move |link| {
        if let Some(link) = link.as_string() {
            address::open(page, link, |_, sentence| dispatch(REFUSED, &sentence.into()));
        }
    });
    effect(move || {
        if let Some(sentence) = page.notice.get() {
            dispatch(REFUSED, &sentence.into());
        }
    });
    effect(move || {
        if page.complete.get() {
            page.summary.with_untracked(|summary| {
                let Some(summary) = summary else { return };
                let (ever, active) = summary.in_the_end();
                let link = summary.scenario.to_link();
                let detail = Array::of4(
                    &link.into(),
                    &summary.headline.as_str().into(),
                    &ever.into(),
                    &active.into(),
                );
                dispatch(COMPLETE, &detail);
            });
        }
    });
}
