//! Which settings changed from one scenario to another, and what that is called.

use super::mechanisms::{Link, links, names};
use crate::language::phrase;
use crate::phrase;
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
        match differing[..] {
            [] => None,
            _ if before.preset != after.preset => Some(several(other_district(before, after))),
            [parameter] => Some(Self::one(parameter, both(parameter))),
            _ => {
                let settings = differing.len();
                Some(several(phrase!("{settings} settings changed together", settings)))
            }
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
            Some(names) => phrase(names[usize::from(raised)]).to_owned(),
            None => phrase!(
                "{setting} at {value}",
                setting = parameter.label(),
                value = value_in_words(parameter, after)
            ),
        };
        let only_luck = parameter.key == "seed";
        Self { name, links: links(parameter.key), raised, only_luck }
    }
}

/// That another district is started from, or the default one.
fn other_district(before: &Scenario, after: &Scenario) -> String {
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
