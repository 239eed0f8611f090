//! The file of a language: a JSON object from English texts to those of the language. A text that depends
//! on a count stands under its English plural and is an object by CLDR category.

use super::{Language, Said, leak, one_or_other};
use serde_json::{Map, Value};

impl Language {
    /// Reads the file of a language whose counts go as English ones do.
    ///
    /// # Errors
    ///
    /// Says what is no text, or why the file is no JSON object.
    pub fn from_json(tag: &str, json: &str) -> Result<Self, String> {
        let texts: Map<String, Value> =
            serde_json::from_str(json).map_err(|error| error.to_string())?;
        let said: Result<Vec<_>, String> =
            texts.into_iter().map(|(english, value)| Ok((english, said(value)?))).collect();
        Ok(Self::new(tag, said?, one_or_other))
    }
}

fn said(value: Value) -> Result<Said, String> {
    match value {
        Value::String(text) => Ok(Said::Text(leak(text))),
        Value::Object(texts) => {
            let texts = texts.into_iter().map(|(category, text)| match text {
                Value::String(text) => Ok((category, leak(text))),
                other => Err(format!("{other} is no text")),
            });
            Ok(Said::ByCount(texts.collect::<Result<_, _>>()?))
        }
        other => Err(format!("{other} is no text")),
    }
}
