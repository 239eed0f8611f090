//! How often things go wrong, how long that is felt, and what it takes away.

use super::parameter::*;

parameters! {
    /// How often things go wrong, how long that is felt, and what it takes away.
    pub struct Risks at risks, group Risks;

    /// Rate of each kind of setback when its cause is fully present.
    risk_rate: f64 = 0.2, {
        label: "Rate of setbacks",
        unit: "per year",
        range: Range::Between(0.0, 0.6),
        domain: NOT_NEGATIVE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Share of a risk that full effort against it removes.
    mitigation_effect: f64 = 0.7, {
        label: "What full effort removes",
        unit: "share",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Yearly cost of full effort against one risk, over all schools of the district.
    mitigation_cost: f64 = 0.5, {
        label: "Cost of full effort against one risk",
        unit: "thousand dollars per school per year",
        range: Range::Between(0.0, 5.0),
        domain: NOT_NEGATIVE,
        step: 0.1,
        evidence: Evidence::Judgment(""),
    }

    /// Months that the effect of a setback or a new principal lasts.
    setback_months: u32 = 12, {
        label: "How long a setback lasts",
        unit: "months",
        range: Range::Between(3.0, 24.0),
        domain: (0.0, 1e5),
        step: 1.0,
        evidence: Evidence::Judgment(""),
    }

    /// Share that a setback or a change of principal takes from what it affects.
    setback_loss: f64 = 0.25, {
        label: "Loss from a setback",
        unit: "share",
        range: Range::Between(0.0, 0.6),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }
}
