//! What a table leaves unclear: questions for the person who knows, and her answers. Nothing is guessed.

use super::field::Field;
use super::limits::quoted;
use super::marks::DecimalMark;
use crate::language::{number, phrase};
use crate::phrase;
use std::collections::BTreeMap;

/// What has to be asked before the table can be used. Columns count from 0, rows are those of the spreadsheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// On which of several sheets are the schools? Their names.
    Sheet(Vec<String>),
    /// Is this row the heads of the columns, or are there none?
    Heads {
        /// The row.
        row: u32,
        /// Its cells.
        cells: Vec<String>,
    },
    /// Which column is it?
    Column {
        /// What is looked for.
        field: Field,
        /// The columns that it could be.
        candidates: Vec<usize>,
    },
    /// Is the mark in this number a decimal mark or one of thousands?
    DecimalMark {
        /// The column.
        column: usize,
        /// A number of it.
        example: String,
        /// What it is if a point is the decimal mark.
        with_point: f64,
        /// What it is if a comma is.
        with_comma: f64,
    },
    /// Does "-" mean none, or not known?
    Dash {
        /// The columns in which it stands.
        columns: Vec<usize>,
    },
    /// Are numbers without a sign percentages like the others, or shares of one?
    PercentSigns {
        /// The column.
        column: usize,
        /// A number with a sign.
        with: String,
        /// A number without one.
        without: String,
    },
    /// Is readiness a rating from 1 to 5, or a number of another scale?
    ReadinessScale {
        /// Its smallest number.
        least: f64,
        /// Its largest number.
        most: f64,
    },
    /// What does a word mean that says how far a school is?
    Stage {
        /// The word, in small letters.
        word: String,
    },
    /// Is this row a school, or a total or a note?
    IsSchool {
        /// The row.
        row: u32,
        /// What stands where the name of a school would.
        text: String,
    },
}

/// How readiness is scaled to 0..1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadinessScale {
    /// A rating: 1 becomes 0, 5 becomes 1.
    OneToFive,
    /// By its range: the smallest number becomes 0, the largest 1.
    Range,
}

/// What a number without a percent sign is in a column in which others have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsigned {
    /// A percentage: 62 is 62%.
    Percent,
    /// A share of one: 0.62 is 62%.
    Share,
}

/// What "-" means where a number or a stage is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    /// None: zero, or not yet under way.
    None,
    /// Not known, or not published.
    Unknown,
}

/// How far a school is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnderWay {
    /// It does not teach in the new way.
    NotYet,
    /// A small entry.
    Introductory,
    /// Some classrooms.
    Pilot,
    /// The whole school.
    WholeSchool,
}

/// What the person answered; without an answer the table decides, or asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    /// The name of the sheet with the schools.
    pub sheet: Option<String>,
    /// The row of the heads; `Some(None)` if there are none.
    pub heads: Option<Option<u32>>,
    /// The column of a field; `None` if it has none.
    pub columns: BTreeMap<Field, Option<usize>>,
    /// The decimal mark of a column.
    pub decimal_marks: BTreeMap<usize, DecimalMark>,
    /// What "-" means.
    pub dash: Option<Dash>,
    /// What numbers without a percent sign are, by column.
    pub unsigned: BTreeMap<usize, Unsigned>,
    /// How readiness is scaled.
    pub readiness_scale: Option<ReadinessScale>,
    /// What the words for a stage mean, in small letters; `None` if a word does not say how far the school is.
    pub stages: BTreeMap<String, Option<UnderWay>>,
    /// Whether a row is a school.
    pub is_school: BTreeMap<u32, bool>,
}

impl Question {
    /// The question as a sentence; `heads` are those of the table.
    pub fn sentence(&self, heads: &[String]) -> String {
        let head = |column: &usize| super::columns::named(heads, *column);
        let listed =
            |columns: &[usize]| columns.iter().map(head).collect::<Vec<_>>().join(phrase(", "));
        match self {
            Self::Sheet(names) => phrase!(
                "The workbook has several sheets: {sheets}. On which one are the schools?",
                sheets =
                    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(phrase(", "))
            ),
            Self::Heads { row, cells } => phrase!(
                "Is row {row} ({cells}) the column headings or the first school?",
                row,
                cells =
                    cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(phrase(", "))
            ),
            Self::Column { field, candidates } => phrase!(
                "Which column has this: {field}? It could be {columns}.",
                field = phrase(field.label()),
                columns = listed(candidates)
            ),
            Self::DecimalMark { column, example, with_point, with_comma } => phrase!(
                "In {column}, is {example} the number {one} or {other}?",
                column = head(column),
                example = quoted(example),
                one = number(*with_point),
                other = number(*with_comma)
            ),
            Self::Dash { columns } => phrase!(
                "In {columns}, does a dash (-) mean none, or not known?",
                columns = listed(columns)
            ),
            Self::PercentSigns { column, with, without } => phrase!(
                "In {column}, some numbers have a percent sign ({with}) and others do not ({without}). Are those \
                 without one percentages too, or shares of 1?",
                column = head(column),
                with,
                without
            ),
            Self::ReadinessScale { least, most } => phrase!(
                "Readiness runs from {least} to {most}. Is it a rating from 1 to 5, or a number of another scale?",
                least = number(*least),
                most = number(*most)
            ),
            Self::Stage { word } => phrase!(
                "What does {word} mean: not yet, introductory, pilot, whole school, or nothing of that?",
                word = quoted(word)
            ),
            Self::IsSchool { row, text } => phrase!(
                "Is row {row} ({text}) a school, or a total or a note?",
                row,
                text = quoted(text)
            ),
        }
    }
}
