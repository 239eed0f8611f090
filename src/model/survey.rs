//! A random surveyed district: seven decisions drawn from the published choices of surveyed leaders
//! (specification, section 7).

use super::random::{Draws, Stream};
use crate::scenario::Decisions;
use crate::scenario::decision_ends::DECISIONS;

/// The shares near either end where the survey did not publish any.
const UNKNOWN: (f64, f64) = (1.0 / 3.0, 1.0 / 3.0);

/// The decisions of the surveyed district with this number: random, with the survey's distribution.
pub fn surveyed_decisions(seed: u64, number: u64) -> Decisions {
    let draws = Draws::new(seed, number);
    let position = |decision: usize| {
        let (first, second) = DECISIONS[decision].survey.unwrap_or(UNKNOWN);
        let third = draws.uniform(Stream::Survey, decision, 0);
        let low = if third < first {
            -1.0
        } else if third < 1.0 - second {
            -1.0 / 3.0
        } else {
            1.0 / 3.0
        };
        low + draws.uniform(Stream::Survey, decision, 1) * 2.0 / 3.0
    };
    Decisions {
        central_decentral: position(0),
        fast_slow: position(1),
        need_readiness: position(2),
        build_buy: position(3),
        fixed_adapt: position(4),
        package_modules: position(5),
        best_process: position(6),
    }
}
