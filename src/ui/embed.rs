//! The page as a part of another page (`?embed=`): what it says to `public/embed.js`, which shows the
//! chosen parts and talks to the page around it (`docs/embed.md`), and what it does for it.

use super::address;
use super::between::{COMPLETE, OPEN, REFUSED, hear, say};
use super::page::Page;
use js_sys::Array;
use leptos::prelude::*;

/// Whether the page is a part of another one: `public/starting.js` marks it so before anything else.
pub fn is_embedded() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-embed"))
}

/// Says what comes out and what is refused, and opens links, for as long as the page lives.
pub fn follow(page: Page) {
    if !is_embedded() {
        return;
    }
    hear(OPEN, move |link| {
        if let Some(Err(sentence)) = link.as_string().map(|link| address::open_link(page, &link)) {
            say(REFUSED, &sentence.into());
        }
    });
    Effect::new(move |_| {
        if let Some(sentence) = page.notice.get() {
            say(REFUSED, &sentence.into());
        }
    });
    Effect::new(move |_| {
        if page.complete.get() {
            page.summary.with_untracked(|summary| {
                let Some(summary) = summary else { return };
                let (ever, active) = summary.in_the_end();
                let link = summary.scenario.to_link();
                let told = Array::of4(
                    &link.into(),
                    &summary.headline.as_str().into(),
                    &ever.into(),
                    &active.into(),
                );
                say(COMPLETE, &told);
            });
        }
    });
}
