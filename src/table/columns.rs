//! Which column is what.

use super::field::Field;
use super::limits::quoted;
use super::marks::DecimalMark;
use super::question::Question;
use super::reading::Reading;
use super::sheet::{Cell, Row, column_letters};
use super::values::{self, Value};
use crate::language::phrase;
use crate::phrase;
use std::collections::BTreeMap;

/// Heads that fit so much less than the best one are not in doubt.
const CLEAR: u32 = 10;

/// Of two fields that a head fits equally well, the first one.
const PRECEDENCE: [Field; 10] = [
    Field::Readiness,
    Field::Need,
    Field::UnderWay,
    Field::Latitude,
    Field::Longitude,
    Field::X,
    Field::Y,
    Field::Students,
    Field::Level,
    Field::Name,
];

/// A column inside a sentence: by its head, or its letter.
pub(super) fn named(heads: &[String], column: usize) -> String {
    match heads.get(column).map(|head| head.trim()).filter(|head| !head.is_empty()) {
        Some(head) => phrase!("column {columns}", columns = quoted(head)),
        None => phrase!("column {columns}", columns = column_letters(column)),
    }
}

/// Finds the columns by their heads and the answers, asks for those that are in doubt, and says which are not used.
pub(super) fn find(reading: &mut Reading, rows: &[Row]) -> BTreeMap<Field, usize> {
    let width = reading.sheet.width();
    let mut columns = BTreeMap::new();
    for (field, column) in &reading.answers.columns {
        if let Some(column) = column.filter(|column| *column < width) {
            columns.insert(*field, column);
        }
    }
    let mut candidates = candidates(reading, rows);
    let taken: Vec<usize> = columns.values().copied().collect();
    candidates.values_mut().for_each(|of| of.retain(|(_, column)| !taken.contains(column)));
    let mut asked: Vec<usize> = Vec::new();
    for (field, of) in candidates {
        if reading.answers.columns.contains_key(&field) {
            continue;
        }
        let most = of.iter().map(|(fit, _)| *fit).max().unwrap_or(0);
        let best: Vec<usize> =
            of.iter().filter(|(fit, _)| fit + CLEAR >= most).map(|(_, column)| *column).collect();
        match best.as_slice() {
            [] => {}
            [column] => drop(columns.insert(field, *column)),
            // What the model does not use is not worth a question; the order of the columns decides nothing.
            _ if matches!(field, Field::Level | Field::Students) => {
                let first = of.iter().max_by_key(|(fit, column)| {
                    (*fit, std::cmp::Reverse(reading.heads.get(*column)))
                });
                columns.extend(first.map(|(_, column)| (field, *column)));
            }
            _ => {
                asked.extend(&best);
                reading.questions.push(Question::Column { field, candidates: best });
            }
        }
    }
    find_name(reading, rows, &mut columns);
    asked.extend(complete_places(reading, &mut columns));
    note_unused(reading, &columns, &asked);
    columns
}

/// The columns that each field may be, with how well their heads fit.
fn candidates(reading: &Reading, rows: &[Row]) -> BTreeMap<Field, Vec<(u32, usize)>> {
    let mut candidates: BTreeMap<Field, Vec<(u32, usize)>> = BTreeMap::new();
    for (column, head) in reading.heads.iter().enumerate() {
        let fits = PRECEDENCE.into_iter().map(|field| (field.fit(head), field));
        let best = fits.reduce(|best, other| if other.0 > best.0 { other } else { best });
        let Some((fit @ 1.., field)) = best else { continue };
        let is_filled = rows.iter().any(|row| !row.cell(column).is_empty());
        let is_possible = match field {
            Field::Name => is_text(rows, column),
            _ => is_filled,
        };
        if is_possible || rows.is_empty() {
            candidates.entry(field).or_default().push((fit, column));
        }
    }
    // A school may be named by its number.
    if let Some(column) = reading.heads.iter().position(|head| Field::Name.fit(head) > 0) {
        candidates.entry(Field::Name).or_insert_with(|| vec![(1, column)]);
    }
    candidates
}

