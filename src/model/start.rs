//! The start of a future: the priority of the schools, and those that are already active (specification,
//! section 4, points 3 to 6).

use super::agenda::Agenda;
use super::layout::{Layout, NeedGroup};
use super::risks::RiskEvent;
use super::sites::Sites;
use super::stage::{LEVELS, Stage};
use super::volunteering::Volunteering;
use super::{Future, Plan, Totals, sort_key};
use crate::scenario::{ModelVersion, Scenario};

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
            active_in_need_group: [0; NeedGroup::COUNT],
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

    /// The schools under way at month 0 are already active, at stages drawn from the starting mix. Who they
    /// are is history, and depends on no decision.
    fn start_first_schools(&mut self) {
        let district = &self.scenario.district;
        let [introductory, pilot, _] = district.start_mix;
        let order = match self.scenario.version() {
            ModelVersion::One => self.order.clone(),
            ModelVersion::Two => sort_key::descending(&history(self.scenario, self.layout)),
        };
        for school in order.into_iter().take(district.start_schools as usize) {
            let uniform = self.layout.pathway[school as usize];
            self.join(school, stage_at(uniform, introductory, pilot), false, 0);
        }
        self.age_first_schools(district.start_age);
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

/// What makes a school an early one: its need and its readiness alike, judged with the same error as its
/// priority.
fn history(scenario: &Scenario, layout: &Layout) -> Vec<f64> {
    let error = scenario.spread.selection_error;
    let schools = layout.need.iter().zip(&layout.readiness).zip(&layout.misjudgment);
    schools
        .map(|((need, readiness), misjudgment)| need / 2.0 + readiness / 2.0 + error * misjudgment)
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
    use crate::scenario::{Group, Preset, Value, parameters_of};

    /// The schools that are active at month 0.
    fn first_schools(scenario: &Scenario) -> Vec<u32> {
        let layout = Layout::new(Terrain::of(scenario), 0);
        let future = Future::start(scenario, &layout);
        (0..).zip(&future.stages).filter(|(_, stage)| stage.is_active()).map(|(i, _)| i).collect()
    }

    /// The preset with the schools in need, or those that are ready, first, and an effort to judge them.
    fn chicago(need_readiness: f64, wrong_schools: f64) -> Scenario {
        let mut settings = Preset::Chicago.settings();
        settings.decisions.need_readiness = need_readiness;
        settings.mitigations.wrong_schools = wrong_schools;
        Scenario::new(settings).unwrap()
    }

    #[test]
    fn who_is_under_way_at_month_0_depends_on_no_decision() {
        let first = first_schools(&chicago(0.0, 0.0));
        assert_eq!(first.len(), 21);
        for (need_readiness, wrong_schools) in [(-1.0, 0.0), (1.0, 0.0), (0.3, 1.0)] {
            assert_eq!(first_schools(&chicago(need_readiness, wrong_schools)), first);
        }
        for decision in parameters_of(Group::Decisions) {
            let other = chicago(0.0, 0.0).with(decision, Value::Number(-0.9)).unwrap();
            assert_eq!(first_schools(&other), first, "{}", decision.key);
        }
    }

    #[test]
    fn in_version_1_the_first_schools_were_the_first_in_order() {
        let scenario = chicago(1.0, 0.5).as_of(ModelVersion::One);
        let layout = Layout::new(Terrain::of(&scenario), 0);
        let mut first = Future::start(&scenario, &layout).order[..21].to_vec();
        first.sort_unstable();
        assert_eq!(first_schools(&scenario), first);
        assert_ne!(first_schools(&scenario), first_schools(&chicago(1.0, 0.5)));
    }

    #[test]
    fn between_need_and_readiness_both_versions_start_with_the_same_schools() {
        let scenario = chicago(0.0, 0.0);
        assert_eq!(first_schools(&scenario.as_of(ModelVersion::One)), first_schools(&scenario));
    }

    #[test]
    fn a_rank_is_the_place_in_the_order() {
        assert_eq!(rank(&[1, 3, 0, 2]), [2, 0, 3, 1]);
    }
}
