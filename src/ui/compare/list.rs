//! The pinned runs as a list, each with what can be done to it.

use super::runs::Runs;
use crate::language::phrase;
use crate::phrase;
use crate::scenario::LONGEST_NAME;
use crate::ui::page::use_page;
use leptos::prelude::*;

/// All pinned runs.
#[component]
pub fn List(runs: Runs) -> impl IntoView {
    let ids =
        move || runs.pinned.with(|pinned| pinned.iter().map(|run| run.id).collect::<Vec<_>>());
    view! {
        <ul class="runs">
            <For each=ids key=|id| *id let:id>
                <Run runs id />
            </For>
        </ul>
    }
}

#[component]
fn Run(runs: Runs, id: u32) -> impl IntoView {
    let page = use_page();
    let run = move || runs.find(id);
    let name = move || run().map(|run| run.kept.name).unwrap_or_default();
    let class = move || run().map(|run| format!("swatch run-{}", run.kept.colour));
    let is_baseline = move || {
        let baseline = runs.baseline.get();
        runs.pinned.with(|pinned| pinned.get(baseline).is_some_and(|run| run.id == id))
    };
    let rename = move |event| runs.rename(id, &event_target_value(&event));
    let show = move |_| {
        if let Some(run) = run() {
            page.show(run.kept.scenario);
        }
    };
    view! {
        <li>
            <button
                type="button"
                class=class
                aria-label=move || phrase!("Another colour for {run}", run = name())
                on:click=move |_| runs.recolour(id)
            ></button>
            <input
                type="text"
                maxlength=LONGEST_NAME
                aria-label=move || phrase!("Name of {run}", run = name())
                prop:value=name
                on:change=rename
            />
            <label>
                <input
                    type="radio"
                    name="baseline"
                    prop:checked=is_baseline
                    on:change=move |_| runs.set_baseline(id)
                />
                {phrase("baseline")}
            </label>
            <button
                type="button"
                aria-label=move || phrase!("Show {run}", run = name())
                on:click=show
            >
                {phrase("Show")}
            </button>
            <button
                type="button"
                aria-label=move || phrase!("Drop {run}", run = name())
                on:click=move |_| runs.drop(id)
            >
                {phrase("Drop")}
            </button>
            <span class="quiet">
                {move || match run().is_some_and(|r| r.digest.is_none()) {
                    true => phrase("simulating …"),
                    false => "",
                }}
            </span>
        </li>
    }
}
