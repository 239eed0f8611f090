//! Comparing runs: how their settings and their outcomes differ, and the effects of a change.
//!
//! A [`Digest`] is the compact form of a run's ensemble. Two digests with the same seed make a [`Pair`],
//! which computes differences future by future; where fewer than four fifths of the futures agree on the
//! sign, the text is "no clear difference". There is never a single score.

mod caution;
mod change_effect;
mod count_phrases;
mod differing_settings;
mod digest;
mod dimensions;
mod mechanisms;
mod metric_info;
mod outcome_difference;
mod outcome_metric;
mod paired;
mod question;
mod recorded_medians;
mod sentence;
mod setbacks;
mod setting_change;
mod table;
#[cfg(test)]
pub mod test_ensembles;
mod unit;

pub use change_effect::{ChangeEffect, describe_change};
pub use differing_settings::{SettingRow, differing_settings};
pub use digest::{Course, Digest};
pub use dimensions::{Dimension, Reading, dimensions};
pub use metric_info::{Better, MetricInfo, ReadAt};
pub use outcome_difference::{NO_CLEAR_DIFFERENCE, OutcomeDifference};
pub use outcome_metric::OutcomeMetric;
pub use paired::{Order, Pair, Unpaired};
pub use question::Question;
pub use recorded_medians::{
    changes_since_recorded, changes_since_version, medians_of, medians_to_record,
};
pub use setbacks::{Frequency, Setback, setbacks};
pub use table::{CURRENT_RUN, Cell, Comparison, NamedRun, OutcomeRow};
pub use unit::Unit;
