//! Text with one row a line as rows and cells: CSV, and what is pasted from a spreadsheet.

use super::kind::{NO_ROWS, NOT_TEXT, about};
use super::sheet::{Cell, Row, Sheet};
use super::{encoding, limits};
use crate::language::{phrase, to_phrase};
use csv::{ReaderBuilder, StringRecord, Terminator};

/// What separates columns: of two that fit equally well, the first one.
const SEPARATORS: [char; 4] = ['\t', ';', ',', '|'];

/// Reads a text as one sheet.
///
/// # Errors
/// A sentence if it is no text, or has no rows, or too many.
pub fn read_text(bytes: &[u8], file_name: &str) -> Result<Sheet, String> {
    let (text, notes) = encoding::decode(bytes).ok_or_else(|| about(NOT_TEXT, file_name))?;
    // One kind of line end, so that empty lines can be counted.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (separator, text) = match named_separator(&text) {
        Some((separator, rest)) => (Some(separator), rest),
        None => (likely_separator(&text), text.as_str()),
    };
    let mut sheet = Sheet { separator, notes, ..Sheet::default() };
    sheet.rows = rows(text, separator, true);
    if has_open_quote(&sheet.rows, text) {
        sheet.rows = rows(text, separator, false);
        sheet.notes.push(phrase(OPEN_QUOTE).to_owned());
    }
    if sheet.rows.is_empty() {
        return Err(about(NO_ROWS, file_name));
    }
    limits::check_rows(sheet.rows.len(), file_name)?;
    limits::cut_columns(&mut sheet);
    Ok(sheet)
}

const OPEN_QUOTE: &str = to_phrase(
    "A quotation mark in the file is never closed. Quotation marks are therefore read as letters; check that each \
     school is on a row of its own.",
);

/// The separator that a first line "sep=;" names, which spreadsheets hide, and the text behind it.
fn named_separator(text: &str) -> Option<(char, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let line = line.trim_start_matches('\u{feff}').trim_matches([' ', '"']);
    let start = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="))?;
    let mut named = line[start.len()..].chars();
    let separator = named.next().filter(char::is_ascii)?;
    named.next().is_none().then_some((separator, rest))
}

/// The separator that divides most of the first rows into equally many columns; `None` if there is one column.
fn likely_separator(text: &str) -> Option<char> {
    let start: String = text.split_inclusive('\n').take(60).collect();
    let fits =
        SEPARATORS.iter().filter_map(|separator| Some((fit(&start, *separator)?, *separator)));
    let best = fits.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.map(|(_, separator)| separator)
}

/// How many rows a separator divides into equally many columns, and into how many; `None` if they are too few of
/// those from the first to the last one that it divides. What is above and below may be titles and sources.
fn fit(text: &str, separator: char) -> Option<(usize, usize)> {
    let widths: Vec<usize> =
        records(text, Some(separator), true).map(|(_, record)| record.len()).collect();
    let is_divided = |width: &usize| *width > 1;
    // "Lincoln, East": where a space follows each comma, it may be in names, and has to be on most rows.
    let may_be_in_names =
        separator == ',' && text.matches(',').count() == text.matches(", ").count();
    let table = match (widths.iter().position(is_divided), widths.iter().rposition(is_divided)) {
        (Some(first), Some(last)) if !may_be_in_names => &widths[first..=last],
        _ => &widths[..],
    };
    let count = |width: &usize| table.iter().filter(|other| *other == width).count();
    let most = table.iter().copied().filter(is_divided).max_by_key(count)?;
    (count(&most) * 2 >= table.len()).then(|| (count(&most), most))
}

/// The rows that are not empty.
fn rows(text: &str, separator: Option<char>, has_quotes: bool) -> Vec<Row> {
    let rows = records(text, separator, has_quotes).map(|(number, record)| {
        let mut cells: Vec<Cell> = joined_guards(&record, separator);
        while cells.last().is_some_and(Cell::is_empty) {
            cells.pop();
        }
        Row { number, cells }
    });
    rows.filter(|row| !row.cells.is_empty()).collect()
}

