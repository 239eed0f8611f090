//! The geometry of the adoption chart, and of the small curves in the cards, as plain numbers and SVG
//! paths.
//!
//! Conventions: pixels, x to the right, y downwards, the origin at the top left of the drawing; data are
//! months and schools.

mod adoption;
mod path;
mod scale;
mod small_curve;
#[cfg(not(target_arch = "wasm32"))]
mod sparkline;
mod stack;

pub use adoption::{AdoptionChart, Frame, Mark, Tick};
pub use path::{area, line};
pub use scale::{Scale, nice_ceiling, tick_step};
pub use small_curve::SmallCurve;
#[cfg(not(target_arch = "wasm32"))]
pub use sparkline::Sparkline;
pub use stack::NAMES_FROM_RIGHT;
