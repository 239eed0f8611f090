//! Results as tidy CSV: one row a month, measure and statistic.

use super::Ensemble;
use crate::model::Measure;
use std::fmt::Write;

/// The whole ensemble as CSV with the header `month,measure,statistic,value`, numbers in full
/// precision (they read back to the same bits). Empty but for the header without runs.
pub fn to_csv(ensemble: &Ensemble) -> String {
    let mut csv = String::from("month,measure,statistic,value\n");
    for month in 0..=ensemble.months() {
        for &measure in Measure::ALL {
            let Some(statistics) = ensemble.statistics(measure, month) else { continue };
            for (statistic, value) in statistics.named() {
                // Writing to a String cannot fail.
                let _ = writeln!(csv, "{month},{},{statistic},{value}", measure.key());
            }
        }
    }
    csv
}
