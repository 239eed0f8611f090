//! By which steps each parameter moves outcomes in this model (specification, sections 5 to 8).
//!
//! A link says where to look for the reason of a difference; whether the step between really moved, the
//! two runs have to show.

use super::yardstick::Yardstick::{self, *};
use crate::language::to_phrase;

/// A reason in the model why an outcome moves if a parameter is raised. If it is lowered, both directions
/// turn round.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// The outcome, and whether it rises.
    pub outcome: (Yardstick, bool),
    /// The step between, and whether it rises; none for what the parameter is about.
    pub through: Option<(Yardstick, bool)>,
}

const UP: bool = true;
const DOWN: bool = false;

/// An outcome moves because a step between does.
const fn link(outcome: (Yardstick, bool), through: (Yardstick, bool)) -> Link {
    Link { outcome, through: Some(through) }
}

/// The outcome that a parameter is about: it is told first, and needs no reason.
const fn about(outcome: (Yardstick, bool)) -> Link {
    Link { outcome, through: None }
}

/// Towards decentralized: ownership grows faster, and with it less coaching and money carry a school; a
/// school is likelier to stop.
const CENTRAL_DECENTRAL: &[Link] = &[
    link((Lasting, UP), (FiveYearDepth, UP)),
    link((Ever, UP), (Ownership, UP)),
    link((Active, DOWN), (Stopping, UP)),
    link((Active, UP), (Ownership, UP)),
    link((Depth, UP), (WholeShare, UP)),
    link((Depth, UP), (EarlyCoaches, UP)),
    link((Whole, UP), (Ownership, UP)),
];
/// Towards slow: intakes keep coaching for those who are in, so fewer start and practice has more support;
/// the same sites teach more.
const FAST_SLOW: &[Link] = &[
    link((Lasting, UP), (FiveYearDepth, UP)),
    link((Ever, DOWN), (CoachingKept, UP)),
    link((Depth, UP), (Coaches, UP)),
    link((Depth, UP), (KnowHow, UP)),
];
/// Towards readiness: schools begin deeper and practise better.
const NEED_READINESS: &[Link] = &[
    about((EquityGap, DOWN)),
    link((Lasting, UP), (EarlyExemplars, UP)),
    link((Lasting, UP), (EarlyDepth, UP)),
    link((Depth, UP), (EarlyDepth, UP)),
];
/// Towards buying: know-how at once, slower ownership, which leaves more for coaches to carry.
const BUILD_BUY: &[Link] = &[
    link((Lasting, DOWN), (FiveYearOwnership, DOWN)),
    link((Lasting, DOWN), (FiveYearCoaches, DOWN)),
    link((Ever, DOWN), (Ownership, DOWN)),
    link((Active, DOWN), (Ownership, DOWN)),
    link((Depth, DOWN), (WholeShare, DOWN)),
    link((Depth, DOWN), (Coaches, DOWN)),
    link((Whole, DOWN), (Ownership, DOWN)),
];
/// Towards adapting: the same sites teach more; changes unsettle schools while little is known.
const FIXED_ADAPT: &[Link] = &[
    link((Lasting, UP), (EarlyKnowHow, UP)),
    link((Lasting, DOWN), (EarlyDepth, DOWN)),
    link((Depth, UP), (KnowHow, UP)),
    link((Depth, DOWN), (EarlyDepth, DOWN)),
];
/// Towards modules: fewer schools join as whole-school sites, which take most of coaching and money and
/// can go deepest.
const PACKAGE_MODULES: &[Link] = &[
    link((Ever, UP), (EarlyCoaches, UP)),
    link((Cost, DOWN), (WholeShare, DOWN)),
    link((Depth, DOWN), (WholeShare, DOWN)),
    link((Lasting, DOWN), (FiveYearDepth, DOWN)),
];
/// Towards process: peers pull less, what they show counts less for trust, and the same sites teach more.
const BEST_PROCESS: &[Link] = &[
    link((Lasting, UP), (EarlyKnowHow, UP)),
    link((Lasting, DOWN), (EarlyTrust, DOWN)),
    link((Ever, DOWN), (Waiting, DOWN)),
    link((Depth, UP), (KnowHow, UP)),
    link((Waiting, DOWN), (EarlyTrust, DOWN)),
];
/// From soft to public: more word gets out, and trust suffers while practice falls short of the promise.
const PUBLIC_LAUNCH: &[Link] = &[
    link((Ever, UP), (EarlyStarts, UP)),
    link((Ever, DOWN), (EarlyTrust, DOWN)),
    link((Lasting, UP), (EarlyStarts, UP)),
    link((Lasting, DOWN), (EarlyTrust, DOWN)),
    link((Active, DOWN), (Stopping, UP)),
];
/// More coaching: more schools can be taken in, and each has more of it.
const COACHING_BUDGET: &[Link] = &[
    link((Lasting, UP), (EarlyCoaches, UP)),
    link((Lasting, UP), (EarlyStarts, UP)),
    link((Ever, UP), (EarlyStarts, UP)),
    link((Depth, UP), (EarlyCoaches, UP)),
    link((Depth, UP), (Coaches, UP)),
];
/// Effort against risks that strike trust.
const FOR_TRUST: &[Link] = &[
    link((Ever, UP), (EarlyTrust, UP)),
    link((Lasting, UP), (EarlyTrust, UP)),
    link((Active, UP), (Trust, UP)),
];
/// Effort against risks that strike practice.
const FOR_PRACTICE: &[Link] =
    &[link((Lasting, UP), (FiveYearDepth, UP)), link((Depth, UP), (Setbacks, DOWN))];
/// Effort to judge readiness better and weigh it more.
const READINESS_CHECK: &[Link] =
    &[link((Lasting, UP), (EarlyExemplars, UP)), link((Depth, UP), (EarlyDepth, UP))];

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

/// What it is called to lower and to raise a parameter, where that has a name; to be said through
/// `language::phrase`.
pub fn names(key: &str) -> Option<[&'static str; 2]> {
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
    use crate::summary::compare::unit::Told;

    #[test]
    fn no_reason_comes_after_what_it_explains() {
        for link in parameters().flat_map(|parameter| links(parameter.key)) {
            let month = |yardstick: Yardstick| yardstick.row().at.month(96);
            let is_before = |(step, _)| month(step) <= month(link.outcome.0);
            assert!(link.through.is_none_or(is_before), "{link:?}");
        }
    }

    #[test]
    fn what_has_links_has_a_name_or_a_value_in_words_and_its_steps_can_be_said() {
        let linked: Vec<_> = parameters().filter(|p| !links(p.key).is_empty()).collect();
        assert_eq!(linked.len(), 7 + 1 + 1 + 6);
        for link in linked.iter().flat_map(|parameter| links(parameter.key)) {
            let steps = link.through.map(|(step, _)| step.row());
            assert!(
                steps.is_none_or(|step| !step.rose.is_empty() && !step.fell.is_empty()),
                "{link:?}"
            );
            assert!(link.outcome.0.row().difference != Told::NOT, "{link:?}");
        }
    }
}
