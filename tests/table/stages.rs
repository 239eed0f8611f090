//! How far schools are.

use crate::{asked_column, column, each, read_with, text_of_column};
use UnderWay::{Introductory, NotYet, Pilot, WholeSchool};
use districtwide::table::{Answers, Question, UnderWay};

#[test]
fn stages_are_known_in_english_and_spanish() {
    let cells = [
        "not yet",
        "Introductory",
        "PILOT",
        "Whole-school",
        "",
        "N/A",
        "no",
        "piloto",
        "toda la escuela",
    ];
    let table = column("Under way", &cells);
    assert_eq!(
        each(&table, |school| school.under_way),
        [
            Some(NotYet),
            Some(Introductory),
            Some(Pilot),
            Some(WholeSchool),
            None,
            None,
            Some(NotYet),
            Some(Pilot),
            Some(WholeSchool)
        ]
    );
}

#[test]
fn words_and_numbers_that_are_no_stage_are_asked_about() {
    let cells = ["Yes", "pilot", "yes", "2"];
    let table = asked_column("Status", &cells);
    let stage = |word: &str| Question::Stage { word: word.to_owned() };
    assert_eq!(table.questions, [stage("2"), stage("yes")]);
    let stages = [("yes".to_owned(), Some(Pilot)), ("2".to_owned(), None)].into();
    let table =
        read_with(&text_of_column("Status", &cells), &Answers { stages, ..Answers::default() });
    assert!(table.questions.is_empty());
    assert_eq!(
        each(&table, |school| school.under_way),
        [Some(Pilot), Some(Pilot), Some(Pilot), None]
    );
}

#[test]
fn a_column_of_other_texts_is_said_to_be_no_stage_instead_of_asking_for_each() {
    let cells: Vec<String> = (0..20).map(|i| format!("comment {i}")).collect();
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    crate::assert_note(&column("Status", &cells), &["does not say how far a school is"]);
}
