//! What the last change did, in the chart's block.

use crate::language::phrase;
use crate::ui::guide;
use crate::ui::page::use_page;
use leptos::prelude::*;

/// The sentence; before there is one, what to do for it.
#[component]
pub fn Change() -> impl IntoView {
    let page = use_page();
    let change = page.results.change;
    guide::begin_on_first_visit(page);
    view! {
        {move || change.get()}
        <span hidden=move || change.with(|change| !change.is_empty())>
            {phrase("Move a decision: this line says what it did.")} " "
            <button type="button" class="link" on:click=move |_| guide::begin(page)>
                {phrase("Guided start")}
            </button>
        </span>
    }
}
