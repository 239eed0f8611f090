//! Ensembles and their statistics: means, and paired differences with their standard error.

use districtwide::ensemble::{Ensemble, Statistics, run_on_all_cores};
use districtwide::model::{Measure, Run};
use districtwide::scenario::{Preset, Scenario, Settings};
use std::sync::LazyLock;

/// Number of replicates of a test, unless the specification requires another number.
pub const REPLICATES: u32 = 200;

/// The defaults.
pub static DEFAULTS: LazyLock<Ensemble> = LazyLock::new(|| futures(Settings::default()));
/// The defaults with a public launch.
pub static PUBLIC: LazyLock<Ensemble> = LazyLock::new(|| futures(public_launch()));
/// The preset of Chicago.
pub static CHICAGO: LazyLock<Ensemble> = LazyLock::new(|| futures(Preset::Chicago.settings()));

/// The defaults with a public launch.
pub fn public_launch() -> Settings {
    let mut s = Settings::default();
    s.launch.public_launch = true;
    s
}

/// The same district, but no school joins after month 0: no volunteers, no peers, no assignment.
pub fn without_spread(mut s: Settings) -> Settings {
    s.spread.assign_rate = 0.0;
    s.spread.volunteer_rate = 0.0;
    s.spread.peer_rate = 0.0;
    s
}

/// A scenario that may exceed the ranges, as the closed forms require.
pub fn scenario(settings: Settings) -> Scenario {
    Scenario::beyond_ranges(settings).expect("settings that the equations can bear")
}

/// 200 futures of these settings.
pub fn futures(settings: Settings) -> Ensemble {
    futures_of(REPLICATES, settings)
}

/// This many futures of these settings.
pub fn futures_of(replicates: u32, mut settings: Settings) -> Ensemble {
    settings.simulation.replicates = replicates;
    run_on_all_cores(&scenario(settings), || {})
}

/// The mean of a measure in a month.
pub fn mean(ensemble: &Ensemble, measure: Measure, month: u32) -> f64 {
    mean_of(ensemble, |run| run.at(measure, month))
}

/// The mean of a value computed from each future.
pub fn mean_of(ensemble: &Ensemble, read: impl Fn(&Run) -> f64) -> f64 {
    let sample = ensemble.runs().map(|(_, run)| read(run)).collect();
    Statistics::of(sample).expect("an ensemble with runs").mean
}

/// The largest of some sizes; NaN if one of them is NaN, so that no claim passes because of it.
pub fn largest(sizes: impl IntoIterator<Item = f64>) -> f64 {
    let larger = |a: f64, b: f64| if b > a || b.is_nan() { b } else { a };
    sizes.into_iter().fold(0.0, larger)
}

/// How far one strategy is ahead of another with the same random draws.
#[derive(Debug, Clone, Copy)]
pub struct Lead {
    /// Mean of the differences between futures with the same number.
    pub mean: f64,
    /// Standard error of that mean.
    pub standard_error: f64,
}

impl Lead {
    /// How far `ahead` is ahead of `behind` in a value computed from each future.
    pub fn of(ahead: &Ensemble, behind: &Ensemble, read: impl Fn(&Run) -> f64) -> Self {
        let differences: Vec<f64> = ahead
            .runs()
            .zip(behind.runs())
            .map(|((number, ahead), (same_number, behind))| {
                assert_eq!(number, same_number, "futures without their pair");
                read(ahead) - read(behind)
            })
            .collect();
        let pairs = differences.len() as f64;
        let statistics = Statistics::of(differences).expect("ensembles with runs");
        Self { mean: statistics.mean, standard_error: statistics.sd / pairs.sqrt() }
    }

    /// The probability of a lead at least this great if there were none (one-sided, normal approximation,
    /// adequate for the hundreds of pairs here).
    pub fn p(&self) -> f64 {
        if self.standard_error == 0.0 {
            return if self.mean > 0.0 { 0.0 } else { 1.0 };
        }
        libm::erfc(self.mean / self.standard_error / std::f64::consts::SQRT_2) / 2.0
    }
}

#[test]
fn the_largest_of_some_sizes_does_not_hide_nan() {
    assert_eq!(largest([0.1, 0.3, 0.2]), 0.3);
    assert!(largest([0.1, f64::NAN, 0.2]).is_nan());
}

#[test]
fn a_strategy_has_no_lead_over_itself() {
    let same = Lead::of(&DEFAULTS, &DEFAULTS, |run| run.at(Measure::Ever, 36));
    assert_eq!((same.mean, same.standard_error, same.p()), (0.0, 0.0, 1.0));
}

#[test]
fn the_p_value_is_that_of_the_normal_distribution() {
    // One-sided 5, 1 and 95% points, from standard tables.
    for (errors, p) in [(1.644_853_627, 0.05), (2.326_347_874, 0.01), (-1.644_853_627, 0.95)] {
        let lead = Lead { mean: errors * 0.3, standard_error: 0.3 };
        assert!((lead.p() - p).abs() < 1e-9, "{} instead of {p}", lead.p());
    }
}
