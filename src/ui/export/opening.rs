//! Scenario files that a person opens: one is shown, several are pinned beside each other. Whatever is in
//! them, what was there stays.

use super::Section;
use crate::scenario::{self, ScenarioFile, left_out, too_large, unreadable};
use crate::state::pins::PinnedRuns;
use crate::{phrase, plural};
use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FileList};

/// Opens files.
pub fn open(section: Section, files: &FileList) {
    let files: Vec<File> = (0..files.length()).filter_map(|i| files.get(i)).collect();
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
        Ok(ScenarioFile { name, scenario }) => {
            section.report(Vec::new());
            let is_new = scenario != section.page.scenario.get_untracked();
            section.done.set(match is_new {
                true => phrase!(
                    "The page shows \u{201c}{name}\u{201d}. The browser\u{2019}s back button brings \
                     back what it showed before.",
                    name
                ),
                false => phrase!("\u{201c}{name}\u{201d} is what the page shows already.", name),
            });
            section.name.set(name);
            section.page.show(scenario);
        }
        Err(problem) => refuse(section, vec![problem]),
    }
}

/// Pins the scenarios of several files, as far as there is room.
async fn pin(section: Section, files: &[File]) {
    let pins = section.page.results().pins;
    let (mut problems, mut pinned, mut without_room) = (Vec::new(), 0, Vec::new());
    for file in files {
        if !pins.runs.with_untracked(PinnedRuns::has_room) {
            without_room.push(file.name());
            continue;
        }
        match read(file).await {
            Ok(ScenarioFile { name, scenario }) => {
                let digest = section.page.results().digest_of(&scenario);
                pins.change(|runs| runs.pin_as(&name, scenario, digest));
                pinned += 1;
            }
            Err(problem) => problems.push(problem),
        }
    }
    pins.simulate_missing(section.page);
    problems.extend(left_out(&without_room));
    if !problems.is_empty() {
        return refuse(section, problems);
    }
    section.report(problems);
    section.done.set(plural!(
        pinned,
        "{count} scenario is pinned under \u{201c}Compare\u{201d}.",
        "{count} scenarios are pinned under \u{201c}Compare\u{201d}."
    ));
    scroll_to(pins.place);
}

/// Says why, where it is seen.
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
    if let Some(refused) = too_large(&name, file.size()) {
        return Err(refused);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    scenario::open(&name, &text.ok_or_else(|| unreadable(&name))?)
}
