//! Need and readiness on the model's scale from 0 to 1.

use super::field::Field;
use super::limits::rows_in_words;
use super::question::{Question, ReadinessScale};
use super::reading::Reading;
use super::sheet::Row;
use crate::language::{number, phrase};
use crate::phrase;

/// A number of the table, and what it is to the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scaled {
    /// As in the table, percentages not divided.
    pub given: f64,
    /// From 0 to 1.
    pub scaled: f64,
}

/// Scales need by its range.
pub(super) fn need(reading: &mut Reading, numbers: &[Option<f64>]) -> Vec<Option<Scaled>> {
    by_range(reading, numbers, Field::Need)
}

/// Scales readiness as a rating or by its range; nothing, and a question, where that is unclear.
pub(super) fn readiness(
    reading: &mut Reading,
    numbers: &[Option<f64>],
    rows: &[&Row],
    column: usize,
) -> (Vec<Option<Scaled>>, Option<ReadinessScale>) {
    let Some((least, most)) = range(numbers) else { return (vec![None; numbers.len()], None) };
    let head = reading.heads.get(column).cloned().unwrap_or_default();
    let is_rating = |number: &f64| (1.0..=5.0).contains(number);
    let scale = match reading.answers.readiness_scale.or_else(|| named_scale(&head)) {
        Some(scale) => scale,
        None if !numbers.iter().flatten().all(is_rating) => ReadinessScale::Range,
        None if numbers.iter().flatten().all(|number| (number * 2.0).fract() == 0.0) => {
            ReadinessScale::OneToFive
        }
        None => {
            reading.questions.push(Question::ReadinessScale { least, most });
            return (vec![None; numbers.len()], None);
        }
    };
    if scale == ReadinessScale::Range {
        return (by_range(reading, numbers, Field::Readiness), Some(scale));
    }
    let outside =
        rows.iter().zip(numbers).filter(|(_, number)| number.is_some_and(|n| !is_rating(&n)));
    let outside: Vec<u32> = outside.map(|(row, _)| row.number).collect();
    if !outside.is_empty() {
        reading.notes.push(phrase!(
            "{rows} in {column}: not a rating from 1 to 5; the cell is treated as blank.",
            rows = rows_in_words(&outside),
            column = reading.named(column)
        ));
    }
    let note = phrase("Readiness is read as a rating from 1 to 5: 1 becomes 0, 5 becomes 1.");
    reading.notes.push(note.to_owned());
    let scaled = |given: f64| Scaled { given, scaled: (given - 1.0) / 4.0 };
    let values = numbers.iter().map(|number| number.filter(is_rating).map(scaled)).collect();
    (values, Some(scale))
}

/// The scale that a head names, as files of the page do.
fn named_scale(head: &str) -> Option<ReadinessScale> {
    let head = head.to_lowercase().replace(['–', '—'], "-").replace(' ', "");
    let is_rating = ["1-5", "1to5", "1a5", "1al5"].iter().any(|scale| head.contains(scale));
    let is_range = head.contains("byitsrange").then_some(ReadinessScale::Range);
    is_rating.then_some(ReadinessScale::OneToFive).or(is_range)
}

/// The part of the head of readiness that names its scale.
pub(super) fn scale_in_head(scale: ReadinessScale) -> &'static str {
    match scale {
        ReadinessScale::OneToFive => " (1-5)",
        ReadinessScale::Range => " (by its range)",
    }
}

fn range(numbers: &[Option<f64>]) -> Option<(f64, f64)> {
    let mut given = numbers.iter().flatten().copied();
    let first = given.next()?;
    Some(given.fold((first, first), |(least, most), x| (least.min(x), most.max(x))))
}

/// Scales numbers so that the smallest becomes 0 and the largest 1. Where all are equal the schools do not
/// differ: what would be drawn instead would, so each gets the middle.
fn by_range(reading: &mut Reading, numbers: &[Option<f64>], field: Field) -> Vec<Option<Scaled>> {
    let Some((least, most)) = range(numbers) else { return vec![None; numbers.len()] };
    let label = phrase(field.label());
    // Halves, so that no difference is too large for a number.
    let width = most / 2.0 - least / 2.0;
    let scale = |given: f64| match width > 0.0 {
        true => ((given / 2.0 - least / 2.0) / width).clamp(0.0, 1.0),
        false => 0.5,
    };
    reading.notes.push(match width > 0.0 {
        true => phrase!(
            "{field} runs from {least} to {most}, which become 0 and 1.",
            field = label,
            least = number(least),
            most = number(most)
        ),
        false => phrase!(
            "{field} is {number} at every school that has it; each is taken as the middle, {middle}.",
            field = label,
            number = number(least),
            middle = number(0.5)
        ),
    });
    let scaled = |given: f64| Scaled { given, scaled: scale(given) };
    numbers.iter().map(|number| number.map(scaled)).collect()
}
