//! The cards of the six rollout risks.

use super::{Badge, Card, EQUATIONS, Explanation, IN_THIS_MODEL, Part, RISK_CARDS, default, row};
use crate::language::{dollars, integer, number, percent, phrase};
use crate::phrase;
use crate::scenario::{Group, parameters_of};
use crate::summary::labels::Label;
use crate::summary::risks::RISK_LABELS;

/// A card for each risk, in the order of the safeguards.
pub fn explanation() -> Explanation {
    let risks = parameters_of(Group::Mitigations).zip(&RISK_LABELS);
    let cards = risks.map(|(safeguard, label)| card(&risk(safeguard.key, label)));
    Explanation { key: "risks", cards: cards.collect() }
}

/// The content of one risk's card.
struct Risk {
    /// Key of the safeguard against it.
    safeguard: &'static str,
    /// Its name and its cause, in English.
    label: &'static Label,
    consequence: &'static str,
    avoid: &'static str,
    /// What increases it in this model, and what it affects.
    in_this_model: String,
    /// What avoiding it costs besides money and effort; empty if nothing.
    also_costs: &'static str,
}

fn card(risk: &Risk) -> Card {
    let advice = Part::new(
        Badge::Judgment,
        phrase(RISK_CARDS),
        [
            (phrase("Cause"), phrase(risk.label.meaning)),
            (phrase("Consequence"), risk.consequence),
            (phrase("How to avoid it"), risk.avoid),
        ],
    );
    let in_this_model = Part::new(
        Badge::Assumed,
        phrase(EQUATIONS),
        [(phrase(IN_THIS_MODEL), risk.in_this_model.as_str())],
    );
    let costs = Part::new(
        Badge::Judgment,
        phrase("This model's prices; the risk cards name none"),
        [(phrase("What avoiding it costs"), avoiding_costs(risk))],
    );
    Card { title: Some(phrase(risk.label.name)), parts: vec![advice, in_this_model, costs] }
}

fn avoiding_costs(risk: &Risk) -> String {
    let (a_school, schools) = (default("mitigation_cost"), default("n_schools"));
    let costs = phrase!(
        "Full effort (\u{201c}{safeguard}\u{201d}) costs {a_school} per school per year, active or \
         not: {a_year} per year in a district of {schools} schools. It removes {share} of the risk.",
        safeguard = row(risk.safeguard).label(),
        a_school = phrase!("${amount}", amount = integer(a_school * 1_000.0)),
        a_year = dollars(a_school * schools),
        schools = integer(schools),
        share = percent(default("mitigation_effect")),
    );
    match risk.also_costs {
        "" => costs,
        also => format!("{costs} {also}"),
    }
}

/// The risk that a safeguard addresses.
fn risk(safeguard: &'static str, label: &'static Label) -> Risk {
    let loss = percent(default("setback_loss"));
    let months = number(default("setback_months"));
    let (consequence, avoid, in_this_model) = match safeguard {
        "narrative" => (
            phrase(
                "Schools take up single pieces without knowing why. Leaders cannot name early wins \
                 that would win others over.",
            ),
            phrase(
                "Tie the change to a vision and to the district's own priorities and language. Agree \
                 early on what success looks like along the way, how to check for it, and who helps \
                 when a school is off course.",
            ),
            phrase!(
                "More likely the more the strategy changes and the more modular the offer is, and \
                 after a public launch without exemplars. It takes {loss} of trust at once, and {loss} \
                 of volunteering for {months} months.",
                loss,
                months,
            ),
        ),
        "alignment" => (
            phrase("Teachers do not see how it fits what they do, and comply instead of changing."),
            phrase(
                "Bring curriculum leads in early to find the gaps. Set a timeline that allows for \
                 rewriting the curriculum, tell teachers what to stop doing, and keep checking in \
                 classrooms that the parts fit.",
            ),
            phrase!(
                "More likely the more decentralized and faster the district is. For {months} months it \
                 lowers the quality of practice in every active school.",
                months,
            ),
        ),
        "capacity" => (
            phrase(
                "A few classrooms shine but hardly any whole school does; when the vendors leave, \
                 nobody can carry on.",
            ),
            phrase(
                "Have principals at every important meeting, and keep them from delegating the task. \
                 The district tells the story itself, builds up its own people, and says who does \
                 what: district, school, vendor.",
            ),
            phrase!(
                "More likely the more the district buys and the more overloaded coaches are. For \
                 {months} months {loss} of the coaching is lost.",
                months,
                loss,
            ),
        ),
        "wrong_schools" => (
            phrase("There are no early successes to show to parents, board and other schools."),
            phrase(
                "Begin where teaching and culture are ready. Choose each school's start date, let \
                 schools begin at different points, and slow down or turn back if needed.",
            ),
            phrase!(
                "Not an event: the district misjudges schools by an error of {error}, so less ready \
                 ones start early. Effort against it judges schools better and weighs readiness more.",
                error = number(default("selection_error")),
            ),
        ),
        "stakeholders" => (
            phrase(
                "Parents think that teachers teach too little. The board cannot tell failure from \
                 something that takes time. Reporters write from poor examples or wrong facts.",
            ),
            phrase(
                "Plan the communication for each group, and repeat it through the year. Find strong schools \
                 and teachers early, show them, and let teachers speak for themselves.",
            ),
            phrase!(
                "More likely the more schools are visibly active, and much more likely while practice \
                 falls short of what people expect. It takes {loss} of trust at once.",
                loss,
            ),
        ),
        _ => (
            phrase(
                "Devices fail in class and lessons are lost; the press reports it, and parents, \
                 teachers and the board lose patience.",
            ),
            phrase(
                "Begin with the goals and ask what each device does for them. Check references, try \
                 devices in a few schools before buying for all, and plan money and support for later \
                 years.",
            ),
            phrase!(
                "More likely the more the offer is one package and the faster the district goes. It \
                 takes {loss} of trust at once, and {loss} of the depth in pilots and whole-school \
                 sites.",
                loss,
            ),
        ),
    };
    let also_costs = match safeguard {
        "wrong_schools" => {
            phrase("High-need schools start later, because they are less ready on average.")
        }
        _ => "",
    };
    Risk { safeguard, label, consequence, avoid, in_this_model, also_costs }
}
