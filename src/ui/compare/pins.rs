//! The pinned runs on the page: signals around [`PinnedRuns`], what the browser stores, and their
//! simulation.

use crate::scenario::{Link, Scenario};
use crate::state::pins::PinnedRuns;
use crate::state::stored_pins::{
    KEY, OpenedPins, UNREADABLE_KEY, choose, notice_after_storing, own,
};
use crate::summary::compare::{Digest, OutcomeMetric};
use crate::ui::browser::storage::{load, store};
use crate::ui::details::digest;
use crate::ui::page::Page;
use leptos::html::Section;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// Handles to the pinned runs.
#[derive(Clone, Copy)]
pub struct Pins {
    /// The runs.
    pub runs: RwSignal<PinnedRuns>,
    /// The outcome by which they are drawn.
    pub metric: RwSignal<OutcomeMetric>,
    /// What could not be read or stored.
    pub notice: RwSignal<String>,
    /// Whether a link's runs replace a person's own, which stay stored.
    pub in_place_of_own: RwSignal<bool>,
    /// The section that compares them, to be scrolled to.
    pub place: NodeRef<Section>,
}

impl Pins {
    /// No runs yet.
    pub fn new() -> Self {
        Self {
            runs: RwSignal::new(PinnedRuns::default()),
            metric: RwSignal::new(OutcomeMetric::Ever),
            notice: RwSignal::new(String::new()),
            in_place_of_own: RwSignal::new(false),
            place: NodeRef::new(),
        }
    }

    /// Pins the runs of the link that the page opened with, or else those that the browser has stored.
    pub fn load(self, page: Page, link: Option<&Link>) {
        let stored = load(KEY);
        self.open(page, choose(link, stored.as_deref(), |text| store(UNREADABLE_KEY, text)));
    }

    /// Pins a person's own runs again.
    pub fn restore_own(self, page: Page) {
        let stored = load(KEY);
        self.open(page, own(stored.as_deref(), |text| store(UNREADABLE_KEY, text)));
    }

    fn open(self, page: Page, opened: OpenedPins) {
        if let Some(text) = opened.to_store {
            store(KEY, &text);
        }
        self.runs.update(|runs| runs.replace(opened.runs));
        self.notice.set(opened.notice);
        self.in_place_of_own.set(opened.in_place_of_own);
        self.simulate_missing(page);
    }

    /// Pins what the page shows.
    pub fn pin(self, page: Page) {
        let scenario = page.scenario.get_untracked();
        let digest = page.results().digest_of(&scenario);
        self.change(|runs| runs.pin(scenario, digest));
        self.simulate_missing(page);
    }

    /// Changes the runs by a function that returns whether it changed anything, and stores them.
    pub fn change(self, change: impl FnOnce(&mut PinnedRuns) -> bool) {
        let is_changed = self.runs.try_update(change).unwrap_or_default();
        if is_changed && !self.in_place_of_own.get_untracked() {
            let text = self.runs.with_untracked(PinnedRuns::to_keep).to_text();
            self.notice.set(notice_after_storing(store(KEY, &text)).to_owned());
        }
    }

    /// Simulates the runs that have no results yet, as far as the page leaves time for it.
    pub fn simulate_missing(self, page: Page) {
        for scenario in self.runs.with_untracked(PinnedRuns::missing_results) {
            self.simulate(page, scenario);
        }
    }

    fn simulate(self, page: Page, scenario: Scenario) {
        page.simulate_in_background(scenario, move |ensemble| {
            spawn_local(async move {
                if let Some(digest) = digest(&scenario, &ensemble).await {
                    self.record(&digest);
                }
            });
        });
    }

    /// Records what came out of a scenario for the runs of it.
    pub fn record(self, digest: &Arc<Digest>) {
        if self.runs.with_untracked(|runs| runs.holds(&digest.scenario)) {
            self.runs.update(|runs| {
                runs.record(digest);
            });
        }
    }
}
