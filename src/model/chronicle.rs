//! What happens at every school in one future, and why.

use super::chronicler::Chronicler;
use super::held_back::HeldBack;
use super::layout::{Layout, NeedGroup, Terrain};
use super::stage::Stage;
use super::uncertainty::constants_of;
use super::{Future, run};
use crate::scenario::Scenario;

/// The history of every school in one future of a scenario.
///
/// Schools are numbered from 0. Months are the rows of the [`super::Run`] of the same scenario and
/// replicate: an event is recorded at the first row that shows it. So a school that starts in the steps
/// between rows 11 and 12 has its event at month 12, and only the first schools have one at month 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Chronicle {
    replicate: u64,
    seed: u64,
    months: u32,
    held_back: Option<HeldBack>,
    schools: Vec<School>,
    /// Where the events of each school begin, followed by where the last ones end.
    starts: Vec<u32>,
    /// School by school, in chronological order.
    events: Vec<Event>,
}

/// The traits of a school, which nothing changes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct School {
    /// Student need N, 0..1.
    pub need: f64,
    /// Readiness R of staff and leadership, 0..1.
    pub readiness: f64,
    /// How its need compares with the district's median.
    pub need_group: NeedGroup,
}

/// Something that happens at a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// The first month whose row shows it.
    pub month: u32,
    /// What happened.
    pub what: Happening,
}

/// The kinds of events at a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// It volunteers and joins the waiting list.
    Volunteered(Channel),
    /// It gives up waiting. It may volunteer again.
    CooledOff,
    /// It starts at a stage.
    Started(Stage, Entry),
    /// It moves up to a stage.
    MovedUp(Stage),
    /// Its principal leaves. Recorded only for active schools; elsewhere principals do not affect the
    /// model.
    PrincipalLeft,
    /// A new principal, who may have arrived before the school started, has settled in.
    PrincipalSettled,
    /// It stops, for good.
    Stopped(StopReason),
}

impl Happening {
    /// The stage it moves the school to; `None` if the school stays where it is.
    pub fn stage(self) -> Option<Stage> {
        match self {
            Self::Volunteered(_) => Some(Stage::Waiting),
            Self::CooledOff => Some(Stage::None),
            Self::Started(stage, _) | Self::MovedUp(stage) => Some(stage),
            Self::PrincipalLeft | Self::PrincipalSettled => None,
            Self::Stopped(_) => Some(Stage::Stopped),
        }
    }

    /// The step of the month in which it happens: of two events in one month, the earlier one has the
    /// lower number.
    pub(super) fn step(self) -> u32 {
        match self {
            Self::Volunteered(_) | Self::CooledOff => 2,
            Self::Started(..) | Self::MovedUp(_) => 3,
            Self::PrincipalLeft | Self::PrincipalSettled => 5,
            Self::Stopped(_) => 6,
        }
    }
}

/// What made a school volunteer: the channel that contributed most to the hazard its clock has
/// accumulated since the clock started, at the beginning or when the school last cooled off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// The initiative itself, with no example to follow (`volunteer_rate`).
    Unprompted,
    /// District-wide news of active schools (`peer_rate`, less `local_weight`).
    News,
    /// The active schools among its peers (`peer_rate`, times `local_weight`).
    Peers,
}

impl Channel {
    /// All channels.
    pub const ALL: [Self; 3] = [Self::Unprompted, Self::News, Self::Peers];
}

/// How a school came to start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// It was already active at the start.
    First,
    /// It volunteered and was admitted from the waiting list.
    FromTheList,
    /// The district placed it.
    Assigned,
}

/// What made a school stop.
///
/// The hazard of stopping is a product, so it does not split into a sum of contributions. Instead each
/// term is compared with its usual value: how much more hazard has the school accumulated since it joined
/// than it would have with that term at its usual value? The term that added the most is the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopReason {
    /// Practice shallower than the mean of the active schools.
    ShallowPractice,
    /// Less ownership than the mean of the active schools.
    LittleOwnership,
    /// Less trust in the district than average (credibility below 1/2).
    LittleTrust,
    /// More autonomy than in a district halfway between centralized and decentralized.
    Autonomy,
    /// No term added anything: the school was at no more than the usual risk.
    Chance,
}

impl StopReason {
    /// The terms that can add to the hazard.
    pub const TERMS: [Self; 4] =
        [Self::ShallowPractice, Self::LittleOwnership, Self::LittleTrust, Self::Autonomy];
}

/// The history of one future: the one whose run [`super::simulate`] returns.
pub fn chronicle(scenario: &Scenario, replicate: u64) -> Chronicle {
    let layout = Layout::new(Terrain::of(scenario), replicate);
    let own = constants_of(scenario, &layout.draws);
    let mut future = Future::start(&own, &layout);
    let mut chronicler = Chronicler::new(layout.terrain.n_schools);
    run(&mut future, &mut chronicler);
    let has_cap = scenario.district.spending_cap > 0.0;
    let held_back = has_cap.then(|| chronicler.refusals.held_back());
    let events = chronicler.events(&future);
    Chronicle {
        replicate,
        seed: layout.terrain.seed,
        months: scenario.simulation.months,
        held_back,
        schools: schools(&layout),
        starts: starts(&events, layout.terrain.n_schools),
        events: events.into_iter().map(|(_, event)| event).collect(),
    }
}

