//! Golden ensembles: every preset keeps its results to the last digit, so that every change of the model
//! is noticed and intended. `make generate` regenerates them.

use districtwide::ensemble::{Ensemble, run_on_all_cores};
use districtwide::model::Measure;
use districtwide::scenario::{Preset, Scenario};
use std::fmt::Write;
use std::path::PathBuf;

/// Number of replicates of a golden ensemble.
const REPLICATES: u32 = 50;
/// The months that it contains.
const MONTHS: [u32; 5] = [0, 12, 24, 48, 96];

fn golden(ensemble: &Ensemble) -> String {
    let mut text = String::from("month,measure,mean,p10,p50,p90\n");
    for month in MONTHS {
        for &measure in Measure::ALL {
            let s = ensemble.statistics(measure, month).expect("an ensemble with runs");
            let q = s.quantiles;
            let (mean, key) = (s.mean, measure.key());
            writeln!(text, "{month},{key},{mean},{},{},{}", q.p10, q.p50, q.p90).expect("a String");
        }
    }
    text
}

fn check(name: &str, preset: Option<Preset>) {
    let mut settings = Scenario::from(preset).settings();
    settings.simulation.replicates = REPLICATES;
    let scenario = Scenario::new(settings).expect("a valid preset");
    let found = golden(&run_on_all_cores(&scenario, || {}));
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests/golden", name].iter().collect();
    if std::env::var_os("WRITE_GENERATED").is_some() {
        std::fs::write(&path, &found).expect("a writable tests/golden");
    }
    let stored = std::fs::read_to_string(&path).expect("a golden file; `make generate` writes it");
    for (line, (found, stored)) in found.lines().zip(stored.lines()).enumerate() {
        assert_eq!(found, stored, "{name}, line {}", line + 1);
    }
    assert_eq!(found.len(), stored.len(), "{name} has another length");
}

#[test]
fn the_default_district_keeps_its_results() {
    check("default.csv", None);
}

#[test]
fn the_typical_surveyed_district_keeps_its_results() {
    check("typical_surveyed.csv", Some(Preset::TypicalSurveyed));
}

#[test]
fn chicago_keeps_its_results() {
    check("chicago.csv", Some(Preset::Chicago));
}

#[test]
fn baltimore_county_keeps_its_results() {
    check("baltimore_county.csv", Some(Preset::BaltimoreCounty));
}

#[test]
fn the_small_wealthy_district_keeps_its_results() {
    check("small_wealthy.csv", Some(Preset::SmallWealthy));
}

#[test]
fn the_large_low_income_urban_district_keeps_its_results() {
    check("large_low_income_urban.csv", Some(Preset::LargeLowIncomeUrban));
}
