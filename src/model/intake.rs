//! Step 3: schools move up, and the district takes in waiting and picked schools, as far as coaching
//! reaches.

use super::coaching::Support;
use super::random::Stream;
use super::school::{School, Stage};
use super::{DT, Future};

/// Coaching units not yet spoken for this month.
pub struct Room(f64);

impl Room {
    /// Uses this much of the room if it fits; tells whether it did.
    fn take(&mut self, load: f64) -> bool {
        let fits = load <= self.0;
        if fits {
            self.0 -= load;
        }
        fits
    }
}

impl Future<'_> {
    /// Schools that are deep enough and whose clock rings move up a stage, in priority order, while
    /// there is room; gives the room that is left.
    pub(super) fn move_up(&mut self, support: &Support) -> Room {
        let mut room = self.room(support);
        for position in 0..self.layout.order.len() {
            let i = self.layout.order[position] as usize;
            let school = &self.layout.schools[i];
            let Some(next) = school.stage.next() else { continue };
            if !self.deep_enough(school) {
                continue;
            }
            let rate = self.progress_rate(school.stage);
            let extra = self.extra_load(school, next);
            let school = &mut self.layout.schools[i];
            if school.clocks.progress.run(rate) && room.take(extra) {
                school.stage = next;
                school.clocks.progress.restart(&self.draws, Stream::Progress, i);
            }
        }
        room
    }

    /// A middle-paced district fills its coaches exactly, a fast one overfills them, a slow one keeps
    /// some back.
    fn room(&self, support: &Support) -> Room {
        Room((1.0 + self.plan.pace) / 2.0 * support.capacity - support.load)
    }

    /// Whether the school's practice is deep enough for the next stage.
    fn deep_enough(&self, school: &School) -> bool {
        let practice = &self.scenario.practice;
        school
            .stage
            .level()
            .is_some_and(|level| school.depth >= practice.progress_gate * practice.stage_cap[level])
    }

    /// Rate of moving up from this stage, a year; packaged models ease the step to the whole school.
    fn progress_rate(&self, from: Stage) -> f64 {
        let rate = self.scenario.practice.progress_rate * self.plan.pace * 2.0 * self.credibility;
        if from == Stage::Pilot { rate * self.plan.package_modules.less } else { rate }
    }

    /// Coaching units that the move takes more than the school's stage takes now.
    fn extra_load(&self, school: &School, next: Stage) -> f64 {
        let load = |stage: Stage| self.stage_load(stage);
        (load(next) - load(school.stage)) * self.left_by_ownership(school)
    }

    fn stage_load(&self, stage: Stage) -> f64 {
        stage.level().map_or(0.0, |level| self.scenario.coaching.stage_load[level])
    }

    /// Gathers the quota, and in a month of intake lets waiting and picked schools in by priority.
    pub(super) fn take_in(&mut self, month: u32, mut room: Room) {
        self.gather_quota(month);
        self.totals.starts = 0;
        if !(month + 1).is_multiple_of(12 / self.scenario.launch.intakes_per_year) {
            return;
        }
        let mut picks = self.quota.floor();
        self.quota -= picks;
        let entry_depth = self.scenario.practice.entry_depth;
        for position in 0..self.layout.order.len() {
            let i = self.layout.order[position] as usize;
            let school = &self.layout.schools[i];
            let picked = school.stage == Stage::None && picks >= 1.0;
            if picked {
                picks -= 1.0;
            }
            let candidate = picked || school.stage == Stage::Waiting;
            if candidate && room.take(self.stage_load(school.pathway)) {
                let school = &mut self.layout.schools[i];
                school.join(school.pathway, entry_depth, picked);
                self.totals.starts += 1;
            }
        }
    }

    /// After the pilot period a central district may place a share of the schools that remain.
    fn gather_quota(&mut self, month: u32) {
        if f64::from(month) >= 12.0 / self.plan.pace {
            self.quota += self.scenario.spread.assign_rate
                * self.plan.pace
                * (1.0 - self.plan.central_decentral.u)
                * self.count(Stage::None) as f64
                * DT;
        }
    }
}
