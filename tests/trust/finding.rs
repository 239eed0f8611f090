//! What a test found: it is tested once, and told in whatever language is spoken.

use districtwide::language::phrase;
use districtwide::summary::{Claim, Ground};
use std::sync::Arc;

/// A text that is made when it is told, in the language that is spoken then.
#[derive(Clone)]
pub struct Told(Arc<dyn Fn() -> String + Send + Sync>);

impl Told {
    /// A text with numbers in it.
    pub fn by(tell: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    /// The text in the language that is spoken.
    pub fn text(&self) -> String {
        (self.0)()
    }
}

/// A text that is one phrase, in English.
impl From<&'static str> for Told {
    fn from(english: &'static str) -> Self {
        Self::by(move || phrase(english).to_owned())
    }
}

/// A claim that was tested; see [`Claim`] for its parts.
#[derive(Clone)]
pub struct Finding {
    pub ground: Ground,
    pub number: &'static str,
    pub statement: Told,
    pub value: Told,
    pub bounds: Told,
    pub source: Told,
    pub passed: bool,
}

impl Finding {
    /// The claim in the language that is spoken.
    pub fn told(&self) -> Claim {
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
