//! Step 1, derived quantities: coaching capacity and load, and what people see and expect.

use super::{Future, after_loss, risks};

/// What the steps of a month need to know about the district at the beginning of the month. Counts are
/// numbers of schools; capacity and load are in coaching units.
#[derive(Debug, Clone, Copy)]
pub struct Support {
    /// Active schools n.
    pub active: f64,
    /// Exemplars Y: active schools at `exemplar_depth` or deeper.
    pub exemplars: f64,
    /// Vendors' share w of the work.
    pub vendor_share: f64,
    /// Vendors' coaching units V.
    pub vendor_units: f64,
    /// Coaching units available.
    pub capacity: f64,
    /// Coaching units that the active schools need.
    pub load: f64,
    /// Support ratio rho: capacity / load where the load is greater, otherwise 1.
    pub ratio: f64,
    /// Exemplars that joined at least two years ago.
    pub sustained: f64,
    /// Active schools that joined at least a year ago and have hardly any depth.
    pub in_name_only: f64,
    /// Mean depth of the active schools, 0 if there are none.
    pub mean_depth: f64,
    /// Share of unprompted volunteering that the publicity of the initiative allows.
    pub reach: f64,
    /// By how much practice falls short of what people expect.
    pub gap: f64,
}

impl Future<'_> {
    /// Step 1.
    pub(super) fn derive(&self, month: u32) -> Support {
        let spread = &self.scenario.spread;
        let active = self.active() as f64;
        let tally = self.tally(month);
        let exemplars = tally.deep;
        let load = self.over_sites(self.scenario.coaching.stage_load);
        let mean_depth = if active > 0.0 { tally.depth / active } else { 0.0 };
        let vendor_share = self.vendor_share(month);
        let vendor_units = self.vendor_units(vendor_share);
        let capacity = self.capacity(vendor_units);
        let visible = self.scenario.launch.public_launch || exemplars >= spread.exemplars_needed;
        Support {
            active,
            exemplars,
            vendor_share,
            vendor_units,
            capacity,
            load,
            ratio: if load > capacity { capacity / load } else { 1.0 },
            sustained: tally.deep_since,
            in_name_only: tally.shallow_since,
            mean_depth,
            reach: if visible { 1.0 } else { spread.soft_reach },
            gap: if visible && active > 0.0 { self.gap(mean_depth) } else { 0.0 },
        }
    }

    /// w: the vendors' share of the work, part of which remains after the first contract.
    fn vendor_share(&self, month: u32) -> f64 {
        let coaching = &self.scenario.coaching;
        let after_contract = f64::from(month) >= 12.0 * coaching.vendor_years;
        let kept = if after_contract { coaching.vendor_stays } else { 1.0 };
        self.plan.build_buy.u * kept
    }

    /// V: the coaching units that the vendors' share of the budget buys.
    fn vendor_units(&self, vendor_share: f64) -> f64 {
        let coaching = &self.scenario.coaching;
        self.plan.budget * vendor_share / (coaching.coach_cost * coaching.vendor_premium)
    }

    fn capacity(&self, vendor_units: f64) -> f64 {
        let loss = self.scenario.risks.setback_loss;
        after_loss(self.coaches + vendor_units, loss, self.under_way(risks::CAPACITY))
    }

    /// How far the mean depth falls short of what was promised.
    fn gap(&self, mean_depth: f64) -> f64 {
        let learning = &self.scenario.learning;
        let extra = if self.scenario.launch.public_launch { learning.public_promise } else { 0.0 };
        (learning.promise + extra - mean_depth).max(0.0)
    }
}
