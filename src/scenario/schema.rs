//! The JSON Schema of scenario files, for other programs, generated from the table of parameters.

use super::file::to_json;
use super::parameter::Parameter;
use super::{Group, ModelVersion, Preset, Range, Value, parameters};
use serde_json::{Map, Value as Json, json};

/// The schema of scenario files. It omits two rules that a schema cannot express: no more schools can be
/// active at the start than the district has, and the shares of `start_mix` add up to 1.
pub fn schema() -> Json {
    let presets: Vec<&str> = Preset::ALL.iter().map(|preset| preset.key()).collect();
    let mut properties = Map::new();
    let file_properties = [
        (
            "$schema",
            json!({ "type": "string", "description": "Where an editor finds this schema." }),
        ),
        (
            "version",
            json!({ "enum": ModelVersion::ALL.map(ModelVersion::number), "description": "The version of \
                the model that made the file. Files of all versions are read." }),
        ),
        ("name", json!({ "type": "string", "description": "What a person calls the scenario." })),
        (
            "preset",
            json!({ "enum": presets, "description": "The named district that gives what is left out. \
                Without it that is the default." }),
        ),
    ];
    properties.extend(file_properties.map(|(name, schema)| (name.to_owned(), schema)));
    for parameter in parameters() {
        let place = match parameter.group.json_object() {
            None => &mut properties,
            Some(name) => {
                let object =
                    properties.entry(name).or_insert_with(|| group_schema(parameter.group));
                object["properties"].as_object_mut().expect("an object that was just made")
            }
        };
        place.insert(parameter.key.to_owned(), value_schema(parameter));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A scenario of Districtwide",
        "description": "Everything may be left out; it is then the default, or what the preset gives.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

/// The schema of the object for a group's parameters, still without them.
fn group_schema(group: Group) -> Json {
    json!({
        "type": "object",
        "description": format!("{}.", group.title()),
        "properties": {},
        "additionalProperties": false,
    })
}

/// The schema of a parameter's value. The limits are those for what a person may enter.
fn value_schema(parameter: &Parameter) -> Json {
    let value = parameter.default_value();
    let mut schema = match (parameter.range, value) {
        (Range::OneOf(choices), _) => json!({ "enum": choices }),
        (Range::YesNo { .. }, _) => json!({ "type": "boolean" }),
        (Range::NoneOrBetween(low, high), _) => {
            json!({ "type": "number", "anyOf": [{ "const": 0 }, { "minimum": low, "maximum": high }] })
        }
        (Range::Between(low, high), Value::Stages(_)) => {
            let each = json!({ "type": "number", "minimum": low, "maximum": high });
            json!({ "type": "array", "items": each, "minItems": 3, "maxItems": 3 })
        }
        (Range::Between(low, high), Value::Whole(_)) => {
            json!({ "type": "integer", "minimum": low as u64, "maximum": high as u64 })
        }
        (Range::Between(low, high), _) => {
            json!({ "type": "number", "minimum": low, "maximum": high })
        }
    };
    let answers = match parameter.range {
        Range::YesNo { no, yes } => format!(" False: {no}. True: {yes}."),
        Range::NoneOrBetween(..) => format!(" Unit: {}; 0 for none.", parameter.unit()),
        _ => format!(" Unit: {}.", parameter.unit()),
    };
    schema["title"] = parameter.label().into();
    schema["description"] = format!("{}{answers}", parameter.help()).into();
    schema["default"] = to_json(value);
    schema
}
