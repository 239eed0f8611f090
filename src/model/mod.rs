//! The model: how a new way of teaching spreads through a district, month by month.
//!
//! [`simulate`] is the entry point. It is pure: no screen, no wall clock, no storage, and the same bits
//! on every platform. A month has eight steps, each in its own file, in the order of `run`; every term of
//! the specification is one function. `MODEL.md` maps equations to function names, and explains where the
//! code computes a term in a shorter way than the specification states it, and what keeps the two in
//! agreement.
//!
//! Conventions: a step is a month, `DT` of a year; rates are per year; money is in k$; shares, indices
//! and depths are in 0..1.

mod agenda;
mod chronicle;
mod chronicler;
mod clock;
mod coaching;
mod held_back;
mod intake;
mod layout;
mod ledger;
mod neighbors;
mod observer;
mod outputs;
mod plan;
mod practice;
mod principals;
pub mod random;
mod risks;
mod sites;
pub mod sort_key;
mod stage;
mod start;
mod stopping;
pub mod survey;
pub mod uncertainty;
mod volunteering;

pub use chronicle::{Channel, Chronicle, Entry, Event, Happening, School, StopReason, chronicle};
pub use held_back::HeldBack;
pub use layout::{Layout, NeedGroup, Terrain};
pub use outputs::{Measure, Run};
pub use plan::{Lever, Plan};
pub use risks::{RISKS, WRONG_SCHOOLS};
pub use stage::Stage;

use crate::scenario::Scenario;
use agenda::Agenda;
use observer::{NoObserver, Observer};
use random::Draws;
use risks::RiskEvent;
use sites::Sites;
use stage::LEVELS;
use uncertainty::{constants_in, constants_of};
use volunteering::Volunteering;

/// One month, in years.
pub const DT: f64 = 1.0 / 12.0;

/// The complete state of one simulated future.
struct Future<'a> {
    scenario: &'a Scenario,
    plan: Plan,
    layout: &'a Layout,
    /// School numbers by priority, highest first.
    order: Vec<u32>,
    /// For every school, its position in this order.
    rank: Vec<u32>,
    /// The stage of every school.
    stages: Vec<Stage>,
    /// The volunteer clocks.
    volunteering: Volunteering,
    /// The waiting list, as positions in `order`, in ascending order.
    waiting: Vec<u32>,
    /// When waiting schools give up.
    giving_up: Agenda,
    /// Active schools: introductory, pilot, whole.
    sites: [Sites; LEVELS],
    /// For every active school, its index among the sites of its stage.
    places: Vec<u32>,
    /// When the principals of active schools leave and settle in.
    principal_changes: Agenda,
    /// The sum of ownership over the sites of each stage, at the end of the last month.
    owned: [f64; LEVELS],
    /// Schools whose clock rings in the current step; empty between steps.
    ringing: Vec<u32>,
    /// Number of active schools in each group of need.
    active_in_need_group: [u32; NeedGroup::COUNT],
    /// Credibility K, 0..1.
    credibility: f64,
    /// Know-how M, 0..1.
    know_how: f64,
    /// The district's own coaches C, in coaching units.
    coaches: f64,
    /// Schools that the district may still place, accumulated so far.
    quota: f64,
    /// The six rollout risks.
    risks: [RiskEvent; RISKS],
    totals: Totals,
}

/// Running totals of a future.
#[derive(Debug, Clone, Copy, Default)]
struct Totals {
    /// Cost so far, in k$.
    cost: f64,
    /// Hours per teacher, summed over schools, so far.
    teacher_hours: f64,
    /// Schools that stopped so far.
    stops: u32,
    /// Active school-years so far.
    active_school_years: f64,
    /// Schools admitted in the month just ended.
    starts: u32,
}

/// Simulates one future of a scenario, with the luck of this replicate and, if constants are uncertain, in
/// the world of the same number.
///
/// The same scenario and replicate give the same bits on every platform. The run holds every output
/// for the months 0 to `scenario.simulation.months`.
pub fn simulate(scenario: &Scenario, replicate: u64) -> Run {
    simulate_in(scenario, &Layout::new(Terrain::of(scenario), replicate))
}

