//! Our reading of a case's account, as settings.

use super::case::{Case, Schools};
use crate::scenario::{Decisions, Preset, Settings};

/// What we read into the account of a district. It is a judgment: no account gives a number for a decision.
#[derive(Debug, Clone, Copy)]
pub enum Reading {
    /// A preset, whose settings were fitted to published counts.
    Preset(Preset),
    /// What the account speaks of; everything else stays at its default, and a decision that it does not speak of in
    /// the middle. Nothing was fitted.
    Account {
        /// The decisions.
        decisions: Decisions,
        /// What else the account sets.
        set: fn(&mut Settings),
    },
}

/// All decisions in the middle: what an account that speaks of none leaves.
pub const MIDDLE: Decisions = Decisions {
    central_decentral: 0.0,
    fast_slow: 0.0,
    need_readiness: 0.0,
    build_buy: 0.0,
    fixed_adapt: 0.0,
    package_modules: 0.0,
    best_process: 0.0,
};

impl Reading {
    /// The settings of a case; `None` where it is not known how many schools there are.
    pub fn settings(&self, case: &Case) -> Option<Settings> {
        let (decisions, set) = match self {
            Self::Preset(preset) => return Some(preset.settings()),
            Self::Account { decisions, set } => (decisions, set),
        };
        let (Schools::Counted(schools) | Schools::About(schools)) = case.schools else {
            return None;
        };
        let mut settings = Settings { decisions: *decisions, ..Settings::default() };
        settings.district.n_schools = schools;
        settings.district.start_schools = case.first().schools;
        let counts = case.series();
        let greatest = counts.iter().map(|(_, count)| count.schools).max();
        settings.simulation.target_schools = greatest.unwrap_or(1);
        // Two years at least, so that the page has something to show of a single count.
        let last = counts.iter().map(|(month, _)| *month).max();
        settings.simulation.months = last.unwrap_or(0).max(24);
        set(&mut settings);
        Some(settings)
    }

    /// Whether the settings were fitted to the counts.
    pub fn is_fitted(&self) -> bool {
        matches!(self, Self::Preset(_))
    }

    /// The decisions.
    pub fn decisions(&self) -> Decisions {
        match self {
            Self::Preset(preset) => preset.settings().decisions,
            Self::Account { decisions, .. } => *decisions,
        }
    }
}
