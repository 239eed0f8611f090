//! The guided start: three steps to a first insight. It begins on its own once, on a first visit without
//! a link, and never again unless asked for.

use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::scenario::decision_ends::DECISIONS;
use crate::scenario::{Preset, Scenario, Value, parameter};

/// Where the browser stores that it has been shown ([`SHOWN`]).
pub const KEY: &str = "districtwide.guided";
/// What it stores there.
pub const SHOWN: &str = "shown";
/// The decision that is moved.
pub const PACE: &str = "fast_slow";
/// Where the second step moves it for whoever cannot, or does not want to, drag a slider.
const SLOWER: f64 = 0.6;

/// The steps: what is looked at is highlighted meanwhile (`data-guide` of the page, see the style sheet).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The headline is the answer.
    Answer,
    /// A decision is to be moved.
    Move,
    /// What the move did.
    Insight,
}

/// What the first button of a step does; the other one dismisses the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepAction {
    /// Goes on to the next step: [`Guide::go_on`].
    GoOn,
    /// Moves the decision for the person: shows [`slowed_down`].
    MoveForMe,
}

/// How far the guided start is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guide {
    step: Option<Step>,
    /// What the line about the last change read when nothing had been moved yet.
    change_before: String,
}

impl Guide {
    /// The guide of a page that opens on this scenario. It begins on its own if it has never been shown
    /// and no link or stored scenario is opened; then [`SHOWN`] is to be stored.
    pub fn on_opening(scenario: &Scenario, was_shown: bool) -> Self {
        let begins = !was_shown && *scenario == Scenario::from(Preset::Chicago);
        Self { step: begins.then_some(Step::Answer), change_before: String::new() }
    }

    /// The current step; none while there is no guide.
    pub fn step(&self) -> Option<Step> {
        self.step
    }

    /// Begins it again. `change`: the line about the last change, as it reads now.
    pub fn begin(&mut self, change: &str) {
        self.step = Some(Step::Answer);
        change.clone_into(&mut self.change_before);
    }

    /// The first step has been read.
    pub fn go_on(&mut self) {
        if self.step == Some(Step::Answer) {
            self.step = Some(Step::Move);
        }
    }

    /// The line about the last change reads so now: once the person has moved something and its results
    /// are there, the second step is done. Returns whether the step is another one now.
    pub fn change_shown(&mut self, change: &str) -> bool {
        match self.step {
            Some(Step::Answer) => change.clone_into(&mut self.change_before),
            Some(Step::Move) if self.change_before != change => {
                self.step = Some(Step::Insight);
                return true;
            }
            _ => {}
        }
        false
    }

    /// Ends it: by its last button, or by Escape, so that it need not cover what has the focus.
    pub fn dismiss(&mut self) {
        self.step = None;
    }
}

impl Step {
    /// Its number, from 1.
    pub fn number(self) -> u32 {
        self as u32 + 1
    }

    /// Which step of how many it is.
    pub fn label(self) -> String {
        phrase!("Step {number} of 3", number = self.number())
    }

    /// What its first button does; none where there is only the other one.
    pub fn action(self) -> Option<StepAction> {
        match self {
            Self::Answer => Some(StepAction::GoOn),
            Self::Move => Some(StepAction::MoveForMe),
            Self::Insight => None,
        }
    }

