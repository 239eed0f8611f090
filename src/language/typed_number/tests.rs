//! Tests of how typed numbers are read.

use super::*;
use crate::language::{number, one_or_other, set_language};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

/// Formats by their marks: in the United States and Mexico, in Spain, in Costa Rica, in Switzerland.
const FORMATS: [&str; 5] = ["1,234.5", "1.234,5", "1\u{a0}234,5", "1\u{202f}234,5", "1’234.5"];

fn format(marks: &str) -> Language {
    Language::new(format!("xx\0{marks}\0"), one_or_other)
}

fn read(marks: &str, typed: &str) -> Result<TypedNumber, Unreadable> {
    read_number(typed, &format(marks))
}

/// What is read without a question.
fn value(marks: &str, typed: &str) -> Option<f64> {
    read(marks, typed).ok().filter(|read| !read.is_undecided)?.number.number()
}

#[test]
fn with_one_possible_reading_a_mark_is_read_so_in_every_format() {
    for marks in FORMATS {
        for (typed, expected) in [
            ("0.04", 0.04),
            ("0,04", 0.04),
            ("0,125", 0.125),
            ("12,5", 12.5),
            ("1234,567", 1234.567),
            (",5", 0.5),
            ("5.", 5.0),
            ("1,234.5", 1_234.5),
            ("1.234,5", 1_234.5),
            ("1.234.567", 1_234_567.0),
            ("1,234,567", 1_234_567.0),
            ("1.234,567", 1_234.567),
            ("1 234", 1_234.0),
            ("1\u{a0}234,5", 1_234.5),
            ("1\u{2009}234\u{2009}567", 1_234_567.0),
            ("1'234.5", 1_234.5),
            ("1’234", 1_234.0),
            ("007", 7.0),
            ("1e3", 1_000.0),
            ("2,5E-1", 0.25),
        ] {
            assert_eq!(value(marks, typed), Some(expected), "{typed} in {marks}");
            let read = read(marks, typed).unwrap();
            assert_eq!(read.other, None, "{typed} in {marks}");
        }
    }
}

#[test]
fn with_two_possible_readings_the_own_format_decides_or_the_page_asks() {
    for (marks, typed, expected, other) in [
        ("1,234.5", "1,234", Some(1_234.0), 1.234),
        ("1,234.5", "1.234", Some(1.234), 1_234.0),
        ("1.234,5", "1,234", Some(1.234), 1_234.0),
        ("1.234,5", "1.234", Some(1_234.0), 1.234),
        ("1\u{a0}234,5", "1,234", Some(1.234), 1_234.0),
        ("1\u{a0}234,5", "1.234", None, 1.234),
        ("1’234.5", "1,234", None, 1.234),
        ("1,234.5", "-12.345k", Some(-12_345.0), -12_345_000.0),
    ] {
        assert_eq!(value(marks, typed), expected, "{typed} in {marks}");
        let read = read(marks, typed).unwrap();
        assert_eq!(read.other.unwrap().number(), Some(other), "{typed} in {marks}");
    }
}

#[test]
fn marks_that_do_not_separate_groups_of_three_digits_are_refused() {
    for marks in FORMATS {
        for typed in [
            "1,23,4",
            "1.2.3",
            "1 2",
            "12 34",
            "1,234,56",
            "1234,567,8",
            "0,123,456",
            "1, 234",
            "1.234.567,8,9",
            "1,234 567",
            "1..5",
            "0.45,0.4,0.15",
            ".",
            ",,",
            "1'2",
            "1 234.567.8",
        ] {
            assert_eq!(read(marks, typed), Err(Unreadable::Marks), "{typed} in {marks}");
        }
    }
}

#[test]
fn signs_and_digits_of_other_scripts_are_read() {
    for (typed, expected) in [
        ("\u{2212}0.4", -0.4),
        ("–3", -3.0),
        ("+7", 7.0),
        ("- 5", -5.0),
        ("-$5", -5.0),
        ("$-5", -5.0),
        ("\u{200e}12\u{200f}", 12.0),
        ("４０．５", 40.5),
        ("٤٢", 42.0),
        ("۴۲", 42.0),
        ("  8 \n", 8.0),
    ] {
        assert_eq!(value("1,234.5", typed), Some(expected), "{typed}");
    }
}

