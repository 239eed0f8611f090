//! The pinned runs, and what a person does to them.

use crate::language::phrase;
use crate::phrase;
use crate::scenario::{
    MAX_PINNED_RUNS, ModelVersion, RecordedMedians, Scenario, ScenarioFile, StoredRun, StoredRuns,
    free_name, tidy_name,
};
use crate::summary::compare::{CURRENT_RUN, Digest, changes_since_version};
use std::sync::Arc;

/// A pinned run on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct PinnedRun {
    /// Identifies it for as long as the page lives.
    pub id: u32,
    /// What the browser stores of it.
    pub kept: StoredRun,
    /// What came out; none while it is being simulated.
    pub digest: Option<Arc<Digest>>,
    /// What came out of it in the earlier version of the model that it was made with, if it was; none before
    /// that is simulated.
    pub earlier: Option<RecordedMedians>,
}

impl PinnedRun {
    /// Whether an earlier version of the model made it.
    fn is_earlier(&self) -> bool {
        self.kept.version != ModelVersion::CURRENT
    }

    /// Its scenario in the version of the model that made it.
    fn as_made(&self) -> Scenario {
        self.kept.scenario.as_of(self.kept.version)
    }
}

/// The pinned runs in their order, at most [`MAX_PINNED_RUNS`], one of which is the baseline.
///
/// What changes something returns whether it did: then the runs are to be stored again
/// ([`Self::to_keep`]).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PinnedRuns {
    runs: Vec<PinnedRun>,
    /// The place of the run that the others are compared with; 0 without runs.
    baseline: usize,
    last_id: u32,
}

impl From<StoredRuns> for PinnedRuns {
    fn from(kept: StoredRuns) -> Self {
        let mut pinned = Self::default();
        pinned.replace(kept);
        pinned
    }
}

impl PinnedRuns {
    /// Replaces all runs; the new ones have no results yet. No id is used twice.
    pub fn replace(&mut self, kept: StoredRuns) {
        self.runs.clear();
        self.baseline = kept.baseline;
        for run in kept.runs {
            // Two of one name could not be told apart, on the page or in a table.
            let name = free_name(&run.name, |name| self.has_name(name));
            self.add(StoredRun { name, ..run }, None);
        }
    }

    /// Takes the runs that another tab has stored: those that are here already keep their ids and results.
    pub fn adopt(&mut self, kept: StoredRuns) {
        let mut before = std::mem::take(&mut self.runs);
        self.baseline = kept.baseline;
        for run in kept.runs {
            let is_same = |other: &PinnedRun| {
                other.kept.name == run.name && other.kept.scenario == run.scenario
            };
            if let Some(place) = before.iter().position(is_same) {
                self.runs.push(PinnedRun { kept: run, ..before.remove(place) });
            } else {
                let of_it = before.iter().find(|other| other.kept.scenario == run.scenario);
                let digest = of_it.and_then(|other| other.digest.clone());
                self.add(run, digest);
            }
        }
    }

    /// The runs as the browser stores them.
    pub fn to_keep(&self) -> StoredRuns {
        let runs = self.runs.iter().map(|run| run.kept.clone()).collect();
        StoredRuns { runs, baseline: self.baseline }
    }

    /// The runs in their order.
    pub fn runs(&self) -> &[PinnedRun] {
        &self.runs
    }

    /// Whether nothing is pinned.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Whether there is room for one more.
    pub fn has_room(&self) -> bool {
        self.runs.len() < MAX_PINNED_RUNS
    }

    /// A run by its id.
    pub fn find(&self, id: u32) -> Option<&PinnedRun> {
        self.runs.iter().find(|run| run.id == id)
    }

    /// Whether a run of this scenario is pinned.
    pub fn holds(&self, scenario: &Scenario) -> bool {
        self.runs.iter().any(|run| run.kept.scenario == *scenario)
    }

    /// The run that the others are compared with; none without runs.
    pub fn baseline(&self) -> Option<&PinnedRun> {
        self.runs.get(self.baseline)
    }

    /// Pins a run under the first letter and color that are free, if there is room. Without a digest it
    /// still has to be simulated, even if the page shows another scenario meanwhile.
    pub fn pin(&mut self, scenario: Scenario, digest: Option<Arc<Digest>>) -> bool {
        let mut names = ('A'..='Z').map(|letter| phrase!("Run {letter}", letter));
        let name = names.find(|name| !self.has_name(name)).unwrap_or_default();
        self.pin_as(&name, scenario, digest)
    }

    /// Pins a run under this name, with a number if another one has it, if there is room. As [`Self::pin`].
    pub fn pin_as(&mut self, name: &str, scenario: Scenario, digest: Option<Arc<Digest>>) -> bool {
        self.pin_file(&ScenarioFile { name: name.to_owned(), ..scenario.into() }, digest)
    }

