//! How the cost grows with the size of the workload: an exponent of 1 means proportionally.

use super::turns::{Figure, Goal, Workload};
use super::works;
use districtwide::model::{Measure, simulate};
use districtwide::scenario::{Scenario, Settings};

/// If the cost grew faster than this, a large district could no longer be explored.
const GOAL: Goal = Goal::AtMost(1.1);
/// How often each size is timed; the fastest time counts.
const REPETITIONS: usize = 7;

/// What grows, the sizes, and a function that sets a size.
type Axis = (&'static str, [f64; 3], fn(&mut Settings, f64));

const AXES: [Axis; 3] = [
    ("schools: 50, 500, 5,000", [50.0, 500.0, 5_000.0], |settings, schools| {
        settings.district.n_schools = schools as u32;
        settings.district.start_schools = (schools / 25.0) as u32;
        settings.simulation.replicates = 20;
    }),
    ("years: 1, 10, 25", [1.0, 10.0, 25.0], |settings, years| {
        settings.simulation.months = (12.0 * years) as u32;
        settings.simulation.replicates = 100;
    }),
    ("replicates: 10, 100, 1,000", [10.0, 100.0, 1_000.0], |settings, replicates| {
        settings.simulation.replicates = replicates as u32;
    }),
];

/// The exponent of each axis.
pub fn figures() -> Vec<Figure> {
    AXES.iter().map(|axis| figure(*axis)).collect()
}

fn figure((name, sizes, set): Axis) -> Figure {
    let times = sizes.map(|size| {
        let mut settings = works::full().settings();
        set(&mut settings, size);
        fastest(Scenario::new(settings).expect("a valid scenario"))
    });
    // The steeper of the two steps.
    let exponent = |step: usize| {
        libm::log(times[step + 1] / times[step]) / libm::log(sizes[step + 1] / sizes[step])
    };
    let exponents = [exponent(0), exponent(1)];
    Figure {
        name: format!("exponent of the cost in {name}"),
        against: "cost in proportion (1)",
        ratio: exponents[0].max(exponents[1]),
        quartiles: [exponents[0].min(exponents[1]), exponents[0].max(exponents[1])],
        goal: Some(GOAL),
        nanoseconds: 0.0,
    }
}

/// The fastest time of an ensemble on one core without cached layouts, in seconds.
fn fastest(scenario: Scenario) -> f64 {
    let work = Workload::new(1.0, move || {
        let runs = (0..u64::from(scenario.simulation.replicates)).map(|replicate| {
            let run = simulate(&scenario, replicate);
            run.at(Measure::Ever, run.months())
        });
        runs.sum::<f64>()
    });
    (0..REPETITIONS).map(|_| (work.seconds)(1)).fold(f64::INFINITY, f64::min)
}
