//! Comparing runs: up to four are pinned, and the one that the page shows stands beside them.

mod chart;
mod flipping;
mod list;
mod loading;
mod runs;

use super::outcomes::WhatTheseMean;
use super::page::{Page, use_page};
use super::parts::{Part, View};
use crate::language::phrase;
use crate::markup;
use crate::plural;
use crate::scenario::{KeptRun, MOST_RUNS};
use crate::summary::compare::{Comparison, Digest, NOW, Named};
use chart::Chart;
use flipping::Flipping;
use leptos::prelude::*;
use list::List;
pub use runs::{Pinned, Runs};
use std::sync::Arc;
use wasm_split_helpers::wasm_split;

/// A run of the comparison: pinned, or the one that the page shows.
#[derive(Clone, PartialEq)]
pub struct Compared {
    /// Its name.
    pub name: String,
    /// The number of its colour; that of the page's own run comes after those of pinned ones.
    pub colour: usize,
    /// What came out.
    pub digest: Arc<Digest>,
    /// Whether the others are held against it.
    pub is_baseline: bool,
}

/// The runs that have results: the pinned ones, then what the page shows if that is none of them.
pub fn compared(page: Page) -> Vec<Compared> {
    let pinned = page.results.runs.pinned.get();
    let known = |digest: &Arc<Digest>| pinned.iter().any(|r| r.kept.scenario == digest.scenario);
    let now = page.results.digest.get().filter(|digest| !pinned.is_empty() && !known(digest));
    let now = now.map(|digest| Compared {
        name: phrase(NOW).to_owned(),
        colour: MOST_RUNS,
        digest,
        is_baseline: false,
    });
    let baseline = page.results.runs.baseline.get();
    let run = |(place, run): (usize, &Pinned)| {
        let KeptRun { name, colour, .. } = run.kept.clone();
        Some(Compared { name, colour, digest: run.digest.clone()?, is_baseline: place == baseline })
    };
    pinned.iter().enumerate().filter_map(run).chain(now).collect()
}

/// The place of the run that the others are held against: the first while that one is still being
/// simulated. None without runs.
fn baseline(runs: &[Compared]) -> Option<usize> {
    let marked = runs.iter().position(|run| run.is_baseline);
    marked.or((!runs.is_empty()).then_some(0))
}

/// The section: its head and the pinned runs.
#[component]
pub fn Compare() -> impl IntoView {
    let page = use_page();
    let runs = page.results.runs;
    let pin = move |_| runs.pin(page);
    let label = move || match runs.has_room() {
        true => phrase("Pin this run").to_owned(),
        false => plural!(MOST_RUNS, "{count} run is pinned", "{count} runs are pinned"),
    };
    let several = Memo::new(move |_| compared(page).len() > 1);
    view! {
        <section aria-labelledby="compare-title" node_ref=runs.place>
            <div class="compare-head">
                <h2 id="compare-title">{phrase("Compare")}</h2>
                <button type="button" disabled=move || !runs.has_room() on:click=pin>
                    {label}
                </button>
                <p class="quiet">
                    {phrase(
                        "Pin what you see, then move a decision: both stay side by side, future by future, with \
                         the same luck.",
                    )}
                </p>
            </div>
            <p role="alert" class="note">{move || runs.notice.get()}</p>
            <p hidden=move || !runs.in_place_of_own.get()>
                <button type="button" on:click=move |_| runs.restore_own(page)>
                    {phrase("Bring my own runs back")}
                </button>
            </p>
            <List runs />
            <Show when=move || several.get()>
                <Part name=phrase("Comparison") needed=true load=|| Box::pin(comparison()) />
            </Show>
        </section>
    }
}

/// What stands there once there are two runs.
#[wasm_split(compare, fallible)]
fn comparison() -> View {
    let page = use_page();
    let compared = Memo::new(move |_| compared(page));
    Ok(view! {
        <Chart chosen=page.results.runs.yardstick compared />
        <Table compared />
        <Flipping compared />
    }
    .into_any())
}

/// What differs, in sentences and as a table, whose outcomes say on demand what they mean.
#[component]
fn Table(compared: Memo<Vec<Compared>>) -> impl IntoView {
    let explained = RwSignal::new(false);
    let table = move || {
        compared.with(|runs| {
            let named: Vec<Named> =
                runs.iter().map(|run| Named { name: &run.name, digest: &run.digest }).collect();
            match baseline(runs) {
                Some(baseline) => markup::compare(&Comparison::of(&named, baseline)),
                None => String::new(),
            }
        })
    };
    view! {
        <div class="comparison" class:explained=explained inner_html=table></div>
        <WhatTheseMean explained />
    }
}
