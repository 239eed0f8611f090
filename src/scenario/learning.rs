//! What the district learns, and how far its people trust the initiative.

use super::parameter::*;

parameters! {
    /// What the district learns, and how far its people trust the initiative.
    pub struct Learning at learning, group Learning;

    /// The district's know-how at month 0.
    know_how_start: f64 = 0.2, {
        label: "Know-how at the start",
        unit: "index",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Rate at which know-how grows with very many pilots and whole-school sites.
    learning_rate: f64 = 0.3, {
        label: "Fastest learning",
        unit: "per year",
        range: Range::Between(0.1, 0.8),
        domain: AT_MOST_ALL_A_MONTH,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Number of pilots and whole-school sites at which the district learns at half the fastest
    /// rate.
    learning_half: f64 = 5.0, {
        label: "Schools for half that learning",
        unit: "schools",
        range: Range::Between(1.0, 20.0),
        domain: POSITIVE,
        step: 1.0,
        evidence: Evidence::Judgment(""),
    }

    /// Trust in the initiative at month 0.
    credibility_start: f64 = 0.5, {
        label: "Trust at the start",
        unit: "index",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Time constant of trust.
    credibility_years: f64 = 1.5, {
        label: "Time for trust to change",
        unit: "years",
        range: Range::Between(0.5, 5.0),
        domain: AT_LEAST_A_MONTH,
        step: 0.1,
        evidence: Evidence::Judgment(""),
    }

    /// Trust that remains with nothing to show.
    credibility_base: f64 = 0.4, {
        label: "Trust without evidence",
        unit: "index",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Trust that very many exemplars add.
    exemplar_credit: f64 = 0.5, {
        label: "Trust that exemplars add",
        unit: "index",
        range: Range::Between(0.0, 0.6),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Average depth that people expect once the initiative is visible; falling short costs
    /// trust.
    promise: f64 = 0.5, {
        label: "Depth that people expect",
        unit: "depth",
        range: Range::Between(0.3, 0.8),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Extra early trust, and extra expectations, from a public launch.
    public_promise: f64 = 0.15, {
        label: "Extra promise of a public launch",
        unit: "depth and index",
        range: Range::Between(0.0, 0.3),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }
}
