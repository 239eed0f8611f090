//! The outcomes beside the chart.

use super::page::Page;
use crate::summary::Outcome;
use leptos::prelude::*;

/// All outcomes, each with its band and its meaning.
#[component]
pub fn Outcomes() -> impl IntoView {
    let page = Page::here();
    let outcomes = move || {
        page.summary
            .with(|summary| summary.as_ref().map(|s| s.outcomes.iter().map(row).collect_view()))
    };
    view! {
        <section class="outcomes" aria-labelledby="outcomes-title">
            <h2 id="outcomes-title">"Outcomes"</h2>
            <dl>{outcomes}</dl>
        </section>
    }
}

fn row(outcome: &Outcome) -> impl IntoView + use<> {
    view! {
        <div class="outcome">
            <dt>{outcome.label.clone()}</dt>
            <dd class="value">{outcome.value.clone()}</dd>
            <dd class="spread">{outcome.spread.clone()}</dd>
            <dd class="meaning">{outcome.meaning}</dd>
        </div>
    }
}
