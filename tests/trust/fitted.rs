//! Tests 8, 9, 15, 16 and 17: named districts, and the defaults, compared with published numbers. Some
//! constants were fitted to them, so they show that the model can match, not that it predicts.

use crate::claims::fitted;
use crate::finding::{Finding, Rendered};
use crate::futures::{CHICAGO, DEFAULTS, futures, mean, mean_of};
use crate::outcomes::whole_share;
use crate::units::Unit;
use districtwide::ensemble::{Ensemble, Quantiles};
use districtwide::language::{integer, to_phrase};
use districtwide::model::{Measure, Run};
use districtwide::phrase;
use districtwide::scenario::Preset;

tests! {
    chicago_has_started_about_100_schools_by_month_24_and_130_by_month_30: chicago_starts,
    roughly_one_in_eight_to_one_in_five_active_schools_stop_in_a_year: yearly_stops,
    about_a_fifth_of_chicagos_active_schools_are_whole_school_sites: chicago_whole_schools,
    in_most_futures_chicago_is_short_of_support_or_keeps_schools_waiting: chicago_shortage,
    nearly_every_school_of_baltimore_county_has_started_by_year_4: baltimore_county,
}

const COUNTS: &str = to_phrase(
    "21 schools in 2016, over 100 in 2018, 30 more expected that year (The Learning Accelerator, on \
     school-defined pathways). Fitted: peer pull, coaching budget.",
);
const SUMMIT: &str = to_phrase(
    "18% of the schools that used Summit Learning in one year had left it a year later (Chalkbeat, \
     May 2019). Fitted: stopping, quality of practice.",
);
const ELEVATE: &str = to_phrase(
    "Cohorts of 8, 11 and 13 schools in Elevate, the whole-school program, out of about 130 (Chicago \
     Public Schools).",
);
const DEMAND: &str = to_phrase(
    "Schools asked for more than there were resources for (Chicago Public Schools, May 2018).",
);
const COUNTY: &str = to_phrase(
    "10 schools in 2014, all levels by 2017–18 (Baltimore County Public Schools, plan of its digital \
     conversion). Fitted: assignment, pace, coaching budget.",
);

fn quantiles(ensemble: &Ensemble, measure: Measure, month: u32) -> Quantiles {
    ensemble.quantiles(measure, month).expect("an ensemble with runs")
}

/// Test 8.
fn chicago_starts() -> Vec<Finding> {
    let claim = |statement: &'static str, month: u32, low: f64, high: f64| {
        let ever = quantiles(&CHICAGO, Measure::Ever, month);
        let value = Rendered::by(move || {
            phrase!(
                "{median}; 80% of futures {low} to {high}",
                median = Unit::Schools.text(ever.p50),
                low = integer(ever.p10),
                high = integer(ever.p90),
            )
        });
        let finding = fitted("8", statement, COUNTS).between(low, high, ever.p50, Unit::Schools);
        Finding { value, ..finding }
    };
    let in_july =
        to_phrase("Chicago's median future has started about 100 schools by July 2018 (month 24)");
    let by_the_end = to_phrase(
        "Chicago's median future has started about 130 schools by the end of 2018 (month 30)",
    );
    vec![claim(in_july, 24, 90.0, 125.0), claim(by_the_end, 30, 110.0, 150.0)]
}

/// Test 9.
fn yearly_stops() -> Vec<Finding> {
    let end = |measure| mean(&DEFAULTS, measure, 96);
    let stops = end(Measure::Stops) / end(Measure::ActiveSchoolYears);
    let statement = to_phrase(
        "With the default settings, roughly one in eight to one in five active schools stop in a year, over \
         8 years",
    );
    vec![fitted("9", statement, SUMMIT).between(0.12, 0.22, stops, Unit::Share)]
}

/// Test 15.
fn chicago_whole_schools() -> Vec<Finding> {
    let shares = CHICAGO.runs().map(|(_, run)| whole_share(run, 30)).collect();
    let share = Quantiles::of(shares).expect("an ensemble with runs").p50;
    let statement = to_phrase(
        "In Chicago's median future, about a fifth of the active schools are whole-school sites at \
         month 30",
    );
    vec![fitted("15", statement, ELEVATE).between(0.15, 0.35, share, Unit::Share)]
}

/// Test 16.
fn chicago_shortage() -> Vec<Finding> {
    let short = |run: &Run| {
        let short = run.at(Measure::CapacityRatio, 30) < 1.0 || run.at(Measure::Waiting, 30) > 0.0;
        f64::from(u8::from(short))
    };
    let statement = to_phrase(
        "In most of Chicago's futures, coaching is short at month 30 or schools wait for it",
    );
    vec![fitted("16", statement, DEMAND).over(0.5, mean_of(&CHICAGO, short), Unit::Share)]
}

/// Test 17.
fn baltimore_county() -> Vec<Finding> {
    let settings = Preset::BaltimoreCounty.settings();
    let schools = f64::from(settings.district.n_schools);
    let share = quantiles(&futures(settings), Measure::Ever, 48).p50 / schools;
    let statement =
        to_phrase("Baltimore County's median future has started nearly all its schools by year 4");
    vec![fitted("17", statement, COUNTY).at_least(0.95, share, Unit::Share)]
}
