//! The results of all pinned runs on their way into one file. Too little is kept of a pinned run for it,
//! so each is simulated again, which gives the same futures.

use super::pins::{PinnedRun, PinnedRuns};
use crate::ensemble::{Ensemble, HEADER_OF_RUNS, run_to_csv};
use crate::language::phrase;
use crate::scenario::Scenario;

/// The name of the file.
pub const FILE_NAME: &str = "pinned-runs.csv";

/// A run that is on its way into the file.
#[derive(Debug, Clone, PartialEq)]
struct Wanted {
    name: String,
    scenario: Scenario,
    /// Its rows, once its futures are available.
    rows: Option<String>,
}

impl Wanted {
    fn waits_for(&self, scenario: &Scenario) -> bool {
        self.rows.is_none() && self.scenario == *scenario
    }
}

/// The runs of the file that somebody waits for; none while nobody does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PinnedResults {
    wanted: Vec<Wanted>,
}

impl PinnedResults {
    /// Whether somebody waits for the file.
    pub fn is_under_way(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// Begins a file of these runs. Returns the scenarios to simulate, each once.
    pub fn start(&mut self, pinned: &PinnedRuns) -> Vec<Scenario> {
        let wanted = |run: &PinnedRun| Wanted {
            name: run.kept.name.clone(),
            scenario: run.kept.scenario,
            rows: None,
        };
        self.wanted = pinned.runs().iter().map(wanted).collect();
        let mut scenarios = Vec::new();
        for run in &self.wanted {
            if !scenarios.contains(&run.scenario) {
                scenarios.push(run.scenario);
            }
        }
        scenarios
    }

    /// What a person reads meanwhile.
    pub fn notice() -> &'static str {
        phrase(
            "Simulating the pinned runs again for their file \u{2026} Press the button again to stop.",
        )
    }

    /// Gives the file up. Returns the scenarios that it still waits for, each once.
    pub fn stop(&mut self) -> Vec<Scenario> {
        let mut missing = Vec::new();
        for run in std::mem::take(&mut self.wanted).into_iter().filter(|run| run.rows.is_none()) {
            if !missing.contains(&run.scenario) {
                missing.push(run.scenario);
            }
        }
        missing
    }

    /// Records a complete ensemble, if the file waits for one of this scenario. Returns the file with the
    /// last of them; then nobody waits any longer.
    pub fn record(&mut self, scenario: &Scenario, ensemble: &Ensemble) -> Option<String> {
        let mut is_any = false;
        for run in self.wanted.iter_mut().filter(|run| run.waits_for(scenario)) {
            run.rows = Some(run_to_csv(&run.name, ensemble));
            is_any = true;
        }
        if !is_any || self.wanted.iter().any(|run| run.rows.is_none()) {
            return None;
        }
        let rows = std::mem::take(&mut self.wanted).into_iter().filter_map(|run| run.rows);
        Some(std::iter::once(HEADER_OF_RUNS.to_owned()).chain(rows).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::{ensemble_of, with};

    fn short(preset: Preset) -> Scenario {
        with(&preset.into(), |settings| settings.simulation.months = 12)
    }

    /// The runs "Run A" to "Run C", of which the first and the last are of the same scenario.
    fn pinned() -> (PinnedRuns, [Scenario; 2]) {
        let (chicago, wealthy) = (short(Preset::Chicago), short(Preset::SmallWealthy));
        let mut pinned = PinnedRuns::default();
        for scenario in [chicago, wealthy, chicago] {
            pinned.pin(scenario, None);
        }
        (pinned, [chicago, wealthy])
    }

    #[test]
    fn a_file_that_is_given_up_waits_for_nothing() {
        let (pinned, [chicago, wealthy]) = pinned();
        let mut results = PinnedResults::default();
        results.start(&pinned);
        assert_eq!(results.record(&wealthy, &ensemble_of(&wealthy, 0..2)), None);
        assert_eq!(results.stop(), [chicago]);
        assert!(!results.is_under_way());
        assert_eq!(results.record(&chicago, &ensemble_of(&chicago, 0..2)), None);
    }

    #[test]
    fn the_file_is_there_with_the_last_ensemble_and_its_runs_are_in_their_order() {
        let (pinned, [chicago, wealthy]) = pinned();
        let mut results = PinnedResults::default();
        assert_eq!(results.start(&pinned), [chicago, wealthy]);
        assert!(results.is_under_way());
        let [of_chicago, of_wealthy] = [chicago, wealthy].map(|s| ensemble_of(&s, 0..2));
        assert_eq!(results.record(&wealthy, &of_wealthy), None);
        assert_eq!(results.record(&wealthy, &of_wealthy), None);
        let file = results.record(&chicago, &of_chicago).unwrap();
        let rows = [
            run_to_csv("Run A", &of_chicago),
            run_to_csv("Run B", &of_wealthy),
            run_to_csv("Run C", &of_chicago),
        ];
        assert_eq!(file, format!("{HEADER_OF_RUNS}{}", rows.concat()));
        assert!(!results.is_under_way());
    }

    #[test]
    fn other_ensembles_and_those_that_nobody_waits_for_are_ignored() {
        let (pinned, [chicago, _]) = pinned();
        let ensemble = ensemble_of(&chicago, 0..1);
        let mut results = PinnedResults::default();
        assert_eq!(results.record(&chicago, &ensemble), None);
        results.start(&pinned);
        let before = results.clone();
        assert_eq!(results.record(&Scenario::default(), &ensemble), None);
        assert_eq!(results, before);
    }

    #[test]
    fn names_in_the_file_are_those_of_its_beginning() {
        let (mut pinned, [chicago, _]) = pinned();
        pinned.drop_run(2);
        let mut results = PinnedResults::default();
        results.start(&pinned);
        pinned.rename(1, "Another");
        let file = results.record(&chicago, &ensemble_of(&chicago, 0..1)).unwrap();
        assert!(file.contains("Run A") && !file.contains("Another"));
    }

    #[test]
    fn without_pinned_runs_there_is_no_file() {
        let mut results = PinnedResults::default();
        assert!(results.start(&PinnedRuns::default()).is_empty() && !results.is_under_way());
    }
}
