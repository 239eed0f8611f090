//! Need and readiness from 0 to 1.

use crate::{asked_column, assert_note, column, each, question, read_with, text_of_column};
use districtwide::table::{Answers, Question, ReadinessScale, SchoolTable};

fn need(table: &SchoolTable) -> Vec<Option<f64>> {
    each(table, |school| school.need.map(|need| need.scaled))
}

fn readiness(table: &SchoolTable) -> Vec<Option<f64>> {
    each(table, |school| school.readiness.map(|readiness| readiness.scaled))
}

#[test]
fn need_is_scaled_by_its_range_and_the_range_is_said() {
    let table = column("Need", &["20", "60", "100", ""]);
    assert_eq!(need(&table), [Some(0.0), Some(0.5), Some(1.0), None]);
    assert_note(&table, &["Student need runs from 20 to 100"]);
    assert_eq!(need(&column("Need", &["-1e308", "1e308", "0"])), [Some(0.0), Some(1.0), Some(0.5)]);
}

#[test]
fn need_that_is_the_same_everywhere_is_the_middle_and_said() {
    let table = column("Need", &["100%", "100%", "100%"]);
    assert_eq!(need(&table), [Some(0.5); 3]);
    assert_note(&table, &["Student need is 100 at every school"]);
}

#[test]
fn a_rating_from_1_to_5_has_a_scale_of_its_own() {
    let table = column("Readiness", &["2", "4", "3.5"]);
    assert_eq!(readiness(&table), [Some(0.25), Some(0.75), Some(0.625)]);
    assert_note(&table, &["a rating from 1 to 5"]);
    // A head that says so decides, and names what is outside.
    let table = column("Readiness (1-5)", &["2", "3.3", "7"]);
    assert_eq!(readiness(&table)[2], None);
    assert_note(&table, &["Row 4", "not a rating from 1 to 5"]);
}

#[test]
fn other_readiness_is_scaled_by_its_range() {
    let table = column("Readiness", &["20", "70", "120"]);
    assert_eq!(readiness(&table), [Some(0.0), Some(0.5), Some(1.0)]);
    assert_note(&table, &["Readiness runs from 20 to 120"]);
}

#[test]
fn readiness_that_could_be_a_rating_or_not_is_asked_about() {
    let cells = ["1.2", "3.3", "4.7"];
    let table = asked_column("Readiness", &cells);
    assert_eq!(*question(&table), Question::ReadinessScale { least: 1.2, most: 4.7 });
    assert_eq!(readiness(&table), [None; 3]);
    for (scale, first) in [(ReadinessScale::OneToFive, 0.2 / 4.0), (ReadinessScale::Range, 0.0)] {
        let answers = Answers { readiness_scale: Some(scale), ..Answers::default() };
        let table = read_with(&text_of_column("Readiness", &cells), &answers);
        let read = readiness(&table)[0].expect("a number");
        assert!((read - first).abs() < 1e-12, "{read}");
    }
}
