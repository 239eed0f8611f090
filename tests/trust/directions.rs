//! Tests 7c to 7s, 19 and 21: the defaults with one decision at its end. The model was built that way;
//! these are not discoveries.

use crate::claims::assumed;
use crate::finding::Finding;
use crate::futures::{DEFAULTS, PUBLIC, futures};
use crate::outcomes::{
    COST, DEPTH, EQUITY_GAP, EXEMPLARS, OWNERSHIP, REACH, SETBACKS, SUSTAINED, TRUST, WHOLE_SHARE,
};
use districtwide::ensemble::Ensemble;
use districtwide::language::to_phrase;
use districtwide::scenario::{Decisions, Settings};

tests! {
    central_districts_reach_more_schools_and_decentral_ones_own_and_deepen_more: central_decentral,
    fast_districts_reach_more_schools_early_and_slow_ones_sustain_more: fast_slow,
    need_first_gives_access_and_readiness_first_gives_exemplars: need_readiness,
    built_support_lasts_and_bought_support_shows_early: build_buy,
    a_fixed_strategy_shows_early_and_an_adaptive_one_lasts: fixed_adapt,
    a_package_changes_whole_schools_and_modules_reach_more_for_less: package_modules,
    best_practices_spread_and_shared_process_lasts: best_process,
    a_public_launch_reaches_more_and_a_soft_one_keeps_trust: launch,
}

/// The defaults with one decision changed.
fn with(set: fn(&mut Decisions, f64), position: f64) -> Ensemble {
    let mut s = Settings::default();
    set(&mut s.decisions, position);
    futures(s)
}

/// Test 7c.
fn central_decentral() -> Vec<Finding> {
    let at = |position| with(|d, position| d.central_decentral = position, position);
    let (central, decentral) = (at(-1.0), at(1.0));
    vec![
        assumed(
            "7c",
            to_phrase(
                "A centralized district has started more schools by year 3 than a decentralized \
                       one",
            ),
        )
        .ahead(REACH.after(3), &central, &decentral),
        assumed(
            "7c",
            to_phrase("Schools of a decentralized district own their practice more by year 8"),
        )
        .ahead(OWNERSHIP.after(8), &decentral, &central),
        assumed(
            "7c",
            to_phrase("Schools of a decentralized district have deeper practice by year 8"),
        )
        .ahead(DEPTH.after(8), &decentral, &central),
    ]
}

/// Tests 7f and 19.
fn fast_slow() -> Vec<Finding> {
    let at = |position| with(|d, position| d.fast_slow = position, position);
    let (fast, deliberate, slow) = (at(-1.0), at(0.5), at(1.0));
    vec![
        assumed(
            "7f",
            to_phrase("A fast district has started more schools by year 1 than a slow one"),
        )
        .ahead(REACH.after(1), &fast, &slow),
        assumed(
            "7f",
            to_phrase("A slow district has more schools that last and are deep by year 4"),
        )
        .ahead(SUSTAINED.after(4), &slow, &fast),
        assumed(
            "7f",
            to_phrase("A slow district has more schools that last and are deep by year 8"),
        )
        .ahead(SUSTAINED.after(8), &slow, &fast),
        assumed(
            "19",
            to_phrase(
                "A deliberate pace has more schools that last and are deep by year 8 than the slowest",
            ),
        )
        .ahead(SUSTAINED.after(8), &deliberate, &slow),
    ]
}

/// Test 7r.
fn need_readiness() -> Vec<Finding> {
    let at = |position| with(|d, position| d.need_readiness = position, position);
    let (need, readiness) = (at(-1.0), at(1.0));
    vec![
        assumed(
            "7r",
            to_phrase(
                "With need first, high-need schools are further ahead of the others by year 3",
            ),
        )
        .ahead(EQUITY_GAP.after(3), &need, &readiness),
        assumed("7r", to_phrase("With readiness first, more schools are exemplars by year 2"))
            .ahead(EXEMPLARS.after(2), &readiness, &need),
        assumed("7r", to_phrase("With readiness first, more schools last and are deep by year 8"))
            .ahead(SUSTAINED.after(8), &readiness, &need),
    ]
}

