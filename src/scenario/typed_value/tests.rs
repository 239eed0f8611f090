//! Tests of how the fields of parameters are read.

use super::*;
use crate::language::{Language, one_or_other, set_language};
use crate::scenario::{Group, parameter, parameters};
use std::collections::BTreeSet;

/// What a field takes, or the sentence that it shows.
fn read(key: &str, typed: &str) -> Result<Value, String> {
    let parameter = parameter(key).unwrap();
    parameter.read_typed(&[typed.to_owned()]).map_err(|problem| problem.to_string())
}

fn speak(marks: &str) {
    set_language(Language::new(format!("xx\0{marks}\0"), one_or_other));
}

#[track_caller]
fn assert_refused(key: &str, typed: &str, sentence: &str) {
    let refused = read(key, typed).unwrap_err();
    assert!(refused.ends_with(sentence), "{typed}: {refused}");
}

/// A rate, 0 to 0.05.
const RATE: &str = "volunteer_rate";
/// A price in thousands of dollars, 0 to 80.
const PRICE: &str = "coaching_budget";

#[test]
fn both_decimal_marks_are_taken_in_every_format() {
    for marks in ["1,234.5", "1.234,5", "1\u{a0}234,5"] {
        speak(marks);
        for typed in ["0,04", "0.04", ",04", " 0.040 ", "4 %", "4,0%"] {
            assert_eq!(read(RATE, typed), Ok(Value::Number(0.04)), "{typed} in {marks}");
        }
    }
}

#[test]
fn a_mark_with_two_readings_is_read_in_the_visitors_format() {
    assert_eq!(read("n_schools", "1,234"), Ok(Value::Whole(1_234)));
    assert_eq!(read("assign_rate", "1.234"), Ok(Value::Number(1.234)));
    speak("1.234,5");
    assert_eq!(read("n_schools", "1.234"), Ok(Value::Whole(1_234)));
    assert_eq!(read("assign_rate", "1,234"), Ok(Value::Number(1.234)));
}

#[test]
fn a_reading_that_is_not_allowed_is_refused_with_the_other_one_if_that_is() {
    assert_refused(
        "n_schools",
        "1.234",
        "'1.234' is read as 1.234, which is not allowed; it must be a whole number from 2 to 5000 (schools). \
         If you mean 1234, type 1234.",
    );
    speak("1.234,5");
    assert_refused(
        "assign_rate",
        "1.234",
        "'1.234' is read as 1234, which is not allowed; it must be a number from 0 to 2 (per year). If you mean \
         1,234, type 1,234.",
    );
    // The range alone never decides.
    speak("1\u{a0}234,5");
    assert_refused(
        "n_schools",
        "1.234",
        "'1.234' can mean 1234 or 1,234 (schools); type the one you mean.",
    );
}

#[test]
fn money_is_converted_to_the_unit_of_the_field() {
    for typed in ["14", "14k", "14 K", "$14K", "$14,000", "US$14.0k", "14 mil dólares", "0.014M"] {
        assert_eq!(read(PRICE, typed), Ok(Value::Number(14.0)), "{typed}");
    }
    let each = ["$10,000", "60k", "$0.25 M"].map(str::to_owned);
    let costs = parameter("site_cost").unwrap().read_typed(&each);
    assert_eq!(costs, Ok(Value::Stages([10.0, 60.0, 250.0])));
    assert_eq!(read(PRICE, "$0"), Ok(Value::Number(0.0)));
    assert_refused(
        PRICE,
        "$14",
        "'$14' can mean 0.014 or 14 (thousand dollars per school per year); type the one you mean.",
    );
    assert_refused(
        PRICE,
        "$60 M",
        "'$60 M' is not allowed; it must be a number from 0 to 80 (thousand dollars per school per year).",
    );
    assert_refused(PRICE, "$60m", "type k for thousand or M for million.");
    assert_refused(
        PRICE,
        "14%",
        "'14%' is a percentage; it must be a number from 0 to 80 (thousand dollars per school per year).",
    );
}

