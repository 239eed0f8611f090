//! What can be wrong with a scenario file beside what can be wrong with any scenario. The sentences are
//! made here, and not where all problems are told, so that only who reads files carries them.

use super::Problem;
use super::problem::{named, shorten};
use crate::language::phrase;
use crate::phrase;
use serde_json::Value as Json;

/// A file with nothing in it.
pub fn empty() -> Problem {
    Problem::InFile(phrase("The file is empty.").to_owned())
}

/// A file that is no JSON.
pub fn not_json(error: &serde_json::Error) -> Problem {
    Problem::InFile(phrase!("This is not a JSON file: {error}.", error))
}

/// JSON that is no object where one is needed: at a key, or the file itself.
pub fn not_an_object(place: &str) -> Problem {
    Problem::InFile(phrase!(
        "{place}: this must be a JSON object, with names and values in braces.",
        place
    ))
}

/// A scenario file of another version.
pub fn another_version(found: &Json) -> Problem {
    let found = shorten(&found.to_string());
    Problem::InFile(phrase!(
        "version: the file is of version {found}; this page reads files of version 1.",
        found
    ))
}

/// A name of the scenario that is no text.
pub fn name_is_no_text(found: &Json) -> Problem {
    let found = shorten(&found.to_string());
    Problem::InFile(phrase!("name: {found} is not allowed; it must be a text in quotes.", found))
}

/// A parameter that stands in another object of the file than its own; none for the file itself.
pub fn misplaced(key: &str, own_object: Option<&str>) -> Problem {
    Problem::InFile(match own_object {
        Some(object) => {
            phrase!("{key}: this setting stands in the object \"{object}\".", key, object)
        }
        None => {
            phrase!("{key}: this setting stands beside the objects, not in one.", key)
        }
    })
}

/// An answer that is no JSON `true` or `false`.
pub fn not_true_or_false(key: &str, found: &Json) -> Problem {
    let found = shorten(&found.to_string());
    Problem::InFile(phrase!(
        "{setting}: {found} is not allowed; it must be true or false, without quotes.",
        setting = named(key),
        found
    ))
}
