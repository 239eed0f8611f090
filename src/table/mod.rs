//! Tables as people have them: files and pasted cells as rows, and rows as the schools of a district.
//!
//! ```text
//! bytes ──read_cells──▶ sheets ──choose_sheet──▶ Sheet ──SchoolTable::read──▶ schools, preview, notes, questions
//!                                                            ▲ Answers ◀──────────── the person answers ┘
//! ```
//!
//! Nothing is guessed in silence and nothing is lost: what was left out, scaled or is odd becomes a note; what can
//! be read in two ways becomes a [`Question`], and the sheet is read again with the [`Answers`].
//!
//! Nothing here knows the browser. The simulation does not know this module: it is a part of the page of its own,
//! and workbooks ([`read_workbook`]) are another, because what unpacks them is larger than everything else.
//!
//! ```
//! use districtwide::table::{Answers, SchoolTable, choose_sheet, read_cells};
//! let file = "School;FRL %\nLincoln;62,5\nOak;48,0\n";
//! let sheets = read_cells(file.as_bytes(), "schools.csv").unwrap();
//! let answers = Answers::default();
//! let sheet = choose_sheet(&sheets, &answers).unwrap();
//! let table = SchoolTable::read(sheet, &answers).unwrap();
//! assert_eq!(table.schools[0].need.unwrap().given, 62.5);
//! assert!(table.questions.is_empty());
//! ```

mod columns;
mod encoding;
mod field;
mod heads;
mod kind;
mod limits;
mod marks;
mod numbers;
mod places;
mod question;
mod reading;
mod rows;
mod scale;
mod school_table;
mod separated;
mod sheet;
mod stages;
mod values;
mod workbook;
mod write;

pub use field::Field;
pub use kind::{Kind, MAX_BYTES, kind};
pub use limits::{MAX_ROWS, MAX_SCHOOLS};
pub use marks::DecimalMark;
pub use places::Place;
pub use question::{Answers, Dash, Question, ReadinessScale, UnderWay, Unsigned};
pub use scale::Scaled;
pub use school_table::{PreviewCell, PreviewRow, School, SchoolTable};
pub use separated::read_text;
pub use sheet::{Cell, Row, Sheet};
pub use workbook::read_workbook;
pub use write::safe_in_spreadsheet;

/// Reads a file, or what was pasted (with an empty name), as sheets; at least one.
///
/// # Errors
/// A sentence about what it is and what to do, if it is no table that can be read.
pub fn read_cells(bytes: &[u8], file_name: &str) -> Result<Vec<Sheet>, String> {
    match kind(bytes, file_name)? {
        Kind::Text => Ok(vec![read_text(bytes, file_name)?]),
        Kind::Workbook => read_workbook(bytes, file_name),
    }
}

/// The sheet with the schools: the one that was answered, or the only one that is not hidden.
///
/// # Errors
/// The question on which sheet they are.
pub fn choose_sheet<'a>(sheets: &'a [Sheet], answers: &Answers) -> Result<&'a Sheet, Question> {
    let answered = sheets.iter().find(|sheet| answers.sheet.as_ref() == Some(&sheet.name));
    let mut shown = sheets.iter().filter(|sheet| !sheet.is_hidden);
    let only = match (shown.next(), shown.next(), sheets) {
        (Some(sheet), None, _) | (None, _, [sheet]) => Some(sheet),
        _ => None,
    };
    answered
        .or(only)
        .ok_or_else(|| Question::Sheet(sheets.iter().map(|sheet| sheet.name.clone()).collect()))
}
