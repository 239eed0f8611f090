//! Which settings changed from one scenario to another, and what that is called.

use super::mechanisms::{Link, links, names};
use crate::scenario::{Parameter, Preset, Scenario, Value, parameters};
use crate::summary::settings::value_in_words;

/// Which settings changed.
pub struct Changed {
    /// What it is called, to begin a sentence with.
    pub name: String,
    /// The links of the parameter, if it is one alone that was raised or lowered.
    pub links: &'static [Link],
    /// Whether it was raised.
    pub raised: bool,
    /// Whether only the seed of chance changed.
    pub only_luck: bool,
}

impl Changed {
    /// None if no setting did.
    pub fn of(before: &Scenario, after: &Scenario) -> Option<Self> {
        let both = |parameter: &Parameter| [(parameter.get)(before), (parameter.get)(after)];
        let differs = |parameter: &&Parameter| {
            let [before, after] = both(parameter);
            before != after
        };
        let differing: Vec<&Parameter> = parameters().filter(differs).collect();
        let several = |name| Self { name, links: &[], raised: true, only_luck: false };
        let preset = |scenario: &Scenario| scenario.preset.map_or("the default", Preset::label);
        match differing[..] {
            [] => None,
            _ if before.preset != after.preset => {
                Some(several(format!("{} instead of {}", preset(after), preset(before))))
            }
            [parameter] => Some(Self::one(parameter, both(parameter))),
            _ => Some(several(format!("{} settings changed together", differing.len()))),
        }
    }

    fn one(parameter: &Parameter, [before, after]: [Value; 2]) -> Self {
        let height = |value: Value| match value {
            Value::YesNo(answer) => f64::from(u8::from(answer)),
            Value::Stages(numbers) => numbers.iter().sum(),
            _ => value.number(),
        };
        let raised = height(after) > height(before);
        let name = match names(parameter.key) {
            Some([lowered, _]) if !raised => lowered.to_owned(),
            Some([_, raised]) => raised.to_owned(),
            None => format!("{} at {}", parameter.label(), value_in_words(parameter, after)),
        };
        let only_luck = parameter.key == "seed";
        Self { name, links: links(parameter.key), raised, only_luck }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::parameter;

    fn name(key: &str, value: Value) -> String {
        let base = Scenario::default();
        let changed = base.with(parameter(key).unwrap(), value).unwrap();
        Changed::of(&base, &changed).expect("a setting that differs").name
    }

    #[test]
    fn a_change_has_the_name_of_its_direction() {
        assert_eq!(name("fast_slow", Value::Number(0.3)), "Slower pace");
        assert_eq!(name("fast_slow", Value::Number(-0.3)), "Faster pace");
        assert_eq!(name("public_launch", Value::YesNo(true)), "Public launch");
        assert_eq!(name("intakes_per_year", Value::Whole(1)), "Fewer intakes a year");
    }

    #[test]
    fn a_parameter_without_such_a_name_is_told_by_its_label_and_value() {
        let told = name("peer_rate", Value::Number(0.9));
        assert_eq!(told, "Volunteering caused by peers at 0.9 per year");
    }
}
