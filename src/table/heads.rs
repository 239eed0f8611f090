//! The row with the heads of the columns.

use super::field::Field;
use super::limits::{quoted, rows_in_words};
use super::marks::DecimalMark;
use super::question::Question;
use super::reading::Reading;
use super::sheet::{Cell, Row};
use super::values::{self, Value};
use crate::language::phrase;
use crate::phrase;

/// The heads are among so many first rows.
const ROWS_WITH_HEADS: usize = 30;

/// Finds the heads of the columns, and returns the rows below them.
pub(super) fn below_heads<'a>(reading: &mut Reading<'a>) -> &'a [Row] {
    let rows = &reading.sheet.rows;
    let found = match reading.answers.heads {
        Some(None) => return rows,
        Some(Some(number)) => rows.iter().position(|row| row.number == number),
        None => likely_heads(rows, reading.sheet.width()),
    };
    let Some(place) = found else {
        ask_for_heads(reading);
        return rows;
    };
    reading.heads = rows[place].cells.iter().map(Cell::shown).collect();
    let title: Vec<u32> = rows[..place].iter().map(|row| row.number).collect();
    if let Some(first) = rows[..place].first().and_then(|row| row.filled().next()) {
        reading.notes.push(phrase!(
            "{rows} above the column headings: left out ({text}).",
            rows = rows_in_words(&title),
            text = quoted(&first.1.shown())
        ));
    }
    &rows[place + 1..]
}

/// The row with the most cells that say what their columns are.
fn likely_heads(rows: &[Row], width: usize) -> Option<usize> {
    let known = |row: &Row| {
        let cells = row.filled().filter(|(_, cell)| matches!(cell, Cell::Text(_)));
        let is_head = |cell: &Cell| Field::ALL.iter().any(|field| field.fit(&cell.shown()) > 0);
        cells.filter(|(_, cell)| is_head(cell)).count()
    };
    let is_candidate = |row: &&Row| {
        (width == 1 || row.filled().count() > 1) && !row.filled().any(|(_, cell)| is_number(cell))
    };
    let candidates = rows.iter().take(ROWS_WITH_HEADS).filter(is_candidate);
    let counted = candidates.map(|row| (known(row), row.number)).filter(|(count, _)| *count > 0);
    let best = counted.reduce(|best, other| if other.0 > best.0 { other } else { best })?;
    rows.iter().position(|row| row.number == best.1)
}

/// Whether a cell is a number that no head would be; a school year may be one.
fn is_number(cell: &Cell) -> bool {
    match values::read(cell, DecimalMark::Point) {
        Value::Number { value, .. } => !(1_900.0..2_100.0).contains(&value),
        _ => false,
    }
}

/// Without known heads the first row may be heads or a school, unless it has numbers.
fn ask_for_heads(reading: &mut Reading) {
    let Some(first) = reading.sheet.rows.first() else { return };
    if first.cells.iter().any(is_number) {
        reading.notes.push(
            phrase("The table has no column headings, so the first row is read as a school.")
                .to_owned(),
        );
    } else {
        let cells = first.cells.iter().map(Cell::shown).collect();
        reading.questions.push(Question::Heads { row: first.number, cells });
    }
}
