//! The model as plainly as the specification states it, section by section: every school is visited in
//! every month, every clock runs month by month, every pair of schools is compared, and sums run in
//! school order. Slow, and the oracle for the engine's shorter ways.

mod levers;
mod steps;

use districtwide::model::random::{Draws, Stream};
use districtwide::model::uncertainty::constants_of;
use districtwide::model::{Measure, RISKS, Stage, Stage::*};
use districtwide::scenario::Scenario;
use levers::{Levers, levers};

const DT: f64 = 1.0 / 12.0;

const MONTHS_SUSTAINED: u32 = 24;
const MONTHS_IN_NAME: u32 = 12;
const DEPTH_IN_NAME: f64 = 0.3;

/// Section 3.
struct Clock {
    stream: Stream,
    index: usize,
    occurrence: u64,
    hazard: f64,
}

impl Clock {
    fn new(stream: Stream, index: usize) -> Self {
        Self { stream, index, occurrence: 0, hazard: 0.0 }
    }

    fn run(&mut self, draws: &Draws, rate: f64) -> bool {
        self.hazard += rate * DT;
        self.hazard >= -libm::log(draws.uniform(self.stream, self.index, self.occurrence))
    }

    fn restart(&mut self) {
        self.occurrence += 1;
        self.hazard = 0.0;
    }
}

struct School {
    need: f64,
    readiness: f64,
    misfit: f64,
    place: [f64; 2],
    peers: Vec<usize>,
    pathway: Stage,
    turnover: f64,
    stage: Stage,
    depth: f64,
    ownership: f64,
    age: u32,
    assigned: bool,
    new_principal: u32,
    volunteer: Clock,
    cool: Clock,
    progress: Clock,
    stop: Clock,
    principal: Clock,
}

fn level(stage: Stage) -> Option<usize> {
    [Introductory, Pilot, Whole].iter().position(|&active| active == stage)
}

impl School {
    fn is_active(&self) -> bool {
        level(self.stage).is_some()
    }

    fn level(&self) -> usize {
        level(self.stage).expect("an active school")
    }
}

/// The quantities derived in step 1.
struct Derived {
    n: f64,
    exemplars: f64,
    vendor_share: f64,
    vendor_units: f64,
    capacity: f64,
    load: f64,
    rho: f64,
    reach: f64,
    gap: f64,
    depth: f64,
}

pub struct Plain<'a> {
    s: &'a Scenario,
    plan: Levers,
    draws: Draws,
    schools: Vec<School>,
    order: Vec<usize>,
    median_need: f64,
    credibility: f64,
    know_how: f64,
    coaches: f64,
    quota: f64,
    events_left: [u32; RISKS],
    event_clocks: [Clock; RISKS],
    cost: f64,
    hours: f64,
    events: [u32; RISKS],
    first_events: [Option<u32>; RISKS],
    stops: u32,
    school_years: f64,
    starts: u32,
}

fn clip01(x: f64) -> f64 {
    x.clamp(0.0, 1.0)
}

/// Everything of a replicate.
pub struct PlainRun {
    /// Every output, month by month, in the order of [`Measure::ALL`].
    pub rows: Vec<Vec<f64>>,
    /// The stage of every school, month by month.
    pub stages: Vec<Vec<Stage>>,
    /// The number of events of each risk.
    pub events: [u32; RISKS],
    /// The first month whose row counts an event of the risk.
    pub first_events: [Option<u32>; RISKS],
}

pub fn simulate(scenario: &Scenario, replicate: u64) -> PlainRun {
    // Drawing the constants is shared with the engine.
    let draws = Draws::new(scenario.simulation.seed, replicate);
    let scenario = &constants_of(scenario, &draws);
    let mut district = Plain::set_up(scenario, replicate);
    let months = scenario.simulation.months;
    let (mut rows, mut stages) = (Vec::new(), Vec::new());
    for t in 0..=months {
        let derived = district.derive(t);
        rows.push(Measure::ALL.iter().map(|&m| district.output(m, &derived)).collect());
        stages.push(district.schools.iter().map(|school| school.stage).collect());
        if t < months {
            district.volunteer_and_cool_off(&derived);
            let room = district.move_up(&derived);
            district.admit_schools(t, room);
            district.deepen(&derived);
            district.change_principals();
            district.stop();
            district.account(&derived);
            district.run_risks(&derived, t + 1);
        }
    }
    let Plain { events, first_events, .. } = district;
    PlainRun { rows, stages, events, first_events }
}

