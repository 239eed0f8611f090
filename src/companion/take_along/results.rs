//! The results as files.

use crate::companion::download::download;
use crate::companion::state::Companion;
use crate::ensemble::to_csv;
use leptos::prelude::*;

/// Every measure of every month.
#[component]
pub fn Results(companion: Companion) -> impl IntoView {
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
        <div>
            <h3>"Results"</h3>
            <p class="buttons">
                <button type="button" disabled=move || companion.is_stale() on:click=save>
                    "All results as CSV"
                </button>
            </p>
            <p role="alert">{move || failure.get()}</p>
        </div>
    }
}
