//! A district before any decision: its schools, and which schools each one watches (specification,
//! section 4, points 1 and 2).

use super::clock::threshold;
use super::neighbors::nearest;
use super::random::{Draws, Stream};
use super::sort_key;
use crate::scenario::Scenario;

/// Everything about the schools of one replicate that only chance and the district's settings determine.
/// It does not depend on any decision, so it can be cached while decisions change: see [`Terrain`].
#[derive(Debug, Clone)]
pub struct Layout {
    /// The settings it was made from.
    pub(super) terrain: Terrain,
    /// The random draws of the replicate.
    pub(super) draws: Draws,
    /// Student need N of every school, 0..1.
    pub(super) need: Vec<f64>,
    /// Readiness R of staff and leadership, 0..1.
    pub(super) readiness: Vec<f64>,
    /// Misfit F between the school and the one model, 0..1.
    pub(super) misfit: Vec<f64>,
    /// The district's error in judging the school, in units of `selection_error`.
    pub(super) misjudgment: Vec<f64>,
    /// The uniform draw that decides its pathway.
    pub(super) pathway: Vec<f64>,
    /// The first threshold of its volunteer clock.
    pub(super) patience: Vec<f64>,
    /// How its need compares with the district's median.
    pub(super) need_group: Vec<NeedGroup>,
    /// Number of schools in each group of need.
    pub(super) in_need_group: [u32; NeedGroup::COUNT],
    /// The schools that watch each school.
    pub(super) watchers: Watchers,
}

/// How the need of a school compares with the median of its district.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedGroup {
    /// Above it: a high-need school.
    High,
    /// The median itself: the middle school of an odd number, and all schools where none differ.
    Median,
    /// Below it.
    Low,
}

impl NeedGroup {
    /// All groups, from the greatest need.
    pub const ALL: [Self; 3] = [Self::High, Self::Median, Self::Low];
    pub(super) const COUNT: usize = Self::ALL.len();
}

/// The settings that a [`Layout`] depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Terrain {
    pub(super) seed: u64,
    pub(super) n_schools: usize,
    pub(super) peers: usize,
    need: [f64; 2],
    readiness: [f64; 2],
    need_readiness_corr: f64,
}

impl Terrain {
    /// The settings of this scenario that a layout depends on.
    pub fn of(scenario: &Scenario) -> Self {
        let district = &scenario.district;
        let n_schools = district.n_schools as usize;
        Self {
            seed: scenario.simulation.seed,
            n_schools,
            peers: (district.peers as usize).min(n_schools - 1),
            need: [district.need_mean, district.need_sd],
            readiness: [district.readiness_mean, district.readiness_sd],
            need_readiness_corr: district.need_readiness_corr,
        }
    }
}

impl Layout {
    /// The layout of a replicate.
    pub fn new(terrain: Terrain, replicate: u64) -> Self {
        let draws = Draws::new(terrain.seed, replicate);
        let n = terrain.n_schools;
        let (need, readiness) = traits(&terrain, &draws);
        let need_group = need_groups(&need);
        Self {
            terrain,
            draws,
            misfit: (0..n).map(|school| draws.uniform(Stream::Traits, school, 6)).collect(),
            misjudgment: (0..n).map(|school| draws.bell(Stream::Selection, school, 0)).collect(),
            pathway: (0..n).map(|school| draws.uniform(Stream::Pathway, school, 0)).collect(),
            patience: (0..n)
                .map(|school| threshold(&draws, Stream::Volunteer, school, 0))
                .collect(),
            in_need_group: count(&need_group),
            need_group,
            watchers: Watchers::new(&terrain, &draws, &need),
            need,
            readiness,
        }
    }

    /// The approximate memory use.
    pub fn bytes(&self) -> usize {
        let numbers = [&self.need, &self.readiness, &self.misfit, &self.misjudgment];
        let numbers = numbers.into_iter().chain([&self.pathway, &self.patience]);
        numbers.map(|column| size_of_val(column.as_slice())).sum::<usize>()
            + size_of_val(self.need_group.as_slice())
            + size_of_val(self.watchers.starts.as_slice())
            + size_of_val(self.watchers.schools.as_slice())
    }
}

/// Number of schools in each group of need, in the layout of a replicate.
pub fn in_need_groups(terrain: Terrain, replicate: u64) -> [u32; NeedGroup::COUNT] {
    let (need, _) = traits(&terrain, &Draws::new(terrain.seed, replicate));
    count(&need_groups(&need))
}

fn count(groups: &[NeedGroup]) -> [u32; NeedGroup::COUNT] {
    NeedGroup::ALL.map(|group| groups.iter().filter(|&&of| of == group).count() as u32)
}

