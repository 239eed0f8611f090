//! The works that are measured, each over 120 months.

#[path = "../../tests/still/mod.rs"]
mod still;

use districtwide::scenario::{Preset, Scenario};
use still::still;

/// The whole model: Chicago.
pub fn full() -> Scenario {
    let mut settings = Preset::Chicago.settings();
    settings.simulation.months = 120;
    Scenario::new(settings).expect("a valid scenario")
}

/// R1: word of mouth among equal schools, in the model's *still* settings.
pub fn r1() -> Scenario {
    let mut s = still();
    s.launch.intakes_per_year = 12;
    s.spread.volunteer_rate = 0.025;
    s.spread.peer_rate = 0.5;
    s.spread.local_weight = 0.5;
    s.spread.cool_rate = 0.0;
    s.district.n_schools = 516;
    s.district.start_schools = 21;
    s.district.need_sd = 0.0;
    s.district.readiness_sd = 0.0;
    s.district.peers = 6;
    s.district.coaching_budget = 1e9;
    s.simulation.months = 120;
    Scenario::beyond_ranges(s).expect("settings that the equations can bear")
}

/// The size of one future: schools times months.
pub fn school_months(scenario: &Scenario) -> f64 {
    f64::from(scenario.district.n_schools) * f64::from(scenario.simulation.months)
}
