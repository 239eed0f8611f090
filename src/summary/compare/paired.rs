//! Two runs future by future: replicate i of the one with replicate i of the other. They share their
//! luck, so that what differs comes from the settings (common random numbers).

use super::difference::Difference;
use super::digest::Digest;
use super::yardstick::Yardstick;
use crate::language::{fill, phrase, to_phrase};
use crate::phrase;
use crate::summary::integer;

/// Why two runs are not told future by future.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpaired {
    /// Their seeds differ.
    OtherLuck,
    /// They end in different months.
    OtherLength,
    /// No replicate is in both.
    NoFutureInBoth,
}

impl Unpaired {
    /// Why, in a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::OtherLuck => phrase(
                "These runs do not share their luck: with one seed of chance for both, they could be \
                 compared future by future.",
            ),
            Self::OtherLength => phrase(
                "These runs do not end in the same month: with one number of months for both, they \
                 could be compared future by future.",
            ),
            Self::NoFutureInBoth => phrase("These runs have no simulated future in common."),
        }
    }
}

/// The futures that two runs share: of the baseline, and of the other run.
#[derive(Debug, Clone)]
pub struct Pair<'a> {
    baseline: &'a Digest,
    other: &'a Digest,
    futures: Vec<[&'a [f64; Yardstick::COUNT]; 2]>,
}

impl<'a> Pair<'a> {
    /// Pairs two runs.
    ///
    /// # Errors
    /// If they have other luck, another length, or no replicate in common.
    pub fn of(baseline: &'a Digest, other: &'a Digest) -> Result<Self, Unpaired> {
        if baseline.scenario.simulation.seed != other.scenario.simulation.seed {
            return Err(Unpaired::OtherLuck);
        }
        if baseline.months() != other.months() {
            return Err(Unpaired::OtherLength);
        }
        match baseline.shared(other) {
            futures if futures.is_empty() => Err(Unpaired::NoFutureInBoth),
            futures => Ok(Self { baseline, other, futures }),
        }
    }

    /// Number of futures in both.
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
            let [baseline, other] = times.map(|future| future[Yardstick::TimeToTarget as usize]);
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

    /// By how much a yardstick of the other run exceeds that of the baseline.
    pub fn difference(&self, yardstick: Yardstick) -> Difference {
        let values = self.futures.iter().map(|futures| futures.map(|f| f[yardstick as usize]));
        let differences = values.map(|[baseline, other]| match other == baseline {
            // Also where both are infinite, which has no difference.
            true => 0.0,
            false => other - baseline,
        });
        Difference::of(yardstick, self.baseline.months(), differences.collect())
            .expect("a pair has a future")
    }
}

/// In how many futures another run reaches its target before the baseline does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// The other run is first, or alone.
    pub before: usize,
    /// The baseline is first, or alone.
    pub after: usize,
    /// Both in the same month.
    pub together: usize,
    /// Neither ever.
    pub neither: usize,
    /// The targets of the baseline and of the other run, schools that ever started.
    pub targets: [u32; 2],
}

impl Order {
    /// Futures in all.
    pub fn futures(&self) -> usize {
        self.before + self.after + self.together + self.neither
    }