/// Need N and readiness R of every school.
fn traits(terrain: &Terrain, draws: &Draws) -> (Vec<f64>, Vec<f64>) {
    let rho = terrain.need_readiness_corr;
    let own = (1.0 - rho * rho).sqrt();
    let [need_mean, need_sd] = terrain.need;
    let [readiness_mean, readiness_sd] = terrain.readiness;
    let of = |school| {
        let z1 = draws.bell(Stream::Traits, school, 0);
        let z2 = draws.bell(Stream::Traits, school, 3);
        let need = (need_mean + need_sd * z1).clamp(0.0, 1.0);
        let readiness = (readiness_mean + readiness_sd * (rho * z1 + own * z2)).clamp(0.0, 1.0);
        (need, readiness)
    };
    (0..terrain.n_schools).map(of).unzip()
}

/// How the need of every school compares with the median; for an even number of schools, the median is the
/// mean of the two in the middle.
fn need_groups(need: &[f64]) -> Vec<NeedGroup> {
    let mut sorted = need.to_vec();
    sort_key::sort(&mut sorted);
    let middle = need.len() / 2;
    let median = match need.len() % 2 {
        0 => (sorted[middle - 1] + sorted[middle]) / 2.0,
        _ => sorted[middle],
    };
    let group = |&need: &f64| match need {
        need if need > median => NeedGroup::High,
        need if need < median => NeedGroup::Low,
        _ => NeedGroup::Median,
    };
    need.iter().map(group).collect()
}

/// The inverse of the peer relation: for every school, the schools that have it among their peers.
#[derive(Debug, Clone)]
pub struct Watchers {
    /// Where the watchers of each school begin, followed by where the last ones end.
    starts: Vec<u32>,
    schools: Vec<u32>,
}

impl Watchers {
    fn new(terrain: &Terrain, draws: &Draws, need: &[f64]) -> Self {
        let place = |school, axis| draws.uniform(Stream::Layout, school, axis);
        let points: Vec<[f64; 3]> =
            (0..).zip(need).map(|(i, &need)| [place(i, 0), place(i, 1), need]).collect();
        Self::of_peers(&nearest(&points, terrain.peers), terrain.peers, need.len())
    }

    /// From the peers of every school, `each` of them per school.
    fn of_peers(peers: &[u32], each: usize, schools: usize) -> Self {
        let mut starts = vec![0; schools + 1];
        for &peer in peers {
            starts[peer as usize] += 1;
        }
        // Turn each count into the end of its range; filling in moves it back to the beginning.
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut watchers = vec![0; peers.len()];
        for (watcher, peers) in (0..).zip(peers.chunks_exact(each.max(1))) {
            for &peer in peers {
                starts[peer as usize] -= 1;
                watchers[starts[peer as usize] as usize] = watcher;
            }
        }
        Self { starts, schools: watchers }
    }

    /// The schools that watch this one.
    pub fn of(&self, school: u32) -> &[u32] {
        let school = school as usize;
        &self.schools[self.starts[school] as usize..self.starts[school + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::NeedGroup::{High, Low, Median};
    use super::*;

    fn layout() -> Layout {
        Layout::new(Terrain::of(&Scenario::default()), 0)
    }

    #[test]
    fn a_school_is_watched_by_those_that_have_it_among_their_peers() {
        let watchers = Watchers::of_peers(&[1, 2, 0, 2, 1, 0], 2, 3);
        let of = |school| {
            let mut of = watchers.of(school).to_vec();
            of.sort_unstable();
            of
        };
        assert_eq!([of(0), of(1), of(2)], [[1, 2], [0, 2], [0, 1]]);
    }

    #[test]
    fn every_school_watches_as_many_others_as_it_has_peers() {
        let layout = layout();
        let mut watched = vec![0; 80];
        for school in 0..80 {
            for &watcher in layout.watchers.of(school) {
                assert_ne!(watcher, school);
                watched[watcher as usize] += 1;
            }
        }
        assert!(watched.iter().all(|&n| n == 6));
    }

    #[test]
    fn half_of_the_schools_are_high_need_and_of_an_odd_number_the_middle_one_is_in_neither_half() {
        assert_eq!(layout().in_need_group, [40, 0, 40]);
        assert_eq!(need_groups(&[0.3, 0.1, 0.2]), [High, Low, Median]);
        assert_eq!(need_groups(&[0.1, 0.4, 0.2, 0.3]), [Low, High, Low, High]);
    }

    #[test]
    fn schools_of_one_need_are_all_at_the_median() {
        assert_eq!(need_groups(&[0.5, 0.5]), [Median, Median]);
        assert_eq!(need_groups(&[1.0, 1.0, 0.2, 1.0]), [Median, Median, Low, Median]);
    }
}
