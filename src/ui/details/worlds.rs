//! Simulates the page's scenarios with unknowns, in the background and in waves, and puts what comes of them where
//! claims are made: the wide band and the headline, the digests of what is shown and of the pinned runs.

use crate::scenario::Scenario;
use crate::state::worlds::{Wave, WorldCounts, wanted};
use crate::summary::compare::{Digest, Worlds};
use crate::summary::{Summary, headline_with_unknowns};
use crate::ui::browser::reactive::effect;
use crate::ui::compare::compared;
use crate::ui::page::Page;
use crate::ui::results::Results;
use crate::ui::runner::Purpose;
use crate::ui::yield_to_browser;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// The worlds so far, and what is being simulated.
#[derive(Default)]
struct Counting {
    counts: WorldCounts,
    under_way: Option<Wave>,
}

type Handle = StoredValue<Counting, LocalStorage>;

/// Counts for as long as the page lives.
pub fn follow(page: Page) {
    let counting: Handle = StoredValue::new_local(Counting::default());
    let results = page.results();
    effect(move || {
        results.digest.track();
        results.before.track();
        results.pins.runs.track();
        page.outcomes_at.track();
        go_on(page, counting);
    });
    effect(move || {
        // What it was before is in the headline.
        if let Some(before) = results.before.get() {
            show_before(page, &before);
        }
        let Some(digest) = results.digest.get() else { return };
        spawn_local(show(page, digest));
    });
}

/// Hands the worlds so far to those who lack them, and simulates the next ones.
fn go_on(page: Page, counting: Handle) {
    let results = page.results();
    if hand_over(results, counting) {
        // Whoever follows them comes back here.
        return;
    }
    let next = untrack(|| {
        let (shown, before) = (results.digest.get(), results.before.get());
        let at = page.outcomes_at.get();
        let wanted = wanted(shown.as_deref(), before.as_deref(), &compared(page), at);
        counting.with_value(|counting| counting.counts.next(&wanted))
    });
    let under_way = counting.with_value(|counting| counting.under_way.clone());
    if next == under_way {
        return;
    }
    if let Some(wave) = &under_way {
        page.cancel_batch(&wave.batch, Purpose::Worlds);
    }
    counting.update_value(|counting| counting.under_way = next.clone());
    let Some(wave) = next else { return };
    let batch = wave.batch.clone();
    page.simulate_batch(
        batch,
        Purpose::Worlds,
        Box::new(move |ensemble| {
            counting.update_value(|counting| {
                counting.counts.record(&wave, &ensemble);
                counting.under_way = None;
            });
            go_on(page, counting);
        }),
    );
}

/// Puts new worlds into the digests of their scenarios; returns whether there were any.
fn hand_over(results: Results, counting: Handle) -> bool {
    let counted = |digest: &Arc<Digest>| {
        let worlds = worlds_of(counting, &digest.scenario)?;
        let is_known = digest.worlds.as_ref().is_some_and(|known| Arc::ptr_eq(known, &worlds));
        (!is_known).then(|| Arc::new(digest.with_worlds(worlds)))
    };
    let mut is_any = false;
    for signal in [results.digest, results.before] {
        if let Some(digest) = signal.get_untracked().as_ref().and_then(counted) {
            is_any = true;
            signal.set(Some(digest));
        }
    }
    let pinned: Vec<Arc<Digest>> = results.pins.runs.with_untracked(|pinned| {
        let digests = pinned.runs().iter().filter_map(|run| run.digest.as_ref());
        digests.filter_map(counted).collect()
    });
    for digest in pinned {
        is_any = true;
        results.pins.record(&digest);
    }
    is_any
}

fn worlds_of(counting: Handle, scenario: &Scenario) -> Option<Arc<Worlds>> {
    counting.with_value(|counting| counting.counts.of(scenario).cloned())
}

/// Draws the median with unknowns of what was before the last change.
fn show_before(page: Page, digest: &Digest) {
    let is_of = |before: &Option<Summary>| {
        before.as_ref().is_some_and(|before| before.scenario == digest.scenario)
    };
    let Some(worlds) = digest.worlds.as_ref().filter(|_| page.before.with_untracked(is_of)) else {
        return;
    };
    let band = worlds.band().map(Arc::new);
    page.before.update(|before| {
        if let Some(before) = before {
            before.bands.wide = band;
        }
    });
}

/// Shows the wide band and the headline with unknowns, if the page still shows their scenario.
async fn show(page: Page, digest: Arc<Digest>) {
    let Some(worlds) = &digest.worlds else { return };
    // Numbers that will move a lot are not worth showing.
    if !worlds.are_enough() {
        return;
    }
    // As luck alone is exact only once it is complete, a scenario that draws its unknowns shows those.
    if digest.scenario.sensitivity.uncertain_constants {
        return;
    }
    yield_to_browser().await;
    let band = worlds.band().map(Arc::new);
    yield_to_browser().await;
    let before = page.results().before.get_untracked();
    let headline = headline_with_unknowns(&digest, before.as_deref());
    page.summary.update(|summary| {
        let summary = summary.as_mut().filter(|summary| summary.scenario == digest.scenario);
        if let (Some(summary), Some(band), Some(headline)) = (summary, band, headline) {
            summary.bands.wide = Some(band);
            summary.headline = headline;
            summary.outcomes = Some(digest.outcomes.clone());
        }
    });
}
