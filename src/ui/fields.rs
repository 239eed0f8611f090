//! One form field for each kind of parameter, made from its row in the table.

use super::page::Page;
use crate::scenario::{Group, Parameter, Problems, Range, Value};
use crate::summary::percent;
use leptos::prelude::*;

/// The number of a value of one number; 0 for the others.
pub fn number_of(value: Value) -> f64 {
    match value {
        Value::Number(number) => number,
        Value::Whole(number) => number as f64,
        Value::YesNo(_) | Value::Stages(_) => 0.0,
    }
}

/// The field of a parameter, with its help, range, evidence badge and source.
#[component]
pub fn Field(parameter: &'static Parameter) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let control = match (parameter.default_value(), parameter.range) {
        (Value::Stages(_), _) => view! { <StagesField parameter problem /> }.into_any(),
        (_, Range::YesNo { no, yes }) => view! { <YesNoField parameter no yes /> }.into_any(),
        (_, Range::OneOf(choices)) => view! { <ChoiceField parameter choices /> }.into_any(),
        _ if parameter.group == Group::Mitigations => {
            view! { <EffortField parameter /> }.into_any()
        }
        _ => view! { <NumberField parameter problem /> }.into_any(),
    };
    view! {
        <div class="field">
            {control}
            <p class="help" id=help_id(parameter)>{parameter.help()} " " <Facts parameter /></p>
            <p class="problem" role="alert">{move || problem.get()}</p>
        </div>
    }
}

/// Range, badge and source.
#[component]
fn Facts(parameter: &'static Parameter) -> impl IntoView {
    let range = match parameter.range {
        Range::Between(low, high) => format!("{low} to {high} {}.", parameter.unit),
        Range::OneOf(_) | Range::YesNo { .. } => String::new(),
    };
    let badge = parameter.evidence.badge();
    let source = parameter.evidence.source();
    view! {
        <span class="facts">
            {range}
            {(!badge.is_empty()).then(|| view! { " " <span class="badge" data-badge=badge>{badge}</span> })}
            {(!source.is_empty()).then(|| format!(" {source}"))}
        </span>
    }
}

fn help_id(parameter: &Parameter) -> String {
    format!("{}-help", parameter.key)
}

/// Changes a parameter; a refused text stays in its field, with a sentence on what is kept.
fn commit(
    page: Page,
    parameter: &'static Parameter,
    text: &str,
    problem: RwSignal<Option<String>>,
) {
    let changed = parameter
        .parse(text)
        .map_err(Problems::from)
        .and_then(|value| page.change(parameter, value));
    problem.set(changed.err().map(|problems| {
        let kept = page.scenario.with_untracked(|scenario| (parameter.get)(scenario));
        format!("{problems} The page keeps {kept}.")
    }));
}

/// Follows a parameter's value; a problem with what was typed before goes when the value changes.
fn value_and_problem(
    parameter: &'static Parameter,
    problem: RwSignal<Option<String>>,
) -> Memo<Value> {
    let value = Page::here().value(parameter);
    Effect::new(move |_| {
        value.track();
        problem.set(None);
    });
    value
}

#[component]
fn NumberField(parameter: &'static Parameter, problem: RwSignal<Option<String>>) -> impl IntoView {
    let page = Page::here();
    let value = value_and_problem(parameter, problem);
    view! {
        <label for=parameter.key>{parameter.label}</label>
        <input
            type="text"
            inputmode="decimal"
            autocomplete="off"
            id=parameter.key
            prop:value=move || value.get().to_string()
            aria-describedby=help_id(parameter)
            aria-invalid=move || problem.with(Option::is_some).to_string()
            on:change=move |event| commit(page, parameter, &event_target_value(&event), problem)
        />
    }
}

