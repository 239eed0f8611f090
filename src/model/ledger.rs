//! Step 7: the district pays, builds up its coaches, learns, and gains or loses credibility.

use super::coaching::Support;
use super::sites::sum;
use super::{DT, Future};

impl Future<'_> {
    /// Step 7.
    pub(super) fn account_and_learn(&mut self, support: &Support) {
        self.add_up_ownership();
        self.totals.cost += DT * self.yearly_cost(support);
        self.totals.teacher_hours += DT * self.yearly_teacher_hours();
        self.build_coaches();
        self.learn();
        self.credibility +=
            (self.aim(support) - self.credibility) * DT / self.scenario.learning.credibility_years;
    }

    /// Adds up ownership, for what it saves and for its mean.
    pub(super) fn add_up_ownership(&mut self) {
        self.owned = self.sites.each_ref().map(|sites| sum(&sites.ownership));
    }

    /// Cost in k$ per year: the district's own and the vendors' coaching, sites, and safeguards against
    /// risks.
    pub(super) fn yearly_cost(&self, support: &Support) -> f64 {
        let coaching = &self.scenario.coaching;
        coaching.coach_cost * (self.coaches + coaching.vendor_premium * support.vendor_units)
            + self.over_sites(self.scenario.costs.site_cost)
            + self.mitigation_cost()
    }

    /// Hours per teacher and year, summed over schools.
    fn yearly_teacher_hours(&self) -> f64 {
        self.over_sites(self.scenario.costs.teacher_hours)
    }

    fn mitigation_cost(&self) -> f64 {
        let m = &self.scenario.mitigations;
        let effort = m.narrative
            + m.alignment
            + m.capacity
            + m.wrong_schools
            + m.stakeholders
            + m.technology;
        self.scenario.risks.mitigation_cost * self.n_schools() * effort
    }

    /// The number of own coaches approaches what the rest of the budget can pay for.
    fn build_coaches(&mut self) {
        let coaching = &self.scenario.coaching;
        let affordable = (1.0 - self.plan.build_buy.u) * self.plan.budget / coaching.coach_cost;
        self.coaches += (affordable - self.coaches) * DT / coaching.coach_build_years;
    }

    /// Know-how grows with the number of pilots and whole-school sites.
    fn learn(&mut self) {
        let learning = &self.scenario.learning;
        let [_, pilots, whole] = &self.sites;
        let sites = (pilots.len() + whole.len()) as f64;
        self.know_how += learning.learning_rate
            * self.plan.fixed_adapt.more
            * self.plan.fast_slow.more
            * self.plan.best_process.more
            * (sites / (sites + learning.learning_half))
            * (1.0 - self.know_how)
            * DT;
    }

    /// The value that credibility moves toward: up with exemplars, down with the gap between promise and
    /// practice.
    fn aim(&self, support: &Support) -> f64 {
        let learning = &self.scenario.learning;
        let shown = support.exemplars / (support.exemplars + self.scenario.spread.exemplars_needed);
        let credit = learning.exemplar_credit * shown - support.gap;
        (learning.credibility_base + self.plan.best_process.less * credit).clamp(0.0, 1.0)
    }
}
