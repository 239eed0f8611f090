//! A scenario as a JSON file.
//!
//! One object with the parameters' names as keys; `decisions` and `mitigations` are nested objects. What
//! is left out has its default value or, with `"preset": "chicago"`, the value of that preset. `version`
//! (of the model that made it) and `name` describe the file itself. `public/scenario.schema.json` specifies all of it for other
//! programs.

use super::link::finish;
use super::names::tidy_name;
use super::problem::truncate;
use super::unique_json::{UniqueJson, parse_json};
use super::{
    Group, ModelVersion, Preset, Problem, Problems, Range, Scenario, Settings, Value, parameter,
    parameters,
};
use super::{file_problem, text_problem};
use crate::language::phrase;
use serde_json::{Map, Value as Json};

/// The keys of a file besides the parameters. Editors look for the schema under the first.
pub(super) const ABOUT: [&str; 4] = ["$schema", "name", "preset", "version"];

/// A scenario with its name.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioFile {
    /// The version of the model that made the file; the current one if it does not say.
    pub version: ModelVersion,
    /// The name that a person gave it; empty if there is none.
    pub name: String,
    /// The scenario in the file.
    pub scenario: Scenario,
}

impl ScenarioFile {
    /// Serializes the scenario as a JSON file with every parameter.
    pub fn to_json(&self) -> String {
        let mut file = Map::new();
        file.insert("version".to_owned(), ModelVersion::CURRENT.number().into());
        if !self.name.is_empty() {
            file.insert("name".to_owned(), self.name.as_str().into());
        }
        if let Some(preset) = self.scenario.preset {
            file.insert("preset".to_owned(), preset.key().into());
        }
        for parameter in parameters() {
            let object = match parameter.group.json_object() {
                None => Some(&mut file),
                Some(name) => {
                    file.entry(name).or_insert_with(|| Json::Object(Map::new())).as_object_mut()
                }
            };
            if let Some(object) = object {
                object.insert(parameter.key.to_owned(), to_json((parameter.get)(&self.scenario)));
            }
        }
        format!("{:#}\n", Json::Object(file))
    }

    /// Parses a JSON file.
    ///
    /// # Errors
    /// Everything that is wrong with it: not JSON, another version, unknown names, values that are not
    /// allowed.
    pub fn from_json(text: &str) -> Result<Self, Problems> {
        let ParsedFile { version, name, settings, problems } = parse(text)?;
        Ok(Self { version, name, scenario: finish(settings, version, problems)? })
    }
}

impl From<Scenario> for ScenarioFile {
    /// A file of this version, without a name.
    fn from(scenario: Scenario) -> Self {
        Self { version: ModelVersion::CURRENT, name: String::new(), scenario }
    }
}

impl Scenario {
    /// Serializes the scenario as a JSON file with every parameter.
    pub fn to_json(&self) -> String {
        ScenarioFile::from(*self).to_json()
    }

    /// Parses a JSON file.
    ///
    /// # Errors
    /// See [`ScenarioFile::from_json`].
    pub fn from_json(text: &str) -> Result<Self, Problems> {
        ScenarioFile::from_json(text).map(|file| file.scenario)
    }

    /// Parses a JSON file whose values may exceed the ranges; see [`Scenario::beyond_ranges`].
    ///
    /// # Errors
    /// See [`Scenario::from_json`], except for values that the equations can handle.
    pub fn from_json_beyond_ranges(text: &str) -> Result<Self, Problems> {
        match parse(text)? {
            ParsedFile { settings, problems, .. } if problems.is_empty() => {
                Self::beyond_ranges(settings)
            }
            ParsedFile { problems, .. } => Err(Problems(problems)),
        }
    }
}

pub(super) fn to_json(value: Value) -> Json {
    match value {
        Value::Number(number) => number.into(),
        Value::Whole(number) => number.into(),
        Value::YesNo(answer) => answer.into(),
        Value::Stages(numbers) => numbers.to_vec().into(),
    }
}

/// The contents of a file, and the problems found while parsing it.
struct ParsedFile {
    version: ModelVersion,
    name: String,
    settings: Settings,
    problems: Vec<Problem>,
}