/// Whether most cells of a column are texts and not numbers.
fn is_text(rows: &[Row], column: usize) -> bool {
    let filled = rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
    let (mut texts, mut others) = (0, 0);
    for cell in filled {
        let is_word = matches!(cell, Cell::Text(_))
            && matches!(values::read(cell, DecimalMark::Point), Value::Refused(_));
        *(if is_word { &mut texts } else { &mut others }) += 1;
    }
    texts > others
}

/// Without a head for it, the name is in the only column of words; of several ones it is asked.
fn find_name(reading: &mut Reading, rows: &[Row], columns: &mut BTreeMap<Field, usize>) {
    let is_asked =
        |question: &Question| matches!(question, Question::Column { field: Field::Name, .. });
    let is_answered = reading.answers.columns.contains_key(&Field::Name);
    if is_answered || columns.contains_key(&Field::Name) || reading.questions.iter().any(is_asked) {
        return;
    }
    let width = reading.sheet.width();
    let free: Vec<usize> =
        (0..width).filter(|column| !columns.values().any(|used| used == column)).collect();
    let texts: Vec<usize> = free.iter().copied().filter(|column| is_text(rows, *column)).collect();
    match texts.as_slice() {
        [column] => {
            columns.insert(Field::Name, *column);
            reading.notes.push(phrase!(
                "The names of the schools are read from {column}, the only other column of words.",
                column = reading.named(*column)
            ));
        }
        // Without a column left there is no school.
        [] if free.is_empty() => {}
        [] => reading.questions.push(Question::Column { field: Field::Name, candidates: free }),
        _ => reading.questions.push(Question::Column { field: Field::Name, candidates: texts }),
    }
}

/// A place takes both of its numbers, and of two kinds of places the one in degrees. Returns columns that an answer
/// may bring back.
fn complete_places(reading: &mut Reading, columns: &mut BTreeMap<Field, usize>) -> Vec<usize> {
    let mut waiting = Vec::new();
    let pairs = [(Field::Latitude, Field::Longitude), (Field::X, Field::Y)];
    for (one, other) in pairs {
        for (found, missing) in [(one, other), (other, one)] {
            let is_asked = |question: &Question| matches!(question, Question::Column { field, .. } if *field == missing);
            let is_alone = columns.contains_key(&found) && !columns.contains_key(&missing);
            if is_alone && reading.questions.iter().any(is_asked) {
                waiting.extend(columns.get(&found));
            } else if is_alone {
                reading.notes.push(phrase!(
                    "{found} is in the table and {missing} is not; places are not used.",
                    found = phrase(found.label()),
                    missing = phrase(missing.label())
                ));
            }
        }
        if !(columns.contains_key(&one) && columns.contains_key(&other)) {
            columns.remove(&one);
            columns.remove(&other);
        }
    }
    if columns.contains_key(&Field::Latitude) && columns.contains_key(&Field::X) {
        columns.remove(&Field::X);
        columns.remove(&Field::Y);
    }
    waiting
}

fn note_unused(reading: &mut Reading, columns: &BTreeMap<Field, usize>, asked: &[usize]) {
    const MOST: usize = 12;
    let is_unused =
        |column: &usize| !columns.values().any(|used| used == column) && !asked.contains(column);
    let heads = reading
        .heads
        .iter()
        .enumerate()
        .filter(|(column, head)| is_unused(column) && !head.trim().is_empty());
    let unused: Vec<String> = heads.map(|(_, head)| quoted(head)).collect();
    if !unused.is_empty() {
        let dots = if unused.len() > MOST { "…" } else { "" };
        reading.notes.push(phrase!(
            "Columns that are not used: {columns}.",
            columns = unused[..unused.len().min(MOST)].join(phrase(", ")) + dots
        ));
    }
    if columns.contains_key(&Field::Level) || columns.contains_key(&Field::Students) {
        let note = phrase(
            "School level and number of students are kept and shown; the model does not use them.",
        );
        reading.notes.push(note.to_owned());
    }
}
