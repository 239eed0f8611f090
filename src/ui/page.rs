//! The state of the page: the scenario, what is known of it, and the month looked at.

use super::address;
use crate::model::survey::surveyed_decisions;
use crate::scenario::decision_ends::{DECISIONS, DecisionEnds};
use crate::scenario::{
    OPENING_MONTH, Parameter, Preset, Problems, Scenario, Shown, Value, parameter,
};
use crate::summary::{Summary, View};
use leptos::prelude::*;
use rand::TryRng;
use rand::rngs::SysRng;

/// A seed that nobody has used; none if the browser has no randomness to give.
fn fresh_seed() -> Option<u64> {
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
    /// What the chart shows of it.
    pub view: RwSignal<View>,
    /// The month that the read-out is of.
    pub month: RwSignal<u32>,
    /// A sentence on a link that could not be opened.
    pub notice: RwSignal<Option<String>>,
    /// Whether the page is there, in the place of the loading message.
    pub laid_out: RwSignal<bool>,
}

impl Page {
    /// The state of a page that opens on its address; every component gets it from the context.
    pub fn open() -> Self {
        let (link, notice) = address::opening();
        let opened = RwSignal::new(link.scenario);
        let page = Self {
            scenario: opened,
            preset: Memo::new(move |_| opened.with(|scenario| scenario.preset)),
            summary: RwSignal::new(None),
            complete: RwSignal::new(false),
            view: RwSignal::new(View::Bands),
            month: RwSignal::new(OPENING_MONTH.min(link.scenario.simulation.months)),
            notice: RwSignal::new(notice),
            laid_out: RwSignal::new(false),
        };
        page.look(&link);
        provide_context(page);
        page
    }

    /// Shows what a link says.
    pub fn follow(&self, link: &Shown) {
        self.show(link.scenario);
        self.look(link);
    }

    /// Looks at it as a link says.
    fn look(&self, link: &Shown) {
        if let Some(month) = link.month {
            self.look_at_month(month);
        }
        if let Some(view) = &link.view {
            self.look_at(view);
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

    /// Shows another scenario; a notice about an earlier one goes. What stays as it was is left alone:
    /// whatever follows it would be made anew with every move of a slider.
    pub fn show(&self, scenario: Scenario) {
        if self.notice.with_untracked(Option::is_some) {
            self.notice.set(None);
        }
        if scenario != self.scenario.get_untracked() {
            self.scenario.set(scenario);
        }
        if scenario.simulation.months < self.month.get_untracked() {
            self.month.set(scenario.simulation.months);
        }
    }

    /// Looks at this month, the last one at the most.
    pub fn look_at_month(&self, month: u32) {
        self.month.set(month.min(self.scenario.with_untracked(|s| s.simulation.months)));
    }

    /// Shows the view of this name.
    pub fn look_at(&self, name: &str) {
        if let Some(view) = View::from_name(name) {
            self.view.set(view);
        }
    }

    /// A text of the summary; empty while there is none.
    pub fn of_summary(&self, text: impl Fn(&Summary) -> String) -> String {
        self.summary.with(|summary| summary.as_ref().map(text).unwrap_or_default())
    }
}

/// Draws a fresh seed: how much of what is on the screen is luck?
pub fn other_luck(page: Page) {
    if let (Some(seed), Some(number)) = (parameter("seed"), fresh_seed()) {
        // Every such number is allowed.
        let _ = page.change(seed, Value::Whole(number));
    }
}

/// Sets the decisions as a district might that was drawn from the survey.
pub fn draw_surveyed(page: Page) {
    let Some(seed) = fresh_seed() else { return };
    let mut settings = page.scenario.get_untracked().settings();
    settings.decisions = surveyed_decisions(seed, 0);
    for parameter in DECISIONS.iter().map(DecisionEnds::parameter) {
        // To the steps of the sliders.
        let position = ((parameter.get)(&settings).number() * 100.0).round() / 100.0;
        let _ = (parameter.set)(&mut settings, Value::Number(position));
    }
    // A surveyed district decides within the ranges.
    if let Ok(scenario) = Scenario::new(settings) {
        page.show(scenario);
    }
}
