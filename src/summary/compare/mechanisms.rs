//! By which steps each parameter moves outcomes in this model (specification, sections 5 to 8).
//!
//! A link says where to look for the reason of a difference; whether the step between really moved, the
//! two runs have to show.

use super::yardstick::Yardstick::{self, *};

/// A reason in the model why an outcome moves if a parameter is raised. If it is lowered, both directions
/// turn round.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// The outcome, and whether it rises.
    pub outcome: (Yardstick, bool),
    /// The step between, and whether it rises.
    pub through: (Yardstick, bool),
}

const UP: bool = true;
const DOWN: bool = false;

/// An outcome moves because a step between does.
const fn link(outcome: (Yardstick, bool), through: (Yardstick, bool)) -> Link {
    Link { outcome, through }
}

/// Towards decentralized: ownership grows faster, fewer are placed, more stop.
const CENTRAL_DECENTRAL: &[Link] = &[
    link((Ever, DOWN), (EarlyStarts, DOWN)),
    link((Active, DOWN), (Stopping, UP)),
    link((Active, DOWN), (Ever, DOWN)),
    link((Depth, UP), (Ownership, UP)),
    link((Ever, UP), (Interest, UP)),
];
/// Towards slow: coaches keep room, the same sites teach more, fewer start early.
const FAST_SLOW: &[Link] = &[
    link((EarlyStarts, DOWN), (FirstWaiting, UP)),
    link((Ever, DOWN), (EarlyStarts, DOWN)),
    link((Lasting, UP), (EarlyDepth, UP)),
    link((Lasting, DOWN), (EarlyStarts, DOWN)),
    link((Depth, UP), (EarlyCoaches, UP)),
    link((Depth, UP), (Coaches, UP)),
    link((Depth, UP), (KnowHow, UP)),
    link((Whole, DOWN), (EarlyStarts, DOWN)),
];
/// Towards readiness: schools begin deeper, and needier ones wait.
const NEED_READINESS: &[Link] = &[
    link((EquityGap, DOWN), (EarlyExemplars, UP)),
    link((Lasting, UP), (EarlyExemplars, UP)),
    link((Lasting, UP), (EarlyDepth, UP)),
    link((Depth, UP), (EarlyDepth, UP)),
];
/// Towards buying: capacity at once, less of it in the long run, slower ownership.
const BUILD_BUY: &[Link] = &[
    link((Lasting, DOWN), (Ownership, DOWN)),
    link((Lasting, DOWN), (Coaches, DOWN)),
    link((Ever, UP), (EarlyStarts, UP)),
    link((Ever, DOWN), (Ownership, DOWN)),
    link((Active, DOWN), (Ownership, DOWN)),
    link((Depth, DOWN), (Coaches, DOWN)),
    link((Whole, DOWN), (Ownership, DOWN)),
];
/// Towards adapting: the same sites teach more, changes unsettle them while little is known.
const FIXED_ADAPT: &[Link] = &[
    link((Lasting, UP), (EarlyKnowHow, UP)),
    link((Depth, UP), (KnowHow, UP)),
    link((Depth, DOWN), (EarlyDepth, DOWN)),
    link((Lasting, DOWN), (EarlyDepth, DOWN)),
];
/// Towards modules: schools join at stages that take less coaching and can only go so deep.
const PACKAGE_MODULES: &[Link] = &[
    link((Ever, UP), (Introductory, UP)),
    link((Active, UP), (Introductory, UP)),
    link((Depth, DOWN), (WholeShare, DOWN)),
    link((Lasting, DOWN), (WholeShare, DOWN)),
    link((Lasting, UP), (Active, UP)),
    link((Cost, DOWN), (Whole, DOWN)),
    link((TeacherHours, UP), (Active, UP)),
];
/// Towards process: peers pull less, and the same sites teach more.
const BEST_PROCESS: &[Link] = &[
    link((Ever, DOWN), (Interest, DOWN)),
    link((Lasting, UP), (EarlyKnowHow, UP)),
    link((Lasting, DOWN), (EarlyTrust, DOWN)),
    link((Depth, UP), (KnowHow, UP)),
    link((Active, DOWN), (Interest, DOWN)),
];
/// From soft to public: more word gets out, expectations are higher.
const PUBLIC_LAUNCH: &[Link] = &[
    link((Ever, UP), (EarlyStarts, UP)),
    link((Waiting, UP), (EarlyWaiting, UP)),
    link((Ever, DOWN), (EarlyTrust, DOWN)),
    link((Active, DOWN), (EarlyTrust, DOWN)),
];
const COACHING_BUDGET: &[Link] = &[
    link((Ever, UP), (EarlyStarts, UP)),
    link((Ever, UP), (Coaches, UP)),
    link((Lasting, UP), (EarlyStarts, UP)),
    link((Depth, UP), (EarlyCoaches, UP)),
    link((Depth, UP), (Coaches, UP)),
];
/// Effort against risks that strike trust.
const FOR_TRUST: &[Link] = &[
    link((Ever, UP), (Trust, UP)),
    link((Active, UP), (Trust, UP)),
    link((Lasting, UP), (Trust, UP)),
    link((Ever, UP), (Setbacks, DOWN)),
];
/// Effort against risks that strike practice.
const FOR_PRACTICE: &[Link] = &[
    link((Depth, UP), (Setbacks, DOWN)),
    link((Lasting, UP), (Depth, UP)),
    link((Lasting, UP), (Setbacks, DOWN)),
];
const READINESS_CHECK: &[Link] = &[
    link((Lasting, UP), (EarlyExemplars, UP)),
    link((Depth, UP), (EarlyDepth, UP)),
    link((EquityGap, DOWN), (EarlyExemplars, UP)),
];

/// The links of a parameter, those that tell most first; none where nothing is said of its mechanism.
pub fn links(key: &str) -> &'static [Link] {
    match key {
        "central_decentral" => CENTRAL_DECENTRAL,
        "fast_slow" => FAST_SLOW,
        "need_readiness" => NEED_READINESS,
        "build_buy" => BUILD_BUY,
        "fixed_adapt" => FIXED_ADAPT,
        "package_modules" => PACKAGE_MODULES,
        "best_process" => BEST_PROCESS,
        "public_launch" => PUBLIC_LAUNCH,
        "coaching_budget" => COACHING_BUDGET,
        "narrative" | "stakeholders" => FOR_TRUST,
        "alignment" | "capacity" | "technology" => FOR_PRACTICE,
        "wrong_schools" => READINESS_CHECK,
        _ => &[],
    }
}

/// What it is called to lower and to raise a parameter, where that has a name.
pub fn names(key: &str) -> Option<[&'static str; 2]> {
    Some(match key {
        "central_decentral" => ["More centralized", "More decentralized"],
        "fast_slow" => ["Faster pace", "Slower pace"],
        "need_readiness" => ["Need weighs more", "Readiness weighs more"],
        "build_buy" => ["More built inside", "More bought outside"],
        "fixed_adapt" => ["More fixed", "More adaptive"],
        "package_modules" => ["Nearer to one package", "Nearer to a menu"],
        "best_process" => {
            ["More sharing of best practices", "More sharing of process and failures"]
        }
        "public_launch" => ["Soft launch", "Public launch"],
        "coaching_budget" => ["Less money for coaching", "More money for coaching"],
        "intakes_per_year" => ["Fewer intakes a year", "More intakes a year"],
        "uncertain_constants" => ["With luck alone", "With uncertain constants"],
        _ => return None,
    })
}
