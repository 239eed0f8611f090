//! Both ends of every decision, and both launches, are better in something that a leader cares about: no
//! choice is simply the better one. The outcomes are listed by name, and the futures have a different
//! seed from those by which they were chosen, so none is here because of a lucky draw.

use crate::claims::assumed;
use crate::finding::{Finding, Rendered};
use crate::futures::{futures_of, public_launch};
use crate::outcomes::{DEPTH, EQUITY_GAP, Outcome, REACH, SETBACKS, SUSTAINED};
use districtwide::ensemble::Ensemble;
use districtwide::language::{phrase, to_phrase};
use districtwide::phrase;
use districtwide::scenario::decision_ends::DECISIONS;
use districtwide::scenario::{Settings, Value};

tests! {
    neither_end_of_any_decision_is_better_in_everything: decisions,
    neither_launch_is_better_in_everything: launches,
}

/// Pairs of futures.
const PAIRS: u32 = 400;
/// The seed of these futures; the other tests use 1.
const SEED: u64 = 2;

/// The gain of one end, as a phrase and as an outcome.
type Gain = (&'static str, Outcome);

const MORE_STARTED: Gain = (to_phrase("more schools started by year 3"), REACH.after(3));
const MORE_STARTED_LATE: Gain = (to_phrase("more schools started by year 8"), REACH.after(8));
const MORE_LASTING: Gain =
    (to_phrase("more schools that last and are deep by year 8"), SUSTAINED.after(8));
const MORE_LASTING_EARLY: Gain =
    (to_phrase("more schools that last and are deep by year 3"), SUSTAINED.after(3));
const DEEPER: Gain = (to_phrase("deeper practice by year 8"), DEPTH.after(8));
const ACCESS: Gain = (to_phrase("high-need schools further ahead by year 3"), EQUITY_GAP.after(3));
const FEWER_SETBACKS: Gain = (to_phrase("fewer setbacks by year 8"), SETBACKS.less().after(8));

/// The decisions' numbers in the specification, with the gains of the first and the second end.
const GAINS: [(&str, [Gain; 2]); 7] = [
    ("7c", [MORE_STARTED, DEEPER]),
    ("7f", [MORE_STARTED_LATE, MORE_LASTING]),
    ("7r", [ACCESS, MORE_LASTING]),
    ("7b", [MORE_LASTING, MORE_LASTING_EARLY]),
    ("7a", [MORE_LASTING_EARLY, MORE_LASTING]),
    ("7m", [DEEPER, MORE_STARTED]),
    ("7s", [MORE_STARTED_LATE, MORE_LASTING]),
];

fn futures(mut settings: Settings) -> Ensemble {
    settings.simulation.seed = SEED;
    futures_of(PAIRS, settings)
}

fn decisions() -> Vec<Finding> {
    let claims = GAINS.iter().zip(&DECISIONS).map(|(&(number, gains), decision)| {
        let end = |position: f64| {
            let mut s = Settings::default();
            let parameter = decision.parameter();
            (parameter.set)(&mut s, Value::Number(position)).expect("a decision is a number");
            futures(s)
        };
        let names = [decision.first, decision.second];
        neither_dominates(number, names, gains, [end(-1.0), end(1.0)])
    });
    claims.flatten().collect()
}

fn launches() -> Vec<Finding> {
    let names = [to_phrase("Soft launch"), to_phrase("Public launch")];
    let ends = [futures(Settings::default()), futures(public_launch())];
    neither_dominates("21", names, [FEWER_SETBACKS, MORE_STARTED_LATE], ends).to_vec()
}

/// Two claims: each end is better than the other in its gain.
fn neither_dominates(
    number: &'static str,
    names: [&'static str; 2],
    gains: [Gain; 2],
    ends: [Ensemble; 2],
) -> [Finding; 2] {
    let claim = |better: usize| {
        let (gain, outcome) = gains[better];
        let statement = Rendered::by(move || {
            let [first, second] = names.map(phrase);
            phrase!(
                "“{first}” or “{second}”: neither is better in everything. “{better}” brings \
                 {gain}",
                first,
                second,
                better = phrase(names[better]),
                gain = phrase(gain),
            )
        });
        assumed(number, statement).surely_ahead(outcome, &ends[better], &ends[1 - better])
    };
    [claim(0), claim(1)]
}

#[test]
fn an_end_that_is_better_in_nothing_is_detected() {
    let mut poor = Settings::default();
    poor.district.coaching_budget = 4.0;
    let ends = [futures(Settings::default()), futures(poor)];
    let claims = neither_dominates("0", ["Rich", "Poor"], [MORE_LASTING, MORE_STARTED], ends);
    assert_eq!(claims.map(|claim| claim.passed), [true, false]);
}
