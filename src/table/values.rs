//! Single cells as numbers, and what a whole column says about the marks in its numbers.

use super::sheet::Cell;
use crate::language::{Language, Symbol, TypedNumber, current_language, one_or_other, read_number};
use std::sync::LazyLock;

/// The sign before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalMark {
    /// 1.5
    Point,
    /// 1,5
    Comma,
}
use DecimalMark::{Comma, Point};

/// What a cell is where a number is expected.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Nothing, or a sign for that.
    Missing,
    /// "-", which means none to some and not known to others.
    Dash,
    /// A number.
    Number {
        value: f64,
        /// It has a percent sign, and is not divided.
        is_percent: bool,
        /// A footnote mark was taken off.
        has_mark: bool,
    },
    /// No number.
    Refused(Refusal),
}

/// Why a cell is not taken as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Refusal {
    /// A date, which a spreadsheet may have made of something else.
    Date,
    /// "about 20", ">95": not one number.
    Approximate,
    /// An error of a formula.
    Error,
    /// Something else.
    NotANumber,
}

/// Numbers with a decimal point, and with a decimal comma, whatever the visitor's format is.
static FORMATS: LazyLock<[Language; 2]> = LazyLock::new(|| {
    ["1,234.5", "1.234,5"].map(|marks| Language::new(format!("en\0{marks}\0"), one_or_other))
});

impl DecimalMark {
    /// The format of numbers with this mark.
    fn format(self) -> &'static Language {
        &FORMATS[usize::from(self == Comma)]
    }

    /// That of the visitor's region, if it is one of the two.
    pub(super) fn of_region() -> Option<Self> {
        let language = current_language();
        match (language.thousands(), language.decimals()) {
            (',', '.') => Some(Point),
            ('.', ',') => Some(Comma),
            _ => None,
        }
    }
}

/// Reads a cell as a number with this decimal mark.
pub(super) fn read(cell: &Cell, mark: DecimalMark) -> Value {
    let text = match cell {
        Cell::Empty => return Value::Missing,
        Cell::Number(value) => {
            return Value::Number { value: *value, is_percent: false, has_mark: false };
        }
        Cell::Date(_) => return Value::Refused(Refusal::Date),
        Cell::Error(error) if is_missing(error) => return Value::Missing,
        Cell::Error(_) => return Value::Refused(Refusal::Error),
        Cell::Text(text) => text,
    };
    match text.as_str() {
        "-" | "--" => return Value::Dash,
        text if is_missing(text) => return Value::Missing,
        text if is_date(text) => return Value::Refused(Refusal::Date),
        _ => {}
    }
    let plain = without_footnote(text);
    let typed = read_number(plain, mark.format()).ok();
    let value = typed.as_ref().and_then(|typed| typed.number.number());
    match (typed, value) {
        (Some(typed), Some(value)) => Value::Number {
            value,
            is_percent: typed.symbol == Some(Symbol::Percent),
            has_mark: plain != text,
        },
        _ if text.starts_with('#') => Value::Refused(Refusal::Error),
        _ if is_approximate(text) => Value::Refused(Refusal::Approximate),
        _ => Value::Refused(Refusal::NotANumber),
    }
}

/// Whether a text only says that there is nothing to say.
pub(super) fn is_missing(text: &str) -> bool {
    let known = [
        "",
        ".",
        "..",
        "...",
        "*",
        "**",
        "***",
        "–",
        "—",
        "−",
        "?",
        "n/a",
        "na",
        "n.a.",
        "#n/a",
        "n/d",
        "nd",
        "n.d.",
        "s/d",
        "null",
        "missing",
        "unknown",
        "not available",
        "not rated",
        "not reported",
        "suppressed",
        "desconocido",
        "sin datos",
        "sin dato",
        "no disponible",
        "sin calificar",
    ];
    known.contains(&text.trim().to_lowercase().as_str())
}

