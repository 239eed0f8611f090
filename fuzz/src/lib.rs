//! What fuzzing holds: a function a target, from any bytes to the properties that must hold of them.
//! A broken property panics.
//!
//! The targets in `fuzz_targets` feed these functions from libFuzzer, and `tests/fuzz_inputs.rs` of the
//! crate from the kept corpus and a seeded generator, with no more than stable Rust.

mod future;
#[path = "../../tests/invariants/mod.rs"]
mod invariants;
mod nearly_right;
mod reading;

pub use future::{FutureToTry, future};
pub use reading::{file, link};

/// Any valid scenario runs with every invariant held, and survives its link and its file.
pub fn simulate(bytes: &[u8]) {
    let FutureToTry { scenario, replicate } = future(bytes);
    invariants::checked_run(&scenario, replicate);
    reading::survives_link_and_file(&scenario);
}
