//! The state of the page: the scenario, what is known of it, and the month looked at.

use crate::scenario::{Parameter, Preset, Problems, Scenario, Value};
use crate::summary::Summary;
use leptos::prelude::*;
use rand::TryRng;
use rand::rngs::SysRng;

/// A seed that nobody has used; none if the browser has no randomness to give.
pub fn fresh_seed() -> Option<u64> {
    SysRng.try_next_u32().ok().map(u64::from)
}

/// Handles to the state; every component gets them from the context.
#[derive(Clone, Copy)]
pub struct Page {
    /// The scenario that the person has set.
    pub scenario: RwSignal<Scenario>,
    /// The named district that it starts from.
    pub preset: Memo<Option<Preset>>,
    /// What its futures show so far; of the former scenario until there is a first band.
    pub summary: RwSignal<Option<Summary>>,
    /// Whether all futures of the scenario are in the summary.
    pub complete: RwSignal<bool>,
    /// The month that the read-out is of.
    pub month: RwSignal<u32>,
    /// A sentence on a link that could not be opened.
    pub notice: RwSignal<Option<String>>,
}

impl Page {
    /// The state of a page that opens on this scenario.
    pub fn new(scenario: Scenario, notice: Option<String>) -> Self {
        let opened = RwSignal::new(scenario);
        Self {
            scenario: opened,
            preset: Memo::new(move |_| opened.with(|scenario| scenario.preset)),
            summary: RwSignal::new(None),
            complete: RwSignal::new(false),
            month: RwSignal::new(24.min(scenario.simulation.months)),
            notice: RwSignal::new(notice),
        }
    }

    /// The page's state, inside any component.
    pub fn here() -> Self {
        expect_context()
    }

    /// Changes one parameter, or says why not; then nothing changes.
    pub fn change(&self, parameter: &Parameter, value: Value) -> Result<(), Problems> {
        let scenario = self.scenario.get_untracked().with(parameter, value)?;
        self.show(scenario);
        Ok(())
    }

    /// Shows another scenario; a notice about an earlier one goes.
    pub fn show(&self, scenario: Scenario) {
        self.notice.set(None);
        if scenario != self.scenario.get_untracked() {
            self.scenario.set(scenario);
        }
        self.month.update(|month| *month = (*month).min(scenario.simulation.months));
    }

    /// A text of the summary; empty while there is none.
    pub fn of_summary(&self, text: impl Fn(&Summary) -> String) -> String {
        self.summary.with(|summary| summary.as_ref().map(text).unwrap_or_default())
    }

    /// One parameter's value; a component that reads it follows only this parameter.
    pub fn value(&self, parameter: &'static Parameter) -> Memo<Value> {
        let scenario = self.scenario;
        Memo::new(move |_| scenario.with(|scenario| (parameter.get)(scenario)))
    }
}
