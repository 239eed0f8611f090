//! The card of the launch.

use super::{Badge, Card, Explanation, Part, SOFT_LAUNCH, SURVEY, default, row};
use crate::scenario::Range;
use crate::summary::percent;

/// Soft or public.
pub fn explanation() -> Explanation {
    let parts = vec![trade(), works(), chicago(), chosen()];
    Explanation { key: "launch", cards: vec![Card { title: None, parts }] }
}

fn trade() -> Part {
    let Range::YesNo { no: soft, yes: public } = row("public_launch").range else {
        unreachable!("the launch is soft or public")
    };
    // The answers begin with a name: "Soft: show results first".
    let [soft, public] = [soft, public].map(|answer| answer.split(':').next().unwrap_or(answer));
    Part::new(
        Badge::Assumed,
        "This model was built so; test 21 under \u{201c}How far to trust this\u{201d} shows what came out \
         of it",
        [
            (format!("{soft} gains"), "More trust once there is something to see; fewer setbacks."),
            (
                format!("{soft} costs"),
                "Early reach: less word gets out before there are exemplars.",
            ),
            (format!("{public} gains"), "Everybody hears of it at once; some trust in advance."),
            (
                format!("{public} costs"),
                "Trust, while practice falls short of what was promised; more setbacks, because the story \
                 has nothing to point to yet.",
            ),
        ],
    )
}

fn works() -> Part {
    let text = format!(
        "A soft launch is visible once {} schools are exemplars; until then {} of the unprompted word gets \
         out, and nobody measures practice against a promise. A public launch is visible from the start: \
         trust begins {} higher, and people expect {} more depth. Falling short of that costs trust each \
         month and stirs up parents, board and press. While there are too few exemplars, a public launch \
         also makes it likelier that the story is lost.",
        default("exemplars_needed"),
        percent(default("soft_reach")),
        default("public_promise"),
        default("public_promise"),
    );
    let source = "This model's equations; its numbers are judgements";
    Part::new(Badge::Assumed, source, [("How it works in this model", text)])
}

fn chicago() -> Part {
    let text = "Chicago made no early announcements. It waited for strong examples from classroom pilots, \
                and then let teachers, parents and students speak, opened pilot schools for visits and \
                turned parents' evenings into evenings about innovation. People could judge what they saw \
                at home instead of trusting examples from elsewhere, and the district learned from schools \
                that had begun on their own.";
    Part::new(Badge::Borrowed, SOFT_LAUNCH, [("One district's way", text)])
}

fn chosen() -> Part {
    let text = "Not asked: the launch is none of the survey's seven decisions. What kind of district \
                launches how is not published.";
    Part::new(Badge::Unpublished, SURVEY, [("What the surveyed systems chose", text)])
}
