//! What the companion knows: where the page is, and the futures it was given.

use super::compare::Runs;
use crate::ensemble::{Ensemble, Ranking};
use crate::model::{Chronicle, chronicle};
use crate::scenario::{Link, Preset, Scenario};
use crate::summary::View;
use crate::summary::compare::{Course, Digest, change, said_otherwise};
use crate::ui::between::{self, Futures, hear, say};
use crate::ui::breathe;
use crate::ui::embed::is_embedded;
use crate::ui::runner::runs_of;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// Time without a change after which one future is told school by school, milliseconds: not in every
/// frame of a drag.
const SETTLED: u32 = 120;

/// Runs that are taken over at once.
const RUNS_AT_ONCE: u64 = 50;

/// Takes futures over, in steps between which the page answers.
pub async fn ensemble_of(futures: &Futures) -> Ensemble {
    let mut ensemble = Ensemble::new(futures.months);
    for (replicate, run) in (0..).zip(runs_of(futures.months, &futures.values)) {
        ensemble.add(replicate, run);
        if (replicate + 1) % RUNS_AT_ONCE == 0 {
            breathe().await;
        }
    }
    ensemble
}

/// All futures of a scenario.
pub struct Complete {
    /// The scenario.
    pub scenario: Scenario,
    /// Its futures.
    pub ensemble: Ensemble,
    /// The futures by their luck.
    pub ranking: Ranking,
}

/// Handles to the state; every part has them.
#[derive(Clone, Copy)]
pub struct Companion {
    /// The scenario that the page shows.
    pub scenario: RwSignal<Scenario>,
    /// The preset that its calendar is of; other than the scenario it stays while decisions move.
    pub preset: Memo<Option<Preset>>,
    /// The month that the page looks at.
    pub month: RwSignal<u32>,
    /// The view that its chart shows.
    pub view: RwSignal<View>,
    /// The last complete ensemble of what the page shows; none before there is one.
    pub complete: RwSignal<Option<Arc<Complete>>>,
    /// The place in it of the future that is told; none for the one nearest the median.
    pub rank: RwSignal<Option<usize>>,
    /// One future, school by school.
    pub chronicle: RwSignal<Option<Arc<Chronicle>>>,
    /// The last complete ensemble in short.
    pub digest: RwSignal<Option<Arc<Digest>>>,
    /// What the last change did; empty before there is one.
    pub change: RwSignal<String>,
    /// The pinned runs.
    pub runs: Runs,
    /// The link that the page opened with, until what it says came out is looked at.
    opened: StoredValue<Option<Link>>,
}

impl Companion {
    /// The state of a companion that has just been brought.
    pub fn new() -> Self {
        let link = between::place().and_then(|place| place.get_attribute("data-link"));
        let scenario = link.and_then(|link| Scenario::from_link(&link).ok());
        let address = window().location().hash().unwrap_or_default();
        // Runs of a link have no place in an embed, and nothing is kept for it.
        let opened = Link::read(&address).ok().filter(|_| !is_embedded());
        let lost = opened.as_ref().map(|link| link.lost.clone()).unwrap_or_default();
        let scenario = RwSignal::new(scenario.unwrap_or_default());
        let companion = Self {
            scenario,
            preset: Memo::new(move |_| scenario.with(|scenario| scenario.preset)),
            month: RwSignal::new(0),
            view: RwSignal::new(View::Bands),
            complete: RwSignal::new(None),
            rank: RwSignal::new(None),
            chronicle: RwSignal::new(None),
            digest: RwSignal::new(None),
            change: RwSignal::new(String::new()),
            runs: Runs::load(opened.as_ref()),
            opened: StoredValue::new(opened),
        };
        if !lost.is_empty() {
            say(between::NOTICE, &lost.join(" ").into());
        }
        companion
    }

