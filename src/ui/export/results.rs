//! The results as files.

use super::Section;
use crate::ensemble::{Ensemble, HEADER_OF_RUNS, dictionary, run_to_csv, to_csv};
use crate::language::phrase;
use crate::scenario::Scenario;
use crate::state::pins::PinnedRun;
use crate::ui::browser::download::file;
use leptos::prelude::*;

const CSV: &str = "text/csv;charset=utf-8";

/// Saves every measure of every month of what the page shows.
pub fn save_results(section: Section) {
    let Some(complete) = section.page.results().complete.get_untracked() else { return };
    let scenario = &complete.scenario;
    let name = format!("{}-seed-{}.csv", section.stem(scenario), scenario.simulation.seed);
    section.save(&name, file(CSV, &to_csv(&complete.ensemble)));
}

/// Saves what the columns of the results mean.
pub fn save_dictionary(section: Section) {
    section.save("what-the-columns-mean.csv", file(CSV, &dictionary()));
}

/// A run that is on its way into the file.
struct Wanted {
    name: String,
    scenario: Scenario,
    /// Its rows, once its futures are there.
    rows: Option<String>,
}

/// The results of all pinned runs in one file. The page keeps too little of a pinned run for it, so each is
/// simulated again, which gives the same futures.
#[derive(Clone, Copy)]
pub struct PinnedResults {
    /// Empty while nobody waits for the file.
    wanted: RwSignal<Vec<Wanted>>,
}

impl PinnedResults {
    /// Nobody waits yet.
    pub fn new() -> Self {
        Self { wanted: RwSignal::new(Vec::new()) }
    }

    /// Whether somebody waits for the file.
    pub fn is_under_way(self) -> bool {
        self.wanted.with(|wanted| !wanted.is_empty())
    }

    /// Simulates all pinned runs.
    pub fn collect(self, section: Section) {
        section.report(Vec::new());
        let done = phrase("Simulating the pinned runs again for their file \u{2026}");
        section.done.set(done.to_owned());
        let pinned =
            section.page.results().pins.runs.with_untracked(|pinned| pinned.runs().to_vec());
        let scenarios: Vec<Scenario> = pinned.iter().map(|run| run.kept.scenario).collect();
        let wanted = |run: PinnedRun| Wanted {
            name: run.kept.name,
            scenario: run.kept.scenario,
            rows: None,
        };
        self.wanted.set(pinned.into_iter().map(wanted).collect());
        for (place, scenario) in scenarios.iter().enumerate() {
            if !scenarios[..place].contains(scenario) {
                let scenario = *scenario;
                section.page.simulate_in_background(scenario, move |ensemble| {
                    self.add(section, scenario, &ensemble);
                });
            }
        }
    }

    /// Adds the futures of a scenario, and saves the file with the last of them.
    fn add(self, section: Section, scenario: Scenario, ensemble: &Ensemble) {
        self.wanted.update(|wanted| {
            for run in wanted.iter_mut().filter(|run| run.scenario == scenario) {
                run.rows = Some(run_to_csv(&run.name, ensemble));
            }
        });
        if self.wanted.with_untracked(|wanted| wanted.iter().all(|run| run.rows.is_some())) {
            self.save(section);
        }
    }

    fn save(self, section: Section) {
        let mut csv = HEADER_OF_RUNS.to_owned();
        self.wanted.with_untracked(|wanted| {
            csv.extend(wanted.iter().filter_map(|run| run.rows.as_deref()));
        });
        self.wanted.set(Vec::new());
        section.save("pinned-runs.csv", file(CSV, &csv));
    }
}
