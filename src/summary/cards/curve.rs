//! The curve of a decision's mechanism: the values of a few terms of the model from its first end to its
//! second, with everything else at its default.

use crate::language::phrase;
use crate::model::Plan;
use crate::phrase;
use crate::scenario::decision_ends::DecisionEnds;
use crate::scenario::{Scenario, Value};

/// Steps from the first end to the second; even, so that the middle is one of the positions.
const STEPS: u32 = 40;

/// A term of the model in a scenario.
pub type Term = fn(&Scenario, &Plan) -> f64;

/// A few terms of the model over the positions of a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// The quantity that is drawn, with its unit.
    pub about: &'static str,
    /// Names of the first and the second end.
    pub ends: (&'static str, &'static str),
    /// A line for each term.
    pub lines: Vec<CurveLine>,
}

/// One term of the model over the positions of a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct CurveLine {
    /// The name of the term.
    pub name: &'static str,
    /// Its values from the first end to the second, equally spaced.
    pub values: Vec<f64>,
    /// Its values at the first end, in the middle and at the second end, as text.
    pub description: String,
}

impl Curve {
    /// Plots terms directly; `about` and their names are in English and translated here.
    pub fn of(
        decision: &DecisionEnds,
        about: &'static str,
        format: fn(f64) -> String,
        terms: &[(&'static str, Term)],
    ) -> Self {
        let lines = terms.iter().map(|&(name, term)| line(name, values(decision, term), format));
        Self { about: phrase(about), ends: ends(decision), lines: lines.collect() }
    }

    /// Plots terms as multiples of their values in the middle; their names are in English and translated
    /// here.
    pub fn times_middle(
        decision: &DecisionEnds,
        format: fn(f64) -> String,
        terms: &[(&'static str, Term)],
    ) -> Self {
        let lines = terms.iter().map(|&(name, term)| {
            let mut values = values(decision, term);
            let middle = values[STEPS as usize / 2];
            values.iter_mut().for_each(|value| *value /= middle);
            line(name, values, format)
        });
        let about = phrase("Multiple of the value in the middle");
        Self { about, ends: ends(decision), lines: lines.collect() }
    }
}

fn ends(decision: &DecisionEnds) -> (&'static str, &'static str) {
    (phrase(decision.first), phrase(decision.second))
}

fn values(decision: &DecisionEnds, term: Term) -> Vec<f64> {
    let positions = (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS) * 2.0 - 1.0);
    positions
        .map(|position| {
            let scenario = Scenario::default()
                .with(decision.parameter(), Value::Number(position))
                .expect("a decision may stand anywhere between its ends");
            term(&scenario, &Plan::of(&scenario))
        })
        .collect()
}

fn line(name: &'static str, values: Vec<f64>, format: fn(f64) -> String) -> CurveLine {
    let [first, middle, second] = [0, STEPS / 2, STEPS].map(|step| format(values[step as usize]));
    let description = phrase!("{first}, {middle} in the middle, {second}", first, middle, second);
    CurveLine { name: phrase(name), values, description }
}
