//! The extensions of the model (specification, section 14): a cap on spending, and schools that have been under
//! way for a while. A run that does not use them has the bits of a model without them, which `tests/golden`,
//! `tests/links_for_ever.rs` and `tests/same_everywhere.rs` check too.

mod still;

use districtwide::ensemble::{Ensemble, run_on_all_cores};
use districtwide::model::{Measure, Run, simulate};
use districtwide::scenario::{Preset, Scenario, Settings};
use still::still;

/// Replicates of the scenarios that are compared bit by bit.
const REPLICATES: u64 = 20;
/// The highest cap that a person may set, k$ a year: out of reach of the presets.
const OUT_OF_REACH: f64 = 1e6;

fn scenario(settings: Settings) -> Scenario {
    Scenario::beyond_ranges(settings).expect("settings that the equations can handle")
}

fn with(settings: Settings, change: impl FnOnce(&mut Settings)) -> Settings {
    let mut changed = settings;
    change(&mut changed);
    changed
}

fn with_cap(settings: Settings, cap: f64) -> Scenario {
    scenario(with(settings, |s| s.district.spending_cap = cap))
}

fn runs(scenario: &Scenario) -> impl Iterator<Item = Run> {
    (0..REPLICATES).map(|replicate| simulate(scenario, replicate))
}

fn months(run: &Run, measure: Measure) -> impl Iterator<Item = f64> {
    (0..=run.months()).map(move |month| run.at(measure, month))
}

fn presets() -> impl Iterator<Item = Settings> {
    Preset::ALL.into_iter().map(Preset::settings).chain([Settings::default()])
}

#[test]
fn the_capped_district_follows_the_check_trace() {
    let settings = with(Settings::default(), |s| {
        s.district.n_schools = 80;
        s.district.start_schools = 6;
        s.district.spending_cap = 1_500.0;
        let d = &mut s.decisions;
        (d.central_decentral, d.fast_slow, d.need_readiness, d.build_buy) = (0.2, -0.6, 0.1, 0.0);
        (d.fixed_adapt, d.package_modules, d.best_process) = (0.3, 0.4, 0.0);
        (s.simulation.seed, s.simulation.replicates, s.simulation.months) = (31, 200, 60);
    });
    let ensemble: Ensemble = run_on_all_cores(&scenario(settings), || {});
    // Each with half of the last digit that the specification prints.
    for (measure, expected, rounding) in [
        (Measure::Ever, 23.91, 1e-9),
        (Measure::Active, 14.205, 1e-9),
        (Measure::Sustained, 4.255, 1e-9),
        (Measure::Depth, 0.519337, 0.5e-6),
        (Measure::Cost, 6806.13, 0.5e-2),
    ] {
        let found = ensemble.statistics(measure, 60).expect("an ensemble with runs").mean;
        assert!((found - expected).abs() <= rounding, "{}: {found}, not {expected}", measure.key());
    }
}

#[test]
fn a_cap_out_of_reach_changes_no_bit() {
    for settings in presets() {
        let (free, capped) = (scenario(settings), with_cap(settings, OUT_OF_REACH));
        assert!(runs(&free).eq(runs(&capped)), "{}", capped.to_link());
    }
}

#[test]
fn a_cap_below_what_runs_at_the_start_admits_nobody_and_dismisses_nobody() {
    for settings in presets() {
        // What owned practice saves would make room under the cap.
        let settings = with(settings, |s| {
            (s.practice.ownership_effect, s.practice.stop_rate) = (0.0, 0.0);
            s.coaching.vendor_years = 10.0;
        });
        let started = f64::from(settings.district.start_schools);
        for run in runs(&with_cap(settings, 1.0)) {
            assert!(run.at(Measure::Spending, 0) > 1.0);
            assert!(months(&run, Measure::Active).all(|active| active == started));
            let stages = [Measure::Introductory, Measure::Pilot, Measure::Whole];
            for stage in stages {
                assert!(months(&run, stage).all(|schools| schools == run.at(stage, 0)));
            }
        }
    }
}

