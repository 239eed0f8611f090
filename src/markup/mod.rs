//! The parts of the page rendered as HTML and SVG strings: everything displayed, and the fields of forms.
//!
//! They can be rendered and tested without a browser; their event handlers are in `ui`. The template
//! library escapes every text, so nothing that a person has entered becomes markup.

mod brief;
#[cfg(not(target_arch = "wasm32"))]
mod cards;
#[cfg(not(target_arch = "wasm32"))]
mod cases;
pub mod changes;
pub mod chart;
mod compare;
pub mod compare_chart;
mod decisions;
pub mod district;
mod embed;
mod explain;
pub mod export;
mod form;
pub mod guide;
pub mod outcomes;
pub mod picture;
mod settings;
mod share;
mod small_curve;
mod spending;
pub mod strip;
mod table;
#[cfg(not(target_arch = "wasm32"))]
mod trust;
mod turning;
pub mod your_district;

pub use brief::{Brief, brief};
#[cfg(not(target_arch = "wasm32"))]
pub use cards::cards;
#[cfg(not(target_arch = "wasm32"))]
pub use cases::cases;
pub use changes::changes;
pub use chart::chart;
pub use compare::{ComparisonMarkup, compare};
pub use compare_chart::compare_chart;
pub use decisions::decisions;
pub use district::district;
pub use embed::embed_form;
pub use export::export;
pub use guide::guide;
pub use outcomes::{large_outcomes, outcome_dates, outcomes};
pub use settings::{fields_next_to_chart, section_content, settings};
pub use share::{link_contents, qr_code};
pub use small_curve::{small_curve, small_share};
pub use spending::spending;
pub use table::table;
#[cfg(not(target_arch = "wasm32"))]
pub use trust::trust;
pub use turning::turning;
pub use your_district::your_district;
