//! What holds of more than one future: how far a comparison holds once the unknowns are drawn, and how far
//! published counts narrow them.
//!
//! A *future* has one luck in one *world*, a draw of all unknowns: the constants of the model that nobody has
//! measured. A claim about two settings is computed on pairs of futures with the same luck and the same world.
//! Pure numbers: the texts are in `summary`.

mod counts;
mod normal;
mod scope;
mod weighted;

pub use counts::{
    Count, Held, Meaning, choose_effective, counts_of, effective, history_of, weight,
};
pub use scope::{MAX_PAIRS, MIN_PAIRS, Mark, Scope, Shares};
pub use weighted::weighted_quantiles;
