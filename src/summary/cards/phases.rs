//! The cards of the phased approach: pilot and refine, build capacity, integrate gradually.

use super::mechanisms::pilot_months;
use super::{Badge, Card, Explanation, IN_THIS_MODEL, Part, default};
use crate::language::{dollars, integer, number, one_decimal, phrase, to_phrase};
use crate::phrase;
use crate::scenario::Scenario;

const TEAMS: &str = to_phrase(
    "The Learning Accelerator, note on deliberate pace: 19 school teams over 18 months from 2022, four of \
     which it helped to scale, in virtual and hybrid learning",
);

/// The three phases.
pub fn explanation() -> Explanation {
    Explanation { key: "phases", cards: vec![pilot_and_refine(), build_capacity(), integrate()] }
}

/// A phase; its title and the advice are already translated.
fn phase(
    title: &'static str,
    advice: [&'static str; 2],
    in_this_model: String,
    costs: String,
) -> Card {
    let [what, why] = advice;
    let source = phrase("This model's equations and prices; its numbers are judgments");
    let advice = [(phrase("What to do"), what), (phrase("What it gains"), why)];
    let model_entries = [(phrase(IN_THIS_MODEL), in_this_model), (phrase("What it costs"), costs)];
    Card {
        title: Some(title),
        parts: vec![
            Part::new(Badge::Borrowed, phrase(TEAMS), advice),
            Part::new(Badge::Assumed, source, model_entries),
        ],
    }
}

fn pilot_and_refine() -> Card {
    let [fast, middle, slow] = pilot_months().map(one_decimal);
    phase(
        phrase("1. Pilot and refine"),
        [
            phrase(
                "Begin with one grade, class or subject. Ask teachers, students and parents how it is \
                 going, and observe classes. Change the practice before more people take it up.",
            ),
            phrase("Mistakes stay small, and the next steps rest on what was seen."),
        ],
        phrase!(
            "The pace sets how long pilots run before schools are placed: {fast} months at the fast end, \
             {middle} in the middle, {slow} at the slow end. Pilots and whole-school sites teach the \
             district; {sites} of them teach at half the fastest rate.",
            fast,
            middle,
            slow,
            sites = number(default("learning_half")),
        ),
        phrase(
            "Early reach. Slower is not always better: test 19 under \u{201c}How far to trust \
             this\u{201d} compares a deliberate pace with the slowest.",
        )
        .to_owned(),
    )
}

fn build_capacity() -> Card {
    let (a_school, schools) = (default("coaching_budget"), default("n_schools"));
    let [few, more, most] = Scenario::default().costs.teacher_hours.map(number);
    phase(
        phrase("2. Build capacity"),
        [
            phrase(
                "Train and coach teachers, with help from experienced colleagues. Give them time to \
                 plan and reflect, and the materials they need. Show what works and thank those who \
                 made it work.",
            ),
            phrase("More teachers are able and willing to take up the practice."),
        ],
        phrase(
            "Everything depends on coaching: a school joins or moves up only if there is coaching for \
             it, and practice suffers where coaches have too many schools. Exemplars build trust, and \
             trust brings volunteers.",
        )
        .to_owned(),
        phrase!(
            "The default coaching budget is {a_school} per school per year, {total} for {schools} \
             schools. Each teacher needs {few}, {more} or {most} extra hours a year: introductory, \
             pilot, whole school.",
            a_school = phrase!("${amount}", amount = integer(a_school * 1_000.0)),
            total = dollars(a_school * schools),
            schools = integer(schools),
            few,
            more,
            most,
        ),
    )
}

fn integrate() -> Card {
    let scenario = Scenario::default();
    let [light, medium, heavy] = scenario.coaching.stage_load.map(number);
    let [low, middle, high] = scenario.costs.site_cost.map(dollars);
    phase(
        phrase("3. Integrate gradually"),
        [
            phrase(
                "Add grades and groups in stages. Let a team in the school carry the practice and \
                 solve problems. Keep measuring, and adjust.",
            ),
            phrase("There is time to support teachers and to fit existing systems."),
        ],
        phrase!(
            "A school moves from introductory to pilot to whole school once its practice is {gate} \
             times as deep as its stage can go, and coaches have time. With depth comes ownership, \
             which saves coaching and keeps schools from stopping.",
            gate = number(default("progress_gate")),
        ),
        phrase!(
            "Each stage needs more: {light}, {medium} and {heavy} coaching units, and {low}, {middle} \
             and {high} a year to run the site.",
            light,
            medium,
            heavy,
            low,
            middle,
            high,
        ),
    )
}
