//! What the last change did, in the chart's block.

use crate::language::phrase;
use crate::state::guide::{KEY, SHOWN, begins_on_opening};
use crate::ui::browser::elements::{app_element, set_texts};
use crate::ui::browser::reactive::{effect, text};
use crate::ui::browser::storage::{load, store};
use crate::ui::page::{Page, use_page};
use leptos::prelude::*;

/// The sentence; before there is one, what to do for it.
#[component]
pub fn Change() -> impl IntoView {
    let page = use_page();
    let change = page.results().change;
    begin_guide_on_first_visit(page);
    show_in_strip(page);
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

/// What stays in sight while the page scrolls: the drawing, smaller, and what the last change did. It is stuck
/// behind the chart, which uncovers it as it scrolls away.
const GLANCE: &str =
    "<div class=\"glance\" aria-hidden=\"true\"><svg><use href=\"#drawn\"/></svg><p></p></div>";

/// Says it in the strip too, which stays in sight.
fn show_in_strip(page: Page) {
    if let Some(columns) = page.form() {
        let _ = columns.insert_adjacent_html("beforeend", GLANCE);
    }
    effect(move || {
        if let Some(app) = app_element() {
            set_texts(&app, ".glance p", [page.results().change.get().as_str()]);
        }
    });
}
