//! How often things go wrong, how long that is felt, and what it takes away.

use super::parameter::*;

parameters! {
    /// How often things go wrong, how long that is felt, and what it takes away.
    pub struct Risks at risks, group Risks;

    /// Rate of each kind of risk event when its cause is fully present.
    risk_rate: f64 = 0.2, {
        label: "Risk events",
        unit: "per year",
        range: Range::Between(0.0, 0.6),
        domain: NOT_NEGATIVE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Part of a risk that full effort against it removes.
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
        label: "Full effort against one risk",
        unit: "thousand dollars per school per year",
        range: Range::Between(0.0, 5.0),
        domain: NOT_NEGATIVE,
        step: 0.1,
        evidence: Evidence::Judgment(""),
    }

    /// Months for which a risk event or a new principal is felt.
    setback_months: u32 = 12, {
        label: "How long a setback is felt",
        unit: "months",
        range: Range::Between(3.0, 24.0),
        domain: (0.0, 1e5),
        step: 1.0,
        evidence: Evidence::Judgment(""),
    }

    /// Share that an event or a change of principal takes from what it hits.
    setback_loss: f64 = 0.25, {
        label: "What a setback takes",
        unit: "share",
        range: Range::Between(0.0, 0.6),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }
}