#[test]
fn spending_passes_the_cap_only_by_what_already_runs() {
    for settings in presets() {
        let cap = 20.0 * f64::from(settings.district.n_schools);
        for run in runs(&with_cap(settings, cap)) {
            for month in 1..=run.months() {
                let before = run.at(Measure::Spending, month - 1);
                let starts = run.at(Measure::Starts, month);
                assert!(starts == 0.0 || before <= cap, "{starts} starts at {before} of {cap}");
            }
        }
    }
}

#[test]
fn where_nothing_that_runs_grows_dearer_spending_never_passes_the_cap() {
    let mut held_back = 0;
    for settings in presets() {
        // No coaches are built up, and no new principal takes back what ownership saves.
        let settings = with(settings, |s| {
            s.decisions.build_buy = 1.0;
            (s.district.turnover_low, s.district.turnover_high) = (0.0, 0.0);
        });
        let cap = 20.0 * f64::from(settings.district.n_schools);
        let (free, capped) = (scenario(settings), with_cap(settings, cap));
        for (run, free) in runs(&capped).zip(runs(&free)) {
            let start = run.at(Measure::Spending, 0);
            let most = cap.max(start) * (1.0 + 1e-12);
            assert!(months(&run, Measure::Spending).all(|spending| spending <= most));
            held_back +=
                u32::from(months(&free, Measure::Spending).any(|spending| spending > most));
        }
    }
    assert!(held_back > 50, "only {held_back} futures would have spent more without the cap");
}

#[test]
fn the_age_of_schools_under_way_changes_no_bit_where_none_are() {
    for settings in presets() {
        let nobody = with(settings, |s| s.district.start_schools = 0);
        let older = with(nobody, |s| s.district.start_age = 60);
        assert!(runs(&scenario(nobody)).eq(runs(&scenario(older))));
    }
}

/// A district whose schools are all alike, and all under way at this stage.
fn alike(stage: usize, start_age: u32) -> Settings {
    with(still(), |s| {
        s.district.start_schools = s.district.n_schools;
        s.district.start_mix = [0.0; 3];
        s.district.start_mix[stage] = 1.0;
        s.district.readiness_sd = 0.0;
        s.district.readiness_mean = 0.6;
        s.district.start_age = start_age;
    })
}

#[test]
fn depth_at_month_0_approaches_what_the_stage_and_readiness_allow_exponentially() {
    for stage in 0..3 {
        for months in [0, 1, 12, 48, 120] {
            let settings = alike(stage, months);
            let practice = settings.practice;
            let index = practice.quality_base + practice.quality_weight * (2.0 * 0.6 - 1.0);
            let limit = practice.stage_cap[stage] / (1.0 + libm::exp(-index));
            let entry = practice.entry_depth * 0.6;
            let years = f64::from(months) / 12.0;
            let left = libm::exp(-years / practice.stage_years[stage]);
            let expected = limit + (entry - limit) * left;
            let found = simulate(&scenario(settings), 0).at(Measure::Depth, 0);
            assert!((found - expected).abs() < 1e-12, "{found}, not {expected}");
        }
    }
}

#[test]
fn schools_that_have_been_under_way_longer_own_more_and_count_as_lasting_after_two_years() {
    let at_start = |months, measure| {
        let settings = with(alike(2, months), |s| s.spread.exemplar_depth = 0.5);
        simulate(&scenario(settings), 0).at(measure, 0)
    };
    let owned = [0, 12, 60, 120].map(|months| at_start(months, Measure::Ownership));
    assert!(owned[0] == 0.0 && owned.is_sorted_by(|a, b| a < b) && owned[3] < 1.0, "{owned:?}");
    let spent = [0, 12, 60, 120].map(|months| at_start(months, Measure::Spending));
    assert!(spent.is_sorted_by(|a, b| a > b), "ownership saves site cost: {spent:?}");
    let lasting = [0, 23, 24, 120].map(|months| at_start(months, Measure::Sustained));
    assert_eq!(lasting, [0.0, 0.0, 80.0, 80.0]);
}
