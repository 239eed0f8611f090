//! Launch, safeguards, district and advanced parameters, each in its own section.

use super::explain::explain;
use super::form::fields;
use super::your_district::FIELDS;
use crate::language::phrase;
use crate::scenario::{Group, Settings, parameter, parameters_of};
use maud::{Markup, html};

/// Top-level sections, in this order.
const SECTIONS: [Group; 4] =
    [Group::Launch, Group::Mitigations, Group::District, Group::Simulation];

/// Sections inside "Advanced", starting with the first sensitivity check.
const ADVANCED: [Group; 7] = [
    Group::Sensitivity,
    Group::Spread,
    Group::Coaching,
    Group::Practice,
    Group::Learning,
    Group::Risks,
    Group::Costs,
];

/// Parameters whose fields are next to the chart; those of [`FIELDS`] are at the top of the page.
const NEXT_TO_CHART: [&str; 1] = ["uncertain_constants"];

/// Renders the fields next to the chart.
pub fn fields_next_to_chart(settings: &Settings) -> String {
    fields(NEXT_TO_CHART.into_iter().filter_map(parameter), settings).into_string()
}

/// Renders all settings except the decisions and the fields next to the chart and at the top. Only the launch has its
/// fields at once; another section gets them from [`section_content`] when it is opened for the first
/// time, because browsers process every field of a page on load, even invisible ones.
pub fn settings(settings: &Settings) -> String {
    html! {
        @for group in SECTIONS { (section(group, settings)) }
        details id="advanced" {
            summary { (phrase("Advanced: every constant of the model")) }
            p class="note" {
                (phrase("Each constant has a badge: measured, borrowed from another setting, or a judgment. \
                    Vary the strength of decisions first: at 0 their multipliers vanish."))
            }
            @for group in ADVANCED { (section(group, settings)) }
        }
    }
    .into_string()
}

/// The section of one group; an attribute identifies the one whose content is missing.
fn section(group: Group, settings: &Settings) -> Markup {
    let open = group == Group::Launch;
    html! {
        details class="section" id={ "section-" (group.key()) } open[open] data-section=[(!open).then_some(group.key())] {
            summary { (group.title()) }
            @if open { (content(group, settings)) }
        }
    }
}

/// Renders the content of the section with this key; empty if there is none.
pub fn section_content(key: &str, settings: &Settings) -> String {
    let mut groups = SECTIONS.into_iter().chain(ADVANCED);
    let group = groups.find(|group| group.key() == key);
    group.map_or_else(String::new, |group| content(group, settings).into_string())
}

/// The parameters of one group, with its notes and explanations.
fn content(group: Group, settings: &Settings) -> Markup {
    let parameters = parameters_of(group)
        .filter(|parameter| ![&NEXT_TO_CHART[..], &FIELDS].concat().contains(&parameter.key));
    html! {
        @if group == Group::District {
            p class="note" id="account" { @if let Some(p) = settings.preset { (p.account()) } }
        }
        @if group == Group::Mitigations {
            p class="note" {
                (phrase("Effort costs money for every school of the district, active or not. For how \
                    much, see the advanced section on risks and setbacks."))
            }
        }
        @for parameter in parameters {
            (fields([parameter], settings))
            @if parameter.key == "coaching_budget" {
                p class="quiet" data-in-all {}
            }
        }
        @if group == Group::Launch {
            (explain("launch", html! { (phrase("Soft or public, explained")) }))
            (explain("phases", html! { (phrase("In three phases, explained")) }))
        }
        @if group == Group::Mitigations {
            (explain("risks", html! { (phrase("The six risks, explained")) }))
        }
        @if group == Group::Simulation {
            button type="button" data-action="other-luck" { (phrase("New random seed")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::your_district::meanings;
    use crate::scenario::{Preset, parameters};

    #[test]
    fn every_parameter_except_the_decisions_appears_once() {
        let chosen = Preset::Chicago.settings();
        let empty = SECTIONS.into_iter().chain(ADVANCED).filter(|group| *group != Group::Launch);
        let later = empty.map(|group| section_content(group.key(), &chosen)).collect::<String>();
        let html = settings(&chosen) + &later + &fields_next_to_chart(&chosen) + &meanings();
        for parameter in parameters().filter(|p| p.group != Group::Decisions) {
            let help = format!("id=\"{}-help\"", parameter.key);
            assert_eq!(html.matches(&help).count(), 1, "{}", parameter.key);
        }
    }
}
