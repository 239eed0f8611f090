//! What results hang on: the first things to vary when one surprises.

use super::parameter::*;
use crate::language::phrase;

const LUCK_ALONE: &str = "luck alone";
const LUCK_AND_CONSTANTS: &str = "luck and uncertain constants";

impl Sensitivity {
    /// What makes futures differ, and therefore what the bands show.
    pub fn bands_show(&self) -> &'static str {
        phrase(if self.uncertain_constants { LUCK_AND_CONSTANTS } else { LUCK_ALONE })
    }
}

parameters! {
    /// What results hang on: the first things to vary when one surprises.
    pub struct Sensitivity at sensitivity, group Sensitivity;

    /// Strength of every decision's multiplier. At 0 the multipliers vanish; pathways, priority,
    /// pace and the split of the budget remain.
    tilt: f64 = 0.4, {
        label: "Strength of decisions",
        unit: "share",
        range: Range::Between(0.0, 0.6),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// With uncertain constants, each future draws the borrowed and judged ones from their ranges;
    /// the value set here is the middle of the draws, not of the results. The bands are then wider:
    /// they show what is not known as well as chance.
    uncertain_constants: bool = false, {
        label: "The bands show",
        unit: "yes or no",
        range: Range::YesNo { no: LUCK_ALONE, yes: LUCK_AND_CONSTANTS },
        domain: SHARE,
        step: 1.0,
        evidence: Evidence::Choice,
    }
}
