//! The guided start: three questions about the district on the page. To ask one moves its slider, a step at a
//! time, and what was there before can be put back. It begins on its own once, on a first visit without a link.

use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::scenario::decision_ends::{DECISIONS, DecisionEnds};
use crate::scenario::{Scenario, Value};

/// Where the browser stores that it has been shown ([`SHOWN`]).
pub const KEY: &str = "districtwide.guided";
/// What it stores there.
pub const SHOWN: &str = "shown";
/// How far a slider moves in a step of [`STEP_MS`].
const STEP: f64 = 0.05;
/// Time between two steps, milliseconds.
pub const STEP_MS: u64 = 50;

/// A question that a slider answers. Its texts are displayed through `language::phrase`.
pub struct Question {
    /// What is asked.
    pub text: &'static str,
    /// Key of the decision that moves.
    pub decision: &'static str,
    /// Where to look meanwhile.
    look_at: &'static str,
}

/// The questions, in the order of their buttons.
pub static QUESTIONS: [Question; 3] = [
    Question {
        text: to_phrase("Go faster?"),
        decision: "fast_slow",
        look_at: to_phrase(
            "Look at the chart: when schools start, and how many are still active in the end.",
        ),
    },
    Question {
        text: to_phrase("Where to start?"),
        decision: "need_readiness",
        look_at: to_phrase(
            "Look at the outcomes: the equity gap, and how many schools are lasting and deep.",
        ),
    },
    Question {
        text: to_phrase("Build or buy?"),
        decision: "build_buy",
        look_at: to_phrase(
            "Look at the outcomes: what a year costs, and how many schools are lasting and deep.",
        ),
    },
];

impl Question {
    fn ends(&self) -> &'static DecisionEnds {
        let ends = DECISIONS.iter().find(|ends| ends.key == self.decision);
        ends.expect("a test checks that every question has its decision")
    }
}

/// How the guided start opens.
pub fn introduction() -> &'static str {
    phrase(
        "Three one-minute questions about this district. Choose one, and its slider moves by itself.",
    )
}

/// Whether it begins on its own: on a first visit, and never over a link, nor over one that could not be read
/// (`None`).
pub fn begins_on_opening(link: Option<&str>, was_shown: bool) -> bool {
    link == Some("") && !was_shown
}

/// A slider that moves by itself.
pub struct Move {
    question: &'static Question,
    /// Where it goes: to the first end, or from there to the second.
    end: f64,
    /// Where it is. Once it is elsewhere, a person has moved it.
    at: f64,
}

impl Move {
    /// Begins to answer a question.
    pub fn new(question: &'static Question, scenario: &Scenario) -> Self {
        let at = (question.ends().parameter().get)(scenario).number();
        Self { question, end: if at > -1.0 { -1.0 } else { 1.0 }, at }
    }

    /// What moves, and where to look.
    pub fn text(&self) -> String {
        let ends = self.question.ends();
        phrase!(
            "\u{201c}{question}\u{201d} moves {position}. {look}",
            question = phrase(ends.question),
            position = ends.in_words(self.end),
            look = phrase(self.question.look_at),
        )
    }

    /// The scenario a step further, or with the slider at its end if it should not be seen moving; none if it is
    /// there already, or if a person has moved it meanwhile.
    pub fn next(&mut self, scenario: &Scenario, at_once: bool) -> Option<Scenario> {
        let parameter = self.question.ends().parameter();
        if self.at == self.end || (parameter.get)(scenario).number() != self.at {
            return None;
        }
        let left = self.end - self.at;
        self.at = match at_once || left.abs() <= STEP {
            true => self.end,
            // As precise as the slider itself.
            false => ((self.at + STEP.copysign(left)) * 100.0).round() / 100.0,
        };
        scenario.with(parameter, Value::Number(self.at)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    fn chicago() -> Scenario {
        Preset::Chicago.into()
    }

    #[test]
    fn it_begins_on_its_own_once_and_never_over_a_link() {
        assert!(begins_on_opening(Some(""), false));
        assert!(!begins_on_opening(Some(""), true));
        assert!(!begins_on_opening(Some("v2&preset=chicago"), false));
        assert!(!begins_on_opening(None, false));
    }

    #[test]
    fn a_slider_moves_in_small_steps_to_its_first_end_and_from_there_to_the_second() {
        for question in &QUESTIONS {
            let mut shown = chicago();
            for end in [-1.0, 1.0] {
                let mut going = Move::new(question, &shown);
                let mut steps = 0;
                while let Some(next) = going.next(&shown, false) {
                    let moved = |scenario| (question.ends().parameter().get)(scenario).number();
                    assert!((moved(&next) - moved(&shown)).abs() < STEP + 0.001);
                    (shown, steps) = (next, steps + 1);
                }
                assert_eq!((question.ends().parameter().get)(&shown).number(), end);
                assert!((10..=40).contains(&steps), "{steps}");
            }
        }
    }

    #[test]
    fn at_once_it_is_one_step() {
        let mut going = Move::new(&QUESTIONS[0], &chicago());
        let next = going.next(&chicago(), true).unwrap();
        assert_eq!(next.decisions.fast_slow, -1.0);
        assert_eq!(going.next(&next, true), None);
    }

    #[test]
    fn it_stops_where_a_person_moves_the_slider() {
        let mut going = Move::new(&QUESTIONS[0], &chicago());
        let mut next = going.next(&chicago(), false).unwrap();
        next = going.next(&next, false).unwrap();
        let parameter = QUESTIONS[0].ends().parameter();
        let elsewhere = next.with(parameter, Value::Number(0.4)).unwrap();
        assert_eq!(going.next(&elsewhere, false), None);
    }

    #[test]
    fn it_names_the_slider_that_moves_and_where_it_goes() {
        let text = Move::new(&QUESTIONS[0], &chicago()).text();
        let start =
            "\u{201c}How fast from pilot to scale?\u{201d} moves all the way to Fast and furious. ";
        assert!(text.starts_with(start), "{text}");
    }
}
