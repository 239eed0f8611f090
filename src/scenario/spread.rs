//! How the practice spreads from school to school, and how schools are selected.

use super::parameter::*;

parameters! {
    /// How the practice spreads from school to school, and how schools are selected.
    pub struct Spread at spread, group Spread;

    /// Rate at which a school volunteers with no example to follow.
    volunteer_rate: f64 = 0.03, {
        label: "Unprompted volunteering",
        unit: "per year",
        range: Range::Between(0.0, 0.05),
        domain: NOT_NEGATIVE,
        step: 0.005,
        evidence: Evidence::Borrowed("Bass diffusion models: mean coefficient of innovation .03 (Lawton and Lawton 1979)"),
    }

    /// Rate at which a school volunteers when all others are active.
    peer_rate: f64 = 0.4, {
        label: "Volunteering because of peers",
        unit: "per year",
        range: Range::Between(0.3, 1.0),
        domain: NOT_NEGATIVE,
        step: 0.05,
        evidence: Evidence::Borrowed("Bass diffusion models: mean coefficient of imitation .38; our own fit to Success for All gives .64; fitted for Chicago"),
    }

    /// Share of that effect that comes from the schools it watches; the rest comes from
    /// district-wide news.
    local_weight: f64 = 0.5, {
        label: "Weight of peers",
        unit: "share",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Share of unprompted volunteering that happens before a soft launch has exemplars to show.
    soft_reach: f64 = 0.5, {
        label: "Word that gets out",
        unit: "share",
        range: Range::Between(0.2, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Number of exemplary schools at which a soft launch becomes visible.
    exemplars_needed: f64 = 3.0, {
        label: "Exemplars needed to show success",
        unit: "schools",
        range: Range::Between(1.0, 10.0),
        domain: POSITIVE,
        step: 1.0,
        evidence: Evidence::Judgment(""),
    }

    /// Depth of practice at which a school counts as an exemplar and, after two years, as lasting
    /// and deep.
    exemplar_depth: f64 = 0.6, {
        label: "Depth of an exemplar",
        unit: "depth",
        range: Range::Between(0.5, 0.8),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Borrowed("60 to 80% fidelity is what implementation studies find realistic"),
    }

    /// Share of the remaining schools that a fully centralized district places in a year.
    assign_rate: f64 = 0.3, {
        label: "Assignment",
        unit: "per year",
        range: Range::Between(0.0, 2.0),
        domain: NOT_NEGATIVE,
        step: 0.05,
        evidence: Evidence::Judgment("Fulton County brought in five groups of schools in two years; \
                                      fitted for Baltimore County"),
    }

    /// Rate at which a waiting school gives up.
    cool_rate: f64 = 0.5, {
        label: "Giving up the wait",
        unit: "per year",
        range: Range::Between(0.0, 2.0),
        domain: NOT_NEGATIVE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Standard deviation of the error when the district judges a school for its priority.
    selection_error: f64 = 0.2, {
        label: "Error in judging schools",
        unit: "index",
        range: Range::Between(0.0, 0.5),
        domain: NOT_NEGATIVE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }
}
