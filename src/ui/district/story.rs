//! The story of one school.

use crate::language::phrase;
use crate::state::comparison::same_school_under_pinned_runs;
use crate::summary::story;
use crate::ui::page::use_page;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// The choice of a school, and its story.
#[component]
pub fn Story(
    chosen: RwSignal<Option<usize>>,
    /// Where it stands, to be scrolled into view.
    place: NodeRef<Div>,
) -> impl IntoView {
    let page = use_page();
    let chronicle = page.results().chronicle;
    let schools =
        move || chronicle.with(|c| c.as_ref().map_or(0, |chronicle| chronicle.schools().len()));
    let number = move || chosen.get().map(|school| (school + 1).to_string()).unwrap_or_default();
    let choose = move |event| {
        let typed = event_target_value(&event).parse::<usize>().ok();
        let school = typed.filter(|typed| (1..=schools()).contains(typed)).map(|typed| typed - 1);
        chosen.set(school);
    };
    let sentences =
        move || {
            let calendar = page.scenario.with_untracked(|scenario| scenario.calendar());
            let school = chosen.get()?;
            chronicle.with(|chronicle| {
                let chronicle = chronicle.as_ref().filter(|c| school < c.schools().len())?;
                let mut sentences = story(calendar, chronicle, school);
                // The chronicle follows every other scenario, so that one is not tracked.
                let shown = page.scenario.get_untracked();
                sentences.extend(page.results().pins.runs.with(|pinned| {
                    same_school_under_pinned_runs(pinned, &shown, chronicle, school)
                }));
                Some(sentences)
            })
        };
    let items = move || {
        sentences().unwrap_or_default().into_iter().map(|s| view! { <li>{s}</li> }).collect_view()
    };
    view! {
        <div class="story" node_ref=place>
            <p>
                <label for="school">{phrase("Story of school number")} " "</label>
                <input
                    type="number"
                    id="school"
                    min="1"
                    max=schools
                    prop:value=number
                    on:change=choose
                />
                <span class="quiet">" " {phrase("or click a mark.")}</span>
            </p>
            <ol aria-live="polite">{items}</ol>
        </div>
    }
}

/// Scrolls to the story, where the district leaves no room for it.
pub fn scroll_into_view(place: NodeRef<Div>) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    // The story is rendered with the next frame.
    request_animation_frame(move || {
        if let Some(story) = place.get_untracked() {
            story.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
}