fn schools(layout: &Layout) -> Vec<School> {
    let traits = layout.need.iter().zip(&layout.readiness).zip(&layout.need_group);
    traits
        .map(|((&need, &readiness), &need_group)| School { need, readiness, need_group })
        .collect()
}

/// Where the events of each school begin, followed by where the last ones end.
fn starts(events: &[(u32, Event)], schools: usize) -> Vec<u32> {
    let before = |school| events.partition_point(|&(other, _)| other < school) as u32;
    (0..=schools as u32).map(before).collect()
}

impl Chronicle {
    /// The replicate whose future this is.
    pub fn replicate(&self) -> u64 {
        self.replicate
    }

    /// The last month.
    pub fn months(&self) -> u32 {
        self.months
    }

    /// What the cap on spending holds back; `None` without one.
    pub fn held_back(&self) -> Option<HeldBack> {
        self.held_back
    }

    /// All schools, in the order of their numbers.
    pub fn schools(&self) -> &[School] {
        &self.schools
    }

    /// The events at a school, in chronological order.
    ///
    /// # Panics
    /// If there is no school with this number.
    pub fn events(&self, school: usize) -> &[Event] {
        &self.events[self.starts[school] as usize..self.starts[school + 1] as usize]
    }

    /// The stage of a school in a month; in the last month if the given one is past the end.
    ///
    /// # Panics
    /// If there is no school with this number.
    pub fn stage(&self, school: usize, month: u32) -> Stage {
        let so_far = self.events(school).iter().take_while(|event| event.month <= month);
        so_far.filter_map(|event| event.what.stage()).last().unwrap_or(Stage::None)
    }

    /// The stage of every school in a month, in the order of their numbers. It takes about 0.1 ms for
    /// 5,000 schools, so it can be called on every redraw of the page.
    pub fn stages(&self, month: u32) -> Vec<Stage> {
        (0..self.schools.len()).map(|school| self.stage(school, month)).collect()
    }

    /// Whether another chronicle has the same random draws and the same number of schools, so that the
    /// two differ only through their settings.
    pub fn shares_luck_with(&self, other: &Self) -> bool {
        let luck =
            |chronicle: &Self| (chronicle.seed, chronicle.replicate, chronicle.schools.len());
        luck(self) == luck(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Measure, simulate};
    use crate::scenario::{Preset, Settings};

    const COUNTS: [(Stage, Measure); 6] = [
        (Stage::None, Measure::None),
        (Stage::Waiting, Measure::Waiting),
        (Stage::Introductory, Measure::Introductory),
        (Stage::Pilot, Measure::Pilot),
        (Stage::Whole, Measure::Whole),
        (Stage::Stopped, Measure::Stopped),
    ];

    /// Asserts that a chronicle has as many schools at every stage, in every month, as the run.
    fn assert_counts_are_those_of_the_run(settings: Settings, replicate: u64) {
        let scenario = Scenario::beyond_ranges(settings).unwrap();
        let (chronicle, run) = (chronicle(&scenario, replicate), simulate(&scenario, replicate));
        assert_eq!(chronicle.months(), run.months());
        for month in 0..=run.months() {
            let stages = chronicle.stages(month);
            for (stage, measure) in COUNTS {
                let count = stages.iter().filter(|&&other| other == stage).count();
                let of = || format!("{stage:?} in month {month}, {}", scenario.to_link());
                assert_eq!(count as f64, run.at(measure, month), "{}", of());
            }
            let highs = chronicle.schools().iter().zip(&stages);
            let share = |group| {
                let of = highs.clone().filter(|(school, _)| school.need_group == group);
                of.clone().filter(|(_, stage)| stage.is_active()).count() as f64 / of.count() as f64
            };
            let gap = share(NeedGroup::High) - share(NeedGroup::Low);
            let gap = if gap.is_nan() { 0.0 } else { gap };
            assert!((gap - run.at(Measure::EquityGap, month)).abs() < 1e-12);
        }
    }

    #[test]
    fn a_chronicle_counts_as_many_schools_at_every_stage_as_the_run_in_every_preset() {
        for preset in Preset::ALL {
            for replicate in [0, 3, 37] {
                assert_counts_are_those_of_the_run(preset.settings(), replicate);
            }
        }
    }

    #[test]
    fn a_chronicle_counts_as_many_schools_at_every_stage_as_the_run_in_odd_scenarios() {
        let odd: [fn(&mut Settings); 8] = [
            |s| s.sensitivity.uncertain_constants = true,
            |s| s.district.start_schools = s.district.n_schools,
            |s| (s.district.n_schools, s.district.start_schools) = (2, 0),
            |s| (s.spread.cool_rate, s.launch.intakes_per_year) = (100.0, 1),
            |s| (s.practice.stop_rate, s.launch.intakes_per_year) = (100.0, 12),
            |s| (s.spread.peer_rate, s.district.coaching_budget) = (1e3, 1e6),
            |s| (s.decisions.central_decentral, s.spread.assign_rate) = (-1.0, 1e3),
            |s| (s.district.turnover_low, s.district.turnover_high) = (12.0, 24.0),
        ];
        for change in odd {
            for preset in [Preset::BaltimoreCounty, Preset::TypicalSurveyed] {
                let mut settings = preset.settings();
                change(&mut settings);
                for replicate in 0..3 {
                    assert_counts_are_those_of_the_run(settings, replicate);
                }
            }
        }
    }
}
