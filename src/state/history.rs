//! Undo and redo. The browser's back and forward walk through the same scenarios, but may leave the page;
//! these never do.

use super::resume::{scenario_of, to_links};
use crate::scenario::Scenario;
use serde_json::{Value as Json, json};

/// Time without a change after which [`History::settle`] is due, milliseconds: so a drag is one step.
pub const SETTLED_MS: u32 = 300;
/// Steps that can be undone at most.
const MOST_STEPS: usize = 200;

/// The scenarios before and after the current one.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    past: Vec<Scenario>,
    /// What was undone, the next one to redo at the end.
    future: Vec<Scenario>,
    /// The scenario of the last step.
    current: Scenario,
}

impl History {
    /// A history without steps.
    pub fn new(current: Scenario) -> Self {
        Self { past: Vec::new(), future: Vec::new(), current }
    }

    /// Serializes it.
    pub fn to_json(&self) -> Json {
        let (past, future) = (to_links(&self.past), to_links(&self.future));
        json!({ "past": past, "future": future, "current": self.current.to_link() })
    }

    /// Parses it; none if it cannot be read.
    pub fn from_json(json: &Json) -> Option<Self> {
        let scenarios = |links: &Json| -> Option<Vec<Scenario>> {
            links.as_array()?.iter().map(scenario_of).collect()
        };
        Some(Self {
            past: scenarios(&json["past"])?,
            future: scenarios(&json["future"])?,
            current: scenario_of(&json["current"])?,
        })
    }

    /// The scenario of the last step.
    pub fn current(&self) -> Scenario {
        self.current
    }

    /// Makes a step of what has changed since the last one, if anything has; what was undone before is
    /// gone then. Call it when a change has rested for [`SETTLED_MS`].
    pub fn settle(&mut self, scenario: Scenario) {
        if scenario == self.current {
            return;
        }
        self.past.push(std::mem::replace(&mut self.current, scenario));
        self.future.clear();
        let too_many = self.past.len().saturating_sub(MOST_STEPS);
        self.past.drain(..too_many);
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The scenario to show instead of `shown`, a step back; none if there is none. A change that has not
    /// settled yet is a step too.
    pub fn undo(&mut self, shown: Scenario) -> Option<Scenario> {
        self.settle(shown);
        let scenario = self.past.pop()?;
        self.future.push(std::mem::replace(&mut self.current, scenario));
        Some(scenario)
    }

    /// The scenario to show instead of `shown`, a step forward; none if there is none.
    pub fn redo(&mut self, shown: Scenario) -> Option<Scenario> {
        self.settle(shown);
        let scenario = self.future.pop()?;
        self.past.push(std::mem::replace(&mut self.current, scenario));
        Some(scenario)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::compare::test_ensembles::with;

    /// A scenario that differs from the others by its seed.
    fn scenario(seed: u64) -> Scenario {
        with(&Scenario::default(), |settings| settings.simulation.seed = seed)
    }

    fn history(steps: u64) -> History {
        let mut history = History::new(scenario(0));
        (1..=steps).for_each(|seed| history.settle(scenario(seed)));
        history
    }

    #[test]
    fn steps_are_undone_and_redone_in_their_order() {
        let mut history = history(2);
        assert!(history.can_undo() && !history.can_redo());
        assert_eq!(history.undo(scenario(2)), Some(scenario(1)));
        assert_eq!(history.undo(scenario(1)), Some(scenario(0)));
        assert_eq!(history.undo(scenario(0)), None);
        assert_eq!(history.redo(scenario(0)), Some(scenario(1)));
        assert_eq!(history.redo(scenario(1)), Some(scenario(2)));
        assert_eq!(history.redo(scenario(2)), None);
        assert_eq!(history, self::history(2));
    }

    #[test]
    fn what_undo_shows_is_no_step_of_its_own() {
        let mut history = history(1);
        assert_eq!(history.undo(scenario(1)), Some(scenario(0)));
        history.settle(scenario(0));
        assert!(history.can_redo() && !history.can_undo());
    }

    #[test]
    fn a_drag_that_comes_to_rest_once_is_one_step() {
        let mut history = history(0);
        // 1 to 8 were on the screen, and none of them for long enough.
        history.settle(scenario(9));
        assert_eq!(history.undo(scenario(9)), Some(scenario(0)));
        assert!(!history.can_undo());
    }

    #[test]
    fn undoing_before_a_change_has_settled_undoes_that_change() {
        let mut history = history(1);
        assert_eq!(history.undo(scenario(7)), Some(scenario(1)));
        assert_eq!(history.redo(scenario(1)), Some(scenario(7)));
    }

    #[test]
    fn another_change_after_an_undo_leaves_nothing_to_redo() {
        let mut history = history(2);
        history.undo(scenario(2));
        assert_eq!(history.redo(scenario(5)), None);
        assert_eq!(history.undo(scenario(5)), Some(scenario(1)));
    }

    #[test]
    fn the_oldest_steps_are_forgotten_beyond_two_hundred() {
        let mut history = history(MOST_STEPS as u64 + 3);
        let mut shown = scenario(MOST_STEPS as u64 + 3);
        let mut undone = 0;
        while let Some(scenario) = history.undo(shown) {
            (shown, undone) = (scenario, undone + 1);
        }
        assert_eq!((undone, shown), (MOST_STEPS, scenario(3)));
    }
}
