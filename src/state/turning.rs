//! What could turn a comparison around: which futures are simulated next once a person has asked, and what has come
//! of them.
//!
//! Both runs are simulated with each other decision at either end, and the baseline as it is, in the same futures.
//! First every end gets a step of them; then those ends go on whose answers are not settled, until they are or there
//! are no more futures.

use super::comparison::{ComparedRun, baseline};
use crate::analysis::{Shares, choose_effective, history_of};
use crate::ensemble::{Batch, Ensemble};
use crate::phrase;
use crate::scenario::Scenario;
use crate::summary::compare::turning::{
    Answer, AnswersAtEnd, ClaimedOutcomes, End, MOVES, QUESTION, Turning, claimed_outcomes,
    how_counted, present_answers, turnings,
};
use crate::summary::compare::{Pair, Worlds};
use crate::{language::phrase, summary::integer};

/// Effective pairs of a step: those that a mark needs, and a few more where they are weighted.
const STEP: usize = 512;

/// The runs of which it can be asked what could turn their comparison around: each with the baseline, which is the
/// first. Those without a decision in common, or without futures, are left out.
pub fn askable(runs: &[ComparedRun]) -> Vec<[&ComparedRun; 2]> {
    let Some(base) = baseline(runs).map(|place| &runs[place]) else { return Vec::new() };
    let can_be_asked = |[base, other]: &[&ComparedRun; 2]| {
        base.digest.scenario != other.digest.scenario
            && Pair::of(&base.digest, &other.digest).is_ok()
            && !End::all([&base.digest.scenario, &other.digest.scenario]).is_empty()
    };
    runs.iter().map(|run| [base, run]).filter(can_be_asked).collect()
}

/// The scenarios of a pair.
pub fn scenarios(pair: [&ComparedRun; 2]) -> [Scenario; 2] {
    pair.map(|run| run.digest.scenario)
}

/// The weights of futures by their number; `None` where all weigh the same.
type Weights = Option<Vec<f64>>;

/// The weights of the futures that a pair is held to, in each of its claims.
fn weights(runs: [&ComparedRun; 2]) -> Weights {
    let held = |run: &ComparedRun| run.digest.worlds.clone().filter(|worlds| worlds.is_held());
    let [one, other] = runs.map(held);
    let history = runs.map(|run| history_of(&run.digest.scenario));
    let mut weights = one.as_ref().zip(other.as_ref()).map(|(one, _)| one.weights())?;
    weights.truncate(other.map_or(0, |other| other.len()));
    (history[0] == history[1]).then_some(weights)
}

/// Futures to be simulated, in batches of the same numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Those of the baseline as it is; or those of the baseline and of the other run at an end.
    pub batches: Vec<Batch>,
    /// The place of the end; none of the baseline as it is.
    end: Option<usize>,
    weights: Vec<f64>,
    /// Whether there are no more after them.
    is_last: bool,
}

/// An end, and what is known of it.
#[derive(Debug, Clone)]
struct Counting {
    end: End,
    /// Of each pair so far how much more the other run has than the baseline, where both are moved and where only the
    /// other one is; and its weight.
    pairs: Vec<([ClaimedOutcomes; MOVES], f64)>,
    /// The number after that of the last future.
    from: usize,
    steps: u32,
    /// The answers; none while they are counted.
    answers: Option<AnswersAtEnd>,
}

/// A step, and what has come of it.
#[derive(Debug, Clone)]
struct UnderWay {
    step: Step,
    arrived: Vec<Option<Vec<ClaimedOutcomes>>>,
}

/// What was asked, and what has been counted.
#[derive(Debug, Clone)]
struct Asked {
    runs: [Scenario; 2],
    /// The baseline as it is: numbers of futures, ascending, and their outcomes.
    as_it_is: (Vec<f64>, Vec<ClaimedOutcomes>),
    ends: Vec<Counting>,
    under_way: Option<UnderWay>,
    is_stopped: bool,
}

/// The question, from before it is asked until it is answered.
#[derive(Debug, Clone, Default)]
pub struct TurningCounts {
    asked: Option<Asked>,
    /// Whether an answer has been dropped because its runs are no longer compared.
    is_dropped: bool,
}

impl TurningCounts {
    /// The runs that it is asked of.
    pub fn asked(&self) -> Option<[Scenario; 2]> {
        self.asked.as_ref().map(|asked| asked.runs)
    }

