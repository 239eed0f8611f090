//! The fuzz targets: one function per target, from arbitrary bytes to the properties that must hold. A
//! broken property panics.
//!
//! The targets in `fuzz_targets` call these functions from libFuzzer, and the crate's
//! `tests/fuzz_inputs.rs` calls them with the stored corpus and a seeded generator on stable Rust.

mod future;
#[path = "../../tests/invariants/mod.rs"]
mod invariants;
mod nearly_valid;
mod round_trips;
mod tables;
#[path = "../../tests/table/workbook_file.rs"]
mod workbook_file;

pub use future::{FuzzedFuture, future};
pub use round_trips::{file, link};
pub use tables::table;

/// Every valid scenario runs with all invariants satisfied, and survives the round trip through its link
/// and its file.
pub fn simulate(bytes: &[u8]) {
    let FuzzedFuture { scenario, replicate } = future(bytes);
    invariants::checked_run(&scenario, replicate);
    round_trips::assert_survives_link_and_file(&scenario);
}