#[test]
fn percent_and_dollars_are_refused_where_they_make_no_sense() {
    assert_eq!(read("setback_loss", "12 %"), Ok(Value::Number(0.12)));
    assert_refused(
        "n_schools",
        "12 %",
        "'12 %' is a percentage; it must be a whole number from 2 to 5000 (schools).",
    );
    assert_refused(
        "n_schools",
        "$12",
        "'$12' is an amount of money; it must be a whole number from 2 to 5000 (schools).",
    );
    assert_eq!(read("n_schools", "1.2k"), Ok(Value::Whole(1_200)));
}

#[test]
fn nothing_is_rounded_or_clamped() {
    let allowed = "is not allowed; it must be a whole number from 2 to 5000 (schools).";
    for typed in
        ["7.5", "5001", "1", "-3", "2.00000000000000000001", "1e-400", "99999999999999999999999"]
    {
        assert_refused("n_schools", typed, &format!("'{typed}' {allowed}"));
    }
    assert_eq!(read("n_schools", "7.0"), Ok(Value::Whole(7)));
    assert_refused("seed", "9007199254740990.5", "(number).");
    assert_eq!(read("seed", "9,007,199,254,740,991"), Ok(Value::Whole(9_007_199_254_740_991)));
}

#[test]
fn what_is_no_number_gets_a_sentence_that_says_what_is() {
    let allowed = "it must be a number from 0 to 0.05 (per year).";
    assert_refused(RATE, " ", &format!("there is no number in this field; {allowed}"));
    assert_refused(RATE, "much", &format!("'much' cannot be read as a number; {allowed}"));
    assert_refused(
        RATE,
        "0.0.4",
        &format!("'0.0.4' has a separator where no number has one; {allowed}"),
    );
}

#[test]
fn stages_are_three_numbers_each_in_its_own_field() {
    let read =
        |texts: [&str; 3]| parameter("start_mix").unwrap().read_typed(&texts.map(str::to_owned));
    assert_eq!(read(["45 %", "0,4", "0.15"]), Ok(Value::Stages([0.45, 0.4, 0.15])));
    let refused = read(["0.45", "2", "0.15"]).unwrap_err().to_string();
    assert!(
        refused.ends_with("'2' is not allowed; it must be a number from 0 to 1 (shares)."),
        "{refused}"
    );
}

#[test]
fn what_a_field_shows_is_read_as_the_same_value_in_every_format() {
    for marks in ["1,234.5", "1.234,5", "1\u{a0}234,5", "1’234.5"] {
        speak(marks);
        for parameter in parameters().filter(|parameter| parameter.group != Group::Decisions) {
            let Range::Between(low, high) = parameter.range else { continue };
            for step in 0..=64 {
                let real = (low + (high - low) * f64::from(step) / 64.0).min(high);
                let value = match parameter.default_value() {
                    Value::Whole(_) => Value::Whole(real as u64),
                    Value::Stages(_) => Value::Stages([real; 3]),
                    _ => Value::Number(real),
                };
                let texts = parameter.in_fields(value);
                let texts: Vec<String> = texts.split(" / ").map(str::to_owned).collect();
                assert_eq!(parameter.read_typed(&texts), Ok(value), "{} in {marks}", parameter.key);
            }
        }
    }
}

#[test]
fn every_unit_of_the_table_is_known_to_be_money_a_share_or_neither() {
    let typed: Vec<&Parameter> =
        parameters().filter(|parameter| matches!(parameter.range, Range::Between(..))).collect();
    let units = |measure| -> BTreeSet<&str> {
        let of = typed.iter().filter(|parameter| Measure::of(parameter) == measure);
        of.map(|parameter| parameter.unit).collect()
    };
    assert_eq!(
        units(Measure::Other),
        BTreeSet::from([
            "correlation",
            "futures",
            "hours per teacher per year",
            "log-odds",
            "months",
            "number",
            "position",
            "schools",
            "times in-house",
            "times readiness",
            "units",
            "years",
        ])
    );
    // Hundredths are of what is at most a few wholes.
    for parameter in typed.iter().filter(|parameter| Measure::of(parameter) == Measure::Share) {
        assert!(matches!(parameter.range, Range::Between(low, high) if low >= 0.0 && high <= 2.0));
    }
}
