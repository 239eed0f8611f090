//! Who watches a future while it runs.
//!
//! The engine keeps no history: a witness looks at it between the steps and tells what has changed. So
//! a run that nobody watches pays nothing, and one that is watched has the same bits.

use super::Future;
use super::coaching::Support;

/// What [`super::run`] shows of a future.
pub trait Witness {
    /// Before step 2: the word that goes round this month.
    fn hears(&mut self, future: &Future<'_>, support: &Support);
    /// Before step 6: the risks of stopping this month.
    fn weighs(&mut self, future: &Future<'_>);
    /// At the start and after a step that moves schools: where they stand. `month` is the first row of
    /// the run that shows it.
    fn sees(&mut self, future: &Future<'_>, month: u32);
}

/// Nobody watches.
pub struct Nobody;

impl Witness for Nobody {
    fn hears(&mut self, _: &Future<'_>, _: &Support) {}
    fn weighs(&mut self, _: &Future<'_>) {}
    fn sees(&mut self, _: &Future<'_>, _: u32) {}
}
