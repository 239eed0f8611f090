//! Launch, safeguards, district and advanced parameters, each in a section of its own.

use super::fields::Field;
use super::page::{Page, fresh_seed};
use crate::scenario::{Group, Preset, Value, parameter, parameters_of};
use leptos::prelude::*;

/// Sections of their own, in this order.
const SECTIONS: [Group; 4] =
    [Group::Launch, Group::Mitigations, Group::District, Group::Simulation];

/// Sections inside "Advanced", the first sensitivity check first.
const ADVANCED: [Group; 7] = [
    Group::Sensitivity,
    Group::Spread,
    Group::Coaching,
    Group::Practice,
    Group::Learning,
    Group::Risks,
    Group::Costs,
];

/// The one parameter that has its field beside the chart.
pub const BESIDE_THE_CHART: &str = "target_schools";

/// What safeguards cost.
const EFFORT_COSTS: &str = "Effort costs money for every school of the district, active or not: how much, \
                            the advanced section on risks and setbacks says.";

/// All settings but the decisions.
#[component]
pub fn Settings() -> impl IntoView {
    view! {
        <div class="settings">
            {SECTIONS.map(|group| view! { <Section group /> }).collect_view()}
            <details>
                <summary>"Advanced: every constant of the model"</summary>
                <p class="note">
                    "Each constant has a badge: measured, borrowed from another setting, or a judgement. \
                    Vary the strength of decisions first: at 0 their multipliers vanish."
                </p>
                {ADVANCED.map(|group| view! { <Section group /> }).collect_view()}
            </details>
        </div>
    }
}

/// The parameters of one group.
#[component]
fn Section(group: Group) -> impl IntoView {
    let fields = || {
        parameters_of(group)
            .filter(|parameter| parameter.key != BESIDE_THE_CHART)
            .map(|parameter| view! { <Field parameter /> })
            .collect_view()
    };
    view! {
        <details class="section" open=group == Group::Launch>
            <summary>{group.title()}</summary>
            {(group == Group::District).then(|| view! { <Account /> })}
            {(group == Group::Mitigations).then_some(view! { <p class="note">{EFFORT_COSTS}</p> })}
            {fields()}
            {(group == Group::Simulation).then(|| view! { <OtherLuck /> })}
        </details>
    }
}

/// Draws a fresh seed: how much of what is on the screen is luck?
#[component]
fn OtherLuck() -> impl IntoView {
    let page = Page::here();
    let draw = move |_| {
        if let (Some(seed), Some(number)) = (parameter("seed"), fresh_seed()) {
            // Every such number is allowed.
            let _ = page.change(seed, Value::Whole(number));
        }
    };
    view! { <button type="button" on:click=draw>"Draw another seed"</button> }
}

/// What the preset rests on.
#[component]
fn Account() -> impl IntoView {
    let page = Page::here();
    view! { <p class="note">{move || page.preset.get().map(Preset::account)}</p> }
}
