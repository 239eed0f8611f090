//! The settings that differ from what was opened, each to be taken back alone ([`super::draws`] listens).
//!
//! The section is there before anything has changed: one that appeared would move what a person is about to
//! click, and the click that ends their typing would miss it.

use crate::language::phrase;
use crate::markup;
use crate::markup::changes::changed;
use crate::plural;
use crate::ui::browser::reactive::text;
use crate::ui::page::use_page;
use leptos::prelude::*;

/// The list, which is closed until somebody opens it.
#[component]
pub fn Changes() -> impl IntoView {
    let page = use_page();
    let count =
        move || page.scenario.with(|scenario| changed(scenario, &page.origin.get()).count());
    let title = move || match count() {
        0 => phrase("No changed settings").to_owned(),
        count => plural!(count, "{count} changed setting", "{count} changed settings"),
    };
    let list = move || page.scenario.with(|scenario| markup::changes(scenario, &page.origin.get()));
    view! {
        <details id="changes" class="changes">
            <summary>{text(title)}</summary>
            <ul inner_html=text(list)></ul>
        </details>
    }
}
