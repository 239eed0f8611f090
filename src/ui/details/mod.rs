//! What comes right after the first chart on every visit: small things around the chart, and the heads of
//! sections whose own parts come when they are used. All of it is one part of the page ([`super::parts`]),
//! in several places.

mod change;
mod digests;
mod dimensions;
mod explain;
mod language_menu;
mod numbers;
mod settings;
mod trust;
mod undo;

pub use digests::digest;

use super::compare::Compare;
use super::embed::announce_opened;
use super::export::TakeAlong;
use super::page::use_page;
use super::parts::{Loaded, mount};
use super::share::Share;
use change::Change;
use dimensions::{Dimensions, Setbacks};
use language_menu::Languages;
use leptos::prelude::*;
use numbers::Numbers;
use trust::Trust;
use undo::Undo;
use wasm_split_helpers::wasm_split;
use web_sys::HtmlElement;

/// A place of the details on the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// What the last change did, and all that follows a complete ensemble.
    Change,
    /// Undo, sharing and the language at the top.
    Tools,
    /// The menu of languages at the end of the page, for phones.
    Languages,
    /// What stands below the outcomes.
    Dimensions,
    /// All settings but the decisions.
    Settings,
    /// The settings next to the chart.
    Target,
    /// The chart's numbers as a table.
    Numbers,
    /// Pinning and comparing runs.
    Compare,
    /// Files, pictures and the brief.
    Export,
    /// What the model's tests claim.
    Trust,
}

/// Mounts what stands in a place.
#[wasm_split(details, fallible)]
pub fn load(element: HtmlElement, place: Place) -> Loaded {
    let page = use_page();
    page.results();
    match place {
        Place::Change => {
            digests::follow(page);
            announce_opened(page);
            mount(element, || view! { <Change /> });
        }
        Place::Tools => mount(element, || view! { <Undo /> <Share /> <Languages /> }),
        Place::Languages => mount(element, || view! { <Languages /> }),
        Place::Dimensions => {
            dimensions::draw_courses(page);
            explain::listen(page);
            mount(element, || view! { <Dimensions /> <Setbacks /> });
        }
        Place::Settings => settings::show_settings(page, &element),
        Place::Target => settings::show_target(page, &element),
        Place::Numbers => mount(element, || view! { <Numbers /> }),
        Place::Compare => mount(element, || view! { <Compare /> }),
        Place::Export => mount(element, || view! { <TakeAlong /> }),
        Place::Trust => mount(element, || view! { <Trust /> }),
    }
    Ok(())
}
