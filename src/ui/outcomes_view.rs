//! The outcomes beside the chart.

use super::page::Page;
use crate::markup;
use crate::scenario::calendar::month_name;
use leptos::prelude::*;

/// All outcomes, each with its band and its meaning.
#[component]
pub fn Outcomes() -> impl IntoView {
    let page = Page::here();
    let explained = RwSignal::new(false);
    let end = move || {
        page.of_summary(|s| {
            format!(
                "{}, median and 80\u{a0}% of futures",
                month_name(s.scenario.preset, s.bands.months())
            )
        })
    };
    let outcomes = move || page.of_summary(|summary| markup::outcomes(&summary.outcomes));
    view! {
        <section class="outcomes" aria-labelledby="outcomes-title">
            <h2 id="outcomes-title">"Outcomes"</h2>
            <p class="quiet">{end}</p>
            <dl class:explained=move || explained.get() inner_html=outcomes></dl>
            <button
                type="button"
                aria-expanded=move || explained.get().to_string()
                on:click=move |_| explained.update(|explained| *explained = !*explained)
            >
                "What these mean"
            </button>
        </section>
    }
}
