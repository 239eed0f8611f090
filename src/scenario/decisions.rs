//! The seven decisions, each a continuum from -1 (first-named end) to 1 (second-named end).

use super::parameter::*;

parameters! {
    /// The seven decisions, each a continuum from -1 (first-named end) to 1 (second-named end).
    pub struct Decisions at decisions, group Decisions;

    /// What the district controls and what it leaves to schools: from placing schools and setting
    /// the design centrally (-1) to letting schools choose (+1).
    central_decentral: f64 = 0.0, {
        label: "Centralized or decentralized",
        unit: "position",
        range: Range::Between(-1.0, 1.0),
        domain: SIGNED,
        step: 0.01,
        evidence: Evidence::Choice,
    }

    /// How fast the district goes from pilot to scale: from a short pilot and all coaches in use
    /// (-1) to a long pilot and coaches in reserve (+1).
    fast_slow: f64 = 0.0, {
        label: "Fast and furious or slow and steady",
        unit: "position",
        range: Range::Between(-1.0, 1.0),
        domain: SIGNED,
        step: 0.01,
        evidence: Evidence::Choice,
    }

    /// Which schools come first when support is short: those with the greatest student need (-1)
    /// or those most ready to start (+1).
    need_readiness: f64 = 0.0, {
        label: "Need first or readiness first",
        unit: "position",
        range: Range::Between(-1.0, 1.0),
        domain: SIGNED,
        step: 0.01,
        evidence: Evidence::Choice,
    }

    /// Who supports the schools: coaches the district builds up itself (-1) or vendors under
    /// contract (+1).
    build_buy: f64 = 0.0, {
        label: "Build internally or buy externally",
        unit: "position",
        range: Range::Between(-1.0, 1.0),
        domain: SIGNED,
        step: 0.01,
        evidence: Evidence::Choice,
    }

    /// Whether the strategy stays as announced (-1) or changes with experience (+1).
    fixed_adapt: f64 = 0.0, {
        label: "Fixed or adaptive",
        unit: "position",
        range: Range::Between(-1.0, 1.0),
        domain: SIGNED,
        step: 0.01,
        evidence: Evidence::Choice,
    }

    /// What schools are offered: one comprehensive model (-1) or independent modules to choose
    /// from (+1).
    package_modules: f64 = 0.0, {
        label: "Prix fixe or à la carte",
        unit: "position",
        range: Range::Between(-1.0, 1.0),
        domain: SIGNED,
        step: 0.01,
        evidence: Evidence::Choice,
    }

    /// What schools share with each other: polished best practices (-1) or the process with its
    /// failures (+1).
    best_process: f64 = 0.0, {
        label: "Best practices or process and failures",
        unit: "position",
        range: Range::Between(-1.0, 1.0),
        domain: SIGNED,
        step: 0.01,
        evidence: Evidence::Choice,
    }
}