impl<'a> Plain<'a> {
    /// Section 4.
    fn set_up(s: &'a Scenario, replicate: u64) -> Self {
        let plan = levers(s);
        let draws = Draws::new(s.simulation.seed, replicate);
        let mut schools: Vec<School> =
            (0..s.district.n_schools as usize).map(|i| school(s, &plan, &draws, i)).collect();
        let peers: Vec<_> = (0..schools.len()).map(|i| peers(s, &schools, i)).collect();
        for (school, peers) in schools.iter_mut().zip(peers) {
            school.peers = peers;
        }
        let order = order(s, &plan, &draws, &schools);
        for i in history(s, &draws, &schools).into_iter().take(s.district.start_schools as usize) {
            let uniform = draws.uniform(Stream::Pathway, i, 0);
            let [introductory, pilot, _] = s.district.start_mix;
            schools[i].stage = match uniform {
                x if x < introductory => Introductory,
                x if x < introductory + pilot => Pilot,
                _ => Whole,
            };
            schools[i].depth = s.practice.entry_depth * schools[i].readiness;
            grow_older(s, &plan, &mut schools[i]);
        }
        let mut needs: Vec<f64> = schools.iter().map(|school| school.need).collect();
        needs.sort_by(f64::total_cmp);
        let half = needs.len() / 2;
        let public = if s.launch.public_launch { s.learning.public_promise } else { 0.0 };
        Self {
            s,
            plan,
            draws,
            schools,
            order,
            median_need: (needs[half] + needs[(needs.len() - 1) / 2]) / 2.0,
            credibility: (s.learning.credibility_start + public).min(1.0),
            know_how: s.learning.know_how_start,
            coaches: 0.0,
            quota: 0.0,
            events_left: [0; RISKS],
            event_clocks: std::array::from_fn(|j| Clock::new(Stream::Risk, j)),
            cost: 0.0,
            hours: 0.0,
            events: [0; RISKS],
            first_events: [Option::None; RISKS],
            stops: 0,
            school_years: 0.0,
            starts: 0,
        }
    }

    fn active(&self) -> impl Iterator<Item = &School> {
        self.schools.iter().filter(|school| school.is_active())
    }

    fn left(&self, school: &School) -> f64 {
        1.0 - self.s.practice.ownership_effect * school.ownership
    }

    fn loss(&self, risk: usize) -> f64 {
        if self.events_left[risk] > 0 { 1.0 - self.s.risks.setback_loss } else { 1.0 }
    }

    /// Section 9.
    fn output(&self, measure: Measure, d: &Derived) -> f64 {
        let count = |is: &dyn Fn(&School) -> bool| {
            self.schools.iter().filter(|school| is(school)).count() as f64
        };
        let deep = self.s.spread.exemplar_depth;
        let stage = |stage| count(&|x| x.stage == stage);
        match measure {
            Measure::None => stage(None),
            Measure::Waiting => stage(Waiting),
            Measure::Introductory => stage(Introductory),
            Measure::Pilot => stage(Pilot),
            Measure::Whole => stage(Whole),
            Measure::Stopped => stage(Stopped),
            Measure::Active => d.n,
            Measure::Ever => d.n + stage(Stopped),
            Measure::Exemplars => d.exemplars,
            Measure::Sustained => {
                count(&|x| x.is_active() && x.age >= MONTHS_SUSTAINED && x.depth >= deep)
            }
            Measure::InNameOnly => {
                count(&|x| x.is_active() && x.age >= MONTHS_IN_NAME && x.depth < DEPTH_IN_NAME)
            }
            Measure::Events => f64::from(self.events.iter().sum::<u32>()),
            Measure::Stops => f64::from(self.stops),
            Measure::Depth => d.depth,
            Measure::Ownership if d.n > 0.0 => {
                self.active().map(|x| x.ownership).sum::<f64>() / d.n
            }
            Measure::Ownership => 0.0,
            Measure::Credibility => self.credibility,
            Measure::KnowHow => self.know_how,
            Measure::CapacityRatio => d.rho,
            Measure::EquityGap => {
                let high = |x: &School| x.need > self.median_need;
                let low = |x: &School| x.need < self.median_need;
                if count(&high) == 0.0 || count(&low) == 0.0 {
                    return 0.0;
                }
                count(&|x| x.is_active() && high(x)) / count(&high)
                    - count(&|x| x.is_active() && low(x)) / count(&low)
            }
            Measure::Cost => self.cost,
            Measure::TeacherHours => self.hours,
            Measure::ActiveSchoolYears => self.school_years,
            Measure::Starts => f64::from(self.starts),
            Measure::Spending => self.spending(d),
        }
    }
}

