//! The start of a future: the priority of the schools, and those that are already active (specification,
//! section 4, points 3 to 6).

use super::agenda::Agenda;
use super::layout::Layout;
use super::risks::RiskEvent;
use super::sites::Sites;
use super::stage::{LEVELS, Stage};
use super::volunteering::Volunteering;
use super::{Future, Plan, Totals, sort_key};
use crate::scenario::Scenario;

/// Initial capacity for the sites of a stage.
const SITES: usize = 64;

impl<'a> Future<'a> {
    /// The future of a scenario in this layout, at month 0.
    pub(super) fn start(scenario: &'a Scenario, layout: &'a Layout) -> Self {
        let learning = &scenario.learning;
        let promise = if scenario.launch.public_launch { learning.public_promise } else { 0.0 };
        let plan = Plan::of(scenario);
        let n = layout.terrain.n_schools;
        let order = sort_key::descending(&priority(scenario, &plan, layout));
        let mut future = Self {
            scenario,
            plan,
            layout,
            rank: rank(&order),
            order,
            stages: vec![Stage::None; n],
            volunteering: Volunteering::new(layout),
            waiting: Vec::new(),
            giving_up: Agenda::new(n, scenario.simulation.months),
            sites: std::array::from_fn(|_| Sites::with_capacity(SITES)),
            places: vec![0; n],
            principal_changes: Agenda::new(n, scenario.simulation.months),
            ringing: Vec::new(),
            high_need: 0,
            owned: [0.0; LEVELS],
            credibility: (learning.credibility_start + promise).min(1.0),
            know_how: learning.know_how_start,
            coaches: 0.0,
            quota: 0.0,
            risks: std::array::from_fn(|risk| RiskEvent::new(&layout.draws, risk)),
            totals: Totals::default(),
        };
        future.start_first_schools();
        future
    }

    /// The first schools in order are already active, at stages drawn from the starting mix.
    fn start_first_schools(&mut self) {
        let district = &self.scenario.district;
        let [introductory, pilot, _] = district.start_mix;
        for position in 0..district.start_schools as usize {
            let school = self.order[position];
            let uniform = self.layout.pathway[school as usize];
            self.join(school, stage_at(uniform, introductory, pilot), false, 0);
        }
    }

    /// The stage at which a school joins.
    pub(super) fn pathway(&self, school: u32) -> Stage {
        let [introductory, pilot, whole] = self.plan.pathway_weights();
        let x = self.layout.pathway[school as usize] * (introductory + pilot + whole);
        stage_at(x, introductory, pilot)
    }
}

/// The stage whose share contains this number, with the shares of the stages laid end to end from 0.
fn stage_at(x: f64, introductory: f64, pilot: f64) -> Stage {
    if x < introductory {
        Stage::Introductory
    } else if x < introductory + pilot {
        Stage::Pilot
    } else {
        Stage::Whole
    }
}

/// Priority of every school: need weighed against readiness, judged with some error.
fn priority(scenario: &Scenario, plan: &Plan, layout: &Layout) -> Vec<f64> {
    let check = scenario.risks.mitigation_effect * scenario.mitigations.wrong_schools;
    let error = scenario.spread.selection_error * (1.0 - check);
    let u = plan.need_readiness.u;
    let schools = layout.need.iter().zip(&layout.readiness).zip(&layout.misjudgment);
    schools
        .map(|((need, readiness), misjudgment)| {
            (1.0 - u) * need + (u + check) * readiness + error * misjudgment
        })
        .collect()
}

/// For every school, its position in this order.
fn rank(order: &[u32]) -> Vec<u32> {
    let mut rank = vec![0; order.len()];
    for (position, &school) in (0..).zip(order) {
        rank[school as usize] = position;
    }
    rank
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Terrain;

    #[test]
    fn the_schools_active_at_the_start_are_the_first_in_order() {
        let scenario = Scenario::default();
        let layout = Layout::new(Terrain::of(&scenario), 0);
        let future = Future::start(&scenario, &layout);
        let mut active: Vec<u32> =
            (0..80).filter(|&i| future.stages[i as usize].level().is_some()).collect();
        active.sort_by_key(|&school| future.rank[school as usize]);
        assert_eq!(active, future.order[..4]);
    }

    #[test]
    fn a_rank_is_the_place_in_the_order() {
        assert_eq!(rank(&[1, 3, 0, 2]), [2, 0, 3, 1]);
    }
}