/// Three numbers, one a stage; they are read together.
#[component]
fn StagesField(parameter: &'static Parameter, problem: RwSignal<Option<String>>) -> impl IntoView {
    let page = Page::here();
    let value = value_and_problem(parameter, problem);
    let inputs: [NodeRef<leptos::html::Input>; 3] = [(); 3].map(|()| NodeRef::new());
    let read = move |_| {
        let texts = inputs.map(|input| input.get_untracked().map(|input| input.value()));
        commit(page, parameter, &texts.map(Option::unwrap_or_default).join(","), problem);
    };
    let stages = ["introductory", "pilot", "whole school"];
    let fields = inputs.into_iter().zip(stages).enumerate().map(move |(place, (input, stage))| {
        let number = move || match value.get() {
            Value::Stages(numbers) => numbers[place].to_string(),
            other => other.to_string(),
        };
        view! {
            <label>
                <span>{stage}</span>
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    node_ref=input
                    prop:value=number
                    aria-describedby=help_id(parameter)
                    aria-invalid=move || problem.with(Option::is_some).to_string()
                    on:change=read
                />
            </label>
        }
    });
    view! {
        <fieldset class="stages">
            <legend>{parameter.label}</legend>
            {fields.collect_view()}
        </fieldset>
    }
}

/// A slider over the range of a parameter; `words` says a position for a screen reader.
#[component]
pub fn Slider(
    parameter: &'static Parameter,
    words: Box<dyn Fn(f64) -> String + Send>,
    described_by: String,
) -> impl IntoView {
    let page = Page::here();
    let value = page.value(parameter);
    let position = move || number_of(value.get());
    let (low, high) = match parameter.range {
        Range::Between(low, high) => (low, high),
        Range::OneOf(_) | Range::YesNo { .. } => (0.0, 1.0),
    };
    let slide = move |event| {
        if let Ok(value) = parameter.parse(&event_target_value(&event)) {
            // A slider cannot leave its range.
            let _ = page.change(parameter, value);
        }
    };
    view! {
        <input
            type="range"
            id=parameter.key
            min=low
            max=high
            step=parameter.step
            prop:value=position
            aria-valuetext=move || words(position())
            aria-describedby=described_by
            on:input=slide
        />
    }
}

/// A share of effort, from none to full.
#[component]
fn EffortField(parameter: &'static Parameter) -> impl IntoView {
    let value = Page::here().value(parameter);
    let words = Box::new(|share| format!("{} of full effort", percent(share)));
    view! {
        <label for=parameter.key>
            {parameter.label} " " <output>{move || percent(number_of(value.get()))}</output>
        </label>
        <Slider parameter words described_by=help_id(parameter) />
    }
}

#[component]
fn ChoiceField(parameter: &'static Parameter, choices: &'static [u64]) -> impl IntoView {
    let page = Page::here();
    let value = page.value(parameter);
    let option =
        |choice: &u64| view! { <option value=choice.to_string()>{choice.to_string()}</option> };
    view! {
        <label for=parameter.key>{parameter.label}</label>
        <select
            id=parameter.key
            prop:value=move || value.get().to_string()
            aria-describedby=help_id(parameter)
            on:change=move |event| {
                if let Ok(value) = parameter.parse(&event_target_value(&event)) {
                    // Every option is allowed.
                    let _ = page.change(parameter, value);
                }
            }
        >
            {choices.iter().map(option).collect_view()}
        </select>
    }
}

/// Two answers, each in its own words.
#[component]
fn YesNoField(parameter: &'static Parameter, no: &'static str, yes: &'static str) -> impl IntoView {
    let page = Page::here();
    let value = page.value(parameter);
    let answers = [(false, no), (true, yes)].map(|(answer, words)| {
        view! {
            <label class="tick">
                <input
                    type="radio"
                    name=parameter.key
                    prop:checked=move || value.get() == Value::YesNo(answer)
                    on:change=move |_| {
                        // Both answers are allowed.
                        let _ = page.change(parameter, Value::YesNo(answer));
                    }
                />
                {words}
            </label>
        }
    });
    view! {
        <fieldset class="answers" aria-describedby=help_id(parameter)>
            <legend>{parameter.label}</legend>
            {answers}
        </fieldset>
    }
}
