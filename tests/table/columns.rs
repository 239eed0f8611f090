//! Which column is what.

use crate::{assert_note, each, names, needs, question, read, read_with};
use districtwide::table::{Answers, Field, Question};

#[test]
fn every_field_is_found_by_its_head_in_english_and_in_spanish() {
    let english = read(
        "School name,Grade level,Enrollment,% Free or reduced lunch,Readiness rating,Latitude,Longitude,Status\n\
         Lincoln,Elementary,512,62%,4,41.88,-87.63,pilot\nOak,High,\"1,204\",35%,2,41.91,-87.7,not yet\n",
    );
    let spanish = read(
        "Nombre de la escuela;Nivel;Matrícula;% de bajos ingresos;Preparación;Latitud;Longitud;Etapa\n\
         Lincoln;Elementary;512;62%;4;41,88;-87,63;piloto\nOak;High;1.204;35%;2;41,91;-87,7;todavía no\n",
    );
    assert!(english.questions.is_empty(), "{:?}", english.questions);
    assert_eq!(english.schools, spanish.schools);
    assert_eq!(english.columns.len(), 8);
    assert_eq!(each(&english, |school| school.students), [Some(512), Some(1_204)]);
    assert_eq!(english.schools[0].level.as_deref(), Some("Elementary"));
    assert_note(&english, &["School level and number of students", "does not use them"]);
    assert_eq!(spanish.preview[1].cells.len(), 8);
    let students = spanish.preview[1].cells.last().unwrap();
    assert_eq!((students.given.as_str(), students.read.as_deref()), ("1.204", Some("1,204")));
}

#[test]
fn several_columns_that_could_be_the_need_are_asked_about() {
    let text = "School,Free lunch %,Poverty %,Principal\nLincoln,60,30,Ann Ray\nOak,40,20,Bo Fox\n";
    let table = read(text);
    let expected = Question::Column { field: Field::Need, candidates: vec![1, 2] };
    assert_eq!(*question(&table), expected);
    assert_eq!(needs(&table), [None, None]);
    assert_note(&table, &["not used", "\"Principal\""]);
    let answers = Answers { columns: [(Field::Need, Some(2))].into(), ..Answers::default() };
    assert_eq!(needs(&read_with(text, &answers)), [Some(30.0), Some(20.0)]);
    let none = Answers { columns: [(Field::Need, None)].into(), ..Answers::default() };
    assert_eq!(needs(&read_with(text, &none)), [None, None]);
}

#[test]
fn of_a_count_and_a_percentage_of_the_same_students_the_percentage_is_taken() {
    let table = read("School,FRL #,FRL %\nLincoln,300,60\nOak,100,40\n");
    assert!(table.questions.is_empty());
    assert_eq!(needs(&table), [Some(60.0), Some(40.0)]);
}

#[test]
fn names_without_a_head_are_in_the_only_column_of_words_or_asked_for() {
    let table = read(",Need\nLincoln,1\nOak,2\n");
    assert_eq!(names(&table), ["Lincoln", "Oak"]);
    assert_note(&table, &["names of the schools", "column A"]);
    let table = read("Who,Where,Need\nLincoln,Main St,1\nOak,Elm St,2\n");
    let expected = Question::Column { field: Field::Name, candidates: vec![0, 1] };
    assert_eq!(*question(&table), expected);
    assert!(table.schools.is_empty());
}

#[test]
fn schools_may_be_named_by_numbers_and_codes_are_no_names() {
    assert_eq!(names(&read("School,Need\n9,1\n11,2\n")), ["9", "11"]);
    let table = read("School ID,School,Need\n0012,Lincoln,1\n0013,Oak,2\n");
    assert_eq!(names(&table), ["Lincoln", "Oak"]);
    assert_note(&table, &["not used", "\"School ID\""]);
}

#[test]
fn an_answer_beyond_the_table_is_ignored() {
    let answers = Answers { columns: [(Field::Need, Some(99))].into(), ..Answers::default() };
    assert_eq!(needs(&read_with("School,Need\nLincoln,1\nOak,2\n", &answers)), [None, None]);
}