/// A text without the footnote marks behind it.
fn without_footnote(text: &str) -> &str {
    let text = match text.strip_suffix(']').and_then(|text| text.rsplit_once('[')) {
        Some((before, note)) if note.len() < 3 && !before.trim().is_empty() => before,
        _ => text,
    };
    let is_mark = |c: char| matches!(c, '*' | '†' | '‡' | '§' | '¹' | '²' | '³' | '^');
    text.trim_end_matches(is_mark).trim_end()
}

fn is_approximate(text: &str) -> bool {
    let text = text.to_lowercase();
    let words = [
        "<",
        ">",
        "≤",
        "≥",
        "~",
        "≈",
        "±",
        "about",
        "approx",
        "around",
        "at least",
        "more than",
        "less than",
        "over ",
        "under ",
        "up to",
        "ca.",
        "c.",
        "cerca de",
        "alrededor",
        "aprox",
        "unos ",
        "más de",
        "mas de",
        "menos de",
        "al menos",
    ];
    words.iter().any(|word| text.starts_with(word)) && text.contains(|c: char| c.is_ascii_digit())
}

/// Whether a text looks like what spreadsheets make of "10-09" or "1905": Oct-09, 9-Oct, 1905-07-06, 10/9/2024.
pub(super) fn is_date(text: &str) -> bool {
    let day = text.split([' ', 'T']).next().unwrap_or(text);
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_short = |part: &str| is_number(part) && part.len() <= 2;
    let is_year = |part: &str| is_number(part) && part.len() == 4;
    match parts.as_slice() {
        [a, b] => (is_month(a) && is_number(b)) || (is_number(a) && is_month(b)),
        // "1.234.567" is a number.
        [a, b, c] if is_year(a) => is_short(b) && is_short(c),
        [a, b, c] => {
            is_short(a) && (is_short(b) || is_month(b)) && (is_short(c) || is_year(c))
                || is_month(a) && is_short(b) && is_year(c)
        }
        _ => false,
    }
}

fn is_month(text: &str) -> bool {
    const MONTHS: [&str; 16] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "ene",
        "abr", "ago", "dic",
    ];
    let text = text.to_lowercase();
    text.chars().all(char::is_alphabetic) && MONTHS.iter().any(|month| text.starts_with(month))
}

/// What the numbers of a column say about their decimal mark.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Marks {
    /// Numbers that can only have a decimal point, or only a decimal comma.
    point: bool,
    comma: bool,
    /// The first number that can have either, for each mark in it.
    unclear_point: Option<String>,
    unclear_comma: Option<String>,
}

impl Marks {
    /// Adds a cell of the column.
    pub(super) fn add(&mut self, cell: &Cell) {
        let Cell::Text(text) = cell else { return };
        if is_missing(text) || is_date(text) {
            return;
        }
        let plain = without_footnote(text);
        let Ok(TypedNumber { other, .. }) = read_number(plain, Point.format()) else { return };
        let Some(last) = plain.rfind(['.', ',']) else { return };
        let mark = if plain[last..].starts_with('.') { Point } else { Comma };
        let is_once =
            plain.matches(['.', ',']).filter(|other| plain[last..].starts_with(*other)).count()
                == 1;
        match (other.is_some(), mark) {
            (true, Point) => drop(self.unclear_point.get_or_insert_with(|| plain.to_owned())),
            (true, Comma) => drop(self.unclear_comma.get_or_insert_with(|| plain.to_owned())),
            (false, mark) if (mark == Point) == is_once => self.point = true,
            _ => self.comma = true,
        }
    }

    /// What is certain in this column or another.
    pub(super) fn certain(&self) -> Option<DecimalMark> {
        match (self.point, self.comma) {
            (true, false) => Some(Point),
            (false, true) => Some(Comma),
            _ => None,
        }
    }

    /// A number whose mark is unclear.
    pub(super) fn unclear(&self) -> Option<&str> {
        self.unclear_comma.as_deref().or(self.unclear_point.as_deref())
    }

