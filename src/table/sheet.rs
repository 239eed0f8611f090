//! Rows and cells as a file has them, before anybody asks what they mean.

/// One sheet of a file: its rows, and what had to be done to read them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its name in a workbook; empty for text.
    pub name: String,
    /// Whether a workbook hides it.
    pub is_hidden: bool,
    /// Rows with at least one cell that is not empty, in their order.
    pub rows: Vec<Row>,
    /// What separates the columns of a text; `None` in a workbook, and where there is one column.
    pub separator: Option<char>,
    /// Sentences about how it was read.
    pub notes: Vec<String>,
    /// Why it cannot be used, as a sentence, although others of the workbook can.
    pub problem: Option<String>,
}

/// One row of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number as a spreadsheet shows it, from 1; empty rows count.
    pub number: u32,
    /// Its cells from the first column on; those that are missing at its end are empty.
    pub cells: Vec<Cell>,
}

/// What a cell contains.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing, or spaces.
    Empty,
    /// A text without spaces around it; in a text file every cell is one.
    Text(String),
    /// A number that a workbook stores as one, so that no mark in it has two meanings.
    Number(f64),
    /// A date or a time of day in a workbook, as it can be shown.
    Date(String),
    /// An error of a formula, such as "#DIV/0!".
    Error(String),
}

impl Cell {
    /// A text without the spaces around it, and without the guard `="9"` that keeps a spreadsheet from making
    /// a number of it.
    pub(super) fn from_text(text: &str) -> Self {
        // Signs for machines; nobody typed them.
        let is_stray = |c: char| c.is_control() && !c.is_whitespace();
        if text.contains(is_stray) {
            return Self::from_text(&text.replace(is_stray, ""));
        }
        let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
        let text = text.trim_matches(is_blank);
        let guarded = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"'));
        match guarded.map_or(text, |text| text.trim_matches(is_blank)) {
            "" => Self::Empty,
            text => Self::Text(text.to_owned()),
        }
    }

    /// The cell as it can be shown; numbers with a decimal point, which [`Cell::Number`] alone has.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Date(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

impl Row {
    /// The cell of a column; empty past the end of the row.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Its cells that are not empty, with their columns.
    pub(super) fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
    }

    /// The only cell that is not empty, with its column.
    pub(super) fn only_cell(&self) -> Option<(usize, &Cell)> {
        let mut filled = self.filled();
        filled.next().filter(|_| filled.next().is_none())
    }
}

impl Sheet {
    /// The number of columns of its widest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }
}

/// The letters of a column in a spreadsheet: A, B, ... Z, AA.
pub(super) fn column_letters(column: usize) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        before => column_letters(before - 1) + &letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(column_letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_guard_against_numbers_is_taken_off_and_nothing_else() {
        let text = |text: &str| Cell::Text(text.to_owned());
        assert_eq!(Cell::from_text("=\"009\""), text("009"));
        assert_eq!(Cell::from_text("=\"\""), Cell::Empty);
        assert_eq!(Cell::from_text("\u{a0}=1+1 "), text("=1+1"));
        assert_eq!(Cell::from_text("\"9\""), text("\"9\""));
    }
}
