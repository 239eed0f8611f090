//! Simulated futures, and their worlds counted as the page counts them.

use districtwide::ensemble::{Batch, Ensemble};
use districtwide::model::{Run, simulate};
use districtwide::scenario::{Scenario, Settings};
use districtwide::state::comparison::{ComparedRun, compared_runs, side_by_side};
use districtwide::state::pins::PinnedRuns;
use districtwide::state::turning::{TurningCounts, askable, scenarios};
use districtwide::state::worlds::{WorldCounts, wanted};
use districtwide::summary::compare::turning::Turning;
use districtwide::summary::compare::{Comparison, Digest, describe_change};
use districtwide::summary::{END, headline_with_unknowns};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// Futures by luck alone that the page simulates.
pub const FUTURES: u64 = 500;

/// The scenario with some settings changed.
pub fn with(scenario: &Scenario, change: impl FnOnce(&mut Settings)) -> Scenario {
    let mut settings = scenario.settings();
    change(&mut settings);
    Scenario::new(settings).expect("settings that a person may enter")
}

/// What `read` finds in each of these futures, in their order. The runs themselves are not kept.
pub fn read_each<T: Send>(
    scenario: &Scenario,
    replicates: Range<u64>,
    read: impl Fn(&Run) -> T + Sync,
) -> Vec<T> {
    replicates.into_par_iter().map(|number| read(&simulate(scenario, number))).collect()
}

/// These futures.
pub fn ensemble(scenario: &Scenario, replicates: Range<u64>) -> Ensemble {
    let runs = read_each(scenario, replicates.clone(), Run::clone);
    let mut ensemble = Ensemble::new(scenario.simulation.months);
    for (number, run) in replicates.zip(runs) {
        ensemble.add(number, run);
    }
    ensemble
}

/// The futures of a batch, under their places in it.
fn ensemble_of(batch: &Batch) -> Ensemble {
    let numbers: Vec<u64> = batch.numbers.iter().map(|&number| number as u64).collect();
    let runs: Vec<Run> =
        numbers.into_par_iter().map(|number| simulate(&batch.scenario, number)).collect();
    let mut ensemble = Ensemble::new(batch.scenario.simulation.months);
    for (place, run) in (0..).zip(runs) {
        ensemble.add(place, run);
    }
    ensemble
}

/// So many futures by luck alone.
pub fn digest(scenario: &Scenario, futures: u64) -> Arc<Digest> {
    let digest = Digest::of(scenario, &ensemble(scenario, 0..futures));
    Arc::new(digest.expect("an ensemble with runs"))
}

/// A page without a screen: what it shows, what its last change is described from, and its pinned runs.
pub struct Page {
    shown: Arc<Digest>,
    before: Option<Arc<Digest>>,
    pinned: PinnedRuns,
    counts: WorldCounts,
}

impl Page {
    /// A page that shows this scenario.
    pub fn open(scenario: &Scenario) -> Self {
        let (pinned, counts) = (PinnedRuns::default(), WorldCounts::default());
        Self { shown: digest(scenario, FUTURES), before: None, pinned, counts }
    }

    /// Changes a setting, and shows what comes of it.
    pub fn change(&mut self, change: impl FnOnce(&mut Settings)) {
        self.show(&with(&self.shown.scenario, change));
    }

    /// Shows another scenario; the last change is described from the one before.
    pub fn show(&mut self, scenario: &Scenario) {
        let shown = digest(scenario, FUTURES);
        self.before = Some(std::mem::replace(&mut self.shown, shown));
    }

    /// Pins what is shown, as "Run A" if it is the first.
    pub fn pin(&mut self, name: &str) {
        self.pinned.pin_as(name, self.shown.scenario, None);
        self.pinned.record(&self.shown);
    }

    /// Counts worlds until every claim of the page has its scope.
    pub fn settle(&mut self) {
        loop {
            self.shown = self.counted(&self.shown);
            self.before = self.before.as_ref().map(|digest| self.counted(digest));
            let pinned = self.pinned.runs().iter().filter_map(|run| run.digest.as_ref());
            for digest in pinned.map(|digest| self.counted(digest)).collect::<Vec<_>>() {
                self.pinned.record(&digest);
            }
            let wanted = wanted(Some(&self.shown), self.before.as_deref(), &self.compared(), END);
            let Some(wave) = self.counts.next(&wanted) else { break };
            let [first, last] = [wave.batch.numbers.first(), wave.batch.numbers.last()]
                .map(|number| *number.expect("a wave has futures") as u64);
            let simulated = ensemble(&wave.batch.scenario, first..last + 1);
            self.counts.record(&wave, &simulated);
        }
    }

    fn counted(&self, digest: &Arc<Digest>) -> Arc<Digest> {
        match self.counts.of(&digest.scenario) {
            Some(worlds) => Arc::new(digest.with_worlds(worlds.clone())),
            None => digest.clone(),
        }
    }

    fn compared(&self) -> Vec<ComparedRun> {
        compared_runs(&self.pinned, Some(&self.shown))
    }

    /// The sentence at the top.
    pub fn headline(&self) -> String {
        headline_with_unknowns(&self.shown, self.before.as_deref()).expect("worlds")
    }

    /// The sentence about the last change.
    pub fn change_sentence(&self) -> String {
        let before = self.before.as_ref().expect("a change");
        describe_change(before, &self.shown).expect("settings that differ").text
    }

    /// What could turn the comparison with the first pinned run around, claim by claim.
    pub fn turnings(&self) -> Vec<Turning> {
        let runs = self.compared();
        let pair = askable(&runs)[0];
        let mut counts = TurningCounts::default();
        counts.ask(scenarios(pair));
        while let Some(step) = counts.next(pair) {
            counts.begin(step.clone());
            for (run, batch) in step.batches.iter().enumerate() {
                counts.record(&step, run, &ensemble_of(batch));
            }
        }
        counts.answer(pair).expect("ends that are counted").0
    }

    /// The comparison with the first pinned run.
    pub fn comparison(&self) -> Comparison {
        side_by_side(&self.compared()).expect("a pinned run")
    }
}
