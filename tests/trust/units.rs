//! Formatting numbers with their units for display: three significant digits.

use crate::finding::Rendered;
use districtwide::language::current_language;
use districtwide::phrase;

/// The unit of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Schools.
    Schools,
    /// Risk events that occurred.
    Setbacks,
    /// A share in 0..1, displayed in percent.
    Share,
    /// A difference between shares, displayed in percentage points.
    Points,
    /// An index in 0..1.
    Index,
    /// The ratio of two numbers.
    Times,
    /// Years.
    Years,
    /// Standard errors.
    Errors,
    /// Thousands of dollars, displayed in millions.
    Money,
}

impl Unit {
    /// "26.1 schools".
    pub fn text(self, value: f64) -> String {
        self.with_name(self.number(value))
    }

    /// "26.1 schools", rendered lazily.
    pub fn rendered(self, value: f64) -> Rendered {
        Rendered::by(move || self.text(value))
    }

    /// "26.1", to precede another number with the unit.
    pub fn number(self, value: f64) -> String {
        with_decimal_mark(significant(self.scaled(value)))
    }

    /// "26.1 against 14.2 schools".
    pub fn against(self, ahead: f64, behind: f64) -> String {
        let (ahead, behind) = (self.number(ahead), self.text(behind));
        phrase!("{ahead} vs. {behind}", ahead, behind)
    }

    /// A limit, formatted without trailing zeros: "90 schools".
    pub fn limit(self, value: f64) -> String {
        self.with_name(self.limit_number(value))
    }

    /// "90", to precede another limit with the unit.
    pub fn limit_number(self, value: f64) -> String {
        let digits = significant(self.scaled(value));
        with_decimal_mark(match digits.contains('.') {
            true => digits.trim_end_matches('0').trim_end_matches('.').to_owned(),
            false => digits,
        })
    }

    /// The unit of the difference between two such numbers.
    pub fn of_difference(self) -> Self {
        if self == Self::Share { Self::Points } else { self }
    }

    fn scaled(self, value: f64) -> f64 {
        match self {
            Self::Share | Self::Points => value * 100.0,
            Self::Money => value / 1_000.0,
            _ => value,
        }
    }

    fn with_name(self, number: String) -> String {
        match self {
            Self::Schools => phrase!("{number} schools", number),
            Self::Setbacks => phrase!("{number} setbacks", number),
            Self::Share => phrase!("{number}%", number),
            Self::Points => phrase!("{number} points", number),
            Self::Index | Self::Times => number,
            Self::Years => phrase!("{number} years", number),
            Self::Errors => phrase!("{number} standard errors", number),
            Self::Money => phrase!("{number} million dollars", number),
        }
    }
}

/// With the decimal mark of the current language.
pub fn with_decimal_mark(digits: String) -> String {
    digits.replace('.', &current_language().decimals().to_string())
}

/// Three significant digits, but no more than four decimals.
fn significant(value: f64) -> String {
    let decimals = match value.abs() {
        size if size >= 99.95 => 0,
        size if size >= 9.995 => 1,
        size if size >= 0.9995 => 2,
        size if size >= 0.09995 => 3,
        _ => 4,
    };
    let digits = format!("{:.decimals$}", value.abs());
    let is_zero = digits.bytes().all(|digit| digit == b'0' || digit == b'.');
    match (is_zero, value < 0.0) {
        (true, _) => "0".to_owned(),
        (false, true) => format!("−{digits}"),
        (false, false) => digits,
    }
}

#[test]
fn a_number_has_three_significant_digits_and_a_limit_no_trailing_zeros() {
    assert_eq!(Unit::Schools.text(26.125), "26.1 schools");
    assert_eq!(Unit::Schools.text(133.4), "133 schools");
    assert_eq!(Unit::Schools.text(9.996), "10.0 schools");
    assert_eq!(Unit::Schools.text(0.1934), "0.193 schools");
    assert_eq!(Unit::Points.text(-0.1311), "−13.1 points");
    assert_eq!(Unit::Points.text(-1e-9), "0 points");
    assert_eq!(Unit::Money.text(18_563.0), "18.6 million dollars");
    assert_eq!(Unit::Share.limit(0.14), "14%");
    assert_eq!(Unit::Schools.limit(150.0), "150 schools");
    assert_eq!(Unit::Index.limit(0.4), "0.4");
}
