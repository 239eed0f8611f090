//! The check trace of the specification, section 9: defaults, seed 1, replicate 0.

use districtwide::model::{Measure, Measure::*, simulate};
use districtwide::scenario::Scenario;

/// Counts, which must match exactly.
const COUNTS: [Measure; 8] =
    [Ever, Active, Waiting, Introductory, Pilot, Whole, Stopped, Sustained];
/// The other measures, which must match within 1e-6 relative. The specification prints them rounded: to 6
/// decimals, the cost to 3.
const REST: [Measure; 6] = [Depth, Ownership, Credibility, KnowHow, CapacityRatio, Cost];

#[rustfmt::skip]
const TRACE: [(u32, [f64; 8], [f64; 6]); 4] = [
    (0, [4., 4., 0., 3., 1., 0., 0., 0.], [0.300660, 0.000000, 0.500000, 0.200000, 1.000000, 0.000]),
    (12, [5., 5., 0., 2., 3., 0., 0., 0.], [0.414934, 0.095547, 0.450364, 0.258770, 1.000000, 794.155]),
    (36, [24., 21., 2., 6., 9., 6., 3., 3.], [0.451749, 0.167989, 0.488736, 0.497893, 0.802979, 4647.461]),
    (96, [30., 23., 12., 4., 4., 15., 7., 16.], [0.709512, 0.562357, 0.798715, 0.842651, 1.000000, 17549.661]),
];

#[test]
fn the_default_scenario_follows_the_check_trace() {
    let run = simulate(&Scenario::default(), 0);
    for (month, counts, rest) in TRACE {
        for (measure, expected) in COUNTS.into_iter().zip(counts) {
            assert_eq!(run.at(measure, month), expected, "{} in month {month}", measure.key());
        }
        for (measure, expected) in REST.into_iter().zip(rest) {
            let found = run.at(measure, month);
            // Half of the last printed digit is added to the tolerance.
            let rounding = if measure == Cost { 0.5e-3 } else { 0.5e-6 };
            assert!(
                (found - expected).abs() <= 1e-6 * expected.abs() + rounding,
                "{} in month {month}: {found} instead of {expected}",
                measure.key()
            );
        }
    }
}
