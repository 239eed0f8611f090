//! What the tests of the model claim and found, in the words that a person reads under "How far to
//! trust this".
//!
//! The suite `tests/trust` makes the claims, and writes the page's fragment of them in every language: what
//! the page says was tested is what was tested.

use crate::language::{phrase, to_phrase};
use std::fmt::{Display, Formatter, Result};

/// What a claim rests on, and so what a passed test is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// It must hold by construction.
    Identity,
    /// It is compared with published numbers, to some of which the model was fitted.
    Fitted,
    /// The model was built so.
    Assumed,
}

impl Ground {
    /// All grounds, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Identity, Self::Fitted, Self::Assumed];

    /// The heading a person reads.
    pub fn title(self) -> &'static str {
        match self {
            Self::Identity => phrase("What must hold by construction"),
            Self::Fitted => phrase("Fitted to, or compared with, published numbers"),
            Self::Assumed => phrase("Assumed directions"),
        }
    }

    /// What such a test can show and what it cannot.
    pub fn shows(self) -> &'static str {
        match self {
            Self::Identity => phrase(
                "These hold the program against formulas with a known answer and against its own \
                 books: they can show that it computes what it says it computes, and cannot show that \
                 schools behave so.",
            ),
            Self::Fitted => phrase(
                "These hold the model against published numbers, but Chicago's peer pull and coaching \
                 budget, Baltimore County's assignment, pace and budget, and the constants for \
                 stopping and for quality of practice were chosen to meet them: they can show that the \
                 model can match, and cannot show that it predicts.",
            ),
            Self::Assumed => phrase(
                "These give two strategies the same luck and ask whether they differ as we meant them \
                 to, by more than chance: they can show that the model does what it was built to do, \
                 and cannot show that districts do so.",
            ),
        }
    }
}

/// One thing that a test claims, and what came out, told in the language that was spoken.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The test's number in the specification, section 12: "7c". A test of several parts makes several
    /// claims of one number.
    pub number: &'static str,
    /// What it rests on.
    pub ground: Ground,
    /// What is claimed, as a sentence for a person who does not program.
    pub statement: String,
    /// What came out, with its unit.
    pub value: String,
    /// Where it must lie.
    pub bounds: String,
    /// The published fact or the formula and who says it, or that it was assumed.
    pub source: String,
    /// Whether what came out lies there.
    pub passed: bool,
}

impl Claim {
    /// Whether it passed, in words.
    pub fn verdict(&self) -> &'static str {
        phrase(if self.passed { to_phrase("yes") } else { to_phrase("no: failed") })
    }
}

impl Display for Claim {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Self { number, statement, value, bounds, source, .. } = self;
        write!(f, "test {number}: {statement}\n  came out: {value}\n  bounds:   {bounds}\n")?;
        write!(f, "  passed:   {}\n  source:   {source}", self.verdict())
    }
}
