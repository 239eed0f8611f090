//! Response strips: how a district would come out over the whole range of a lever, everything else as it is set.
//!
//! A [`Response`] holds the same futures at equally spaced places of a lever, with the same luck in the same worlds.
//! Its curves are the median and the 80% band at each place. That one place leaves more than another is claimed
//! only with its mark ([`crate::analysis::Mark`]), from pairs of futures other than those that the place was found
//! with: the best of nine places would look better than it is in its own futures.

mod claim;
mod wording;

pub use claim::{Against, Claims};
pub use wording::{INTRODUCTION, INTRODUCTION_HELD, counting, counting_again, names};

use crate::analysis::weighted_quantiles;
use crate::ensemble::Ensemble;
use crate::language::rounded;
use crate::model::{Measure, Run};
use crate::scenario::{Group, Parameter, Range, Scenario, Value, parameter};
use crate::summary::compare::{OutcomeMetric, Worlds};

/// Places on the range of a lever.
pub const PLACES: usize = 9;

/// What strips show, in this order: schools that are deep and lasting, schools that ever started, and spending, k$ a
/// year; each in the last month, as in the headline.
pub const MEASURES: [Measure; 3] = [Measure::Sustained, Measure::Ever, Measure::Spending];

/// The place of deep and lasting schools among [`MEASURES`].
const LASTING: usize = 0;
/// That of schools that ever started.
const REACH: usize = 1;
/// That of spending.
const SPENDING: usize = 2;

/// The measures of a future.
pub type Future = [f64; MEASURES.len()];

/// The upper ends of the ranges of a lever that is no decision, as shares of its whole range: where most districts
/// are, nine places over the whole of it would be too far apart.
const PARTS: [f64; 3] = [0.25, 0.5, 1.0];

/// The range that a strip covers, in the unit of its lever.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// Its first end.
    pub low: f64,
    /// Its second end.
    pub high: f64,
}

impl Axis {
    /// The range of a lever: the whole one of a decision; of an amount, the first quarter, half, or all of it, the
    /// least that holds the value of this scenario. `None` if it has no range.
    pub fn of(lever: &Parameter, scenario: &Scenario) -> Option<Self> {
        let Range::Between(low, high) = lever.range else { return None };
        if lever.group == Group::Decisions {
            return Some(Self { low, high });
        }
        let value = (lever.get)(scenario).number();
        let ends = PARTS.map(|part| low + part * (high - low));
        Some(Self { low, high: ends.into_iter().find(|&end| value <= end).unwrap_or(high) })
    }

    /// The value at a place.
    pub fn value(self, place: usize) -> f64 {
        self.low + (self.high - self.low) * place as f64 / (PLACES - 1) as f64
    }

    /// Where a value lies, as a share of the range.
    pub fn share(self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    /// The scenario with its lever at this place.
    pub fn at(self, lever: &Parameter, scenario: &Scenario, place: usize) -> Option<Scenario> {
        scenario.with(lever, Value::Number(self.value(place))).ok()
    }
}

/// The medians of [`MEASURES`] in the headline; `None` without effective futures.
pub fn in_headline(worlds: &Worlds) -> Option<Future> {
    let median = |metric| Some(worlds.quantiles(metric)?.p50);
    Some([
        median(OutcomeMetric::LastingInTheEnd)?,
        median(OutcomeMetric::Ever)?,
        median(OutcomeMetric::Spending)?,
    ])
}

/// The measures of futures in the last month, in the order of their numbers.
pub fn futures(ensemble: &Ensemble) -> Vec<Future> {
    let at_end = |run: &Run| MEASURES.map(|measure| run.at(measure, run.months()));
    ensemble.runs().map(|(_, run)| at_end(run)).collect()
}

/// A measure over the range of a lever.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// The 10% quantile at each place.
    pub p10: [f64; PLACES],
    /// The median.
    pub p50: [f64; PLACES],
    /// The 90% quantile.
    pub p90: [f64; PLACES],
}

impl Curve {
    /// The median between the two places around a share of the range.
    fn at(&self, share: f64) -> f64 {
        let position = share * (PLACES - 1) as f64;
        let before = (position as usize).min(PLACES - 2);
        let [low, high] = [self.p50[before], self.p50[before + 1]];
        low + (high - low) * (position - before as f64)
    }
}

