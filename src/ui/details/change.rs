//! What the last change did, in the chart's block.

use super::glance;
use crate::language::phrase;
use crate::state::guide::{KEY, SHOWN, begins_on_opening};
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
    glance::add(page);
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
    let link = page.link.get_untracked();
    if begins_on_opening(link.as_deref(), load(KEY).is_some()) {
        store(KEY, SHOWN);
        page.wants_guide.set(true);
    }
}
