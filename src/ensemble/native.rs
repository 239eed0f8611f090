//! Running an ensemble on all cores of this machine, outside the browser.

use super::Ensemble;
use crate::model::simulate;
use crate::scenario::Scenario;
use rayon::prelude::*;

/// Simulates the replicates 0 to `scenario.simulation.replicates` on all cores. Calls `tick` after each
/// one, from any thread.
pub fn run_on_all_cores(scenario: &Scenario, tick: impl Fn() + Sync) -> Ensemble {
    let mut ensemble = Ensemble::new(scenario.simulation.months);
    let runs: Vec<_> = (0..u64::from(scenario.simulation.replicates))
        .into_par_iter()
        .map(|replicate| {
            let run = simulate(scenario, replicate);
            tick();
            run
        })
        .collect();
    for (replicate, run) in (0..).zip(runs) {
        ensemble.add(replicate, run);
    }
    ensemble
}
