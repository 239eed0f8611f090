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
            "This model was built this way; for results, see test 21 under \u{201c}How far to trust \
             this\u{201d}",
        ),
        [
            (
                phrase("Soft gains"),
                phrase("More trust once there is something to see; fewer setbacks."),
            ),
            (
                phrase("Soft costs"),
                phrase("Early reach: word spreads less before there are exemplars."),
            ),
            (
                phrase("Public gains"),
                phrase("Everybody hears about it at once; some trust in advance."),
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
        "A soft launch becomes visible once {schools} schools are exemplars; until then {share} of \
         unprompted volunteering happens, and nobody measures practice against a promise. A public \
         launch is visible from the start: trust begins {promise} higher, and people expect {promise} \
         more depth. Falling short costs trust each month and upsets parents, board and press. While \
         exemplars are too few, a public launch also makes it more likely that the story is lost.",
        schools = number(default("exemplars_needed")),
        share = percent(default("soft_reach")),
        promise,
    );
    Part::new(Badge::Assumed, phrase(EQUATIONS), [(phrase(WORKS), text)])
}

fn chicago_part() -> Part {
    let text = phrase(
        "Chicago made no early announcements. It waited for strong examples from classroom pilots, \
         then let teachers, parents and students speak, opened pilot schools for visits and turned \
         parent nights into innovation nights. People could judge what they saw at home instead of \
         trusting examples from elsewhere, and the district learned from schools that had begun on \
         their own.",
    );
    Part::new(Badge::Borrowed, phrase(SOFT_LAUNCH), [(phrase(ONE_WAY), text)])
}

fn survey_part() -> Part {
    let text = phrase(
        "Not asked: the launch is not one of the survey's seven decisions. Which districts choose \
         which launch is not published.",
    );
    Part::new(Badge::Unpublished, phrase(SURVEY), [(phrase(SYSTEMS_CHOSE), text)])
}
