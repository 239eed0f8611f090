//! The cards of the seven decisions.

use super::mechanisms::mechanism;
use super::{
    Badge, Card, Explanation, ONE_WAY, PACE_NOTE, PATHWAYS, Part, SURVEY, SYSTEMS_CHOSE, WORKS,
};
use crate::language::{percent, phrase, to_phrase};
use crate::phrase;
use crate::scenario::decision_ends::{DECISIONS, DecisionEnds};

/// A card for each decision.
pub fn explanations() -> Vec<Explanation> {
    DECISIONS.iter().map(explanation).collect()
}

fn explanation(ends: &DecisionEnds) -> Explanation {
    let mut parts =
        vec![trade_offs(ends), mechanism_part(ends), survey_part(ends), tendency_part(ends)];
    parts.extend(more_evidence(ends));
    Explanation { key: ends.key, cards: vec![Card { title: None, parts }] }
}

/// The gains and costs of each end.
fn trade_offs(ends: &DecisionEnds) -> Part {
    let [first, second] = [ends.first, ends.second].map(phrase);
    let (first_gains, second_gains) = gains(ends);
    let (first_costs, second_costs, tests) = costs(ends);
    Part::new(
        Badge::Assumed,
        phrase!(
            "This model was built this way; for results, see {tests} under \u{201c}How far to trust \
             this\u{201d}",
            tests,
        ),
        [
            (phrase!("{end} gains", end = first), sentence(first_gains)),
            (phrase!("{end} costs", end = first), sentence(first_costs)),
            (phrase!("{end} gains", end = second), sentence(second_gains)),
            (phrase!("{end} costs", end = second), sentence(second_costs)),
        ],
    )
}

/// What the first and the second end gain by the construction of this model; what follows in a district is for the
/// page to compute.
fn gains(ends: &DecisionEnds) -> (&'static str, &'static str) {
    match ends.key {
        "central_decentral" => (
            phrase("reach, because schools can be placed; fewer schools stop"),
            phrase("ownership, depth and volunteers"),
        ),
        "fast_slow" => {
            (phrase("early reach"), phrase("learning, schools that last, fewer setbacks"))
        }
        "need_readiness" => {
            (phrase("access for high-need schools"), phrase("exemplars, and schools that last"))
        }
        "build_buy" => {
            (phrase("capacity that lasts, ownership"), phrase("capacity and know-how at once"))
        }
        "fixed_adapt" => (phrase("early quality and trust"), phrase("know-how, schools that last")),
        "package_modules" => (
            phrase("whole-school change, and depth once there is know-how"),
            phrase("reach, lower cost, a better fit"),
        ),
        "best_process" => {
            (phrase("reach, and trust from exemplars"), phrase("learning, a smaller backlash"))
        }
        key => unreachable!("no decision {key}"),
    }
}

/// The costs of the first and the second end in this model, and the tests that compare the ends.
fn costs(ends: &DecisionEnds) -> (&'static str, &'static str, String) {
    let test = |number: &str| phrase!("test {number}", number);
    match ends.key {
        "central_decentral" => (
            phrase(
                "ownership and depth: schools that were placed start with a setback, and one design fits \
                 fewer of them",
            ),
            phrase(
                "reach, because no school is placed; more schools stop, and practice drifts from the \
                 curriculum more often",
            ),
            test("7c"),
        ),
        "fast_slow" => (
            phrase(
                "support, because coaches take on more schools than they can handle; learning; more \
                 setbacks in alignment and technology",
            ),
            phrase(
                "early reach: pilots run longer, fewer schools join at a time, and they move up later",
            ),
            phrase!("tests {first} and {second}", first = "7f", second = "19"),
        ),
        "need_readiness" => (
            phrase(
                "early exemplars and schools that last, because needier schools are less ready on average",
            ),
            phrase("access: high-need schools wait longest"),
            test("7r"),
        ),
        "build_buy" => (
            phrase("time: there are few coaches in the first years"),
            phrase(
                "coaching units for the same money, especially once the contract ends; ownership",
            ),
            test("7b"),
        ),
        "fixed_adapt" => (
            phrase("know-how: the same sites teach the district less"),
            phrase(
                "early quality, because changes unsettle schools while know-how is low; the story gets \
                 lost more often",
            ),
            test("7a"),
        ),
        "package_modules" => (
            phrase(
                "reach and money, because whole-school sites need the most coaching; a poorer fit",
            ),
            phrase("depth: many schools stay at an introductory site, which can only go so deep"),
            test("7m"),
        ),
        _ => (
            phrase("learning; and a stronger backlash when practice falls short of the promise"),
            phrase("reach, because peers pull less; trust from exemplars"),
            test("7s"),
        ),
    }
}

