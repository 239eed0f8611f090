//! How much of a table is read.

use super::kind::{about, shortened};
use super::sheet::Sheet;
use crate::language::{integer, phrase};
use crate::phrase;

/// The most rows of a sheet that are read.
pub const MAX_ROWS: usize = 20_000;
/// The most schools that a district has on this page.
pub const MAX_SCHOOLS: usize = 5_000;
/// The most columns that are read.
pub(super) const MAX_COLUMNS: usize = 300;

/// Refuses more rows than are read.
pub(super) fn check_rows(rows: usize, file_name: &str) -> Result<(), String> {
    if rows <= MAX_ROWS {
        return Ok(());
    }
    Err(phrase!(
        "{file} has more than {most_rows} rows. The page reads at most {most_rows} rows and uses at most \
         {most_schools} schools: leave out the rows that are not schools in your district, and choose the file \
         again.",
        file = about("{file}", file_name),
        most_rows = integer(MAX_ROWS as f64),
        most_schools = integer(MAX_SCHOOLS as f64),
    ))
}

/// Refuses more schools than a district has.
pub(super) fn check_schools(schools: usize) -> Result<(), String> {
    if schools <= MAX_SCHOOLS {
        return Ok(());
    }
    Err(phrase!(
        "The table has {schools} schools, and the page uses at most {most_schools}. Leave out those that are not \
         in your district, and choose the table again.",
        schools = integer(schools as f64),
        most_schools = integer(MAX_SCHOOLS as f64),
    ))
}

/// Leaves out columns past the last one that is read, and says so.
pub(super) fn cut_columns(sheet: &mut Sheet) {
    sheet.notes.extend(note_on_columns(sheet.width()));
    sheet.rows.iter_mut().for_each(|row| row.cells.truncate(MAX_COLUMNS));
}

/// Says how many of so many columns are read, if not all.
pub(super) fn note_on_columns(columns: usize) -> Option<String> {
    (columns > MAX_COLUMNS).then(|| {
        phrase!(
            "The table has {columns} columns; only the first {most} are read.",
            columns = integer(columns as f64),
            most = integer(MAX_COLUMNS as f64),
        )
    })
}

/// A text of the table inside a sentence.
pub(super) fn quoted(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    phrase!("\"{text}\"", text = crate::language::isolated(&shortened(&text)))
}

/// Row numbers inside a sentence: the first ones, and how many more there are.
pub(super) fn rows_in_words(rows: &[u32]) -> String {
    const MOST: usize = 5;
    let first: Vec<String> = rows.iter().take(MOST).map(|row| integer(f64::from(*row))).collect();
    let listed = first.join(phrase(", "));
    match (rows.len(), rows.len().saturating_sub(MOST)) {
        (1, _) => phrase!("Row {row}", row = listed),
        (_, 0) => phrase!("Rows {rows}", rows = listed),
        (_, more) => {
            phrase!("Rows {rows} and {more} more", rows = listed, more = integer(more as f64))
        }
    }
}
