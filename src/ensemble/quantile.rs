//! Quantiles, mean and standard deviation of a sample.

use crate::language::to_phrase;
use crate::model::sort_key::{key, value};

/// Five quantiles of a sample: linear between the two nearest of the sorted values (type 7 of Hyndman
/// and Fan 1996, the default of R and NumPy).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantiles {
    /// 10 % of the futures are below.
    pub p10: f64,
    /// 25 % are below.
    pub p25: f64,
    /// The median.
    pub p50: f64,
    /// 75 % are below.
    pub p75: f64,
    /// 90 % are below.
    pub p90: f64,
}

impl Quantiles {
    /// The quantiles of a sample in any order; `None` for an empty one.
    pub fn of(sample: Vec<f64>) -> Option<Self> {
        if sample.is_empty() {
            return None;
        }
        let mut keys: Vec<i64> = sample.into_iter().map(key).collect();
        keys.sort_unstable();
        let at = |share| quantile(&keys, share);
        Some(Self { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) })
    }
}

/// The quantile of a nonempty sample, given its sorted keys.
fn quantile(sorted: &[i64], share: f64) -> f64 {
    let position = share * (sorted.len() - 1) as f64;
    let below = position.floor();
    let low = value(sorted[below as usize]);
    let high = value(sorted[(below as usize + 1).min(sorted.len() - 1)]);
    let part = position - below;
    if low.is_finite() && high.is_finite() {
        low + (high - low) * part
    } else {
        // There is no interpolation toward infinity: take the nearer of the two.
        if part < 0.5 { low } else { high }
    }
}

/// All statistics of a sample that the files contain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Statistics {
    /// The mean.
    pub mean: f64,
    /// The standard deviation with denominator n - 1; 0 for one run.
    pub sd: f64,
    /// The quantiles.
    pub quantiles: Quantiles,
}

impl Statistics {
    /// The meaning of each statistic, by its name in files; displayed through `language::phrase`.
    pub const MEANINGS: [(&str, &str); 7] = [
        ("mean", to_phrase("The mean over all futures.")),
        (
            "sd",
            to_phrase(
                "The standard deviation over all futures, with n - 1 below the line; 0 for one future.",
            ),
        ),
        (
            "p10",
            to_phrase(
                "The 10 % quantile: 10 of 100 futures lie below. Quantiles are those of type 7, the default of R and NumPy.",
            ),
        ),
        ("p25", to_phrase("The 25 % quantile.")),
        ("p50", to_phrase("The 50 % quantile, the median.")),
        ("p75", to_phrase("The 75 % quantile.")),
        ("p90", to_phrase("The 90 % quantile.")),
    ];

    /// The statistics of a sample; `None` for an empty one. Mean and deviation are summed in the order of
    /// the sample.
    pub fn of(sample: Vec<f64>) -> Option<Self> {
        let n = sample.len() as f64;
        let mean = sample.iter().sum::<f64>() / n;
        let squares: f64 = sample.iter().map(|x| (x - mean) * (x - mean)).sum();
        let sd = if sample.len() > 1 { (squares / (n - 1.0)).sqrt() } else { 0.0 };
        Some(Self { mean, sd, quantiles: Quantiles::of(sample)? })
    }

    /// Names and values, as the files contain them.
    pub fn named(&self) -> [(&'static str, f64); 7] {
        let q = &self.quantiles;
        [
            ("mean", self.mean),
            ("sd", self.sd),
            ("p10", q.p10),
            ("p25", q.p25),
            ("p50", q.p50),
            ("p75", q.p75),
            ("p90", q.p90),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_linear_between_the_nearest_values() {
        // From numpy.quantile([1, 2, 4, 8], [.1, .25, .5, .75, .9]).
        let q = Quantiles::of(vec![8.0, 1.0, 4.0, 2.0]).unwrap();
        assert_eq!((q.p25, q.p50, q.p75), (1.75, 3.0, 5.0));
        assert!((q.p10 - 1.3).abs() < 1e-12 && (q.p90 - 6.8).abs() < 1e-12);
    }

    #[test]
    fn next_to_infinity_a_quantile_is_one_of_its_two_neighbors() {
        let q = Quantiles::of(vec![f64::INFINITY, 1.0, 2.0, f64::INFINITY, 3.0]).unwrap();
        assert_eq!((q.p25, q.p50, q.p75), (2.0, 3.0, f64::INFINITY));
        let never = Quantiles::of(vec![f64::INFINITY; 4]).unwrap();
        assert_eq!((never.p10, never.p90), (f64::INFINITY, f64::INFINITY));
    }

    #[test]
    fn the_band_of_one_run_is_the_run() {
        let s = Statistics::of(vec![5.0]).unwrap();
        assert_eq!((s.mean, s.sd, s.quantiles.p10, s.quantiles.p90), (5.0, 0.0, 5.0, 5.0));
    }

    #[test]
    fn an_empty_sample_has_no_statistics() {
        assert_eq!(Statistics::of(Vec::new()), None);
    }

    #[test]
    fn the_deviation_is_that_of_a_sample() {
        let s = Statistics::of(vec![2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]).unwrap();
        assert_eq!(s.mean, 5.0);
        assert!((s.sd - (32.0f64 / 7.0).sqrt()).abs() < 1e-12);
    }
}
