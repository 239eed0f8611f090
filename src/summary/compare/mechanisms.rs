//! The steps through which each parameter affects outcomes in this model (specification, sections 5 to
//! 8).
//!
//! A link is a candidate for the reason of a difference; whether the intermediate step really changed has
//! to be checked in the two runs.

use super::outcome_metric::OutcomeMetric::{self, *};
use crate::language::to_phrase;

/// A reason in the model why an outcome changes when a parameter is raised. If it is lowered, both
/// directions are reversed.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// The outcome, and whether it rises.
    pub outcome: (OutcomeMetric, bool),
    /// The intermediate step, and whether it rises; `None` for the direct subject of the parameter.
    pub through: Option<(OutcomeMetric, bool)>,
}

const UP: bool = true;
const DOWN: bool = false;

/// An outcome changes because an intermediate step does.
const fn link(outcome: (OutcomeMetric, bool), through: (OutcomeMetric, bool)) -> Link {
    Link { outcome, through: Some(through) }
}

/// The outcome that is the direct subject of a parameter: it is mentioned first, and needs no reason.
const fn about(outcome: (OutcomeMetric, bool)) -> Link {
    Link { outcome, through: None }
}

/// Toward decentralized: ownership grows faster, so that less coaching and money sustain a school; a
/// school is more likely to stop.
const CENTRAL_DECENTRAL: &[Link] = &[
    link((Lasting, UP), (FiveYearDepth, UP)),
    link((Ever, UP), (Ownership, UP)),
    link((Active, DOWN), (Stopping, UP)),
    link((Active, UP), (Ownership, UP)),
    link((Depth, UP), (WholeShare, UP)),
    link((Depth, UP), (EarlyCoaches, UP)),
    link((Whole, UP), (Ownership, UP)),
];
/// Toward slow: intakes reserve coaching for the schools that have joined, so fewer start and practice
/// has more support; the district learns more from the same sites.
const FAST_SLOW: &[Link] = &[
    link((Lasting, UP), (FiveYearDepth, UP)),
    link((Ever, DOWN), (CoachingKept, UP)),
    link((Depth, UP), (Coaches, UP)),
    link((Depth, UP), (KnowHow, UP)),
];
/// Toward readiness: schools begin deeper and have better practice.
const NEED_READINESS: &[Link] = &[
    about((EquityGap, DOWN)),
    link((Lasting, UP), (EarlyExemplars, UP)),
    link((Lasting, UP), (EarlyDepth, UP)),
    link((Depth, UP), (EarlyDepth, UP)),
];
/// Toward buying: know-how at once, but slower ownership, which leaves more work for coaches.
const BUILD_BUY: &[Link] = &[
    link((Lasting, DOWN), (FiveYearOwnership, DOWN)),
    link((Lasting, DOWN), (FiveYearCoaches, DOWN)),
    link((Ever, DOWN), (Ownership, DOWN)),
    link((Active, DOWN), (Ownership, DOWN)),
    link((Depth, DOWN), (WholeShare, DOWN)),
    link((Depth, DOWN), (Coaches, DOWN)),
    link((Whole, DOWN), (Ownership, DOWN)),
];
/// Toward adapting: the district learns more from the same sites; changes unsettle schools while know-how
/// is low.
const FIXED_ADAPT: &[Link] = &[
    link((Lasting, UP), (EarlyKnowHow, UP)),
    link((Lasting, DOWN), (EarlyDepth, DOWN)),
    link((Depth, UP), (KnowHow, UP)),
    link((Depth, DOWN), (EarlyDepth, DOWN)),
];
/// Toward modules: fewer schools join as whole-school sites, which need most of the coaching and money
/// and can become deepest.
const PACKAGE_MODULES: &[Link] = &[
    link((Ever, UP), (EarlyCoaches, UP)),
    link((Cost, DOWN), (WholeShare, DOWN)),
    link((Depth, DOWN), (WholeShare, DOWN)),
    link((Lasting, DOWN), (FiveYearDepth, DOWN)),
];
/// Toward process: peers have less pull, what they show counts less for trust, and the district learns
/// more from the same sites.
const BEST_PROCESS: &[Link] = &[
    link((Lasting, UP), (EarlyKnowHow, UP)),
    link((Lasting, DOWN), (EarlyTrust, DOWN)),
    link((Ever, DOWN), (Waiting, DOWN)),
    link((Depth, UP), (KnowHow, UP)),
    link((Waiting, DOWN), (EarlyTrust, DOWN)),
];
/// From soft to public: the initiative is more widely known, and trust suffers while practice falls short
/// of the promise.
const PUBLIC_LAUNCH: &[Link] = &[
    link((Ever, UP), (EarlyStarts, UP)),
    link((Ever, DOWN), (EarlyTrust, DOWN)),
    link((Lasting, UP), (EarlyStarts, UP)),
    link((Lasting, DOWN), (EarlyTrust, DOWN)),
    link((Active, DOWN), (Stopping, UP)),
];
/// More coaching: more schools can be admitted, and each gets more coaching.
const COACHING_BUDGET: &[Link] = &[
    link((Lasting, UP), (EarlyCoaches, UP)),
    link((Lasting, UP), (EarlyStarts, UP)),
    link((Ever, UP), (EarlyStarts, UP)),
    link((Depth, UP), (EarlyCoaches, UP)),
    link((Depth, UP), (Coaches, UP)),
];
/// Safeguards against risks that affect trust.
const FOR_TRUST: &[Link] = &[
    link((Ever, UP), (EarlyTrust, UP)),
    link((Lasting, UP), (EarlyTrust, UP)),
    link((Active, UP), (Trust, UP)),
];
/// Safeguards against risks that affect practice.
const FOR_PRACTICE: &[Link] =
    &[link((Lasting, UP), (FiveYearDepth, UP)), link((Depth, UP), (Setbacks, DOWN))];
