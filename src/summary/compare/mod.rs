//! Runs side by side: what differs in their settings and in their outcomes, and what a change did.
//!
//! A [`Digest`] is what is kept of a run. Two digests of one seed make a [`Pair`], which tells
//! differences future by future; where four fifths of the futures do not agree on the sign, it says "no
//! clear difference". There is never one score.

mod change;
mod changed;
mod difference;
mod differing;
mod digest;
mod dimensions;
#[cfg(test)]
pub mod examples;
mod meaning;
mod mechanisms;
mod paired;
mod question;
mod row;
mod said;
mod setbacks;
mod table;
mod telling;
mod things;
mod unit;
mod yardstick;

pub use change::{Change, change};
pub use difference::{Difference, NO_CLEAR_DIFFERENCE};
pub use differing::{SettingRow, differing};
pub use digest::{Course, Digest};
pub use dimensions::{Dimension, Reading, dimensions};
pub use paired::{Order, Pair, Unpaired};
pub use question::Question;
pub use row::{At, Better, Row};
pub use said::{said, said_otherwise};
pub use setbacks::{Frequency, Setback, setbacks};
pub use table::{Cell, Comparison, NOW, Named, OutcomeRow};
pub use unit::Unit;
pub use yardstick::Yardstick;
