//! Effort against each of the six rollout risks, from none (0) to full (1).

use super::parameter::*;

parameters! {
    /// Effort against each of the six rollout risks, from none (0) to full (1).
    pub struct Mitigations at mitigations, group Mitigations;

    /// Effort against a missing story: a vision tied to district priorities, measures agreed early.
    narrative: f64 = 0.0, {
        label: "A clear story",
        unit: "share of full effort",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Choice,
    }

    /// Effort against poor alignment: curriculum leads involved, a realistic timeline, clear word
    /// on what to stop doing.
    alignment: f64 = 0.0, {
        label: "Curriculum aligned",
        unit: "share of full effort",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Choice,
    }

    /// Effort against missing capacity: principals lead, roles are defined, in-house staff are
    /// built up.
    capacity: f64 = 0.0, {
        label: "In-house capacity built",
        unit: "share of full effort",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Choice,
    }

    /// Effort against starting in the wrong schools: a readiness check that weighs readiness more
    /// and judges it better, at some cost to access for high-need schools.
    wrong_schools: f64 = 0.0, {
        label: "Readiness checked",
        unit: "share of full effort",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Choice,
    }

    /// Effort against losing parents, board and press: repeated communication that shows strong
    /// schools.
    stakeholders: f64 = 0.0, {
        label: "Stakeholders kept informed",
        unit: "share of full effort",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Choice,
    }

    /// Effort against the wrong technology: references checked, devices tried before buying, a
    /// support plan.
    technology: f64 = 0.0, {
        label: "Technology tried first",
        unit: "share of full effort",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Choice,
    }
}
