//! What a whole column says about the decimal mark of its numbers.

use super::sheet::Cell;
use super::values::{is_date, is_missing, without_footnote};
use crate::language::{Language, TypedNumber, current_language, one_or_other, read_number};
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

/// Numbers with a decimal point, and with a decimal comma, whatever the visitor's format is.
static FORMATS: LazyLock<[Language; 2]> = LazyLock::new(|| {
    ["1,234.5", "1.234,5"].map(|marks| Language::new(format!("en\0{marks}\0"), one_or_other))
});

impl DecimalMark {
    /// The format of numbers with this mark.
    pub(super) fn format(self) -> &'static Language {
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
    use super::super::values::{Value, read};
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
}
