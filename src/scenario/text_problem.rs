//! What can be wrong with a link, or with a link and a file alike, in addition to what can be wrong with any
//! scenario. The sentences are composed here and not with all other problems, so that only code that reads such
//! texts includes them.

use super::problem::{label_with_key, truncate};
use super::{ModelVersion, Preset, Problem};
use crate::language::phrase;
use crate::phrase;

/// A name that no parameter has.
pub fn unknown(name: &str) -> Problem {
    Problem::InText(phrase!("{key}: there is no setting with this name.", key = truncate(name)))
}

/// A parameter that is given twice: nobody knows which value is meant.
pub fn given_twice(key: &str) -> Problem {
    Problem::InText(phrase!(
        "{setting}: this setting appears twice.",
        setting = label_with_key(key)
    ))
}

/// A name that no preset has.
pub fn unknown_preset(name: &str) -> Problem {
    let names = Preset::ALL.map(|preset| format!("{} ({})", preset.label(), preset.key()));
    let names = names.join(phrase(", "));
    Problem::InText(phrase!(
        "District (preset): '{name}' is not one of {names}.",
        name = truncate(name),
        names
    ))
}

/// Not a link of this page.
pub fn not_a_link(found: &str) -> Problem {
    Problem::InText(phrase!(
        "'{found}' is not a link of this page; such links begin with v{version}& and settings.",
        found = truncate(found),
        version = ModelVersion::CURRENT.number()
    ))
}

/// A version of a link with something behind it that is no setting.
pub fn after_version(found: &str) -> Problem {
    Problem::InText(phrase!(
        "'{found}' is cut off or changed: in a link of this page, & and a setting follow the version.",
        found = truncate(found)
    ))
}

/// A link of a later version of this page.
pub fn newer_link() -> Problem {
    let sentence =
        phrase("The link was made by a newer version of this page; reload the page to get it.");
    Problem::InText(sentence.to_owned())
}
