//! The story of one school.

use crate::language::phrase;
use crate::state::comparison::same_school_under_pinned_runs;
use crate::summary::{next_school, story, typed_school};
use crate::ui::browser::reactive::{effect, text};
use crate::ui::page::use_page;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

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
    // What was typed and is not the number of a school stays in the field, with a sentence, until a school is chosen.
    let refused = RwSignal::new(String::new());
    effect(move || {
        chosen.track();
        refused.set(String::new());
    });
    let choose = move |event| match typed_school(&event_target_value(&event), untrack(schools)) {
        Ok(school) => {
            chosen.set(school);
            // Typed in another way, the same number changes nothing that the page would render.
            event_target::<HtmlInputElement>(&event).set_value(&untrack(number));
        }
        Err(sentence) => refused.set(sentence),
    };
    let step = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowUp" => 1,
            "ArrowDown" => -1,
            _ => return,
        };
        event.prevent_default();
        chosen.set(next_school(chosen.get_untracked(), step, untrack(schools)));
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
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    id="school"
                    aria-describedby="school-problem"
                    aria-invalid=text(move || (!refused.with(String::is_empty)).to_string())
                    prop:value=number
                    on:change=choose
                    on:keydown=step
                />
                <span class="quiet">" " {phrase("or click a mark.")}</span>
            </p>
            <p class="problem" id="school-problem" role="alert">{text(move || refused.get())}</p>
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
