//! Quantiles of weighted futures.

use crate::ensemble::Quantiles;
use crate::model::sort_key;

/// The quantiles of a sample with weights; `None` without weight. Each value stands in the middle of its weight,
/// and the first and the last at the ends: with equal weights they are the quantiles of [`Quantiles::of`].
pub fn weighted_quantiles(sample: &[f64], weights: &[f64]) -> Option<Quantiles> {
    let order = sort_key::ascending(sample);
    let sorted: Vec<(f64, f64)> = order
        .into_iter()
        .map(|place| (sample[place as usize], weights[place as usize]))
        .filter(|(_, weight)| *weight > 0.0)
        .collect();
    let (&(lowest, first), &(_, last)) = (sorted.first()?, sorted.last()?);
    let all: f64 = sorted.iter().map(|(_, weight)| weight).sum();
    let span = all - (first + last) / 2.0;
    let at = |share: f64| {
        let position = share * span;
        let (mut before, mut value, mut half) = (0.0, lowest, first / 2.0);
        for &(next, weight) in &sorted[1..] {
            let step = half + weight / 2.0;
            if before + step >= position {
                return between(value, next, (position - before) / step);
            }
            (before, value, half) = (before + step, next, weight / 2.0);
        }
        value
    };
    Some(Quantiles { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) })
}

/// A value between two; there is no interpolation toward infinity: the nearer of the two.
fn between(low: f64, high: f64, part: f64) -> f64 {
    if low.is_finite() && high.is_finite() {
        low + (high - low) * part
    } else if part < 0.5 {
        low
    } else {
        high
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(quantiles: Quantiles) -> [f64; 5] {
        let Quantiles { p10, p25, p50, p75, p90 } = quantiles;
        [p10, p25, p50, p75, p90]
    }

    #[test]
    fn with_equal_weights_they_are_those_without() {
        for n in [1, 2, 5, 40] {
            let sample: Vec<f64> = (0..n).map(|i| f64::from(i * 37 % 41)).collect();
            let weighted = numbers(weighted_quantiles(&sample, &vec![0.3; n as usize]).unwrap());
            let without = numbers(Quantiles::of(sample).unwrap());
            for (a, b) in weighted.into_iter().zip(without) {
                assert!((a - b).abs() < 1e-12, "{weighted:?} and {without:?}");
            }
        }
    }

    #[test]
    fn futures_without_weight_count_nothing_and_heavy_ones_pull() {
        let sample = [5.0, 1.0, 900.0, 3.0];
        let found = weighted_quantiles(&sample, &[1.0, 1.0, 0.0, 1.0]).unwrap();
        assert_eq!(numbers(found), numbers(Quantiles::of(vec![5.0, 1.0, 3.0]).unwrap()));
        let heavy = weighted_quantiles(&sample, &[9.0, 1.0, 0.0, 1.0]).unwrap();
        assert!(heavy.p50 > found.p50 && heavy.p50 < 5.0, "{heavy:?}");
        assert_eq!(weighted_quantiles(&sample, &[0.0; 4]), None);
        assert_eq!(weighted_quantiles(&[], &[]), None);
    }

    #[test]
    fn what_never_happens_in_most_futures_has_no_median_date() {
        let never = f64::INFINITY;
        let dates = [12.0, 24.0, never, never];
        assert_eq!(weighted_quantiles(&dates, &[1.0, 1.0, 9.0, 9.0]).unwrap().p50, never);
        assert_eq!(weighted_quantiles(&dates, &[9.0, 9.0, 1.0, 1.0]).unwrap().p50, 22.0);
    }
}