    /// Follows the page for as long as it lives.
    pub fn follow(self) {
        hear(between::SCENARIO, move |link| {
            if let Some(Ok(scenario)) = link.as_string().map(|link| Scenario::from_link(&link)) {
                self.scenario.set(scenario);
            }
        });
        hear(between::MONTH, move |month| {
            if let Some(month) = month.as_f64() {
                self.month.set(month as u32);
            }
        });
        hear(between::VIEW, move |name| {
            if let Some(view) = name.as_string().and_then(|name| View::from_name(&name)) {
                self.view.set(view);
            }
        });
        hear(between::FUTURES, move |message| {
            if let Some(futures) = Futures::from_message(&message) {
                spawn_local(self.take(futures));
            }
        });
        self.tell_one_future();
    }

    /// Takes the futures of a scenario, in steps between which the page answers.
    async fn take(self, futures: Futures) {
        let Ok(scenario) = Scenario::from_link(&futures.link) else { return };
        let ensemble = ensemble_of(&futures).await;
        let Some(mut digest) = Digest::without_courses(&scenario, &ensemble) else { return };
        breathe().await;
        for course in Course::all(&ensemble) {
            digest.courses.push(course);
            breathe().await;
        }
        self.show(
            Complete { scenario, ranking: Ranking::of(&ensemble), ensemble },
            Arc::new(digest),
        );
    }

    /// Shows what came out, if it is of what the page shows, and gives it to the pinned runs.
    fn show(self, complete: Complete, digest: Arc<Digest>) {
        self.runs.take(&digest);
        if complete.scenario == self.scenario.get_untracked() {
            self.tell_change(&digest);
            self.tell_since(&digest);
            self.digest.set(Some(digest));
            self.complete.set(Some(Arc::new(complete)));
        }
    }

    /// Says what became of the last complete ensemble's numbers.
    fn tell_change(self, after: &Digest) {
        let before = self.digest.get_untracked();
        if let Some(change) = before.and_then(|before| change(&before, after)) {
            self.change.set(change.text);
        }
    }

    /// Says what came out otherwise when the link was made that the page opened with.
    fn tell_since(self, digest: &Digest) {
        let opened = self.opened.try_update_value(Option::take).flatten();
        let before =
            opened.filter(|link| link.shown.scenario == digest.scenario).and_then(|link| link.said);
        if let Some(sentence) = before.and_then(|before| said_otherwise(before, digest)) {
            say(between::NOTICE, &sentence.into());
        }
    }

    /// The digest of what the page shows; none while that is not complete.
    pub fn fresh_digest(self) -> Option<Arc<Digest>> {
        let scenario = self.scenario.get_untracked();
        self.digest.get_untracked().filter(|digest| digest.scenario == scenario)
    }

    /// Whether the last complete ensemble is not, or not yet, of the scenario that is shown.
    pub fn is_stale(self) -> bool {
        let scenario = self.scenario.get();
        self.complete.with(|complete| complete.as_ref().is_none_or(|c| c.scenario != scenario))
    }

    /// The rank of the future that is told; none before there is a complete ensemble.
    pub fn told_rank(self) -> Option<usize> {
        let rank = self.rank.get();
        self.complete.with(|complete| {
            let ranking = &complete.as_ref()?.ranking;
            let median = ranking.median()?;
            // Fewer futures may have been set since the step.
            Some(rank.unwrap_or(median).min(ranking.len() - 1))
        })
    }

    /// The replicate of the future that is told: the first, before there is a complete ensemble.
    pub fn replicate(self) -> u64 {
        let rank = self.told_rank();
        self.complete
            .with(|complete| complete.as_ref()?.ranking.replicate(rank?))
            .unwrap_or_default()
    }

    /// Keeps the chronicle up to date.
    fn tell_one_future(self) {
        let told = Memo::new(move |_| (self.scenario.get(), self.replicate()));
        let settling: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
        Effect::new(move |_| {
            let (scenario, replicate) = told.get();
            let tell = move || self.chronicle.set(Some(Arc::new(chronicle(&scenario, replicate))));
            let first = self.chronicle.with_untracked(Option::is_none);
            let wait = if first { 0 } else { SETTLED };
            settling.set_value(Some(Timeout::new(wait, tell)));
        });
    }

    /// Asks the page to look at a month.
    pub fn look_at(self, month: u32) {
        say(between::LOOK_AT, &month.into());
    }
}
