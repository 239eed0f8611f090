//! Tests 10 to 14: schools that start together. No other school joins, so these compare stopping and
//! deepening alone with published accounts.

use crate::claims::fitted;
use crate::finding::Finding;
use crate::futures::{futures_of, mean, without_spread};
use crate::still::still;
use crate::units::Unit;
use districtwide::ensemble::Ensemble;
use districtwide::language::to_phrase;
use districtwide::model::{DT, Measure};
use districtwide::scenario::{Decisions, Settings};

tests! {
    about_a_third_of_a_grant_funded_cohort_has_stopped_by_year_3: grant_funded,
    about_half_of_a_turbulent_cohort_has_stopped_by_year_3_and_most_by_year_6: turbulent,
    at_most_a_third_of_a_well_run_cohort_has_stopped_by_year_5: well_run,
    the_same_coaches_for_ten_times_the_schools_leave_practice_half_as_deep: dilution,
    practice_takes_two_to_four_years_to_deepen: time_to_deepen,
}

const GRANT: &str = to_phrase(
    "Nearly a third of 395 reform schools had left their model's developer within 3 years (Taylor \
     2006). Fitted: stopping, quality of practice.",
);
const TURBULENT: &str = to_phrase(
    "6 of 13 reform schools in a changing district had stopped after 3 years (Datnow 2005). We could \
     not find the source for 9 after 6 years. Fitted: stopping, quality of practice.",
);
const WELL_RUN: &str = to_phrase(
    "7% of 915 schools gave up positive behavior support within 5 years (Nese and others 2016): a \
     floor. Fitted: stopping, quality of practice.",
);
const DILUTION: &str =
    to_phrase("Our judgment of coaching that is spread thin; no published number.");
const NIRN: &str =
    to_phrase("Full implementation takes 2 to 4 years (National Implementation Research Network).");

/// Number of replicates of a cohort.
const REPLICATES: u32 = 80;
/// Number of schools that start together, out of 80 in the district.
const COHORT: u32 = 30;

/// 30 pilots among 80 schools; no other school joins.
fn cohort() -> Settings {
    let mut s = without_spread(Settings::default());
    s.district.start_schools = COHORT;
    s.district.start_mix = [0.0, 1.0, 0.0];
    s
}

fn ensemble(settings: Settings) -> Ensemble {
    futures_of(REPLICATES, settings)
}

/// Share of the cohort that has stopped by the end of a year.
fn stopped(cohort: &Ensemble, year: u32) -> f64 {
    mean(cohort, Measure::Stopped, 12 * year) / f64::from(COHORT)
}

/// Test 10.
fn grant_funded() -> Vec<Finding> {
    let mut s = cohort();
    s.district.coaching_budget = 18.75; // 50 k$ for each of the 30: the least that the law granted
    s.decisions.build_buy = 0.5;
    let stopped = stopped(&ensemble(s), 3);
    let statement = to_phrase(
        "Of 30 schools that start together on the smallest federal reform grant, about a third have stopped \
         by year 3",
    );
    vec![fitted("10", statement, GRANT).between(0.28, 0.40, stopped, Unit::Share)]
}

/// Test 11.
fn turbulent() -> Vec<Finding> {
    let mut s = cohort();
    s.decisions = Decisions {
        central_decentral: 0.3,
        fast_slow: -0.5,
        need_readiness: -0.5,
        build_buy: 0.8,
        fixed_adapt: 0.0,
        package_modules: -0.5,
        best_process: -0.5,
    };
    s.district.coaching_budget = 7.0;
    s.risks.risk_rate = 0.4;
    let cohort = ensemble(s);
    let claim = |statement: &'static str, year: u32, low: f64, high: f64| {
        let stopped = stopped(&cohort, year);
        fitted("11", statement, TURBULENT).between(low, high, stopped, Unit::Share)
    };
    let by_year_3 = to_phrase(
        "Of 30 schools that start together in a hurried district with little coaching and many setbacks, \
         about half have stopped by year 3",
    );
    let by_year_6 = to_phrase(
        "Of 30 schools that start together in a hurried district with little coaching and many setbacks, \
         half or more have stopped by year 6",
    );
    vec![claim(by_year_3, 3, 0.26, 0.66), claim(by_year_6, 6, 0.49, 0.89)]
}

/// Test 12.
fn well_run() -> Vec<Finding> {
    let mut s = cohort();
    s.decisions = Decisions {
        central_decentral: 0.3,
        fast_slow: 0.5,
        need_readiness: 0.5,
        build_buy: -1.0,
        fixed_adapt: 0.3,
        package_modules: 0.0,
        best_process: 0.5,
    };
    s.district.coaching_budget = 30.0;
    s.coaching.coach_build_years = 0.25;
    s.learning.know_how_start = 0.6;
    s.risks.risk_rate = 0.0;
    s.district.readiness_mean = 0.65;
    let stopped = stopped(&ensemble(s), 5);
    let statement = to_phrase(
        "Of 30 ready schools that start together with enough own coaches and no setbacks, under a third \
         have stopped by year 5",
    );
    vec![fitted("12", statement, WELL_RUN).between(0.07, 0.30, stopped, Unit::Share)]
}

/// Test 13.
fn dilution() -> Vec<Finding> {
    let depth = |schools: u32| {
        let mut s = cohort();
        s.district.start_schools = schools;
        s.decisions.build_buy = -1.0;
        s.district.coaching_budget = 4.0;
        s.coaching.coach_build_years = 1.0 / 12.0;
        s.practice.stop_rate = 0.0;
        s.practice.progress_rate = 0.0;
        s.risks.risk_rate = 0.0;
        mean(&ensemble(s), Measure::Depth, 36)
    };
    let statement = to_phrase(
        "With the same coaches, practice in 80 schools by year 3 is about half as deep as in 8",
    );
    vec![fitted("13", statement, DILUTION).between(0.4, 0.7, depth(80) / depth(8), Unit::Times)]
}

/// Test 14.
fn time_to_deepen() -> Vec<Finding> {
    let claim = |statement: &'static str, start_mix: [f64; 3], low: f64, high: f64| {
        let years = years_to_depth(start_mix);
        fitted("14", statement, NIRN).between(low, high, years, Unit::Years)
    };
    let pilot = to_phrase(
        "A well-coached pilot takes years, not months, to reach 80% of the depth of its tenth year",
    );
    let whole_school = to_phrase(
        "A well-coached whole-school site takes years, not months, to reach 80% of the depth of its \
         tenth year",
    );
    vec![claim(pilot, [0.0, 1.0, 0.0], 1.5, 3.0), claim(whole_school, [0.0, 0.0, 1.0], 2.0, 4.0)]
}

/// Years until the mean depth of ten schools is 80% of that at year 10.
fn years_to_depth(start_mix: [f64; 3]) -> f64 {
    let mut s = still();
    s.district.start_schools = 10;
    s.district.start_mix = start_mix;
    s.practice.progress_rate = 0.0;
    s.district.coaching_budget = 100.0;
    s.coaching.coach_build_years = 1.0 / 12.0;
    s.simulation.months = 120;
    let ensemble = ensemble(s);
    let depth = |month: u32| mean(&ensemble, Measure::Depth, month);
    let goal = 0.8 * depth(120);
    let month = (0..=120).find(|&month| depth(month) >= goal).expect("month 120 at the latest");
    f64::from(month) * DT
}
