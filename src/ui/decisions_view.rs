//! The seven decisions, each a slider between its two ends.

use super::fields::{Slider, number_of};
use super::page::{Page, fresh_seed};
use crate::model::survey::surveyed_decisions;
use crate::scenario::decision_ends::{DECISIONS, DecisionEnds};
use crate::scenario::{Scenario, Value};
use crate::summary::percent;
use leptos::prelude::*;

/// All decisions, the three large ones first.
#[component]
pub fn Strategy() -> impl IntoView {
    let large = DECISIONS.iter().filter(|decision| decision.large);
    let others = DECISIONS.iter().filter(|decision| !decision.large);
    view! {
        <h2 id="strategy-title">"Strategy"</h2>
        <p class="quiet">"Strips: shares of surveyed leaders near either end."</p>
        <div class="decisions">
            {large.map(|ends| view! { <Decision ends /> }).collect_view()}
            {others.map(|ends| view! { <Decision ends /> }).collect_view()}
        </div>
        <DrawSurveyed />
    }
}

/// Sets the decisions as a district might that was drawn from the survey.
#[component]
fn DrawSurveyed() -> impl IntoView {
    let page = Page::here();
    let draw = move |_| {
        let Some(seed) = fresh_seed() else { return };
        let mut settings = page.scenario.get_untracked().settings();
        settings.decisions = surveyed_decisions(seed, 0);
        for parameter in DECISIONS.iter().map(DecisionEnds::parameter) {
            // To the steps of the sliders.
            let position = (number_of((parameter.get)(&settings)) * 100.0).round() / 100.0;
            let _ = (parameter.set)(&mut settings, Value::Number(position));
        }
        // A surveyed district decides within the ranges.
        if let Ok(scenario) = Scenario::new(settings) {
            page.show(scenario);
        }
    };
    view! {
        <p>
            <button type="button" on:click=draw>"Draw a district like those surveyed"</button>
        </p>
    }
}

/// One decision: its question, its ends, its slider, what surveyed leaders chose, what it trades.
#[component]
fn Decision(ends: &'static DecisionEnds) -> impl IntoView {
    let parameter = ends.parameter();
    let value = Page::here().value(parameter);
    let position = move || number_of(value.get());
    let words = Box::new(|position| ends.in_words(position));
    let trade_id = format!("{}-trade", ends.key);
    view! {
        <div class="decision" class:large=ends.large>
            <label for=ends.key>{ends.question}</label>
            <div class="ends" aria-hidden="true">
                <span class:chosen=move || position() < 0.0>{ends.first}</span>
                <span class:chosen=move || { position() > 0.0 }>{ends.second}</span>
            </div>
            <Slider parameter words described_by=trade_id.clone() />
            <Survey ends />
            <p class="trade" id=trade_id>
                {format!("{}: {}. ", ends.first, ends.first_gains)}
                {format!("{}: {}.", ends.second, ends.second_gains)}
            </p>
        </div>
    }
}

/// The strip of what surveyed leaders chose, where it is published.
#[component]
fn Survey(ends: &'static DecisionEnds) -> impl IntoView {
    ends.survey.map(|(first, second)| {
        let middle = 1.0 - first - second;
        let width = |share: f64| format!("flex-grow:{share}");
        view! {
            <div
                class="survey"
                role="img"
                aria-label=format!(
                    "Surveyed leaders: {} near {}, {} near {}, the others between.",
                    percent(first),
                    ends.first,
                    percent(second),
                    ends.second,
                )
                title="Share of surveyed leaders near either end (The Learning Accelerator with Education Next)"
            >
                <span class="near" style=width(first)>{percent(first)}</span>
                <span class="between" style=width(middle)></span>
                <span class="near" style=width(second)>{percent(second)}</span>
            </div>
        }
    })
}
