//! The pinned runs: what is kept of them, and what a person does to them.

use super::loading::{self, Loaded};
use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::scenario::{KeptRun, KeptRuns, Link, MOST_RUNS, Scenario, free_name, tidy_name};
use crate::summary::compare::{Digest, Yardstick};
use crate::ui::details::digest;
use crate::ui::page::Page;
use leptos::html::Section;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// What a person reads when the browser does not keep them.
const NOT_KEPT: &str =
    to_phrase("This browser does not let the page keep pinned runs: they last until you close it.");

/// A pinned run on the page.
#[derive(Clone)]
pub struct Pinned {
    /// Tells it from the others for as long as the page lives.
    pub id: u32,
    /// What the browser keeps of it.
    pub kept: KeptRun,
    /// What came out; none while it is being simulated.
    pub digest: Option<Arc<Digest>>,
}

/// Handles to the pinned runs.
#[derive(Clone, Copy)]
pub struct Runs {
    /// The runs in their order.
    pub pinned: RwSignal<Vec<Pinned>>,
    /// The place of the one that the others are held against.
    pub baseline: RwSignal<usize>,
    /// The outcome by which they are drawn.
    pub yardstick: RwSignal<Yardstick>,
    /// What could not be read or kept.
    pub notice: RwSignal<String>,
    /// Whether a link's runs stand in the place of a person's own, which the browser keeps.
    pub in_place_of_own: RwSignal<bool>,
    /// The section that compares them, to be scrolled to.
    pub place: NodeRef<Section>,
    ids: StoredValue<u32>,
}

impl Runs {
    /// No runs yet.
    pub fn new() -> Self {
        Self {
            pinned: RwSignal::new(Vec::new()),
            baseline: RwSignal::new(0),
            yardstick: RwSignal::new(Yardstick::Ever),
            notice: RwSignal::new(String::new()),
            in_place_of_own: RwSignal::new(false),
            place: NodeRef::new(),
            ids: StoredValue::new(0),
        }
    }

    /// Loads the runs of the link that the page opened with, or else those that the browser has stored.
    pub fn load(self, page: Page, link: Option<&Link>) {
        self.put(loading::load(link));
        self.simulate(page);
    }

    /// Puts a person's own runs back into their place.
    pub fn restore_own(self, page: Page) {
        self.put(loading::load_kept());
        self.simulate(page);
    }

    fn put(self, Loaded { runs, notice, in_place_of_own }: Loaded) {
        self.pinned.set(Vec::new());
        self.baseline.set(runs.baseline);
        self.notice.set(notice);
        self.in_place_of_own.set(in_place_of_own);
        runs.runs.into_iter().for_each(|run| self.add(run, None));
    }

    /// The runs as they are kept.
    pub fn to_keep(self) -> KeptRuns {
        let runs = self.pinned.with(|pinned| pinned.iter().map(|run| run.kept.clone()).collect());
        KeptRuns { runs, baseline: self.baseline.get() }
    }

    /// Simulates the runs that have no results yet.
    fn simulate(self, page: Page) {
        for run in self.pinned.get_untracked().iter().filter(|run| run.digest.is_none()) {
            self.simulate_scenario(page, run.kept.scenario);
        }
    }

    fn simulate_scenario(self, page: Page, scenario: Scenario) {
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
        self.pinned.update(|pinned| {
            let same = |run: &&mut Pinned| run.kept.scenario == digest.scenario;
            pinned.iter_mut().filter(same).for_each(|run| run.digest = Some(digest.clone()));
        });
    }

    /// Whether there is room for one more.
    pub fn has_room(self) -> bool {
        self.pinned.with(|pinned| pinned.len() < MOST_RUNS)
    }

    /// Pins a run under the first letter and colour that are free.
    pub fn pin(self, page: Page) {
        let mut names = ('A'..='Z').map(|letter| phrase!("Run {letter}", letter));
        let name = names.find(|name| !self.has(name)).unwrap_or_default();
        self.pin_as(page, &name, page.scenario.get_untracked());
    }

    /// Pins a run under this name, with a number if another one has it, if there is room.
    pub fn pin_as(self, page: Page, name: &str, scenario: Scenario) {
        if !self.has_room() {
            return;
        }
        let colour = self.pinned.with_untracked(|pinned| {
            let free = |colour: &usize| pinned.iter().all(|run| run.kept.colour != *colour);
            (0..MOST_RUNS).find(free).unwrap_or_default()
        });
        let name = free_name(name, |name| self.has(name));
        let digest = page.results.digest_of(&scenario);
        if digest.is_none() {
            self.simulate_scenario(page, scenario);
        }
        self.add(KeptRun { name, colour, scenario }, digest);
        self.save();
    }

    /// Whether a run has this name.
    fn has(self, name: &str) -> bool {
        self.pinned.with_untracked(|pinned| pinned.iter().any(|run| run.kept.name == name))
    }

    fn add(self, kept: KeptRun, digest: Option<Arc<Digest>>) {
        self.ids.update_value(|ids| *ids += 1);
        self.pinned.update(|pinned| pinned.push(Pinned { id: self.ids.get_value(), kept, digest }));
    }

    /// Lets a run go.
    pub fn drop(self, id: u32) {
        let place = self.place(id);
        self.baseline.update(|baseline| match place {
            Some(place) if place < *baseline => *baseline -= 1,
            Some(place) if place == *baseline => *baseline = 0,
            _ => {}
        });
        self.pinned.update(|pinned| pinned.retain(|run| run.id != id));
        self.save();
    }

    /// Gives a run another name; an empty one is refused, and the name stays.
    pub fn rename(self, id: u32, name: &str) {
        let name = tidy_name(name);
        if !name.is_empty() {
            self.change(id, |kept| kept.name = name);
        }
    }

    /// Gives a run the next colour; one that has it takes its own.
    pub fn recolour(self, id: u32) {
        let Some(run) = self.find(id) else { return };
        let (old, new) = (run.kept.colour, (run.kept.colour + 1) % MOST_RUNS);
        self.pinned.update(|pinned| {
            for run in pinned {
                run.kept.colour = match run.kept.colour {
                    _ if run.id == id => new,
                    colour if colour == new => old,
                    colour => colour,
                };
            }
        });
        self.save();
    }

    /// Holds the others against this run.
    pub fn set_baseline(self, id: u32) {
        if let Some(place) = self.place(id) {
            self.baseline.set(place);
            self.save();
        }
    }

    /// A run by its number.
    pub fn find(self, id: u32) -> Option<Pinned> {
        self.pinned.with(|pinned| pinned.iter().find(|run| run.id == id).cloned())
    }

    fn place(self, id: u32) -> Option<usize> {
        self.pinned.with_untracked(|pinned| pinned.iter().position(|run| run.id == id))
    }

    fn change(self, id: u32, change: impl FnOnce(&mut KeptRun)) {
        self.pinned.update(|pinned| {
            if let Some(run) = pinned.iter_mut().find(|run| run.id == id) {
                change(&mut run.kept);
            }
        });
        self.save();
    }

    fn save(self) {
        if self.in_place_of_own.get_untracked() {
            return;
        }
        let is_kept = untrack(|| loading::save(&self.to_keep()));
        let notice = if is_kept { "" } else { phrase(NOT_KEPT) };
        self.notice.set(notice.to_owned());
    }
}