fn mechanism_part(ends: &DecisionEnds) -> Part {
    let (text, curve) = mechanism(ends);
    let source = phrase(
        "This model's equations, with every other setting at its default; numbers are judgments unless the \
         advanced settings name a source",
    );
    Part::new(Badge::Assumed, source, [(phrase(WORKS), text)]).with_curve(curve)
}

/// The choices of the surveyed systems.
fn survey_part(ends: &DecisionEnds) -> Part {
    let (heading, source) = (phrase(SYSTEMS_CHOSE), phrase(SURVEY));
    match ends.survey {
        Some((first, second)) => {
            let text = phrase!(
                "{first_share} of the leaders stood near {first}, {second_share} near {second}, the \
                 rest in between.",
                first_share = percent(first),
                first = phrase(ends.first),
                second_share = percent(second),
                second = phrase(ends.second),
            );
            Part::new(Badge::Measured, source, [(heading, text)])
        }
        None => {
            let text = phrase("The article asks this question but gives no shares.");
            Part::new(Badge::Unpublished, source, [(heading, text)])
        }
    }
}

/// Which kinds of districts tend toward which end.
fn tendency_part(ends: &DecisionEnds) -> Part {
    let heading = phrase("Who tends to choose what");
    let tendency = match ends.key {
        "central_decentral" => Some((
            to_phrase(
                "Systems of 60 to 100 schools, and districts with lower incomes, reported centralized \
                 approaches more often. The goal matters too: Baltimore County wanted equal practice \
                 everywhere and centralized; Chicago wanted a movement from the schools and did not. \
                 The article gives no figures.",
            ),
            SURVEY,
        )),
        "fast_slow" => Some((
            to_phrase(
                "Systems in an early stage were most likely to set aside time and resources for a \
                 deliberate pace; 58% of the leaders put deliberateness before speed. How this varies \
                 with size or income is not reported.",
            ),
            to_phrase(
                "The Learning Accelerator, note on deliberate pace: 89 educators of 60 school systems",
            ),
        )),
        "need_readiness" => Some((
            to_phrase(
                "Large and urban districts put need first more often; districts with few students who \
                 qualify for free or reduced-price lunch looked at readiness. The article gives no \
                 figures.",
            ),
            SURVEY,
        )),
        "build_buy" => Some((
            to_phrase(
                "Wealthier systems turn to outside help more often; those that build from within more often \
                 serve families with lower incomes. The article gives no figures.",
            ),
            SURVEY,
        )),
        _ => None,
    };
    match tendency {
        Some((text, source)) => {
            Part::new(Badge::Measured, phrase(source), [(heading, phrase(text))])
        }
        None => {
            let text = phrase("Nothing is published on which districts lean toward which end.");
            Part::new(Badge::Unpublished, phrase(SURVEY), [(heading, text)])
        }
    }
}

/// Other published evidence about this decision.
fn more_evidence(ends: &DecisionEnds) -> Option<Part> {
    let (badge, source, heading, text) = match ends.key {
        "central_decentral" | "package_modules" => (
            Badge::Borrowed,
            PATHWAYS,
            ONE_WAY,
            to_phrase(
                "Chicago's schools opt in and pick one of three pathways, introductory, pilot or whole \
                 school, each with partners that the district has chosen in advance. It went from 21 \
                 schools in 2016 to more than 100 in 2018, with 30 more expected that year; the page \
                 credits the pathways with part of that.",
            ),
        ),
        "fast_slow" => (
            Badge::Borrowed,
            PACE_NOTE,
            to_phrase("What supporters of such teams say"),
            to_phrase(
                "Too fast risks practice in name only, too slow loses momentum; they advise deliberate \
                 steps rather than a speed. The phases under \u{201c}Launch\u{201d} list the steps.",
            ),
        ),
        "build_buy" => (
            Badge::Judgment,
            SURVEY,
            to_phrase("What leaders said"),
            to_phrase(
                "Outside partners often help a system get started or confirm its course; over time, \
                 systems turn to growing their own teachers and leaders. One leader expects it to take \
                 25 years until the change sustains itself.",
            ),
        ),
        "fixed_adapt" => (
            Badge::Judgment,
            SURVEY,
            to_phrase("How the authors read it"),
            to_phrase(
                "The lean toward adapting may show that systems are still finding out what works and \
                 see themselves as learners.",
            ),
        ),
        "best_process" => (
            Badge::Judgment,
            SURVEY,
            to_phrase("What leaders said"),
            to_phrase(
                "They are under pressure to show success, yet a summary of what others did seldom \
                 tells them enough to do it themselves: they want the details of how it went.",
            ),
        ),
        _ => return None,
    };
    Some(Part::new(badge, phrase(source), [(phrase(heading), phrase(text))]))
}

/// Turns a phrase into a sentence.
fn sentence(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