fn parse(text: &str) -> Result<ParsedFile, Problems> {
    if text.trim().is_empty() {
        return Err(file_problem::empty().into());
    }
    let UniqueJson { json, repeated } =
        parse_json(text).map_err(|error| file_problem::not_json(&error))?;
    let Json::Object(file) = json else {
        return Err(file_problem::not_an_object(phrase("The file")).into());
    };
    // Nobody knows yet what is in a file of a later version.
    let version = match file.get("version") {
        None => ModelVersion::CURRENT,
        Some(version) => version
            .as_u64()
            .and_then(ModelVersion::from_number)
            .ok_or_else(|| file_problem::another_version(version))?,
    };
    let mut problems: Vec<Problem> =
        repeated.iter().map(|key| text_problem::given_twice(&truncate(key))).collect();
    let given_name = read_name(&file, &mut problems);
    let mut settings = Settings::starting_from(read_preset(&file, &mut problems));
    for (name, json) in file.iter().filter(|(name, _)| !ABOUT.contains(&name.as_str())) {
        match group_of(name) {
            None => read_parameter(name, None, json, &mut settings, &mut problems),
            Some(group) => match json.as_object() {
                None => problems.push(file_problem::not_an_object(name)),
                Some(object) => {
                    for (name, json) in object {
                        read_parameter(name, Some(group), json, &mut settings, &mut problems);
                    }
                }
            },
        }
    }
    Ok(ParsedFile { version, name: given_name, settings, problems })
}

/// The name of the scenario in the file; empty if there is none.
fn read_name(file: &Map<String, Json>, problems: &mut Vec<Problem>) -> String {
    match file.get("name") {
        None => String::new(),
        Some(Json::String(name)) => tidy_name(name),
        Some(json) => {
            problems.push(file_problem::name_is_not_text(json));
            String::new()
        }
    }
}

fn read_preset(file: &Map<String, Json>, problems: &mut Vec<Problem>) -> Option<Preset> {
    let json = file.get("preset")?;
    let preset = json.as_str().and_then(Preset::from_key);
    if preset.is_none() {
        problems.push(text_problem::unknown_preset(json.to_string().trim_matches('"')));
    }
    preset
}

/// The group whose JSON object has this name.
fn group_of(name: &str) -> Option<Group> {
    [Group::Decisions, Group::Mitigations]
        .into_iter()
        .find(|group| group.json_object() == Some(name))
}

/// Reads one value in the object of this group, or at the top level.
fn read_parameter(
    name: &str,
    object: Option<Group>,
    json: &Json,
    settings: &mut Settings,
    problems: &mut Vec<Problem>,
) {
    let Some(parameter) = parameter(name) else {
        problems.push(text_problem::unknown(name));
        return;
    };
    let own_object = parameter.group.json_object();
    if own_object != object.and_then(Group::json_object) {
        problems.push(file_problem::misplaced(parameter.key, own_object));
        return;
    }
    let written = from_json(json).and_then(|value| (parameter.set)(settings, value));
    if written.is_none() {
        problems.push(match parameter.range {
            Range::YesNo { .. } => file_problem::not_true_or_false(parameter.key, json),
            _ => Problem::not_allowed(parameter, json),
        });
    }
}

/// Converts a JSON value to a parameter value; `None` if no parameter has values like it.
fn from_json(json: &Json) -> Option<Value> {
    match json {
        Json::Bool(answer) => Some(Value::YesNo(*answer)),
        Json::Number(number) => {
            number.as_u64().map(Value::Whole).or_else(|| number.as_f64().map(whole_if_exact))
        }
        Json::Array(items) => {
            let numbers: Option<Vec<f64>> = items.iter().map(Json::as_f64).collect();
            numbers?.try_into().ok().map(Value::Stages)
        }
        _ => None,
    }
}

/// JSON does not distinguish between 80 and 80.0.
fn whole_if_exact(number: f64) -> Value {
    const EXACT_UP_TO: f64 = 9_007_199_254_740_991.0;
    if (0.0..=EXACT_UP_TO).contains(&number) && number == number.trunc() {
        Value::Whole(number as u64)
    } else {
        Value::Number(number)
    }
}
