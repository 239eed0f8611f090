//! Step 8: the rollout risks and their effects (specification, section 8).

use super::Future;
use super::clock::Clock;
use super::coaching::Support;
use super::random::{Draws, Stream};

/// Number of rollout risks. Their numbers follow the order of the safeguards against them.
pub const RISKS: usize = 6;

/// No clear explanation of what changes and why.
pub const NARRATIVE: usize = 0;
/// Curriculum and coaches left out of planning.
pub const ALIGNMENT: usize = 1;
/// Principals and district defer to vendors.
pub const CAPACITY: usize = 2;
/// Starting where staff or culture are not ready. It has no event: it acts as the selection error in
/// `start.rs`.
pub const WRONG_SCHOOLS: usize = 3;
/// Parents, board and press informed only once.
pub const STAKEHOLDERS: usize = 4;
/// Devices chosen before goals.
pub const TECHNOLOGY: usize = 5;

/// One of the six risks.
pub struct RiskEvent {
    /// Months left of the event under way; 0 if there is none.
    months_left: u32,
    /// Events so far.
    pub events: u32,
    /// The first month at whose beginning an event had occurred; `None` before the first event.
    pub first: Option<u32>,
    clock: Clock,
}

impl RiskEvent {
    /// The risk with this number, with no event under way.
    pub fn new(draws: &Draws, risk: usize) -> Self {
        Self {
            months_left: 0,
            events: 0,
            first: None,
            clock: Clock::new(draws, Stream::Risk, risk),
        }
    }
}

impl Future<'_> {
    /// Whether an event of this risk is under way.
    pub(super) fn under_way(&self, risk: usize) -> bool {
        self.risks[risk].months_left > 0
    }

    /// Step 8, the last one before month `next`. No event begins while no school is active.
    pub(super) fn run_risks(&mut self, support: &Support, next: u32) {
        for risk in &mut self.risks {
            risk.months_left = risk.months_left.saturating_sub(1);
        }
        if support.active == 0.0 {
            return;
        }
        for risk in [NARRATIVE, ALIGNMENT, CAPACITY, STAKEHOLDERS, TECHNOLOGY] {
            if self.under_way(risk) {
                continue;
            }
            let rate = self.event_rate(risk, support);
            let event = &mut self.risks[risk];
            if event.clock.run(rate) {
                event.events += 1;
                event.first = event.first.or(Some(next));
                event.months_left = self.scenario.risks.setback_months;
                event.clock.restart(&self.layout.draws, Stream::Risk, risk);
                self.strike(risk);
            }
        }
    }

    /// Rate of events per year; safeguards against the risk lower it.
    fn event_rate(&self, risk: usize, support: &Support) -> f64 {
        let risks = &self.scenario.risks;
        let m = &self.scenario.mitigations;
        let effort =
            [m.narrative, m.alignment, m.capacity, m.wrong_schools, m.stakeholders, m.technology];
        risks.risk_rate
            * self.driver(risk, support)
            * (1.0 - risks.mitigation_effect * effort[risk])
    }

    /// The extent to which the cause of the risk is present.
    fn driver(&self, risk: usize, support: &Support) -> f64 {
        let plan = &self.plan;
        match risk {
            NARRATIVE => {
                let nothing_to_show = self.scenario.launch.public_launch
                    && support.exemplars < self.scenario.spread.exemplars_needed;
                (plan.fixed_adapt.u + plan.package_modules.u) / 2.0
                    + if nothing_to_show { 0.5 } else { 0.0 }
            }
            ALIGNMENT => plan.central_decentral.u + plan.pace / 2.0,
            CAPACITY => plan.build_buy.u + overload(support.ratio),
            STAKEHOLDERS => support.reach * support.active / self.n_schools() + 4.0 * support.gap,
            TECHNOLOGY => (1.0 - plan.package_modules.u) * plan.pace,
            _ => 0.0,
        }
    }

    /// The immediate effects of an event; its other effects last while it is under way.
    fn strike(&mut self, risk: usize) {
        let left = 1.0 - self.scenario.risks.setback_loss;
        if matches!(risk, NARRATIVE | STAKEHOLDERS | TECHNOLOGY) {
            self.credibility *= left;
        }
        if risk == TECHNOLOGY {
            let [_, pilots, whole] = &mut self.sites;
            for depth in pilots.depth.iter_mut().chain(&mut whole.depth) {
                *depth *= left;
            }
        }
    }
}

/// The extent to which the coaches are overloaded, 0..1.
fn overload(ratio: f64) -> f64 {
    if ratio > 0.0 { (1.0 / ratio - 1.0).min(1.0) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::simulate;
    use crate::scenario::{Group, Preset, Scenario, Value, parameters_of};

    #[test]
    fn a_full_safeguard_prevents_all_events_of_its_risk_and_of_no_other() {
        for (risk, safeguard) in parameters_of(Group::Mitigations).enumerate() {
            let mut settings = Preset::TypicalSurveyed.settings();
            settings.risks.mitigation_effect = 1.0;
            (safeguard.set)(&mut settings, Value::Number(1.0)).unwrap();
            let scenario = Scenario::new(settings).unwrap();
            let mut events = [0.0; RISKS];
            for run in (0..20).map(|replicate| simulate(&scenario, replicate)) {
                (0..RISKS).for_each(|other| events[other] += run.events_of(other));
            }
            for (other, events) in events.into_iter().enumerate() {
                let none = other == risk || other == WRONG_SCHOOLS;
                assert_eq!(events == 0.0, none, "{}: risk {other}", safeguard.key);
            }
        }
    }
}
