//! Step 2: schools volunteer, and waiting schools cool off.

use super::coaching::Support;
use super::random::Stream;
use super::school::{School, Stage};
use super::{Future, after_loss, risks};

impl Future<'_> {
    /// Step 2. A school that volunteers waits; one that was waiting before this month may give up.
    pub(super) fn volunteer_and_cool_off(&mut self, support: &Support) {
        let common = self.volunteer_factor();
        let cool_rate = self.scenario.spread.cool_rate;
        for i in 0..self.layout.schools.len() {
            match self.layout.schools[i].stage {
                Stage::None => {
                    let school = &self.layout.schools[i];
                    let rate =
                        common * self.volunteer_rate(school, self.exposure(i, support), support);
                    let school = &mut self.layout.schools[i];
                    if school.clocks.volunteer.run(rate) {
                        school.stage = Stage::Waiting;
                    }
                }
                Stage::Waiting => {
                    let school = &mut self.layout.schools[i];
                    if school.clocks.cool.run(cool_rate) {
                        school.stage = Stage::None;
                        school.clocks.cool.restart(&self.draws, Stream::Cool, i);
                        school.clocks.volunteer.restart(&self.draws, Stream::Volunteer, i);
                    }
                }
                _ => {}
            }
        }
    }

    /// The part of the volunteering rate that all schools share: trust, autonomy, and the loss while
    /// the story is unclear.
    fn volunteer_factor(&self) -> f64 {
        let factor = 2.0 * self.credibility * self.plan.central_decentral.more;
        after_loss(factor, self.scenario.risks.setback_loss, self.under_way(risks::NARRATIVE))
    }

    /// E: how much of the new practice the school sees, in its peers and in the district.
    fn exposure(&self, school: usize, support: &Support) -> f64 {
        let local_weight = self.scenario.spread.local_weight;
        (1.0 - local_weight) * support.active / self.n_schools()
            + local_weight * self.active_share_of_peers(school)
    }

    fn active_share_of_peers(&self, school: usize) -> f64 {
        let peers = self.layout.peers_of(school);
        let active =
            peers.iter().filter(|&&peer| self.layout.schools[peer as usize].stage.is_active());
        active.count() as f64 / peers.len() as f64
    }

    /// The school's own part of its volunteering rate, a year.
    fn volunteer_rate(&self, school: &School, exposure: f64, support: &Support) -> f64 {
        let spread = &self.scenario.spread;
        2.0 * school.readiness
            * (spread.volunteer_rate * support.reach
                + spread.peer_rate * self.plan.best_process.less * exposure)
    }
}
