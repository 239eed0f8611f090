//! The claims and results of the model's tests, as displayed under "How far to trust this".
//!
//! The test suite `tests/trust` makes the claims and writes the page's HTML fragment about them in every
//! language: what the page says was tested is what was tested.

use crate::language::{phrase, to_phrase};
use std::fmt::{Display, Formatter, Result};

/// The basis of a claim, and therefore the value of a passed test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// It must hold by construction.
    Identity,
    /// It is compared with published numbers, and the model was fitted to some of them.
    Fitted,
    /// The model was built that way.
    Assumed,
}

impl Ground {
    /// All grounds, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Identity, Self::Fitted, Self::Assumed];

    /// The displayed heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Identity => phrase("What must hold by construction"),
            Self::Fitted => phrase("Fitted to, or compared with, published numbers"),
            Self::Assumed => phrase("Assumed directions"),
        }
    }

    /// What such a test can and cannot show.
    pub fn shows(self) -> &'static str {
        match self {
            Self::Identity => phrase(
                "These check the program against formulas with a known answer and against its own \
                 books. They can show that it computes what it says it computes; they cannot show that \
                 schools behave this way.",
            ),
            Self::Fitted => phrase(
                "These compare the model with published numbers, but Chicago's peer pull and coaching \
                 budget, Baltimore County's assignment, pace and budget, and the constants for \
                 stopping and for quality of practice were chosen to meet them. They can show that the \
                 model can match; they cannot show that it predicts.",
            ),
            Self::Assumed => phrase(
                "These give two strategies the same luck and ask whether they differ as intended, by \
                 more than chance. They can show that the model does what it was built to do; they \
                 cannot show that districts behave this way.",
            ),
        }
    }
}

/// One claim of a test and its result, in the language that was current when it ran.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The test's number in the specification, section 12: "7c". A test with several parts makes several
    /// claims with the same number.
    pub number: &'static str,
    /// Its basis.
    pub ground: Ground,
    /// The claim, as a sentence for someone who does not program.
    pub statement: String,
    /// The result, with its unit.
    pub value: String,
    /// The bounds for the result.
    pub bounds: String,
    /// The published fact or the formula and its source, or that it was assumed.
    pub source: String,
    /// Whether the result is within the bounds.
    pub passed: bool,
}

impl Claim {
    /// Whether it passed, as text.
    pub fn verdict(&self) -> &'static str {
        phrase(if self.passed { to_phrase("yes") } else { to_phrase("failed") })
    }
}

impl Display for Claim {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Self { number, statement, value, bounds, source, .. } = self;
        write!(f, "test {number}: {statement}\n  came out: {value}\n  bounds:   {bounds}\n")?;
        write!(f, "  passed:   {}\n  source:   {source}", self.verdict())
    }
}
