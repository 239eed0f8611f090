//! What the buttons of the section do, as a part of the page that is loaded when one is first pressed.

use super::pictures::{Format, save_picture};
use super::results::{save_dictionary, save_pinned, save_results};
use super::{Section, opening};
use crate::markup::export::Action;
use crate::scenario::ScenarioFile;
use crate::ui::browser::download::file;
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::File;

/// Performs an action.
#[wasm_split(export, fallible)]
pub fn perform(section: Section, action: Action) -> Result<(), SplitLoaderError> {
    match action {
        Action::SaveScenario => save_scenario(section),
        Action::SaveResults => save_results(section),
        Action::SavePinned => save_pinned(section),
        Action::SaveDictionary => save_dictionary(section),
        Action::SaveSvg(drawing) => save_picture(section, drawing, Format::Svg),
        Action::SavePng(drawing) => save_picture(section, drawing, Format::Png),
        // Done by the section itself.
        Action::OpenFiles | Action::PrintBrief => {}
    }
    Ok(())
}

/// Opens files.
#[wasm_split(export, fallible)]
pub fn open_files(section: Section, files: Vec<File>) -> Result<(), SplitLoaderError> {
    opening::open(section, files);
    Ok(())
}

fn save_scenario(section: Section) {
    let scenario = section.page.scenario.get_untracked();
    let text = ScenarioFile { name: section.name(), ..scenario.into() }.to_json();
    let name = section.file_names(&scenario).scenario();
    section.save(&name, file("application/json", &text));
}
