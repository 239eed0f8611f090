//! The outcomes beside the chart.

use super::page::Page;
use crate::markup;
use leptos::prelude::*;

/// All outcomes, each with its band and its meaning.
#[component]
pub fn Outcomes() -> impl IntoView {
    let page = Page::here();
    let outcomes = move || page.of_summary(|summary| markup::outcomes(&summary.outcomes));
    view! {
        <section class="outcomes" aria-labelledby="outcomes-title">
            <h2 id="outcomes-title">"Outcomes"</h2>
            <dl inner_html=outcomes></dl>
        </section>
    }
}
