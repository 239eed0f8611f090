//! The numbers of the chart as a table, and all results as a file.

use super::details::has_opened;
use super::download::download;
use super::page::Page;
use super::runner::Runner;
use crate::markup;
use leptos::prelude::*;

/// The table, filled only while it is open.
#[component]
pub fn Table() -> impl IntoView {
    let page = Page::here();
    let open = RwSignal::new(false);
    let toggle = move |event| open.set(has_opened(&event));
    // A thousand cells: not while the bands are still being refined.
    let table = Memo::new(move |before: Option<&String>| match open.get() && page.complete.get() {
        true => page.of_summary(|s| markup::table(&s.bands, s.scenario.preset)),
        false => before.cloned().unwrap_or_default(),
    });
    view! {
        <details class="numbers" on:toggle=toggle>
            <summary>"The same numbers as a table"</summary>
            <div class="scroll" tabindex="0" role="region" aria-label="Schools by month">
                <table inner_html=move || table.get()></table>
            </div>
        </details>
    }
}

/// Every measure of every month as a file.
#[component]
pub fn Download() -> impl IntoView {
    let page = Page::here();
    let runner: StoredValue<Runner, LocalStorage> = expect_context();
    let failure = RwSignal::new("");
    let save = move |_| {
        let scenario = page.scenario.get_untracked();
        let name = scenario.preset.map_or("districtwide", |preset| preset.key());
        let name = format!("{name}-seed-{}.csv", scenario.simulation.seed);
        let saved = runner.with_value(Runner::csv).is_some_and(|csv| download(&name, &csv).is_ok());
        failure.set(if saved { "" } else { "The browser did not let the page save the file." });
    };
    view! {
        <p class="take-along">
            <button type="button" disabled=move || !page.complete.get() on:click=save>
                "All results as CSV"
            </button>
            " "
            <span role="alert">{move || failure.get()}</span>
        </p>
    }
}
