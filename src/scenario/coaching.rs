//! Coaching: what it takes, what it costs, and who gives it.

use super::parameter::*;

parameters! {
    /// Coaching: what it takes, what it costs, and who gives it.
    pub struct Coaching at coaching, group Coaching;

    /// Coaching units that one introductory, pilot and whole-school site takes.
    stage_load: [f64; 3] = [0.25, 1.0, 2.0], {
        label: "Coaching a school takes",
        unit: "units",
        range: Range::Between(0.0, 4.0),
        domain: NOT_NEGATIVE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Price of one coaching unit of the district's own.
    coach_cost: f64 = 40.0, {
        label: "One own coaching unit",
        unit: "thousand dollars per unit per year",
        range: Range::Between(20.0, 100.0),
        domain: POSITIVE,
        step: 5.0,
        evidence: Evidence::Judgment(""),
    }

    /// Price of a vendor's coaching unit against an own one.
    vendor_premium: f64 = 1.6, {
        label: "Vendor price",
        unit: "times own",
        range: Range::Between(1.0, 3.0),
        domain: POSITIVE,
        step: 0.1,
        evidence: Evidence::Judgment(""),
    }

    /// Time the district takes to build up its own coaches.
    coach_build_years: f64 = 2.0, {
        label: "Time to build own coaches",
        unit: "years",
        range: Range::Between(0.08, 5.0),
        domain: AT_LEAST_A_MONTH,
        step: 0.1,
        evidence: Evidence::Judgment(""),
    }

    /// Length of the first contract with vendors.
    vendor_years: f64 = 3.0, {
        label: "First vendor contract",
        unit: "years",
        range: Range::Between(1.0, 10.0),
        domain: NOT_NEGATIVE,
        step: 0.5,
        evidence: Evidence::Judgment(""),
    }

    /// Share of the vendors' work that is kept after the first contract.
    vendor_stays: f64 = 0.5, {
        label: "Vendors kept after it",
        unit: "share",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Know-how that a district with vendors only can draw on from the start.
    vendor_know_how: f64 = 0.7, {
        label: "Know-how vendors bring",
        unit: "index",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }
}
