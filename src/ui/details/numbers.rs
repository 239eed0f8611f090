//! The numbers of the chart as a table.

use crate::language::phrase;
use crate::markup;
use crate::summary::Bands;
use crate::ui::browser::disclosure::has_opened;
use crate::ui::browser::reactive::text;
use crate::ui::page::use_page;
use leptos::prelude::*;

/// The table, filled only while it is open.
#[component]
pub fn Numbers() -> impl IntoView {
    let complete = use_page().results().complete;
    let open = RwSignal::new(false);
    let toggle = move |event| open.set(has_opened(&event));
    let table = Memo::new(move |_| {
        let complete = complete.get().filter(|_| open.get())?;
        Some(markup::table(&Bands::of(&complete.ensemble)?, complete.scenario.calendar()))
    });
    view! {
        <details id="month-by-month" class="numbers" on:toggle=toggle>
            <summary>{phrase("The same numbers as a table")}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=phrase("Schools by month")>
                <table inner_html=text(move || table.get().unwrap_or_default())></table>
            </div>
        </details>
    }
}
