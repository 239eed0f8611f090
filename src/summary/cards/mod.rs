//! Cards that explain the seven decisions, the launch, the six risks and the three phases.
//!
//! They are rendered natively, in every language, and written to `public/explained.html` and
//! `public/languages/<tag>.explained.html` (`tests/explained.rs`); the page fetches those of its language
//! when a card is opened. Numbers of the model come from the parameters; statements about the world name
//! their source; where nothing is published, the card says so.

mod curve;
mod decisions;
mod launch;
mod mechanisms;
mod phases;
mod risks;

pub use curve::{Curve, CurveLine};

use crate::language::{phrase, to_phrase};
use crate::scenario::{Parameter, Settings, parameter};

/// How well the content of a card is established.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Badge {
    /// Measured in districts or schools like these.
    Measured,
    /// Borrowed from another setting, or from the account of one district.
    Borrowed,
    /// Somebody's judgment: ours, or that of people who have helped districts.
    Judgment,
    /// The model was built so.
    Assumed,
    /// Nothing is published about it.
    Unpublished,
}

impl Badge {
    /// Its key for the style sheet, which is also its name in English.
    pub fn key(self) -> &'static str {
        match self {
            Self::Measured => to_phrase("measured"),
            Self::Borrowed => to_phrase("borrowed"),
            Self::Judgment => to_phrase("judgment"),
            Self::Assumed => to_phrase("assumed"),
            Self::Unpublished => to_phrase("not published"),
        }
    }

    /// The badge as displayed.
    pub fn name(self) -> &'static str {
        phrase(self.key())
    }
}

/// The part of a card that has one source.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Headings and their texts.
    pub entries: Vec<(String, String)>,
    /// The curve of the mechanism that is described.
    pub curve: Option<Curve>,
    /// How well it is established.
    pub badge: Badge,
    /// The source.
    pub source: String,
}

impl Part {
    fn new<H: Into<String>, T: Into<String>>(
        badge: Badge,
        source: impl Into<String>,
        entries: impl IntoIterator<Item = (H, T)>,
    ) -> Self {
        let entries = entries.into_iter().map(|(heading, text)| (heading.into(), text.into()));
        Self { entries: entries.collect(), curve: None, badge, source: source.into() }
    }

    fn with_curve(self, curve: Curve) -> Self {
        Self { curve: Some(curve), ..self }
    }
}

/// The explanation of one subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The title. A decision is displayed below its question and needs no title.
    pub title: Option<&'static str>,
    /// Its parts, the most important first.
    pub parts: Vec<Part>,
}

/// The cards for one place on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The place: a decision's key, "launch", "risks" or "phases".
    pub key: &'static str,
    /// Its cards.
    pub cards: Vec<Card>,
}

/// All explanations, in the order of the page.
pub fn explanations() -> Vec<Explanation> {
    let mut explanations = decisions::explanations();
    explanations.extend([launch::explanation(), phases::explanation(), risks::explanation()]);
    explanations
}

// Sources and headings that several cards share.
const SURVEY: &str = to_phrase(
    "The Learning Accelerator with Education Next (Avishai and Rabbitt, Seven Top Decisions For Leaders \
     Scaling Innovation): more than 100 leaders of 60 systems",
);
const PACE_NOTE: &str = to_phrase("The Learning Accelerator, note on deliberate pace");
const PATHWAYS: &str =
    to_phrase("The Learning Accelerator, strategy page on school-defined pathways in Chicago");
const SOFT_LAUNCH: &str =
    to_phrase("The Learning Accelerator, strategy page on Chicago's soft launch");
const RISK_CARDS: &str = to_phrase("The Learning Accelerator, rollout risk cards");
const EQUATIONS: &str = to_phrase("This model's equations; its numbers are judgments");
const IN_THIS_MODEL: &str = to_phrase("In this model");
const WORKS: &str = to_phrase("How it works in this model");
const SYSTEMS_CHOSE: &str = to_phrase("What the surveyed systems chose");
const ONE_WAY: &str = to_phrase("One district's way");

/// The row of a parameter whose name or default a card mentions.
fn row(key: &str) -> &'static Parameter {
    parameter(key).expect("the cards name parameters that there are")
}

/// The default value of a numeric parameter.
fn default(key: &str) -> f64 {
    (row(key).get)(&Settings::default()).number()
}
