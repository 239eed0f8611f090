//! What the buttons of the section do, as a part of the page that is loaded when one is first pressed.

use super::pictures::{Format, save_picture};
use super::results::{save_dictionary, save_results};
use super::{Section, opening};
use crate::markup::take_along::Deed;
use crate::scenario::ScenarioFile;
use crate::ui::browser::download::file;
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::FileList;

/// Performs an action.
#[wasm_split(export, fallible)]
pub fn perform(section: Section, deed: Deed) -> Result<(), SplitLoaderError> {
    match deed {
        Deed::SaveScenario => save_scenario(section),
        Deed::SaveResults => save_results(section),
        Deed::SavePinned => section.pinned.collect(section),
        Deed::SaveDictionary => save_dictionary(section),
        Deed::SaveSvg(drawing) => save_picture(section, drawing, Format::Svg),
        Deed::SavePng(drawing) => save_picture(section, drawing, Format::Png),
        // Done by the section itself.
        Deed::OpenFiles | Deed::PrintBrief => {}
    }
    Ok(())
}

/// Opens files.
#[wasm_split(export, fallible)]
pub fn open_files(section: Section, files: FileList) -> Result<(), SplitLoaderError> {
    opening::open(section, &files);
    Ok(())
}

fn save_scenario(section: Section) {
    let scenario = section.page.scenario.get_untracked();
    let text = ScenarioFile { name: section.name.get_untracked(), scenario }.to_json();
    let name = format!("{}.json", section.stem(&scenario));
    section.save(&name, file("application/json", &text));
}
