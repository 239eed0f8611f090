//! Counts with what they count.

use crate::plural;

/// "1 school", "100 schools".
pub fn schools(count: u32) -> String {
    plural!(count, "{count} school", "{count} schools")
}
