//! What is known while a sheet is read.

use super::question::{Answers, Question};
use super::sheet::Sheet;

/// A sheet, the answers so far, and what has been found.
pub(super) struct Reading<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) answers: &'a Answers,
    /// The heads of the columns; empty if there are none.
    pub(super) heads: Vec<String>,
    pub(super) notes: Vec<String>,
    pub(super) questions: Vec<Question>,
}

impl Reading<'_> {
    /// A column inside a sentence.
    pub(super) fn named(&self, column: usize) -> String {
        super::columns::named(&self.heads, column)
    }
}
