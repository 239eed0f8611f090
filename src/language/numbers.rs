//! Formatting numbers for display, in the format of the current language.

use super::current_language;
use crate::phrase;

/// "1,234,567": rounded to an integer, with thousands separators.
pub fn integer(x: f64) -> String {
    let digits = format!("{:.0}", x.abs());
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(current_language().thousands());
        }
        grouped.push(digit);
    }
    if x < 0.0 && digits != "0" { format!("−{grouped}") } else { grouped }
}

/// "12.3", or "12" if the decimal would be 0.
pub fn one_decimal(x: f64) -> String {
    let text = format!("{:.1}", x.abs());
    let text = text.strip_suffix(".0").unwrap_or(&text);
    with_decimal_mark(if x < 0.0 && text != "0" { format!("−{text}") } else { text.to_owned() })
}

/// A number with all its decimals, such as "0.25".
pub fn number(x: f64) -> String {
    with_decimal_mark(x.to_string())
}

/// Digits as formatted by Rust, with the decimal mark of the language.
pub fn with_decimal_mark(digits: String) -> String {
    match current_language().decimals() {
        '.' => digits,
        mark => digits.replace('.', mark.encode_utf8(&mut [0; 4])),
    }
}

/// A number as people type it, with the marks of the language or without, as Rust reads it: "−1,234.5",
/// "20 %" and "$14" become "-1234.5", "20" and "14". A mark is read as separating thousands only where three
/// digits follow each and none of them is before a leading 0; anything else is left as it is.
pub fn plain_number(typed: &str) -> String {
    let text: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '$' | '%' | '\u{200e}' | '\u{200f}'))
        .map(|c| if matches!(c, '\u{2212}' | '\u{2013}' | '\u{2012}') { '-' } else { c })
        .collect();
    let (thousands, decimals) = (current_language().thousands(), current_language().decimals());
    let (whole, fraction) = match text.rsplit_once(decimals) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text.as_str(), None),
    };
    let is_mark = |c: char| c == thousands || c == '\'' || c == '\u{2019}';
    let groups: Vec<&str> = whole.trim_start_matches('-').split(is_mark).collect();
    let is_grouped = groups.len() > 1
        && (1..=3).contains(&groups[0].len())
        && !groups[0].starts_with('0')
        && groups.iter().all(|group| group.bytes().all(|digit| digit.is_ascii_digit()))
        && groups[1..].iter().all(|group| group.len() == 3);
    let whole = if is_grouped { whole.replace(is_mark, "") } else { whole.to_owned() };
    match fraction {
        Some(fraction) => format!("{whole}.{fraction}"),
        // The other mark, where it cannot separate thousands.
        None if !is_grouped && whole.matches(is_mark).count() == 1 => whole.replace(is_mark, "."),
        None => whole,
    }
}

/// A share as "23%".
pub fn percent(share: f64) -> String {
    phrase!("{number}%", number = integer(share * 100.0))
}

/// An amount in thousands of dollars (k$) as "$850K", "$12.3M" or "$1,234M".
pub fn dollars(thousands: f64) -> String {
    let millions = thousands / 1_000.0;
    if millions.abs() < 0.9995 {
        phrase!("${amount}K", amount = integer(thousands))
    } else if millions.abs() < 99.95 {
        phrase!("${amount}M", amount = one_decimal(millions))
    } else {
        phrase!("${amount}M", amount = integer(millions))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, set_language};

    #[test]
    fn thousands_are_separated() {
        assert_eq!(integer(0.4), "0");
        assert_eq!(integer(-0.4), "0");
        assert_eq!(integer(999.6), "1,000");
        assert_eq!(integer(1_234_567.0), "1,234,567");
        assert_eq!(integer(-1234.0), "−1,234");
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, plain) in [
            ("0.4", "0.4"),
            ("\u{2212}0.4", "-0.4"),
            ("–3", "-3"),
            (" 1,234.5 ", "1234.5"),
            ("1,234,567", "1234567"),
            ("−1,234", "-1234"),
            ("0,4", "0.4"),
            ("0,125", "0.125"),
            ("12,5", "12.5"),
            ("20 %", "20"),
            ("$14", "14"),
            ("1 234", "1234"),
            ("1e9", "1e9"),
            ("", ""),
            ("many", "many"),
        ] {
            assert_eq!(plain_number(typed), plain, "{typed}");
        }
    }

    #[test]
    fn in_a_language_with_a_decimal_comma_its_marks_are_read() {
        let texts = "es\u{0}1.234,5\u{0}";
        set_language(Language::new(texts.to_owned(), |_| "other".to_owned()));
        for (typed, plain) in [
            ("0,4", "0.4"),
            ("1.234,5", "1234.5"),
            ("1.234", "1234"),
            ("0.4", "0.4"),
            ("0.125", "0.125"),
            ("12.5", "12.5"),
            ("−1.234", "-1234"),
        ] {
            assert_eq!(plain_number(typed), plain, "{typed}");
        }
    }

    #[test]
    fn a_decimal_of_zero_is_left_out() {
        assert_eq!(one_decimal(12.34), "12.3");
        assert_eq!(one_decimal(12.04), "12");
        assert_eq!(one_decimal(-0.04), "0");
    }

    #[test]
    fn money_changes_its_unit_with_its_size() {
        assert_eq!(dollars(850.0), "$850K");
        assert_eq!(dollars(17_549.661), "$17.5M");
        assert_eq!(dollars(1_234_567.0), "$1,235M");
        assert_eq!(percent(0.234), "23%");
    }
}