    /// The label of the button that dismisses the guide.
    pub fn dismiss_label(self) -> &'static str {
        match self {
            Self::Insight => phrase("Continue on my own"),
            _ => phrase("Skip"),
        }
    }

    /// Whether the decision that is to be moved has to be in sight.
    pub fn needs_decision_in_view(self) -> bool {
        self == Self::Move
    }

    /// What a person reads.
    pub fn text(self) -> String {
        match self {
            Self::Answer => phrase(
                "This is Chicago in 2016, when 21 schools taught in a new way. The sentence at the top \
                 sums up hundreds of simulated futures: when there are 100 schools, and how many are \
                 left in the end.",
            )
            .to_owned(),
            Self::Move => {
                let pace = DECISIONS.iter().find(|ends| ends.key == PACE);
                phrase!(
                    "Now change a decision: move \u{201c}{question}\u{201d} toward slow and steady, \
                     and watch the curves.",
                    question = phrase(pace.map_or("", |ends| ends.question)),
                )
            }
            Self::Insight => phrase(
                "The line under the chart says what your move did, and why. Pin this run under \
                 \u{201c}Compare\u{201d} and try another; there is no best score, only what each \
                 choice costs.",
            )
            .to_owned(),
        }
    }
}

impl StepAction {
    /// The label of its button.
    pub fn label(self) -> &'static str {
        phrase(match self {
            Self::GoOn => to_phrase("Next"),
            Self::MoveForMe => to_phrase("Move it for me"),
        })
    }
}

/// The scenario with the pace moved for the person.
pub fn slowed_down(scenario: &Scenario) -> Option<Scenario> {
    scenario.with(parameter(PACE)?, Value::Number(SLOWER)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chicago() -> Scenario {
        Preset::Chicago.into()
    }

    #[test]
    fn it_begins_on_its_own_once_and_only_where_no_link_was_opened() {
        assert_eq!(Guide::on_opening(&chicago(), false).step(), Some(Step::Answer));
        assert_eq!(Guide::on_opening(&chicago(), true).step(), None);
        let linked = slowed_down(&chicago()).unwrap();
        assert_eq!(Guide::on_opening(&linked, false).step(), None);
    }

    #[test]
    fn a_move_is_done_when_the_line_about_it_reads_differently() {
        let mut guide = Guide::on_opening(&chicago(), false);
        guide.go_on();
        assert_eq!(guide.step(), Some(Step::Move));
        assert!(!guide.change_shown(""));
        assert!(guide.change_shown("More pace: fewer schools."));
        assert_eq!(guide.step(), Some(Step::Insight));
        assert!(!guide.change_shown("Less pace: more schools."));
    }

    #[test]
    fn what_was_moved_before_the_second_step_does_not_count() {
        let mut guide = Guide::on_opening(&chicago(), false);
        guide.change_shown("a");
        guide.go_on();
        assert!(!guide.change_shown("a"));
        assert!(guide.change_shown("b"));
        guide.begin("b");
        assert_eq!(guide.step(), Some(Step::Answer));
        guide.go_on();
        assert!(!guide.change_shown("b"));
    }

    #[test]
    fn dismissed_it_stays_away_until_it_is_asked_for() {
        let mut guide = Guide::on_opening(&chicago(), false);
        guide.go_on();
        guide.dismiss();
        guide.go_on();
        assert!(!guide.change_shown("b"));
        assert_eq!(guide.step(), None);
        guide.begin("b");
        assert_eq!(guide.step(), Some(Step::Answer));
    }

    #[test]
    fn only_the_first_two_steps_have_a_button_of_their_own() {
        let steps = [Step::Answer, Step::Move, Step::Insight];
        let labels = steps.map(|step| step.action().map(StepAction::label));
        assert_eq!(labels, [Some("Next"), Some("Move it for me"), None]);
        let dismiss = steps.map(Step::dismiss_label);
        assert_eq!(dismiss, ["Skip", "Skip", "Continue on my own"]);
        assert_eq!(steps.map(Step::label)[1], "Step 2 of 3");
        assert_eq!(steps.map(Step::needs_decision_in_view), [false, true, false]);
    }

    #[test]
    fn the_second_step_names_the_decision_that_it_moves() {
        let pace = DECISIONS.iter().find(|ends| ends.key == PACE).unwrap();
        assert!(Step::Move.text().contains(pace.question));
        assert!(slowed_down(&chicago()).unwrap().decisions.fast_slow > 0.0);
    }
}
