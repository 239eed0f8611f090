//! The numbers of the chart as a table, and all results as a file.

use super::details::has_opened;
use super::download::download;
use super::state::Companion;
use crate::ensemble::to_csv;
use crate::markup;
use crate::summary::Bands;
use leptos::prelude::*;

/// Both of them.
#[component]
pub fn Numbers(companion: Companion) -> impl IntoView {
    view! {
        <Table companion />
        <Download companion />
    }
}

/// The table, filled only while it is open.
#[component]
fn Table(companion: Companion) -> impl IntoView {
    let open = RwSignal::new(false);
    let toggle = move |event| open.set(has_opened(&event));
    let table = Memo::new(move |_| {
        let complete = companion.complete.get().filter(|_| open.get())?;
        Some(markup::table(&Bands::of(&complete.ensemble)?, complete.scenario.preset))
    });
    view! {
        <details class="numbers" on:toggle=toggle>
            <summary>"The same numbers as a table"</summary>
            <div class="scroll" tabindex="0" role="region" aria-label="Schools by month">
                <table inner_html=move || table.get().unwrap_or_default()></table>
            </div>
        </details>
    }
}

/// Every measure of every month as a file.
#[component]
fn Download(companion: Companion) -> impl IntoView {
    let failure = RwSignal::new("");
    let save = move |_| {
        let Some(complete) = companion.complete.get_untracked() else { return };
        let scenario = &complete.scenario;
        let name = scenario.preset.map_or("districtwide", |preset| preset.key());
        let name = format!("{name}-seed-{}.csv", scenario.simulation.seed);
        let saved = download(&name, &to_csv(&complete.ensemble)).is_ok();
        failure.set(if saved { "" } else { "The browser did not let the page save the file." });
    };
    view! {
        <p class="take-along">
            <button type="button" disabled=move || companion.is_stale() on:click=save>
                "All results as CSV"
            </button>
            " "
            <span role="alert">{move || failure.get()}</span>
        </p>
    }
}
