//! Real districts with published counts, the page's gallery of them, and the register of predictions:
//!
//! - `facts`: each case has the counts of its sources, and what is not observed is not scored;
//! - `held_out`: what came of the last counts, as fixtures, and that misses come first;
//! - `register`: every prediction is computed again from its file, whose fingerprint holds;
//! - `published`: the generated gallery and `MODEL.md` are up to date and complete.

mod facts;
mod held_out;
mod published;
mod register;
#[path = "../rendered/mod.rs"]
mod rendered;

use districtwide::cases::{CASES, Case, Scored, in_order_of_verdict};
use std::sync::LazyLock;

/// The scored cases; simulated once.
static SCORED: LazyLock<Vec<Scored>> = LazyLock::new(|| in_order_of_verdict(&CASES));

/// The case with this key.
fn case(key: &str) -> &'static Case {
    CASES.iter().find(|case| case.key == key).expect("a case")
}

/// The scored case with this key.
fn scored(key: &str) -> &'static Scored {
    SCORED.iter().find(|scored| CASES[scored.place].key == key).expect("a scored case")
}
