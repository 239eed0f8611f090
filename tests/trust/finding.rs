//! The finding of a test: tested once, and rendered in any language.

use districtwide::language::phrase;
use districtwide::summary::{Claim, Ground};
use std::sync::Arc;

/// A text that is rendered lazily, in the language that is current at that time.
#[derive(Clone)]
pub struct Rendered(Arc<dyn Fn() -> String + Send + Sync>);

impl Rendered {
    /// A text that includes numbers.
    pub fn by(render: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(render))
    }

    /// The text in the current language.
    pub fn text(&self) -> String {
        (self.0)()
    }
}

/// A text that is a single phrase, given in English.
impl From<&'static str> for Rendered {
    fn from(english: &'static str) -> Self {
        Self::by(move || phrase(english).to_owned())
    }
}

/// A tested claim; see [`Claim`] for its parts.
#[derive(Clone)]
pub struct Finding {
    pub ground: Ground,
    pub number: &'static str,
    pub statement: Rendered,
    pub value: Rendered,
    pub bounds: Rendered,
    pub source: Rendered,
    pub passed: bool,
}

impl Finding {
    /// The claim in the current language.
    pub fn claim(&self) -> Claim {
        Claim {
            number: self.number,
            ground: self.ground,
            statement: self.statement.text(),
            value: self.value.text(),
            bounds: self.bounds.text(),
            source: self.source.text(),
            passed: self.passed,
        }
    }
}
