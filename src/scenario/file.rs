//! A scenario as a JSON file.
//!
//! One object with the parameters' names; `decisions` and `mitigations` are objects of their own. What
//! is left out is the default; with `"preset": "chicago"` it is what that preset gives. `version` and
//! `name` say something of the file itself. `public/scenario.schema.json` says all of it to programs.

use super::file_problem;
use super::link::finish;
use super::name::tidy_name;
use super::problem::shorten;
use super::{
    Group, Preset, Problem, Problems, Range, Scenario, Settings, Value, parameter, parameters,
};
use crate::language::phrase;
use serde_json::{Map, Value as Json};

/// Number of the form of the file; one without it is of this version.
pub(super) const VERSION: u64 = 1;

/// What a file says beside the parameters. Editors look for their schema under the first.
pub(super) const ABOUT: [&str; 4] = ["$schema", "name", "preset", "version"];

/// A scenario under its name.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioFile {
    /// The name that a person gave it; empty without one.
    pub name: String,
    /// What the file sets.
    pub scenario: Scenario,
}

impl ScenarioFile {
    /// As a JSON file, every parameter in it.
    pub fn to_json(&self) -> String {
        let mut file = Map::new();
        file.insert("version".to_owned(), VERSION.into());
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

    /// Reads a JSON file.
    ///
    /// # Errors
    /// Everything that is wrong with it: not JSON, another version, names that are no parameter's, values
    /// that are not allowed.
    pub fn from_json(text: &str) -> Result<Self, Problems> {
        let Read { name, settings, problems } = read(text)?;
        Ok(Self { name, scenario: finish(settings, problems)? })
    }
}

impl Scenario {
    /// The scenario as a JSON file, every parameter in it.
    pub fn to_json(&self) -> String {
        ScenarioFile { name: String::new(), scenario: *self }.to_json()
    }

    /// Reads a JSON file.
    ///
    /// # Errors
    /// As [`ScenarioFile::from_json`].
    pub fn from_json(text: &str) -> Result<Self, Problems> {
        ScenarioFile::from_json(text).map(|file| file.scenario)
    }

    /// Reads a JSON file whose values may leave the ranges; see [`Scenario::beyond_ranges`].
    ///
    /// # Errors
    /// As [`Scenario::from_json`], but for values that the equations can bear.
    pub fn from_json_beyond_ranges(text: &str) -> Result<Self, Problems> {
        match read(text)? {
            Read { settings, problems, .. } if problems.is_empty() => Self::beyond_ranges(settings),
            Read { problems, .. } => Err(Problems(problems)),
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

/// What a file says, and what was wrong on the way.
struct Read {
    name: String,
    settings: Settings,
    problems: Vec<Problem>,
}

fn read(text: &str) -> Result<Read, Problems> {
    if text.trim().is_empty() {
        return Err(file_problem::empty().into());
    }
    let file: Json = serde_json::from_str(text).map_err(|error| file_problem::not_json(&error))?;
    let Json::Object(file) = file else {
        return Err(file_problem::not_an_object(phrase("The file")).into());
    };
    // What another version means is not for this one to judge.
    if let Some(version) = file.get("version").filter(|version| version.as_u64() != Some(VERSION)) {
        return Err(file_problem::another_version(version).into());
    }
    let mut problems = Vec::new();
    let given_name = name_of(&file, &mut problems);
    let mut settings = Settings::starting_from(preset_of(&file, &mut problems));
    for (name, json) in file.iter().filter(|(name, _)| !ABOUT.contains(&name.as_str())) {
        match group_of(name) {
            None => read_one(name, None, json, &mut settings, &mut problems),
            Some(group) => match json.as_object() {
                None => problems.push(file_problem::not_an_object(name)),
                Some(object) => {
                    for (name, json) in object {
                        read_one(name, Some(group), json, &mut settings, &mut problems);
                    }
                }
            },
        }
    }
    Ok(Read { name: given_name, settings, problems })
}

/// The name that the file gives its scenario; empty without one.
fn name_of(file: &Map<String, Json>, problems: &mut Vec<Problem>) -> String {
    match file.get("name") {
        None => String::new(),
        Some(Json::String(name)) => tidy_name(name),
        Some(json) => {
            problems.push(file_problem::name_is_no_text(json));
            String::new()
        }
    }
}

fn preset_of(file: &Map<String, Json>, problems: &mut Vec<Problem>) -> Option<Preset> {
    let json = file.get("preset")?;
    let preset = json.as_str().and_then(Preset::from_key);
    if preset.is_none() {
        problems.push(Problem::UnknownPreset { name: shorten(json.to_string().trim_matches('"')) });
    }
    preset
}

/// The group that has a JSON object of this name.
fn group_of(name: &str) -> Option<Group> {
    [Group::Decisions, Group::Mitigations]
        .into_iter()
        .find(|group| group.json_object() == Some(name))
}

/// Reads one value that stands in the object of this group, or at the top level.
fn read_one(
    name: &str,
    object: Option<Group>,
    json: &Json,
    settings: &mut Settings,
    problems: &mut Vec<Problem>,
) {
    let Some(parameter) = parameter(name) else {
        problems.push(Problem::Unknown { key: shorten(name) });
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

/// A JSON value as a parameter's; none if no parameter has values like it.
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

/// JSON makes no difference between 80 and 80.0.
fn whole_if_exact(number: f64) -> Value {
    const EXACT_UP_TO: f64 = 9_007_199_254_740_991.0;
    if (0.0..=EXACT_UP_TO).contains(&number) && number == number.trunc() {
        Value::Whole(number as u64)
    } else {
        Value::Number(number)
    }
}
