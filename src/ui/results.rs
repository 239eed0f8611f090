//! What came out of the scenario on the page: signals that the parts share. The first chart needs none of
//! them, so they are made by the first part that does ([`Page::results`]).

use super::browser::reactive::effect;
use super::browser::sections;
use super::browser::storage::{store_for_tab, take_for_tab};
use super::compare::Pins;
use super::page::Page;
use super::runner::Purpose;
use crate::ensemble::{Ensemble, Ranking};
use crate::model::Chronicle;
use crate::scenario::Scenario;
use crate::state::future_place::FuturePlace;
use crate::state::history::History;
use crate::state::origins::Origins;
use crate::state::resume::{self, Resume};
use crate::state::sharing::Opened;
use crate::summary::Summary;
use crate::summary::compare::{Digest, medians_of};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::sync::Arc;

/// Time for which a complete ensemble must have stood before the parts get it, milliseconds: not while a
/// slider is dragged.
const SETTLED_MS: u32 = 400;

/// All futures of a scenario.
pub struct Complete {
    /// The scenario.
    pub scenario: Scenario,
    /// Its futures; the runner holds the same ones.
    pub ensemble: Arc<Ensemble>,
    /// The futures by their luck.
    pub ranking: Ranking,
}

impl Complete {
    /// What the page shows of it, with unknowns as soon as they are counted; of a scenario that the page has moved
    /// on from, by luck alone.
    pub fn summary(&self, page: Page) -> Option<Summary> {
        let shown = page.summary.get_untracked();
        shown
            .filter(|summary| summary.scenario == self.scenario)
            .or_else(|| Summary::with_or_without_unknowns(&self.scenario, &self.ensemble, false))
    }
}

/// Handles to what came out.
#[derive(Clone, Copy)]
pub struct Results {
    /// The last complete ensemble of what the page showed; none before there is one.
    pub complete: RwSignal<Option<Arc<Complete>>>,
    /// The rank in it of the future that is shown school by school; none for the one nearest the median.
    pub rank: RwSignal<Option<usize>>,
    /// That future, school by school.
    pub chronicle: RwSignal<Option<Arc<Chronicle>>>,
    /// The last complete ensemble in short, a little later.
    pub digest: RwSignal<Option<Arc<Digest>>>,
    /// What the last change did; empty before there is one.
    pub change: RwSignal<String>,
    /// The complete ensemble in short from which the last change is described.
    pub before: RwSignal<Option<Arc<Digest>>>,
    /// Undo and redo.
    pub history: RwSignal<History>,
    /// The pinned runs.
    pub pins: Pins,
    /// What nothing on the page follows.
    kept: StoredValue<Kept, LocalStorage>,
}

/// What the page remembers besides its signals.
struct Kept {
    /// What was opened as a whole, and under which name.
    origins: Origins,
    /// What has been opened, until it is compared with what comes out.
    opened: Opened,
}

impl Results {
    /// Nothing yet; the complete ensembles of the page from now on.
    pub fn follow(page: Page) -> Self {
        // Who is quick has moved on from it by now.
        let scenario = page.first.get_value();
        let resume = take_for_tab(resume::KEY).and_then(|text| Resume::from_text(&text, &scenario));
        let (history, origins) = match &resume {
            Some(resume) => (resume.history.clone(), resume.origins.clone()),
            None => (History::new(scenario), Origins::new(scenario)),
        };
        let results = Self {
            history: RwSignal::new(history),
            complete: RwSignal::new(None),
            rank: RwSignal::new(None),
            chronicle: RwSignal::new(None),
            digest: RwSignal::new(None),
            change: RwSignal::new(String::new()),
            before: RwSignal::new(None),
            pins: Pins::new(),
            kept: StoredValue::new_local(Kept { origins, opened: Opened::default() }),
        };
        if let Some(resume) = resume {
            results.show_origin(page);
            sections::open(resume.open);
        }
        results.follow_origin(page);
        let settling: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
        effect(move || {
            let share = move || {
                if let Some((scenario, ensemble)) = page.completed() {
                    let ranking = Ranking::of(&ensemble);
                    results.complete.set(Some(Arc::new(Complete { scenario, ensemble, ranking })));
                }
            };
            settling.set_value(page.complete.get().then(|| Timeout::new(SETTLED_MS, share)));
        });
        results
    }

