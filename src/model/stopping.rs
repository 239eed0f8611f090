//! Step 6: schools stop.

use super::school::{School, Stage};
use super::{DT, Future};

impl Future<'_> {
    /// Step 6. What a stopped school had of depth and ownership is no longer used.
    pub(super) fn stop(&mut self) {
        for i in 0..self.layout.schools.len() {
            let school = &self.layout.schools[i];
            if !school.stage.is_active() {
                continue;
            }
            self.totals.active_school_years += DT;
            let rate = self.stop_rate(school);
            let school = &mut self.layout.schools[i];
            if school.clocks.stop.run(rate) {
                school.stage = Stage::Stopped;
                self.totals.stops += 1;
            }
        }
    }

    /// Rate of stopping, a year: high where practice is shallow, trust low and ownership small.
    fn stop_rate(&self, school: &School) -> f64 {
        let shallow = 1.0 - school.depth;
        self.scenario.practice.stop_rate
            * self.plan.central_decentral.more
            * (shallow * shallow)
            * (1.5 - self.credibility)
            * self.left_by_ownership(school)
    }
}
