//! Step 6: schools stop.

use super::clock::threshold;
use super::random::Stream;
use super::sites::{Sites, any_rings, four_times, update_with_two};
use super::stage::Stage;
use super::{DT, Future};
use wide::f64x4;

/// Depth and ownership, each 0..1.
#[derive(Debug, Clone, Copy)]
pub struct Practice {
    pub depth: f64,
    pub ownership: f64,
}

impl Future<'_> {
    /// Step 6. The depth and ownership of a stopped school are no longer used.
    pub(super) fn stop(&mut self) {
        self.totals.active_school_years += self.active() as f64 * DT;
        let rate = self.stop_rate();
        let ownership_effect = self.scenario.practice.ownership_effect;
        let mut stopping = std::mem::take(&mut self.ringing);
        for sites in &mut self.sites {
            run_stop_clocks(sites, rate, ownership_effect, &mut stopping);
        }
        for school in stopping.drain(..) {
            self.leave(school);
            self.stages[school as usize] = Stage::Stopped;
            self.totals.stops += 1;
        }
        self.ringing = stopping;
    }

    /// The part of the stop rate, per year, that all schools share: the less the district is trusted, the
    /// greater.
    fn stop_rate(&self) -> f64 {
        self.scenario.practice.stop_rate
            * self.plan.central_decentral.more
            * (1.5 - self.credibility)
    }

    /// How much each term of the stop rate of a school adds to it, per year: its depth and its ownership
    /// compared with those of the `average` active school, trust in the district compared with average
    /// trust, and autonomy compared with a district in the middle. Negative where a term reduces the
    /// rate.
    pub(super) fn stop_rate_added(&self, school: Practice, average: Practice) -> [f64; 4] {
        let rate = self.scenario.practice.stop_rate;
        let autonomy = self.plan.central_decentral.more;
        let distrust = 1.5 - self.credibility;
        let shallow = |practice: Practice| (1.0 - practice.depth) * (1.0 - practice.depth);
        let unowned = |practice: Practice| self.left_by_ownership(practice.ownership);
        let own = shallow(school) * unowned(school);
        [
            (shallow(school) - shallow(average)) * unowned(school) * autonomy * distrust,
            (unowned(school) - unowned(average)) * shallow(school) * autonomy * distrust,
            (distrust - 1.0) * autonomy * own,
            (autonomy - 1.0) * distrust * own,
        ]
        .map(|added| rate * added)
    }

    /// The hazard at which a school stops.
    pub(super) fn stop_threshold(&self, school: u32) -> f64 {
        threshold(&self.layout.draws, Stream::Stop, school as usize, 0)
    }
}

/// Runs the stop clocks of the schools of one stage for a month: fastest where practice is shallow and
/// ownership low. Adds the schools whose clock rings.
fn run_stop_clocks(sites: &mut Sites, rate: f64, ownership_effect: f64, stopping: &mut Vec<u32>) {
    let (rate, ownership_effect) = (four_times(rate), four_times(ownership_effect));
    let month = four_times(DT);
    let hazards = &mut sites.stop_hazard;
    update_with_two(hazards, &sites.depth, &sites.ownership, |hazard, depth, ownership| {
        let shallow = f64x4::ONE - depth;
        hazard + rate * (shallow * shallow) * (f64x4::ONE - ownership_effect * ownership) * month
    });
    if any_rings(&sites.stop_hazard, &sites.stop_threshold) {
        let rings = |&place: &usize| sites.stop_hazard[place] >= sites.stop_threshold[place];
        stopping.extend((0..sites.len()).filter(rings).map(|place| sites.school[place]));
    }
}
