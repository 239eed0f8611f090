//! What could turn a comparison around: its claims once more, with one other decision moved to an end.
//!
//! Moved in both runs, the end tells whether the answer depends on that decision; moved in one of them, the baseline
//! as it is, whether that run keeps what it has by the decision in which they differ. The two are not the same, and a
//! person who drags a slider sees the second.

use super::claims::{CLAIMS, Claim, ahead, more_is_ahead, short_mark};
use super::digest::metric_value;
use super::outcome_metric::OutcomeMetric;
use super::paired::Pair;
use crate::analysis::{Mark, Scope, Shares};
use crate::ensemble::Ensemble;
use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::plural;
use crate::scenario::decision_ends::{DECISIONS, DecisionEnds};
use crate::scenario::{Scenario, Value};
use crate::summary::integer;

/// Asks for all this.
pub const QUESTION: &str = to_phrase("What could turn this around?");

/// An end of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The place of the decision in their table.
    decision: usize,
    is_second: bool,
}

impl End {
    /// The ends to which both runs can be moved: of the decisions in which they do not differ, except where they
    /// stand there already.
    pub fn all(runs: [&Scenario; 2]) -> Vec<Self> {
        let both = |decision| [false, true].map(|is_second| Self { decision, is_second });
        let is_new = |end: &Self| {
            let [one, other] = runs.map(|run| (end.ends().parameter().get)(run).number());
            one == other && one != end.position()
        };
        (0..DECISIONS.len()).flat_map(both).filter(is_new).collect()
    }

    /// The scenario with its decision at this end.
    pub fn at(self, scenario: &Scenario) -> Option<Scenario> {
        scenario.with(self.ends().parameter(), Value::Number(self.position())).ok()
    }

    fn ends(self) -> &'static DecisionEnds {
        &DECISIONS[self.decision]
    }

    fn position(self) -> f64 {
        if self.is_second { 1.0 } else { -1.0 }
    }

    fn name(self) -> &'static str {
        phrase(if self.is_second { self.ends().second } else { self.ends().first })
    }
}

/// What the claims are made of, in one future.
pub type ClaimedOutcomes = [f64; CLAIMS.len()];

/// The same in each future of a scenario, in the order of their numbers.
pub fn claimed_outcomes(scenario: &Scenario, ensemble: &Ensemble) -> Vec<ClaimedOutcomes> {
    let target = f64::from(scenario.simulation.target_schools);
    let of_run = |run| CLAIMS.map(|metric| metric_value(metric, run, target));
    ensemble.runs().map(|(_, run)| of_run(run)).collect()
}

/// How far a claim holds at an end, with unknowns: in how many pairs the other run has more than the baseline, and
/// the mark of that.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer {
    /// The shares.
    pub shares: Shares,
    /// Their mark.
    pub mark: Mark,
}

impl Answer {
    /// The answer of these shares; `None` while more pairs are to be counted.
    pub fn settled(shares: Shares, may_grow: bool) -> Option<Self> {
        // Nothing is claimed of luck alone, so that it can be anything.
        let scope = Scope::settled(shares, shares, may_grow)?;
        Some(Self { shares, mark: scope.mark })
    }

    fn scope(&self) -> Scope {
        Scope { luck: self.shares, unknowns: self.shares, mark: self.mark, if_active: None }
    }

    /// What an end makes of the answer that there is without it.
    fn effect(&self, at_end: &Self) -> Effect {
        let is_other_side = at_end.shares.leans_to_more() != self.shares.leans_to_more();
        match (self.mark, at_end.mark) {
            (Mark::Open, Mark::Open) => Effect::None,
            (Mark::Open, _) => Effect::Settles,
            (_, Mark::Leaning | Mark::Sturdy) if is_other_side => Effect::TurnsAround,
            (now, then) if then < now => Effect::LessSure,
            (now, then) if then > now => Effect::Surer,
            _ => Effect::None,
        }
    }
}

/// What an end makes of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effect {
    /// The other run is ahead, in a mark that is not open.
    TurnsAround,
    /// There was no answer, and is one.
    Settles,
    /// Its mark is weaker.
    LessSure,
    /// Its mark is stronger.
    Surer,
    /// Its mark is the same.
    None,
}

/// In which runs a decision is moved: in both, or in the other one and not in the baseline.
pub const MOVES: usize = 2;

/// The answers at an end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AnswersAtEnd {
    /// The end.
    pub end: End,
    /// The answers to the claims: where both runs are moved, and where only the other one is.
    pub answers: [[Answer; CLAIMS.len()]; MOVES],
}

/// What becomes of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turning {
    /// The claim as it is, with its mark.
    pub claim: String,
    /// What becomes of it where both runs are moved, and where only the other one is.
    pub moves: [Effects; MOVES],
}

/// What becomes of a claim at the ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effects {
    /// In which runs decisions are moved.
    pub moved: String,
    /// A sentence for each end that gives another answer.
    pub turned: Vec<String>,
    /// What the others do to it.
    pub others: String,
}

/// The answers as they are, without another decision moved; `None` while they are counted.
pub fn present_answers(pair: &Pair) -> Option<[Answer; CLAIMS.len()]> {
    let present = |metric| {
        let scope = pair.difference(metric).scope?;
        Some(Answer { shares: scope.unknowns, mark: scope.mark })
    };
    Some([present(CLAIMS[0])?, present(CLAIMS[1])?])
}

