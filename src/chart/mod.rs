//! The geometry of the charts as plain numbers and SVG paths.
//!
//! Conventions: units are pixels, x to the right, y downward, the origin at the top left of the drawing;
//! data are months and schools.

mod adoption;
mod axes;
mod bands;
mod columns;
mod compare;
mod district;
mod path;
mod scale;
mod small_curve;
#[cfg(not(target_arch = "wasm32"))]
mod sparkline;
mod spending;
mod stack;
mod strip;

pub use adoption::{AdoptionChart, End, Frame, Kept, Mark};
pub use axes::{Axes, Tick};
pub use bands::GOAL_ABOVE;
pub use compare::CompareChart;
pub use district::{DistrictMap, STAGES};
pub use path::{area, line};
pub use scale::{Scale, nice_ceiling, tick_step};
pub use small_curve::SmallCurve;
#[cfg(not(target_arch = "wasm32"))]
pub use sparkline::Sparkline;
pub use spending::SpendingBar;
pub use stack::NAMES_FROM_RIGHT;
pub use strip::Strip;
