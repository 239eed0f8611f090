//! Clocks: hazards without monthly draws.
//!
//! A clock accumulates `rate * dt` in each month in which it runs, and rings once the accumulated hazard
//! reaches a threshold drawn from an exponential distribution with mean 1. That is the law of a hazard;
//! but when a rate changes in another scenario, only the month of the ring moves: the threshold stays the
//! same.

use super::DT;
use super::random::{Draws, Stream};

/// A month that is never reached.
pub const NEVER: u32 = u32::MAX;

/// The accumulated hazard at which a clock rings.
pub fn threshold(draws: &Draws, stream: Stream, index: usize, occurrence: u64) -> f64 {
    -libm::log(draws.uniform(stream, index, occurrence))
}

/// The month in which a clock rings that accumulates `rate` (per year) in every month from `first` on.
pub fn ring_at_steady_rate(threshold: f64, rate: f64, first: u32) -> u32 {
    let months = (threshold / (rate * DT)).ceil();
    // At least one month because the threshold is above 0; a rate of 0 never rings.
    if months < f64::from(NEVER - first) { first + months as u32 - 1 } else { NEVER }
}

/// A single clock; the clocks of schools are stored in flat arrays.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    hazard: f64,
    threshold: f64,
    occurrence: u64,
}

impl Clock {
    /// A clock at its first occurrence.
    pub fn new(draws: &Draws, stream: Stream, index: usize) -> Self {
        Self::at_occurrence(draws, stream, index, 0)
    }

    fn at_occurrence(draws: &Draws, stream: Stream, index: usize, occurrence: u64) -> Self {
        let threshold = threshold(draws, stream, index, occurrence);
        Self { hazard: 0.0, threshold, occurrence }
    }

    /// Runs for one month at this rate (per year); returns whether the clock rings or is still ringing.
    pub fn run(&mut self, rate: f64) -> bool {
        self.hazard += rate * DT;
        self.hazard >= self.threshold
    }

    /// Restarts the clock for its next occurrence.
    pub fn restart(&mut self, draws: &Draws, stream: Stream, index: usize) {
        *self = Self::at_occurrence(draws, stream, index, self.occurrence + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_rings_when_the_accumulated_hazard_reaches_its_threshold_and_keeps_ringing() {
        let draws = Draws::new(1, 0);
        // -ln(0.280964...) = 1.2695: the first month at 12 per year accumulates 1, the second 2.
        let mut clock = Clock::new(&draws, Stream::Volunteer, 0);
        assert!(!clock.run(12.0));
        assert!(clock.run(12.0));
        assert!(clock.run(0.0));
    }

    #[test]
    fn a_restarted_clock_waits_for_its_next_occurrence() {
        let draws = Draws::new(1, 0);
        let mut clock = Clock::new(&draws, Stream::Stop, 4);
        assert!(clock.run(1e9));
        clock.restart(&draws, Stream::Stop, 4);
        assert!(!clock.run(0.0));
        assert_eq!(clock.threshold, threshold(&draws, Stream::Stop, 4, 1));
    }

    #[test]
    fn a_rate_of_zero_keeps_the_accumulated_hazard() {
        let draws = Draws::new(1, 0);
        let mut clock = Clock::new(&draws, Stream::Volunteer, 0);
        clock.run(12.0);
        clock.run(0.0);
        assert_eq!(clock.hazard, 1.0);
    }

    #[test]
    fn at_a_steady_rate_the_month_of_the_ring_is_known_in_advance() {
        let draws = Draws::new(1, 0);
        for index in 0..1_000 {
            let rate = 0.05 + 0.001 * index as f64;
            let mut clock = Clock::new(&draws, Stream::Principal, index);
            let rings = (3..).find(|_| clock.run(rate)).expect("it rings some day");
            let threshold = threshold(&draws, Stream::Principal, index, 0);
            assert_eq!(ring_at_steady_rate(threshold, rate, 3), rings, "school {index}");
        }
        assert_eq!(ring_at_steady_rate(1.0, 0.0, 3), NEVER);
        assert_eq!(ring_at_steady_rate(1e300, 1e-300, 0), NEVER);
    }
}
