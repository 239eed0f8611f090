//! The normal distribution.

use std::f64::consts::SQRT_2;

/// The share of a standard normal distribution below `x`.
pub fn below(x: f64) -> f64 {
    0.5 * libm::erfc(-x / SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_below_are_those_of_the_tables() {
        for (x, share) in
            [(0.0, 0.5), (1.0, 0.841_344_746), (-1.959_964, 0.025), (3.0, 0.998_650_102)]
        {
            assert!((below(x) - share).abs() < 1e-8, "{x}: {}", below(x));
        }
    }
}
