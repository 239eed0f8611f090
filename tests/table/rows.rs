//! Rows that are no schools.

use crate::{assert_note, names, question, read, read_with};
use districtwide::table::{Answers, Question};

#[test]
fn title_lines_above_and_source_lines_below_are_left_out_and_said() {
    let text = "Springfield Public Schools\nSchool year 2023-24\n\nSchool,FRL %\nLincoln,60\nOak,40\n\n\
                Source: state report card\n* preliminary\n";
    let table = read(text);
    assert_eq!(names(&table), ["Lincoln", "Oak"]);
    assert_eq!(table.schools[0].row, 5);
    assert_note(&table, &["Rows 1, 2 above the column headings", "\"Springfield Public Schools\""]);
    assert_note(&table, &["Rows 8, 9 below the schools", "Source: state report card"]);
}

#[test]
fn a_school_at_the_end_of_which_only_the_name_is_known_is_kept() {
    let table = read("School,Need\nLincoln,0.5\nOak,0.7\nElm,\n");
    assert_eq!(names(&table), ["Lincoln", "Oak", "Elm"]);
    assert_note(&table, &["Row 4", "a name and nothing else"]);
}

#[test]
fn a_line_apart_at_the_end_is_asked_about() {
    let text = "School,Need\nLincoln,0.5\nOak,0.7\n\nElm Annex\n";
    let table = read(text);
    let expected = Question::IsSchool { row: 5, text: "Elm Annex".to_owned() };
    assert_eq!(*question(&table), expected);
    assert_eq!(names(&table), ["Lincoln", "Oak"]);
    for (answer, expected) in [(true, 3), (false, 2)] {
        let answers = Answers { is_school: [(5, answer)].into(), ..Answers::default() };
        let table = read_with(text, &answers);
        assert_eq!((table.schools.len(), table.questions.len()), (expected, 0));
    }
}

#[test]
fn totals_and_averages_are_left_out_and_said() {
    let text = "School,Need\nLincoln,0.5\nOak,0.7\nTotal,1.2\nDistrict average,0.6\nPromedio,0.6\n";
    let table = read(text);
    assert_eq!(names(&table), ["Lincoln", "Oak"]);
    assert_note(&table, &["Rows 4, 5, 6", "a total or average", "\"Total\""]);
    assert_eq!(table.schools[1].need.unwrap().scaled, 1.0);
}

#[test]
fn a_school_that_may_be_a_total_is_asked_about() {
    let text = "School,Need\nLincoln,0.5\nTotal Learning Academy,0.7\n";
    let table = read(text);
    assert!(matches!(question(&table), Question::IsSchool { row: 3, .. }));
    let answers = Answers { is_school: [(3, true)].into(), ..Answers::default() };
    assert_eq!(names(&read_with(text, &answers)), ["Lincoln", "Total Learning Academy"]);
}

#[test]
fn empty_rows_repeated_heads_and_rows_without_a_name_are_left_out_and_said() {
    let text = "School,Need\nLincoln,0.5\n\n,\nOak,0.7\nSchool,Need\nElm,0.6\n,0.9\nN/A,0.1\n";
    let table = read(text);
    assert_eq!(names(&table), ["Lincoln", "Oak", "Elm"]);
    assert_note(&table, &["2 empty rows"]);
    assert_note(&table, &["Row 6", "the column headings again"]);
    assert_note(&table, &["Rows 8, 9", "no name"]);
}

#[test]
fn two_schools_of_one_name_are_both_kept_and_said() {
    let table = read("School,Need\nLincoln,0.5\nOak,0.7\nlincoln ,0.6\n");
    assert_eq!(names(&table), ["Lincoln", "Oak", "lincoln"]);
    assert_note(&table, &["Rows 2, 4", "the same name", "\"Lincoln\""]);
}

#[test]
fn a_table_without_heads_is_read_and_where_they_may_be_missing_it_is_asked() {
    let table = read("Lincoln,0.5\nOak,0.7\n");
    assert_eq!(names(&table), ["Lincoln", "Oak"]);
    assert_note(&table, &["no column headings"]);
    let text = "Lincoln\nOak\nElm\n";
    assert!(matches!(question(&read(text)), Question::Heads { row: 1, .. }));
    let none = Answers { heads: Some(None), ..Answers::default() };
    assert_eq!(names(&read_with(text, &none)), ["Lincoln", "Oak", "Elm"]);
    let first = Answers { heads: Some(Some(1)), ..Answers::default() };
    assert_eq!(names(&read_with(text, &first)), ["Oak", "Elm"]);
}
