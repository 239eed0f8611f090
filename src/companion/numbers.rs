//! The numbers of the chart as a table.

use super::details::has_opened;
use super::state::Companion;
use crate::language::phrase;
use crate::markup;
use crate::summary::Bands;
use leptos::prelude::*;

/// The table, filled only while it is open.
#[component]
pub fn Numbers(companion: Companion) -> impl IntoView {
    let open = RwSignal::new(false);
    let toggle = move |event| open.set(has_opened(&event));
    let table = Memo::new(move |_| {
        let complete = companion.complete.get().filter(|_| open.get())?;
        Some(markup::table(&Bands::of(&complete.ensemble)?, complete.scenario.preset))
    });
    view! {
        <details class="numbers" on:toggle=toggle>
            <summary>{phrase("The same numbers as a table")}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=phrase("Schools by month")>
                <table inner_html=move || table.get().unwrap_or_default()></table>
            </div>
        </details>
    }
}
