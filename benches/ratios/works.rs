//! The measured workloads, each over 120 months.

#[path = "../../tests/still/mod.rs"]
mod still;

use districtwide::model::{Layout, Measure, Run, Terrain, simulate, simulate_in};
use districtwide::scenario::{Preset, Scenario};
use still::still;

/// Number of layouts that are cached for warm runs.
const CACHED: u64 = 100;

/// The engine with its workloads; each is run once per replicate.
pub struct Engine {
    r1: Scenario,
    full: Scenario,
    cached: Vec<Layout>,
}

impl Engine {
    /// The engine with its layouts computed.
    pub fn new() -> Self {
        let full = full();
        let cached =
            (0..CACHED).map(|replicate| Layout::new(Terrain::of(&full), replicate)).collect();
        Self { r1: r1(), full, cached }
    }

    /// R1, layout included.
    pub fn r1(&self, replicate: u64) -> Run {
        simulate(&self.r1, replicate)
    }

    /// The whole model, layout included.
    pub fn full_cold(&self, replicate: u64) -> Run {
        simulate(&self.full, replicate)
    }

    /// The whole model in a cached layout, as when a person moves a decision.
    pub fn full_warm(&self, replicate: u64) -> Run {
        simulate_in(&self.full, &self.cached[(replicate % CACHED) as usize])
    }
}

/// Schools that ever started, by month.
pub fn ever(run: &Run) -> Vec<f64> {
    (0..=run.months()).map(|month| run.at(Measure::Ever, month)).collect()
}

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
