//! The schools of a district as a table has them: [`SchoolTable`] is the type to understand.

use super::field::Field;
use super::limits::{check_schools, quoted, rows_in_words};
use super::places::{self, Place};
use super::question::{Answers, Question, ReadinessScale, UnderWay};
use super::reading::Reading;
use super::scale::{self, Scaled};
use super::sheet::{Cell, Row, Sheet};
use super::{columns, heads, numbers, rows, stages, values, write};
use crate::language::{integer, number, phrase};
use crate::phrase;
use std::collections::BTreeMap;

/// A sheet read as a table of schools, with everything that a person has to see before it is used.
#[derive(Debug, Clone, PartialEq)]
pub struct SchoolTable {
    /// The heads of the columns as they are in the table; empty if it has none.
    pub heads: Vec<String>,
    /// The column of each field that was found, from 0.
    pub columns: BTreeMap<Field, usize>,
    /// The first schools, cell by cell, as they are in the table and as they were read.
    pub preview: Vec<PreviewRow>,
    /// Sentences: what was left out, how numbers were scaled, what is odd.
    pub notes: Vec<String>,
    /// What is unclear. While there are questions, whatever depends on them is missing in `schools`.
    pub questions: Vec<Question>,
    /// How readiness was scaled; `None` without readiness.
    pub readiness_scale: Option<ReadinessScale>,
    /// The schools in the order of the table.
    pub schools: Vec<School>,
}

/// One school. What the table does not say, or not clearly, is `None`.
#[derive(Debug, Clone, PartialEq)]
pub struct School {
    /// Its row in the spreadsheet, from 1.
    pub row: u32,
    /// Its name as it is in the table; two schools may have the same.
    pub name: String,
    /// How much its students need, scaled by the range of the table.
    pub need: Option<Scaled>,
    /// How ready it is.
    pub readiness: Option<Scaled>,
    /// Where it is.
    pub place: Option<Place>,
    /// How far it is.
    pub under_way: Option<UnderWay>,
    /// Its level, such as "Elementary"; the model does not use it.
    pub level: Option<String>,
    /// Its number of students; the model does not use it.
    pub students: Option<u64>,
}

/// A school in the preview.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewRow {
    /// Its row in the spreadsheet, from 1.
    pub row: u32,
    /// Its cells, in the order of [`Field`].
    pub cells: Vec<PreviewCell>,
}

/// A cell in the preview.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewCell {
    /// What it is.
    pub field: Field,
    /// As it is in the table.
    pub given: String,
    /// As it was read, in the visitor's format; `None` if nothing was taken.
    pub read: Option<String>,
}

/// How many schools the preview shows.
const PREVIEW: usize = 8;
/// How many names are listed that several schools have.
const LISTED_NAMES: usize = 5;

impl SchoolTable {
    /// Reads a sheet as far as the answers go. The same sheet and answers give the same table.
    ///
    /// # Errors
    /// A sentence if the sheet cannot be used at all, or has more schools than a district of the page.
    pub fn read(sheet: &Sheet, answers: &Answers) -> Result<Self, String> {
        if let Some(problem) = &sheet.problem {
            return Err(problem.clone());
        }
        let (heads, notes) = (Vec::new(), sheet.notes.clone());
        let mut reading = Reading { sheet, answers, heads, notes, questions: Vec::new() };
        let below = heads::below_heads(&mut reading);
        let columns = columns::find(&mut reading, below);
        let rows = rows::schools(&mut reading, below, columns.get(&Field::Name).copied());
        check_schools(rows.len())?;
        if rows.is_empty() && reading.questions.is_empty() {
            return Err(phrase(
                "There is no school in the table: no row below the column headings has a name. Choose another table.",
            )
            .to_owned());
        }
        let (schools, readiness_scale) = schools(&mut reading, &rows, &columns);
        note_missing(&mut reading, &schools, &columns);
        note_same_names(&mut reading, &schools);
        let preview = preview(&rows, &schools, &columns);
        let Reading { heads, notes, questions, .. } = reading;
        Ok(Self { heads, columns, preview, notes, questions, readiness_scale, schools })
    }

    /// The schools as CSV that [`SchoolTable::read`] reads as the same schools: keys in English, numbers in full
    /// precision as they were given, no name that a spreadsheet takes for a formula.
    pub fn to_csv(&self) -> String {
        write::to_csv(&self.schools, self.readiness_scale)
    }
}

fn schools(
    reading: &mut Reading,
    rows: &[&Row],
    columns: &BTreeMap<Field, usize>,
) -> (Vec<School>, Option<ReadinessScale>) {
    let numbers = numbers::read(reading, rows, columns);
    let none = || vec![None; rows.len()];
    let need = numbers.get(&Field::Need).map(|of| scale::need(reading, of)).unwrap_or_else(none);
    let readiness = columns.get(&Field::Readiness).zip(numbers.get(&Field::Readiness));
    let (readiness, readiness_scale) = match readiness {
        Some((column, of)) => scale::readiness(reading, of, rows, *column),
        None => (vec![None; rows.len()], None),
    };
    let places = places::read(reading, &numbers, rows);
    let under_way = match columns.get(&Field::UnderWay) {
        Some(column) => stages::read(reading, rows, *column),
        None => vec![None; rows.len()],
    };
    let students = whole_students(reading, rows, numbers.get(&Field::Students));
    let schools = rows.iter().enumerate().map(|(i, row)| School {
        row: row.number,
        name: columns.get(&Field::Name).map(|column| name(row.cell(*column))).unwrap_or_default(),
        need: need[i],
        readiness: readiness[i],
        place: places[i],
        under_way: under_way[i],
        level: columns.get(&Field::Level).and_then(|column| level(row.cell(*column))),
        students: students[i],
    });
    (schools.collect(), readiness_scale)
}

