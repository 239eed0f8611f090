//! Which rows below the heads are schools, totals and notes.

use super::field::words;
use super::limits::{quoted, rows_in_words};
use super::question::Question;
use super::reading::Reading;
use super::sheet::{Cell, Row};
use super::values;
use crate::language::integer;
use crate::{phrase, plural};

/// A longer text alone in a row is a note, no name.
const LONGEST_NAME: usize = 80;

/// Behind the head of the names in a file that the page wrote: every row is a school, whatever its name.
pub(super) const AS_IT_IS: &str = " (as it is)";

/// What a row below the heads is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    School,
    Total,
    Note,
    Heads,
    Nameless,
    Asked,
}

/// The rows that are schools; says which are not, and asks where that is unclear.
pub(super) fn schools<'a>(
    reading: &mut Reading<'a>,
    rows: &'a [Row],
    name: Option<usize>,
) -> Vec<&'a Row> {
    let Some(name) = name else { return Vec::new() };
    let is_own = reading.heads.get(name).is_some_and(|head| head.ends_with(AS_IT_IS));
    let kinds = match is_own {
        true => {
            let is_named = |row: &Row| !matches!(row.cell(name), Cell::Empty | Cell::Error(_));
            let kind = |row| if is_named(row) { Kind::School } else { Kind::Nameless };
            rows.iter().map(kind).collect()
        }
        false => kinds(reading, rows, name),
    };
    let of = |kind: Kind| -> Vec<&'a Row> {
        rows.iter().zip(&kinds).filter(|(_, of)| **of == kind).map(|(row, _)| row).collect()
    };
    for kind in [Kind::Total, Kind::Note, Kind::Heads, Kind::Nameless] {
        let left_out = of(kind);
        if let Some(first) = left_out.first() {
            reading.notes.push(left_out_note(kind, &left_out, first, name));
        }
    }
    for row in of(Kind::Asked) {
        let text = row.filled().next().map(|(_, cell)| cell.shown()).unwrap_or_default();
        reading.questions.push(Question::IsSchool { row: row.number, text });
    }
    note_empty_rows(reading, rows);
    let schools = of(Kind::School);
    note_names_alone(reading, &schools);
    schools
}

fn kinds(reading: &Reading, rows: &[Row], name: usize) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = rows.iter().map(|row| kind(reading, row, name)).collect();
    // Notes stand at the end; a row with one cell elsewhere is a school of which nothing else is known.
    for place in (0..rows.len()).rev() {
        let is_apart = place > 0 && rows[place].number - rows[place - 1].number > 1;
        if reading.answers.is_school.contains_key(&rows[place].number) {
            continue;
        }
        match last_kind(reading, &rows[place], is_apart) {
            Some(kind) => kinds[place] = kind,
            None if kinds[place] == Kind::School => break,
            None => {}
        }
    }
    kinds
}

fn kind(reading: &Reading, row: &Row, name: usize) -> Kind {
    match reading.answers.is_school.get(&row.number) {
        Some(true) if !row.cell(name).is_empty() => return Kind::School,
        Some(false) => return Kind::Total,
        _ => {}
    }
    let first = row.filled().next().map(|(_, cell)| words(&cell.shown())).unwrap_or_default();
    let own = match row.cell(name).shown() {
        // "=SUM(A1)" is a formula that came as a text, not a sum.
        text if text.starts_with('=') => String::new(),
        text => words(&text),
    };
    let is_heads = !reading.heads.is_empty()
        && row.filled().all(|(column, cell)| {
            reading.heads.get(column).is_some_and(|head| *head == cell.shown())
        });
    let is_nameless = match row.cell(name) {
        Cell::Empty | Cell::Error(_) => true,
        Cell::Text(text) => text == "-" || values::is_missing(text),
        _ => false,
    };
    match () {
        () if is_heads => Kind::Heads,
        () if is_total(&own) || (is_nameless && is_total(&first)) => Kind::Total,
        () if is_nameless => Kind::Nameless,
        () if may_be_total(&own) => Kind::Asked,
        () => Kind::School,
    }
}

