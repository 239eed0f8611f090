//! The story of one school.

use super::state::Companion;
use crate::summary::story;
use leptos::prelude::*;

/// The choice of a school, and its story.
#[component]
pub fn Story(companion: Companion, chosen: RwSignal<Option<usize>>) -> impl IntoView {
    let schools = move || {
        companion.chronicle.with(|c| c.as_ref().map_or(0, |chronicle| chronicle.schools().len()))
    };
    let number = move || chosen.get().map(|school| (school + 1).to_string()).unwrap_or_default();
    let choose = move |event| {
        let typed = event_target_value(&event).parse::<usize>().ok();
        let school = typed.filter(|typed| (1..=schools()).contains(typed)).map(|typed| typed - 1);
        chosen.set(school);
    };
    let sentences = move || {
        let preset = companion.scenario.with(|scenario| scenario.preset);
        let school = chosen.get()?;
        companion.chronicle.with(|chronicle| {
            let chronicle = chronicle.as_ref().filter(|c| school < c.schools().len())?;
            Some(story(preset, chronicle, school))
        })
    };
    let told = move || {
        sentences().unwrap_or_default().into_iter().map(|s| view! { <li>{s}</li> }).collect_view()
    };
    view! {
        <div class="story">
            <p>
                <label for="school">"A school's story: number "</label>
                <input
                    type="number"
                    id="school"
                    min="1"
                    max=schools
                    prop:value=number
                    on:change=choose
                />
                <span class="quiet">" or click its mark."</span>
            </p>
            <ol aria-live="polite">{told}</ol>
        </div>
    }
}
