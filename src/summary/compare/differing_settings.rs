//! The settings in which runs differ.

use crate::language::phrase;
use crate::scenario::{Preset, Scenario, parameters};
use crate::summary::settings::format_value;

/// One setting that is not the same in all runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingRow {
    /// Its label.
    pub label: &'static str,
    /// Its formatted value in each run, with its unit.
    pub values: Vec<String>,
}

/// The settings in which these scenarios differ, in the order of the form; the preset comes first.
pub fn differing_settings(scenarios: &[&Scenario]) -> Vec<SettingRow> {
    let presets: Vec<Option<Preset>> = scenarios.iter().map(|scenario| scenario.preset).collect();
    let mut rows = Vec::new();
    if !all_equal(&presets) {
        let default = phrase("Default district");
        let name = |preset: &Option<Preset>| preset.map_or(default, Preset::label);
        rows.push(SettingRow {
            label: phrase("District to start from"),
            values: presets.iter().map(|preset| name(preset).to_owned()).collect(),
        });
    }
    for parameter in parameters() {
        let values: Vec<_> = scenarios.iter().map(|scenario| (parameter.get)(scenario)).collect();
        if !all_equal(&values) {
            let values = values.iter().map(|&value| format_value(parameter, value));
            rows.push(SettingRow { label: parameter.label(), values: values.collect() });
        }
    }
    rows
}

fn all_equal<T: PartialEq>(values: &[T]) -> bool {
    values.windows(2).all(|pair| pair[0] == pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::compare::test_ensembles::with;

    #[test]
    fn only_differing_settings_are_listed_with_the_labels_of_the_page() {
        let chicago = Scenario::from(Preset::Chicago);
        let other = with(&chicago, |s| {
            s.decisions.fast_slow = 0.4;
            s.launch.public_launch = true;
            s.mitigations.alignment = 0.3;
            s.district.coaching_budget = 12.0;
        });
        let rows = differing_settings(&[&chicago, &other]);
        let found: Vec<_> = rows.iter().map(|row| (row.label, row.values.join(" | "))).collect();
        let expected = [
            (
                "Fast and furious or slow and steady",
                "0.2 toward Fast and furious | 0.4 toward Slow and steady",
            ),
            ("Kind of launch", "Soft: show results first | Public: announce at once"),
            ("Curriculum aligned", "0% of full effort | 30% of full effort"),
            ("Coaching budget", "$9,000 per school per year | $12,000 per school per year"),
        ];
        assert_eq!(found, expected.map(|(label, values)| (label, values.to_owned())));
    }

    #[test]
    fn another_preset_comes_first() {
        let rows = differing_settings(&[&Preset::Chicago.into(), &Scenario::default()]);
        assert_eq!(rows[0].values, ["Chicago", "Default district"]);
    }

    #[test]
    fn a_scenario_does_not_differ_from_itself() {
        let chicago = Scenario::from(Preset::Chicago);
        assert_eq!(differing_settings(&[&chicago, &chicago, &chicago]), []);
    }
}
