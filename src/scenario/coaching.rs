//! Coaching: what it takes, what it costs, and who gives it.

use super::parameter::*;

parameters! {
    /// Coaching: what it takes, what it costs, and who gives it.
    pub struct Coaching at coaching, group Coaching;

    /// Coaching units that one introductory, pilot and whole-school site needs.
    stage_load: [f64; 3] = [0.25, 1.0, 2.0], {
        label: "Coaching a school needs",
        unit: "units",
        range: Range::Between(0.0, 4.0),
        domain: NOT_NEGATIVE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Price of one unit of the district's own coaching.
    coach_cost: f64 = 40.0, {
        label: "Cost of one in-house coaching unit",
        unit: "thousand dollars per unit per year",
        range: Range::Between(20.0, 100.0),
        domain: POSITIVE,
        step: 5.0,
        evidence: Evidence::Judgment(""),
    }

    /// Price of a vendor's coaching unit, as a multiple of the district's own.
    vendor_premium: f64 = 1.6, {
        label: "Vendor price",
        unit: "times in-house",
        range: Range::Between(1.0, 3.0),
        domain: POSITIVE,
        step: 0.1,
        evidence: Evidence::Judgment(""),
    }

    /// Time the district takes to build up its own coaches.
    coach_build_years: f64 = 2.0, {
        label: "Time to build in-house coaching",
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

    /// Share of the vendors' work that continues after the first contract.
    vendor_stays: f64 = 0.5, {
        label: "Vendor work that continues",
        unit: "share",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Know-how from the start for a district that uses only vendors.
    vendor_know_how: f64 = 0.7, {
        label: "Know-how that vendors bring",
        unit: "index",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }
}
