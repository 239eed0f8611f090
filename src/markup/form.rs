//! The fields of parameters. `ui::form` binds them to the scenario: the name of a control is the key of
//! its parameter, and the ids of problems and outputs contain the key.

use crate::language::{self, fill, phrase, to_phrase};
use crate::scenario::{Group, Parameter, Range, Settings, Value};
use crate::summary::format_position;
use maud::{Markup, html};

/// The names of the three stages next to their numbers.
const STAGES: [&str; 3] =
    [to_phrase("introductory"), to_phrase("pilot"), to_phrase("whole school")];

/// Renders the fields of these parameters.
pub fn fields<'a>(
    parameters: impl IntoIterator<Item = &'a Parameter>,
    settings: &Settings,
) -> Markup {
    html! { @for parameter in parameters { (field(parameter, (parameter.get)(settings))) } }
}

/// The field of a parameter, with its help, range, evidence badge and source.
fn field(parameter: &Parameter, value: Value) -> Markup {
    html! {
        div class="field" {
            (control(parameter, value))
            p class="help" id=(help_id(parameter)) { (parameter.help()) " " (facts(parameter)) }
            (problem(parameter))
        }
    }
}

/// The place for what is wrong with what a parameter's fields say.
pub(super) fn problem(parameter: &Parameter) -> Markup {
    html! { p class="problem" id={ (parameter.key) "-problem" } role="alert" {} }
}

/// The control of the parameter, and its label.
fn control(parameter: &Parameter, value: Value) -> Markup {
    match (value, parameter.range) {
        (Value::Stages(numbers), _) => stages(parameter, numbers),
        (_, Range::YesNo { no, yes }) => {
            answers(parameter, [("no", phrase(no)), ("yes", phrase(yes))], &value.to_string())
        }
        (_, Range::OneOf(choices)) => choice(parameter, choices, &value.to_string()),
        _ if parameter.group == Group::Mitigations => effort(parameter, value),
        _ => html! {
            label for=(parameter.key) { (parameter.label()) }
            (number(parameter, Some(parameter.key), &parameter.in_fields(value)))
        },
    }
}

/// Range, badge and source. The range of a safeguard is visible on its slider, in percent.
pub(super) fn facts(parameter: &Parameter) -> Markup {
    let badge = parameter.evidence().badge();
    let source = parameter.evidence().source();
    html! {
        span class="facts" {
            @if parameter.group != Group::Mitigations { (range(parameter)) }
            @if !badge.is_empty() { " " span class="badge" data-badge=(parameter.evidence().key()) { (badge) } }
            @if !source.is_empty() { " " (source) }
        }
    }
}

/// What may be entered; empty where the control shows it.
fn range(parameter: &Parameter) -> String {
    let (english, low, high) = match parameter.range {
        Range::Between(low, high) => (to_phrase("{low} to {high} ({unit})."), low, high),
        Range::NoneOrBetween(low, high) => {
            (to_phrase("{low} to {high} ({unit}), or none."), low, high)
        }
        Range::OneOf(_) | Range::YesNo { .. } => return String::new(),
    };
    let [low, high] = [low, high].map(language::number);
    fill(phrase(english), &[("low", &low), ("high", &high), ("unit", &parameter.unit())])
}

pub(super) fn help_id(parameter: &Parameter) -> String {
    format!("{}-help", parameter.key)
}

/// A field to type into, which shows this text.
pub(super) fn number(parameter: &Parameter, id: Option<&str>, shown: &str) -> Markup {
    let is_optional = matches!(parameter.range, Range::NoneOrBetween(..));
    html! {
        input type="text" inputmode="decimal" autocomplete="off" id=[id] name=(parameter.key)
            value=(shown) placeholder=[is_optional.then(|| phrase("none"))] aria-describedby=(help_id(parameter));
    }
}

/// Three numbers, one per stage; they are parsed together.
fn stages(parameter: &Parameter, numbers: [f64; 3]) -> Markup {
    html! {
        fieldset class="stages" {
            legend { (parameter.label()) }
            @for (stage, value) in STAGES.into_iter().zip(numbers) {
                label { span { (phrase(stage)) } (number(parameter, None, &language::number(value))) }
            }
        }
    }
}

/// A slider over the range of a parameter.
pub fn slider(parameter: &Parameter, value: Value, described_by: Option<&str>) -> Markup {
    let (low, high) = match parameter.range {
        Range::Between(low, high) => (low, high),
        Range::NoneOrBetween(..) | Range::OneOf(_) | Range::YesNo { .. } => (0.0, 1.0),
    };
    html! {
        input type="range" id=(parameter.key) name=(parameter.key) min=(low) max=(high)
            step=(parameter.step) value=(value) aria-valuetext=(format_position(parameter, value))
            aria-describedby=[described_by];
    }
}

/// The effort for a safeguard, from none to full.
fn effort(parameter: &Parameter, value: Value) -> Markup {
    html! {
        label for=(parameter.key) {
            (parameter.label()) " "
            output id={ (parameter.key) "-output" } { (format_position(parameter, value)) }
        }
        (slider(parameter, value, Some(&help_id(parameter))))
    }
}

fn choice(parameter: &Parameter, choices: &[u64], chosen: &str) -> Markup {
    html! {
        label for=(parameter.key) { (parameter.label()) }
        select id=(parameter.key) name=(parameter.key) aria-describedby=(help_id(parameter)) {
            @for choice in choices.iter().map(u64::to_string) {
                option value=(choice) selected[choice == chosen] { (choice) }
            }
        }
    }
}

/// Two answers, each with its own text.
fn answers(parameter: &Parameter, answers: [(&str, &str); 2], chosen: &str) -> Markup {
    html! {
        fieldset class="answers" aria-describedby=(help_id(parameter)) {
            legend { (parameter.label()) }
            @for (answer, text) in answers {
                label class="tick" {
                    input type="radio" name=(parameter.key) value=(answer) checked[answer == chosen];
                    (text)
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{parameter, parameters};

    #[test]
    fn every_parameter_has_controls_with_its_name_label_and_badge() {
        let settings = Settings::default();
        for parameter in parameters() {
            let html = fields([parameter], &settings).into_string();
            let value = (parameter.get)(&settings);
            let controls = match value {
                Value::Stages(_) => 3,
                Value::YesNo(_) => 2,
                Value::Number(_) | Value::Whole(_) => 1,
            };
            let name = format!("name=\"{}\"", parameter.key);
            assert_eq!(html.matches(&name).count(), controls, "{html}");
            assert!(html.contains(parameter.label()), "{html}");
            assert!(html.contains(parameter.evidence().badge()), "{html}");
        }
    }

    #[test]
    fn the_controls_show_the_values() {
        let html = |key| fields(parameter(key), &Settings::default()).into_string();
        assert!(html("n_schools").contains("value=\"80\""));
        assert!(html("public_launch").contains("value=\"no\" checked"));
        assert!(html("intakes_per_year").contains("value=\"2\" selected"));
        assert!(html("stage_load").contains("value=\"0.25\""));
        assert!(html("narrative").contains("aria-valuetext=\"0% of full effort\""));
    }
}
