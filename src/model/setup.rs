//! Setting up a replicate: the schools, whom they watch, and which come first (specification,
//! section 4).

use super::plan::Plan;
use super::random::{Draws, Stream};
use super::school::{Clocks, School, Stage};
use crate::scenario::Scenario;
use std::ops::ControlFlow;

/// The schools of a replicate before its first month, and what stays fixed about them.
pub struct Layout {
    /// The schools, those under way among them.
    pub schools: Vec<School>,
    /// The peers of all schools, `peers_each` a school.
    peers: Vec<u32>,
    peers_each: usize,
    /// School numbers by priority, the highest first.
    pub order: Vec<u32>,
    /// Need from which a school counts as high-need: the district's median.
    pub median_need: f64,
}

impl Layout {
    /// Sets up the replicate that these draws belong to.
    pub fn new(scenario: &Scenario, plan: &Plan, draws: &Draws) -> Self {
        let n = scenario.district.n_schools as usize;
        let mut schools: Vec<School> = (0..n).map(|i| school(scenario, plan, draws, i)).collect();
        let order = priority_order(scenario, plan, draws, &schools);
        start(scenario, draws, &order, &mut schools);
        let peers_each = (scenario.district.peers as usize).min(n - 1);
        Self {
            peers: peers(draws, &schools, peers_each),
            peers_each,
            order,
            median_need: median_need(&schools),
            schools,
        }
    }

    /// The schools that this one watches.
    pub fn peers_of(&self, school: usize) -> &[u32] {
        &self.peers[school * self.peers_each..(school + 1) * self.peers_each]
    }
}

fn clip01(x: f64) -> f64 {
    x.clamp(0.0, 1.0)
}

/// Traits, pathway and clocks of one school.
fn school(scenario: &Scenario, plan: &Plan, draws: &Draws, index: usize) -> School {
    let district = &scenario.district;
    let rho = district.need_readiness_corr;
    let z1 = draws.bell(Stream::Traits, index, 0);
    let z2 = draws.bell(Stream::Traits, index, 3);
    let need = clip01(district.need_mean + district.need_sd * z1);
    let shared = rho * z1 + (1.0 - rho * rho).sqrt() * z2;
    School {
        need,
        readiness: clip01(district.readiness_mean + district.readiness_sd * shared),
        misfit: draws.uniform(Stream::Traits, index, 6),
        pathway: pathway(plan, draws.uniform(Stream::Pathway, index, 0)),
        turnover: district.turnover_low + (district.turnover_high - district.turnover_low) * need,
        stage: Stage::None,
        depth: 0.0,
        ownership: 0.0,
        age: 0,
        assigned: false,
        new_principal: 0,
        clocks: Clocks::new(draws, index),
    }
}

/// The stage at which a school joins: the more modular the offer, the more introductory.
fn pathway(plan: &Plan, uniform: f64) -> Stage {
    let u = plan.package_modules.u;
    let (introductory, pilot, whole) = (u, 0.5, (1.0 - u) / 2.0);
    let x = uniform * (introductory + pilot + whole);
    if x < introductory {
        Stage::Introductory
    } else if x < introductory + pilot {
        Stage::Pilot
    } else {
        Stage::Whole
    }
}

/// School numbers by priority: need against readiness, judged with some error.
fn priority_order(scenario: &Scenario, plan: &Plan, draws: &Draws, schools: &[School]) -> Vec<u32> {
    let check = scenario.risks.mitigation_effect * scenario.mitigations.wrong_schools;
    let error = scenario.spread.selection_error * (1.0 - check);
    let u = plan.need_readiness.u;
    // Negated, so that the lowest comes first.
    let rank = |(i, school): (usize, &School)| {
        -((1.0 - u) * school.need
            + (u + check) * school.readiness
            + error * draws.bell(Stream::Selection, i, 0))
    };
    ascending(&schools.iter().enumerate().map(rank).collect::<Vec<f64>>())
}

/// Numbers of the values from the lowest value to the highest; of equal values the lower number first.
fn ascending(values: &[f64]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..values.len() as u32).collect();
    order.sort_unstable_by(|&a, &b| {
        values[a as usize].total_cmp(&values[b as usize]).then(a.cmp(&b))
    });
    order
}

/// Starts the first schools in order, at stages drawn from the mix of those under way.
fn start(scenario: &Scenario, draws: &Draws, order: &[u32], schools: &mut [School]) {
    let [introductory, pilot, _] = scenario.district.start_mix;
    for &index in &order[..scenario.district.start_schools as usize] {
        let uniform = draws.uniform(Stream::Pathway, index as usize, 0);
        let stage = if uniform < introductory {
            Stage::Introductory
        } else if uniform < introductory + pilot {
            Stage::Pilot
        } else {
            Stage::Whole
        };
        schools[index as usize].join(stage, scenario.practice.entry_depth, false);
    }
}

