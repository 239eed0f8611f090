//! The language of the page: every text that a person reads goes through here.
//!
//! English stands where it is used and is its own key: [`phrase`] for a text, [`phrase!`](crate::phrase!)
//! for one with places to fill, [`plural!`](crate::plural!) for one that depends on a count, and
//! [`to_phrase`] for a constant that is said elsewhere. Each other language is one file,
//! `public/languages/<tag>.json`, from the English text to its own; `tests/languages.rs` finds what a file
//! lacks and what it has too much. How numbers are written is a text too: [`NUMBER`].
//!
//! The language is set once, before anything is said ([`speak`]). A page that changes it loads again.

mod file;
mod fill;
mod numbers;

pub use fill::fill;
pub use numbers::{dollars, integer, number, one_decimal, percent, with_mark};

use std::cell::Cell;
use std::collections::BTreeMap;

/// The language's own name for itself.
pub const NAME: &str = to_phrase("English");
/// A number in the marks of the language: one for thousands, one for decimals.
pub const NUMBER: &str = to_phrase("1,234.5");

/// What a language says for an English text.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// One text.
    Text(&'static str),
    /// A text for each category of counts (CLDR: "one", "few", "other", ...).
    ByCount(Vec<(String, &'static str)>),
}

/// A language.
#[derive(Debug)]
pub struct Language {
    /// Its tag (BCP 47), as "es".
    tag: String,
    said: BTreeMap<&'static str, Said>,
    /// The category of a count.
    category: fn(f64) -> String,
    thousands: char,
    decimals: char,
}

static ENGLISH: Language = Language {
    tag: String::new(),
    said: BTreeMap::new(),
    category: one_or_other,
    thousands: ',',
    decimals: '.',
};

thread_local! {
    // The page has one thread; tests have a language each.
    static SPOKEN: Cell<&'static Language> = const { Cell::new(&ENGLISH) };
}

impl Language {
    /// A language of these texts, and with this rule for counts.
    pub fn new(
        tag: &str,
        said: impl IntoIterator<Item = (String, Said)>,
        category: fn(f64) -> String,
    ) -> Self {
        let said: BTreeMap<_, _> = said.into_iter().map(|(key, said)| (leak(key), said)).collect();
        let number = match said.get(NUMBER) {
            Some(Said::Text(number)) => number,
            _ => NUMBER,
        };
        let mut marks = number.chars().filter(|mark| !mark.is_ascii_digit());
        let (thousands, decimals) = (marks.next().unwrap_or(','), marks.next().unwrap_or('.'));
        Self { tag: tag.to_owned(), said, category, thousands, decimals }
    }

    /// Its tag; "en" for the language of the texts themselves.
    pub fn tag(&self) -> &str {
        if self.tag.is_empty() { "en" } else { &self.tag }
    }

    /// The mark between thousands.
    pub fn thousands(&self) -> char {
        self.thousands
    }

    /// The mark before decimals.
    pub fn decimals(&self) -> char {
        self.decimals
    }

    /// With these marks in numbers.
    pub fn with_marks(self, thousands: char, decimals: char) -> Self {
        Self { thousands, decimals, ..self }
    }

    /// The text of a count; none if there is none.
    fn by_count(&self, count: f64, other: &str) -> Option<&'static str> {
        let Some(Said::ByCount(texts)) = self.said.get(other) else { return None };
        let category = (self.category)(count);
        let of = |name: &str| texts.iter().find(|(of, _)| of == name).map(|(_, text)| *text);
        of(&category).or_else(|| of("other"))
    }
}

/// A text that stays as long as the page: languages are never let go of.
pub fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// The rule for counts of English, Spanish and others.
pub fn one_or_other(count: f64) -> String {
    if count == 1.0 { "one" } else { "other" }.to_owned()
}

/// Sets the language of all that is said from now on, on this thread.
pub fn speak(language: Language) {
    SPOKEN.set(Box::leak(Box::new(language)));
}

/// The language that is spoken.
pub fn spoken() -> &'static Language {
    SPOKEN.get()
}

/// Marks a constant that is said elsewhere, through [`phrase`].
pub const fn to_phrase(english: &'static str) -> &'static str {
    english
}

/// A text in the language that is spoken.
pub fn phrase(english: &'static str) -> &'static str {
    match spoken().said.get(english) {
        Some(Said::Text(text)) => text,
        _ => english,
    }
}

/// The text of a count in the language that is spoken: `one` and `other` are the English ones.
pub fn phrase_of(count: f64, one: &'static str, other: &'static str) -> &'static str {
    let english = if count == 1.0 { one } else { other };
    spoken().by_count(count, other).unwrap_or(english)
}

/// A text in the language that is spoken, with its places filled.
///
/// ```
/// use districtwide::phrase;
/// let schools = 21;
/// let text = phrase!("{schools} schools by {month}", schools, month = "Jul 2018");
/// assert_eq!(text, "21 schools by Jul 2018");
/// ```
#[macro_export]
macro_rules! phrase {
    ($english:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {
        $crate::language::fill(
            $crate::language::phrase($english),
            &[$((stringify!($name), &$crate::phrase!(@ $name $(= $value)?))),+],
        )
    };
    (@ $name:ident = $value:expr) => { $value };
    (@ $name:ident) => { $name };
}

/// The text of a count in the language that is spoken, with its places filled; `{count}` is one of them.
///
/// ```
/// use districtwide::plural;
/// let text = plural!(1, "Reset {count} change", "Reset {count} changes");
/// assert_eq!(text, "Reset 1 change");
/// ```
#[macro_export]
macro_rules! plural {
    ($count:expr, $one:literal, $other:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        let count = $count;
        $crate::language::fill(
            $crate::language::phrase_of(count as f64, $one, $other),
            &[
                ("count", &$crate::language::integer(count as f64)),
                $((stringify!($name), &$crate::phrase!(@ $name $(= $value)?))),*
            ],
        )
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spanish() -> Language {
        let file = r#"{
            "1,234.5": "1.234,5",
            "Schools": "Escuelas",
            "{a} of {b}": "de {b}, {a}",
            "{count} schools in {place}": {"one": "{count} escuela en {place}", "other": "{count} escuelas en {place}"}
        }"#;
        Language::from_json("es", file).unwrap()
    }

    #[test]
    fn a_text_is_said_in_the_language_that_is_spoken() {
        assert_eq!(phrase("Schools"), "Schools");
        assert_eq!(phrase!("{a} of {b}", a = 1, b = 2), "1 of 2");
        speak(spanish());
        assert_eq!(spoken().tag(), "es");
        assert_eq!(phrase("Schools"), "Escuelas");
        assert_eq!(phrase!("{a} of {b}", a = 1, b = 2), "de 2, 1");
        assert_eq!(phrase("Not translated"), "Not translated");
    }

    #[test]
    fn a_count_chooses_the_text() {
        let schools = |count: u32| {
            plural!(count, "{count} school in {place}", "{count} schools in {place}", place = "X")
        };
        assert_eq!([schools(1), schools(2)], ["1 school in X", "2 schools in X"]);
        speak(spanish());
        assert_eq!([schools(1), schools(1234)], ["1 escuela en X", "1.234 escuelas en X"]);
    }

    #[test]
    fn a_language_says_how_numbers_are_written() {
        let language = spanish();
        assert_eq!((language.thousands(), language.decimals()), ('.', ','));
        let language = Language::from_json("xx", "{}").unwrap();
        assert_eq!((language.thousands(), language.decimals()), (',', '.'));
    }
}
