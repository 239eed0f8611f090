//! The card of the launch.

use super::{
    Badge, Card, EQUATIONS, Explanation, ONE_WAY, Part, SOFT_LAUNCH, SURVEY, SYSTEMS_CHOSE, WORKS,
    default,
};
use crate::language::{number, percent, phrase};
use crate::phrase;

/// The card about a soft or a public launch.
pub fn explanation() -> Explanation {
    let parts = vec![trade_offs(), mechanism_part(), chicago_part(), survey_part()];
    Explanation { key: "launch", cards: vec![Card { title: None, parts }] }
}

fn trade_offs() -> Part {
    Part::new(
        Badge::Assumed,
        phrase(
            "This model was built so; what came out of it: test 21 under \u{201c}How far to trust \
             this\u{201d}",
        ),
        [
            (
                phrase("Soft gains"),
                phrase("More trust once there is something to see; fewer setbacks."),
            ),
            (
                phrase("Soft costs"),
                phrase("Early reach: less word gets out before there are exemplars."),
            ),
            (
                phrase("Public gains"),
                phrase("Everybody hears of it at once; some trust in advance."),
            ),
            (
                phrase("Public costs"),
                phrase(
                    "Trust, while practice falls short of what was promised; more setbacks, because the \
                     story has nothing to point to yet.",
                ),
            ),
        ],
    )
}

fn mechanism_part() -> Part {
    let promise = number(default("public_promise"));
    let text = phrase!(
        "A soft launch is visible once {schools} schools are exemplars; until then {share} of the \
         unprompted word gets out, and nobody measures practice against a promise. A public launch is \
         visible from the start: trust begins {promise} higher, and people expect {promise} more depth. \
         Falling short of that costs trust each month and stirs up parents, board and press. While there \
         are too few exemplars, a public launch also makes it likelier that the story is lost.",
        schools = number(default("exemplars_needed")),
        share = percent(default("soft_reach")),
        promise,
    );
    Part::new(Badge::Assumed, phrase(EQUATIONS), [(phrase(WORKS), text)])
}

fn chicago_part() -> Part {
    let text = phrase(
        "Chicago made no early announcements. It waited for strong examples from classroom pilots, and then \
         let teachers, parents and students speak, opened pilot schools for visits and turned parents' \
         evenings into evenings about innovation. People could judge what they saw at home instead of \
         trusting examples from elsewhere, and the district learned from schools that had begun on their \
         own.",
    );
    Part::new(Badge::Borrowed, phrase(SOFT_LAUNCH), [(phrase(ONE_WAY), text)])
}

fn survey_part() -> Part {
    let text = phrase(
        "Not asked: the launch is none of the survey's seven decisions. What kind of district launches how \
         is not published.",
    );
    Part::new(Badge::Unpublished, phrase(SURVEY), [(phrase(SYSTEMS_CHOSE), text)])
}
