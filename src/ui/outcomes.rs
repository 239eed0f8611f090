//! The outcomes beside the chart.

use super::browser::elements::{all, set_all, set_texts};
use super::browser::focus::{focus, has_focus};
use super::browser::reactive::{effect, text};
use super::embed::is_embedded;
use super::page::{Page, use_page};
use super::parts::{Loaded, mount};
use super::results::Results;
use super::runner::{Runner, now_ms};
use crate::language::phrase;
use crate::markup;
use crate::markup::outcomes::{
    CHANGES, CHANGING_TEXTS, CHANGING_TEXTS_OF_LARGE, NUMBERS, changes, changing_texts,
    changing_texts_of_large, number_class,
};
use crate::scenario::{Value, parameter};
use crate::state::readable_pace::ReadablePace;
use crate::summary::compare::{LARGE, MARKS, ShownChange, shown_changes};
use crate::summary::{OutcomeColumn, OutcomeDates};
use gloo_events::EventListener;
use leptos::html::{Div, Dl};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_split_helpers::wasm_split;
use web_sys::{HtmlElement, HtmlSelectElement};

/// All outcomes, each with its band and its meaning.
#[wasm_split(outcomes, fallible)]
pub fn load(place: HtmlElement) -> Loaded {
    mount(place, || view! { <Outcomes /> });
    Ok(())
}

/// What the column shows.
struct Shown {
    column: OutcomeColumn,
    changes: [Option<ShownChange>; LARGE.len()],
}

impl Shown {
    /// The futures so far by luck alone, or with unknowns once they are counted; and the changes once all futures are
    /// there. Without results, by luck alone.
    fn of(page: Page, results: Option<Results>) -> Option<Self> {
        let (column, month) =
            page.runner.with_value(|runner| runner.outcomes(page.outcomes_at.get()))?;
        let by_luck = Self { column, changes: [const { None }; LARGE.len()] };
        let Some(results) = results else { return Some(by_luck) };
        let (before, digest) = (results.before.get(), results.digest.get());
        let is_complete = page.complete.get_untracked();
        let (scenario, is_counted) = page
            .summary
            .with_untracked(|s| s.as_ref().map(|s| (s.scenario, s.outcomes.is_some())))?;
        let Some(digest) = digest.filter(|d| is_complete && d.scenario == scenario) else {
            return Some(by_luck);
        };
        let column = match digest.worlds.as_ref().filter(|_| is_counted) {
            Some(worlds) => by_luck.column.with_unknowns(worlds, month),
            None => by_luck.column,
        };
        let changes = before.map(|before| shown_changes(&before, &digest, month, is_counted));
        Some(Self { column, changes: changes.unwrap_or(by_luck.changes) })
    }
}

/// Keeps the numbers up to date: at once when the futures are complete, before that at a pace that can
/// be read.
fn keep_up_to_date(page: Page, results: Option<Results>, large: NodeRef<Dl>, more: NodeRef<Dl>) {
    let mut pace = ReadablePace::default();
    effect(move || {
        let (Some(large), Some(more)) = (large.get(), more.get()) else { return };
        page.summary.track();
        page.outcomes_at.track();
        if !pace.is_due(page.complete.get_untracked(), now_ms()) {
            return;
        }
        let Some(Shown { column, changes: changed }) = Shown::of(page, results) else { return };
        if large.child_element_count() == 0 {
            large.set_inner_html(&markup::large_outcomes(&column.large));
            more.set_inner_html(&markup::outcomes(&column.more));
        }
        set_texts(&large, CHANGING_TEXTS_OF_LARGE, changing_texts_of_large(&column.large));
        set_all(&large, NUMBERS, "class", column.large.iter().map(number_class));
        set_texts(&large, CHANGES, changes(&changed));
        set_texts(&more, CHANGING_TEXTS, changing_texts(&column.more));
    });
}

/// Keeps the menu of dates up to date, and follows what is chosen.
fn keep_dates(page: Page, place: NodeRef<Div>) {
    let mut shown = String::new();
    effect(move || {
        let Some(place) = place.get() else { return };
        if shown.is_empty() {
            EventListener::new(&place, "change", move |event| {
                if let Ok(month) = event_target_value(event).parse() {
                    let choice = page.scenario.with_untracked(|s| OutcomeDates::choice(s, month));
                    page.outcomes_at.set(choice);
                }
            })
            .forget();
        }
        let chosen = page.outcomes_at.get();
        let (menu, month) =
            page.scenario.with(|s| (OutcomeDates::of(s), OutcomeDates::month(s, chosen)));
        let menu = markup::outcome_dates(&menu);
        if menu != shown {
            place.set_inner_html(&menu);
            shown = menu;
        }
        for select in all(&place, "select") {
            select.unchecked_into::<HtmlSelectElement>().set_value(&month.to_string());
        }
    });
}

#[component]
fn Outcomes() -> impl IntoView {
    let page = use_page();
    // In an embed nothing is counted but luck.
    let results = (!is_embedded()).then(|| page.results());
    let explained = RwSignal::new(false);
    let how_to_read = move || {
        let is_counted =
            page.summary.with(|summary| summary.as_ref().is_some_and(|s| s.outcomes.is_some()));
        let is_changed = results.is_some_and(|results| results.before.with(Option::is_some));
        OutcomeColumn::how_to_read(is_counted, is_changed).to_owned()
    };
    let (dates, large, more) = (NodeRef::new(), NodeRef::new(), page.outcomes);
    keep_dates(page, dates);
    keep_up_to_date(page, results, large, more);
    view! {
        <div class="at" node_ref=dates></div>
        <p class="quiet how-to-read">{text(how_to_read)}</p>
        <div class:explained=move || explained.get()>
            <dl class="main-outcomes" node_ref=large></dl>
            // In an embed nothing is compared.
            {(!is_embedded()).then(|| view! { <p class="quiet meaning">{phrase(MARKS)}</p> })}
            <WhatTheseMean explained />
            <details id="more-outcomes">
                <summary>{phrase("More outcomes")}</summary>
                <p class="quiet">{phrase("The small curves are by luck alone.")}</p>
                <dl node_ref=more></dl>
            </details>
        </div>
        <StartsGoOn />
    }
}

/// That starts go on when the window ends, with a longer one.
#[component]
fn StartsGoOn() -> impl IntoView {
    let page = use_page();
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
        <p class="quiet" hidden=move || goes_on.with(String::is_empty)>
            {text(move || goes_on.get())} " "
            <button type="button" class="link" on:click=show_longer>{phrase("Look further ahead")}</button>
        </p>
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
