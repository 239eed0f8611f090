//! Whole columns of numbers: one decimal mark, one unit, and a sentence about each cell that is not taken.

use super::field::Field;
use super::limits::{quoted, rows_in_words};
use super::marks::{DecimalMark, Marks};
use super::question::{Dash, Question, Unsigned};
use super::reading::Reading;
use super::sheet::Row;
use super::values::{self, Refusal, Value};
use crate::language::number;
use crate::phrase;
use std::collections::BTreeMap;

/// The numbers of each column, in the order of the rows; percentages are not divided.
pub(super) fn read(
    reading: &mut Reading,
    rows: &[&Row],
    columns: &BTreeMap<Field, usize>,
) -> BTreeMap<Field, Vec<Option<f64>>> {
    let marks = decimal_marks(reading, rows, columns);
    let numbers = columns.iter().filter(|(field, _)| field.is_number());
    numbers
        .map(|(field, column)| {
            let values =
                rows.iter().map(|row| values::read(row.cell(*column), marks[column])).collect();
            (*field, Column { field: *field, column: *column, rows, values }.numbers(reading))
        })
        .collect()
}

/// The decimal mark of each column of numbers, asked for where it is unclear.
fn decimal_marks(
    reading: &mut Reading,
    rows: &[&Row],
    columns: &BTreeMap<Field, usize>,
) -> BTreeMap<usize, DecimalMark> {
    let mut found: BTreeMap<usize, (Field, Marks)> = BTreeMap::new();
    for (field, column) in columns.iter().filter(|(field, _)| field.is_number()) {
        let (_, marks) = found.entry(*column).or_insert_with(|| (*field, Marks::default()));
        rows.iter().for_each(|row| marks.add(row.cell(*column)));
    }
    let certain: Vec<DecimalMark> = found
        .values()
        .filter_map(|(field, marks)| by_field(*field, marks).or(marks.certain()))
        .collect();
    let others = certain.first().copied().filter(|first| certain.iter().all(|mark| mark == first));
    let separator = reading.sheet.separator;
    let mut decided = BTreeMap::new();
    for (column, (field, marks)) in found {
        let answer = reading.answers.decimal_marks.get(&column).copied();
        let mark =
            answer.or_else(|| by_field(field, &marks)).or_else(|| marks.decide(others, separator));
        if let Some(example) = marks.unclear() {
            match mark {
                None => ask_for_mark(reading, column, example),
                Some(mark) if field != Field::Students => note_mark(reading, column, example, mark),
                Some(_) => {}
            }
        }
        decided.insert(column, mark.unwrap_or(DecimalMark::Point));
    }
    decided
}

/// Degrees have no thousands, and students no decimals.
fn by_field(field: Field, marks: &Marks) -> Option<DecimalMark> {
    let example = marks.unclear()?;
    let (mark, other) = match example.contains(',') {
        true => (DecimalMark::Comma, DecimalMark::Point),
        false => (DecimalMark::Point, DecimalMark::Comma),
    };
    match field {
        Field::Latitude | Field::Longitude => Some(mark),
        Field::Students => Some(other),
        _ => None,
    }
}

fn example_as(example: &str, mark: DecimalMark) -> f64 {
    match values::read(&super::sheet::Cell::Text(example.to_owned()), mark) {
        Value::Number { value, .. } => value,
        _ => 0.0,
    }
}

fn ask_for_mark(reading: &mut Reading, column: usize, example: &str) {
    let [with_point, with_comma] =
        [DecimalMark::Point, DecimalMark::Comma].map(|mark| example_as(example, mark));
    let example = example.to_owned();
    reading.questions.push(Question::DecimalMark { column, example, with_point, with_comma });
}

fn note_mark(reading: &mut Reading, column: usize, example: &str, mark: DecimalMark) {
    reading.notes.push(phrase!(
        "In {column}, {example} is read as {number}.",
        column = reading.named(column),
        example = quoted(example),
        number = number(example_as(example, mark))
    ));
}

/// A column of cells that should be numbers.
struct Column<'a> {
    field: Field,
    column: usize,
    rows: &'a [&'a Row],
    values: Vec<Value>,
}

