//! What the last change did, in the chart's block.

use crate::language::phrase;
use crate::state::guide::{Guide, KEY, SHOWN};
use crate::ui::browser::reactive::text;
use crate::ui::browser::storage::{load, store};
use crate::ui::page::{Page, use_page};
use leptos::prelude::*;

/// The sentence; before there is one, what to do for it.
#[component]
pub fn Change() -> impl IntoView {
    let page = use_page();
    let change = page.results().change;
    begin_guide_on_first_visit(page);
    view! {
        {text(move || change.get())}
        <span hidden=move || change.with(|change| !change.is_empty())>
            {phrase("Move a decision, and this line says what it did.")} " "
            <button type="button" class="link" on:click=move |_| page.wants_guide.set(true)>
                {phrase("Guided start")}
            </button>
        </span>
    }
}

fn begin_guide_on_first_visit(page: Page) {
    let guide = page.scenario.with_untracked(|s| Guide::on_opening(s, load(KEY).is_some()));
    if guide.step().is_some() {
        store(KEY, SHOWN);
        page.wants_guide.set(true);
    }
}
