//! Links and files from arbitrary bytes that are valid except for one or two details: random mutations of
//! text alone would seldom get past the first check of a parser.

use super::future::{allowed_value, shares_that_add_up};
use arbitrary::{Arbitrary, Result, Unstructured};
use districtwide::scenario::{Parameter, Preset, Settings, Value, parameters};
use serde_json::{Map, Value as Json, json};

/// The contents of a link or a file.
pub struct NearlyValid {
    preset: Option<Json>,
    entries: Vec<Entry>,
}

/// One setting, usually with its own name, in its own place and with an allowed value.
struct Entry {
    name: String,
    /// The object of a file that contains it, unless it is at the top level.
    object: Option<&'static str>,
    value: Json,
}

impl NearlyValid {
    /// A link with these settings.
    pub fn link(&self) -> String {
        let mut link = form_urlencoded::Serializer::for_suffix("v1".to_owned(), 0);
        if let Some(preset) = &self.preset {
            link.append_pair("preset", &link_value(preset));
        }
        for entry in &self.entries {
            link.append_pair(&entry.name, &link_value(&entry.value));
        }
        link.finish()
    }

    /// A file with these settings.
    pub fn file(&self) -> String {
        let mut file = Map::new();
        for entry in &self.entries {
            let object = match entry.object {
                None => &mut file,
                // The existing value may not be an object.
                Some(name) => match file.entry(name).or_insert_with(|| json!({})) {
                    Json::Object(object) => object,
                    _ => continue,
                },
            };
            object.insert(entry.name.clone(), entry.value.clone());
        }
        if let Some(preset) = &self.preset {
            file.insert("preset".to_owned(), preset.clone());
        }
        Json::Object(file).to_string()
    }
}

impl<'a> Arbitrary<'a> for NearlyValid {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let preset = match u.int_in_range(0..=31)? {
            0..=20 => None,
            21..=30 => Some(u.choose(&Preset::ALL)?.key().into()),
            _ => Some(arbitrary_value(u)?),
        };
        let count = u.int_in_range(0..=8)?;
        let entries = (0..count).map(|_| u.arbitrary()).collect::<Result<_>>()?;
        Ok(Self { preset, entries })
    }
}

impl<'a> Arbitrary<'a> for Entry {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let parameter = *u.choose(&parameters().collect::<Vec<_>>())?;
        let (mut name, mut object) = (parameter.key.to_owned(), parameter.group.json_object());
        let mut value = valid_value(parameter, u)?;
        match u.int_in_range(0..=63)? {
            61 => name = u.arbitrary()?,
            62 => object = *u.choose(&[None, Some("decisions"), Some("mitigations")])?,
            58..=60 | 63 => value = arbitrary_value(u)?,
            _ => {}
        }
        Ok(Self { name, object, value })
    }
}

/// A value that the parameter may have.
fn valid_value(parameter: &Parameter, u: &mut Unstructured) -> Result<Json> {
    Ok(match allowed_value(parameter, &Settings::default(), u)? {
        Value::Number(number) => number.into(),
        Value::Whole(number) => number.into(),
        Value::YesNo(answer) => answer.into(),
        Value::Stages(shares) if parameter.key == "start_mix" => {
            shares_that_add_up(shares).to_vec().into()
        }
        Value::Stages(numbers) => numbers.to_vec().into(),
    })
}

/// A value of any kind.
fn arbitrary_value(u: &mut Unstructured) -> Result<Json> {
    Ok(match u.int_in_range(0..=6)? {
        0 => Json::Null,
        1 => u.arbitrary::<bool>()?.into(),
        2 => u.arbitrary::<u64>()?.into(),
        3 => u.arbitrary::<i64>()?.into(),
        4 => u.arbitrary::<f64>()?.into(),
        5 => u.arbitrary::<&str>()?.into(),
        _ => u.arbitrary::<Vec<f64>>()?.into(),
    })
}

/// A value as written in a link.
fn link_value(value: &Json) -> String {
    match value {
        Json::Bool(answer) => (if *answer { "yes" } else { "no" }).to_owned(),
        Json::String(text) => text.clone(),
        Json::Array(items) => items.iter().map(link_value).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}
