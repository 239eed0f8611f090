//! Step 3: schools move up, and the district admits waiting and picked schools, as far as coaching
//! capacity allows.

use super::clock::threshold;
use super::coaching::Support;
use super::random::Stream;
use super::sites::{Site, Sites, any_rings, four_times, update};
use super::stage::{LEVELS, Stage};
use super::{DT, Future};

/// What is not yet committed this month.
pub struct Room {
    /// Coaching units.
    coaching: f64,
    /// k$ per year below the spending cap; infinite without a cap.
    money: f64,
    /// Schools that coaching had room for and money did not.
    pub refused: Vec<u32>,
}

impl Room {
    /// Whether there is coaching for this much load.
    fn fits(&self, load: f64) -> bool {
        load <= self.coaching
    }

    /// Reserves coaching for this much load and money for this much site cost of a school if both fit; returns
    /// whether they did.
    fn reserve(&mut self, school: u32, load: f64, cost: f64) -> bool {
        if !self.fits(load) {
            return false;
        }
        let fits = cost <= self.money;
        if fits {
            self.coaching -= load;
            self.money -= cost;
        } else {
            self.refused.push(school);
        }
        fits
    }
}

impl Future<'_> {
    /// Schools whose practice is deep enough and whose clock rings move up a stage, in priority order,
    /// while there is room; returns the remaining room.
    pub(super) fn move_up(&mut self, support: &Support) -> Room {
        let mut room = self.room(support);
        let rates = self.progress_rates();
        let mut ringing = std::mem::take(&mut self.ringing);
        for (level, rate) in rates.into_iter().enumerate() {
            let gate = self.gate(level);
            run_progress_clocks(&mut self.sites[level], gate, rate, &self.rank, &mut ringing);
        }
        for rank in ringing.drain(..) {
            let school = self.order[rank as usize];
            let (coaching, costs) = (&self.scenario.coaching, &self.scenario.costs);
            let load = self.rise(school, &coaching.stage_load);
            if room.reserve(school, load, self.rise(school, &costs.site_cost)) {
                self.promote(school);
            }
        }
        self.ringing = ringing;
        room
    }

    /// A district at a medium pace uses its coaches exactly, a fast one overloads them, a slow one keeps
    /// some in reserve.
    fn room(&self, support: &Support) -> Room {
        let coaching = (1.0 + self.plan.pace) / 2.0 * support.capacity - support.load;
        Room { coaching, money: self.money(support), refused: Vec::new() }
    }

    /// What the cap leaves of the money for a year. What runs goes on, so it can be less than nothing.
    fn money(&self, support: &Support) -> f64 {
        match self.scenario.district.spending_cap {
            0.0 => f64::INFINITY,
            cap => cap - self.yearly_cost(support),
        }
    }

    /// The depth that a school at this level needs to move up.
    fn gate(&self, level: usize) -> f64 {
        let practice = &self.scenario.practice;
        practice.progress_gate * practice.stage_cap[level]
    }

    /// Rates per year of moving up to a pilot and to the whole school; packaged models ease the second.
    fn progress_rates(&self) -> [f64; 2] {
        let rate = self.scenario.practice.progress_rate * self.plan.pace * 2.0 * self.credibility;
        [rate, rate * self.plan.package_modules.less]
    }

    /// How much more of an amount per stage, coaching or money, the school's next stage needs.
    fn rise(&self, school: u32, per_stage: &[f64; LEVELS]) -> f64 {
        let (level, place) = self.place_of(school);
        let left = self.left_by_ownership(self.sites[level].ownership[place]);
        (per_stage[level + 1] - per_stage[level]) * left
    }

    /// Moves a school up one stage.
    fn promote(&mut self, school: u32) {
        let (level, _) = self.place_of(school);
        let mut site = self.remove_site(school);
        site.moves += 1;
        site.progress_hazard = 0.0;
        let next = Stage::ACTIVE[level + 1];
        site.progress_threshold = self.progress_threshold(school, next, site.moves);
        self.insert_site(site, next);
    }

    /// The hazard at which a school that has moved up `moves` times moves on from this stage.
    fn progress_threshold(&self, school: u32, stage: Stage, moves: u32) -> f64 {
        if stage == Stage::Whole {
            return f64::INFINITY;
        }
        threshold(&self.layout.draws, Stream::Progress, school as usize, moves.into())
    }

    /// Accumulates the quota and, in an intake month, admits waiting and picked schools by priority.
    pub(super) fn admit_schools(&mut self, month: u32, room: &mut Room) {
        self.accumulate_quota(month);
        self.totals.starts = 0;
        if !(month + 1).is_multiple_of(12 / self.scenario.launch.intakes_per_year) {
            return;
        }
        let least = self.scenario.coaching.stage_load.into_iter().fold(f64::INFINITY, f64::min);
        let mut picked = self.pick().into_iter().peekable();
        let mut waiting = std::mem::take(&mut self.waiting);
        // Both lists are in priority order, so the next candidate is the first of one or the other.
        waiting.retain(|&rank| {
            while let Some(before) = picked.next_if(|&picked| picked < rank && room.fits(least)) {
                self.admit(before, month, room);
            }
            !(room.fits(least) && self.admit(rank, month, room))
        });
        for rank in picked {
            self.admit(rank, month, room);
        }
        self.waiting = waiting;
    }

    /// Admits a school if there is room; returns whether there was.
    fn admit(&mut self, rank: u32, month: u32, room: &mut Room) -> bool {
        let school = self.order[rank as usize];
        let pathway = self.pathway(school);
        let (coaching, costs) = (&self.scenario.coaching, &self.scenario.costs);
        let of_pathway = |per_stage: &[f64; LEVELS]| pathway.level().map_or(0.0, |i| per_stage[i]);
        let fits =
            room.reserve(school, of_pathway(&coaching.stage_load), of_pathway(&costs.site_cost));
        if fits {
            let picked = self.stages[school as usize] == Stage::None;
            self.join(school, pathway, picked, month);
            self.totals.starts += 1;
        }
        fits
    }

    /// Picks as many schools as the quota holds: the first in order that have not started, as positions
    /// in the order.
    fn pick(&mut self) -> Vec<u32> {
        let picks = self.quota.floor();
        self.quota -= picks;
        let at_none = |&rank: &u32| {
            let school = self.order[rank as usize];
            self.stages[school as usize] == Stage::None
        };
        (0..self.order.len() as u32).filter(at_none).take(picks as usize).collect()
    }

    /// After the pilot period, a centralized district may place a share of the remaining schools.
    fn accumulate_quota(&mut self, month: u32) {
        if f64::from(month) >= 12.0 / self.plan.pace {
            self.quota += self.scenario.spread.assign_rate
                * self.plan.pace
                * (1.0 - self.plan.central_decentral.u)
                * self.at_none() as f64
                * DT;
        }
    }

    /// A school joins at this stage; its initial depth is a fraction of its readiness.
    pub(super) fn join(&mut self, school: u32, stage: Stage, assigned: bool, month: u32) {
        let tenure = self.tenure(school, self.own_drag(school, assigned), month);
        let site = Site {
            school,
            depth: self.scenario.practice.entry_depth * self.layout.readiness[school as usize],
            ownership: 0.0,
            drag: self.drag_under(&tenure),
            joined: f64::from(month),
            stop_hazard: 0.0,
            stop_threshold: self.stop_threshold(school),
            progress_hazard: 0.0,
            progress_threshold: self.progress_threshold(school, stage, 0),
            tenure,
            moves: 0,
        };
        self.volunteering.leave(school);
        self.volunteering.peer_changes(self.layout.watchers.of(school), 1.0);
        self.active_in_need_group[self.layout.need_group[school as usize] as usize] += 1;
        self.insert_site(site, stage);
    }

    /// A school stops being active.
    pub(super) fn leave(&mut self, school: u32) {
        self.remove_site(school);
        self.volunteering.peer_changes(self.layout.watchers.of(school), -1.0);
        self.active_in_need_group[self.layout.need_group[school as usize] as usize] -= 1;
    }

    /// The level of an active school, and its index there.
    pub(super) fn place_of(&self, school: u32) -> (usize, usize) {
        let level = self.stages[school as usize].level().expect("an active school");
        (level, self.places[school as usize] as usize)
    }

    fn insert_site(&mut self, site: Site, stage: Stage) {
        let level = stage.level().expect("an active stage");
        let school = site.school as usize;
        self.stages[school] = stage;
        self.places[school] = self.sites[level].len() as u32;
        self.sites[level].push(site);
    }

    /// Removes an active school from its stage; the last school there takes its index.
    fn remove_site(&mut self, school: u32) -> Site {
        let (level, place) = self.place_of(school);
        let site = self.sites[level].swap_remove(place);
        if let Some(&moved) = self.sites[level].school.get(place) {
            self.places[moved as usize] = place as u32;
        }
        site
    }
}

/// Inserts a rank into a sorted list. The lists are short.
pub fn insert_in_order(ranks: &mut Vec<u32>, rank: u32) {
    let place = ranks.partition_point(|&before| before < rank);
    ranks.insert(place, rank);
}

/// Runs the progress clocks of the schools of one stage for a month, where practice is deep enough. Adds
/// the ranks of the schools whose clock rings or is still ringing, in order.
fn run_progress_clocks(
    sites: &mut Sites,
    gate: f64,
    rate: f64,
    rank: &[u32],
    ringing: &mut Vec<u32>,
) {
    let (deep_enough, growth) = (four_times(gate), four_times(rate * DT));
    update(&mut sites.progress_hazard, &sites.depth, |hazard, depth| {
        hazard + (depth.simd_ge(deep_enough) & growth)
    });
    if !any_rings(&sites.progress_hazard, &sites.progress_threshold) {
        return;
    }
    for place in 0..sites.len() {
        if sites.depth[place] >= gate
            && sites.progress_hazard[place] >= sites.progress_threshold[place]
        {
            insert_in_order(ringing, rank[sites.school[place] as usize]);
        }
    }
}
