//! The results of an ensemble, as sentences and formatted numbers that a page can display unchanged.
//!
//! A view computes nothing: everything it displays is computed here, where it can be tested without a
//! browser.

mod bands;
#[cfg(not(target_arch = "wasm32"))]
mod cards;
pub mod compare;
mod count;
mod district_month;
mod evidence;
mod flips;
mod going_on;
mod headline;
mod held_back;
mod labels;
mod limits;
mod outcome_column;
mod outcome_dates;
mod outcomes;
mod risks;
mod settings;
#[cfg(test)]
mod spanish_tests;
mod spending;
mod stages;
mod story;
pub mod strips;
mod teacher_time;
#[cfg(not(target_arch = "wasm32"))]
mod trust;
mod typed_school;
mod typical;
mod view;

pub use crate::language::{dollars, integer, one_decimal, percent};
pub use bands::{Bands, ReadOut, WideBand};
#[cfg(not(target_arch = "wasm32"))]
pub use cards::{Badge, Card, Curve, CurveLine, Explanation, Part, explanations};
pub use district_month::{active_by_group, district_month, future_name};
pub use evidence::evidence;
pub use flips::{Flip, Flips, Side, flips, same_school};
pub use going_on::starts_go_on;
pub use headline::{headline, headline_with_unknowns};
pub use held_back::held_back_by_cap;
pub use limits::{COMPARE_ONLY, LEFT_OUT, NOT_A_FORECAST};
pub use outcome_column::OutcomeColumn;
pub use outcome_dates::{END, OutcomeDates};
pub use outcomes::{Outcome, outcomes, outcomes_with_unknowns};
pub use settings::{budget_in_all, describe_changes, format_position, format_value};
pub use spending::SpendingByYear;
pub use stages::{EVER_LAYERS, LAYERS, Stages};
pub use story::{school_name, story};
#[cfg(not(target_arch = "wasm32"))]
pub use trust::{Claim, Ground};
pub use typed_school::{next_school, typed_school};
pub use typical::typical_if_active;
pub use view::{View, is_small};

use crate::ensemble::Ensemble;
use crate::scenario::Scenario;
pub use count::futures_so_far;
pub use count::schools;

/// What the page displays of an ensemble first: the answer and the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The scenario that was simulated.
    pub scenario: Scenario,
    /// Number of futures so far.
    pub futures: usize,
    /// The answer in one or two sentences.
    pub headline: String,
    /// Bands of the adoption chart.
    pub bands: Bands,
    /// Layers of the chart's stage view.
    pub stages: Stages,
    /// The outcomes with unknowns; none while they are counted.
    pub outcomes: Option<Vec<Outcome>>,
}

impl Summary {
    /// Summarizes an ensemble of this scenario; `None` without runs.
    pub fn of(scenario: &Scenario, ensemble: &Ensemble) -> Option<Self> {
        Self::with_or_without_unknowns(scenario, ensemble, true)
    }

    /// The same; `is_counted`: whether the futures with unknowns follow.
    pub fn with_or_without_unknowns(
        scenario: &Scenario,
        ensemble: &Ensemble,
        is_counted: bool,
    ) -> Option<Self> {
        Some(Self {
            scenario: *scenario,
            futures: ensemble.len(),
            headline: headline(scenario, ensemble, is_counted)?,
            bands: Bands::of(ensemble)?,
            stages: Stages::of(ensemble)?,
            outcomes: None,
        })
    }

    /// The medians of the last month: schools that ever started, and schools still active.
    pub fn in_the_end(&self) -> (f64, f64) {
        let end = self.bands.read_out(self.scenario.calendar(), self.bands.months());
        (end.ever.p50, end.active.p50)
    }
}
