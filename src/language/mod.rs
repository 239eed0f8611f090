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

/// The language's own name for itself.
pub const NAME: &str = to_phrase("English");
/// A number in the marks of the language: one for thousands, one for decimals.
pub const NUMBER: &str = to_phrase("1,234.5");

/// What stands between two texts of [`Language::new`].
pub const NEXT: char = '\0';
/// What stands between the English text for many and a category of counts.
pub const COUNTED: char = '\u{1}';

/// A language.
#[derive(Debug)]
pub struct Language {
    /// Its tag (BCP 47), as "es".
    tag: &'static str,
    /// English texts with its own, in the order of the English ones.
    said: Vec<(&'static str, &'static str)>,
    /// The category of a count (CLDR: "one", "few", "other", ...).
    category: fn(f64) -> String,
    thousands: char,
    decimals: char,
}

static ENGLISH: Language =
    Language { tag: "en", said: Vec::new(), category: one_or_other, thousands: ',', decimals: '.' };

thread_local! {
    // The page has one thread; tests have a language each.
    static SPOKEN: Cell<&'static Language> = const { Cell::new(&ENGLISH) };
}

impl Language {
    /// A language: its tag, its marks for thousands and decimals (empty for those of [`NUMBER`]), then
    /// English texts in their order, each with its own; [`NEXT`] stands between any two. A text for a
    /// category of counts stands under the English text for many, [`COUNTED`] and the category.
    pub fn new(texts: String, category: fn(f64) -> String) -> Self {
        // Languages are never let go of.
        let mut texts = Box::leak(texts.into_boxed_str()).split(NEXT);
        let tag = texts.next().unwrap_or_default();
        let marks = texts.next().unwrap_or_default();
        let mut said = Vec::new();
        while let (Some(english), Some(text)) = (texts.next(), texts.next()) {
            said.push((english, text));
        }
        let language = Self { tag, said, category, ..ENGLISH };
        let marks = if marks.is_empty() { language.said(NUMBER).unwrap_or(NUMBER) } else { marks };
        let mut marks = marks.chars().filter(|mark| !mark.is_ascii_digit());
        let (thousands, decimals) = (marks.next().unwrap_or(','), marks.next().unwrap_or('.'));
        Self { thousands, decimals, ..language }
    }

    /// Its tag; "en" for the language of the texts themselves.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// The mark between thousands.
    pub fn thousands(&self) -> char {
        self.thousands
    }

    /// The mark before decimals.
    pub fn decimals(&self) -> char {
        self.decimals
    }

    /// What it says for an English text; none if it does not know it.
    fn said(&self, english: &str) -> Option<&'static str> {
        let place = self.said.binary_search_by(|(of, _)| (**of).cmp(english)).ok()?;
        Some(self.said[place].1)
    }

    /// The text of a count; none if there is none.
    fn by_count(&self, count: f64, other: &str) -> Option<&'static str> {
        let of = |category: &str| self.said(&format!("{other}{COUNTED}{category}"));
        of(&(self.category)(count)).or_else(|| of("other"))
    }
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

/// Whether another language than English is spoken.
pub fn is_translated() -> bool {
    spoken().tag() != ENGLISH.tag()
}

/// Marks a constant that is said elsewhere, through [`phrase`].
pub const fn to_phrase(english: &'static str) -> &'static str {
    english
}

/// A text in the language that is spoken.
pub fn phrase(english: &'static str) -> &'static str {
    spoken().said(english).unwrap_or(english)
}

/// The text of a count in the language that is spoken: `one` and `other` are the English ones.
pub fn phrase_of(count: f64, one: &'static str, other: &'static str) -> &'static str {
    match spoken().by_count(count, other) {
        Some(text) => text,
        None if count == 1.0 => one,
        None => other,
    }
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
