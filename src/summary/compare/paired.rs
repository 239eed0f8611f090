//! Two runs future by future: replicate i of one with replicate i of the other. They have the same random
//! draws, so that differences come from the settings (common random numbers).

use super::digest::Digest;
use super::outcome_difference::OutcomeDifference;
use super::outcome_metric::OutcomeMetric;
use crate::analysis::{Meaning, Scope, Shares, history_of, weighted_quantiles};
use crate::language::phrase;
use crate::summary::integer;

/// Why two runs cannot be compared future by future.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpaired {
    /// Their seeds differ.
    DifferentSeeds,
    /// They end in different months.
    DifferentLengths,
    /// They have no replicate in common.
    NoSharedFutures,
}

impl Unpaired {
    /// The reason as a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::DifferentSeeds => phrase(
                "These runs do not share their luck: with one seed of chance for both, they could be \
                 compared future by future.",
            ),
            Self::DifferentLengths => phrase(
                "These runs do not end in the same month: with one number of months for both, they \
                 could be compared future by future.",
            ),
            Self::NoSharedFutures => phrase("These runs have no simulated future in common."),
        }
    }
}

/// The numbers that stand in the headline, at the ends of lines or large beside the chart before and after a change.
/// The size of the change is the difference of those two medians: another one, such as the median of the differences,
/// which is the size of other changes, would contradict them.
const DISPLAYED: [OutcomeMetric; 7] = [
    OutcomeMetric::TimeToTarget,
    OutcomeMetric::Ever,
    OutcomeMetric::Active,
    OutcomeMetric::Lasting,
    OutcomeMetric::LastingInTheEnd,
    OutcomeMetric::EquityGap,
    OutcomeMetric::Spending,
];

/// The futures that two runs share, the baseline and the other run.
#[derive(Debug, Clone)]
pub struct Pair<'a> {
    baseline: &'a Digest,
    other: &'a Digest,
    /// The places of each in both digests.
    futures: Vec<[usize; 2]>,
}

impl<'a> Pair<'a> {
    /// Pairs two runs.
    ///
    /// # Errors
    /// If they have different seeds, different lengths, or no replicate in common.
    pub fn of(baseline: &'a Digest, other: &'a Digest) -> Result<Self, Unpaired> {
        if baseline.scenario.simulation.seed != other.scenario.simulation.seed {
            return Err(Unpaired::DifferentSeeds);
        }
        if baseline.months() != other.months() {
            return Err(Unpaired::DifferentLengths);
        }
        match baseline.shared(other) {
            futures if futures.is_empty() => Err(Unpaired::NoSharedFutures),
            futures => Ok(Self { baseline, other, futures }),
        }
    }

    /// Number of shared futures.
    pub fn futures(&self) -> usize {
        self.futures.len()
    }

    /// How much a metric of the other run exceeds that of the baseline, by luck alone.
    pub fn difference_by_luck(&self, metric: OutcomeMetric) -> OutcomeDifference {
        let months = self.baseline.months();
        self.by_luck(metric, months)
            .and_then(|differences| OutcomeDifference::of(metric, months, differences))
            .expect("a pair has a future, and a digest the last month")
    }

    /// The differences in a month by luck alone; `None` for what the digests do not keep.
    fn by_luck(&self, metric: OutcomeMetric, month: u32) -> Option<Vec<f64>> {
        let before = self.baseline.values_at(metric, month)?;
        let after = self.other.values_at(metric, month)?;
        let futures = self.futures.iter();
        Some(futures.map(|&[mine, theirs]| difference([before[mine], after[theirs]])).collect())
    }

    /// The same with its scope, and the size that it has with unknowns as soon as they are counted.
    pub fn difference(&self, metric: OutcomeMetric) -> OutcomeDifference {
        let found = self.difference_by_luck(metric);
        let displayed = DISPLAYED.contains(&metric).then(|| self.displayed_difference(metric));
        let found = OutcomeDifference { median: displayed.unwrap_or(found.median), ..found };
        let at_the_end = self.baseline.months();
        let Some((differences, weights)) = self.in_worlds(metric, at_the_end) else { return found };
        let scope = self.scope(found.luck, &differences, &weights);
        let scope = scope.map(|scope| scope.with_other_meaning(self.if_active(&differences)));
        let unit = metric.row().unit;
        match weighted_quantiles(&differences, &weights) {
            // Where most worlds have no difference, the size that there is by luck alone says more.
            Some(wide) if displayed.is_some() || !unit.rounds_to_zero(wide.p50) => {
                let median = displayed.unwrap_or(wide.p50);
                OutcomeDifference { median, low: wide.p10, high: wide.p90, scope, ..found }
            }
            _ => OutcomeDifference { scope, ..found },
        }
    }

