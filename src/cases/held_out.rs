//! The last count of a case against futures held to those before it.

use super::case::Case;
use super::count::CaseCount;
use crate::analysis::{Count, Held, Meaning, effective, weighted_quantiles};
use crate::model::{Run, simulate};
use crate::scenario::Scenario;
use rayon::prelude::*;

/// Effective futures below which no interval is given (`analysis`, section 5 of its specification).
const FEWEST: f64 = 200.0;
/// Effective futures after which no more are simulated.
const ENOUGH: f64 = 1_000.0;
/// Futures that are simulated at a time, and at most.
const STEP: u64 = 2_000;
const MOST: u64 = 32_000;
/// A share of the greatest weight that moves no interval by a school.
const NOTHING: f64 = 1e-6;

/// Futures with unknowns that are held to counts, and what they say of one month.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldOut {
    /// What the counts are taken to mean.
    pub meaning: Meaning,
    /// Number of counts that the futures are held to, besides the start.
    pub held_to: usize,
    /// Futures that were simulated.
    pub futures: usize,
    /// How many equally weighted futures would tell as much.
    pub effective: f64,
    /// The interval that holds 80% of the futures, in whole schools as displayed; `None` if no setting inside the
    /// ranges gives the counts.
    pub interval: Option<(f64, f64)>,
    /// The schools of the future that comes closest to the counts, in their months.
    pub nearest: Vec<f64>,
}

impl HeldOut {
    /// Holds futures of a scenario to these counts and asks for the schools of a month, the last of the scenario.
    pub fn of(scenario: &Scenario, meaning: Meaning, counts: &[Count]) -> Self {
        let scenario = scenario.with_unknowns();
        // Most futures are far from the counts, which a short history finds.
        let last = counts.iter().map(|count| count.month).max().unwrap_or(0);
        let history = until(&scenario, last.max(1));
        let (mut held, mut seen) = (Held::default(), Vec::new());
        while (seen.len() as u64) < MOST && effective(held.weights(meaning)) < ENOUGH {
            let first = seen.len() as u64;
            let runs = simulate_each(&history, first..first + STEP, Run::clone);
            held.add_held_to(counts, &runs);
            seen.extend(runs.iter().map(|run| schools_in(run, meaning, counts)));
        }
        let weights = held.weights(meaning);
        let effective = effective(weights);
        Self {
            meaning,
            held_to: counts.len(),
            futures: seen.len(),
            effective,
            interval: (effective >= FEWEST)
                .then(|| interval(&scenario, meaning, weights))
                .flatten(),
            nearest: nearest(counts, &seen),
        }
    }

    /// Whether a count lies inside the interval; not if there is none.
    pub fn holds(&self, count: &CaseCount) -> bool {
        self.interval.is_some_and(|(low, high)| count.is_inside(low, high))
    }
}

/// What is read in each of these futures, in their order.
fn simulate_each<T: Send>(
    scenario: &Scenario,
    numbers: impl IntoParallelIterator<Item = u64>,
    read: impl Fn(&Run) -> T + Sync + Send,
) -> Vec<T> {
    numbers.into_par_iter().map(|number| read(&simulate(scenario, number))).collect()
}

/// The schools of a future in the months of the counts.
fn schools_in(run: &Run, meaning: Meaning, counts: &[Count]) -> Vec<f64> {
    counts.iter().map(|count| run.at(meaning.measure(), count.month)).collect()
}

/// The interval of the last month that holds 80% of the weight, in whole schools.
fn interval(scenario: &Scenario, meaning: Meaning, weights: &[f64]) -> Option<(f64, f64)> {
    let greatest = weights.iter().copied().fold(0.0, f64::max);
    let (numbers, weights): (Vec<u64>, Vec<f64>) = (0..)
        .zip(weights.iter().copied())
        .filter(|(_, weight)| *weight > NOTHING * greatest)
        .unzip();
    let asked = scenario.simulation.months;
    let schools = simulate_each(scenario, numbers, |run| run.at(meaning.measure(), asked));
    let quantiles = weighted_quantiles(&schools, &weights)?;
    Some((quantiles.p10.round(), quantiles.p90.round()))
}

/// The future whose schools lie the fewest spreads away from the counts.
fn nearest(counts: &[Count], seen: &[Vec<f64>]) -> Vec<f64> {
    let distance = |schools: &Vec<f64>| -> f64 {
        let apart = counts.iter().zip(schools).map(|(count, &schools)| {
            let apart = (schools - count.schools) / count.spread;
            if count.at_least { apart.min(0.0) } else { apart }
        });
        apart.map(|apart| apart * apart).sum()
    };
    let closest = seen.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    closest.cloned().unwrap_or_default()
}

/// What became of the last count of a case; the misses come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// No setting inside the ranges gives the counts before the last.
    NotMet,
    /// The last count lies outside, whatever the counts mean.
    Outside,
    /// It depends on what the counts mean.
    Depends,
    /// The last count lies inside.
    Inside,
    /// The last count lies inside, and the settings were fitted to it.
    Fitted,
    /// There are too few counts to leave one out.
    TooFew,
    /// It is not known how many schools there are: only the shape of the counts is shown.
    ShapeOnly,
}

impl Verdict {
    /// Whether the model missed the last count, in one meaning of the counts at least.
    pub fn is_miss(self) -> bool {
        self <= Self::Depends
    }

    /// Whether the last count was scored.
    pub fn is_scored(self) -> bool {
        self <= Self::Fitted
    }
}

/// A case with its verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// Its place in the gallery.
    pub place: usize,
    /// The verdict.
    pub verdict: Verdict,
    /// The futures held to all counts but the last, in each meaning; none if the last is not scored.
    pub held: Vec<HeldOut>,
}

impl Scored {
    /// Scores the case at a place in the gallery.
    pub fn of(place: usize, case: &Case) -> Self {
        let unscored = |verdict| Self { place, verdict, held: Vec::new() };
        let Some(scenario) = case.scenario() else { return unscored(Verdict::ShapeOnly) };
        let observed = case.observed();
        let [_, before @ .., (asked, last)] = &observed[..] else {
            return unscored(Verdict::TooFew);
        };
        let scenario = until(&scenario, *asked);
        let counts: Vec<Count> =
            before.iter().filter_map(|(month, count)| count.held_to(*month)).collect();
        let meanings = case.meanings().iter();
        let held: Vec<HeldOut> =
            meanings.map(|&meaning| HeldOut::of(&scenario, meaning, &counts)).collect();
        let inside = held.iter().filter(|held| held.holds(last)).count();
        let verdict = if held.iter().all(|held| held.interval.is_none()) {
            Verdict::NotMet
        } else if inside == 0 {
            Verdict::Outside
        } else if inside < held.len() {
            Verdict::Depends
        } else if case.reading.is_fitted() {
            Verdict::Fitted
        } else {
            Verdict::Inside
        };
        Self { place, verdict, held }
    }
}

/// The same scenario up to a month: what comes after it changes nothing before it.
pub fn until(scenario: &Scenario, month: u32) -> Scenario {
    let mut settings = scenario.settings();
    settings.simulation.months = month;
    Scenario::beyond_ranges(settings).expect("fewer months of a scenario").as_of(scenario.version())
}

/// The cases with their verdicts, the misses first, else in the order of the gallery.
pub fn in_order_of_verdict(cases: &[Case]) -> Vec<Scored> {
    let mut scored: Vec<Scored> =
        cases.iter().enumerate().map(|(place, case)| Scored::of(place, case)).collect();
    scored.sort_by_key(|scored| (scored.verdict, scored.place));
    scored
}
