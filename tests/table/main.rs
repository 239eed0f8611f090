//! Tables as people have them: each kind that is awkward, by an example.

mod columns;
mod files;
mod numbers;
mod places;
mod rows;
mod scales;
mod stages;
mod workbook_file;
mod workbooks;

use districtwide::table::{Answers, Question, School, SchoolTable, choose_sheet, read_cells};

/// Reads a text as a table of schools.
pub fn read(text: &str) -> SchoolTable {
    read_with(text, &Answers::default())
}

/// Reads a text with answers.
pub fn read_with(text: &str, answers: &Answers) -> SchoolTable {
    let sheets = read_cells(text.as_bytes(), "schools.csv").expect("a sheet");
    let sheet = choose_sheet(&sheets, answers).expect("one sheet");
    SchoolTable::read(sheet, answers).expect("a table")
}

/// A table of one name and one other column, read without a question.
pub fn column(head: &str, cells: &[&str]) -> SchoolTable {
    let table = asked_column(head, cells);
    assert!(table.questions.is_empty(), "{:?}", table.questions);
    table
}

/// A table of one name and one other column.
pub fn asked_column(head: &str, cells: &[&str]) -> SchoolTable {
    read(&text_of_column(head, cells))
}

/// The text of such a table, with tabs, so that cells may have commas.
pub fn text_of_column(head: &str, cells: &[&str]) -> String {
    let rows = cells.iter().enumerate().map(|(i, cell)| format!("School {}\t{cell}\n", letter(i)));
    format!("School\t{head}\n{}", rows.collect::<String>())
}

fn letter(i: usize) -> char {
    char::from(b'A' + i as u8)
}

pub fn names(table: &SchoolTable) -> Vec<&str> {
    table.schools.iter().map(|school| school.name.as_str()).collect()
}

/// A part of each school.
pub fn each<T>(table: &SchoolTable, part: impl Fn(&School) -> T) -> Vec<T> {
    table.schools.iter().map(part).collect()
}

pub fn needs(table: &SchoolTable) -> Vec<Option<f64>> {
    each(table, |school| school.need.map(|need| need.given))
}

/// Asserts that exactly one note has all these parts.
#[track_caller]
pub fn assert_note(table: &SchoolTable, parts: &[&str]) {
    let has_all = |note: &&String| parts.iter().all(|part| note.contains(part));
    let notes = table.notes.iter().filter(has_all).count();
    assert_eq!(notes, 1, "{parts:?} in {:#?}", table.notes);
}

/// The only question.
#[track_caller]
pub fn question(table: &SchoolTable) -> &Question {
    assert_eq!(table.questions.len(), 1, "{:?}", table.questions);
    let sentence = table.questions[0].sentence(&table.heads);
    assert!(sentence.ends_with(['?', '.']) && !sentence.contains('{'), "{sentence}");
    &table.questions[0]
}