    /// The difference of the two medians that the page displays: with unknowns as soon as they are counted for both.
    fn displayed_difference(&self, metric: OutcomeMetric) -> f64 {
        let has_worlds = self.baseline.worlds.is_some() && self.other.worlds.is_some();
        let median = |digest: &Digest| match digest.worlds.as_ref().filter(|_| has_worlds) {
            Some(worlds) => Some(worlds.quantiles(metric)?.p50),
            None => Some(digest.quantiles(metric)?.p50),
        };
        let medians = median(self.baseline).zip(median(self.other));
        let displayed = |value| metric.row().unit.displayed(value);
        medians.map_or(0.0, |(before, after)| difference([displayed(before), displayed(after)]))
    }

    /// How far a claim about a large outcome in a month holds; `None` while that is counted, and for a month that is
    /// not kept.
    pub fn scope_at(&self, metric: OutcomeMetric, month: u32) -> Option<Scope> {
        let by_luck = self.by_luck(metric, month)?;
        let luck = Shares::of(by_luck.into_iter().map(|difference| (difference, 1.0)))?;
        let (differences, weights) = self.in_worlds(metric, month)?;
        self.scope(luck, &differences, &weights)
    }

    /// The differences in a month in the worlds that both runs have, and their weights; `None` before there are any.
    fn in_worlds(&self, metric: OutcomeMetric, month: u32) -> Option<(Vec<f64>, Vec<f64>)> {
        let [baseline, other] = [self.baseline.worlds.as_ref()?, self.other.worlds.as_ref()?];
        let pairs =
            baseline.values_at(metric, month)?.into_iter().zip(other.values_at(metric, month)?);
        let differences: Vec<f64> = pairs.map(|(one, more)| difference([one, more])).collect();
        let mut weights = match self.is_held() {
            true => baseline.weights(),
            false => vec![1.0; differences.len()],
        };
        weights.truncate(differences.len());
        Some((differences, weights))
    }

    /// The scope of a claim; `None` while more futures with unknowns are to be counted.
    fn scope(&self, luck: Shares, differences: &[f64], weights: &[f64]) -> Option<Scope> {
        let pairs = differences.iter().copied().zip(weights.iter().copied());
        let may_grow = |digest: &Digest| digest.worlds.as_ref().is_none_or(|w| w.may_grow());
        let may_grow = may_grow(self.baseline) || may_grow(self.other);
        Scope::settled(luck, Shares::of(pairs)?, may_grow)
    }

    /// The shares if the counts that both are held to are of active schools.
    fn if_active(&self, differences: &[f64]) -> Option<Shares> {
        let worlds = self.baseline.worlds.as_ref().filter(|_| self.is_held())?;
        Shares::of(differences.iter().copied().zip(worlds.weights_as(Meaning::Active)))
    }

    /// Whether both are held to the same counts.
    fn is_held(&self) -> bool {
        let held = |digest: &Digest| digest.worlds.as_ref().is_some_and(|worlds| worlds.is_held());
        let history = |digest: &Digest| history_of(&digest.scenario);
        held(self.baseline) && held(self.other) && history(self.baseline) == history(self.other)
    }

    /// Whether the scope of every outcome is known.
    pub fn is_settled(&self) -> bool {
        let at_the_end = self.baseline.months();
        OutcomeMetric::outcomes().all(|metric| self.is_settled_at(metric, at_the_end))
    }

    /// Whether the scope of an outcome in this month is known.
    pub fn is_settled_at(&self, metric: OutcomeMetric, month: u32) -> bool {
        // By luck alone nothing needs more worlds.
        let luck = Shares { more: 0.0, less: 0.0, equal: 1.0, pairs: 0.0 };
        self.in_worlds(metric, month)
            .is_some_and(|(d, weights)| self.scope(luck, &d, &weights).is_some())
    }

    /// Whether the runs themselves draw their unknowns.
    pub fn draws_unknowns(&self) -> bool {
        self.baseline.scenario.sensitivity.uncertain_constants
            || self.other.scenario.sensitivity.uncertain_constants
    }

    /// The targets of the baseline and of the other run, in schools that ever started.
    pub fn targets(&self) -> [u32; 2] {
        [self.baseline, self.other].map(|digest| digest.scenario.simulation.target_schools)
    }
}

/// How much more the second has than the first; 0 also if both are infinite, where the difference is undefined.
fn difference([first, second]: [f64; 2]) -> f64 {
    if first == second { 0.0 } else { second - first }
}