    /// Asks of these runs, or goes on where it was stopped; what is counted for others is dropped.
    pub fn ask(&mut self, runs: [Scenario; 2]) {
        self.is_dropped = false;
        match self.asked.as_mut().filter(|asked| asked.runs == runs) {
            Some(asked) => asked.is_stopped = false,
            None => self.asked = Some(Asked::new(runs)),
        }
    }

    /// Stops counting; what is counted stays. Returns what was under way.
    pub fn stop(&mut self) -> Option<Step> {
        let asked = self.asked.as_mut()?;
        asked.is_stopped = true;
        asked.under_way.take().map(|under_way| under_way.step)
    }

    /// Drops the answer, because one of its runs is no longer compared. Returns what was under way.
    pub fn drop_answer(&mut self) -> Option<Step> {
        self.is_dropped = self.asked.is_some();
        let asked = self.asked.take()?;
        asked.under_way.map(|under_way| under_way.step)
    }

    /// What is to be simulated next for a pair, if it is the one that is asked of and nothing is under way. Before
    /// its answers as they are have been counted nothing is: they say which futures weigh how much.
    pub fn next(&self, pair: [&ComparedRun; 2]) -> Option<Step> {
        let asked = self.asked.as_ref().filter(|asked| asked.runs == scenarios(pair))?;
        present_answers(&Pair::of(&pair[0].digest, &pair[1].digest).ok()?)?;
        asked.next(&weights(pair))
    }

    /// Begins a step.
    pub fn begin(&mut self, step: Step) {
        if let Some(asked) = &mut self.asked {
            let arrived = vec![None; step.batches.len()];
            asked.under_way = Some(UnderWay { step, arrived });
        }
    }

    /// Records a batch of a step; returns whether it completes the step. A batch of another step is ignored.
    pub fn record(&mut self, step: &Step, batch: usize, ensemble: &Ensemble) -> bool {
        let Some(asked) = &mut self.asked else { return false };
        let Some(under_way) = asked.under_way.as_mut().filter(|now| now.step == *step) else {
            return false;
        };
        let outcomes = claimed_outcomes(&step.batches[batch].scenario, ensemble);
        under_way.arrived[batch] = Some(outcomes);
        if under_way.arrived.iter().any(Option::is_none) {
            return false;
        }
        let arrived = asked.under_way.take().into_iter().flat_map(|under_way| under_way.arrived);
        asked.add(step, &arrived.flatten().collect::<Vec<_>>());
        true
    }

    /// What the button of a pair says: to ask, to stop, or to go on.
    pub fn label(&self, pair: [&ComparedRun; 2], pairs: usize) -> String {
        match self.asked.as_ref().filter(|asked| asked.runs == scenarios(pair)) {
            Some(asked) if asked.is_counting() => phrase("Stop counting").to_owned(),
            Some(asked) if asked.is_stopped && !asked.is_complete() => {
                phrase("Go on counting").to_owned()
            }
            _ if pairs > 1 => phrase!(
                "What could turn {run} against {baseline} around?",
                run = pair[1].name,
                baseline = pair[0].name
            ),
            _ => phrase(QUESTION).to_owned(),
        }
    }

    /// Whether it is being counted for these runs, or would be if their answers as they are were known.
    pub fn is_counting(&self, runs: &[Scenario; 2]) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.runs == *runs && asked.is_counting())
    }

    /// How far it is counted.
    pub fn progress(&self) -> String {
        let Some(asked) = &self.asked else {
            let dropped = phrase("A run has changed since, and the answer is gone. Ask again.");
            return if self.is_dropped { dropped.to_owned() } else { String::new() };
        };
        let [done, all] = [asked.counted().count(), asked.ends.len()].map(|n| integer(n as f64));
        match (asked.is_complete(), asked.is_stopped) {
            (true, _) => phrase!("All {all} ends of other decisions are counted.", all),
            (false, true) => phrase!("Stopped: {done} of {all} ends are counted.", done, all),
            (false, false) => phrase!("{done} of {all} ends counted so far.", done, all),
        }
    }

    /// What is known of this pair, claim by claim, and how it was counted; `None` before the first end is counted.
    pub fn answer(&self, runs: [&ComparedRun; 2]) -> Option<(Vec<Turning>, String)> {
        let asked = self.asked.as_ref().filter(|asked| asked.runs == scenarios(runs))?;
        let counted: Vec<AnswersAtEnd> = asked.counted().collect();
        if counted.is_empty() {
            return None;
        }
        let pair = Pair::of(&runs[0].digest, &runs[1].digest).ok()?;
        let names = runs.map(|run| run.name.as_str());
        let turnings = turnings(&pair, names, &counted, asked.ends.len())?;
        Some((turnings.into(), how_counted(&counted, weights(runs).is_some())))
    }
}

