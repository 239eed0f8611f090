//! The top of the page: its name, the presets, and the answer in a sentence.

use super::address;
use super::browser::reactive::text;
use super::page::{Place, use_page};
use crate::language::{phrase, to_phrase};
use crate::plural;
use crate::scenario::{Preset, Scenario};
use leptos::prelude::*;

/// Name for a district that starts from no preset.
const NO_PRESET: &str = to_phrase("A district of 80 schools");

/// Name, presets and headline.
#[component]
pub fn Header() -> impl IntoView {
    let page = use_page();
    let headline = move || match page.of_summary(|summary| summary.headline.clone()) {
        empty if empty.is_empty() => phrase("Simulating the first futures …").to_owned(),
        headline => headline,
    };
    // A screen reader hears the answer once it is complete, not at every refinement.
    let spoken = move || if page.complete.get() { headline() } else { String::new() };
    view! {
        <header class="top">
            <div class="bar">
                <h1>"Districtwide"</h1>
                <div id="tools" node_ref=page.at(Place::Tools)></div>
                <Presets />
            </div>
            <p class="headline" data-testid="headline">{text(headline)}</p>
            <p class="visually-hidden" role="status">{text(spoken)}</p>
        </header>
    }
}

/// The menu of presets, and the way back to the one that the scenario started from.
#[component]
fn Presets() -> impl IntoView {
    let page = use_page();
    let preset = page.preset;
    let changed = move || page.scenario.with(|scenario| scenario.changed().count());
    let choose =
        move |event| page.show(Scenario::from(Preset::from_key(&event_target_value(&event))));
    let options = Preset::ALL.map(|choice| {
        view! {
            <option value=choice.key()>{choice.label()}</option>
        }
    });
    view! {
        <div class="presets">
            <label for="preset">{phrase("District")}</label>
            <select
                id="preset"
                prop:value=move || preset.get().map_or("", Preset::key)
                on:change=choose
            >
                {options}
                <option value="">{phrase(NO_PRESET)}</option>
            </select>
            <button
                type="button"
                disabled=move || changed() == 0
                on:click=move |_| page.show(Scenario::from(preset.get_untracked()))
            >
                {text(move || match changed() {
                    0 => phrase("Nothing changed").to_owned(),
                    count => plural!(count, "Reset {count} change", "Reset {count} changes"),
                })}
            </button>
        </div>
    }
}

/// What was wrong with a link, until it is put away or the scenario changes.
#[component]
pub fn Notice() -> impl IntoView {
    let page = use_page();
    view! {
        <div class="notice" role="alert" hidden=move || page.notice.with(Option::is_none)>
            <p>{text(move || page.notice.get().unwrap_or_default())}</p>
            <button type="button" on:click=move |_| address::put_away(page)>{phrase("Put away")}</button>
        </div>
    }
}
