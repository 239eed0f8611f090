//! By what mechanism each decision acts in this model: sentences, and the curve of the terms they tell of.

use super::curve::Curve;
use super::default;
use crate::model::{DT, Plan};
use crate::scenario::Scenario;
use crate::scenario::decision_ends::DecisionEnds;
use crate::summary::{one_decimal, percent};

/// How the decision acts, and its curve.
pub fn mechanism(ends: &DecisionEnds) -> (String, Curve) {
    match ends.key {
        "central_decentral" => (
            "The nearer to the first end, the more schools the district places each year once the pilots \
             are over; a placed school starts with a setback to its quality of practice. The nearer to \
             the second, the more schools volunteer and the faster they make the practice their own, but \
             the likelier they stop and the likelier curriculum and practice drift apart. Autonomy also \
             softens a poor fit."
                .to_owned(),
            Curve::times_middle(
                ends,
                one_decimal,
                &[
                    ("schools placed", |s, p| s.spread.assign_rate * (1.0 - p.central_decentral.u)),
                    ("volunteering, ownership, stopping", |_, p| p.central_decentral.more),
                ],
            ),
        ),
        "fast_slow" => (pace(), {
            Curve::times_middle(
                ends,
                one_decimal,
                &[
                    ("pace", |_, p| p.pace),
                    ("learning from the same sites", |_, p| p.fast_slow.more),
                ],
            )
        }),
        "need_readiness" => (
            format!(
                "Each school has a priority, and coaching goes down the list as far as it reaches. This \
                 decision weighs need against readiness in it. The district judges schools with an error \
                 of {}. Readier schools start deeper and practise better; needier ones are less ready on \
                 average (correlation {}).",
                default("selection_error"),
                default("need_readiness_corr"),
            ),
            Curve::of(
                ends,
                "Weight in a school's priority",
                one_decimal,
                &[
                    ("need", |_, p| 1.0 - p.need_readiness.u),
                    ("readiness", |_, p| p.need_readiness.u),
                ],
            ),
        ),
        "build_buy" => (
            format!(
                "The coaching budget is split. Own coaches cost less, but their number only nears what \
                 the budget pays, with a time constant of {} years. Vendors are there at once and bring \
                 know-how, at {} times the price; after a contract of {} years {} of their work is kept. \
                 Buying slows ownership, and makes it likelier that nobody inside can carry on.",
                default("coach_build_years"),
                default("vendor_premium"),
                default("vendor_years"),
                percent(default("vendor_stays")),
            ),
            Curve::of(
                ends,
                "Coaching units of a district with the default budget",
                one_decimal,
                &[("after a year", units_after_a_year), ("in the long run", units_in_the_long_run)],
            ),
        ),
        "fixed_adapt" => (
            format!(
                "Adapting lets the district learn more from the same pilots and whole-school sites. But \
                 each change unsettles schools while the district does not know how yet: the churn falls \
                 as know-how grows from {} at the start. The nearer to the second end, the likelier also \
                 that people lose the story of the whole.",
                default("know_how_start"),
            ),
            Curve::times_middle(
                ends,
                one_decimal,
                &[
                    ("learning from the same sites", |_, p| p.fixed_adapt.more),
                    ("churn", |_, p| p.fixed_adapt.u),
                ],
            ),
        ),
        "package_modules" => (modules(), {
            Curve::of(
                ends,
                "Share of joining schools by pathway",
                percent,
                &[
                    ("introductory", |_, p| share(p, 0)),
                    ("pilot", |_, p| share(p, 1)),
                    ("whole school", |_, p| share(p, 2)),
                ],
            )
        }),
        _ => (
            "Polished examples make peers volunteer, and what they show counts more for trust; but so \
             does every shortfall against what was promised. Sharing the process with its failures lets \
             the district learn more from the same sites and dampens both: less credit, a smaller \
             backlash."
                .to_owned(),
            Curve::times_middle(
                ends,
                one_decimal,
                &[
                    ("pull of peers, credit and backlash", |_, p| p.best_process.less),
                    ("learning from the same sites", |_, p| p.best_process.more),
                ],
            ),
        ),
    }
}

/// How the pace acts, with the months of a pilot at either end.
fn pace() -> String {
    let [fast, middle, slow] = pilot_months().map(one_decimal);
    format!(
        "The pace sets how long pilots run before schools are placed ({fast} months at the fast end, \
         {middle} in the middle, {slow} at the slow end), how fast schools are placed and move up, and how \
         full the coaches' hands are: half as many schools again as they can carry at the fast end, a \
         quarter of their time kept back at the slow one. Haste makes poor alignment and wrong technology \
         likelier; slowness teaches more from the same sites."
    )
}

/// Months until schools are placed: at the fast end, in the middle, at the slow end.
pub fn pilot_months() -> [f64; 3] {
    [-1.0, 0.0, 1.0].map(|position| {
        let mut settings = Scenario::default().settings();
        settings.decisions.fast_slow = position;
        let scenario = Scenario::new(settings).expect("a decision may stand at either end");
        12.0 / Plan::of(&scenario).pace
    })
}

fn modules() -> String {
    let practice = Scenario::default().practice;
    let coaching = Scenario::default().coaching;
    let [shallow, .., deep] = practice.stage_cap;
    let [light, .., heavy] = coaching.stage_load;
    format!(
        "The offer sets at which stage schools join. A whole-school site can go to a depth of {deep} and \
         takes {heavy} coaching units; an introductory one to {shallow}, and takes {light}. A package makes \
         know-how count more for quality and eases the step from pilot to whole school, and brings more \
         trouble with technology; modules fit schools better, and are harder to tell as one story."
    )
}

/// Share of joining schools that join at this stage.
fn share(plan: &Plan, level: usize) -> f64 {
    let weights = plan.pathway_weights();
    weights[level] / weights.iter().sum::<f64>()
}

/// Own coaching units that the budget pays in the end.
fn payable(scenario: &Scenario, plan: &Plan) -> f64 {
    (1.0 - plan.build_buy.u) * plan.budget / scenario.coaching.coach_cost
}

/// Vendors' coaching units under contract.
fn bought(scenario: &Scenario, plan: &Plan) -> f64 {
    let coaching = &scenario.coaching;
    plan.budget * plan.build_buy.u / (coaching.coach_cost * coaching.vendor_premium)
}

fn units_after_a_year(scenario: &Scenario, plan: &Plan) -> f64 {
    let payable = payable(scenario, plan);
    let a_month_on = |own: f64, _| own + (payable - own) * DT / scenario.coaching.coach_build_years;
    (0..12).fold(0.0, a_month_on) + bought(scenario, plan)
}

fn units_in_the_long_run(scenario: &Scenario, plan: &Plan) -> f64 {
    payable(scenario, plan) + bought(scenario, plan) * scenario.coaching.vendor_stays
}
