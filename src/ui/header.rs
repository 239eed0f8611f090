//! The top of the page: its name, the presets, and the answer in a sentence.

use super::page::Page;
use crate::scenario::{Preset, Scenario};
use leptos::prelude::*;

/// Name for a district that starts from no preset.
const NO_PRESET: &str = "A district of 80 schools";

/// The name of what a scenario starts from.
pub fn district_name(preset: Option<Preset>) -> &'static str {
    preset.map_or(NO_PRESET, Preset::label)
}

/// Name, presets and headline.
#[component]
pub fn Header() -> impl IntoView {
    let page = Page::here();
    let headline = move || {
        page.summary.with(|summary| summary.as_ref().map(|summary| summary.headline.clone()))
    };
    // A screen reader hears the answer once it is complete, not at every refinement.
    let spoken = move || if page.complete.get() { headline() } else { None };
    view! {
        <header class="top">
            <div class="bar">
                <h1>"Districtwide"</h1>
                <Presets />
            </div>
            <p class="headline" data-testid="headline">
                {move || headline().unwrap_or_else(|| "Simulating the first futures …".to_owned())}
            </p>
            <p class="visually-hidden" role="status">{spoken}</p>
        </header>
    }
}

/// The menu of presets, and the way back to the one that the scenario started from.
#[component]
fn Presets() -> impl IntoView {
    let page = Page::here();
    let preset = Memo::new(move |_| page.scenario.with(|scenario| scenario.preset));
    let changed = Memo::new(move |_| page.scenario.with(|scenario| scenario.changed().count()));
    let choose =
        move |event| page.show(Scenario::from(Preset::from_key(&event_target_value(&event))));
    let options = Preset::ALL.map(|choice| {
        view! {
            <option value=choice.key() selected=move || preset.get() == Some(choice)>
                {choice.label()}
            </option>
        }
    });
    view! {
        <div class="presets">
            <label for="preset">"District"</label>
            <select
                id="preset"
                prop:value=move || preset.get().map_or("", Preset::key)
                on:change=choose
            >
                {options}
                <option value="" selected=move || preset.get().is_none()>{NO_PRESET}</option>
            </select>
            <button
                type="button"
                disabled=move || changed.get() == 0
                on:click=move |_| page.show(Scenario::from(preset.get_untracked()))
            >
                {move || match changed.get() {
                    0 => "Nothing changed".to_owned(),
                    1 => "Undo 1 change".to_owned(),
                    count => format!("Undo {count} changes"),
                }}
            </button>
        </div>
    }
}

/// What was wrong with a link, until it is put away or the scenario changes.
#[component]
pub fn Notice() -> impl IntoView {
    let page = Page::here();
    view! {
        <Show when=move || page.notice.with(Option::is_some)>
            <div class="notice" role="alert">
                <p>{move || page.notice.get()}</p>
                <button type="button" on:click=move |_| page.notice.set(None)>"Put away"</button>
            </div>
        </Show>
    }
}
