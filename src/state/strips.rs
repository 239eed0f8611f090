//! Which futures are simulated next for the response strips, and which strips are still true.
//!
//! A strip is of its lever and of everything else that is set, but not of where its lever stands: moving a lever
//! leaves its own strip true. First every lever gets its curves, in the order of the page; then the pairs that its
//! sentence claims something from.

use crate::analysis::{Held, Meaning, choose_effective, effective, history_of};
use crate::ensemble::{Batch, Ensemble};
use crate::scenario::{Group, Scenario, parameter, parameters_of};
use crate::summary::compare::hold_to_counts;
use crate::summary::strips::{Axis, Future, PLACES, Response, futures};
use std::sync::Arc;

/// The lever that is no decision: what the district spends on coaching.
pub const BUDGET: &str = "coaching_budget";

/// Strips that are kept: of the levers of the page, and of what an undo leads back to.
const MAX_KEPT: usize = 48;
/// Effective futures of a curve.
const FOR_CURVE: f64 = 64.0;
/// Pairs that a mark needs (`analysis::Scope`), and a few more where they are weighted.
const FOR_MARK: f64 = 512.0;
/// Futures of a history that are simulated at a time.
const HISTORY_STEP: usize = 512;
/// Futures of a history after which those so far must do.
const MAX_HISTORY: usize = 8 * HISTORY_STEP;

/// The keys of all levers that have a strip, in the order of the table.
pub fn levers() -> impl Iterator<Item = &'static str> {
    let decisions = parameters_of(Group::Decisions).map(|lever| lever.key);
    decisions.chain([BUDGET])
}

/// What a strip is of.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Key {
    lever: &'static str,
    axis: Axis,
    /// The scenario with unknowns, its lever at the first end.
    rest: Scenario,
}

impl Key {
    fn of(lever: &'static str, scenario: &Scenario) -> Option<Self> {
        let row = parameter(lever)?;
        let axis = Axis::of(row, scenario)?;
        let mut settings = scenario.settings();
        // Neither is part of a future: how many are shown, and what the headline asks.
        settings.simulation.replicates = 1;
        settings.simulation.target_schools = 1;
        let rest = axis.at(row, &Scenario::new(settings).ok()?, 0)?.with_unknowns();
        Some(Self { lever, axis, rest })
    }

    fn at(&self, place: usize) -> Option<Scenario> {
        self.axis.at(parameter(self.lever)?, &self.rest, place)
    }
}

/// What the futures of a step are for.
#[derive(Debug, Clone, PartialEq)]
enum Use {
    /// How likely each world is, from what the district did when it was counted.
    History(Scenario),
    /// The curves of a strip.
    Curves(Key),
    /// The pairs of a strip's claims.
    Pairs(Key),
}

/// Futures to be simulated, in batches that are recorded as they come.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The batches.
    pub batches: Vec<Batch>,
    for_what: Use,
    /// The weights of the futures of each batch.
    weights: Arc<[f64]>,
}

/// A step, and what has come of it.
#[derive(Debug, Clone)]
struct UnderWay {
    step: Step,
    arrived: Vec<Option<Vec<Future>>>,
}

/// A strip that is kept.
#[derive(Debug, Clone)]
struct Kept {
    key: Key,
    response: Arc<Response>,
    /// The number after the last future of its curves: its claims are made from others.
    used: u64,
}

/// The strips so far.
#[derive(Debug, Clone, Default)]
pub struct Strips {
    /// The one that was made last at the end.
    kept: Vec<Kept>,
    /// The history of each district with counts, and the weights of its futures.
    histories: Vec<(Scenario, Held)>,
    under_way: Option<UnderWay>,
}

/// Futures and their weights, or the history that chooses them.
enum Choice {
    Futures(Vec<f64>, Vec<f64>),
    History(Box<Step>),
}

impl Strips {
    /// The strip of a lever that is true of this scenario, wherever the lever stands; none before it is counted.
    pub fn of(&self, lever: &'static str, scenario: &Scenario) -> Option<&Arc<Response>> {
        Some(&self.kept(&Key::of(lever, scenario)?)?.response)
    }

    fn kept(&self, key: &Key) -> Option<&Kept> {
        self.kept.iter().find(|kept| kept.key == *key)
    }

    /// What is being simulated.
    pub fn under_way(&self) -> Option<&Step> {
        self.under_way.as_ref().map(|under_way| &under_way.step)
    }

    /// Whether what is being simulated is still of this scenario.
    pub fn is_wanted(&self, scenario: &Scenario) -> bool {
        let is_of = |key: &Key| Key::of(key.lever, scenario) == Some(*key);
        self.under_way().is_some_and(|step| match &step.for_what {
            Use::History(history) => levers()
                .filter_map(|lever| Key::of(lever, scenario))
                .any(|key| history_of(&key.rest) == Some(*history)),
            Use::Curves(key) | Use::Pairs(key) => is_of(key),
        })
    }

