//! Workbooks of Excel.

use crate::workbook_file::{TestSheet, rows, workbook};
use crate::{assert_note, each, names, needs};
use districtwide::table::{Answers, Question, SchoolTable, Sheet, choose_sheet, read_cells};

/// The XML of a number.
fn number(value: f64) -> String {
    format!("<c><v>{value}</v></c>")
}

fn one_sheet(xml: String) -> Vec<u8> {
    workbook(&[TestSheet { name: "Schools", attributes: "", xml }])
}

fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    read_cells(bytes, "schools.xlsx").expect("sheets")
}

fn table(bytes: &[u8]) -> SchoolTable {
    let sheets = sheets(bytes);
    let sheet = choose_sheet(&sheets, &Answers::default()).expect("one sheet");
    SchoolTable::read(sheet, &Answers::default()).expect("a table")
}

#[test]
fn numbers_of_a_workbook_have_one_reading_and_texts_are_read_as_in_a_text() {
    let cells = [number(1.234), number(62.5)];
    let table = table(&one_sheet(rows(&[
        &["School", "Need", "Readiness"],
        &["Lincoln", &cells[0], "4"],
        &["Peña &amp; Oak", &cells[1], "<c t=\"str\"><v>2</v></c>"],
        &["Elm", "7,5", "–"],
    ])));
    assert!(table.questions.is_empty(), "{:?}", table.questions);
    assert_eq!(names(&table), ["Lincoln", "Peña & Oak", "Elm"]);
    assert_eq!(needs(&table), [Some(1.234), Some(62.5), Some(7.5)]);
    assert_eq!(
        each(&table, |school| school.readiness.map(|of| of.scaled)),
        [Some(0.75), Some(0.25), None]
    );
}

#[test]
fn dates_and_errors_are_named_and_not_taken() {
    let table = table(&one_sheet(rows(&[
        &["School", "Need"],
        &["Lincoln", "<c s=\"1\"><v>40087</v></c>"],
        &["Oak", "<c t=\"e\"><v>#DIV/0!</v></c>"],
        &["Elm", &number(5.0)],
        &["Ash", &number(6.0)],
    ])));
    assert_eq!(needs(&table), [None, None, Some(5.0), Some(6.0)]);
    assert_note(&table, &["Row 2", "is a date", "2009-10-01"]);
    assert_note(&table, &["Row 3", "an error of the spreadsheet", "#DIV/0!"]);
}

#[test]
fn saved_results_of_formulas_are_read_and_those_without_one_are_named() {
    let table = table(&one_sheet(rows(&[
        &["School", "Need"],
        &["Lincoln", "<c><f>1+1</f><v>2</v></c>"],
        &["Oak", "<c><f>1+2</f></c>"],
        &["Elm", &number(5.0)],
    ])));
    assert_eq!(needs(&table), [Some(2.0), None, Some(5.0)]);
    assert_note(&table, &["formulas in column B"]);
    assert_note(&table, &["without a saved result", "1"]);
}

#[test]
fn hidden_columns_and_rows_and_merged_cells_are_named() {
    let data = rows(&[
        &["Our schools"],
        &["School", "Need"],
        &["Lincoln", &number(1.0)],
        &["Oak", &number(2.0)],
    ]);
    let data = data.replace("<row r=\"4\">", "<row r=\"4\" hidden=\"1\">");
    let columns = "<cols><col min=\"2\" max=\"2\" width=\"9\" hidden=\"1\"/></cols>";
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>";
    let table = table(&one_sheet(format!("{columns}{data}{merged}")));
    assert_eq!(needs(&table), [Some(1.0), Some(2.0)]);
    assert_note(&table, &["Hidden", "column B"]);
    assert_note(&table, &["Hidden", "Row 4"]);
    assert_note(&table, &["merged", "A1:B1"]);
}

#[test]
fn of_several_sheets_the_person_says_which_and_a_hidden_one_is_not_asked_about() {
    let of = |name, attributes| TestSheet {
        name,
        attributes,
        xml: rows(&[&["School", "Need"], &[name, &number(1.0)]]),
    };
    let hidden = "state=\"hidden\"";
    let two = sheets(&workbook(&[of("North", ""), of("South", ""), of("Old", hidden)]));
    let names = ["North", "South", "Old"].map(str::to_owned).to_vec();
    assert_eq!(choose_sheet(&two, &Answers::default()), Err(Question::Sheet(names)));
    let answers = Answers { sheet: Some("South".to_owned()), ..Answers::default() };
    assert_eq!(choose_sheet(&two, &answers).unwrap().name, "South");
    let one = sheets(&workbook(&[of("North", ""), of("Old", hidden)]));
    assert_eq!(choose_sheet(&one, &Answers::default()).unwrap().name, "North");
}

#[test]
fn a_cell_at_the_far_end_of_a_sheet_takes_no_memory() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>";
    let data = rows(&[&["School", "Need"], &["Lincoln", &number(1.0)], &["Oak", &number(2.0)]]);
    let sheets = sheets(&one_sheet(data.replace("</sheetData>", far)));
    assert_eq!(sheets[0].rows.len(), 3);
    assert!(sheets[0].notes[0].contains("16,384 columns"), "{:?}", sheets[0].notes);
}

#[test]
fn too_many_rows_of_a_workbook_have_a_sentence() {
    let row = |i: u32| format!("<row r=\"{i}\"><c r=\"A{i}\"><v>1</v></c></row>");
    let xml: String = (1..=20_001).map(row).collect();
    let bytes = one_sheet(format!("<sheetData>{xml}</sheetData>"));
    let sentence = read_cells(&bytes, "schools.xlsx").unwrap_err();
    assert!(sentence.contains("more than 20,000 rows"), "{sentence}");
}

#[test]
fn a_damaged_or_empty_workbook_has_a_sentence() {
    let good = one_sheet(rows(&[&["School"], &["Lincoln"]]));
    for bytes in [&good[..good.len() / 2], &good[..good.len() - 30], b"PK\x03\x04 xl/workbook.xml"]
    {
        let sentence = read_cells(bytes, "schools.xlsx").unwrap_err();
        assert!(sentence.contains("missing or damaged"), "{sentence}");
    }
    let cut = one_sheet("<sheetData><row r=\"1\"><c r=\"A1\"".to_owned());
    assert!(read_cells(&cut, "a.xlsx").unwrap_err().contains("missing or damaged"));
    let empty = one_sheet("<sheetData/>".to_owned());
    assert!(read_cells(&empty, "a.xlsx").unwrap_err().contains("has no rows"));
}
