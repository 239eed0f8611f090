//! What this is not, in the sentences of the page's foot and of everything that is taken along; to be
//! said through `language::phrase`.

use crate::language::to_phrase;

/// First of all.
pub const NOT_A_FORECAST: &str = to_phrase("A thinking tool, not a forecast.");

/// What the bands leave out, and what is known to be wrong.
pub const LEFT_OUT: &str = to_phrase(
    "Bands show chance among simulated futures; how uncertain the constants are \
                            they show only if you ask for it. Most constants are judgements; some were \
                            fitted to published counts, and the direction in which each decision acts was \
                            assumed, not found. In this model stopped schools never return, mid-year \
                            starts cost nothing, and trust moves slowly and matters little where coaching \
                            is short.",
);

/// What to do with it all the same.
pub const COMPARE_ONLY: &str =
    to_phrase("Compare settings; do not quote a single number as a prediction.");