/// A safeguard that judges readiness better and gives it more weight.
const READINESS_CHECK: &[Link] =
    &[link((Lasting, UP), (EarlyExemplars, UP)), link((Depth, UP), (EarlyDepth, UP))];

/// The links of a parameter, the most informative first; empty where the page does not mention its
/// mechanism.
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

/// The names for lowering and raising a parameter, if it has them; displayed through `language::phrase`.
pub fn direction_names(key: &str) -> Option<[&'static str; 2]> {
    Some(match key {
        "central_decentral" => [to_phrase("More centralized"), to_phrase("More decentralized")],
        "fast_slow" => [to_phrase("Faster pace"), to_phrase("Slower pace")],
        "need_readiness" => [to_phrase("Need weighs more"), to_phrase("Readiness weighs more")],
        "build_buy" => [to_phrase("More built inside"), to_phrase("More bought outside")],
        "fixed_adapt" => [to_phrase("More fixed"), to_phrase("More adaptive")],
        "package_modules" => [to_phrase("Nearer to one package"), to_phrase("Nearer to a menu")],
        "best_process" => [
            to_phrase("More sharing of best practices"),
            to_phrase("More sharing of process and failures"),
        ],
        "public_launch" => [to_phrase("Soft launch"), to_phrase("Public launch")],
        "coaching_budget" => {
            [to_phrase("Less money for coaching"), to_phrase("More money for coaching")]
        }
        "intakes_per_year" => [to_phrase("Fewer intakes a year"), to_phrase("More intakes a year")],
        "uncertain_constants" => {
            [to_phrase("With luck alone"), to_phrase("With uncertain constants")]
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::parameters;
    use crate::summary::compare::unit::Wording;

    #[test]
    fn no_reason_is_later_than_what_it_explains() {
        for link in parameters().flat_map(|parameter| links(parameter.key)) {
            let month = |metric: OutcomeMetric| metric.row().at.month(96);
            let is_before = |(step, _)| month(step) <= month(link.outcome.0);
            assert!(link.through.is_none_or(is_before), "{link:?}");
        }
    }

    #[test]
    fn the_steps_and_outcomes_of_all_links_have_a_wording() {
        let linked: Vec<_> = parameters().filter(|p| !links(p.key).is_empty()).collect();
        assert_eq!(linked.len(), 7 + 1 + 1 + 6);
        for link in linked.iter().flat_map(|parameter| links(parameter.key)) {
            let steps = link.through.map(|(step, _)| step.row());
            assert!(
                steps.is_none_or(|step| !step.rose.is_empty() && !step.fell.is_empty()),
                "{link:?}"
            );
            assert!(link.outcome.0.row().difference != Wording::NONE, "{link:?}");
        }
    }
}
