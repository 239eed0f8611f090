//! The runs on one chart, by an outcome that a person chooses.

use crate::chart::CompareChart;
use crate::language::phrase;
use crate::markup;
use crate::markup::compare_chart::HOW_TO_READ;
use crate::plural;
use crate::state::comparison::ComparedRun;
use crate::summary::compare::{Course, OutcomeMetric};
use crate::ui::browser::reactive::text;
use crate::ui::browser::size::size_of;
use leptos::html::Div;
use leptos::prelude::*;

/// The choice of an outcome, the chart and its key.
#[component]
pub fn Chart(chosen: RwSignal<OutcomeMetric>, compared: Memo<Vec<ComparedRun>>) -> impl IntoView {
    let drawn = |metric: &OutcomeMetric| metric.row().measure.is_some();
    let options = OutcomeMetric::outcomes().filter(drawn).map(|metric| {
        let row = metric.row();
        view! { <option value=row.key>{phrase(row.label)}</option> }
    });
    let choose = move |event| {
        let key = event_target_value(&event);
        if let Some(metric) = OutcomeMetric::outcomes().find(|metric| metric.row().key == key) {
            chosen.set(metric);
        }
    };
    let element: NodeRef<Div> = NodeRef::new();
    let size = size_of(element);
    let drawing = move || {
        let metric = chosen.get();
        let size = size.get()?;
        compared.with(|runs| {
            let courses: Vec<&Course> =
                runs.iter().filter_map(|r| r.digest.course(metric)).collect();
            let colors: Vec<usize> = runs.iter().map(|run| run.color).collect();
            let calendar = runs.first()?.digest.scenario.calendar();
            let text = plural!(
                runs.len(),
                "{outcome} of {count} run; the table below has the numbers.",
                "{outcome} of {count} runs; the table below has the numbers.",
                outcome = phrase(metric.row().label),
            );
            Some(markup::compare_chart(
                &CompareChart::new(&courses, calendar, size),
                &colors,
                &text,
            ))
        })
    };
    let key = move || {
        compared
            .get()
            .into_iter()
            .map(|run| {
                view! {
                    <li>
                        <svg class=format!("key run run-{}", run.color) viewBox="0 0 24 10">
                            <line x2="24" y1="5" y2="5" />
                        </svg>
                        {run.name}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <div class="chart-head">
            <label>
                {phrase("Show")} " "
                <select prop:value=move || chosen.get().row().key on:change=choose>
                    {options.collect_view()}
                </select>
            </label>
            <ul class="legend">{key} <li class="quiet">{phrase(HOW_TO_READ)}</li></ul>
        </div>
        <div class="chart compare-chart" node_ref=element>
            <div inner_html=text(move || drawing().unwrap_or_default())></div>
        </div>
    }
}
