//! The names and causes of the six rollout risks, for the cards, which add the rest, and for the list of
//! setbacks.

use super::labels::Label;
use crate::language::to_phrase;
use crate::model::RISKS;

/// Each risk with its cause, in the order of the model and of the safeguards.
pub(super) const RISK_LABELS: [Label; RISKS] = [
    Label {
        key: "narrative",
        name: to_phrase("No clear story"),
        meaning: to_phrase(
            "The district cannot say plainly how the new classroom differs from today's and why; it \
                  falls back on jargon.",
        ),
    },
    Label {
        key: "alignment",
        name: to_phrase("Curriculum left out"),
        meaning: to_phrase(
            "New models are planned without curriculum staff and instructional coaches, and too late \
                  to fit what schools already teach.",
        ),
    },
    Label {
        key: "capacity",
        name: to_phrase("No in-house capacity"),
        meaning: to_phrase(
            "The plan does not make principals lead the change, or leaves the message and the \
                  training to vendors.",
        ),
    },
    Label {
        key: "wrong_schools",
        name: to_phrase("Starting in the wrong schools"),
        meaning: to_phrase(
            "Politics or the terms of a grant choose the first schools, though staff or culture are \
                  not ready there.",
        ),
    },
    Label {
        key: "stakeholders",
        name: to_phrase("Parents, board and press lost"),
        meaning: to_phrase("The plan is announced once, at the start, and nothing follows."),
    },
    Label {
        key: "technology",
        name: to_phrase("The wrong technology"),
        meaning: to_phrase(
            "Devices are chosen before the goals of teaching, with no thought of software, no \
                  reference checks, and no plan or money to keep them running.",
        ),
    },
];
