//! The language of the page: every text that a person reads goes through here.
//!
//! English texts are written where they are used and are their own keys: [`phrase`] for a text,
//! [`phrase!`](crate::phrase!) for one with placeholders, [`plural!`](crate::plural!) for one that
//! depends on a count, and [`to_phrase`] for a constant that is displayed elsewhere. Each other language
//! is one file, `public/languages/<tag>.json`, from the English texts to their translations;
//! `tests/languages` finds missing and superfluous texts. The number format is a text too: [`NUMBER`].
//!
//! The language is set once, before any text is rendered ([`set_language`]). To change it, the page
//! reloads.

mod bidi;
mod decimal;
mod file;
mod fill;
mod number_words;
mod numbers;
mod typed_number;

pub use bidi::isolated;
pub use decimal::Decimal;
pub use fill::fill;
pub use number_words::Symbol;
pub use numbers::{
    dollars, dollars_between, integer, number, one_decimal, percent, rounded, with_decimal_mark,
};
pub use typed_number::{TypedNumber, Unreadable, read_number};

use std::cell::Cell;

/// The language's own name for itself.
pub const NAME: &str = to_phrase("English");
/// A number in the format of the language: its separators for thousands and decimals.
pub const NUMBER: &str = to_phrase("1,234.5");

/// Separates two texts in [`Language::new`].
pub const TEXT_SEPARATOR: char = '\0';
/// Separates the English plural text from a category of counts.
pub const COUNT_SEPARATOR: char = '\u{1}';

/// A language.
#[derive(Debug)]
pub struct Language {
    /// Its tag (BCP 47), such as "es".
    tag: &'static str,
    /// English texts with their translations, sorted by the English texts.
    translations: Vec<(&'static str, &'static str)>,
    /// The category of a count (CLDR: "one", "few", "other", ...).
    category: fn(f64) -> String,
    thousands: char,
    decimals: char,
}

static ENGLISH: Language = Language {
    tag: "en",
    translations: Vec::new(),
    category: one_or_other,
    thousands: ',',
    decimals: '.',
};

thread_local! {
    // The page has one thread; each test has its own language.
    static CURRENT: Cell<&'static Language> = const { Cell::new(&ENGLISH) };
}

impl Language {
    /// Parses a language: its tag, its separators for thousands and decimals (empty for those of
    /// [`NUMBER`]), then English texts in sorted order, each followed by its translation;
    /// [`TEXT_SEPARATOR`] separates all of them. The key of a text for a category of counts is the
    /// English plural text, [`COUNT_SEPARATOR`] and the category.
    pub fn new(texts: String, category: fn(f64) -> String) -> Self {
        // Languages are never freed.
        let mut texts = Box::leak(texts.into_boxed_str()).split(TEXT_SEPARATOR);
        let tag = texts.next().unwrap_or_default();
        let marks = texts.next().unwrap_or_default();
        let mut translations = Vec::new();
        while let (Some(english), Some(text)) = (texts.next(), texts.next()) {
            translations.push((english, text));
        }
        let language = Self { tag, translations, category, ..ENGLISH };
        let marks =
            if marks.is_empty() { language.translation(NUMBER).unwrap_or(NUMBER) } else { marks };
        let mut marks = marks.chars().filter(|mark| !mark.is_ascii_digit());
        let (thousands, decimals) = (marks.next().unwrap_or(','), marks.next().unwrap_or('.'));
        Self { thousands, decimals, ..language }
    }

    /// Its tag; "en" for the source language.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// The thousands separator.
    pub fn thousands(&self) -> char {
        self.thousands
    }

    /// The decimal mark.
    pub fn decimals(&self) -> char {
        self.decimals
    }

    /// The translation of an English text; `None` if there is none.
    fn translation(&self, english: &str) -> Option<&'static str> {
        let place = self.translations.binary_search_by(|(of, _)| (**of).cmp(english)).ok()?;
        Some(self.translations[place].1)
    }

    /// The translation for a count; `None` if there is none.
    fn by_count(&self, count: f64, other: &str) -> Option<&'static str> {
        let of = |category: &str| self.translation(&format!("{other}{COUNT_SEPARATOR}{category}"));
        of(&(self.category)(count)).or_else(|| of("other"))
    }
}

/// The plural rule of English, Spanish and others.
pub fn one_or_other(count: f64) -> String {
    if count == 1.0 { "one" } else { "other" }.to_owned()
}

/// Sets the language of all texts rendered from now on, on this thread.
pub fn set_language(language: Language) {
    CURRENT.set(Box::leak(Box::new(language)));
}

/// The current language.
pub fn current_language() -> &'static Language {
    CURRENT.get()
}

/// Whether the current language is not English.
pub fn is_translated() -> bool {
    current_language().tag() != ENGLISH.tag()
}

/// Marks a constant that is displayed elsewhere, through [`phrase`].
pub const fn to_phrase(english: &'static str) -> &'static str {
    english
}

/// A text in the current language.
pub fn phrase(english: &'static str) -> &'static str {
    current_language().translation(english).unwrap_or(english)
}

/// The text for a count in the current language; `one` and `other` are the English ones.
pub fn plural_phrase(count: f64, one: &'static str, other: &'static str) -> &'static str {
    match current_language().by_count(count, other) {
        Some(text) => text,
        None if count == 1.0 => one,
        None => other,
    }
}

/// A text in the current language, with its placeholders filled.
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

/// The text for a count in the current language, with its placeholders filled; `{count}` is one of them.
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
            $crate::language::plural_phrase(count as f64, $one, $other),
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
    fn a_text_is_rendered_in_the_current_language() {
        assert_eq!(phrase("Schools"), "Schools");
        assert_eq!(phrase!("{a} of {b}", a = 1, b = 2), "1 of 2");
        set_language(spanish());
        assert_eq!(current_language().tag(), "es");
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
        set_language(spanish());
        assert_eq!([schools(1), schools(1234)], ["1 escuela en X", "1.234 escuelas en X"]);
    }

    #[test]
    fn a_language_defines_the_number_format() {
        let language = spanish();
        assert_eq!((language.thousands(), language.decimals()), ('.', ','));
        let language = Language::from_json("xx", "{}").unwrap();
        assert_eq!((language.thousands(), language.decimals()), (',', '.'));
    }
}