/// Test 7b.
fn build_buy() -> Vec<Finding> {
    let at = |position| with(|d, position| d.build_buy = position, position);
    let (build, buy) = (at(-1.0), at(1.0));
    vec![
        assumed("7b", to_phrase("With in-house support, more schools last and are deep by year 8"))
            .ahead(SUSTAINED.after(8), &build, &buy),
        assumed("7b", to_phrase("With bought support, more schools are exemplars by year 2"))
            .ahead(EXEMPLARS.after(2), &buy, &build),
        assumed("7b", to_phrase("With bought support, trust is a little higher in year 1")).ahead(
            TRUST.after(1),
            &buy,
            &build,
        ),
    ]
}

/// Test 7a.
fn fixed_adapt() -> Vec<Finding> {
    let at = |position| with(|d, position| d.fixed_adapt = position, position);
    let (fixed, adapt) = (at(-1.0), at(1.0));
    vec![
        assumed("7a", to_phrase("With a fixed strategy, more schools are exemplars by year 2"))
            .ahead(EXEMPLARS.after(2), &fixed, &adapt),
        assumed("7a", to_phrase("With a fixed strategy, trust is higher in year 2")).ahead(
            TRUST.after(2),
            &fixed,
            &adapt,
        ),
        assumed(
            "7a",
            to_phrase("With an adaptive strategy, more schools last and are deep by year 8"),
        )
        .ahead(SUSTAINED.after(8), &adapt, &fixed),
    ]
}

/// Test 7m.
fn package_modules() -> Vec<Finding> {
    let at = |position| with(|d, position| d.package_modules = position, position);
    let (package, modules) = (at(-1.0), at(1.0));
    vec![
        assumed(
            "7m",
            to_phrase(
                "With prix fixe, more of the active schools are whole-school sites by year 8",
            ),
        )
        .ahead(WHOLE_SHARE.after(8), &package, &modules),
        assumed("7m", to_phrase("With prix fixe, practice is deeper by year 8")).ahead(
            DEPTH.after(8),
            &package,
            &modules,
        ),
        assumed("7m", to_phrase("À la carte, more schools have started by year 3")).ahead(
            REACH.after(3),
            &modules,
            &package,
        ),
        assumed("7m", to_phrase("À la carte, the district has paid less by year 8")).ahead(
            COST.less().after(8),
            &modules,
            &package,
        ),
    ]
}

/// Test 7s.
fn best_process() -> Vec<Finding> {
    let at = |position| with(|d, position| d.best_process = position, position);
    let (best, process) = (at(-1.0), at(1.0));
    vec![
        assumed("7s", to_phrase("Where best practices are shared, trust is higher in year 8"))
            .ahead(TRUST.after(8), &best, &process),
        assumed(
            "7s",
            to_phrase("Where best practices are shared, more schools have started by year 3"),
        )
        .ahead(REACH.after(3), &best, &process),
        assumed(
            "7s",
            to_phrase(
                "Where process and failures are shared, more schools last and are deep by year 8",
            ),
        )
        .ahead(SUSTAINED.after(8), &process, &best),
    ]
}

/// Test 21.
fn launch() -> Vec<Finding> {
    vec![
        assumed("21", to_phrase("After a public launch, more schools have started by year 1"))
            .ahead(REACH.after(1), &PUBLIC, &DEFAULTS),
        assumed("21", to_phrase("After a soft launch, trust is higher in year 2")).ahead(
            TRUST.after(2),
            &DEFAULTS,
            &PUBLIC,
        ),
        assumed(
            "21",
            to_phrase("After a soft launch, the district has met fewer setbacks by year 3"),
        )
        .ahead(SETBACKS.less().after(3), &DEFAULTS, &PUBLIC),
    ]
}
