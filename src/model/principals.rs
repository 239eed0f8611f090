//! Step 5: principals leave, and with them some of the ownership.
//!
//! The clock of a principal runs always and at a steady rate, but it matters only in an active school.
//! So the month in which a principal leaves is known beforehand and stands on an agenda, and what
//! happened at a school before it joined is made up for when it joins.

use super::Future;
use super::clock::{NEVER, ring_at_steady_rate, threshold};
use super::random::Stream;

/// Who leads a school, and what that does to its practice.
#[derive(Debug, Clone, Copy)]
pub struct Tenure {
    /// Drag of the school under a settled principal; a new one adds to it for a while.
    settled_drag: f64,
    /// Principals that have left.
    principals: u32,
    /// The month in which the present one leaves.
    leaves: u32,
    /// The month in which the present one is no longer new; never if that is past.
    settles: u32,
}

impl Tenure {
    fn next_change(&self) -> u32 {
        self.leaves.min(self.settles)
    }
}

impl Future<'_> {
    /// Step 5, for the schools at which something changes this month.
    pub(super) fn change_principals(&mut self, month: u32) {
        while let Some(school) = self.principal_changes.take(month) {
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
        self.principal_changes.note(tenure.next_change(), school);
    }

    /// A new principal comes, and leaves when the clock rings again.
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

    /// The month in which the principal with this number leaves, at the school from `first` on.
    fn principal_leaves_in(&self, school: u32, principal: u32, first: u32) -> u32 {
        let school = school as usize;
        let threshold = threshold(&self.layout.draws, Stream::Principal, school, principal.into());
        ring_at_steady_rate(threshold, self.turnover(school), first)
    }

    /// Rate at which principals leave a school, a year.
    fn turnover(&self, school: usize) -> f64 {
        let district = &self.scenario.district;
        let rise = district.turnover_high - district.turnover_low;
        district.turnover_low + rise * self.layout.need[school]
    }

    /// Who leads a school that joins in this month: makes up for all who have left before.
    pub(super) fn tenure(&mut self, school: u32, settled_drag: f64, month: u32) -> Tenure {
        let leaves = self.principal_leaves_in(school, 0, 0);
        let mut tenure = Tenure { settled_drag, principals: 0, leaves, settles: NEVER };
        while tenure.leaves < month {
            self.principal_leaves(school, &mut tenure);
        }
        if tenure.settles < month {
            tenure.settles = NEVER;
        }
        self.principal_changes.note(tenure.next_change(), school);
        tenure
    }
}
