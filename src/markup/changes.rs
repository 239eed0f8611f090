//! The settings that differ from what was opened, each with a button that takes it back.

use crate::language::phrase;
use crate::phrase;
use crate::scenario::{Parameter, Scenario, parameters};
use crate::summary::format_value;
use maud::html;

/// The value of `data-action` of the buttons; `value` is the key of the parameter.
pub const TAKE_BACK: &str = "take-back";

/// The parameters that differ, in the order of the form; none where the districts differ.
pub fn changed<'a>(
    scenario: &'a Scenario,
    origin: &'a Scenario,
) -> impl Iterator<Item = &'static Parameter> + 'a {
    let differs = move |row: &&Parameter| {
        scenario.preset == origin.preset && (row.get)(scenario) != (row.get)(origin)
    };
    parameters().filter(differs)
}

/// Renders the list of what differs.
pub fn changes(scenario: &Scenario, origin: &Scenario) -> String {
    html! {
        @for row in changed(scenario, origin) {
            li {
                (phrase!(
                    "{setting}: {now}; before: {before}",
                    setting = row.label(),
                    now = format_value(row, (row.get)(scenario)),
                    before = format_value(row, (row.get)(origin))
                )) " "
                button type="button" class="link" data-action=(TAKE_BACK) value=(row.key) {
                    (phrase("Revert")) span class="visually-hidden" { ": " (row.label()) }
                }
            }
        }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::with;

    #[test]
    fn each_changed_setting_has_both_values_and_a_button() {
        let chicago = Scenario::from(Preset::Chicago);
        let other = with(&chicago, |settings| {
            settings.district.coaching_budget = 12.0;
            settings.decisions.fast_slow = 0.4;
        });
        let html = changes(&other, &chicago);
        assert_eq!(html.matches("<li>").count(), 2);
        assert!(
            html.contains(
                "Coaching budget: $12,000 per school per year; before: $9,000 per school per year"
            ),
            "{html}"
        );
        assert!(html.contains("value=\"coaching_budget\""), "{html}");
        assert_eq!(changes(&chicago, &chicago), "");
        assert_eq!(changes(&chicago, &Preset::SmallWealthy.into()), "");
    }
}
