//! A random surveyed district: seven decisions drawn from what surveyed leaders chose (specification,
//! section 7).

use super::random::{Draws, Stream};
use crate::scenario::Decisions;
use crate::scenario::decision_ends::DECISIONS;

/// The shares near either end where none is published.
const UNKNOWN: (f64, f64) = (1.0 / 3.0, 1.0 / 3.0);

/// The decisions of the surveyed district with this number.
pub fn surveyed_decisions(seed: u64, number: u64) -> Decisions {
    let draws = Draws::new(seed, number);
    let position = |decision: usize| {
        let (first, second) = DECISIONS[decision].survey.unwrap_or(UNKNOWN);
        let third = draws.uniform(Stream::Survey, decision, 0);
        let low = if third < first {
            -1.0
        } else if third < 1.0 - second {
            -1.0 / 3.0
        } else {
            1.0 / 3.0
        };
        low + draws.uniform(Stream::Survey, decision, 1) * 2.0 / 3.0
    };
    Decisions {
        central_decentral: position(0),
        fast_slow: position(1),
        need_readiness: position(2),
        build_buy: position(3),
        fixed_adapt: position(4),
        package_modules: position(5),
        best_process: position(6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Specification, test 22.
    #[test]
    fn five_thousand_draws_have_the_surveyed_shares_within_two_points() {
        let draws: Vec<[f64; 7]> = (0..5_000)
            .map(|number| {
                let d = surveyed_decisions(1, number);
                [
                    d.central_decentral,
                    d.fast_slow,
                    d.need_readiness,
                    d.build_buy,
                    d.fixed_adapt,
                    d.package_modules,
                    d.best_process,
                ]
            })
            .collect();
        for (decision, ends) in DECISIONS.iter().enumerate() {
            let (first, second) = ends.survey.unwrap_or(UNKNOWN);
            let share = |near: &dyn Fn(f64) -> bool| {
                draws.iter().filter(|d| near(d[decision])).count() as f64 / draws.len() as f64
            };
            let near_first = share(&|d| d < -1.0 / 3.0);
            let near_second = share(&|d| d >= 1.0 / 3.0);
            assert!((near_first - first).abs() < 0.02, "{}: {near_first} near -1", ends.key);
            assert!((near_second - second).abs() < 0.02, "{}: {near_second} near 1", ends.key);
        }
    }
}
