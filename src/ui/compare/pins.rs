//! The pinned runs on the page: signals around [`PinnedRuns`], what the browser stores, and their
//! simulation.

use crate::language::phrase;
use crate::scenario::{Link, Scenario};
use crate::state::pins::PinnedRuns;
use crate::state::stored_pins::{
    KEY, LINKED_KEY, LinkedRuns, OpenedPins, Stored, UNREADABLE_KEY, choose, notice_after_storing,
    own,
};
use crate::summary::compare::{Digest, OutcomeMetric, medians_of};
use crate::ui::browser::storage::{load, load_for_tab, store, store_for_tab};
use crate::ui::details::digest;
use crate::ui::page::Page;
use crate::ui::runner::Purpose;
use gloo_events::EventListener;
use leptos::html::Section;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// What a tab knows of the browser's storage.
#[derive(Default)]
struct Known {
    /// The runs of a link that have come into this tab.
    linked: Option<LinkedRuns>,
    /// The text of a person's own runs.
    own: Option<String>,
}

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
    pub replace_own: RwSignal<bool>,
    /// What this tab knows of the browser's storage.
    known: StoredValue<Known, LocalStorage>,
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
            replace_own: RwSignal::new(false),
            known: StoredValue::new_local(Known::default()),
            place: NodeRef::new(),
        }
    }

    /// Pins the runs of a link that has been opened, or else those that the browser has stored. `is_again`:
    /// whether the page has been loaded again, and goes on with what became of its link's runs.
    pub fn load(self, page: Page, link: Option<&Link>, is_again: bool) {
        let own = load(KEY);
        let linked = is_again.then(|| load_for_tab(LINKED_KEY)).flatten();
        let stored = Stored { own: own.as_deref(), linked: linked.as_deref() };
        self.open(page, choose(link, stored, back_up));
    }

    /// Pins a person's own runs again.
    pub fn restore_own(self, page: Page) {
        let put_away = |known: &Known| known.linked.as_ref().map(LinkedRuns::put_away);
        let linked = self.known.with_value(put_away);
        self.open(page, OpenedPins { linked, ..own(load(KEY).as_deref(), back_up) });
    }

    fn open(self, page: Page, opened: OpenedPins) {
        if let Some(text) = opened.to_store {
            store(KEY, &text);
        }
        if let Some(linked) = &opened.linked {
            store_for_tab(LINKED_KEY, &linked.to_text());
        }
        self.runs.update(|runs| runs.replace(opened.runs));
        self.notice.set(opened.notice);
        self.replace_own.set(opened.linked.as_ref().is_some_and(LinkedRuns::replace_own));
        self.known.set_value(Known { linked: opened.linked, own: load(KEY) });
        self.simulate_missing(page);
    }

    /// Takes what another tab has stored since, for as long as the page lives.
    pub fn follow_other_tabs(self, page: Page) {
        EventListener::new(&window(), "storage", move |_| self.catch_up(page)).forget();
    }

    /// Takes what another tab has stored since this one has last read or stored the runs: so no tab overwrites
    /// what it has not seen.
    fn catch_up(self, page: Page) {
        let stored = load(KEY);
        if self.replace_own.get_untracked()
            || stored.is_none()
            || self.known.with_value(|known| known.own == stored)
        {
            return;
        }
        let opened = own(stored.as_deref(), back_up);
        self.known.update_value(|known| known.own = stored);
        self.runs.update(|runs| runs.adopt(opened.runs));
        self.notice.set(opened.notice);
        self.simulate_missing(page);
    }

    /// Pins what the page shows.
    pub fn pin(self, page: Page) {
        let scenario = page.scenario.get_untracked();
        let digest = page.results().digest_of(&scenario);
        self.change(page, |runs| runs.pin(scenario, digest));
        self.simulate_missing(page);
    }

    /// Pins what the page showed before the last change.
    pub fn pin_before(self, page: Page) {
        let Some(before) = page.results().before.get_untracked() else { return };
        let scenario = before.scenario;
        self.change(page, |runs| runs.pin_as(phrase("Before"), scenario, Some(before)));
        self.simulate_missing(page);
    }

    /// Changes the runs by a function that returns whether it changed anything, and stores them.
    pub fn change(self, page: Page, change: impl FnOnce(&mut PinnedRuns) -> bool) {
        self.catch_up(page);
        if !self.runs.try_update(change).unwrap_or_default() {
            return;
        }
        let runs = self.runs.with_untracked(PinnedRuns::to_keep);
        let mut is_stored = false;
        self.known.update_value(|known| match &mut known.linked {
            Some(linked) if linked.replace_own() => {
                *linked = linked.changed(runs);
                is_stored = store_for_tab(LINKED_KEY, &linked.to_text());
            }
            _ => {
                is_stored = store(KEY, &runs.to_text());
                known.own = load(KEY);
            }
        });
        if !(is_stored && self.replace_own.get_untracked()) {
            self.notice.set(notice_after_storing(is_stored).to_owned());
        }
    }

    /// Drops a run; what is simulated only for it stops.
    pub fn drop_run(self, page: Page, id: u32) {
        let unfinished = self.runs.with_untracked(PinnedRuns::unfinished);
        self.change(page, |runs| runs.drop_run(id));
        let still = self.runs.with_untracked(PinnedRuns::unfinished);
        for scenario in unfinished.iter().filter(|scenario| !still.contains(scenario)) {
            page.cancel_in_background(scenario, Purpose::Pin);
        }
    }

    /// Simulates the runs that have no results yet, as far as the page leaves time for it.
    pub fn simulate_missing(self, page: Page) {
        for scenario in self.runs.with_untracked(PinnedRuns::missing_results) {
            self.simulate(page, scenario);
        }
        for earlier in self.runs.with_untracked(PinnedRuns::missing_earlier) {
            page.simulate_in_background(earlier, Purpose::Pin, move |ensemble| {
                if let Some(medians) = medians_of(&earlier, &ensemble) {
                    self.runs.update(|runs| runs.record_earlier(&earlier, medians));
                }
            });
        }
    }

    fn simulate(self, page: Page, scenario: Scenario) {
        page.simulate_in_background(scenario, Purpose::Pin, move |ensemble| {
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

/// Stores a text that cannot be read, so that nothing is lost; returns whether the browser did.
fn back_up(text: &str) -> bool {
    store(UNREADABLE_KEY, text)
}