    /// The decimal mark, if nothing is unclear; `others` is what the other columns say. A region decides only that
    /// its own mark is before decimals: a table often comes from elsewhere.
    pub(super) fn decide(
        &self,
        others: Option<DecimalMark>,
        separator: Option<char>,
    ) -> Option<DecimalMark> {
        let is_mixed = self.point && self.comma;
        match (&self.unclear_point, &self.unclear_comma) {
            (None, None) => Some(self.certain().unwrap_or(Point)),
            (Some(_), Some(_)) => None,
            _ if is_mixed => None,
            _ if self.certain().is_some() => self.certain(),
            _ if others.is_some() => others,
            (Some(_), None)
                if DecimalMark::of_region() == Some(Point) && separator != Some(';') =>
            {
                Some(Point)
            }
            (None, Some(_)) if DecimalMark::of_region() == Some(Comma) => Some(Comma),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::from_text(text)
    }

    fn number(of: &str, mark: DecimalMark) -> Option<f64> {
        match read(&text(of), mark) {
            Value::Number { value, .. } => Some(value),
            _ => None,
        }
    }

    fn decided(column: &[&str]) -> Option<DecimalMark> {
        let mut marks = Marks::default();
        column.iter().for_each(|of| marks.add(&text(of)));
        marks.decide(None, None)
    }

    #[test]
    fn a_column_of_decimal_commas_is_never_read_as_whole_numbers() {
        assert_eq!(decided(&["21,0", "1,234"]), Some(Comma));
        assert_eq!([number("21,0", Comma), number("1,234", Comma)], [Some(21.0), Some(1.234)]);
        assert_eq!(number("21,0", Point), Some(21.0));
    }

    #[test]
    fn one_number_with_one_reading_decides_for_its_column() {
        assert_eq!(decided(&["1,234", "1,234.5"]), Some(Point));
        assert_eq!(decided(&["1,234", "1,234,567"]), Some(Point));
        assert_eq!(decided(&["1.234", "1.234.567"]), Some(Comma));
        assert_eq!(decided(&["1,234", "0.5"]), Some(Point));
        assert_eq!(decided(&["12", "7"]), Some(Point));
    }

    #[test]
    fn what_can_be_two_numbers_is_asked() {
        for column in [&["1,234", "567"][..], &["1,234", "1.234"], &["1,234", "0,5", "0.5"]] {
            assert_eq!(decided(column), None, "{column:?}");
        }
        // In the United States a point is before decimals.
        assert_eq!(decided(&["62.345"]), Some(Point));
    }

    #[test]
    fn dates_are_recognized_and_numbers_are_not_taken_for_dates() {
        for of in [
            "Oct-09",
            "9-Oct",
            "1905-07-06",
            "10/9/2024",
            "9.10.24",
            "5-ene",
            "2009-10-01 00:00:00",
        ] {
            assert_eq!(read(&text(of), Point), Value::Refused(Refusal::Date), "{of}");
        }
        for of in ["1.234.567", "12.5", "-3", "0,5"] {
            assert!(number(of, Point).is_some(), "{of}");
        }
    }

    #[test]
    fn signs_for_nothing_are_missing_and_bounds_are_no_numbers() {
        for of in ["", ".", "N/A", "*", "–", "#N/A"] {
            assert_eq!(read(&text(of), Point), Value::Missing, "{of}");
        }
        assert_eq!(read(&text("-"), Point), Value::Dash);
        for of in [">95%", "about 20", "< 5", "menos de 10"] {
            assert_eq!(read(&text(of), Point), Value::Refused(Refusal::Approximate), "{of}");
        }
        assert_eq!(
            [number("62%*", Point), number("62[1]", Point), number("1 234", Comma)],
            [Some(62.0), Some(62.0), Some(1234.0)]
        );
    }
}
