//! The model: how a new way of teaching spreads through a district, one month after another.
//!
//! [`simulate`] is the heart. It is pure: no screen, no wall clock, no storage, and the same bits on
//! every platform. The month has eight steps, each in a file of its own, in the order of [`simulate`];
//! every term of the specification is one function. `MODEL.md` maps equations to names.
//!
//! Conventions: a step is a month, `DT` of a year; rates are per year; money is in k$; shares, indices
//! and depths lie in 0..1; sums run in school order.

mod clock;
mod coaching;
mod credit;
mod intake;
mod outputs;
mod plan;
mod practice;
mod principals;
pub mod random;
mod risks;
mod school;
mod setup;
mod stopping;
pub mod survey;
mod volunteering;

pub use outputs::{Measure, Run};
pub use plan::{Lever, Plan};
pub use school::Stage;

use crate::scenario::Scenario;
use random::Draws;
use risks::RiskEvent;
use school::School;
use setup::Layout;

/// One month, in years.
pub const DT: f64 = 1.0 / 12.0;

/// The whole state of one simulated future.
struct Future<'a> {
    scenario: &'a Scenario,
    plan: Plan,
    draws: Draws,
    layout: Layout,
    /// Credibility K, 0..1.
    credibility: f64,
    /// Know-how M, 0..1.
    know_how: f64,
    /// Own coaches C, units.
    coaches: f64,
    /// Schools that the district may place, gathered so far.
    quota: f64,
    /// The six rollout risks.
    risks: [RiskEvent; 6],
    totals: Totals,
}

/// Running totals of a future.
#[derive(Debug, Clone, Copy, Default)]
struct Totals {
    /// k$ so far.
    cost: f64,
    /// Hours a teacher, summed over schools, so far.
    teacher_hours: f64,
    /// Risk events so far.
    events: u32,
    /// Schools that stopped so far.
    stops: u32,
    /// Active school-years so far.
    active_school_years: f64,
    /// Schools admitted in the month just ended.
    starts: u32,
}

/// Simulates one future of a scenario.
///
/// The same scenario and replicate give the same bits on every platform. The run holds every output
/// for the months 0 to `scenario.simulation.months`.
pub fn simulate(scenario: &Scenario, replicate: u64) -> Run {
    let mut future = Future::set_up(scenario, replicate);
    let months = scenario.simulation.months;
    let mut run = Run::new(months);
    for month in 0..=months {
        let support = future.derive(month);
        future.record(month, &support, &mut run);
        if month == months {
            break;
        }
        future.volunteer_and_cool_off(&support);
        let room = future.move_up(&support);
        future.take_in(month, room);
        future.deepen(&support);
        future.change_principals();
        future.stop();
        future.account_and_learn(&support);
        future.run_risks(&support);
    }
    run
}

impl<'a> Future<'a> {
    fn set_up(scenario: &'a Scenario, replicate: u64) -> Self {
        let plan = Plan::of(scenario);
        let draws = Draws::new(scenario.simulation.seed, replicate);
        let learning = &scenario.learning;
        let promise = if scenario.launch.public_launch { learning.public_promise } else { 0.0 };
        Self {
            scenario,
            plan,
            draws,
            layout: Layout::new(scenario, &plan, &draws),
            credibility: (learning.credibility_start + promise).min(1.0),
            know_how: learning.know_how_start,
            coaches: 0.0,
            quota: 0.0,
            risks: std::array::from_fn(|risk| RiskEvent::new(&draws, risk)),
            totals: Totals::default(),
        }
    }

    /// The active schools with their level (0 introductory, 1 pilot, 2 whole), in school order.
    fn active(&self) -> impl Iterator<Item = (&School, usize)> {
        self.layout.schools.iter().filter_map(|school| Some((school, school.stage.level()?)))
    }

    /// Number of schools at this stage.
    fn count(&self, stage: Stage) -> usize {
        self.layout.schools.iter().filter(|school| school.stage == stage).count()
    }

    /// Number of schools, as the equations need it.
    fn n_schools(&self) -> f64 {
        self.layout.schools.len() as f64
    }

    /// What is left of a cost, load or hazard of a school that owns its practice:
    /// `1 - ownership_effect * O`.
    fn left_by_ownership(&self, school: &School) -> f64 {
        1.0 - self.scenario.practice.ownership_effect * school.ownership
    }
}

/// `x` in a month in which the event is under way, times `1 - loss`.
fn after_loss(x: f64, loss: f64, under_way: bool) -> f64 {
    if under_way { x * (1.0 - loss) } else { x }
}