/// How a district would come out over the range of a lever.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// Key of the lever.
    pub lever: &'static str,
    /// The range.
    pub axis: Axis,
    /// Number of futures at each place.
    pub futures: usize,
    /// One curve for each of [`MEASURES`].
    pub curves: [Curve; MEASURES.len()],
    /// How far it holds that one place leaves most; none while that is not counted.
    pub claims: Option<Claims>,
}

impl Response {
    /// From the futures at each of the [`PLACES`], and their weights; `None` without weight or a place.
    pub fn new(
        lever: &'static str,
        axis: Axis,
        places: &[Vec<Future>],
        weights: &[f64],
    ) -> Option<Self> {
        let curve = |measure: usize| {
            let mut curve = Curve { p10: [0.0; PLACES], p50: [0.0; PLACES], p90: [0.0; PLACES] };
            for place in 0..PLACES {
                let values: Vec<f64> = places.get(place)?.iter().map(|f| f[measure]).collect();
                let quantiles = weighted_quantiles(&values, weights)?;
                curve.p10[place] = quantiles.p10;
                curve.p50[place] = quantiles.p50;
                curve.p90[place] = quantiles.p90;
            }
            Some(curve)
        };
        let curves = [curve(LASTING)?, curve(REACH)?, curve(SPENDING)?];
        Some(Self { lever, axis, futures: weights.len(), curves, claims: None })
    }

    /// The medians where the lever stands.
    pub fn at(&self, value: f64) -> Future {
        let share = self.axis.share(value);
        std::array::from_fn(|measure| self.curves[measure].at(share))
    }

    /// The same moved up or down to pass through what the headline says of this scenario: that is of many more
    /// futures, and what these few tell well is how far places differ from each other.
    pub fn through(&self, scenario: &Scenario, now: Future) -> Self {
        let value = parameter(self.lever).map(|lever| (lever.get)(scenario).number());
        let here = self.at(value.unwrap_or_default());
        let most = f64::from(scenario.district.n_schools);
        let mut moved = self.clone();
        for (measure, curve) in moved.curves.iter_mut().enumerate() {
            let (here, now) = (here[measure], now[measure]);
            let moved = |value: f64| match measure {
                SPENDING if here > 0.0 => value * (now / here),
                SPENDING => value + (now - here),
                // By whole schools, so that the order of places stays, and which of them are alike.
                _ => (rounded(value, 0) + rounded(now, 0) - rounded(here, 0)).clamp(0.0, most),
            };
            for values in [&mut curve.p10, &mut curve.p50, &mut curve.p90] {
                *values = values.map(moved);
            }
        }
        moved
    }
}

