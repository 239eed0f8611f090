//! The numbers of the chart as a table, and all results as a file.

use super::download::download;
use super::header::district_name;
use super::page::Page;
use super::runner::Runner;
use crate::ensemble::Quantiles;
use crate::scenario::calendar::month_name;
use crate::summary::{Bands, one_decimal};
use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The table, filled while it is open, and the button for the CSV file.
#[component]
pub fn Table() -> impl IntoView {
    let page = Page::here();
    let (open, set_open) = signal(false);
    let toggle = move |event: Event| {
        let details = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlDetailsElement>().ok());
        set_open.set(details.is_some_and(|details| details.open()));
    };
    view! {
        <details class="numbers" on:toggle=toggle>
            <summary>"The same numbers as a table"</summary>
            <Show when=move || open.get()>
                <div class="scroll" tabindex="0" role="region" aria-label="Schools by month">
                    {move || page.summary.with(|summary| {
                        summary.as_ref().map(|s| rows(&s.bands, s.scenario.preset))
                    })}
                </div>
            </Show>
        </details>
        <Download />
    }
}

/// Names of the columns and the quantiles in them.
const COLUMNS: [(&str, fn(&Quantiles) -> f64); 5] = [
    ("10 %", |q| q.p10),
    ("25 %", |q| q.p25),
    ("median", |q| q.p50),
    ("75 %", |q| q.p75),
    ("90 %", |q| q.p90),
];

fn rows(bands: &Bands, preset: Option<crate::scenario::Preset>) -> impl IntoView + use<> {
    let heads = || COLUMNS.map(|(name, _)| view! { <th scope="col">{name}</th> }).collect_view();
    let rows = bands.ever.iter().zip(&bands.active).zip(0..).map(|((ever, active), month)| {
        view! {
            <tr>
                <th scope="row">{month_name(preset, month)}</th>
                {cells(ever)}
                {cells(active)}
            </tr>
        }
    });
    view! {
        <table>
            <thead>
                <tr>
                    <td></td>
                    <th scope="colgroup" colspan="5">"Ever started"</th>
                    <th scope="colgroup" colspan="5">"Still active"</th>
                </tr>
                <tr><th scope="col">"Month"</th>{heads()}{heads()}</tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// Rounded for the eye; the full number stands in the `value` of each.
fn cells(quantiles: &Quantiles) -> impl IntoView + use<> {
    COLUMNS
        .map(|(_, of)| {
            let value = of(quantiles);
            view! { <td><data value=value.to_string()>{one_decimal(value)}</data></td> }
        })
        .collect_view()
}

/// Every measure of every month as a file.
#[component]
fn Download() -> impl IntoView {
    let page = Page::here();
    let runner: StoredValue<Runner, LocalStorage> = expect_context();
    let (failure, set_failure) = signal(None::<&str>);
    let save = move |_| {
        let scenario = page.scenario.get_untracked();
        let name = scenario.preset.map_or("districtwide", |preset| preset.key());
        let name = format!("{name}-seed-{}.csv", scenario.simulation.seed);
        let saved = runner.with_value(Runner::csv).is_some_and(|csv| download(&name, &csv).is_ok());
        set_failure.set((!saved).then_some("The browser did not let the page save the file."));
    };
    let label = move || {
        format!("All results of {} as CSV", district_name(page.scenario.with(|s| s.preset)))
    };
    view! {
        <p class="take-along">
            <button type="button" disabled=move || !page.complete.get() on:click=save>{label}</button>
            <span role="alert">{failure}</span>
        </p>
    }
}
