//! The identity tests of the specification, section 12: what must hold by construction. Test 22, the
//! survey shares, stands beside the sampler in `src/model/survey.rs`.

mod invariants;

use districtwide::ensemble::{Ensemble, run_on_all_cores};
use districtwide::model::{Measure, simulate};
use districtwide::scenario::{Preset, Scenario, Settings};
use invariants::checked_run;

/// The *still* settings of section 10: nothing moves by itself.
fn still() -> Settings {
    let mut s = Settings::default();
    s.launch.public_launch = true;
    s.learning.public_promise = 0.0;
    s.learning.credibility_start = 0.5;
    s.learning.credibility_years = 1e12;
    s.risks.risk_rate = 0.0;
    s.practice.stop_rate = 0.0;
    s.spread.assign_rate = 0.0;
    s.spread.volunteer_rate = 0.0;
    s.spread.peer_rate = 0.0;
    s
}

fn run_all(settings: Settings) -> Ensemble {
    let scenario = Scenario::beyond_ranges(settings).expect("settings that the equations can bear");
    run_on_all_cores(&scenario, || {})
}

fn mean(ensemble: &Ensemble, measure: Measure, month: u32) -> f64 {
    ensemble.statistics(measure, month).expect("an ensemble with runs").mean
}

/// Adoption without any limit but people: what the Bass and the logistic curve describe.
fn spreading(volunteer_rate: f64, peer_rate: f64, start_schools: u32) -> Settings {
    let mut s = still();
    s.district.n_schools = 400;
    s.district.start_schools = start_schools;
    s.district.readiness_sd = 0.0;
    s.district.need_sd = 0.0;
    s.spread.local_weight = 0.0;
    s.district.coaching_budget = 1e9;
    s.launch.intakes_per_year = 12;
    s.spread.cool_rate = 0.0;
    s.spread.volunteer_rate = volunteer_rate;
    s.spread.peer_rate = peer_rate;
    s.simulation.months = 180;
    s.simulation.replicates = 60;
    s
}

/// The largest difference between the mean share that ever started and dF/dt = (p + qF)(1 - F), which
/// is stepped finely enough to be exact for this purpose.
fn largest_error(settings: Settings) -> f64 {
    let (p, q) = (settings.spread.volunteer_rate, settings.spread.peer_rate);
    let schools = f64::from(settings.district.n_schools);
    let ensemble = run_all(settings);
    let mut f = f64::from(settings.district.start_schools) / schools;
    let mut largest: f64 = 0.0;
    for month in 0..=ensemble.months() {
        largest = largest.max((mean(&ensemble, Measure::Ever, month) / schools - f).abs());
        const STEPS: u32 = 1_000;
        for _ in 0..STEPS {
            f += (p + q * f) * (1.0 - f) / 12.0 / f64::from(STEPS);
        }
    }
    largest
}

#[test]
fn test_1_adoption_follows_the_bass_curve_within_2_points() {
    let error = largest_error(spreading(0.03, 0.5, 0));
    assert!(error < 0.02, "largest error {error}");
}

#[test]
fn test_2_adoption_by_imitation_alone_follows_the_logistic_curve_within_2_points() {
    let error = largest_error(spreading(0.0, 0.5, 20));
    assert!(error < 0.02, "largest error {error}");
}

#[test]
fn test_3_constant_attrition_is_exponential_within_3_standard_errors() {
    let mut s = still();
    s.district.n_schools = 4_800;
    s.district.start_schools = 4_800;
    s.district.start_mix = [0.0, 1.0, 0.0];
    s.practice.entry_depth = 0.0;
    s.practice.stage_cap = [0.0; 3];
    s.practice.stop_rate = 0.2;
    s.simulation.months = 72;
    s.simulation.replicates = 1;
    let ensemble = run_all(s);
    for month in [12, 36, 72] {
        let expected = libm::exp(-0.2 * f64::from(month) / 12.0);
        let error = (expected * (1.0 - expected) / 4_800.0).sqrt();
        let found = mean(&ensemble, Measure::Active, month) / 4_800.0;
        let away = (found - expected).abs() / error;
        assert!(away < 3.0, "month {month}: {found} instead of {expected}, {away} errors away");
    }
}