/// What a row at the end of the table is, if it may not be a school.
fn last_kind(reading: &Reading, row: &Row, is_apart: bool) -> Option<Kind> {
    let (_, cell) = row.only_cell()?;
    let Cell::Text(text) = cell else { return None };
    let is_only_column = reading.sheet.width() == 1;
    match () {
        () if is_note(text) => Some(Kind::Note),
        () if !is_only_column && text.chars().count() > LONGEST_NAME => Some(Kind::Note),
        () if is_apart && !is_only_column => Some(Kind::Asked),
        () => None,
    }
}

/// Whether a text begins as sources and footnotes do.
fn is_note(text: &str) -> bool {
    const BEGINNINGS: [&str; 22] = [
        "source:",
        "sources:",
        "note:",
        "notes:",
        "source -",
        "data source",
        "*",
        "†",
        "‡",
        "http",
        "www.",
        "©",
        "prepared by",
        "report generated",
        "generated on",
        "as of ",
        "downloaded",
        "fuente:",
        "fuentes:",
        "nota:",
        "notas:",
        "elaboraci",
    ];
    let text = text.to_lowercase();
    text.len() > 3 && BEGINNINGS.iter().any(|start| text.starts_with(start))
}

/// Whether these words name a total or an average, and no school.
fn is_total(name: &str) -> bool {
    const TOTALS: [&str; 32] = [
        "total",
        "totals",
        "grand total",
        "district total",
        "total district",
        "district totals",
        "subtotal",
        "sub total",
        "sum",
        "average",
        "averages",
        "mean",
        "median",
        "district average",
        "district mean",
        "average district",
        "state average",
        "all schools",
        "total all schools",
        "total schools",
        "district wide",
        "districtwide",
        "statewide",
        "total general",
        "suma",
        "promedio",
        "mediana",
        "total distrito",
        "promedio distrito",
        "todas escuelas",
        "total escuelas",
        "totales",
    ];
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    TOTALS.contains(&letters)
}

/// Whether they may.
fn may_be_total(name: &str) -> bool {
    let of_totals = ["total", "totals", "average", "promedio", "subtotal"];
    let mut parts = name.split(' ');
    let (first, last) = (parts.next().unwrap_or_default(), parts.next_back().unwrap_or_default());
    of_totals.contains(&first)
        || of_totals.contains(&last)
        || ["district", "distrito", "state", "estado", "media"].contains(&name)
}

fn left_out_note(kind: Kind, rows: &[&Row], first: &Row, name: usize) -> String {
    let numbers: Vec<u32> = rows.iter().map(|row| row.number).collect();
    let rows = rows_in_words(&numbers);
    let cell = match first.cell(name) {
        Cell::Empty => first.filled().next().map_or(&Cell::Empty, |(_, cell)| cell),
        cell => cell,
    };
    let text = quoted(&cell.shown());
    match kind {
        Kind::Total => {
            phrase!("{rows}: a total or average, not a school; left out ({text}).", rows, text)
        }
        Kind::Note => phrase!("{rows} below the schools: left out ({text}).", rows, text),
        Kind::Heads => phrase!("{rows}: the column headings again; left out ({text}).", rows, text),
        _ => phrase!("{rows}: no name, so left out ({text}).", rows, text),
    }
}

fn note_empty_rows(reading: &mut Reading, rows: &[Row]) {
    let gaps = rows.windows(2).map(|two| two[1].number.saturating_sub(two[0].number + 1));
    let empty: u32 = gaps.sum();
    if empty > 0 {
        reading.notes.push(plural!(
            empty,
            "{count} empty row is left out.",
            "{count} empty rows are left out."
        ));
    }
}

/// A row with nothing but a name in a table of several columns may be a heading of a group.
fn note_names_alone(reading: &mut Reading, schools: &[&Row]) {
    let alone: Vec<u32> =
        schools.iter().filter(|row| row.only_cell().is_some()).map(|row| row.number).collect();
    if alone.is_empty() || reading.sheet.width() == 1 || alone.len() == schools.len() {
        return;
    }
    reading.notes.push(phrase!(
        "{rows}: a name and nothing else. {count} of {schools} rows are so; if they are headings, leave them out \
         of the table.",
        rows = rows_in_words(&alone),
        count = integer(alone.len() as f64),
        schools = integer(schools.len() as f64),
    ));
}
