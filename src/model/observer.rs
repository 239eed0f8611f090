//! Observing a future while it runs.
//!
//! The engine keeps no history: an observer looks at it between the steps and records what has changed.
//! So a run without an observer pays nothing, and an observed run has the same bits.

use super::Future;
use super::coaching::Support;

/// Called by [`super::run`] between the steps of a future.
pub trait Observer {
    /// Before step 2, with the word of mouth of this month.
    fn before_volunteering(&mut self, future: &Future<'_>, support: &Support);
    /// After step 3, with the schools that coaching had room for and money did not.
    fn after_intake(&mut self, future: &Future<'_>, refused: &[u32]);
    /// Before step 6, with the stop rates of this month.
    fn before_stops(&mut self, future: &Future<'_>);
    /// At the start and after every step that moves schools. `month` is the first row of the run that
    /// shows the change.
    fn after_moves(&mut self, future: &Future<'_>, month: u32);
}

/// The observer of an unobserved run.
pub struct NoObserver;

impl Observer for NoObserver {
    fn before_volunteering(&mut self, _: &Future<'_>, _: &Support) {}
    fn after_intake(&mut self, _: &Future<'_>, _: &[u32]) {}
    fn before_stops(&mut self, _: &Future<'_>) {}
    fn after_moves(&mut self, _: &Future<'_>, _: u32) {}
}
