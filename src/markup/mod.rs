//! The parts of the page as HTML and SVG texts: what is to be looked at, and the fields of forms.
//!
//! They need no browser to be made or tested; what moves them is in `ui`. The template library
//! escapes every text, so nothing that a person has entered becomes markup.

mod brief;
#[cfg(not(target_arch = "wasm32"))]
mod cards;
pub mod chart;
mod compare;
pub mod compare_chart;
mod decisions;
pub mod district;
mod embed;
mod explain;
mod form;
pub mod outcomes;
pub mod picture;
mod settings;
mod share;
mod small_curve;
mod table;
pub mod take_along;
#[cfg(not(target_arch = "wasm32"))]
mod trust;

pub use brief::{Brief, brief};
#[cfg(not(target_arch = "wasm32"))]
pub use cards::cards;
pub use chart::chart;
pub use compare::compare;
pub use compare_chart::compare_chart;
pub use decisions::decisions;
pub use district::district;
pub use embed::embed_form;
pub use outcomes::outcomes;
pub use settings::{beside_the_chart, section_content, settings};
pub use share::{in_the_link, qr_code};
pub use small_curve::{small_curve, small_share};
pub use table::table;
pub use take_along::take_along;
#[cfg(not(target_arch = "wasm32"))]
pub use trust::trust;
