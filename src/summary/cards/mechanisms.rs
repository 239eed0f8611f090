//! The mechanism of each decision in this model: a text, and the curve of the terms that the text
//! mentions.

use super::curve::Curve;
use super::default;
use crate::language::{number, one_decimal, percent, phrase, to_phrase};
use crate::model::{DT, Plan};
use crate::phrase;
use crate::scenario::Scenario;
use crate::scenario::decision_ends::DecisionEnds;

/// The label of a term that three decisions affect.
const LEARNING: &str = to_phrase("learning from the same sites");

/// The mechanism of the decision, and its curve.
pub fn mechanism(ends: &DecisionEnds) -> (String, Curve) {
    match ends.key {
        "central_decentral" => (
            phrase(
                "Closer to the first end, the district places more schools each year once the pilots \
                 are over; a placed school starts with a setback to its quality of practice. Closer to \
                 the second, more schools volunteer and make the practice their own faster, but they \
                 are more likely to stop, and curriculum and practice are more likely to drift apart. \
                 Autonomy also softens a poor fit.",
            )
            .to_owned(),
            Curve::times_middle(
                ends,
                one_decimal,
                &[
                    (to_phrase("schools placed"), placed),
                    (to_phrase("volunteering, ownership, stopping"), |_, p| p.central_decentral.more),
                ],
            ),
        ),
        "fast_slow" => (pace(), {
            Curve::times_middle(
                ends,
                one_decimal,
                &[
                    (to_phrase("pace"), |_, p| p.pace),
                    (LEARNING, |_, p| p.fast_slow.more),
                ],
            )
        }),
        "need_readiness" => (
            phrase!(
                "Each school has a priority, and coaching goes down the list until it runs out. This \
                 decision weighs need against readiness. The district judges schools with an error of \
                 {error}. Readier schools start deeper and practice better; needier ones are less \
                 ready on average (correlation {correlation}).",
                error = number(default("selection_error")),
                correlation = number(default("need_readiness_corr")),
            ),
            Curve::of(
                ends,
                to_phrase("Weight in a school's priority"),
                one_decimal,
                &[
                    (to_phrase("need"), |_, p| 1.0 - p.need_readiness.u),
                    (to_phrase("readiness"), |_, p| p.need_readiness.u),
                ],
            ),
        ),
        "build_buy" => (
            phrase!(
                "The coaching budget is split. In-house coaches cost less, but take time to reach the \
                 number that the budget pays for (time constant {build_years} years). Vendors are \
                 available at once and bring know-how, at {premium} times the price; after a contract \
                 of {contract_years} years, {kept} of their work continues. Buying slows ownership and \
                 makes it more likely that nobody inside can carry on.",
                build_years = number(default("coach_build_years")),
                premium = number(default("vendor_premium")),
                contract_years = number(default("vendor_years")),
                kept = percent(default("vendor_stays")),
            ),
            Curve::of(
                ends,
                to_phrase("Coaching units of a district with the default budget"),
                one_decimal,
                &[
                    (to_phrase("after a year"), units_after_a_year),
                    (to_phrase("in the long run"), units_in_the_long_run),
                ],
            ),
        ),
        "fixed_adapt" => (
            phrase!(
                "Adapting lets the district learn more from the same pilots and whole-school sites. \
                 But each change unsettles schools while know-how is low: the churn falls as know-how \
                 grows from {know_how} at the start. Closer to the second end, people are also more \
                 likely to lose the story of the whole.",
                know_how = number(default("know_how_start")),
            ),
            Curve::times_middle(
                ends,
                one_decimal,
                &[
                    (LEARNING, |_, p| p.fixed_adapt.more),
                    (to_phrase("churn"), |_, p| p.fixed_adapt.u),
                ],
            ),
        ),
        "package_modules" => (modules(), {
            Curve::of(
                ends,
                to_phrase("Share of joining schools by pathway"),
                percent,
                &[
                    (to_phrase("introductory"), |_, p| share(p, 0)),
                    (to_phrase("pilot"), |_, p| share(p, 1)),
                    (to_phrase("whole school"), |_, p| share(p, 2)),
                ],
            )
        }),
        _ => (
            phrase(
                "Polished examples make peers volunteer and count more for trust; but every shortfall \
                 against what was promised counts more, too. Sharing the process and its failures lets \
                 the district learn more from the same sites and dampens both: less credit, a smaller \
                 backlash.",
            )
            .to_owned(),
            Curve::times_middle(
                ends,
                one_decimal,
                &[
                    (to_phrase("pull of peers, credit and backlash"), |_, p| p.best_process.less),
                    (LEARNING, |_, p| p.best_process.more),
                ],
            ),
        ),
    }
}

/// The mechanism of the pace, with the length of the pilot period at each end.
fn pace() -> String {
    let [fast, middle, slow] = pilot_months().map(one_decimal);
    phrase!(
        "The pace sets how long pilots run before schools are placed ({fast} months at the fast end, \
         {middle} in the middle, {slow} at the slow end), how fast schools are placed and move up, and \
         how busy coaches are: at the fast end they take on half again as many schools as they can \
         handle; at the slow end they keep a quarter of their time in reserve. Haste makes poor \
         alignment and wrong technology more likely; a slow pace teaches more from the same sites.",
        fast,
        middle,
        slow,
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
    let [shallow, .., deep] = practice.stage_cap.map(number);
    let [light, .., heavy] = coaching.stage_load.map(number);
    phrase!(
        "The offer sets the stage at which schools join. A whole-school site can reach a depth of \
         {deep} and needs {heavy} coaching units; an introductory one can reach {shallow} and needs \
         {light}. A package makes know-how count more for quality and eases the step from pilot to \
         whole school, but brings more trouble with technology; modules fit schools better but are \
         harder to tell as one story.",
        deep,
        heavy,
        shallow,
        light,
    )
}

/// Share of joining schools that join at this stage.
fn share(plan: &Plan, level: usize) -> f64 {
    let weights = plan.pathway_weights();
    weights[level] / weights.iter().sum::<f64>()
}

/// Rate at which schools are placed once the pilots are over.
fn placed(scenario: &Scenario, plan: &Plan) -> f64 {
    scenario.spread.assign_rate * (1.0 - plan.central_decentral.u)
}

/// Own coaching units that the budget pays for in the long run.
fn affordable_coaches(scenario: &Scenario, plan: &Plan) -> f64 {
    (1.0 - plan.build_buy.u) * plan.budget / scenario.coaching.coach_cost
}

/// Vendors' coaching units during the contract.
fn bought_coaches(scenario: &Scenario, plan: &Plan) -> f64 {
    let coaching = &scenario.coaching;
    plan.budget * plan.build_buy.u / (coaching.coach_cost * coaching.vendor_premium)
}

fn units_after_a_year(scenario: &Scenario, plan: &Plan) -> f64 {
    let affordable_coaches = affordable_coaches(scenario, plan);
    let next_month =
        |own: f64, _| own + (affordable_coaches - own) * DT / scenario.coaching.coach_build_years;
    (0..12).fold(0.0, next_month) + bought_coaches(scenario, plan)
}

fn units_in_the_long_run(scenario: &Scenario, plan: &Plan) -> f64 {
    affordable_coaches(scenario, plan)
        + bought_coaches(scenario, plan) * scenario.coaching.vendor_stays
}