    /// Notes what is opened as a whole, which is a step at once: who is quick can undo it too.
    fn follow_origin(self, page: Page) {
        effect(move || {
            let opened = page.origin.get();
            let name = page.name.get_untracked().unwrap_or_default();
            let mut is_new = false;
            self.kept.update_value(|Kept { origins, .. }| {
                is_new = origins.opened() != opened || origins.name() != name;
                if is_new {
                    origins.open(opened, &name);
                }
            });
            if is_new {
                self.history.update(|history| history.settle(opened));
            }
        });
    }

    /// A change has come to rest: it is a step that can be undone.
    pub fn settle(self, page: Page) {
        let scenario = page.scenario.get_untracked();
        self.history.update(|history| history.settle(scenario));
        self.kept.update_value(|kept| kept.origins.settle(scenario));
        self.keep(resume::SETTLED_KEY);
    }

    /// A scenario is shown that undo, the browser or a link has led to: it has the name and the origin that it
    /// had.
    pub fn go_to(self, page: Page, scenario: Scenario) {
        self.kept.update_value(|kept| kept.origins.go_to(scenario));
        self.show_origin(page);
    }

    fn show_origin(self, page: Page) {
        let (opened, name) = self
            .kept
            .with_value(|Kept { origins, .. }| (origins.opened(), origins.name().to_owned()));
        page.name.set((!name.is_empty()).then_some(name));
        page.origin.set(opened);
    }

    /// Gives what is shown another name.
    pub fn rename(self, page: Page, name: String) {
        self.kept.update_value(|kept| kept.origins.rename(&name));
        page.name.set((!name.is_empty()).then_some(name));
    }

    /// Keeps for the next page of this tab what its address does not hold; returns whether the browser did.
    pub fn keep_for_next_page(self, page: Page) -> bool {
        self.settle(page);
        self.keep(resume::KEY)
    }

    fn keep(self, key: &str) -> bool {
        let resume = Resume {
            history: self.history.get_untracked(),
            origins: self.kept.with_value(|kept| kept.origins.clone()),
            open: sections::opened(),
        };
        store_for_tab(key, &resume.to_text())
    }

    /// Says what comes out differently now than when a link or a file was made, as soon as that is known. An
    /// earlier version of the model simulates it again, unless the link holds what came out.
    pub fn compare_with_now(self, page: Page, opened: Opened) {
        let missing = opened.missing();
        self.kept.update_value(|kept| kept.opened = opened);
        let Some(earlier) = missing else { return };
        page.simulate_in_background(earlier, Purpose::Opened, move |ensemble| {
            if let Some(medians) = medians_of(&earlier, &ensemble) {
                self.kept.update_value(|kept| kept.opened.record(&earlier, medians));
            }
            if let Some(digest) = self.digest.get_untracked() {
                self.notice_difference(page, &digest);
            }
        });
    }

    /// Shows a notice on what comes out differently, if it is of the scenario that the page shows.
    pub fn notice_difference(self, page: Page, digest: &Digest) {
        if digest.scenario != page.scenario.get_untracked() {
            return;
        }
        let difference = self.kept.try_update_value(|kept| kept.opened.difference(digest));
        if let Some(sentence) = difference.flatten() {
            page.notice.set(Some(sentence));
        }
    }

    /// The digest of this scenario; none while it is not complete.
    pub fn digest_of(self, scenario: &Scenario) -> Option<Arc<Digest>> {
        self.digest.get_untracked().filter(|digest| digest.scenario == *scenario)
    }

    /// Whether the last complete ensemble is not, or not yet, of this scenario.
    pub fn are_stale(self, scenario: &Scenario) -> bool {
        self.complete.with(|complete| complete.as_ref().is_none_or(|c| c.scenario != *scenario))
    }

    /// The replicate of the future that is shown school by school: the first, before there is a complete
    /// ensemble.
    pub fn replicate(self) -> u64 {
        let rank = self.rank.get();
        self.complete.with(|complete| {
            FuturePlace::replicate(complete.as_ref().map(|complete| &complete.ranking), rank)
        })
    }
}