/// What becomes of each claim about a pair at the ends that are counted. `names`: of the baseline and of the other
/// run; `all`: how many ends there are. `None` while the answers as they are have not been counted.
pub fn turnings(
    pair: &Pair,
    names: [&str; 2],
    counted: &[AnswersAtEnd],
    all: usize,
) -> Option<[Turning; CLAIMS.len()]> {
    let present = present_answers(pair)?;
    let months = pair.difference_by_luck(CLAIMS[0]).months;
    let turning = |i: usize| {
        let claimed = Claimed { metric: CLAIMS[i], names, targets: pair.targets(), months };
        let effects = |moved: usize, label: String| {
            let at_end = |at: &AnswersAtEnd| (at.end, at.answers[moved][i]);
            claimed.effects(
                label,
                &present[i],
                &counted.iter().map(at_end).collect::<Vec<_>>(),
                all,
            )
        };
        Turning {
            claim: claimed.headed(&present[i]),
            moves: [
                effects(0, phrase("Moved in both runs").to_owned()),
                effects(1, phrase!("Moved in {run} only", run = names[1])),
            ],
        }
    };
    Some([turning(0), turning(1)])
}

/// How the answers at the ends come about; `is_held`: whether the futures are held to published counts.
pub fn how_counted(counted: &[AnswersAtEnd], is_held: bool) -> String {
    let pairs =
        counted.iter().flat_map(|at| at.answers.as_flattened()).map(|answer| answer.shares.pairs);
    let pairs = integer(pairs.fold(f64::INFINITY, f64::min).round());
    match is_held {
        false => phrase!(
            "At each end one decision is moved all the way, all else as it is: {pairs} pairs of futures \
             or more, with the same luck and the same unknowns.",
            pairs
        ),
        true => phrase!(
            "At each end one decision is moved all the way, all else as it is: as much as {pairs} pairs of \
             futures or more, with the same luck and the same unknowns, held to the published counts of schools ever \
             started.",
            pairs
        ),
    }
}

/// Says that no end gives another answer.
fn nothing_turns(present: Mark, all: usize) -> String {
    match present {
        Mark::Open => plural!(
            all,
            "It stays an open question at the {count} end that there is.",
            "It stays an open question at all {count} ends."
        ),
        _ => plural!(
            all,
            "The {count} end that there is does not turn it around.",
            "None of the {count} ends turns it around."
        ),
    }
}

/// What a claim is about.
struct Claimed<'a> {
    metric: OutcomeMetric,
    /// The baseline and the other run.
    names: [&'a str; 2],
    targets: [u32; 2],
    months: u32,
}

impl<'a> Claimed<'a> {
    fn effects(
        &self,
        moved: String,
        present: &Answer,
        ends: &[(End, Answer)],
        all: usize,
    ) -> Effects {
        let with = |effect| ends.iter().filter(move |(_, at)| present.effect(at) == effect);
        let answers = [Effect::TurnsAround, Effect::Settles].into_iter().flat_map(with);
        let turned: Vec<String> = answers.map(|(end, at)| self.sentence(*end, at)).collect();
        let names = |effect| {
            let named = |(end, at): &(End, Answer)| {
                phrase!("{end} ({mark})", end = end.name(), mark = short_mark(Some(at.scope())))
            };
            with(effect).map(named).collect::<Vec<_>>().join(", ")
        };
        let mut others = Vec::new();
        let is_complete = ends.len() == all;
        if is_complete && turned.is_empty() {
            others.push(nothing_turns(present.mark, all));
        }
        let (less, more) = (names(Effect::LessSure), names(Effect::Surer));
        if !less.is_empty() {
            others.push(phrase!("It is less sure at these ends: {ends}.", ends = less));
        }
        if !more.is_empty() {
            others.push(phrase!("It is surer at these ends: {ends}.", ends = more));
        }
        let same = with(Effect::None).count();
        if is_complete && same > 0 && same < all {
            others.push(plural!(
                same,
                "The other end leaves it as it is.",
                "The other {count} ends leave it as it is."
            ));
        }
        Effects { moved, turned, others: others.join(" ") }
    }

    /// The claim as it is, with its mark.
    fn headed(&self, present: &Answer) -> String {
        let claim = self.claim(present);
        phrase!("{claim}: {mark}", claim = claim.claim, mark = short_mark(Some(present.scope())))
    }

    fn sentence(&self, end: End, at: &Answer) -> String {
        let claim = self.claim(at);
        let [first, rest, equal] = claim.numbers(&at.shares);
        phrase!(
            "With \u{201c}{question}\u{201d} at {end}, {claim} in {first} of 100 futures if the model\u{2019}s numbers \
             are not known ({second}: {rest}, no difference: {equal}): {verdict}.",
            question = phrase(end.ends().question),
            end = end.name(),
            claim = claim.claim,
            first,
            second = claim.second,
            rest,
            equal,
            verdict = claim.verdict(&at.scope()),
        )
    }

    /// The claim that the run is ahead that is so in more pairs.
    fn claim(&self, answer: &Answer) -> Claim<'a> {
        let more_is_ahead = more_is_ahead(self.metric);
        let has_more = answer.shares.leans_to_more().unwrap_or(more_is_ahead);
        let (mut names, mut targets) = (self.names, self.targets);
        if has_more == more_is_ahead {
            names.reverse();
            targets.reverse();
        }
        Claim {
            claim: ahead(self.metric, names, targets, self.months),
            has_more,
            second: names[1],
            luck: answer.shares,
            scope: Some(answer.scope()),
            draws_unknowns: true,
        }
    }
}

#[cfg(test)]
mod tests;
