//! Single cells as numbers.

use super::marks::DecimalMark;
use super::sheet::Cell;
use crate::language::{Symbol, read_number};

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
pub(super) fn without_footnote(text: &str) -> &str {
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

#[cfg(test)]
mod tests {
    use super::*;
    use DecimalMark::{Comma, Point};

    fn text(text: &str) -> Cell {
        Cell::from_text(text)
    }

    fn number(of: &str, mark: DecimalMark) -> Option<f64> {
        match read(&text(of), mark) {
            Value::Number { value, .. } => Some(value),
            _ => None,
        }
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
