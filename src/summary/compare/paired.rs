//! Two runs future by future: replicate i of one with replicate i of the other. They have the same random
//! draws, so that differences come from the settings (common random numbers).

use super::digest::Digest;
use super::outcome_difference::OutcomeDifference;
use super::outcome_metric::OutcomeMetric;
use crate::language::{fill, phrase, to_phrase};
use crate::phrase;
use crate::summary::{integer, schools};

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

/// The futures that two runs share, the baseline and the other run.
#[derive(Debug, Clone)]
pub struct Pair<'a> {
    baseline: &'a Digest,
    other: &'a Digest,
    futures: Vec<[&'a [f64; OutcomeMetric::COUNT]; 2]>,
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

    /// Which of the two reaches its target first, and how often.
    pub fn order(&self) -> Order {
        let target = |digest: &Digest| digest.scenario.simulation.target_schools;
        let mut order = Order {
            before: 0,
            after: 0,
            together: 0,
            neither: 0,
            targets: [target(self.baseline), target(self.other)],
        };
        for times in &self.futures {
            let [baseline, other] =
                times.map(|future| future[OutcomeMetric::TimeToTarget as usize]);
            let count = if other < baseline {
                &mut order.before
            } else if other > baseline {
                &mut order.after
            } else if other.is_finite() {
                &mut order.together
            } else {
                &mut order.neither
            };
            *count += 1;
        }
        order
    }

    /// How much a metric of the other run exceeds that of the baseline.
    pub fn difference(&self, metric: OutcomeMetric) -> OutcomeDifference {
        let values = self.futures.iter().map(|futures| futures.map(|f| f[metric as usize]));
        let differences = values.map(|[baseline, other]| match other == baseline {
            // Also if both are infinite, where the difference is undefined.
            true => 0.0,
            false => other - baseline,
        });
        OutcomeDifference::of(metric, self.baseline.months(), differences.collect())
            .expect("a pair has a future")
    }
}

/// In how many futures the other run reaches its target before the baseline does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// The other run is first, or the only one.
    pub before: usize,
    /// The baseline is first, or the only one.
    pub after: usize,
    /// Both in the same month.
    pub together: usize,
    /// Neither reaches it.
    pub neither: usize,
    /// The targets of the baseline and of the other run, in schools that ever started.
    pub targets: [u32; 2],
}

impl Order {
    /// Total number of futures.
    pub fn futures(&self) -> usize {
        self.before + self.after + self.together + self.neither
    }

    /// "Slow reaches 100 schools before Fast in 12 of 100 futures, after it in 80; in 8 neither does."
    pub fn sentence(&self, baseline: &str, other: &str) -> String {
        let [its, mine] = self.targets;
        let (its, mine) = (integer(its.into()), schools(mine));
        let english = match self.targets[0] == self.targets[1] {
            true => to_phrase(
                "{other} reaches {target} before {baseline} in {before} of {futures} futures, after it in \
                 {after}",
            ),
            false => to_phrase(
                "{other} reaches {target} before {baseline} reaches {its} in {before} of {futures} \
                 futures, after it in {after}",
            ),
        };
        let [futures, before, after, together, neither] =
            per_hundred([self.before, self.after, self.together, self.neither]);
        let mut told = fill(
            phrase(english),
            &[
                ("other", &other),
                ("target", &mine),
                ("baseline", &baseline),
                ("its", &its),
                ("before", &before),
                ("futures", &futures),
                ("after", &after),
            ],
        );
        if self.together > 0 {
            told = phrase!("{told}; in {together} both do in the same month", told, together);
        }
        if self.neither > 0 {
            told = phrase!("{told}; in {neither} neither does", told, neither);
        }
        phrase!("{told}.", told)
    }
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
    use crate::scenario::{Preset, Scenario};
    use crate::summary::compare::test_ensembles::{digest_of, with};

    fn pace(position: f64) -> Scenario {
        with(&Preset::TypicalSurveyed.into(), |s| s.decisions.fast_slow = position)
    }

    #[test]
    fn the_order_counts_ties_and_unreached_targets_separately() {
        let order = Order { before: 12, after: 80, together: 0, neither: 8, targets: [100; 2] };
        assert_eq!(
            order.sentence("Fast", "Slow"),
            "Slow reaches 100 schools before Fast in 12 of 100 futures, after it in 80; in 8 neither \
             does."
        );
        let tied = Order { before: 1, after: 2, together: 3, neither: 0, targets: [100, 120] };
        assert_eq!(
            tied.sentence("A", "B"),
            "B reaches 120 schools before A reaches 100 in 1 of 6 futures, after it in 2; in 3 both do \
             in the same month."
        );
    }

    #[test]
    fn more_than_a_hundred_futures_are_scaled_to_a_hundred() {
        let order = Order { before: 1, after: 356, together: 143, neither: 0, targets: [100; 2] };
        assert_eq!(
            order.sentence("A", "B"),
            "B reaches 100 schools before A in fewer than 1 of 100 futures, after it in 71; in 28 both do \
             in the same month."
        );
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
    fn every_shared_future_is_in_the_order_once() {
        let (fast, slow) = (digest_of(&pace(-1.0), 0..30), digest_of(&pace(1.0), 5..40));
        let pair = Pair::of(&fast, &slow).unwrap();
        let order = pair.order();
        assert_eq!((pair.futures(), order.futures()), (25, 25));
        assert!(order.after > order.before, "a slow district is later: {order:?}");
        let back = Pair::of(&slow, &fast).unwrap().order();
        assert_eq!((back.before, back.after), (order.after, order.before));
    }

    #[test]
    fn a_run_does_not_differ_from_itself() {
        let scenario = with(&pace(0.0), |s| s.simulation.target_schools = 4_000);
        let digest = digest_of(&scenario, 0..8);
        let pair = Pair::of(&digest, &digest).unwrap();
        for &metric in OutcomeMetric::ALL {
            let found = pair.difference(metric);
            assert_eq!((found.median, found.equal), (0.0, 8), "{metric:?}");
            assert!(!found.is_clear());
        }
        assert_eq!(pair.order().neither, 8);
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
