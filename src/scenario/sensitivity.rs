//! How strongly the decisions act: the first thing to vary when a result surprises.

use super::parameter::*;

parameters! {
    /// How strongly the decisions act: the first thing to vary when a result surprises.
    pub struct Sensitivity at sensitivity, group Sensitivity;

    /// Strength of every decision's multiplier. At 0 the multipliers vanish; pathways, priority,
    /// pace and the split of the budget remain.
    tilt: f64 = 0.4, {
        label: "Strength of decisions",
        unit: "share",
        range: Range::Between(0.0, 0.6),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgement(""),
    }
}
