//! What the page claims about more than one future:
//!
//! - `pseudo_districts`: intervals of futures held to counts contain as many truths as they say;
//! - `slow_and_fast`: how far the best-known claims about Chicago hold, as fixtures;
//! - `scopes`: no text makes a claim without saying how far it holds;
//! - `said`: nor does anything that the page renders of them;
//! - `tasks`: the answers in `docs/tasks.md` are those of the page.

mod pseudo_districts;
mod said;
mod scopes;
mod simulated;
mod slow_and_fast;
mod tasks;
