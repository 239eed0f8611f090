//! Step 5: principals leave, and some of the ownership leaves with them.
//!
//! A principal's clock always runs at a steady rate, but it matters only in an active school. So the
//! month in which a principal leaves is known in advance and is scheduled on an agenda, and what happened
//! at a school before it joined is computed when it joins.

use super::Future;
use super::clock::{NEVER, ring_at_steady_rate, threshold};
use super::random::Stream;

/// Who leads a school, and how that affects its practice.
#[derive(Debug, Clone, Copy)]
pub struct Tenure {
    /// Drag of the school under a settled principal; a new principal increases it for a while.
    settled_drag: f64,
    /// Number of principals who have left.
    principals: u32,
    /// The month in which the current one leaves.
    leaves: u32,
    /// The month in which the current one is no longer new; [`NEVER`] if that has passed.
    settles: u32,
}

impl Tenure {
    fn next_change(&self) -> u32 {
        self.leaves.min(self.settles)
    }
}

impl Future<'_> {
    /// Step 5, for the schools where something changes this month.
    pub(super) fn change_principals(&mut self, month: u32) {
        while let Some(school) = self.principal_changes.pop(month) {
            // A school on the agenda may have stopped.
            if self.stages[school as usize].level().is_some() {
                self.change_principal(school, month);
            }
        }
    }

    fn change_principal(&mut self, school: u32, month: u32) {
        let (level, place) = self.place_of(school);
        let mut tenure = self.sites[level].tenure[place];
        if tenure.settles == month {
            tenure.settles = NEVER;
        }
        if tenure.leaves == month {
            self.principal_leaves(school, &mut tenure);
            self.sites[level].ownership[place] *= 1.0 - self.scenario.risks.setback_loss;
        }
        self.sites[level].tenure[place] = tenure;
        self.sites[level].drag[place] = self.drag_under(&tenure);
        self.principal_changes.schedule(tenure.next_change(), school);
    }

    /// A new principal arrives, who leaves when the clock rings again.
    fn principal_leaves(&self, school: u32, tenure: &mut Tenure) {
        let month = tenure.leaves;
        tenure.principals += 1;
        tenure.leaves = self.principal_leaves_in(school, tenure.principals, month + 1);
        tenure.settles = month + self.scenario.risks.setback_months;
    }

    /// Drag of a school under this principal.
    pub(super) fn drag_under(&self, tenure: &Tenure) -> f64 {
        let settled = tenure.settles == NEVER;
        tenure.settled_drag * if settled { 1.0 } else { self.plan.new_principal_drag }
    }

    /// The month in which the principal with this number leaves, having been at the school since `first`.
    fn principal_leaves_in(&self, school: u32, principal: u32, first: u32) -> u32 {
        let school = school as usize;
        let threshold = threshold(&self.layout.draws, Stream::Principal, school, principal.into());
        ring_at_steady_rate(threshold, self.turnover(school), first)
    }

    /// The months in which principals leave a school, whether it is active or not.
    pub(super) fn departures(&self, school: u32) -> impl Iterator<Item = u32> {
        let mut first = 0;
        let months = (0..).map(move |principal| {
            let month = self.principal_leaves_in(school, principal, first);
            first = month.saturating_add(1);
            month
        });
        months.take_while(|&month| month < self.scenario.simulation.months)
    }

    /// Rate per year at which principals leave a school.
    fn turnover(&self, school: usize) -> f64 {
        let district = &self.scenario.district;
        let rise = district.turnover_high - district.turnover_low;
        district.turnover_low + rise * self.layout.need[school]
    }

    /// Who leads a school that joins in this month, after all earlier departures.
    pub(super) fn tenure(&mut self, school: u32, settled_drag: f64, month: u32) -> Tenure {
        let leaves = self.principal_leaves_in(school, 0, 0);
        let mut tenure = Tenure { settled_drag, principals: 0, leaves, settles: NEVER };
        while tenure.leaves < month {
            self.principal_leaves(school, &mut tenure);
        }
        if tenure.settles < month {
            tenure.settles = NEVER;
        }
        self.principal_changes.schedule(tenure.next_change(), school);
        tenure
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Layout, Terrain};
    use crate::scenario::Scenario;

    #[test]
    fn a_school_that_joins_has_had_all_departures_before_that_month() {
        let scenario = Scenario::default();
        let layout = Layout::new(Terrain::of(&scenario), 0);
        let mut future = Future::start(&scenario, &layout);
        for school in 0..80 {
            let departures: Vec<u32> = future.departures(school).collect();
            for month in [0, 7, 50, 95] {
                let tenure = future.tenure(school, 1.0, month);
                let before = departures.iter().filter(|&&left| left < month).count();
                assert_eq!(tenure.principals as usize, before);
                let next = departures.get(before).copied();
                assert_eq!(next, (tenure.leaves < 96).then_some(tenure.leaves));
            }
        }
    }
}
