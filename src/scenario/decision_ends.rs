//! The two ends of each decision: their names, and what the surveyed systems chose.
//!
//! Survey shares are of leaders near either end (The Learning Accelerator with Education Next: more than
//! 100 leaders of 60 systems); the others were in between, or were not asked.

use super::{Parameter, parameter};
use crate::language::{number, phrase, to_phrase};
use crate::phrase;

/// The two ends of a decision. Its texts are displayed through `language::phrase`.
pub struct DecisionEnds {
    /// Key of its parameter.
    pub key: &'static str,
    /// The question it answers.
    pub question: &'static str,
    /// Name of the end at -1.
    pub first: &'static str,
    /// Name of the end at +1.
    pub second: &'static str,
    /// Shares of surveyed leaders near the first and the second end; `None` if not published.
    pub survey: Option<(f64, f64)>,
    /// Whether it is one of the three decisions that the page shows prominently.
    pub large: bool,
}

/// The decisions in the order c, f, r, b, a, m, s of the specification: the index of a decision in the
/// survey stream.
pub static DECISIONS: [DecisionEnds; 7] = [
    DecisionEnds {
        key: "central_decentral",
        question: to_phrase("What should the district control?"),
        first: to_phrase("Centralized"),
        second: to_phrase("Decentralized"),
        survey: None,
        large: false,
    },
    DecisionEnds {
        key: "fast_slow",
        question: to_phrase("How fast from pilot to scale?"),
        first: to_phrase("Fast and furious"),
        second: to_phrase("Slow and steady"),
        survey: Some((0.16, 0.68)),
        large: true,
    },
    DecisionEnds {
        key: "need_readiness",
        question: to_phrase("Which schools first?"),
        first: to_phrase("Need first"),
        second: to_phrase("Readiness first"),
        survey: None,
        large: true,
    },
    DecisionEnds {
        key: "build_buy",
        question: to_phrase("Who supports the schools?"),
        first: to_phrase("Build internally"),
        second: to_phrase("Buy externally"),
        survey: None,
        large: false,
    },
    DecisionEnds {
        key: "fixed_adapt",
        question: to_phrase("How flexible over time?"),
        first: to_phrase("Fixed"),
        second: to_phrase("Adaptive"),
        survey: Some((0.14, 0.67)),
        large: false,
    },
    DecisionEnds {
        key: "package_modules",
        question: to_phrase("One model, or a menu?"),
        first: to_phrase("Prix fixe"),
        second: to_phrase("À la carte"),
        survey: Some((0.27, 0.51)),
        large: true,
    },
    DecisionEnds {
        key: "best_process",
        question: to_phrase("What do schools share?"),
        first: to_phrase("Best practices"),
        second: to_phrase("Process and failures"),
        survey: Some((0.53, 0.12)),
        large: false,
    },
];

impl DecisionEnds {
    /// The row of its parameter.
    pub fn parameter(&self) -> &'static Parameter {
        parameter(self.key).expect("every decision has its row")
    }

    /// The end that a position leans toward: "first", "second" or "neither".
    pub fn side(&self, position: f64) -> &'static str {
        if position < 0.0 {
            "first"
        } else if position > 0.0 {
            "second"
        } else {
            "neither"
        }
    }

    /// The position as text: "in the middle between Fixed and Adaptive", "0.4 toward Slow and steady".
    pub fn in_words(&self, position: f64) -> String {
        let (first, second) = (phrase(self.first), phrase(self.second));
        if position == 0.0 {
            return phrase!("in the middle between {first} and {second}", first, second);
        }
        let end = if position < 0.0 { first } else { second };
        if position.abs() == 1.0 {
            phrase!("all the way to {end}", end)
        } else {
            phrase!("{amount} toward {end}", amount = number(position.abs()), end)
        }
    }
}
