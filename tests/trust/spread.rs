//! Tests 18, 20, 23, 24 and 25: how adoption rises and falls, what happens to many schools at once, the
//! effects of each safeguard, and those of intakes and patience. The model was built that way; these are
//! not discoveries.

use crate::claims::assumed;
use crate::finding::{Finding, Rendered};
use crate::futures::{PUBLIC, futures, futures_of, mean, public_launch, without_spread};
use crate::outcomes::{DEPTH, EXEMPLARS, KEPT, Outcome, REACH, SUSTAINED, TRUST};
use crate::units::Unit;
use districtwide::language::{phrase, to_phrase};
use districtwide::model::Measure;
use districtwide::phrase;
use districtwide::scenario::{Preset, Settings, Value, parameter};

tests! {
    where_coaching_is_plenty_yearly_starts_rise_to_one_peak: one_peak,
    schools_that_start_with_many_others_are_kept_more_often: learning_together,
    each_safeguard_alone_helps_where_it_is_meant_to: safeguards,
    monthly_intakes_reach_more_schools_than_yearly_ones: intakes,
    patient_schools_in_chicago_start_in_greater_number: patience,
}

/// Number of years over which yearly starts are examined.
const YEARS: u32 = 15;

/// Test 18.
fn one_peak() -> Vec<Finding> {
    let mut s = public_launch();
    s.district.n_schools = 200;
    s.district.coaching_budget = 200.0;
    s.spread.assign_rate = 0.0;
    s.simulation.months = 12 * YEARS;
    let ensemble = futures(s);
    let in_year = |year: u32| -> f64 {
        (12 * year - 11..=12 * year).map(|month| mean(&ensemble, Measure::Starts, month)).sum()
    };
    let starts: Vec<f64> = (1..=YEARS).map(in_year).collect();
    let peaks = peaks(&starts);
    let found: Vec<_> = peaks.iter().map(|&year| (year, starts[year - 1])).collect();
    let statement = to_phrase(
        "Where coaching is plentiful, the starts of each year fall shortly after the launch year, rise \
         to one peak and fall again",
    );
    let bounds = to_phrase("one peak, not in the first or last year");
    let value = Rendered::by(move || peaks_text(&found));
    vec![assumed("18", statement).judged(value, bounds, peaks.len() == 1)]
}

/// The text about the peak years and their starts.
fn peaks_text(peaks: &[(usize, f64)]) -> String {
    let peak = |&(year, starts): &(usize, f64)| {
        phrase!("year {year}, with {schools}", year, schools = Unit::Schools.text(starts))
    };
    match peaks {
        [] => phrase("no peak").to_owned(),
        peaks => peaks.iter().map(peak).collect::<Vec<_>>().join("; "),
    }
}

/// The years, counted from 1, with more starts than the year before and no fewer than the year after. The
/// first and the last year have only one neighbor and do not count, so the short fall after the launch is
/// not a peak.
fn peaks(starts: &[f64]) -> Vec<usize> {
    let is_peak =
        |year: &usize| starts[year - 1] > starts[year - 2] && starts[year - 1] >= starts[*year];
    (2..starts.len()).filter(is_peak).collect()
}

/// Test 20.
fn learning_together() -> Vec<Finding> {
    let starting_with = |schools: u32| {
        let mut s = without_spread(Settings::default());
        s.district.start_schools = schools;
        s.district.start_mix = [0.0, 1.0, 0.0];
        s.district.need_sd = 0.0;
        s.district.readiness_sd = 0.0;
        s.district.coaching_budget = 40.0;
        s.coaching.coach_build_years = 1.0 / 12.0;
        futures_of(400, s)
    };
    let statement = to_phrase(
        "Of 40 similar schools that start together, a larger share is still active in year 8 than of 5",
    );
    vec![assumed("20", statement).ahead(KEPT.after(8), &starting_with(40), &starting_with(5))]
}

/// The key of a safeguard, its effect when it is the only one, and the outcome that shows it.
type Safeguard = (&'static str, &'static str, Outcome);

const SAFEGUARDS: [Safeguard; 6] = [
    ("narrative", to_phrase("more trust in year 8"), TRUST.after(8)),
    ("alignment", to_phrase("deeper practice by year 8"), DEPTH.after(8)),
    ("capacity", to_phrase("more schools that last and are deep by year 8"), SUSTAINED.after(8)),
    ("wrong_schools", to_phrase("more exemplars by year 3"), EXEMPLARS.after(3)),
    ("stakeholders", to_phrase("more trust in year 3"), TRUST.after(3)),
    ("technology", to_phrase("more schools that last and are deep by year 8"), SUSTAINED.after(8)),
];

/// Test 23.
fn safeguards() -> Vec<Finding> {
    let claim = |(key, gain, outcome): Safeguard| {
        let safeguard = parameter(key).expect("a safeguard");
        let mut s = public_launch();
        (safeguard.set)(&mut s, Value::Number(1.0)).expect("an effort is a number");
        let statement = Rendered::by(move || {
            phrase!(
                "“{safeguard}”, as the only safeguard after a public launch, brings {gain}",
                safeguard = safeguard.label(),
                gain = phrase(gain),
            )
        });
        assumed("23", statement).ahead(outcome, &futures(s), &PUBLIC)
    };
    SAFEGUARDS.into_iter().map(claim).collect()
}

/// Test 24.
fn intakes() -> Vec<Finding> {
    let with = |intakes_per_year: u32| {
        let mut s = Settings::default();
        s.launch.intakes_per_year = intakes_per_year;
        futures(s)
    };
    let statement = to_phrase(
        "With monthly intakes, more schools have started by year 3 than with yearly ones",
    );
    vec![assumed("24", statement).ahead(REACH.after(3), &with(12), &with(1))]
}

/// Test 25.
fn patience() -> Vec<Finding> {
    let with = |cool_rate: f64| {
        let mut s = Preset::Chicago.settings();
        s.spread.cool_rate = cool_rate;
        futures(s)
    };
    let statement = to_phrase(
        "In Chicago, more schools have started by year 4 if waiting schools never give up than if they \
         soon do",
    );
    vec![assumed("25", statement).ahead(REACH.after(4), &with(0.0), &with(2.0))]
}

#[test]
fn a_peak_is_higher_than_the_years_around_it() {
    assert_eq!(peaks(&[9.0, 3.0, 4.0, 5.0, 4.0]), [4], "the launch year is no peak");
    assert_eq!(peaks(&[1.0, 2.0, 3.0]), [0; 0], "nor is the last year");
    assert_eq!(peaks(&[1.0, 3.0, 2.0, 4.0, 1.0]), [2, 4]);
    assert_eq!(peaks(&[1.0, 3.0, 3.0, 1.0]), [2], "a flat top is one peak");
}
