//! Real districts with published counts: what was counted, what we read into their accounts, and whether the model,
//! held to all counts but the last, meets the last one.
//!
//! A [`Case`] carries facts and their source; everything else follows from it: the [`Scenario`] that reads its
//! account, the futures held to its counts ([`HeldOut`]), and its [`Verdict`]. A [`Prediction`] is the same for a
//! count that nobody knows yet. Native only: the page shows what was rendered of them (`markup::cases`,
//! `public/cases.html`).
//!
//! The months of a case count from its first count: those schools are under way at month 0. A school year and a year
//! stand at their July, which is how the presets read them.
//!
//! [`Scenario`]: crate::scenario::Scenario

mod case;
mod count;
mod gallery;
mod held_out;
mod prediction;
mod reading;
mod wording;

pub use case::{Case, Schools};
pub use count::{CaseCount, Counted, Exactness, When};
pub use gallery::CASES;
pub use held_out::{HeldOut, Scored, Verdict, in_order_of_verdict, until};
pub use prediction::{Prediction, Score};
pub use reading::Reading;
pub use wording::*;
