//! Comparing runs: up to four are pinned, and the one that the page shows stands beside them.

mod chart;
mod flipping;
mod list;
mod loading;
mod runs;

use super::state::Companion;
use crate::language::phrase;
use crate::markup;
use crate::plural;
use crate::scenario::{KeptRun, MOST_RUNS};
use crate::summary::compare::{Comparison, Digest, NOW, Named};
use crate::ui::outcomes_view::WhatTheseMean;
use chart::Chart;
use flipping::Flipping;
use leptos::prelude::*;
use list::List;
pub use runs::{Pinned, Runs};
use std::sync::Arc;

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
pub fn compared(companion: Companion) -> Vec<Compared> {
    let pinned = companion.runs.pinned.get();
    let known = |digest: &Arc<Digest>| pinned.iter().any(|r| r.kept.scenario == digest.scenario);
    let now = companion.digest.get().filter(|digest| !pinned.is_empty() && !known(digest));
    let now = now.map(|digest| Compared {
        name: phrase(NOW).to_owned(),
        colour: MOST_RUNS,
        digest,
        is_baseline: false,
    });
    let baseline = companion.runs.baseline.get();
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

/// The whole section.
#[component]
pub fn Compare(companion: Companion) -> impl IntoView {
    let runs = companion.runs;
    let compared = Memo::new(move |_| compared(companion));
    let pin = move |_| runs.pin(companion.scenario.get_untracked(), companion.fresh_digest());
    let label = move || match runs.has_room() {
        true => phrase("Pin this run").to_owned(),
        false => plural!(MOST_RUNS, "{count} run is pinned", "{count} runs are pinned"),
    };
    let several = Memo::new(move |_| compared.with(|runs| runs.len() > 1));
    view! {
        <section aria-labelledby="compare-title">
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
                <button type="button" on:click=move |_| runs.bring_back()>
                    {phrase("Bring my own runs back")}
                </button>
            </p>
            <List runs />
            <Show when=move || several.get()>
                <Chart chosen=runs.yardstick compared />
                <Table compared />
                <Flipping companion compared />
            </Show>
        </section>
    }
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
