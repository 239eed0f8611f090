//! The top of the page: its name, the examples to start from, and the answer in a sentence.

use super::address;
use super::browser::focus::{HEADLINE, focus};
use super::browser::reactive::text;
use super::page::{Place, use_page};
use crate::language::{phrase, to_phrase};
use crate::scenario::{Preset, Scenario};
use crate::summary::futures_so_far;
use leptos::prelude::*;

/// Name for a district that starts from no preset.
const NO_PRESET: &str = to_phrase("A district of 80 schools");

/// Name, presets and headline.
#[component]
pub fn Header() -> impl IntoView {
    let page = use_page();
    // Of the scenario before, until there are futures enough for a sentence.
    let mut shown = phrase("Simulating the first futures …").to_owned();
    let of_summary = move || page.of_summary(|summary| summary.headline.clone());
    let headline = move || {
        let headline = of_summary();
        if !headline.is_empty() {
            shown = headline;
        }
        shown.clone()
    };
    // Shown only while it takes long: a style delays it.
    let progress = move || match page.complete.get() {
        true => String::new(),
        false => page.of_summary(|summary| futures_so_far(summary.futures, &summary.scenario)),
    };
    // A screen reader hears the answer once it is complete, not at every refinement.
    let spoken = move || if page.complete.get() { of_summary() } else { String::new() };
    view! {
        <header class="top">
            <div class="bar">
                <h1>"Districtwide"</h1>
                <div id="tools" node_ref=page.at(Place::Tools)></div>
                <Presets />
            </div>
            <p class="headline" data-testid="headline" tabindex="-1">{text(headline)}</p>
            <p class="progress" class:waiting=move || !page.complete.get()>{text(progress)}</p>
            <p class="visually-hidden" role="status">{text(spoken)}</p>
        </header>
    }
}

/// The menu of examples, and beside it the way back to the one that the scenario started from.
#[component]
fn Presets() -> impl IntoView {
    let page = use_page();
    let preset = page.preset;
    let choose = move |event| {
        let preset = Preset::from_key(&event_target_value(&event));
        page.open_whole(Scenario::from(preset), None);
    };
    let options = Preset::ALL.map(|choice| {
        view! {
            <option value=choice.key()>{choice.label()}</option>
        }
    });
    view! {
        <div class="presets">
            <label for="preset">{phrase("Example")}</label>
            <select
                id="preset"
                prop:value=move || preset.get().map_or("", Preset::key)
                on:change=choose
            >
                {options}
                <option value="">{phrase(NO_PRESET)}</option>
            </select>
            // The details make it work (`details::reset`).
            <button type="button" id="reset" aria-disabled="true">{phrase("Reset")}</button>
        </div>
    }
}

/// What was wrong with a link, until it is put away or the scenario changes.
#[component]
pub fn Notice() -> impl IntoView {
    let page = use_page();
    let put_away = move |_| {
        address::put_away(page);
        focus(HEADLINE);
    };
    view! {
        <div class="notice" role="alert" hidden=move || page.notice.with(Option::is_none)>
            <p>{text(move || page.notice.get().unwrap_or_default())}</p>
            <button type="button" on:click=put_away>{phrase("Hide")}</button>
        </div>
    }
}