    /// "Slow reaches 100 schools before Fast in 12 of 100 futures, after it in 80; in 8 neither does."
    pub fn sentence(&self, baseline: &str, other: &str) -> String {
        let [its, mine] = self.targets.map(|schools| integer(schools.into()));
        let english = match its == mine {
            true => to_phrase(
                "{other} reaches {target} schools before {baseline} in {before} of {futures} futures, \
                 after it in {after}",
            ),
            false => to_phrase(
                "{other} reaches {target} schools before {baseline} reaches {its} in {before} of \
                 {futures} futures, after it in {after}",
            ),
        };
        let [futures, before, after, together, neither] =
            counted([self.before, self.after, self.together, self.neither]);
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

/// All futures and the parts that they fall into, as numbers; more than a hundred as hundredths, because a
/// person thinks in these. They add up: what is left when all are rounded down goes to those that lose
/// most.
pub(super) fn counted(parts: [usize; 4]) -> [String; 5] {
    let of: usize = parts.iter().sum::<usize>().max(1);
    let told = of.min(100);
    let mut rounded = parts.map(|part| part * told / of);
    let mut lost = parts.map(|part| part * told % of);
    while rounded.iter().sum::<usize>() < told && lost != [0; 4] {
        let most = (0..4).fold(0, |most, i| if lost[i] > lost[most] { i } else { most });
        rounded[most] += 1;
        lost[most] = 0;
    }
    std::array::from_fn(|place| match place.checked_sub(1) {
        None => integer(told as f64),
        Some(i) if rounded[i] == 0 && parts[i] > 0 => phrase("fewer than 1").to_owned(),
        Some(i) if rounded[i] == told && parts[i] < of => phrase("more than 99").to_owned(),
        Some(i) => integer(rounded[i] as f64),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Preset, Scenario};
    use crate::summary::compare::examples::{digest_of, with};

    fn pace(position: f64) -> Scenario {
        with(&Preset::TypicalSurveyed.into(), |s| s.decisions.fast_slow = position)
    }

    #[test]
    fn the_order_counts_ties_and_those_that_never_arrive_apart() {
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
    fn more_than_a_hundred_futures_are_told_as_of_a_hundred() {
        let order = Order { before: 1, after: 356, together: 143, neither: 0, targets: [100; 2] };
        assert_eq!(
            order.sentence("A", "B"),
            "B reaches 100 schools before A in fewer than 1 of 100 futures, after it in 71; in 29 both do \
             in the same month."
        );
        assert_eq!(counted([499, 1, 0, 0]), ["100", "more than 99", "fewer than 1", "0", "0"]);
        assert_eq!(counted([500, 0, 0, 0]), ["100", "100", "0", "0", "0"]);
    }

    #[test]
    fn hundredths_of_futures_add_up() {
        // Each rounded by itself they would be 97, 3 and 1.
        assert_eq!(counted([484, 13, 3, 0]), ["100", "97", "3", "fewer than 1", "0"]);
        for parts in [[167, 167, 166, 0], [3, 4, 493, 0], [123, 456, 400, 21]] {
            let [all, parts @ ..] = counted(parts);
            let sum: u32 = parts.iter().filter_map(|part| part.parse::<u32>().ok()).sum();
            assert_eq!((all.as_str(), sum), ("100", 100), "{parts:?}");
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
    fn a_run_against_itself_differs_in_nothing() {
        let scenario = with(&pace(0.0), |s| s.simulation.target_schools = 4_000);
        let digest = digest_of(&scenario, 0..8);
        let pair = Pair::of(&digest, &digest).unwrap();
        for &yardstick in Yardstick::ALL {
            let found = pair.difference(yardstick);
            assert_eq!((found.median, found.equal), (0.0, 8), "{yardstick:?}");
            assert!(!found.is_clear());
        }
        assert_eq!(pair.order().neither, 8);
    }

    #[test]
    fn runs_of_other_luck_or_length_are_not_paired() {
        let digest = digest_of(&pace(0.0), 0..2);
        let why = |scenario: Scenario| Pair::of(&digest, &digest_of(&scenario, 0..2)).unwrap_err();
        assert_eq!(why(with(&pace(0.0), |s| s.simulation.seed = 2)), Unpaired::OtherLuck);
        assert_eq!(why(with(&pace(0.0), |s| s.simulation.months = 48)), Unpaired::OtherLength);
        let later = digest_of(&pace(0.0), 2..4);
        assert_eq!(Pair::of(&digest, &later).unwrap_err(), Unpaired::NoFutureInBoth);
        assert!(Unpaired::OtherLuck.sentence().contains("do not share their luck"));
    }
}
