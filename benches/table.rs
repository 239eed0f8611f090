//! How long a table of schools takes natively, from its bytes to its schools. `make bench` prints it.

use districtwide::table::{Answers, SchoolTable, read_cells};
use divan::Bencher;
use std::fmt::Write;

#[path = "../tests/table/workbook_file.rs"]
mod workbook_file;

fn main() {
    divan::main();
}

const SCHOOLS: [usize; 2] = [516, 5_000];

/// Schools with all their fields, numbers in the way of other countries.
fn text(schools: usize) -> String {
    let mut text =
        String::from("School;FRL %;Readiness;Latitude;Longitude;Status;Level;Students\n");
    for i in 0..schools {
        let _ = writeln!(
            text,
            "School {i};{},{}%;{};41,{:04};-87,{:04};{};Elementary;1.{:03}",
            i % 100,
            i % 10,
            1 + i % 5,
            1_000 + i,
            2_000 + i,
            ["pilot", "not yet", ""][i % 3],
            i % 1_000
        );
    }
    text
}

fn read(bytes: &[u8]) -> SchoolTable {
    let sheets = read_cells(bytes, "schools").expect("a sheet");
    let table = SchoolTable::read(&sheets[0], &Answers::default()).expect("a table");
    assert!(table.questions.is_empty(), "{:?}", table.questions);
    table
}

#[divan::bench(args = SCHOOLS)]
fn text_with_semicolons(bencher: Bencher, schools: usize) {
    let text = text(schools);
    bencher.bench_local(|| read(text.as_bytes()));
}

#[divan::bench(args = SCHOOLS)]
fn workbook(bencher: Bencher, schools: usize) {
    let text = text(schools);
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(';').collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let xml = workbook_file::rows(&rows);
    let sheet = workbook_file::TestSheet { name: "Schools", attributes: "", xml };
    let bytes = workbook_file::workbook(&[sheet]);
    bencher.bench_local(|| read(&bytes));
}

#[divan::bench(args = SCHOOLS)]
fn written_as_csv(bencher: Bencher, schools: usize) {
    let table = read(text(schools).as_bytes());
    bencher.bench_local(|| table.to_csv());
}
