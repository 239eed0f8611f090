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

/// A share as "23%".
pub fn percent(share: f64) -> String {
    phrase!("{number}%", number = integer(share * 100.0))
}

/// An amount in thousands of dollars (k$) as "$850K", "$12.3M" or "$1,234M".
pub fn dollars(thousands: f64) -> String {
    let millions = thousands / 1_000.0;
    if is_in_thousands(thousands) {
        phrase!("${amount}K", amount = integer(thousands))
    } else if millions.abs() < 99.95 {
        phrase!("${amount}M", amount = one_decimal(millions))
    } else {
        phrase!("${amount}M", amount = integer(millions))
    }
}

/// The distance between two amounts in thousands of dollars (k$), as they are displayed: "$3K", and "$0.2M" where
/// one of them is in millions.
pub fn dollars_between(one: f64, other: f64) -> String {
    let shown = |thousands: f64| match is_in_thousands(thousands) {
        true => rounded(thousands, 0),
        false if thousands.abs() < 99_950.0 => 1_000.0 * rounded(thousands / 1_000.0, 1),
        false => 1_000.0 * rounded(thousands / 1_000.0, 0),
    };
    let thousands = (shown(one) - shown(other)).abs();
    match thousands >= 50.0 && !(is_in_thousands(one) && is_in_thousands(other)) {
        true => phrase!("${amount}M", amount = one_decimal(thousands / 1_000.0)),
        false => dollars(thousands),
    }
}

/// Whether an amount in thousands of dollars is displayed in thousands.
fn is_in_thousands(thousands: f64) -> bool {
    thousands.abs() < 999.5
}

/// A number rounded as it is displayed with so many decimals, a few at the most.
pub fn rounded(x: f64, decimals: usize) -> f64 {
    // From its digits, as a whole number: what reads any number takes 10 kB of tables.
    let digits = format!("{x:.decimals$}").replace('.', "");
    let unit = (0..decimals).fold(1.0, |unit, _| 10.0 * unit);
    digits.parse::<i64>().map_or(x, |whole| whole as f64 / unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_rounded_as_it_is_displayed() {
        assert_eq!([11.65, -11.65, 2.5, -0.04].map(|x| rounded(x, 1)), [11.7, -11.7, 2.5, 0.0]);
        assert_eq!([2.5, 3.5, -0.5].map(|x| rounded(x, 0)), [2.0, 4.0, 0.0]);
        assert_eq!(rounded(f64::INFINITY, 1), f64::INFINITY);
    }

    #[test]
    fn the_distance_of_two_amounts_is_that_of_what_is_displayed() {
        let between =
            [(11_940.0, 11_660.0), (852.0, 850.4), (1_100.0, 852.0), (120_400.0, 99_940.0)];
        assert_eq!(
            between.map(|(a, b)| dollars_between(a, b)),
            ["$0.2M", "$2K", "$0.2M", "$20.1M"]
        );
        // A step of the display alone is a small amount.
        assert_eq!(dollars_between(999.0, 1_000.0), "$1K");
    }

    #[test]
    fn thousands_are_separated() {
        assert_eq!(integer(0.4), "0");
        assert_eq!(integer(-0.4), "0");
        assert_eq!(integer(999.6), "1,000");
        assert_eq!(integer(1_234_567.0), "1,234,567");
        assert_eq!(integer(-1234.0), "−1,234");
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
