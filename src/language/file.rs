//! The file of a language: a JSON object from English texts to their translations. The key of a text that
//! depends on a count is its English plural, and its value an object by CLDR category. The page parses it
//! in `public/language.js`.

use super::{COUNT_SEPARATOR, Language, TEXT_SEPARATOR, one_or_other};
use serde_json::{Map, Value};

impl Language {
    /// Parses the file of a language with the plural rule of English.
    ///
    /// # Errors
    /// Which value is not a string, or why the file is not a JSON object.
    pub fn from_json(tag: &str, json: &str) -> Result<Self, String> {
        let translations: Map<String, Value> =
            serde_json::from_str(json).map_err(|error| error.to_string())?;
        let mut pairs = Vec::new();
        for (english, value) in translations {
            match value {
                Value::Object(by_count) => {
                    for (category, text) in by_count {
                        pairs.push((
                            format!("{english}{COUNT_SEPARATOR}{category}"),
                            text_of(&text)?,
                        ));
                    }
                }
                text => pairs.push((english, text_of(&text)?)),
            }
        }
        pairs.sort();
        let pairs = pairs
            .into_iter()
            .map(|(english, text)| format!("{TEXT_SEPARATOR}{english}{TEXT_SEPARATOR}{text}"));
        Ok(Self::new(format!("{tag}{TEXT_SEPARATOR}{}", pairs.collect::<String>()), one_or_other))
    }
}

fn text_of(value: &Value) -> Result<String, String> {
    value.as_str().map(str::to_owned).ok_or_else(|| format!("{value} is no text"))
}
