//! Reading the scenario files that a person opens.

use super::Section;
use crate::scenario::{self, ScenarioFile, too_large_message, unreadable_message};
use crate::state::opened_files::{SeveralFiles, SeveralOpened, opened_sentence};
use crate::state::sharing::Opened;
use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

/// Opens files.
pub fn open(section: Section, files: Vec<File>) {
    spawn_local(async move {
        match &files[..] {
            [] => {}
            [file] => show(section, file).await,
            files => pin(section, files).await,
        }
    });
}

/// Shows the scenario of a file.
async fn show(section: Section, file: &File) {
    match read(file).await {
        Ok(file) => {
            section.report(Vec::new());
            let shown = section.page.scenario.get_untracked();
            section.done.set(opened_sentence(&file, &shown));
            section.page.open_whole(file.scenario, Some(file.name.clone()));
            section.page.results().compare_with_now(section.page, Opened::from(&file));
        }
        Err(problem) => refuse(section, vec![problem]),
    }
}

/// Pins the scenarios of several files, as far as there is room.
async fn pin(section: Section, files: &[File]) {
    let results = section.page.results();
    let mut several = SeveralFiles::default();
    for file in files {
        let name = file.name();
        if results.pins.runs.with_untracked(|runs| several.has_room_for(&name, runs)) {
            let read = read(file).await;
            let shown = results.digest.get_untracked();
            results.pins.change(section.page, |runs| several.add(&name, read, shown, runs));
        }
    }
    results.pins.simulate_missing(section.page);
    let SeveralOpened { done, problems } = several.finish();
    let is_refused = !problems.is_empty();
    section.report(problems);
    section.done.set(done);
    scroll_to(if is_refused { section.place } else { results.pins.place });
}

/// Shows why files could not be opened, where it is seen.
fn refuse(section: Section, problems: Vec<String>) {
    section.report(problems);
    scroll_to(section.place);
}

/// Scrolls to a section, once what was changed in it is rendered.
fn scroll_to(place: NodeRef<leptos::html::Section>) {
    request_animation_frame(move || {
        if let Some(place) = place.get_untracked() {
            place.scroll_into_view();
        }
    });
}

/// The scenario of a file, or what is wrong with it. A large one is refused unread.
async fn read(file: &File) -> Result<ScenarioFile, String> {
    let name = file.name();
    if let Some(refused) = too_large_message(&name, file.size()) {
        return Err(refused);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    scenario::open_file(&name, &text.ok_or_else(|| unreadable_message(&name))?)
}