/// The number of all futures and of the parts that they fall into, formatted; more than a hundred are
/// scaled to a hundred, because people think in percent. The parts add up: after rounding down, the
/// remainder goes to the parts that lose most. Parts of fewer than 1 in a hundred have one for all of them.
pub(super) fn per_hundred(parts: [usize; 4]) -> [String; 5] {
    let of: usize = parts.iter().sum::<usize>().max(1);
    let total = of.min(100);
    let mut rounded = parts.map(|part| part * total / of);
    let is_small = |i: usize| parts[i] > 0 && parts[i] * total < of;
    let mut remainder: [usize; 4] =
        std::array::from_fn(|i| if is_small(i) { 0 } else { parts[i] * total % of });
    let for_others = total - usize::from((0..4).any(is_small));
    while rounded.iter().sum::<usize>() < for_others && remainder != [0; 4] {
        let most = (0..4).fold(0, |most, i| if remainder[i] > remainder[most] { i } else { most });
        rounded[most] += 1;
        remainder[most] = 0;
    }
    std::array::from_fn(|place| match place.checked_sub(1) {
        None => integer(total as f64),
        Some(i) if rounded[i] == 0 && parts[i] > 0 => phrase("fewer than 1").to_owned(),
        Some(i) if parts[i] < of && parts[i] * total > of * (total - 1) && total == 100 => {
            phrase("more than 99").to_owned()
        }
        Some(i) => integer(rounded[i] as f64),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Mark;
    use crate::scenario::{Preset, Scenario};
    use crate::summary::compare::test_ensembles::{digest_of, with, worlds_of};
    use std::sync::Arc;

    fn pace(position: f64) -> Scenario {
        with(&Preset::TypicalSurveyed.into(), |s| s.decisions.fast_slow = position)
    }

    #[test]
    fn a_share_that_rounds_to_nothing_or_to_all_says_so() {
        assert_eq!(per_hundred([499, 1, 0, 0]), ["100", "more than 99", "fewer than 1", "0", "0"]);
        assert_eq!(per_hundred([500, 0, 0, 0]), ["100", "100", "0", "0", "0"]);
    }

    #[test]
    fn futures_per_hundred_add_up() {
        // Rounded separately, they would be 97, 3 and 1.
        assert_eq!(per_hundred([484, 13, 3, 0]), ["100", "97", "2", "fewer than 1", "0"]);
        assert_eq!(per_hundred([432, 1, 67, 0]), ["100", "86", "fewer than 1", "13", "0"]);
        for parts in [[167, 167, 166, 0], [3, 4, 493, 0], [123, 456, 400, 21], [1, 2, 450, 47]] {
            let [all, parts @ ..] = per_hundred(parts);
            let sum: u32 = parts.iter().filter_map(|part| part.parse::<u32>().ok()).sum();
            let small = u32::from(parts.iter().any(|part| part == "fewer than 1"));
            assert_eq!((all.as_str(), sum + small), ("100", 100), "{parts:?}");
        }
    }

    #[test]
    fn every_shared_future_is_counted_once_and_in_either_direction_alike() {
        let (fast, slow) = (digest_of(&pace(-1.0), 0..30), digest_of(&pace(1.0), 5..40));
        let pair = Pair::of(&fast, &slow).unwrap();
        let there = pair.difference(OutcomeMetric::TimeToTarget).luck;
        assert_eq!((pair.futures(), there.pairs.round()), (25, 25.0));
        assert!(there.more > there.less, "a slow district is later: {there:?}");
        let back = Pair::of(&slow, &fast).unwrap().difference(OutcomeMetric::TimeToTarget).luck;
        assert_eq!((back.more, back.less), (there.less, there.more));
    }

    #[test]
    fn the_scope_comes_with_the_worlds_of_both_runs() {
        let [mut fast, mut slow] = [pace(-1.0), pace(1.0)].map(|pace| digest_of(&pace, 0..30));
        let scope = |fast: &Digest, slow: &Digest| {
            Pair::of(fast, slow).unwrap().difference(OutcomeMetric::Ever).scope
        };
        fast.worlds = Some(Arc::new(worlds_of(&fast.scenario, 500)));
        assert_eq!(scope(&fast, &slow), None);
        slow.worlds = Some(Arc::new(worlds_of(&slow.scenario, 500)));
        let found = scope(&fast, &slow).unwrap();
        assert_eq!((found.mark, found.unknowns.pairs.round()), (Mark::Sturdy, 500.0));
        assert!(found.unknowns.less > 0.8 && found.luck.less > 0.8, "{found:?}");
    }

    #[test]
    fn a_run_does_not_differ_from_itself() {
        let scenario = with(&pace(0.0), |s| s.simulation.target_schools = 4_000);
        let digest = digest_of(&scenario, 0..8);
        let pair = Pair::of(&digest, &digest).unwrap();
        for &metric in OutcomeMetric::ALL {
            let found = pair.difference(metric);
            assert_eq!((found.median, found.luck.equal), (0.0, 1.0), "{metric:?}");
            assert!(!found.is_clear() && !found.is_told());
        }
    }

    #[test]
    fn runs_with_different_seeds_or_lengths_are_not_paired() {
        let digest = digest_of(&pace(0.0), 0..2);
        let why = |scenario: Scenario| Pair::of(&digest, &digest_of(&scenario, 0..2)).unwrap_err();
        assert_eq!(why(with(&pace(0.0), |s| s.simulation.seed = 2)), Unpaired::DifferentSeeds);
        assert_eq!(why(with(&pace(0.0), |s| s.simulation.months = 48)), Unpaired::DifferentLengths);
        let later = digest_of(&pace(0.0), 2..4);
        assert_eq!(Pair::of(&digest, &later).unwrap_err(), Unpaired::NoSharedFutures);
        assert!(Unpaired::DifferentSeeds.sentence().contains("do not share their luck"));
    }
}
