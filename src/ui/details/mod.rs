//! What comes right after the first chart on every visit: small things around the chart, and the heads of
//! sections whose own parts come when they are used. All of it is one part of the page ([`super::parts`]),
//! in several places.

mod change;
mod digests;
mod dimensions;
mod explain;
mod language_menu;
mod numbers;
mod trust;
mod undo;

pub use digests::digest;

use super::compare::Compare;
use super::embed::announce_opened;
use super::export::TakeAlong;
use super::page::use_page;
use super::parts::View;
use super::share::Share;
use change::Change;
use dimensions::{Dimensions, Setbacks};
use language_menu::Languages;
use leptos::prelude::*;
use numbers::Numbers;
use trust::Trust;
use undo::Undo;
use wasm_split_helpers::wasm_split;

/// What the last change did, and all that follows a complete ensemble.
#[wasm_split(details, fallible)]
pub fn change() -> View {
    let page = use_page();
    digests::follow(page);
    announce_opened(page);
    Ok(view! { <Change /> }.into_any())
}

/// The tools at the top.
#[wasm_split(details, fallible)]
pub fn tools() -> View {
    Ok(view! { <Undo /> <Share /> <Languages /> }.into_any())
}

/// The menu of languages at the end of the page, for phones.
#[wasm_split(details, fallible)]
pub fn languages() -> View {
    Ok(view! { <Languages /> }.into_any())
}

/// What stands below the outcomes.
#[wasm_split(details, fallible)]
pub fn dimensions() -> View {
    dimensions::draw_courses(use_page());
    explain::listen(use_page());
    Ok(view! { <Dimensions /> <Setbacks /> }.into_any())
}

/// The chart's numbers as a table.
#[wasm_split(details, fallible)]
pub fn numbers() -> View {
    Ok(view! { <Numbers /> }.into_any())
}

/// Pinning and comparing runs.
#[wasm_split(details, fallible)]
pub fn compare() -> View {
    Ok(view! { <Compare /> }.into_any())
}

/// Files, pictures and the brief.
#[wasm_split(details, fallible)]
pub fn export() -> View {
    Ok(view! { <TakeAlong /> }.into_any())
}

/// What the model's tests claim.
#[wasm_split(details, fallible)]
pub fn trust() -> View {
    Ok(view! { <Trust /> }.into_any())
}
