//! How long futures take natively on one core. `make bench` prints it.

use districtwide::ensemble::Ensemble;
use districtwide::model::{Measure, simulate};
use districtwide::scenario::{Preset, Scenario};
use divan::Bencher;

fn main() {
    divan::main();
}

const PRESETS: [&str; 5] =
    ["typical_surveyed", "chicago", "baltimore_county", "small_wealthy", "large_low_income_urban"];

fn scenario(preset: &str) -> Scenario {
    Preset::from_key(preset).expect("a preset").into()
}

/// One future of a preset over its 96 months.
#[divan::bench(args = PRESETS)]
fn one_future(bencher: Bencher, preset: &str) {
    let scenario = scenario(preset);
    let mut replicate = 0;
    bencher.bench_local(|| {
        replicate += 1;
        simulate(&scenario, replicate)
    });
}

/// The cost of setting up a future: one future of Chicago over a single month.
#[divan::bench]
fn one_month_of_chicago(bencher: Bencher) {
    let mut settings = scenario("chicago").settings();
    settings.simulation.months = 1;
    let scenario = Scenario::new(settings).expect("a valid scenario");
    bencher.bench_local(|| simulate(&scenario, 0));
}

/// The band of one measure over all months, from 500 futures of Chicago.
#[divan::bench]
fn one_band_of_500_futures(bencher: Bencher) {
    let scenario = scenario("chicago");
    let mut ensemble = Ensemble::new(scenario.simulation.months);
    for replicate in 0..500 {
        ensemble.add(replicate, simulate(&scenario, replicate));
    }
    bencher.bench_local(|| ensemble.quantiles_by_month(Measure::Ever));
}
