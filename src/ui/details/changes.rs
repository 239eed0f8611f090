//! The settings that differ from what was opened, each to be taken back alone ([`super::draws`] listens).

use crate::markup;
use crate::markup::changes::changed;
use crate::plural;
use crate::ui::browser::reactive::text;
use crate::ui::page::use_page;
use leptos::prelude::*;

/// The list; nothing while nothing has changed.
#[component]
pub fn Changes() -> impl IntoView {
    let page = use_page();
    let count =
        move || page.scenario.with(|scenario| changed(scenario, &page.origin.get()).count());
    let title = move || plural!(count(), "{count} changed setting", "{count} changed settings");
    let list = move || page.scenario.with(|scenario| markup::changes(scenario, &page.origin.get()));
    view! {
        <details class="changes" hidden=move || count() == 0>
            <summary>{text(title)}</summary>
            <ul inner_html=text(list)></ul>
        </details>
    }
}
