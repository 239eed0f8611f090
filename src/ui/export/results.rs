//! The results as files.

use super::Section;
use crate::ensemble::{dictionary, to_csv};
use crate::state::pinned_results::{FILE_NAME, PinnedResults};
use crate::state::saved_files::DICTIONARY;
use crate::ui::browser::download::file;
use crate::ui::runner::Purpose;
use leptos::prelude::*;

const CSV: &str = "text/csv;charset=utf-8";

/// Saves every measure of every month of what the page shows.
pub fn save_results(section: Section) {
    let Some(complete) = section.page.results().complete.get_untracked() else { return };
    let scenario = &complete.scenario;
    let name = section.file_names(scenario).results(scenario.simulation.seed);
    section.save(&name, file(CSV, &to_csv(&complete.ensemble)));
}

/// Saves what the columns of the results mean.
pub fn save_dictionary(section: Section) {
    section.save(DICTIONARY, file(CSV, &dictionary()));
}

/// Saves the results of all pinned runs, once they have been simulated again.
pub fn save_pinned(section: Section) {
    section.report(Vec::new());
    section.done.set(PinnedResults::notice().to_owned());
    let pinned = section.page.results().pins.runs;
    let start = |results: &mut PinnedResults| pinned.with_untracked(|runs| results.start(runs));
    for scenario in section.pinned_results.try_update(start).unwrap_or_default() {
        section.page.simulate_in_background(scenario, Purpose::PinnedFile, move |ensemble| {
            let record = |results: &mut PinnedResults| results.record(&scenario, &ensemble);
            if let Some(csv) = section.pinned_results.try_update(record).flatten() {
                section.save(FILE_NAME, file(CSV, &csv));
            }
        });
    }
}