    /// Pins the scenario of a file. As [`Self::pin_as`].
    pub fn pin_file(&mut self, file: &ScenarioFile, digest: Option<Arc<Digest>>) -> bool {
        if !self.has_room() {
            return false;
        }
        let is_free = |color: &usize| self.runs.iter().all(|run| run.kept.color != *color);
        let color = (0..MAX_PINNED_RUNS).find(is_free).unwrap_or_default();
        let name = free_name(&file.name, |name| self.has_name(name));
        let ScenarioFile { scenario, version, .. } = *file;
        self.add(StoredRun { name, color, scenario, version }, digest);
        true
    }

    /// Drops a run. If it was the baseline, the first one becomes it.
    pub fn drop_run(&mut self, id: u32) -> bool {
        let Some(place) = self.place(id) else { return false };
        self.runs.remove(place);
        if place < self.baseline {
            self.baseline -= 1;
        } else if place == self.baseline {
            self.baseline = 0;
        }
        true
    }

    /// Gives a run another name, with a number if another run has it; an empty one is refused, and the name
    /// stays.
    pub fn rename(&mut self, id: u32, name: &str) -> bool {
        let name = tidy_name(name);
        match self.place(id) {
            Some(place) if !name.is_empty() => {
                let is_taken = |name: &str| {
                    self.runs.iter().any(|run| run.id != id && run.kept.name == name)
                        || name == phrase(CURRENT_RUN)
                };
                self.runs[place].kept.name = free_name(&name, is_taken);
                true
            }
            _ => false,
        }
    }

    /// Gives a run the next color; a run that has that one gets this run's.
    pub fn recolor(&mut self, id: u32) -> bool {
        let Some(place) = self.place(id) else { return false };
        let old = self.runs[place].kept.color;
        let new = (old + 1) % MAX_PINNED_RUNS;
        for run in self.runs.iter_mut().filter(|run| run.kept.color == new) {
            run.kept.color = old;
        }
        self.runs[place].kept.color = new;
        true
    }

    /// Makes a run the one that the others are compared with.
    pub fn set_baseline(&mut self, id: u32) -> bool {
        let Some(place) = self.place(id) else { return false };
        self.baseline = place;
        true
    }

    /// Records what came out of a scenario, in every run of it. Nothing has to be stored for it; returns
    /// whether any run is of that scenario.
    pub fn record(&mut self, digest: &Arc<Digest>) -> bool {
        let is_of_it = |run: &&mut PinnedRun| run.kept.scenario == digest.scenario;
        let mut runs = self.runs.iter_mut().filter(is_of_it).peekable();
        let is_any = runs.peek().is_some();
        runs.for_each(|run| run.digest = Some(digest.clone()));
        is_any
    }

    /// The scenarios that still have to be simulated, each once.
    pub fn missing_results(&self) -> Vec<Scenario> {
        let mut missing = Vec::new();
        for run in self.runs.iter().filter(|run| run.digest.is_none()) {
            if !missing.contains(&run.kept.scenario) {
                missing.push(run.kept.scenario);
            }
        }
        missing
    }

    /// The runs of earlier versions of the model as those still have to simulate them, each once.
    pub fn missing_earlier(&self) -> Vec<Scenario> {
        let mut missing = Vec::new();
        for run in self.runs.iter().filter(|run| run.earlier.is_none() && run.is_earlier()) {
            if !missing.contains(&run.as_made()) {
                missing.push(run.as_made());
            }
        }
        missing
    }

    /// Everything that is simulated for the runs: their scenarios without results, in both versions of the model.
    pub fn unfinished(&self) -> Vec<Scenario> {
        [self.missing_results(), self.missing_earlier()].concat()
    }

    /// Records what came out of a scenario of an earlier version.
    pub fn record_earlier(&mut self, scenario: &Scenario, medians: RecordedMedians) {
        for run in self.runs.iter_mut().filter(|run| run.as_made() == *scenario) {
            run.earlier = Some(medians);
        }
    }

    /// What comes out differently since runs were made with an earlier version of the model, a sentence each.
    pub fn differences(&self) -> Vec<String> {
        let difference = |run: &PinnedRun| {
            let changes =
                changes_since_version(run.kept.version, run.earlier?, run.digest.as_ref()?)?;
            Some(phrase!("{run}: {changes}", run = run.kept.name, changes))
        };
        self.runs.iter().filter_map(difference).collect()
    }

    fn add(&mut self, kept: StoredRun, digest: Option<Arc<Digest>>) {
        self.last_id += 1;
        self.runs.push(PinnedRun { id: self.last_id, kept, digest, earlier: None });
    }

    fn has_name(&self, name: &str) -> bool {
        self.runs.iter().any(|run| run.kept.name == name) || name == phrase(CURRENT_RUN)
    }

    fn place(&self, id: u32) -> Option<usize> {
        self.runs.iter().position(|run| run.id == id)
    }
}

#[cfg(test)]
mod tests;
