//! The future that is shown school by school, and its place among all.

use crate::ensemble::Ranking;
use crate::language::phrase;
use crate::phrase;
use crate::summary::integer;

/// Where a future stands among all of its ensemble.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FuturePlace {
    /// Its rank; 0 is the unluckiest.
    pub rank: usize,
    /// The rank of the one nearest the median.
    pub median: usize,
    /// How many there are; at least one.
    pub futures: usize,
}

impl FuturePlace {
    /// The place of the chosen rank, or of the future nearest the median; none without futures. There may
    /// be fewer futures than when the rank was chosen: then it is the luckiest.
    pub fn of(ranking: &Ranking, chosen: Option<usize>) -> Option<Self> {
        let median = ranking.median()?;
        let rank = chosen.unwrap_or(median).min(ranking.len() - 1);
        Some(Self { rank, median, futures: ranking.len() })
    }

    /// The replicate to show: that of the chosen rank, of the future nearest the median, or the first one
    /// before there is a ranking.
    pub fn replicate(ranking: Option<&Ranking>, chosen: Option<usize>) -> u64 {
        let at_rank = |ranking: &Ranking| ranking.replicate(Self::of(ranking, chosen)?.rank);
        ranking.and_then(at_rank).unwrap_or_default()
    }

    /// Whether no future is less lucky.
    pub fn is_unluckiest(&self) -> bool {
        self.rank == 0
    }

    /// Whether no future is luckier.
    pub fn is_luckiest(&self) -> bool {
        self.rank + 1 == self.futures
    }

    /// The rank a tenth of all futures less lucky.
    pub fn unluckier(&self) -> usize {
        self.step(-1.0)
    }

    /// The rank a tenth of all futures luckier.
    pub fn luckier(&self) -> usize {
        self.step(1.0)
    }

    fn step(&self, direction: f64) -> usize {
        let tenth = (self.futures as f64 / 10.0).max(1.0);
        let last = self.futures as f64 - 1.0;
        (self.rank as f64 + direction * tenth).round().clamp(0.0, last) as usize
    }

    /// The place in words.
    pub fn sentence(&self) -> String {
        let futures = integer(self.futures as f64);
        match self.rank {
            rank if rank == self.median => {
                phrase!("One future of {futures}: the one nearest the median.", futures)
            }
            0 => phrase!(
                "One future of {futures}: the unluckiest, with the fewest schools.",
                futures
            ),
            rank if rank + 1 == self.futures => {
                phrase!("One future of {futures}: the luckiest, with the most schools.", futures)
            }
            // Rounded down: none is luckier than 100 of 100.
            rank => phrase!(
                "One future of {futures}: luckier than {others} of 100.",
                futures,
                others = integer((100 * rank / self.futures) as f64)
            ),
        }
    }
}

/// The place in words, or what stands there before there is one.
pub fn sentence(place: Option<&FuturePlace>) -> String {
    place.map_or_else(
        || phrase("One simulated future; the others once all are simulated.").to_owned(),
        FuturePlace::sentence,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::Ensemble;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::ensemble_of;

    fn place(rank: usize, futures: usize) -> FuturePlace {
        FuturePlace { rank, median: (futures - 1) / 2, futures }
    }

    fn ranking(futures: u64) -> Ranking {
        Ranking::of(&ensemble_of(&Preset::SmallWealthy.into(), 0..futures))
    }

    #[test]
    fn it_is_the_one_nearest_the_median_until_another_is_chosen() {
        let ranking = ranking(5);
        assert_eq!(FuturePlace::of(&ranking, None), Some(place(2, 5)));
        assert_eq!(FuturePlace::of(&ranking, Some(4)), Some(place(4, 5)));
        assert_eq!(FuturePlace::replicate(Some(&ranking), Some(4)), ranking.replicate(4).unwrap());
    }

    #[test]
    fn a_rank_of_an_ensemble_that_had_more_futures_is_the_luckiest() {
        assert_eq!(FuturePlace::of(&ranking(3), Some(400)), Some(place(2, 3)));
    }

    #[test]
    fn without_futures_it_is_the_first_replicate() {
        let nothing = Ranking::of(&Ensemble::new(12));
        assert_eq!(FuturePlace::of(&nothing, Some(3)), None);
        assert_eq!(FuturePlace::replicate(Some(&nothing), Some(3)), 0);
        assert_eq!(FuturePlace::replicate(None, None), 0);
    }

    #[test]
    fn a_step_is_a_tenth_of_all_futures_and_at_least_one() {
        assert_eq!((place(249, 500).luckier(), place(249, 500).unluckier()), (299, 199));
        assert_eq!((place(1, 4).luckier(), place(1, 4).unluckier()), (2, 0));
        assert_eq!((place(480, 500).luckier(), place(20, 500).unluckier()), (499, 0));
        assert_eq!((place(0, 1).luckier(), place(0, 1).unluckier()), (0, 0));
    }

    #[test]
    fn the_first_and_the_last_place_are_the_ends() {
        assert!(place(0, 5).is_unluckiest() && !place(0, 5).is_luckiest());
        assert!(place(4, 5).is_luckiest() && !place(4, 5).is_unluckiest());
        assert!(place(0, 1).is_luckiest() && place(0, 1).is_unluckiest());
    }

    #[test]
    fn each_place_has_its_sentence() {
        let sentences = [0, 249, 299, 498, 499].map(|rank| place(rank, 500).sentence());
        assert_eq!(
            sentences,
            [
                "One future of 500: the unluckiest, with the fewest schools.",
                "One future of 500: the one nearest the median.",
                "One future of 500: luckier than 59 of 100.",
                "One future of 500: luckier than 99 of 100.",
                "One future of 500: the luckiest, with the most schools."
            ]
        );
        assert_eq!(sentence(None), "One simulated future; the others once all are simulated.");
        assert_eq!(sentence(Some(&place(0, 1))), place(0, 1).sentence());
    }
}
