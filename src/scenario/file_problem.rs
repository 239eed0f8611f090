//! What can be wrong with a scenario file, in addition to what can be wrong with any scenario. The
//! sentences are composed here and not with all other problems, so that only code that reads files
//! includes them.

use super::problem::{label_with_key, truncate};
use super::{ModelVersion, Problem};
use crate::language::phrase;
use crate::phrase;
use serde_json::Value as Json;
use serde_json::error::Category;

/// An empty file.
pub fn empty() -> Problem {
    Problem::InText(phrase("The file is empty.").to_owned())
}

/// A file that is not JSON. Where it is wrong is told in the language of the page: the parser speaks English.
pub fn not_json(error: &serde_json::Error) -> Problem {
    Problem::InText(match error.classify() {
        Category::Eof => phrase("This is not a JSON file: it ends too early.").to_owned(),
        _ => phrase!(
            "This is not a JSON file: it cannot be read at line {line}, character {character}.",
            line = error.line(),
            character = error.column()
        ),
    })
}

/// JSON other than an object where one is required: at a key, or the file itself.
pub fn not_an_object(place: &str) -> Problem {
    Problem::InText(phrase!(
        "{place}: this must be a JSON object, with names and values in braces.",
        place
    ))
}

/// A scenario file of another version.
pub fn another_version(found: &Json) -> Problem {
    let found = truncate(&found.to_string());
    Problem::InText(phrase!(
        "version: the file has version {found}; this page reads files up to version {version}.",
        found,
        version = ModelVersion::CURRENT.number()
    ))
}

/// A name of the scenario that is not a string.
pub fn name_is_not_text(found: &Json) -> Problem {
    let found = truncate(&found.to_string());
    Problem::InText(phrase!("name: {found} is not allowed; it must be text in quotes.", found))
}

/// A parameter in the wrong object of the file; `None` means that it belongs at the top level.
pub fn misplaced(key: &str, own_object: Option<&str>) -> Problem {
    let setting = label_with_key(key);
    Problem::InText(match own_object {
        Some(object) => {
            phrase!("{setting}: this setting belongs in the object \"{object}\".", setting, object)
        }
        None => {
            phrase!("{setting}: this setting belongs at the top level, not in an object.", setting)
        }
    })
}

/// An answer that is not JSON `true` or `false`.
pub fn not_true_or_false(key: &str, found: &Json) -> Problem {
    let found = truncate(&found.to_string());
    Problem::InText(phrase!(
        "{setting}: {found} is not allowed; it must be true or false, without quotes.",
        setting = label_with_key(key),
        found
    ))
}
