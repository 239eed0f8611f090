//! The futures of an ensemble, from the unluckiest to the luckiest.

use super::{Ensemble, Quantiles};
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
    /// The rank of the future nearest the median.
    median: Option<usize>,
}

/// Months between those in which futures are compared with the medians.
const COMPARED_EVERY: usize = 6;
/// The futures of which the one nearest the median is chosen: those in the middle, a share of all.
const IN_THE_MIDDLE: usize = 10;

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
        let ranked: Vec<&Run> = order.iter().map(|&run| runs[run as usize]).collect();
        Self {
            median: nearest_the_median(&ranked, last),
            replicates: order.into_iter().map(|run| replicates[run as usize]).collect(),
        }
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

    /// The rank of the future nearest the median: of the middle tenth, the one whose schools, ever started and
    /// still active, stay nearest their medians all along. `None` without futures.
    pub fn median(&self) -> Option<usize> {
        self.median
    }
}

/// The rank of the run nearest the medians; of equal ones, the nearest to the middle, and the unluckier.
fn nearest_the_median(ranked: &[&Run], last: u32) -> Option<usize> {
    let middle = ranked.len().checked_sub(1)? / 2;
    let around = ranked.len() / (2 * IN_THE_MIDDLE);
    let mut candidates: Vec<usize> = (middle - around.min(middle)..=middle + around).collect();
    candidates.sort_by_key(|&rank| (rank.abs_diff(middle), rank));
    let months = (0..=last).step_by(COMPARED_EVERY).chain([last]);
    let mut distances = vec![0.0; candidates.len()];
    for month in months {
        for measure in [Measure::Ever, Measure::Active] {
            let sample = ranked.iter().map(|run| run.at(measure, month)).collect();
            let median = Quantiles::of(sample)?.p50;
            for (distance, &rank) in distances.iter_mut().zip(&candidates) {
                *distance += (ranked[rank].at(measure, month) - median).abs();
            }
        }
    }
    let nearest = sort_key::ascending(&distances).into_iter().next()?;
    candidates.get(nearest as usize).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::simulate;
    use crate::scenario::{Preset, Scenario};

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
    fn the_future_nearest_the_median_stays_inside_the_band_all_along() {
        for scenario in [Scenario::from(Preset::Chicago), Preset::BaltimoreCounty.into()] {
            let mut ensemble = Ensemble::new(scenario.simulation.months);
            for replicate in 0..200 {
                ensemble.add(replicate, simulate(&scenario, replicate));
            }
            let ranking = Ranking::of(&ensemble);
            let replicate = ranking.replicate(ranking.median().unwrap()).unwrap();
            let run = simulate(&scenario, replicate);
            for month in 0..=scenario.simulation.months {
                for measure in [Measure::Ever, Measure::Active] {
                    let Quantiles { p10, p90, .. } = ensemble.quantiles(measure, month).unwrap();
                    // Half a school is no school.
                    let middle = p10 - 1.0..=p90 + 1.0;
                    assert!(middle.contains(&run.at(measure, month)), "{measure:?} in {month}");
                }
            }
            let month = 24;
            let ever = ensemble.quantiles(Measure::Ever, month).unwrap();
            assert!((ever.p25..=ever.p75).contains(&run.at(Measure::Ever, month)), "{ever:?}");
        }
    }
}
