//! Section 4, point 7, and the letters of section 7.

use districtwide::scenario::Scenario;

/// One decision: d, and what the equations make of it.
pub struct Lever {
    pub u: f64,
    pub less: f64,
    pub more: f64,
}

pub struct Levers {
    pub central_decentral: Lever,
    pub fast_slow: Lever,
    pub need_readiness: Lever,
    pub build_buy: Lever,
    pub fixed_adapt: Lever,
    pub package_modules: Lever,
    pub best_process: Lever,
    pub pace: f64,
    pub budget: f64,
}

pub fn levers(s: &Scenario) -> Levers {
    let d = &s.decisions;
    let tilt = s.sensitivity.tilt;
    let lever = |d: f64| Lever { u: (1.0 + d) / 2.0, less: 1.0 - tilt * d, more: 1.0 + tilt * d };
    Levers {
        central_decentral: lever(d.central_decentral),
        fast_slow: lever(d.fast_slow),
        need_readiness: lever(d.need_readiness),
        build_buy: lever(d.build_buy),
        fixed_adapt: lever(d.fixed_adapt),
        package_modules: lever(d.package_modules),
        best_process: lever(d.best_process),
        pace: (3.0 - d.fast_slow) / (3.0 + d.fast_slow),
        budget: s.district.coaching_budget * f64::from(s.district.n_schools),
    }
}
