//! The file of a language: a JSON object from English texts to those of the language. A text that depends
//! on a count stands under its English plural and is an object by CLDR category. The page reads it in
//! `public/language.js`.

use super::{COUNTED, Language, NEXT, one_or_other};
use serde_json::{Map, Value};

impl Language {
    /// Reads the file of a language whose counts go as English ones do.
    ///
    /// # Errors
    /// Says what is no text, or why the file is no JSON object.
    pub fn from_json(tag: &str, json: &str) -> Result<Self, String> {
        let said: Map<String, Value> =
            serde_json::from_str(json).map_err(|error| error.to_string())?;
        let mut pairs = Vec::new();
        for (english, value) in said {
            match value {
                Value::Object(by_count) => {
                    for (category, text) in by_count {
                        pairs.push((format!("{english}{COUNTED}{category}"), text_of(&text)?));
                    }
                }
                text => pairs.push((english, text_of(&text)?)),
            }
        }
        pairs.sort();
        let pairs = pairs.into_iter().map(|(english, text)| format!("{NEXT}{english}{NEXT}{text}"));
        Ok(Self::new(format!("{tag}{NEXT}{}", pairs.collect::<String>()), one_or_other))
    }
}

fn text_of(value: &Value) -> Result<String, String> {
    value.as_str().map(str::to_owned).ok_or_else(|| format!("{value} is no text"))
}