/// Simulates the future of a scenario with this luck in this world: a draw of all constants that nobody has
/// measured, whether or not the scenario's are uncertain. [`simulate`] of a scenario with uncertain constants
/// has one number for both.
pub fn simulate_in_world(scenario: &Scenario, luck: u64, world: u64) -> Run {
    let layout = Layout::new(Terrain::of(scenario), luck);
    let world = Draws::new(scenario.simulation.seed, world);
    run(&mut Future::start(&constants_in(scenario, &world), &layout), &mut NoObserver)
}

/// Simulates the future of a scenario in an existing layout: the same bits as [`simulate`] with the
/// layout's replicate, but faster.
///
/// # Panics
/// If the layout was made for a different [`Terrain`] than the scenario's.
pub fn simulate_in(scenario: &Scenario, layout: &Layout) -> Run {
    assert_eq!(layout.terrain, Terrain::of(scenario), "a layout of another district");
    run(&mut Future::start(&constants_of(scenario, &layout.draws), layout), &mut NoObserver)
}

/// Whether the schools of this future differ in need, so that their equity gap compares something.
pub fn compares_need(scenario: &Scenario, replicate: u64) -> bool {
    let scenario = constants_of(scenario, &Draws::new(scenario.simulation.seed, replicate));
    let [high, _, low] = layout::in_need_groups(Terrain::of(&scenario), replicate);
    high > 0 && low > 0
}

/// Runs a future from its start through all its months and notifies the observer between the steps.
fn run(future: &mut Future<'_>, observer: &mut impl Observer) -> Run {
    observer.after_moves(future, 0);
    let months = future.scenario.simulation.months;
    let mut run = Run::new(months);
    for month in 0..=months {
        let support = future.derive(month);
        future.record(&support, &mut run);
        if month == months {
            break;
        }
        observer.before_volunteering(future, &support);
        future.volunteer_and_cool_off(month, &support);
        observer.after_moves(future, month + 1);
        let mut room = future.move_up(&support);
        future.admit_schools(month, &mut room);
        observer.after_moves(future, month + 1);
        observer.after_intake(future, &room.refused);
        future.deepen(&support);
        future.change_principals(month);
        observer.before_stops(future);
        future.stop();
        observer.after_moves(future, month + 1);
        future.account_and_learn(&support);
        future.run_risks(&support, month + 1);
    }
    future.record_risks(&mut run);
    run
}

impl Future<'_> {
    /// Number of schools as a float, as the equations need it.
    fn n_schools(&self) -> f64 {
        self.stages.len() as f64
    }

    /// Number of active schools.
    fn active(&self) -> usize {
        self.sites.iter().map(Sites::len).sum()
    }

    /// Number of schools at [`Stage::None`].
    fn at_none(&self) -> usize {
        self.stages.len() - self.waiting.len() - self.active() - self.totals.stops as usize
    }

    /// The factor that ownership leaves of a school's cost, load or hazard: `1 - ownership_effect * O`.
    fn left_by_ownership(&self, ownership: f64) -> f64 {
        1.0 - self.scenario.practice.ownership_effect * ownership
    }

    /// The sum over active schools of the amount per stage, reduced by ownership.
    fn over_sites(&self, per_stage: [f64; LEVELS]) -> f64 {
        // The sum of `left_by_ownership` over the sites of a stage.
        let left = |level: usize| {
            self.sites[level].len() as f64
                - self.scenario.practice.ownership_effect * self.owned[level]
        };
        (0..LEVELS).map(|level| per_stage[level] * left(level)).sum()
    }
}

/// `x`, multiplied by `1 - loss` while the event is under way.
fn after_loss(x: f64, loss: f64, under_way: bool) -> f64 {
    if under_way { x * (1.0 - loss) } else { x }
}
