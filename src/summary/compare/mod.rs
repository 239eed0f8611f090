//! Comparing runs: how their settings and their outcomes differ, and the effects of a change.
//!
//! A [`Digest`] is the compact form of a run's ensemble, and [`Worlds`] of the same scenario with unknowns. Two
//! digests with the same seed make a [`Pair`], which computes differences future by future, each with its scope
//! (`analysis::Scope`): no claim is made without it. There is never a single score.

mod caution;
mod change_effect;
mod claims;
mod count_phrases;
mod differing_settings;
mod digest;
mod dimensions;
mod mechanisms;
mod metric_info;
mod outcome_difference;
mod outcome_metric;
mod paired;
mod recorded_medians;
mod sentence;
mod setbacks;
mod setting_change;
mod shown_change;
mod table;
#[cfg(test)]
pub mod test_ensembles;
pub mod turning;
mod unit;
mod worlds;
mod year_ends;

pub use change_effect::{ChangeEffect, describe_change};
pub use claims::short_mark;
pub use differing_settings::{SettingRow, differing_settings};
pub use digest::{Course, Digest};
pub use dimensions::{Dimension, Reading, dimensions};
pub use metric_info::{Better, MetricInfo, ReadAt};
pub use outcome_difference::OutcomeDifference;
pub use outcome_metric::OutcomeMetric;
pub use paired::{Pair, Unpaired};
pub use recorded_medians::{
    changes_since_recorded, changes_since_version, medians_of, medians_to_record,
};
pub use setbacks::{Frequency, Setback, setbacks};
pub use shown_change::{LARGE, ShownChange, shown_changes};
pub use table::{CURRENT_RUN, Cell, Comparison, MARKS, NamedRun, OutcomeRow};
pub use unit::Unit;
pub use worlds::{EFFECTIVE, Worlds, hold_to_counts};
pub use year_ends::year_ends;
