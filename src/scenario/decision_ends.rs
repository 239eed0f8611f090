//! What either end of each decision is called, what it gains, and what the surveyed systems chose.
//!
//! Survey shares are of leaders near either end (The Learning Accelerator with Education Next: more
//! than 100 leaders of 60 systems); the others stood between, or were not asked.

use super::{Parameter, parameter};

/// The two ends of a decision.
pub struct DecisionEnds {
    /// Key of its parameter.
    pub key: &'static str,
    /// The question it answers.
    pub question: &'static str,
    /// Name of the end at -1.
    pub first: &'static str,
    /// Name of the end at +1.
    pub second: &'static str,
    /// What the first end gains in this model.
    pub first_gains: &'static str,
    /// What the second end gains in this model.
    pub second_gains: &'static str,
    /// Shares of surveyed leaders near the first and the second end; none where none is published.
    pub survey: Option<(f64, f64)>,
    /// Whether it is one of the three that the page shows large.
    pub large: bool,
}

/// The decisions in the order c, f, r, b, a, m, s of the specification: the index of a decision in the
/// survey stream.
pub static DECISIONS: [DecisionEnds; 7] = [
    DecisionEnds {
        key: "central_decentral",
        question: "What to hold tight, what loose?",
        first: "Centralized",
        second: "Decentralized",
        first_gains: "reach, because schools can be placed; fewer schools stop",
        second_gains: "ownership, depth and volunteers",
        survey: None,
        large: false,
    },
    DecisionEnds {
        key: "fast_slow",
        question: "How fast from pilot to scale?",
        first: "Fast and furious",
        second: "Slow and steady",
        first_gains: "early reach",
        second_gains: "learning, schools that last, fewer setbacks",
        survey: Some((0.16, 0.68)),
        large: true,
    },
    DecisionEnds {
        key: "need_readiness",
        question: "Which schools first?",
        first: "Need first",
        second: "Readiness first",
        first_gains: "access for high-need schools",
        second_gains: "exemplars, and schools that last",
        survey: None,
        large: true,
    },
    DecisionEnds {
        key: "build_buy",
        question: "Who supports the schools?",
        first: "Build internally",
        second: "Buy externally",
        first_gains: "capacity that lasts, ownership",
        second_gains: "capacity and know-how at once",
        survey: None,
        large: false,
    },
    DecisionEnds {
        key: "fixed_adapt",
        question: "How flexible over time?",
        first: "Fixed",
        second: "Adaptive",
        first_gains: "early quality and trust",
        second_gains: "know-how, schools that last",
        survey: Some((0.14, 0.67)),
        large: false,
    },
    DecisionEnds {
        key: "package_modules",
        question: "One model, or a menu?",
        first: "Prix fixe",
        second: "À la carte",
        first_gains: "whole-school change, depth once know-how is there",
        second_gains: "reach, lower cost, a better fit",
        survey: Some((0.27, 0.51)),
        large: true,
    },
    DecisionEnds {
        key: "best_process",
        question: "What do schools share?",
        first: "Best practices",
        second: "Process and failures",
        first_gains: "reach, and trust from exemplars",
        second_gains: "learning, a smaller backlash",
        survey: Some((0.53, 0.12)),
        large: false,
    },
];

impl DecisionEnds {
    /// The parameter's row.
    pub fn parameter(&self) -> &'static Parameter {
        parameter(self.key).expect("a test holds that every decision has its row")
    }

    /// The end that a position leans to: "first", "second" or "neither".
    pub fn side(&self, position: f64) -> &'static str {
        if position < 0.0 {
            "first"
        } else if position > 0.0 {
            "second"
        } else {
            "neither"
        }
    }

    /// The position in words: "middle", "0.4 towards Slow and steady".
    pub fn in_words(&self, position: f64) -> String {
        if position == 0.0 {
            return format!("in the middle between {} and {}", self.first, self.second);
        }
        let end = if position < 0.0 { self.first } else { self.second };
        if position.abs() == 1.0 {
            format!("all the way to {end}")
        } else {
            format!("{} towards {end}", position.abs())
        }
    }
}
