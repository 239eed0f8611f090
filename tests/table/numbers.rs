//! Numbers in the visitor's way or another, and what is none.

use crate::{asked_column, assert_note, column, needs, question, read_with, text_of_column};
use districtwide::language::{Language, one_or_other, set_language};
use districtwide::table::{Answers, Dash, DecimalMark, Question, Unsigned};

#[test]
fn decimal_commas_and_points_are_read_and_never_mixed_up() {
    for cells in [["21,0", "7,5", "12"], ["21.0", "7.5", "12"]] {
        assert_eq!(needs(&column("Need", &cells)), [Some(21.0), Some(7.5), Some(12.0)]);
    }
    let table = column("Need", &["1,234", "0,5", "12,25"]);
    assert_eq!(needs(&table), [Some(1.234), Some(0.5), Some(12.25)]);
    assert_note(&table, &["\"1,234\" is read as 1.234"]);
    let table = column("Need", &["1,234", "1,234,567", "9.5"]);
    assert_eq!(needs(&table), [Some(1_234.0), Some(1_234_567.0), Some(9.5)]);
    for thousands in ["12 345", "12\u{a0}345", "12\u{202f}345", "12'345"] {
        assert_eq!(needs(&column("Need", &[thousands, "7"]))[0], Some(12_345.0), "{thousands}");
    }
}

#[test]
fn a_number_with_two_readings_is_asked_about() {
    let cells = ["1,234", "567", "2,100"];
    let table = asked_column("Need", &cells);
    let Question::DecimalMark { column: 1, example, with_point, with_comma } = question(&table)
    else {
        panic!("{:?}", table.questions)
    };
    assert_eq!((example.as_str(), *with_point, *with_comma), ("1,234", 1_234.0, 1.234));
    for (mark, first) in [(DecimalMark::Point, 1_234.0), (DecimalMark::Comma, 1.234)] {
        let answers = Answers { decimal_marks: [(1, mark)].into(), ..Answers::default() };
        let table = read_with(&text_of_column("Need", &cells), &answers);
        assert_eq!((needs(&table)[0], table.questions.len()), (Some(first), 0));
    }
}

#[test]
fn other_columns_of_the_table_decide_what_one_leaves_open() {
    let text = "School\tNeed\tReadiness\nA\t1,234\t2,5\nB\t2,345\t3,5\n";
    let table = crate::read(text);
    assert!(table.questions.is_empty(), "{:?}", table.questions);
    assert_eq!(needs(&table), [Some(1.234), Some(2.345)]);
}

#[test]
fn the_visitors_region_decides_only_that_its_own_mark_is_before_decimals() {
    assert_eq!(needs(&column("Need", &["62.345", "7"]))[0], Some(62.345));
    set_language(Language::new(format!("en\0{}\0", "1.234,5"), one_or_other));
    assert_eq!(needs(&column("Need", &["62,345", "7"]))[0], Some(62.345));
    assert_eq!(asked_column("Need", &["62.345", "7"]).questions.len(), 1);
}

#[test]
fn percentages_with_and_without_signs_are_one_unit_or_asked_about() {
    let table = column("Need", &["62%", "45", "0", "12 %"]);
    assert_eq!(needs(&table), [Some(62.0), Some(45.0), Some(0.0), Some(12.0)]);
    assert_note(&table, &["some numbers have a percent sign", "(62%, 45)"]);
    let cells = ["62%", "0.45"];
    let table = asked_column("Need", &cells);
    assert!(matches!(question(&table), Question::PercentSigns { column: 1, .. }));
    assert_eq!(needs(&table), [Some(62.0), None]);
    for (unsigned, second) in [(Unsigned::Percent, 0.45), (Unsigned::Share, 45.0)] {
        let answers = Answers { unsigned: [(1, unsigned)].into(), ..Answers::default() };
        let table = read_with(&text_of_column("Need", &cells), &answers);
        assert_eq!(needs(&table)[1], Some(second));
    }
}

#[test]
fn signs_for_nothing_are_missing() {
    let table = column("Need", &["", ".", "N/A", "*", "–", "#N/A", "n/d", "5", "7"]);
    assert_eq!(needs(&table).iter().flatten().count(), 2);
    assert_note(&table, &["Student need is missing for 7 of 9 schools"]);
}

#[test]
fn whether_a_dash_is_none_or_not_known_is_asked_once() {
    let text = "School,Need,Stage\nA,-,-\nB,7,pilot\nC,9,-\n";
    let table = crate::read(text);
    assert_eq!(*question(&table), Question::Dash { columns: vec![1, 2] });
    for (dash, first) in [(Dash::None, Some(0.0)), (Dash::Unknown, None)] {
        let answers = Answers { dash: Some(dash), ..Answers::default() };
        let table = read_with(text, &answers);
        assert_eq!(needs(&table)[0], first);
        assert_eq!(table.schools[0].under_way.is_some(), dash == Dash::None);
    }
    // A rating cannot be none.
    assert!(column("Readiness", &["-", "4", "5"]).schools[0].readiness.is_none());
}

#[test]
fn what_a_spreadsheet_turned_into_a_date_is_named_and_not_taken() {
    for date in ["Oct-09", "9-Oct", "1905-07-06", "10/9/2024", "5-ene"] {
        let table = column("Need", &["5", date, "7"]);
        assert_eq!(needs(&table), [Some(5.0), None, Some(7.0)], "{date}");
        assert_note(&table, &["Row 3", "is a date", date]);
    }
}

#[test]
fn what_is_not_one_number_is_named_and_not_taken() {
    for (cell, reason) in [
        (">95%", "not one number"),
        ("about 20", "not one number"),
        ("#DIV/0!", "an error of the spreadsheet"),
        ("high", "cannot be read as a number"),
        ("12;5", "cannot be read as a number"),
    ] {
        let table = column("Need", &["5", "6", cell]);
        assert_eq!(needs(&table), [Some(5.0), Some(6.0), None], "{cell}");
        assert_note(&table, &["Row 4", reason, cell]);
    }
}

#[test]
fn a_footnote_mark_is_left_out_and_said() {
    let table = column("Need", &["62*", "45†", "30[1]", "12"]);
    assert_eq!(needs(&table), [Some(62.0), Some(45.0), Some(30.0), Some(12.0)]);
    assert_note(&table, &["Rows 2, 3, 4", "footnote mark", "62*"]);
}

#[test]
fn a_fraction_of_a_student_is_named_and_not_kept() {
    let table = column("Students", &["512", "1,204", "99.5"]);
    assert_eq!(crate::each(&table, |school| school.students), [Some(512), Some(1_204), None]);
    assert_note(&table, &["Row 4", "not a whole number"]);
}
