//! Which settings changed from one scenario to another, and the name of that change.

use super::mechanisms::{Link, direction_names, links};
use crate::language::phrase;
use crate::phrase;
use crate::scenario::{Parameter, Preset, Scenario, Value, parameters};
use crate::summary::settings::format_value;

/// A change of settings.
pub struct SettingChange {
    /// The name of the change, for the beginning of a sentence.
    pub name: String,
    /// The links of the parameter, if exactly one was raised or lowered.
    pub links: &'static [Link],
    /// Whether it was raised.
    pub raised: bool,
    /// Whether only the random seed changed.
    pub only_seed: bool,
}

impl SettingChange {
    /// The change between two scenarios; `None` if no setting changed.
    pub fn of(before: &Scenario, after: &Scenario) -> Option<Self> {
        let both = |parameter: &Parameter| [(parameter.get)(before), (parameter.get)(after)];
        let differs = |parameter: &&Parameter| {
            let [before, after] = both(parameter);
            before != after
        };
        let differing_settings: Vec<&Parameter> = parameters().filter(differs).collect();
        let without_links = |name| Self { name, links: &[], raised: true, only_seed: false };
        match differing_settings[..] {
            [] => None,
            _ if before.preset != after.preset => Some(without_links(preset_change(before, after))),
            [parameter] => Some(Self::one(parameter, both(parameter))),
            _ => {
                let settings = differing_settings.len();
                Some(without_links(phrase!("{settings} settings changed together", settings)))
            }
        }
    }

    fn one(parameter: &Parameter, [before, after]: [Value; 2]) -> Self {
        let magnitude = |value: Value| match value {
            Value::YesNo(answer) => f64::from(u8::from(answer)),
            Value::Stages(numbers) => numbers.iter().sum(),
            _ => value.number(),
        };
        let raised = magnitude(after) > magnitude(before);
        let name = match direction_names(parameter.key) {
            Some(names) => phrase(names[usize::from(raised)]).to_owned(),
            None if parameter.is_none(after) => {
                phrase!("{setting} removed", setting = parameter.label())
            }
            None => phrase!(
                "{setting} at {value}",
                setting = parameter.label(),
                value = format_value(parameter, after)
            ),
        };
        let only_seed = parameter.key == "seed";
        Self { name, links: links(parameter.key), raised, only_seed }
    }
}

/// The name of a change to another preset, or to the default.
fn preset_change(before: &Scenario, after: &Scenario) -> String {
    match [before, after].map(|scenario| scenario.preset.map(Preset::label)) {
        [Some(before), Some(after)] => {
            phrase!("{district} instead of {other}", district = after, other = before)
        }
        [Some(district), None] => phrase!("the default instead of {district}", district),
        [None, after] => {
            phrase!("{district} instead of the default", district = after.unwrap_or_default())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::parameter;

    fn name(key: &str, value: Value) -> String {
        let base = Scenario::default();
        let changed = base.with(parameter(key).unwrap(), value).unwrap();
        SettingChange::of(&base, &changed).expect("a setting that differs").name
    }

    #[test]
    fn a_change_has_the_name_of_its_direction() {
        assert_eq!(name("fast_slow", Value::Number(0.3)), "Slower pace");
        assert_eq!(name("fast_slow", Value::Number(-0.3)), "Faster pace");
        assert_eq!(name("public_launch", Value::YesNo(true)), "Public launch");
        assert_eq!(name("intakes_per_year", Value::Whole(1)), "Fewer intakes a year");
    }

    #[test]
    fn a_parameter_without_such_a_name_is_named_by_its_label_and_value() {
        let name = name("peer_rate", Value::Number(0.9));
        assert_eq!(name, "Volunteering because of peers at 0.9 per year");
    }

    #[test]
    fn a_cap_is_named_by_its_amount_or_is_removed() {
        let cap = parameter("spending_cap").unwrap();
        let free = Scenario::default();
        let capped = free.with(cap, Value::Number(1_500.0)).unwrap();
        let name = |before, after| SettingChange::of(before, after).unwrap().name;
        assert_eq!(name(&free, &capped), "Spending cap at $1,500,000 per year in all");
        assert_eq!(name(&capped, &free), "Spending cap removed");
    }
}
