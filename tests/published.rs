//! Tests 8, 15, 16 and 17 of the specification, section 12: the model against published counts. Some
//! constants were fitted to them, so they show that the model can match, not that it predicts.

use districtwide::ensemble::{Ensemble, run_on_all_cores};
use districtwide::model::Measure;
use districtwide::scenario::{Preset, Scenario};

const REPLICATES: u32 = 200;

fn ensemble(preset: Preset) -> Ensemble {
    let mut settings = preset.settings();
    settings.simulation.replicates = REPLICATES;
    run_on_all_cores(&Scenario::new(settings).expect("a valid preset"), || {})
}

fn median(ensemble: &Ensemble, measure: Measure, month: u32) -> f64 {
    ensemble.quantiles(measure, month).expect("an ensemble with runs").p50
}

#[test]
fn test_8_chicago_has_started_about_100_schools_by_month_24_and_130_by_month_30() {
    let chicago = ensemble(Preset::Chicago);
    let (at_24, at_30) = (median(&chicago, Measure::Ever, 24), median(&chicago, Measure::Ever, 30));
    assert!((90.0..=125.0).contains(&at_24), "month 24: {at_24}");
    assert!((110.0..=150.0).contains(&at_30), "month 30: {at_30}");
}

#[test]
fn test_15_a_fifth_or_so_of_chicagos_active_schools_are_whole_school_sites() {
    let chicago = ensemble(Preset::Chicago);
    let whole = chicago.sample(Measure::Whole, 30);
    let active = chicago.sample(Measure::Active, 30);
    let share: f64 =
        whole.iter().zip(&active).map(|(whole, active)| whole / active).sum::<f64>() / 200.0;
    assert!((0.15..=0.35).contains(&share), "share {share}");
}

#[test]
fn test_16_in_most_futures_chicago_is_short_of_support_or_keeps_schools_waiting() {
    let chicago = ensemble(Preset::Chicago);
    let waiting = chicago.sample(Measure::Waiting, 30);
    let ratio = chicago.sample(Measure::CapacityRatio, 30);
    let short = waiting.iter().zip(&ratio).filter(|&(&w, &r)| w > 0.0 || r < 1.0).count();
    assert!(short > REPLICATES as usize / 2, "{short} of {REPLICATES}");
}

#[test]
fn test_17_nearly_every_school_of_baltimore_county_has_started_by_year_4() {
    let county = ensemble(Preset::BaltimoreCounty);
    let share = median(&county, Measure::Ever, 48) / 173.0;
    assert!(share >= 0.95, "share {share}");
}