    /// What is to be simulated next for the levers of this scenario, in this order: the curves of each, then the
    /// claims of each. None if all is there.
    pub fn next(&self, scenario: &Scenario, levers: &[&'static str]) -> Option<Step> {
        let keys = || levers.iter().filter_map(|lever| Key::of(lever, scenario));
        let mut without_curves = keys().filter(|key| self.kept(key).is_none());
        without_curves.find_map(|key| self.curves(key)).or_else(|| {
            let claims_nothing = |kept: &&Kept| kept.response.claims.is_none();
            keys().find_map(|key| self.pairs(self.kept(&key).filter(claims_nothing)?))
        })
    }

    fn curves(&self, key: Key) -> Option<Step> {
        let places: Vec<usize> = (0..PLACES).collect();
        self.step(Use::Curves(key), &key, &places, 0, FOR_CURVE)
    }

    fn pairs(&self, kept: &Kept) -> Option<Step> {
        let Kept { key, response, used } = kept;
        match response.contenders() {
            // Nothing is claimed where nothing differs.
            none if none.is_empty() => {
                Some(Step { batches: vec![], for_what: Use::Pairs(*key), weights: Arc::new([]) })
            }
            places => self.step(Use::Pairs(*key), key, &places, *used, FOR_MARK),
        }
    }

    /// The same futures at these places of a lever: so many effective ones, from a number on.
    fn step(
        &self,
        for_what: Use,
        key: &Key,
        places: &[usize],
        from: u64,
        enough: f64,
    ) -> Option<Step> {
        let (numbers, weights) = match self.choose(&key.rest, from, enough) {
            Choice::History(step) => return Some(*step),
            Choice::Futures(numbers, weights) => (numbers, weights),
        };
        let batch =
            |&place: &usize| Some(Batch { scenario: key.at(place)?, numbers: numbers.clone() });
        let batches = places.iter().map(batch).collect::<Option<_>>()?;
        Some(Step { batches, for_what, weights: weights.into() })
    }

    /// Chooses so many effective futures, from a number on; of a district with counts those that meet them, because
    /// the others have no weight.
    fn choose(&self, rest: &Scenario, from: u64, enough: f64) -> Choice {
        let Some(history) = history_of(rest) else {
            let numbers: Vec<f64> = (0..enough as u64).map(|i| (from + i) as f64).collect();
            let weights = vec![1.0; numbers.len()];
            return Choice::Futures(numbers, weights);
        };
        let held = self.weights(&history);
        let all = held.map_or(&[][..], |held| held.weights(Meaning::Ever));
        let (mut numbers, mut weights) = choose_effective(all, from as usize, enough);
        if effective(&weights) >= enough {
            return Choice::Futures(numbers, weights);
        }
        if all.len() >= MAX_HISTORY {
            // Where no future meets the counts, all tell as much.
            let first = (0..FOR_CURVE as u32).map(|number| (f64::from(number), 1.0));
            if numbers.is_empty() && from == 0 {
                (numbers, weights) = first.unzip();
            }
            return Choice::Futures(numbers, weights);
        }
        let next = all.len() as u64..(all.len() + HISTORY_STEP) as u64;
        Choice::History(Box::new(Step {
            batches: vec![Batch::new(history, next)],
            for_what: Use::History(history),
            weights: Arc::new([]),
        }))
    }

    fn weights(&self, history: &Scenario) -> Option<&Held> {
        self.histories.iter().find(|(of, _)| of == history).map(|(_, held)| held)
    }

    /// Begins a step, instead of what is under way. One without futures is done at once: returns whether there are
    /// some to be simulated.
    pub fn begin(&mut self, step: Step) -> bool {
        let is_empty = step.weights.is_empty() && !matches!(step.for_what, Use::History(_));
        let arrived = vec![None; step.batches.len()];
        self.under_way = Some(UnderWay { step, arrived });
        if is_empty || self.under_way().is_some_and(|step| step.batches.is_empty()) {
            self.finish();
            return false;
        }
        true
    }

    /// Stops what is under way.
    pub fn stop(&mut self) -> Option<Step> {
        self.under_way.take().map(|under_way| under_way.step)
    }

    /// Records a batch of a step; returns whether it completes the step. A batch of another step is ignored.
    pub fn record(&mut self, step: &Step, batch: usize, ensemble: &Ensemble) -> bool {
        let Some(under_way) = self.under_way.as_mut().filter(|now| now.step == *step) else {
            return false;
        };
        if let Use::History(history) = step.for_what {
            self.under_way = None;
            self.weigh(history, step.batches[batch].numbers[0], ensemble);
            return true;
        }
        under_way.arrived[batch] = Some(futures(ensemble));
        let is_complete = under_way.arrived.iter().all(Option::is_some);
        if is_complete {
            self.finish();
        }
        is_complete
    }

    fn weigh(&mut self, history: Scenario, from: f64, ensemble: &Ensemble) {
        if self.weights(&history).is_none() {
            self.histories.push((history, Held::default()));
            let too_many = self.histories.len().saturating_sub(MAX_KEPT);
            self.histories.drain(..too_many);
        }
        let found = self.histories.iter_mut().find(|(of, _)| *of == history);
        if let Some((_, held)) = found.filter(|(_, held)| held.len() as f64 == from) {
            hold_to_counts(held, &history, ensemble);
        }
    }

    /// Keeps what has come of the step that is under way.
    fn finish(&mut self) {
        let Some(UnderWay { step, arrived }) = self.under_way.take() else { return };
        let places: Vec<Vec<Future>> = arrived.into_iter().flatten().collect();
        let kept = match step.for_what {
            Use::History(_) => None,
            Use::Curves(key) => Response::new(key.lever, key.axis, &places, &step.weights)
                .map(|response| (key, response, step.used())),
            Use::Pairs(key) => self
                .kept(&key)
                .map(|kept| (key, kept.response.with_claims(&places, &step.weights), kept.used)),
        };
        let Some((key, response, used)) = kept else { return };
        self.kept.retain(|kept| kept.key != key);
        self.kept.push(Kept { key, response: Arc::new(response), used });
        let too_many = self.kept.len().saturating_sub(MAX_KEPT);
        self.kept.drain(..too_many);
    }
}

impl Step {
    /// The number after its last future.
    fn used(&self) -> u64 {
        let last = self.batches.first().and_then(|batch| batch.numbers.last());
        last.map_or(0, |&last| last as u64 + 1)
    }
}

#[cfg(test)]
mod tests;