#[test]
fn a_unit_is_returned_with_the_number() {
    let read = |typed| {
        let read = read("1,234.5", typed).unwrap();
        (read.number.number().unwrap(), read.symbol, read.is_scaled)
    };
    assert_eq!(read("14k"), (14_000.0, None, true));
    assert_eq!(read("14 K"), (14_000.0, None, true));
    assert_eq!(read("$60 M"), (60_000_000.0, Some(Symbol::Dollars), true));
    assert_eq!(read("$1.5 million"), (1_500_000.0, Some(Symbol::Dollars), true));
    assert_eq!(read("60 millones de dólares"), (60_000_000.0, Some(Symbol::Dollars), true));
    assert_eq!(read("$14,000"), (14_000.0, Some(Symbol::Dollars), false));
    assert_eq!(read("12 %"), (12.0, Some(Symbol::Percent), false));
}

#[test]
fn what_is_no_number_is_refused_and_says_why() {
    for typed in [
        "much", "about 20", ">40", "1/2", "--5", "5-", "1e", "1e99999", "0x10", "NaN", "3 years",
        "١٢½",
    ] {
        assert_eq!(read("1,234.5", typed), Err(Unreadable::NotANumber), "{typed}");
    }
    assert_eq!(read("1,234.5", " \u{a0}"), Err(Unreadable::Empty));
    assert_eq!(read("1,234.5", "$60 m"), Err(Unreadable::SmallM));
}

/// Any number: of any size, and such as people type.
fn any_number(rng: &mut ChaCha8Rng) -> f64 {
    match rng.random_range(0..3) {
        0 => Some(f64::from_bits(rng.random())).filter(|x| x.is_finite()).unwrap_or(0.0),
        1 => f64::from(rng.random_range(-5_000_000..5_000_000)) / 1_000.0,
        _ => f64::from(rng.random_range(-5_000..5_000)),
    }
}

#[test]
fn what_the_page_shows_for_a_number_is_read_as_that_number_in_every_format() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    for marks in FORMATS {
        set_language(format(marks));
        for _ in 0..5_000 {
            let expected = any_number(&mut rng);
            let shown = number(expected);
            assert_eq!(value(marks, &shown), Some(expected), "{shown} in {marks}");
        }
    }
}

#[test]
fn grouped_numbers_of_the_page_are_read_as_these_numbers_in_every_format() {
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    for marks in FORMATS {
        set_language(format(marks));
        for _ in 0..1_000 {
            let expected = any_number(&mut rng).trunc() % 1e15;
            let shown = crate::language::integer(expected);
            assert_eq!(value(marks, &shown), Some(expected), "{shown} in {marks}");
        }
    }
}

#[test]
fn any_text_is_read_or_refused() {
    const PIECES: [&str; 26] = [
        "0",
        "1",
        "12",
        "234",
        "567",
        "9999999999999999999",
        ".",
        ",",
        " ",
        "\u{a0}",
        "'",
        "’",
        "-",
        "−",
        "+",
        "$",
        "US$",
        "%",
        "k",
        "m",
        "M",
        "mil",
        "millón",
        "e",
        "é",
        "\u{200f}",
    ];
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    for round in 0..40_000 {
        let typed: String = match round % 4 {
            0 => (0..rng.random_range(0..12))
                .filter_map(|_| char::from_u32(rng.random_range(0..0x11_0000)))
                .collect(),
            _ => (0..rng.random_range(0..9))
                .map(|_| PIECES[rng.random_range(0..PIECES.len())])
                .collect(),
        };
        for marks in FORMATS {
            if let Ok(read) = read(marks, &typed) {
                let again = read.number.number().map(number);
                assert_eq!(
                    read.number.whole().is_some(),
                    read.number.whole().and(again).is_some(),
                    "{typed}"
                );
            }
        }
    }
}
