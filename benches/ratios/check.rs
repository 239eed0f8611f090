//! Checks whether a program computes R1 at all: how many schools have ever started, on average.

/// Number of futures over which a program is checked.
pub const FUTURES: u64 = 4_000;
/// The expected numbers of schools in these months.
const EXPECTED: [(usize, f64); 2] = [(24, 86.2), (120, 479.9)];
/// The tolerance, in schools.
const TOLERANCE: f64 = 0.5;

/// Asserts that a program computes R1: `ever` are the schools that ever started, by month, on average
/// over [`FUTURES`].
pub fn assert_is_r1(program: &str, ever: &[f64]) {
    for (month, expected) in EXPECTED {
        let found = ever[month];
        assert!(
            (found - expected).abs() < TOLERANCE,
            "{program} does not do R1: {found} schools by month {month} instead of {expected}"
        );
    }
}

/// Schools that ever started, by month, on average over this many futures.
pub fn mean_ever(futures: u64, ever: impl Fn(u64) -> Vec<f64>) -> Vec<f64> {
    let mut sums = ever(0);
    for replicate in 1..futures {
        for (sum, ever) in sums.iter_mut().zip(ever(replicate)) {
            *sum += ever;
        }
    }
    sums.into_iter().map(|sum| sum / futures as f64).collect()
}
