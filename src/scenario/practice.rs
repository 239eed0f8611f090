//! How practice deepens, takes root, moves up and stops inside a school.

use super::parameter::*;

parameters! {
    /// How practice deepens, takes root, moves up and stops inside a school.
    pub struct Practice at practice, group Practice;

    /// Greatest depth of practice in an introductory, pilot and whole-school site.
    stage_cap: [f64; 3] = [0.6, 0.85, 1.0], {
        label: "Greatest depth of a stage",
        unit: "depth",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Time constant of deepening in an introductory, pilot and whole-school site.
    stage_years: [f64; 3] = [1.0, 1.5, 2.0], {
        label: "Time to change practice",
        unit: "years",
        range: Range::Between(0.5, 5.0),
        domain: POSITIVE,
        step: 0.1,
        evidence: Evidence::Borrowed("full implementation takes 2 to 4 years (NIRN)"),
    }

    /// Depth of a school that joins, as a multiple of its readiness.
    entry_depth: f64 = 0.6, {
        label: "Depth when joining",
        unit: "times readiness",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Quality of practice of a school with average readiness, support and know-how.
    quality_base: f64 = 0.8, {
        label: "Quality when all else is average",
        unit: "log-odds",
        range: Range::Between(-1.0, 2.0),
        domain: (-1e3, 1e3),
        step: 0.1,
        evidence: Evidence::Judgment("fitted"),
    }

    /// How much each of readiness, coaching support and know-how counts for quality.
    quality_weight: f64 = 1.2, {
        label: "Weight of readiness, support, know-how",
        unit: "log-odds",
        range: Range::Between(0.0, 2.0),
        domain: (0.0, 1e3),
        step: 0.1,
        evidence: Evidence::Judgment("fitted"),
    }

    /// How much each setback takes from quality.
    setback_weight: f64 = 0.8, {
        label: "Weight of each setback",
        unit: "log-odds",
        range: Range::Between(0.0, 2.0),
        domain: (0.0, 1e3),
        step: 0.1,
        evidence: Evidence::Judgment(""),
    }

    /// Rate at which a school makes the practice its own at full depth.
    ownership_rate: f64 = 0.35, {
        label: "Growth of ownership",
        unit: "per year",
        range: Range::Between(0.1, 1.0),
        domain: AT_MOST_ALL_A_MONTH,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Share of coaching, site cost, extra hours and stopping that full ownership saves.
    ownership_effect: f64 = 0.75, {
        label: "What ownership saves",
        unit: "share",
        range: Range::Between(0.0, 0.9),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Rate at which a school that is deep enough moves up a stage, at average trust.
    progress_rate: f64 = 0.6, {
        label: "Moving up a stage",
        unit: "per year",
        range: Range::Between(0.2, 1.5),
        domain: NOT_NEGATIVE,
        step: 0.05,
        evidence: Evidence::Borrowed("Elevate, Chicago's whole-school program, takes 2.5 years"),
    }

    /// Share of its stage's greatest depth that a school needs before it moves up.
    progress_gate: f64 = 0.5, {
        label: "Depth needed to move up",
        unit: "share",
        range: Range::Between(0.3, 0.9),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Rate at which a school with no depth of practice stops, at average trust.
    stop_rate: f64 = 0.6, {
        label: "Stopping",
        unit: "per year",
        range: Range::Between(0.2, 1.2),
        domain: NOT_NEGATIVE,
        step: 0.05,
        evidence: Evidence::Borrowed("published rates of stopping; fitted (tests 9 to 12 of the specification)"),
    }
}
