//! Counts with what they count.

use crate::language::integer;
use crate::scenario::Scenario;
use crate::{phrase, plural};

/// "1 school", "100 schools".
pub fn schools(count: u32) -> String {
    plural!(count, "{count} school", "{count} schools")
}

/// How far a scenario is simulated: "640 of 4,000 futures so far".
pub fn futures_so_far(done: usize, scenario: &Scenario) -> String {
    phrase!(
        "{done} of {all} futures so far",
        done = integer(done as f64),
        all = integer(f64::from(scenario.simulation.replicates))
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    #[test]
    fn the_futures_so_far_are_told_beside_all_of_the_scenario() {
        assert_eq!(futures_so_far(32, &Preset::Chicago.into()), "32 of 500 futures so far");
    }
}
