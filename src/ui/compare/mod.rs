//! Comparing runs: some are pinned, and the one that the page shows stands beside them.

mod chart;
mod flipping;
mod list;
mod pins;
mod turning;

use super::outcomes::WhatTheseMean;
use super::page::{Page, use_page};
use super::parts::{Loaded, Part, always, mount};
use crate::language::phrase;
use crate::markup;
use crate::plural;
use crate::scenario::MAX_PINNED_RUNS;
use crate::state::comparison::{ComparedRun, compared_runs, side_by_side};
use crate::state::pins::PinnedRuns;
use crate::summary::compare::turning::QUESTION;
use crate::ui::browser::focus::focus;
use crate::ui::browser::reactive::text;
use chart::Chart;
use flipping::Flipping;
use leptos::prelude::*;
use list::List;
pub use pins::Pins;
use wasm_split_helpers::wasm_split;
use web_sys::HtmlElement;

/// Selects the button that pins a run.
const PIN: &str = ".compare-head button";

/// The runs that have results: the pinned ones, then what the page shows if that is none of them.
pub fn compared(page: Page) -> Vec<ComparedRun> {
    let results = page.results();
    let shown = results.digest.get();
    results.pins.runs.with(|pinned| compared_runs(pinned, shown.as_ref()))
}

/// The section: its head and the pinned runs.
#[component]
pub fn Compare() -> impl IntoView {
    let page = use_page();
    let pins = page.results().pins;
    let has_room = move || pins.runs.with(PinnedRuns::has_room);
    let label = move || match has_room() {
        true => phrase("Pin this run").to_owned(),
        false => plural!(MAX_PINNED_RUNS, "{count} run is pinned", "{count} runs are pinned"),
    };
    let restore_own = move |_| {
        pins.restore_own(page);
        focus(PIN);
    };
    // Who has changed something without pinning what was there can still compare with it.
    let before = page.results().before;
    let can_pin_before =
        move || before.with(Option::is_some) && pins.runs.with(PinnedRuns::is_empty);
    let pin_before = move |_| {
        pins.pin_before(page);
        focus(PIN);
    };
    let several = Memo::new(move |_| compared(page).len() > 1);
    view! {
        <section aria-labelledby="compare-title" node_ref=pins.place>
            <div class="compare-head">
                <h2 id="compare-title">{phrase("Compare")}</h2>
                <button type="button" aria-disabled=text(move || (!has_room()).to_string()) on:click=move |_| pins.pin(page)>
                    {text(label)}
                </button>
                <p class="quiet">
                    {phrase(
                        "Pin this run, then move a decision: both stay side by side, future by future, \
                         with the same luck.",
                    )}
                </p>
            </div>
            <p hidden=move || !can_pin_before()>
                <button type="button" on:click=pin_before>{phrase("Compare with before your change")}</button>
                " "
                <span class="quiet">
                    {phrase("Says how often each is ahead, and which of your decisions could still turn that around.")}
                </span>
            </p>
            <p role="alert" class="note">{text(move || pins.notice.get())}</p>
            <p hidden=move || !pins.replace_own.get()>
                <button type="button" on:click=restore_own>
                    {phrase("Restore my own runs")}
                </button>
            </p>
            <List pins />
            <Show when=move || several.get()>
                <Part name=phrase("Comparison") needed=always() load=|place| Box::pin(comparison(place)) />
            </Show>
        </section>
    }
}

/// What stands there once there are two runs.
#[wasm_split(compare, fallible)]
fn comparison(place: HtmlElement) -> Loaded {
    let page = use_page();
    let compared = Memo::new(move |_| compared(page));
    mount(place, move || {
        view! {
            <Chart chosen=page.results().pins.metric compared />
            <Table compared />
            <Flipping compared />
        }
    });
    Ok(())
}

/// What differs, in sentences, with what could turn them around, and as a table, whose outcomes say on demand what
/// they mean.
#[component]
fn Table(compared: Memo<Vec<ComparedRun>>) -> impl IntoView {
    let explained = RwSignal::new(false);
    let comparison = Memo::new(move |_| {
        let comparison = compared.with(|runs| side_by_side(runs));
        comparison.map(|comparison| markup::compare(&comparison)).unwrap_or_default()
    });
    view! {
        <div class="comparison" inner_html=text(move || comparison.with(|c| c.sentences.clone()))></div>
        <Part name=phrase(QUESTION) needed=always() load=|place| Box::pin(turning::load(place)) />
        <div
            class="comparison"
            class:explained=explained
            inner_html=text(move || comparison.with(|c| c.table.clone()))
        ></div>
        <WhatTheseMean explained />
    }
}
