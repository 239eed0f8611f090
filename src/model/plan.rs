//! The constants that a scenario fixes for all its futures: the decisions as the equations use them.

use super::DT;
use super::practice::drag;
use super::stage::LEVELS;
use crate::scenario::Scenario;

/// A decision as the equations use it.
#[derive(Debug, Clone, Copy)]
pub struct Lever {
    /// `u = (1 + d) / 2`: 0 at the first end, 1 at the second.
    pub u: f64,
    /// `1 - tilt * d`: larger at the first end.
    pub less: f64,
    /// `1 + tilt * d`: larger at the second end.
    pub more: f64,
}

impl Lever {
    fn new(decision: f64, tilt: f64) -> Self {
        Self { u: (1.0 + decision) / 2.0, less: 1.0 - tilt * decision, more: 1.0 + tilt * decision }
    }
}

/// The constants of a scenario (specification, section 4, point 7).
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// c: centralized (-1) to decentralized (+1).
    pub central_decentral: Lever,
    /// f: fast (-1) to slow (+1).
    pub fast_slow: Lever,
    /// r: need first (-1) to readiness first (+1).
    pub need_readiness: Lever,
    /// b: build (-1) to buy (+1).
    pub build_buy: Lever,
    /// a: fixed (-1) to adaptive (+1).
    pub fixed_adapt: Lever,
    /// m: one package (-1) to modules (+1).
    pub package_modules: Lever,
    /// s: best practices (-1) to process and failures (+1).
    pub best_process: Lever,
    /// How fast the district moves: 2 at the fast end, 1 in the middle, 1/2 at the slow end.
    pub pace: f64,
    /// Spending on support, k$ per year.
    pub budget: f64,
    /// The fraction of the distance to its greatest depth that a school covers in a month, by stage.
    pub stage_step: [f64; LEVELS],
    /// The factor by which a new principal multiplies a school's drag.
    pub new_principal_drag: f64,
}

impl Plan {
    /// The constants of this scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let d = &scenario.decisions;
        let lever = |decision| Lever::new(decision, scenario.sensitivity.tilt);
        Self {
            central_decentral: lever(d.central_decentral),
            fast_slow: lever(d.fast_slow),
            need_readiness: lever(d.need_readiness),
            build_buy: lever(d.build_buy),
            fixed_adapt: lever(d.fixed_adapt),
            package_modules: lever(d.package_modules),
            best_process: lever(d.best_process),
            pace: (3.0 - d.fast_slow) / (3.0 + d.fast_slow),
            budget: scenario.district.coaching_budget * f64::from(scenario.district.n_schools),
            stage_step: scenario.practice.stage_years.map(|years| 1.0 - libm::exp(-DT / years)),
            new_principal_drag: drag(-scenario.practice.setback_weight),
        }
    }

    /// How likely a school is to join at each stage, as weights: the more modular the offer, the more
    /// likely introductory.
    pub fn pathway_weights(&self) -> [f64; LEVELS] {
        let u = self.package_modules.u;
        [u, 0.5, (1.0 - u) / 2.0]
    }
}