#[test]
fn test_4_stages_sum_to_the_district_and_ever_is_active_and_stopped() {
    for preset in Preset::ALL.into_iter().map(Some).chain([None]) {
        for replicate in 0..5 {
            checked_run(&Scenario::from(preset), replicate);
        }
    }
}

#[test]
fn test_5_the_same_seed_gives_the_same_runs_for_any_number_of_replicates() {
    let few = run_on_all_cores(&with_replicates(10), || {});
    let many = run_on_all_cores(&with_replicates(30), || {});
    for (replicate, run) in few.runs() {
        let (_, same) = many.runs().nth(replicate as usize).expect("30 runs");
        assert_eq!(run, same);
    }
}

fn with_replicates(replicates: u32) -> Scenario {
    let mut settings = Preset::Chicago.settings();
    settings.simulation.replicates = replicates;
    Scenario::new(settings).expect("a valid scenario")
}

#[test]
fn an_ensemble_is_the_same_whatever_the_order_and_the_chunks() {
    let scenario = with_replicates(24);
    let whole = run_on_all_cores(&scenario, || {});
    let mut backwards = Ensemble::new(scenario.simulation.months);
    for replicate in (12..24).rev() {
        backwards.add(replicate, simulate(&scenario, replicate));
    }
    let mut merged = Ensemble::new(scenario.simulation.months);
    for replicate in 0..12 {
        merged.add(replicate, simulate(&scenario, replicate));
    }
    merged.merge(backwards);
    assert_eq!(whole, merged);
    for &measure in Measure::ALL {
        assert_eq!(whole.statistics(measure, 60), merged.statistics(measure, 60));
    }
}

#[test]
fn test_6_with_all_hazards_at_zero_no_school_moves() {
    let mut s = still();
    s.practice.progress_rate = 0.0;
    let run = simulate(&Scenario::beyond_ranges(s).expect("settings"), 3);
    for month in 1..=run.months() {
        for measure in [Measure::Ever, Measure::Active, Measure::Introductory, Measure::Pilot] {
            assert_eq!(run.at(measure, month), run.at(measure, 0), "{} moved", measure.key());
        }
        // Credibility moves by its distance to its aim over 1e12 years.
        assert!((run.at(Measure::Credibility, month) - 0.5).abs() < 1e-9);
    }
}

#[test]
fn test_6_depth_approaches_its_limit_exponentially() {
    let mut s = still();
    s.district.start_mix = [0.0, 1.0, 0.0];
    s.practice.progress_rate = 0.0;
    s.practice.quality_weight = 0.0;
    s.practice.setback_weight = 0.0;
    let limit = 0.85 / (1.0 + libm::exp(-s.practice.quality_base));
    let run = simulate(&Scenario::beyond_ranges(s).expect("settings"), 0);
    let start = run.at(Measure::Depth, 0) - limit;
    for month in 0..=run.months() {
        let expected = limit + start * libm::exp(-f64::from(month) / 12.0 / 1.5);
        let found = run.at(Measure::Depth, month);
        assert!((found - expected).abs() < 1e-9, "month {month}: {found} instead of {expected}");
    }
}

#[test]
fn test_6_site_and_mitigation_prices_change_nothing_but_the_cost() {
    let mut cheap = Preset::Chicago.settings();
    cheap.mitigations.narrative = 0.5;
    let mut dear = cheap;
    dear.costs.site_cost = [100.0, 600.0, 800.0];
    dear.risks.mitigation_cost = 5.0;
    let cheap = simulate(&Scenario::new(cheap).expect("settings"), 1);
    let dear = simulate(&Scenario::new(dear).expect("settings"), 1);
    for &measure in Measure::ALL {
        for month in 0..=cheap.months() {
            let same = cheap.at(measure, month) == dear.at(measure, month);
            assert!(same || measure == Measure::Cost, "{} in month {month}", measure.key());
        }
    }
    assert!(dear.at(Measure::Cost, 96) > cheap.at(Measure::Cost, 96));
}