impl Asked {
    fn new(runs: [Scenario; 2]) -> Self {
        let ends = End::all([&runs[0], &runs[1]]).into_iter();
        let new = |end| Counting { end, pairs: Vec::new(), from: 0, steps: 0, answers: None };
        let ends = ends.map(new).collect();
        Self { runs, as_it_is: Default::default(), ends, under_way: None, is_stopped: false }
    }

    fn counted(&self) -> impl Iterator<Item = AnswersAtEnd> {
        self.ends.iter().filter_map(|counting| counting.answers)
    }

    fn is_complete(&self) -> bool {
        self.ends.iter().all(|counting| counting.answers.is_some())
    }

    fn is_counting(&self) -> bool {
        !self.is_stopped && !self.is_complete()
    }

    fn next(&self, weights: &Weights) -> Option<Step> {
        if self.is_stopped || self.under_way.is_some() {
            return None;
        }
        let unknown = (0..).zip(&self.ends).filter(|(_, counting)| counting.answers.is_none());
        let (place, counting) = unknown.min_by_key(|(_, counting)| counting.steps)?;
        let runs = [counting.end.at(&self.runs[0])?, counting.end.at(&self.runs[1])?];
        let choose = |from: usize, enough: usize| match weights {
            Some(weights) => choose_effective(weights, from, enough as f64),
            None => {
                let numbers = from..Worlds::most(&runs[0]).min(from + enough);
                numbers.map(|number| (number as f64, 1.0)).unzip()
            }
        };
        let (numbers, weights) = choose(counting.from, STEP);
        let last = *numbers.last()?;
        let step = |runs: &[Scenario], end| {
            let batch =
                |run: &Scenario| Batch { scenario: run.with_unknowns(), numbers: numbers.clone() };
            let is_last = choose(last as usize + 1, 1).0.is_empty();
            Step {
                batches: runs.iter().map(batch).collect(),
                end,
                weights: weights.clone(),
                is_last,
            }
        };
        // Every end has the same futures, so that the baseline as it is is needed once.
        Some(match self.as_it_is.0.last().is_some_and(|&known| known >= last) {
            true => step(&runs, Some(place)),
            false => step(&self.runs[..1], None),
        })
    }

    fn add(&mut self, step: &Step, arrived: &[Vec<ClaimedOutcomes>]) {
        let numbers = &step.batches[0].numbers;
        match (step.end, arrived) {
            (Some(end), [baseline, other]) => {
                let known = |number: &f64| self.as_it_is.0.iter().position(|known| known == number);
                let place = numbers.first().and_then(known).unwrap_or_default();
                self.ends[end].add(step, [baseline, &self.as_it_is.1[place..]], other);
            }
            _ => {
                self.as_it_is.0.extend(numbers);
                self.as_it_is.1.extend(arrived.concat());
            }
        }
    }
}

impl Counting {
    /// Adds futures of the other run, and of the baseline at the end and as it is.
    fn add(
        &mut self,
        step: &Step,
        baselines: [&[ClaimedOutcomes]; MOVES],
        other: &[ClaimedOutcomes],
    ) {
        // What is never reached in both is no difference.
        let difference = |one: f64, other: f64| if one == other { 0.0 } else { other - one };
        let against = |baseline: &ClaimedOutcomes, other: &ClaimedOutcomes| {
            std::array::from_fn(|claim| difference(baseline[claim], other[claim]))
        };
        let pairs = other.iter().zip(&step.weights).enumerate();
        self.pairs.extend(pairs.map(|(place, (other, &weight))| {
            (baselines.map(|baseline| against(&baseline[place], other)), weight)
        }));
        self.from = step.batches[0].numbers.last().map_or(self.from, |&last| last as usize + 1);
        self.steps += 1;
        // No oftener than the rule for settled marks allows for.
        if step.is_last || self.steps.is_power_of_two() {
            self.answers = self.settle(!step.is_last);
        }
    }

    fn settle(&self, may_grow: bool) -> Option<AnswersAtEnd> {
        let answer = |moved: usize, claim: usize| {
            let differences = self.pairs.iter().map(|(pair, weight)| (pair[moved][claim], *weight));
            Answer::settled(Shares::of(differences)?, may_grow)
        };
        let answers = |moved| Some([answer(moved, 0)?, answer(moved, 1)?]);
        Some(AnswersAtEnd { end: self.end, answers: [answers(0)?, answers(1)?] })
    }
}

#[cfg(test)]
mod tests;