/// Section 4, points 1, 4 and 6.
fn school(s: &Scenario, plan: &Levers, draws: &Draws, i: usize) -> School {
    let d = &s.district;
    let rho = d.need_readiness_corr;
    let (z1, z2) = (draws.bell(Stream::Traits, i, 0), draws.bell(Stream::Traits, i, 3));
    let need = clip01(d.need_mean + d.need_sd * z1);
    let (introductory, pilot) = (plan.package_modules.u, 0.5);
    let whole = (1.0 - plan.package_modules.u) / 2.0;
    let x = draws.uniform(Stream::Pathway, i, 0) * (introductory + pilot + whole);
    let correlated = rho * z1 + (1.0 - rho * rho).sqrt() * z2;
    School {
        need,
        readiness: clip01(d.readiness_mean + d.readiness_sd * correlated),
        misfit: draws.uniform(Stream::Traits, i, 6),
        place: [0, 1].map(|axis| draws.uniform(Stream::Layout, i, axis)),
        peers: Vec::new(),
        pathway: match x {
            x if x < introductory => Introductory,
            x if x < introductory + pilot => Pilot,
            _ => Whole,
        },
        turnover: d.turnover_low + (d.turnover_high - d.turnover_low) * need,
        stage: None,
        depth: 0.0,
        ownership: 0.0,
        age: 0,
        assigned: false,
        new_principal: 0,
        volunteer: Clock::new(Stream::Volunteer, i),
        cool: Clock::new(Stream::Cool, i),
        progress: Clock::new(Stream::Progress, i),
        stop: Clock::new(Stream::Stop, i),
        principal: Clock::new(Stream::Principal, i),
    }
}

/// Section 14: what a school that starts active has become before month 0.
fn grow_older(s: &Scenario, plan: &Levers, school: &mut School) {
    let (practice, level) = (&s.practice, school.level());
    let index = practice.quality_base + practice.quality_weight * (2.0 * school.readiness - 1.0);
    let quality = 1.0 / (1.0 + libm::exp(-index));
    for _ in 0..s.district.start_age {
        school.depth += (practice.stage_cap[level] * quality - school.depth)
            * (1.0 - libm::exp(-DT / practice.stage_years[level]));
        school.ownership += practice.ownership_rate
            * plan.central_decentral.more
            * plan.build_buy.less
            * school.depth
            * (1.0 - school.ownership)
            * DT;
    }
    school.age = s.district.start_age;
}

/// Section 4, point 2.
fn peers(s: &Scenario, schools: &[School], here: usize) -> Vec<usize> {
    let distance = |other: usize| {
        let (a, b) = (&schools[here], &schools[other]);
        let [dx, dy] = [0, 1].map(|axis| a.place[axis] - b.place[axis]);
        let dn = a.need - b.need;
        dx * dx + dy * dy + dn * dn
    };
    let mut others: Vec<usize> = (0..schools.len()).filter(|&other| other != here).collect();
    others.sort_by(|&a, &b| distance(a).total_cmp(&distance(b)));
    others.truncate(s.district.peers as usize);
    others
}

/// Section 4, point 3.
fn order(s: &Scenario, plan: &Levers, draws: &Draws, schools: &[School]) -> Vec<usize> {
    let check = s.risks.mitigation_effect * s.mitigations.wrong_schools;
    let u = plan.need_readiness.u;
    let priority = |i: usize| {
        (1.0 - u) * schools[i].need
            + (u + check) * schools[i].readiness
            + s.spread.selection_error * (1.0 - check) * draws.bell(Stream::Selection, i, 0)
    };
    highest_first(schools.len(), priority)
}

/// Section 4, point 5.
fn history(s: &Scenario, draws: &Draws, schools: &[School]) -> Vec<usize> {
    highest_first(schools.len(), |i| {
        schools[i].need / 2.0
            + schools[i].readiness / 2.0
            + s.spread.selection_error * draws.bell(Stream::Selection, i, 0)
    })
}

fn highest_first(schools: usize, of: impl Fn(usize) -> f64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..schools).collect();
    order.sort_by(|&a, &b| of(b).total_cmp(&of(a)));
    order
}
