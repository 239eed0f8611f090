//! Step 4: practice deepens in active schools, and they make it their own.
//!
//! The quality index is the sum of a part that belongs to the school and a part that the whole district
//! shares in a month. So `exp(-index)` is the product of the school's drag and the month's drag, and no
//! exponential has to be computed for every school in every month.

use super::coaching::Support;
use super::sites::{Sites, four_times, update};
use super::{DT, Future, risks};
use wide::f64x4;

impl Future<'_> {
    /// Step 4, for the active schools, new ones included.
    pub(super) fn deepen(&mut self, support: &Support) {
        let practice = &self.scenario.practice;
        let common = drag(self.common_index(support));
        let growth = self.ownership_growth();
        for (level, sites) in self.sites.iter_mut().enumerate() {
            deepen(sites, common, practice.stage_cap[level], self.plan.stage_step[level], growth);
        }
    }

    /// The schools that are active at the start have been so for this many months: their practice has deepened as
    /// if support and know-how were average and nothing had set them back.
    pub(super) fn age_first_schools(&mut self, months: u32) {
        if months == 0 {
            return;
        }
        let (practice, readiness) = (&self.scenario.practice, &self.layout.readiness);
        let common = drag(practice.quality_base);
        let growth = self.ownership_growth();
        for (level, sites) in self.sites.iter_mut().enumerate() {
            let ready = |&school: &u32| 2.0 * readiness[school as usize] - 1.0;
            let undisturbed = sites.school.iter().map(|i| drag(practice.quality_weight * ready(i)));
            let own_drag = std::mem::replace(&mut sites.drag, undisturbed.collect());
            for _ in 0..months {
                deepen(
                    sites,
                    common,
                    practice.stage_cap[level],
                    self.plan.stage_step[level],
                    growth,
                );
            }
            sites.drag = own_drag;
            sites.joined.fill(-f64::from(months));
        }
        self.add_up_ownership();
    }

    /// How fast ownership grows at full depth, per month.
    fn ownership_growth(&self) -> f64 {
        self.scenario.practice.ownership_rate
            * self.plan.central_decentral.more
            * self.plan.build_buy.less
            * DT
    }

    /// The part of the quality index that all schools share in a month.
    fn common_index(&self, support: &Support) -> f64 {
        let practice = &self.scenario.practice;
        practice.quality_base + practice.quality_weight * self.common_helps(support)
            - practice.setback_weight * self.common_setbacks()
    }

    /// Coaching support and know-how, each relative to its midpoint.
    fn common_helps(&self, support: &Support) -> f64 {
        (2.0 * support.ratio - 1.0)
            + self.plan.package_modules.less * (2.0 * self.know(support) - 1.0)
    }

    /// The know-how that schools can draw on: the district's or the vendors'.
    fn know(&self, support: &Support) -> f64 {
        self.know_how.max(self.scenario.coaching.vendor_know_how * support.vendor_share)
    }

    /// Poor alignment and churn.
    fn common_setbacks(&self) -> f64 {
        let alignment = if self.under_way(risks::ALIGNMENT) { 1.0 } else { 0.0 };
        alignment + self.churn()
    }

    /// The cost of an adaptive strategy while the district lacks know-how.
    fn churn(&self) -> f64 {
        self.plan.fixed_adapt.u * (1.0 - self.know_how)
    }

    /// Drag of a school when it joins: its own part of the quality index.
    pub(super) fn own_drag(&self, school: u32, assigned: bool) -> f64 {
        let practice = &self.scenario.practice;
        let helps = 2.0 * self.layout.readiness[school as usize] - 1.0;
        let setbacks = f64::from(u8::from(assigned)) + self.misfit(school);
        drag(practice.quality_weight * helps - practice.setback_weight * setbacks)
    }

    /// How badly the offer fits the school; modules and autonomy reduce it.
    fn misfit(&self, school: u32) -> f64 {
        let softened = (self.plan.package_modules.u + self.plan.central_decentral.u) / 2.0;
        self.layout.misfit[school as usize] * (1.0 - softened)
    }
}

/// `exp(-part)` of a part of the quality index, clamped so that products neither vanish nor overflow.
pub fn drag(part: f64) -> f64 {
    libm::exp(-part.clamp(-300.0, 300.0))
}

/// Deepens the practice of the schools of one stage for a month. `cap` is the greatest depth of the
/// stage, `step` the fraction of the distance covered in a month, `growth` how fast ownership grows.
fn deepen(sites: &mut Sites, common_drag: f64, cap: f64, step: f64, growth: f64) {
    let (common_drag, cap) = (four_times(common_drag), four_times(cap));
    let (step, growth) = (four_times(step), four_times(growth));
    update(&mut sites.depth, &sites.drag, |depth, own_drag| {
        let quality = f64x4::ONE / (f64x4::ONE + common_drag * own_drag);
        depth + (cap * quality - depth) * step
    });
    update(&mut sites.ownership, &sites.depth, |ownership, depth| {
        ownership + growth * depth * (f64x4::ONE - ownership)
    });
}
