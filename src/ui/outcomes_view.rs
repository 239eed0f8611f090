//! The outcomes beside the chart.

use super::elements::tell_all;
use super::page::Page;
use crate::markup;
use crate::markup::outcomes::{TOLD, told};
use crate::scenario::calendar::month_name;
use crate::summary::Summary;
use leptos::html::Dl;
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
    let list: NodeRef<Dl> = NodeRef::new();
    Effect::new(move |_| {
        let Some(list) = list.get() else { return };
        page.summary.with(|summary| {
            let Some(Summary { outcomes, .. }) = summary else { return };
            if list.child_element_count() == 0 {
                list.set_inner_html(&markup::outcomes(outcomes));
            } else {
                tell_all(&list, TOLD, told(outcomes));
            }
        });
    });
    view! {
        <section class="outcomes" aria-labelledby="outcomes-title">
            <h2 id="outcomes-title">"Outcomes"</h2>
            <p class="quiet">{end}</p>
            <dl node_ref=list class:explained=move || explained.get()></dl>
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
