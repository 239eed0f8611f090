//! How the simulation is run and read. None of this changes what happens in a future.

use super::parameter::*;

parameters! {
    /// How the simulation is run and read. None of this changes what happens in a future.
    pub struct Simulation at simulation, group Simulation;

    /// How far ahead to simulate; month 0 is the start of a school year.
    months: u32 = 96, {
        label: "Months to simulate",
        unit: "months",
        range: Range::Between(1.0, 300.0),
        domain: (1.0, 1e5),
        step: 12.0,
        evidence: Evidence::Choice,
    }

    /// How many futures to simulate. More give steadier bands, not more certainty about the
    /// world.
    replicates: u32 = 500, {
        label: "Simulated futures",
        unit: "futures",
        range: Range::Between(1.0, 5000.0),
        domain: AT_LEAST_ONE,
        step: 10.0,
        evidence: Evidence::Choice,
    }

    /// Sets the luck of all futures. Two scenarios with the same seed share it, so they differ only
    /// in their settings.
    seed: u64 = 1, {
        label: "Random seed",
        unit: "number",
        range: Range::Between(0.0, 9007199254740991.0),
        domain: (0.0, 9007199254740991.0),
        step: 1.0,
        evidence: Evidence::Choice,
    }

    /// The headline says when this many schools have started.
    target_schools: u32 = 40, {
        label: "Goal",
        unit: "schools",
        range: Range::Between(1.0, 5000.0),
        domain: AT_LEAST_ONE,
        step: 1.0,
        evidence: Evidence::Choice,
    }
}