impl Column<'_> {
    /// The numbers, in one unit.
    fn numbers(&self, reading: &mut Reading) -> Vec<Option<f64>> {
        self.name_refused(reading);
        self.name_footnotes(reading);
        let dash = self.dash(reading);
        let factor = self.factor_without_sign(reading);
        let number = |value: &Value| match value {
            Value::Number { value, is_percent: true, .. } => Some(*value),
            Value::Number { value, .. } => factor.map(|factor| value * factor),
            Value::Dash => dash,
            Value::Missing | Value::Refused(_) => None,
        };
        self.values
            .iter()
            .map(number)
            .map(|value| value.filter(|value| value.is_finite()))
            .collect()
    }

    /// What "-" stands for: only of need both none and not known are possible.
    fn dash(&self, reading: &mut Reading) -> Option<f64> {
        if self.field != Field::Need || !self.values.contains(&Value::Dash) {
            return None;
        }
        ask_for_dash(reading, self.column);
        (reading.answers.dash == Some(Dash::None)).then_some(0.0)
    }

    /// What makes numbers without a percent sign those of the others; `None` if that has to be asked. Above 1 they
    /// can only be percentages, like the others.
    fn factor_without_sign(&self, reading: &mut Reading) -> Option<f64> {
        let find = |percent: bool| {
            let is_wanted = move |value: &Value| matches!(value, Value::Number { is_percent, .. } if *is_percent == percent);
            self.values.iter().position(is_wanted)
        };
        let (Some(with), Some(without)) = (find(true), find(false)) else { return Some(1.0) };
        let may_be_share = |value: &Value| matches!(value, Value::Number { value, is_percent: false, .. } if *value > 0.0 && *value <= 1.0);
        let [with, without] = [with, without].map(|place| self.text(place));
        let answer = reading.answers.unsigned.get(&self.column);
        match answer {
            Some(Unsigned::Percent) => Some(1.0),
            Some(Unsigned::Share) => Some(100.0),
            None if self.values.iter().any(may_be_share) => {
                let column = self.column;
                reading.questions.push(Question::PercentSigns { column, with, without });
                None
            }
            None => {
                reading.notes.push(phrase!(
                    "In {column}, some numbers have a percent sign and others do not ({with}, {without}); all are \
                     read as percentages.",
                    column = reading.named(self.column),
                    with,
                    without
                ));
                Some(1.0)
            }
        }
    }

    /// The text of a row's cell.
    fn text(&self, place: usize) -> String {
        self.rows[place].cell(self.column).shown()
    }

    fn name_refused(&self, reading: &mut Reading) {
        for refusal in [Refusal::Date, Refusal::Approximate, Refusal::Error, Refusal::NotANumber] {
            let places: Vec<usize> = (0..self.values.len())
                .filter(|place| self.values[*place] == Value::Refused(refusal))
                .collect();
            if let Some(first) = places.first() {
                let text = quoted(&self.text(*first));
                let numbers: Vec<u32> =
                    places.iter().map(|place| self.rows[*place].number).collect();
                let (rows, column) = (rows_in_words(&numbers), reading.named(self.column));
                reading.notes.push(refused(refusal, rows, column, text));
            }
        }
    }

    fn name_footnotes(&self, reading: &mut Reading) {
        let is_marked = |value: &Value| matches!(value, Value::Number { has_mark: true, .. });
        let places: Vec<usize> =
            (0..self.values.len()).filter(|place| is_marked(&self.values[*place])).collect();
        let Some(first) = places.first() else { return };
        let numbers: Vec<u32> = places.iter().map(|place| self.rows[*place].number).collect();
        reading.notes.push(phrase!(
            "{rows} in {column}: a footnote mark behind the number is left out ({text}).",
            rows = rows_in_words(&numbers),
            column = reading.named(self.column),
            text = quoted(&self.text(*first))
        ));
    }
}

/// Asks what "-" means, once for all columns.
pub(super) fn ask_for_dash(reading: &mut Reading, column: usize) {
    if reading.answers.dash.is_some() {
        return;
    }
    for question in &mut reading.questions {
        if let Question::Dash { columns } = question {
            columns.push(column);
            return;
        }
    }
    reading.questions.push(Question::Dash { columns: vec![column] });
}

fn refused(refusal: Refusal, rows: String, column: String, text: String) -> String {
    match refusal {
        Refusal::Date => phrase!(
            "{rows} in {column}: {text} is a date, perhaps made by the spreadsheet from something else; the cell is treated as blank.",
            rows,
            column,
            text
        ),
        Refusal::Approximate => phrase!(
            "{rows} in {column}: {text} is not one number; the cell is treated as blank.",
            rows,
            column,
            text
        ),
        Refusal::Error => phrase!(
            "{rows} in {column}: an error of the spreadsheet ({text}); the cell is treated as blank.",
            rows,
            column,
            text
        ),
        Refusal::NotANumber => phrase!(
            "{rows} in {column}: {text} cannot be read as a number; the cell is treated as blank.",
            rows,
            column,
            text
        ),
    }
}
