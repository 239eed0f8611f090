//! Step 4: practice deepens in active schools, and they make it their own.

use super::coaching::Support;
use super::school::School;
use super::{DT, Future, risks};

impl Future<'_> {
    /// Step 4, for the active schools, new ones included.
    pub(super) fn deepen(&mut self, support: &Support) {
        let practice = self.scenario.practice;
        let know = self.know(support);
        let moves = practice.stage_years.map(|years| 1.0 - libm::exp(-DT / years));
        for i in 0..self.layout.schools.len() {
            let school = &self.layout.schools[i];
            let Some(level) = school.stage.level() else { continue };
            let quality = quality(self.index(school, know, support));
            let school = &mut self.layout.schools[i];
            school.depth += (practice.stage_cap[level] * quality - school.depth) * moves[level];
            school.ownership += practice.ownership_rate
                * self.plan.central_decentral.more
                * self.plan.build_buy.less
                * school.depth
                * (1.0 - school.ownership)
                * DT;
            school.age += 1;
        }
    }

    /// The know-how that schools can draw on: the district's or the vendors'.
    fn know(&self, support: &Support) -> f64 {
        self.know_how.max(self.scenario.coaching.vendor_know_how * support.vendor_share)
    }

    /// The quality index of a school, in log-odds: what helps less what sets it back.
    fn index(&self, school: &School, know: f64, support: &Support) -> f64 {
        let practice = &self.scenario.practice;
        practice.quality_base + practice.quality_weight * self.helps(school, know, support)
            - practice.setback_weight * self.setbacks(school)
    }

    /// Readiness, coaching support and know-how, each counted from its middle.
    fn helps(&self, school: &School, know: f64, support: &Support) -> f64 {
        (2.0 * school.readiness - 1.0)
            + (2.0 * support.ratio - 1.0)
            + self.plan.package_modules.less * (2.0 * know - 1.0)
    }

    /// Setbacks of a school: placed, new principal, poor alignment, churn, misfit.
    fn setbacks(&self, school: &School) -> f64 {
        let flag = |set: bool| if set { 1.0 } else { 0.0 };
        flag(school.assigned)
            + flag(school.new_principal > 0)
            + flag(self.under_way(risks::ALIGNMENT))
            + self.churn()
            + self.misfit(school)
    }

    /// What an adaptive strategy costs before the district knows how.
    fn churn(&self) -> f64 {
        self.plan.fixed_adapt.u * (1.0 - self.know_how)
    }

    /// How badly the offer fits; modules and autonomy soften it.
    fn misfit(&self, school: &School) -> f64 {
        school.misfit * (1.0 - (self.plan.package_modules.u + self.plan.central_decentral.u) / 2.0)
    }
}

/// Quality of practice, 0..1: the logistic of the index.
fn quality(index: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-index))
}
