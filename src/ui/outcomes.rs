//! The outcomes beside the chart.

use super::browser::elements::set_texts;
use super::browser::focus::{focus, has_focus};
use super::browser::reactive::{effect, text};
use super::page::{Page, use_page};
use super::parts::{Loaded, mount};
use super::runner::{Runner, now_ms};
use crate::language::phrase;
use crate::markup;
use crate::markup::outcomes::{CHANGING_TEXTS, changing_texts};
use crate::phrase;
use crate::scenario::calendar::month_name;
use crate::scenario::{Value, parameter};
use crate::state::readable_pace::ReadablePace;
use leptos::html::Dl;
use leptos::prelude::*;
use wasm_split_helpers::wasm_split;
use web_sys::HtmlElement;

/// All outcomes, each with its band and its meaning.
#[wasm_split(outcomes, fallible)]
pub fn load(place: HtmlElement) -> Loaded {
    mount(place, || view! { <Outcomes /> });
    Ok(())
}

/// Keeps the numbers up to date: at once when the futures are complete, before that at a pace that can
/// be read.
fn keep_up_to_date(page: Page, list: NodeRef<Dl>) {
    let mut pace = ReadablePace::default();
    effect(move || {
        let Some(list) = list.get() else { return };
        page.summary.track();
        if !pace.is_due(page.complete.get_untracked(), now_ms()) {
            return;
        }
        let Some(outcomes) = page.runner.with_value(Runner::outcomes) else { return };
        if list.child_element_count() == 0 {
            list.set_inner_html(&markup::outcomes(&outcomes));
        } else {
            set_texts(&list, CHANGING_TEXTS, changing_texts(&outcomes));
        }
    });
}

#[component]
fn Outcomes() -> impl IntoView {
    let page = use_page();
    let explained = RwSignal::new(false);
    let end = move || {
        let end = page.scenario.with(|s| month_name(s.preset, s.simulation.months));
        phrase!("{end}, median and 80\u{a0}% of futures", end)
    };
    let list = page.outcomes;
    keep_up_to_date(page, list);
    // Only of all futures, and until the next ones are all there: what comes and goes cannot be read, and moves
    // what stands below.
    let goes_on = RwSignal::new(String::new());
    effect(move || {
        if page.complete.get() {
            let sentence =
                page.runner.with_value(Runner::starts_go_on).map(|(sentence, _)| sentence);
            let sentence = sentence.unwrap_or_default();
            // The button goes with its sentence.
            if sentence.is_empty() && has_focus(".outcomes .link") {
                focus(".outcomes");
            }
            goes_on.set(sentence);
        }
    });
    let show_longer = move |_| {
        let longer = page.runner.with_value(Runner::starts_go_on).map(|(_, longer)| longer);
        let months = longer.map(|longer| Value::Whole(longer.into()));
        if let Some((parameter, months)) = parameter("months").zip(months) {
            let _ = page.change(parameter, months);
        }
    };
    view! {
        <p class="quiet">{text(end)}</p>
        <p class="quiet" hidden=move || goes_on.with(String::is_empty)>
            {text(move || goes_on.get())} " "
            <button type="button" class="link" on:click=show_longer>{phrase("Look further ahead")}</button>
        </p>
        <dl node_ref=list class:explained=move || explained.get()></dl>
        <WhatTheseMean explained />
    }
}

/// The button that shows and hides what outcomes mean.
#[component]
pub fn WhatTheseMean(explained: RwSignal<bool>) -> impl IntoView {
    view! {
        <button
            type="button"
            aria-expanded=text(move || explained.get().to_string())
            on:click=move |_| explained.update(|explained| *explained = !*explained)
        >
            {phrase("What these mean")}
        </button>
    }
}
