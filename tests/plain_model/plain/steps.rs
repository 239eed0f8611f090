//! The eight steps of a month (specification, sections 5 and 8).

use super::{DT, Derived, Plain, School, clip01, level};
use districtwide::model::Stage::*;

impl Plain<'_> {
    /// Step 1.
    pub(super) fn derive(&self, t: u32) -> Derived {
        let (s, plan) = (self.s, &self.plan);
        let n = self.active().count() as f64;
        let exemplars =
            self.active().filter(|school| school.depth >= s.spread.exemplar_depth).count() as f64;
        let after = f64::from(t) >= 12.0 * s.coaching.vendor_years;
        let vendor_share = plan.build_buy.u * if after { s.coaching.vendor_stays } else { 1.0 };
        let vendor_units =
            plan.budget * vendor_share / (s.coaching.coach_cost * s.coaching.vendor_premium);
        let capacity = (self.coaches + vendor_units) * self.loss(2);
        let load: f64 =
            self.active().map(|x| s.coaching.stage_load[x.level()] * self.left(x)).sum();
        let visible = s.launch.public_launch || exemplars >= s.spread.exemplars_needed;
        let depth = if n > 0.0 { self.active().map(|x| x.depth).sum::<f64>() / n } else { 0.0 };
        let public = if s.launch.public_launch { s.learning.public_promise } else { 0.0 };
        let gap = (s.learning.promise + public - depth).max(0.0);
        Derived {
            n,
            exemplars,
            vendor_share,
            vendor_units,
            capacity,
            load,
            rho: if load > capacity { capacity / load } else { 1.0 },
            reach: if visible { 1.0 } else { s.spread.soft_reach },
            gap: if visible && n > 0.0 { gap } else { 0.0 },
            depth,
        }
    }

    /// Spending in step 1 (section 14).
    pub(super) fn spending(&self, d: &Derived) -> f64 {
        let s = self.s;
        let sites = self.active().map(|x| s.costs.site_cost[x.level()] * self.left(x));
        let coaches = self.coaches + s.coaching.vendor_premium * d.vendor_units;
        let efforts = self.efforts().iter().sum::<f64>() * self.schools.len() as f64;
        s.coaching.coach_cost * coaches + sites.sum::<f64>() + s.risks.mitigation_cost * efforts
    }

    /// What the district may still commit in step 3: coaching units and, under a cap (section 14), k$ per year.
    pub(super) fn room(&self, d: &Derived) -> [f64; 2] {
        let cap = self.s.district.spending_cap;
        let money = if cap > 0.0 { cap - self.spending(d) } else { f64::INFINITY };
        [(1.0 + self.plan.pace) / 2.0 * d.capacity - d.load, money]
    }

    /// Step 2.
    pub(super) fn volunteer_and_cool_off(&mut self, d: &Derived) {
        let spread = &self.s.spread;
        let common = 2.0 * self.credibility * self.plan.central_decentral.more * self.loss(0);
        let active: Vec<bool> = self.schools.iter().map(School::is_active).collect();
        let n_schools = self.schools.len() as f64;
        for school in &mut self.schools {
            if school.stage == None {
                let peers = school.peers.iter().filter(|&&peer| active[peer]).count() as f64
                    / school.peers.len() as f64;
                let exposure =
                    (1.0 - spread.local_weight) * d.n / n_schools + spread.local_weight * peers;
                let rate = common
                    * 2.0
                    * school.readiness
                    * (spread.volunteer_rate * d.reach
                        + spread.peer_rate * self.plan.best_process.less * exposure);
                if school.volunteer.run(&self.draws, rate) {
                    school.stage = Waiting;
                }
            } else if school.stage == Waiting && school.cool.run(&self.draws, spread.cool_rate) {
                school.stage = None;
                school.cool.restart();
                school.volunteer.restart();
            }
        }
    }

    /// Step 3, moving up.
    pub(super) fn move_up(&mut self, d: &Derived) -> [f64; 2] {
        let practice = &self.s.practice;
        let [mut room, mut money] = self.room(d);
        for &i in &self.order {
            let left = self.left(&self.schools[i]);
            let school = &mut self.schools[i];
            let (next, ease) = match school.stage {
                Introductory => (Pilot, 1.0),
                Pilot => (Whole, self.plan.package_modules.less),
                _ => continue,
            };
            let from = school.level();
            if school.depth < practice.progress_gate * practice.stage_cap[from] {
                continue;
            }
            let rate = practice.progress_rate * self.plan.pace * 2.0 * self.credibility * ease;
            let load = self.s.coaching.stage_load;
            let extra = (load[from + 1] - load[from]) * left;
            let site_cost = self.s.costs.site_cost;
            let price = (site_cost[from + 1] - site_cost[from]) * left;
            if school.progress.run(&self.draws, rate) && extra <= room && price <= money {
                room -= extra;
                money -= price;
                school.stage = next;
                school.progress.restart();
            }
        }
        [room, money]
    }

    /// Step 3, quota and intake.
    pub(super) fn admit_schools(&mut self, t: u32, [mut room, mut money]: [f64; 2]) {
        if f64::from(t) >= 12.0 / self.plan.pace {
            let at_none = self.schools.iter().filter(|x| x.stage == None).count() as f64;
            self.quota += self.s.spread.assign_rate
                * self.plan.pace
                * (1.0 - self.plan.central_decentral.u)
                * at_none
                * DT;
        }
        self.starts = 0;
        if !(t + 1).is_multiple_of(12 / self.s.launch.intakes_per_year) {
            return;
        }
        let mut picks = self.quota.floor();
        self.quota -= picks;
        for &i in &self.order {
            let school = &mut self.schools[i];
            let picked = school.stage == None && picks >= 1.0;
            picks -= if picked { 1.0 } else { 0.0 };
            if !(picked || school.stage == Waiting) {
                continue;
            }
            let pathway = level(school.pathway).expect("a pathway");
            let (load, price) =
                (self.s.coaching.stage_load[pathway], self.s.costs.site_cost[pathway]);
            if load <= room && price <= money {
                room -= load;
                money -= price;
                school.stage = school.pathway;
                school.depth = self.s.practice.entry_depth * school.readiness;
                school.assigned = picked;
                self.starts += 1;
            }
        }
    }

    /// Step 4.
    pub(super) fn deepen(&mut self, d: &Derived) {
        let (practice, plan) = (&self.s.practice, &self.plan);
        let know = self.know_how.max(self.s.coaching.vendor_know_how * d.vendor_share);
        let alignment = self.events_left[1] > 0;
        let flag = |set: bool| if set { 1.0 } else { 0.0 };
        for school in self.schools.iter_mut().filter(|school| school.is_active()) {
            let level = school.level();
            let helps = (2.0 * school.readiness - 1.0)
                + (2.0 * d.rho - 1.0)
                + plan.package_modules.less * (2.0 * know - 1.0);
            let setbacks = flag(school.assigned)
                + flag(school.new_principal > 0)
                + flag(alignment)
                + plan.fixed_adapt.u * (1.0 - self.know_how)
                + school.misfit * (1.0 - (plan.package_modules.u + plan.central_decentral.u) / 2.0);
            let index = practice.quality_base + practice.quality_weight * helps
                - practice.setback_weight * setbacks;
            let quality = 1.0 / (1.0 + libm::exp(-index));
            school.depth += (practice.stage_cap[level] * quality - school.depth)
                * (1.0 - libm::exp(-DT / practice.stage_years[level]));
            school.ownership += practice.ownership_rate
                * plan.central_decentral.more
                * plan.build_buy.less
                * school.depth
                * (1.0 - school.ownership)
                * DT;
            school.age += 1;
        }
    }

    /// Step 5.
    pub(super) fn change_principals(&mut self) {
        for school in &mut self.schools {
            school.new_principal = school.new_principal.saturating_sub(1);
            if school.principal.run(&self.draws, school.turnover) {
                school.new_principal = self.s.risks.setback_months;
                school.ownership *= 1.0 - self.s.risks.setback_loss;
                school.principal.restart();
            }
        }
    }

    /// Step 6.
    pub(super) fn stop(&mut self) {
        let practice = &self.s.practice;
        for school in self.schools.iter_mut().filter(|school| school.is_active()) {
            self.school_years += DT;
            let shallow = 1.0 - school.depth;
            let rate = practice.stop_rate
                * self.plan.central_decentral.more
                * shallow
                * shallow
                * (1.5 - self.credibility)
                * (1.0 - practice.ownership_effect * school.ownership);
            if school.stop.run(&self.draws, rate) {
                school.stage = Stopped;
                self.stops += 1;
            }
        }
    }

    pub(super) fn efforts(&self) -> [f64; 6] {
        let m = &self.s.mitigations;
        [m.narrative, m.alignment, m.capacity, m.wrong_schools, m.stakeholders, m.technology]
    }

    /// Step 7.
    pub(super) fn account(&mut self, d: &Derived) {
        let (s, plan) = (self.s, &self.plan);
        let over_sites = |per_stage: [f64; 3]| -> f64 {
            self.active().map(|x| per_stage[x.level()] * self.left(x)).sum()
        };
        let coaching =
            s.coaching.coach_cost * (self.coaches + s.coaching.vendor_premium * d.vendor_units);
        let mitigation = s.risks.mitigation_cost
            * self.schools.len() as f64
            * self.efforts().iter().sum::<f64>();
        let cost = coaching + over_sites(s.costs.site_cost) + mitigation;
        let hours = over_sites(s.costs.teacher_hours);
        self.cost += DT * cost;
        self.hours += DT * hours;
        let affordable = (1.0 - plan.build_buy.u) * plan.budget / s.coaching.coach_cost;
        self.coaches += (affordable - self.coaches) * DT / s.coaching.coach_build_years;
        let q = self.schools.iter().filter(|x| matches!(x.stage, Pilot | Whole)).count() as f64;
        let learning = &s.learning;
        self.know_how += learning.learning_rate
            * plan.fixed_adapt.more
            * plan.fast_slow.more
            * plan.best_process.more
            * (q / (q + learning.learning_half))
            * (1.0 - self.know_how)
            * DT;
        let shown = d.exemplars / (d.exemplars + s.spread.exemplars_needed);
        let aim = clip01(
            learning.credibility_base
                + plan.best_process.less * (learning.exemplar_credit * shown - d.gap),
        );
        self.credibility += (aim - self.credibility) * DT / learning.credibility_years;
    }

    /// Step 8 and section 8.
    pub(super) fn run_risks(&mut self, d: &Derived, next_month: u32) {
        let (s, plan) = (self.s, &self.plan);
        for left in &mut self.events_left {
            *left = left.saturating_sub(1);
        }
        if d.n == 0.0 {
            return;
        }
        let unseen = s.launch.public_launch && d.exemplars < s.spread.exemplars_needed;
        let overload = if d.rho > 0.0 { (1.0 / d.rho - 1.0).min(1.0) } else { 1.0 };
        let drivers = [
            (plan.fixed_adapt.u + plan.package_modules.u) / 2.0 + if unseen { 0.5 } else { 0.0 },
            plan.central_decentral.u + plan.pace / 2.0,
            plan.build_buy.u + overload,
            0.0,
            d.reach * d.n / self.schools.len() as f64 + 4.0 * d.gap,
            (1.0 - plan.package_modules.u) * plan.pace,
        ];
        let left = 1.0 - s.risks.setback_loss;
        for j in [0, 1, 2, 4, 5] {
            let rate = s.risks.risk_rate
                * drivers[j]
                * (1.0 - s.risks.mitigation_effect * self.efforts()[j]);
            if self.events_left[j] > 0 || !self.event_clocks[j].run(&self.draws, rate) {
                continue;
            }
            self.event_clocks[j].restart();
            self.events_left[j] = s.risks.setback_months;
            self.events[j] += 1;
            self.first_events[j].get_or_insert(next_month);
            if [0, 4, 5].contains(&j) {
                self.credibility *= left;
            }
            if j == 5 {
                for school in &mut self.schools {
                    school.depth *= if matches!(school.stage, Pilot | Whole) { left } else { 1.0 };
                }
            }
        }
    }
}