/// The peers of every school: the others nearest to it in place and need, `each` a school.
fn peers(draws: &Draws, schools: &[School], each: usize) -> Vec<u32> {
    let points: Vec<[f64; 3]> = schools
        .iter()
        .enumerate()
        .map(|(i, school)| {
            let place = |axis| draws.uniform(Stream::Layout, i, axis);
            [place(0), place(1), school.need]
        })
        .collect();
    let neighbourhood = Neighbourhood::new(&points);
    let mut all = vec![0; schools.len() * each];
    let mut nearest = Vec::with_capacity(each + 1);
    for position in 0..points.len() {
        let school = neighbourhood.nearest_to(position, each, &mut nearest) as usize;
        let peers = &mut all[school * each..(school + 1) * each];
        for (peer, &(_, other)) in peers.iter_mut().zip(&nearest) {
            *peer = other;
        }
    }
    all
}

/// Points sorted along x, so that a search for the nearest can end early in either direction.
struct Neighbourhood {
    /// Points with their numbers, by x.
    sorted: Vec<([f64; 3], u32)>,
}

impl Neighbourhood {
    fn new(points: &[[f64; 3]]) -> Self {
        let along_x: Vec<f64> = points.iter().map(|point| point[0]).collect();
        let sorted = ascending(&along_x).into_iter().map(|i| (points[i as usize], i)).collect();
        Self { sorted }
    }

    /// Fills `nearest` with the distance and number of the `each` points nearest to the point at this
    /// position, the nearest first; of two at the same distance the lower number wins. Gives the number
    /// of the point itself.
    fn nearest_to(&self, position: usize, each: usize, nearest: &mut Vec<(f64, u32)>) -> u32 {
        nearest.clear();
        let (here, number) = self.sorted[position];
        let mut farthest = (f64::INFINITY, u32::MAX);
        let mut keep_nearest = |&(point, other): &([f64; 3], u32)| {
            let [dx, dy, dn] = [0, 1, 2].map(|axis| point[axis] - here[axis]);
            // All that follow lie at least so far away along x alone; at the same distance a lower
            // number may still come.
            if dx * dx > farthest.0 {
                return ControlFlow::Break(());
            }
            let candidate = (dx * dx + dy * dy + dn * dn, other);
            if candidate < farthest {
                let place = nearest.partition_point(|kept| *kept < candidate);
                nearest.insert(place, candidate);
                nearest.truncate(each);
                if nearest.len() == each {
                    farthest = nearest[each - 1];
                }
            }
            ControlFlow::Continue(())
        };
        // Each direction ends early by itself; what the first found narrows the second.
        let _ = self.sorted[position + 1..].iter().try_for_each(&mut keep_nearest);
        let _ = self.sorted[..position].iter().rev().try_for_each(&mut keep_nearest);
        number
    }
}

/// The median of the schools' need; of an even number, the mean of the two in the middle.
fn median_need(schools: &[School]) -> f64 {
    let mut needs: Vec<f64> = schools.iter().map(|school| school.need).collect();
    needs.sort_unstable_by(f64::total_cmp);
    let middle = needs.len() / 2;
    if needs.len() % 2 == 1 { needs[middle] } else { (needs[middle - 1] + needs[middle]) / 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(replicate: u64) -> Layout {
        let scenario = Scenario::default();
        Layout::new(&scenario, &Plan::of(&scenario), &Draws::new(1, replicate))
    }

    #[test]
    fn peers_are_the_nearest_others_in_place_and_need() {
        let draws = Draws::new(1, 0);
        let layout = layout(0);
        for here in 0..layout.schools.len() {
            let distance = |other: usize| {
                let d = |axis| {
                    draws.uniform(Stream::Layout, here, axis)
                        - draws.uniform(Stream::Layout, other, axis)
                };
                let need = layout.schools[here].need - layout.schools[other].need;
                d(0) * d(0) + d(1) * d(1) + need * need
            };
            let mut others: Vec<usize> = (0..layout.schools.len()).filter(|&i| i != here).collect();
            others.sort_by(|&a, &b| distance(a).total_cmp(&distance(b)));
            let expected: Vec<u32> = others[..6].iter().map(|&i| i as u32).collect();
            assert_eq!(layout.peers_of(here), expected);
        }
    }

    #[test]
    fn of_peers_at_the_same_distance_the_lower_numbers_win() {
        let neighbourhood = Neighbourhood::new(&[[0.5; 3]; 5]);
        let mut nearest = Vec::new();
        assert_eq!(neighbourhood.nearest_to(2, 3, &mut nearest), 2);
        assert_eq!(nearest.iter().map(|n| n.1).collect::<Vec<_>>(), [0, 1, 3]);
    }

    #[test]
    fn the_schools_under_way_are_the_first_in_order() {
        let layout = layout(0);
        let active: Vec<u32> =
            (0..80).filter(|&i| layout.schools[i as usize].stage.is_active()).collect();
        let mut first = layout.order[..4].to_vec();
        first.sort_unstable();
        assert_eq!(active, first);
    }

    #[test]
    fn half_of_the_schools_are_high_need() {
        let layout = layout(0);
        let high = layout.schools.iter().filter(|school| school.need >= layout.median_need).count();
        assert_eq!(high, 40);
    }
}
