//! A cache of layouts for the time while a person moves decisions.

use crate::model::{Layout, Run, Terrain, simulate_in};
use crate::scenario::Scenario;

/// Simulates futures, and caches the layouts of their replicates for as long as scenarios are in the same
/// district: another decision then costs only the simulation of the months. Memory is bounded: a layout
/// that does not fit is computed again each time.
#[derive(Debug)]
pub struct Layouts {
    terrain: Option<Terrain>,
    /// The cached layouts, indexed by replicate number.
    cached: Vec<Option<Layout>>,
    bytes: usize,
    max_bytes: usize,
}

impl Layouts {
    /// A cache for layouts of up to this many bytes in total.
    pub fn new(max_bytes: usize) -> Self {
        Self { terrain: None, cached: Vec::new(), bytes: 0, max_bytes }
    }

    /// Allows so many bytes from now on; what exceeds them is forgotten.
    pub fn set_max_bytes(&mut self, max_bytes: usize) {
        self.max_bytes = max_bytes;
        if self.bytes > max_bytes {
            self.cached.clear();
            self.bytes = 0;
        }
    }

    /// Whether the layouts of the replicates below `end` are cached for this scenario's district.
    pub fn hold(&self, scenario: &Scenario, end: usize) -> bool {
        let is_held = |place: usize| self.cached.get(place).is_some_and(Option::is_some);
        self.terrain == Some(Terrain::of(scenario)) && (0..end).all(is_held)
    }

    /// The same run as [`crate::model::simulate`] returns.
    pub fn simulate(&mut self, scenario: &Scenario, replicate: u64) -> Run {
        let terrain = Terrain::of(scenario);
        if self.terrain != Some(terrain) {
            self.terrain = Some(terrain);
            self.cached.clear();
            self.bytes = 0;
        }
        let place = replicate as usize;
        if place >= self.cached.len() {
            self.cached.resize(place + 1, None);
        }
        if let Some(layout) = &self.cached[place] {
            return simulate_in(scenario, layout);
        }
        let layout = Layout::new(terrain, replicate);
        let run = simulate_in(scenario, &layout);
        if self.bytes + layout.bytes() <= self.max_bytes {
            self.bytes += layout.bytes();
            self.cached[place] = Some(layout);
        }
        run
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::simulate;
    use crate::scenario::Preset;

    #[test]
    fn a_smaller_budget_forgets_layouts_and_changes_no_run() {
        let mut layouts = Layouts::new(usize::MAX);
        let chicago = Scenario::from(Preset::Chicago);
        let runs: Vec<Run> =
            (0..4).map(|replicate| layouts.simulate(&chicago, replicate)).collect();
        let one = layouts.bytes / 4;
        layouts.set_max_bytes(2 * one + one / 2);
        assert_eq!(layouts.bytes, 0);
        for (replicate, run) in (0..).zip(&runs) {
            assert_eq!(layouts.simulate(&chicago, replicate), *run);
        }
        assert!(layouts.bytes <= 2 * one + one / 2 && layouts.bytes > one, "{}", layouts.bytes);
    }

    #[test]
    fn a_run_in_a_cached_layout_is_the_same() {
        let mut layouts = Layouts::new(usize::MAX);
        let chicago = Scenario::from(Preset::Chicago);
        let mut settings = chicago.settings();
        settings.decisions.fast_slow = 0.8;
        let slow = Scenario::new(settings).unwrap();
        settings.district.need_mean = 0.3;
        let elsewhere = Scenario::new(settings).unwrap();
        for scenario in [&chicago, &slow, &elsewhere, &chicago] {
            for replicate in [0, 7] {
                assert_eq!(layouts.simulate(scenario, replicate), simulate(scenario, replicate));
            }
        }
        assert_eq!(layouts.cached.iter().flatten().count(), 2);
    }

    #[test]
    fn what_is_cached_is_known_by_district_and_replicate() {
        let mut layouts = Layouts::new(usize::MAX);
        let [chicago, wealthy] = [Preset::Chicago, Preset::SmallWealthy].map(Scenario::from);
        layouts.simulate(&wealthy, 0);
        layouts.simulate(&wealthy, 1);
        assert!(layouts.hold(&wealthy, 2) && !layouts.hold(&wealthy, 3));
        assert!(!layouts.hold(&chicago, 1));
    }

    #[test]
    fn no_more_layouts_are_cached_than_fit() {
        let scenario = Scenario::default();
        let one = Layout::new(Terrain::of(&scenario), 0).bytes();
        let mut layouts = Layouts::new(3 * one);
        for replicate in 0..9 {
            assert_eq!(layouts.simulate(&scenario, replicate), simulate(&scenario, replicate));
        }
        assert_eq!(layouts.cached.iter().flatten().count(), 3);
        assert_eq!(layouts.bytes, 3 * one);
    }
}
