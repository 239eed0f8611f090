//! The parts of the page that are only to be looked at, as HTML and SVG texts.
//!
//! They need no browser to be made or tested; what a person can move is in `ui`. The template library
//! escapes every text, so nothing that a person has entered becomes markup.

mod chart;
mod outcomes;
mod table;
#[cfg(not(target_arch = "wasm32"))]
mod trust;

pub use chart::chart;
pub use outcomes::outcomes;
pub use table::table;
#[cfg(not(target_arch = "wasm32"))]
pub use trust::trust;