/// The upper ends of the vertical axes of strips that are compared, one for each of [`MEASURES`]: the greatest 90%
/// quantile of all of them.
pub fn tops<'a>(responses: impl IntoIterator<Item = &'a Response>) -> Future {
    let mut tops = [0.0; MEASURES.len()];
    for response in responses {
        for (top, curve) in tops.iter_mut().zip(&response.curves) {
            *top = curve.p90.iter().copied().fold(*top, f64::max);
        }
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::{ensemble_of, with, worlds_of};

    #[test]
    fn a_curve_moved_to_the_headline_passes_through_it_and_keeps_its_differences() {
        let scenario = with(&Preset::Chicago.into(), |s| s.decisions.fast_slow = -1.0);
        let axis = Axis::of(parameter("fast_slow").unwrap(), &scenario).unwrap();
        let place = |place: usize| vec![[10.0 + place as f64, 30.0 - place as f64, 500.0]; 3];
        let places: Vec<Vec<Future>> = (0..PLACES).map(place).collect();
        let response = Response::new("fast_slow", axis, &places, &[1.0; 3]).unwrap();
        let moved = response.through(&scenario, [4.0, 38.0, 1_000.0]);
        assert_eq!(moved.at(-1.0), [4.0, 38.0, 1_000.0]);
        assert_eq!(moved.at(1.0), [12.0, 30.0, 1_000.0]);
        // Half a school is displayed as a whole one: what it is rounded to moves.
        let half = vec![vec![[0.5, 20.5, 500.0]; 3]; PLACES];
        let half = Response::new("fast_slow", axis, &half, &[1.0; 3]).unwrap();
        assert_eq!(half.through(&scenario, [1.0, 35.0, 500.0]).curves[REACH].p50[0], 35.0);
        assert_eq!(moved.best(), response.best());
        // No fewer schools than none, and no more than there are.
        let n_schools = f64::from(scenario.district.n_schools);
        let low = response.through(&scenario, [0.0, n_schools, 1_000.0]);
        assert_eq!(low.curves[LASTING].p10[0], 0.0);
        let most = response.through(&scenario, [n_schools, 0.0, 1_000.0]);
        assert_eq!(most.curves[LASTING].p90[8], n_schools);
        assert_eq!(most.curves[REACH].p50[8], 0.0);
    }

    #[test]
    fn a_curve_has_the_quantiles_of_the_ensembles_at_its_places() {
        let scenario = with(&Preset::SmallWealthy.into(), |s| s.simulation.months = 36);
        let scenario = scenario.with_unknowns();
        let lever = parameter("fast_slow").unwrap();
        let axis = Axis::of(lever, &scenario).unwrap();
        let ensembles: Vec<Ensemble> = (0..PLACES)
            .map(|place| ensemble_of(&axis.at(lever, &scenario, place).unwrap(), 0..16))
            .collect();
        let places: Vec<Vec<Future>> = ensembles.iter().map(futures).collect();
        let response = Response::new("fast_slow", axis, &places, &[1.0; 16]).unwrap();
        for (curve, measure) in response.curves.iter().zip(MEASURES) {
            for (place, ensemble) in ensembles.iter().enumerate() {
                let exact = ensemble.quantiles(measure, 36).unwrap();
                let found = [curve.p10[place], curve.p50[place], curve.p90[place]];
                for (found, exact) in found.into_iter().zip([exact.p10, exact.p50, exact.p90]) {
                    assert!((found - exact).abs() < 1e-9, "{found} {exact}");
                }
            }
        }
        assert_eq!(response.at(-1.0)[REACH], response.curves[REACH].p50[0]);
        assert_eq!(response.at(1.0)[REACH], response.curves[REACH].p50[8]);
        let [third, fourth] = [response.curves[SPENDING].p50[3], response.curves[SPENDING].p50[4]];
        assert!((response.at(-0.125)[SPENDING] - f64::midpoint(third, fourth)).abs() < 1e-9);
    }

    #[test]
    fn a_budget_is_shown_over_the_part_of_its_range_that_holds_it() {
        let budget = parameter("coaching_budget").unwrap();
        for (value, high) in [(0.0, 20.0), (9.0, 20.0), (20.0, 20.0), (25.0, 40.0), (80.0, 80.0)] {
            let scenario = with(&Preset::Chicago.into(), |s| s.district.coaching_budget = value);
            let axis = Axis::of(budget, &scenario).unwrap();
            assert_eq!(axis, Axis { low: 0.0, high }, "{value}");
            assert_eq!((axis.value(0), axis.value(8)), (0.0, high));
        }
        let pace = parameter("fast_slow").unwrap();
        let axis = Axis::of(pace, &Preset::Chicago.into()).unwrap();
        assert_eq!((axis.low, axis.high, axis.value(4), axis.share(0.5)), (-1.0, 1.0, 0.0, 0.75));
    }

    #[test]
    fn the_headline_and_strips_show_the_same_measures() {
        let scenario = Scenario::from(Preset::SmallWealthy);
        let ensemble = ensemble_of(&scenario.with_unknowns(), 0..16);
        let now = in_headline(&worlds_of(&scenario, 16)).unwrap();
        for (now, measure) in now.into_iter().zip(MEASURES) {
            let exact = ensemble.quantiles(measure, ensemble.months()).unwrap().p50;
            assert!((now - exact).abs() < 1e-9, "{measure:?}");
        }
    }

    #[test]
    fn strips_that_are_compared_end_at_the_greatest_of_them() {
        let axis = Axis { low: -1.0, high: 1.0 };
        let of = |value: f64| {
            Response::new("x", axis, &vec![vec![[value, 1.0, 3.0]]; PLACES], &[1.0]).unwrap()
        };
        assert_eq!(tops([&of(2.0), &of(7.0)]), [7.0, 1.0, 3.0]);
        assert_eq!(Response::new("x", axis, &vec![vec![]; PLACES], &[]), None);
        assert_eq!(Response::new("x", axis, &[vec![[1.0; 3]]], &[1.0]), None);
    }
}
