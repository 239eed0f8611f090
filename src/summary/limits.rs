//! What this tool is not: the sentences in the page's footer and in everything that is exported;
//! displayed through `language::phrase`.

use crate::language::to_phrase;

/// The most important one.
pub const NOT_A_FORECAST: &str = to_phrase("A thinking tool, not a forecast.");

/// What the bands omit, and known simplifications.
pub const LEFT_OUT: &str = to_phrase(
    "The dark bands show chance alone, the light ones also what nobody knows of the model\u{2019}s constants. Most \
     constants are judgments; some were fitted to published counts, and the direction in which each decision acts \
     was assumed, not found. In this model stopped schools never return, mid-year starts cost nothing, and trust \
     moves slowly and matters little where coaching is short.",
);

/// How to use it nevertheless.
pub const COMPARE_ONLY: &str =
    to_phrase("Compare settings; do not quote a single number as a prediction.");
