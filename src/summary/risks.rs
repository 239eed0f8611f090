//! What the six rollout risks are called and what brings them about: for the cards, which say the rest,
//! and for the list of setbacks.

use super::outcomes::Words;
use crate::model::RISKS;

/// Each risk with its cause, in the order of the model and of the safeguards.
pub(super) const RISK_WORDS: [Words; RISKS] = [
    Words {
        label: "No clear story",
        meaning: "The district cannot say plainly how the new classroom differs from today's and why; it \
                  falls back on jargon.",
    },
    Words {
        label: "Curriculum left out",
        meaning: "New models are planned without the curriculum people and the instructional coaches, and \
                  too late to fit what schools teach already.",
    },
    Words {
        label: "No capacity inside",
        meaning: "The plan does not make principals lead the change, or leaves the message and the \
                  training to vendors.",
    },
    Words {
        label: "Starting in the wrong schools",
        meaning: "Politics or the terms of a grant choose the first schools, though staff or culture are \
                  not ready there.",
    },
    Words {
        label: "Parents, board and press lost",
        meaning: "The plan is told once, at the start, and nothing follows.",
    },
    Words {
        label: "The wrong technology",
        meaning: "Devices are chosen before the goals of teaching, without software in mind, references \
                  checked, or a plan and money to keep them running.",
    },
];
