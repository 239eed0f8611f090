//! The futures of an ensemble, from the unluckiest to the luckiest.

use super::Ensemble;
use crate::model::{Measure, Run, sort_key};

/// More than any district has schools.
const MORE_THAN_SCHOOLS: f64 = 1e6;

/// Replicates in the order of their outcomes: by the number of schools that ever started by the last
/// month, then by those still active at that time, then by replicate number. Rank 0 has the fewest.
///
/// The future in the middle of this order represents the others when only one can be shown; a step up or
/// down leads to a luckier or an unluckier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranking {
    replicates: Vec<u64>,
}

impl Ranking {
    /// Ranks the runs that an ensemble has so far.
    pub fn of(ensemble: &Ensemble) -> Self {
        let last = ensemble.months();
        let (replicates, runs): (Vec<u64>, Vec<_>) = ensemble.runs().unzip();
        // Both are numbers of schools, so that a difference in the first outweighs any in the second.
        let luck = |run: &&Run| {
            run.at(Measure::Ever, last) * MORE_THAN_SCHOOLS + run.at(Measure::Active, last)
        };
        let order = sort_key::ascending(&runs.iter().map(luck).collect::<Vec<f64>>());
        Self { replicates: order.into_iter().map(|run| replicates[run as usize]).collect() }
    }

    /// Number of ranked futures.
    pub fn len(&self) -> usize {
        self.replicates.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.replicates.is_empty()
    }

    /// The replicate at a rank; `None` past the luckiest.
    pub fn replicate(&self, rank: usize) -> Option<u64> {
        self.replicates.get(rank).copied()
    }

    /// The rank of a replicate; `None` if it is not ranked.
    pub fn rank(&self, replicate: u64) -> Option<usize> {
        self.replicates.iter().position(|&other| other == replicate)
    }

    /// The rank of the future nearest the median: the middle one; of an even number, the unluckier of the
    /// two in the middle. `None` without futures.
    pub fn median(&self) -> Option<usize> {
        self.len().checked_sub(1).map(|last| last / 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::simulate;
    use crate::scenario::Scenario;

    /// A run over one month that ends with these numbers of schools ever started and still active.
    fn run(ever: f64, active: f64) -> Run {
        let width = Measure::ALL.len();
        let mut values = vec![0.0; Run::length(1)];
        values[width + Measure::Ever as usize] = ever;
        values[width + Measure::Active as usize] = active;
        Run::from_values(1, values).unwrap()
    }

    fn ranking(runs: &[(u64, f64, f64)]) -> Ranking {
        let mut ensemble = Ensemble::new(1);
        for &(replicate, ever, active) in runs {
            ensemble.add(replicate, run(ever, active));
        }
        Ranking::of(&ensemble)
    }

    #[test]
    fn futures_are_ordered_from_the_fewest_schools_started_to_the_most() {
        let ranking = ranking(&[(0, 30.0, 9.0), (1, 10.0, 9.0), (5, 20.0, 9.0)]);
        assert_eq!([0, 1, 2].map(|rank| ranking.replicate(rank)), [Some(1), Some(5), Some(0)]);
        assert_eq!((ranking.rank(5), ranking.rank(2)), (Some(1), None));
        assert_eq!((ranking.len(), ranking.replicate(3)), (3, None));
    }

    #[test]
    fn of_equal_futures_the_one_that_keeps_fewer_comes_first_and_then_the_lower_number() {
        let ranking = ranking(&[(0, 9.0, 5.0), (1, 9.0, 4.0), (2, 9.0, 5.0), (3, 9.0, 4.0)]);
        assert_eq!(ranking.replicates, [1, 3, 0, 2]);
    }

    #[test]
    fn the_median_is_the_middle_and_of_an_even_number_the_unluckier_of_two() {
        let futures = [(0, 1.0, 1.0), (1, 2.0, 2.0), (2, 3.0, 3.0), (3, 4.0, 4.0)];
        let medians = [0, 1, 2, 3, 4].map(|number| ranking(&futures[..number]).median());
        assert_eq!(medians, [None, Some(0), Some(0), Some(1), Some(1)]);
        assert!(ranking(&[]).is_empty());
    }

    #[test]
    fn the_future_at_the_median_has_the_median_number_of_schools_started() {
        let scenario = Scenario::default();
        let mut ensemble = Ensemble::new(scenario.simulation.months);
        for replicate in 0..31 {
            ensemble.add(replicate, simulate(&scenario, replicate));
        }
        let ranking = Ranking::of(&ensemble);
        let replicate = ranking.replicate(ranking.median().unwrap()).unwrap();
        let ever = simulate(&scenario, replicate).at(Measure::Ever, 96);
        assert_eq!(ever, ensemble.quantiles(Measure::Ever, 96).unwrap().p50);
    }
}
