//! Workbooks of Excel (.xlsx) as rows and cells. Everything heavy is behind [`read_workbook`], so that it can be
//! a part of the page that only those load who open a workbook.

mod scan;

use super::kind::{DAMAGED, NO_ROWS, UNPACKS_TOO_LARGE, about};
use super::limits::{self, MAX_COLUMNS, MAX_ROWS, check_rows};
use super::sheet::{Cell, Row, Sheet, column_letters};
use crate::language::{integer, phrase};
use crate::phrase;
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use scan::Scan;
use std::io::{Cursor, Read};

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The most bytes that a workbook unpacks to: a sheet of 20,000 rows and 300 columns has fewer.
const MAX_UNPACKED: u64 = 300_000_000;

/// Reads the sheets of a workbook that have cells; those that cannot be used say why.
///
/// # Errors
/// A sentence if it is damaged or too large, or if no sheet has rows.
pub fn read_workbook(bytes: &[u8], file_name: &str) -> Result<Vec<Sheet>, String> {
    let damaged = || about(DAMAGED, file_name);
    if unpacked_size(bytes).ok_or_else(damaged)? > MAX_UNPACKED {
        return Err(about(UNPACKS_TOO_LARGE, file_name));
    }
    let mut workbook: Workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let scans = scan::sheets(bytes);
    let mut sheets = Vec::new();
    for of in workbook.sheets_metadata().to_vec() {
        if of.typ != SheetType::WorkSheet {
            continue;
        }
        let mut sheet = Sheet {
            is_hidden: of.visible != SheetVisible::Visible,
            name: of.name,
            ..Sheet::default()
        };
        let scan = scans.iter().find(|scan| scan.sheet == sheet.name);
        let is_damaged = scan.is_some_and(|scan| scan.is_damaged);
        if is_damaged || read_sheet(&mut workbook, &mut sheet, file_name).is_none() {
            sheet.problem = Some(damaged());
        } else if let Some(scan) = scan {
            name_formulas(&mut sheet, scan);
            name_hidden(&mut sheet, scan);
        }
        sheets.push(sheet);
    }
    sheets.retain(|sheet| !sheet.rows.is_empty() || sheet.problem.is_some());
    match sheets.as_slice() {
        [] => Err(about(NO_ROWS, file_name)),
        [Sheet { problem: Some(problem), .. }] => Err(problem.clone()),
        _ => Ok(sheets),
    }
}

/// How many bytes the archive holds, by unpacking it: what it says of itself may be wrong. It stops at the most
/// that is allowed. `None` if it is damaged.
fn unpacked_size(bytes: &[u8]) -> Option<u64> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut size = 0;
    for place in 0..archive.len() {
        let file = archive.by_index(place).ok()?;
        let mut limited = file.take(MAX_UNPACKED + 1 - size);
        size += std::io::copy(&mut limited, &mut std::io::sink()).ok()?;
        if size > MAX_UNPACKED {
            break;
        }
    }
    Some(size)
}

/// Reads one sheet cell by cell, because one cell at its far end would make a table of billions; `None` if it is
/// damaged.
fn read_sheet(workbook: &mut Workbook, sheet: &mut Sheet, file_name: &str) -> Option<()> {
    let mut columns = 0;
    let mut reader = workbook.worksheet_cells_reader(&sheet.name).ok()?;
    while let Some(read) = reader.next_cell().ok()? {
        let (row, column) = read.get_position();
        let (number, column) = (row.saturating_add(1), column as usize);
        let cell = cell(read.get_value());
        if cell.is_empty() {
            continue;
        }
        columns = columns.max(column + 1);
        if column >= MAX_COLUMNS {
            continue;
        }
        if sheet.rows.last().is_none_or(|row| row.number != number) {
            if sheet.rows.len() == MAX_ROWS {
                sheet.problem = check_rows(MAX_ROWS + 1, file_name).err();
                return Some(());
            }
            sheet.rows.push(Row { number, cells: Vec::new() });
        }
        let cells = &mut sheet.rows.last_mut()?.cells;
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
    }
    drop(reader);
    // A damaged workbook may have its rows in any order.
    sheet.rows.sort_by_key(|row| row.number);
    sheet.notes.extend(limits::note_on_columns(columns));
    name_merged(workbook, sheet);
    Some(())
}

fn cell(value: &DataRef) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => Cell::from_text(text),
        DataRef::SharedString(text) => Cell::from_text(text),
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) if number.is_finite() => Cell::Number(*number),
        DataRef::Float(_) => Cell::Error("#NUM!".to_owned()),
        DataRef::Bool(answer) => Cell::Text(if *answer { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Cell::Date(format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::DateTime(duration) => Cell::Date(duration.as_f64().to_string()),
        DataRef::DateTimeIso(date) | DataRef::DurationIso(date) => Cell::Date(date.clone()),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

/// Results of formulas are read as they were saved.
fn name_formulas(sheet: &mut Sheet, scan: &Scan) {
    if !scan.formulas.is_empty() {
        sheet.notes.push(phrase!(
            "There are formulas in {columns}; their results are read as they were last saved.",
            columns = columns_in_words(scan.formulas.iter().copied())
        ));
    }
    if scan.without_result > 0 {
        sheet.notes.push(phrase!(
            "Formulas without a saved result, read as empty cells: {count}. Open the workbook in Excel and \
             save it there to get them.",
            count = integer(scan.without_result as f64)
        ));
    }
}

/// "column A", "columns A, C, D".
fn columns_in_words(columns: impl Iterator<Item = usize>) -> String {
    const MOST: usize = 8;
    let letters: Vec<String> = columns.take(MOST + 1).map(column_letters).collect();
    let listed = letters[..letters.len().min(MOST)].join(phrase(", "));
    match letters.len() {
        1 => phrase!("column {columns}", columns = listed),
        ..=MOST => phrase!("columns {columns}", columns = listed),
        _ => phrase!("columns {columns} and others", columns = listed),
    }
}

fn name_merged(workbook: &mut Workbook, sheet: &mut Sheet) {
    let merged = workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
    let Some(first) = merged.first() else { return };
    let corner = |(row, column): (u32, u32)| {
        format!("{}{}", column_letters(column as usize), u64::from(row) + 1)
    };
    sheet.notes.push(phrase!(
        "Some cells are merged ({first} is the first of {areas} such areas); only the first cell of each has a \
         value, the others are read as empty.",
        first = format!("{}:{}", corner(first.start), corner(first.end)),
        areas = integer(merged.len() as f64),
    ));
}

/// Hidden columns and rows are read like the others, and named.
fn name_hidden(sheet: &mut Sheet, scan: &Scan) {
    let width = sheet.width();
    let columns: Vec<usize> =
        scan.hidden_columns.iter().copied().filter(|column| *column < width).collect();
    if !columns.is_empty() {
        sheet.notes.push(phrase!(
            "Hidden in the workbook but read anyway: {columns}.",
            columns = columns_in_words(columns.into_iter())
        ));
    }
    let is_hidden = |row: &&Row| scan.hidden_rows.contains(&row.number);
    let rows: Vec<u32> = sheet.rows.iter().filter(is_hidden).map(|row| row.number).collect();
    if !rows.is_empty() {
        sheet.notes.push(phrase!(
            "Hidden in the workbook, perhaps by a filter, but read anyway: {rows}.",
            rows = limits::rows_in_words(&rows)
        ));
    }
}