/// The records of a text with their row numbers. The reader skips empty lines, which count as rows.
fn records(
    text: &str,
    separator: Option<char>,
    has_quotes: bool,
) -> impl Iterator<Item = (u32, StringRecord)> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        // The unit separator: in no text.
        .delimiter(separator.map_or(0x1f, |separator| separator as u8))
        .terminator(Terminator::Any(b'\n'))
        .quoting(has_quotes)
        .from_reader(text.as_bytes());
    let mut number = 0;
    std::iter::from_fn(move || {
        let start = reader.position().byte() as usize;
        let mut record = StringRecord::new();
        reader.read_record(&mut record).ok().filter(|is_read| *is_read)?;
        let skipped = text.as_bytes()[start..].iter().take_while(|byte| **byte == b'\n').count();
        number += 1 + skipped as u32;
        Some((number, record))
    })
}

/// The cells of a record. A guard `="1,5"` without quotes around it was divided at its comma.
fn joined_guards(record: &StringRecord, separator: Option<char>) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(record.len());
    let mut fields = record.iter();
    while let Some(field) = fields.next() {
        let is_open = |field: &str| field.starts_with("=\"") && !field[2..].ends_with('"');
        let mut behind = fields.clone();
        if is_open(field)
            && let Some(end) = behind.position(|field| field.ends_with('"'))
        {
            let parts = std::iter::once(field).chain(fields.by_ref().take(end + 1));
            let separator = separator.unwrap_or(',').to_string();
            cells.push(Cell::from_text(&parts.collect::<Vec<_>>().join(&separator)));
        } else {
            cells.push(Cell::from_text(field));
        }
    }
    cells
}

/// Whether a quotation mark swallowed the rows behind it: up to the end of the text, or dozens of them.
fn has_open_quote(rows: &[Row], text: &str) -> bool {
    const MOST_LINES: usize = 20;
    let lines = |cell: &Cell| match cell {
        Cell::Text(text) => text.matches('\n').count(),
        _ => 0,
    };
    let last = rows.last().and_then(|row| row.cells.last()).map_or(0, lines);
    (last > 0 && !text.trim_end().ends_with('"'))
        || rows.iter().flat_map(|row| &row.cells).any(|cell| lines(cell) > MOST_LINES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(u32, Vec<String>)> {
        let sheet = read_text(text.as_bytes(), "a.csv").expect("a sheet");
        let cells = |row: &Row| row.cells.iter().map(Cell::shown).collect();
        sheet.rows.iter().map(|row| (row.number, cells(row))).collect()
    }

    fn row(number: u32, cells: [&str; 2]) -> (u32, Vec<String>) {
        (number, cells.map(str::to_owned).to_vec())
    }

    #[test]
    fn each_separator_is_found_also_where_decimals_have_commas() {
        for text in [
            "Name,Need\nLincoln,5\n",
            "Name;Need\r\nLincoln;5\r\n",
            "Name\tNeed\rLincoln\t5\r",
            "Name|Need\nLincoln|5",
            "sep=|\nName|Need\nLincoln|5",
        ] {
            assert_eq!(shown(text), [row(1, ["Name", "Need"]), row(2, ["Lincoln", "5"])], "{text}");
        }
        assert_eq!(shown("Name;Need\nA;0,5\nB;0,7\n")[2], row(3, ["B", "0,7"]));
        assert_eq!(shown("Lincoln, East\nAdams\nOak\n").len(), 3);
        assert_eq!(shown("Lincoln, East\nAdams\nOak\n")[0].1, ["Lincoln, East"]);
    }

    #[test]
    fn rows_have_the_numbers_of_a_spreadsheet_with_empty_lines_and_breaks_inside_cells() {
        let text = "Name,Need\n\n\n\"Lincoln\nEast\",1\n,\nOak,2\n";
        assert_eq!(
            shown(text),
            [row(1, ["Name", "Need"]), row(4, ["Lincoln\nEast", "1"]), row(6, ["Oak", "2"])]
        );
    }

    #[test]
    fn quotes_and_guards_keep_what_is_in_them() {
        assert_eq!(shown("A,B\n\"1,234\",=\"009\"\n")[1], row(2, ["1,234", "009"]));
        assert_eq!(shown("A,B\n=\"1,5\",\"=\"\"7\"\"\"\n")[1], row(2, ["1,5", "7"]));
        assert_eq!(shown("A,B\nThe \"Oak\" School,1\n")[1], row(2, ["The \"Oak\" School", "1"]));
    }

    #[test]
    fn a_quote_that_is_never_closed_swallows_no_rows_and_is_said() {
        let text = "Name,Need\n\"Lincoln,1\nOak,2\nElm,3\n";
        assert_eq!(shown(text).len(), 4);
        assert_eq!(read_text(text.as_bytes(), "").unwrap().notes.len(), 1);
    }
}