/// A name as it is, without the apostrophe that keeps a spreadsheet from computing it.
fn name(cell: &Cell) -> String {
    write::without_guard(&cell.shown()).to_owned()
}

fn level(cell: &Cell) -> Option<String> {
    let text = name(cell);
    (text != "-" && !values::is_missing(&text)).then_some(text)
}

/// Students as whole numbers; a fraction of a student is named.
fn whole_students(
    reading: &mut Reading,
    rows: &[&Row],
    numbers: Option<&Vec<Option<f64>>>,
) -> Vec<Option<u64>> {
    const MOST: f64 = 1e9;
    let Some(numbers) = numbers else { return vec![None; rows.len()] };
    let is_whole = |number: &f64| (0.0..MOST).contains(number) && number.fract() == 0.0;
    let odd = rows.iter().zip(numbers).filter(|(_, number)| number.is_some_and(|n| !is_whole(&n)));
    let odd: Vec<u32> = odd.map(|(row, _)| row.number).collect();
    if !odd.is_empty() {
        reading.notes.push(phrase!(
            "{rows}: the number of students is not a whole number; it is left out.",
            rows = rows_in_words(&odd)
        ));
    }
    numbers.iter().map(|number| number.filter(is_whole).map(|number| number as u64)).collect()
}

/// Says how often a field is missing that the page draws instead.
fn note_missing(reading: &mut Reading, schools: &[School], columns: &BTreeMap<Field, usize>) {
    let has = |field: Field| columns.contains_key(&field);
    let counted = [
        (Field::Need, has(Field::Need), schools.iter().filter(|of| of.need.is_none()).count()),
        (
            Field::Readiness,
            has(Field::Readiness),
            schools.iter().filter(|of| of.readiness.is_none()).count(),
        ),
        (
            Field::Latitude,
            has(Field::Latitude) || has(Field::X),
            schools.iter().filter(|of| of.place.is_none()).count(),
        ),
    ];
    for (field, has_column, missing) in counted {
        if !has_column || missing == 0 {
            continue;
        }
        let (count, of) = (integer(missing as f64), integer(schools.len() as f64));
        reading.notes.push(match field {
            Field::Latitude => phrase!("Schools without a place: {count} of {of}.", count, of),
            field => phrase!(
                "{field} is missing for {count} of {of} schools. What is missing is drawn from the district's \
                 average and spread.",
                field = phrase(field.label()),
                count,
                of
            ),
        });
    }
}

/// Says which names several schools have; each is kept.
fn note_same_names(reading: &mut Reading, schools: &[School]) {
    let mut by_name: BTreeMap<String, Vec<&School>> = BTreeMap::new();
    for school in schools {
        let words: Vec<&str> = school.name.split_whitespace().collect();
        by_name.entry(words.join(" ").to_lowercase()).or_default().push(school);
    }
    let mut same: Vec<Vec<&School>> = by_name.into_values().filter(|of| of.len() > 1).collect();
    same.sort_by_key(|of| of[0].row);
    for of in same.iter().take(LISTED_NAMES) {
        let numbers: Vec<u32> = of.iter().map(|school| school.row).collect();
        reading.notes.push(phrase!(
            "{rows}: the same name, {name}. Each is kept as a school of its own.",
            rows = rows_in_words(&numbers),
            name = quoted(&of[0].name)
        ));
    }
    if same.len() > LISTED_NAMES {
        reading.notes.push(phrase!(
            "Other names that several schools have: {count}.",
            count = integer((same.len() - LISTED_NAMES) as f64)
        ));
    }
}

fn preview(rows: &[&Row], schools: &[School], columns: &BTreeMap<Field, usize>) -> Vec<PreviewRow> {
    let row = |(row, school): (&&Row, &School)| {
        let cell = |(field, column): (&Field, &usize)| PreviewCell {
            field: *field,
            given: row.cell(*column).shown(),
            read: shown(school, *field),
        };
        PreviewRow { row: row.number, cells: columns.iter().map(cell).collect() }
    };
    rows.iter().zip(schools).take(PREVIEW).map(row).collect()
}

/// What was read of a school, as a person sees it.
fn shown(school: &School, field: Field) -> Option<String> {
    match (field, school.place) {
        (Field::Name, _) => Some(school.name.clone()),
        (Field::Need, _) => school.need.map(|need| number(need.given)),
        (Field::Readiness, _) => school.readiness.map(|readiness| number(readiness.given)),
        (Field::Latitude, Some(Place::Degrees { latitude, .. })) => Some(number(latitude)),
        (Field::Longitude, Some(Place::Degrees { longitude, .. })) => Some(number(longitude)),
        (Field::X, Some(Place::Plane { x, .. })) => Some(number(x)),
        (Field::Y, Some(Place::Plane { y, .. })) => Some(number(y)),
        (Field::UnderWay, _) => school.under_way.map(|stage| phrase(stage.label()).to_owned()),
        (Field::Level, _) => school.level.clone(),
        (Field::Students, _) => school.students.map(|students| integer(students as f64)),
        _ => None,
    }
}
