//! Layouts that are kept while a person moves decisions.

use crate::model::{Layout, Run, Terrain, simulate_in};
use crate::scenario::Scenario;

/// Simulates futures, and keeps the layouts of their replicates for as long as scenarios lie in the
/// same district: another decision then costs only the months. Memory stays bounded: what does not
/// fit is laid out anew each time.
#[derive(Debug)]
pub struct Layouts {
    terrain: Option<Terrain>,
    /// Under its replicate number, each layout that is kept.
    kept: Vec<Option<Layout>>,
    bytes: usize,
    most_bytes: usize,
}

impl Layouts {
    /// Keeps layouts of up to so many bytes in all.
    pub fn new(most_bytes: usize) -> Self {
        Self { terrain: None, kept: Vec::new(), bytes: 0, most_bytes }
    }

    /// The same run as [`crate::model::simulate`] gives.
    pub fn simulate(&mut self, scenario: &Scenario, replicate: u64) -> Run {
        let terrain = Terrain::of(scenario);
        if self.terrain != Some(terrain) {
            self.terrain = Some(terrain);
            self.kept.clear();
            self.bytes = 0;
        }
        let place = replicate as usize;
        if place >= self.kept.len() {
            self.kept.resize(place + 1, None);
        }
        if let Some(layout) = &self.kept[place] {
            return simulate_in(scenario, layout);
        }
        let layout = Layout::new(terrain, replicate);
        let run = simulate_in(scenario, &layout);
        if self.bytes + layout.bytes() <= self.most_bytes {
            self.bytes += layout.bytes();
            self.kept[place] = Some(layout);
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
    fn runs_are_the_same_in_a_layout_that_was_kept() {
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
        assert_eq!(layouts.kept.iter().flatten().count(), 2);
    }

    #[test]
    fn no_more_layouts_are_kept_than_fit() {
        let scenario = Scenario::default();
        let one = Layout::new(Terrain::of(&scenario), 0).bytes();
        let mut layouts = Layouts::new(3 * one);
        for replicate in 0..9 {
            assert_eq!(layouts.simulate(&scenario, replicate), simulate(&scenario, replicate));
        }
        assert_eq!(layouts.kept.iter().flatten().count(), 3);
        assert_eq!(layouts.bytes, 3 * one);
    }
}
