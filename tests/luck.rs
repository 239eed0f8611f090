//! Common random numbers: scenarios with the same seed share their random draws, stream by stream and
//! school by school, however else they differ.

mod ends;
mod still;

use districtwide::model::random::{Draws, Stream};
use districtwide::model::{Measure, simulate};
use districtwide::scenario::{Parameter, Scenario, Settings, Value, parameter, parameters};
use ends::ends;
use std::hint::black_box;
use still::still;

const STREAMS: [Stream; 12] = [
    Stream::Layout,
    Stream::Traits,
    Stream::Selection,
    Stream::Pathway,
    Stream::Volunteer,
    Stream::Cool,
    Stream::Progress,
    Stream::Stop,
    Stream::Principal,
    Stream::Risk,
    Stream::Survey,
    Stream::Constants,
];

/// The first draws of every stream for a few indices. `before_each` may draw something before each of
/// them.
fn first_draws(draws: &Draws, before_each: impl Fn() -> f64) -> Vec<(Stream, usize, u64, u64)> {
    let mut all = Vec::new();
    for stream in STREAMS {
        for index in 0..20 {
            for n in 0..5 {
                black_box(before_each());
                all.push((stream, index, n, draws.uniform(stream, index, n).to_bits()));
            }
        }
    }
    all
}

#[test]
fn a_draw_added_to_one_stream_changes_no_draw_of_any_stream() {
    let draws = Draws::new(1, 0);
    let undisturbed = first_draws(&draws, || 0.0);
    for added in STREAMS {
        let disturbed = first_draws(&draws, || draws.bell(added, 3, 5));
        assert_eq!(undisturbed, disturbed, "after draws added to {added:?}");
    }
}

#[test]
fn no_two_draws_of_all_streams_are_the_same() {
    let mut bits: Vec<u64> = (0..20)
        .flat_map(|replicate| first_draws(&Draws::new(1, replicate), || 0.0))
        .map(|(.., bits)| bits)
        .collect();
    let count = bits.len();
    bits.sort_unstable();
    bits.dedup();
    assert_eq!(bits.len(), count);
}

const REPLICATES: u64 = 6;

/// A district in which schools do not affect each other: they need no coaching, peers have no pull, trust
/// is constant, nobody is placed. So its schools start and stop by their own draws alone.
fn without_feedback() -> Settings {
    let mut s = still();
    s.district.n_schools = 60;
    s.district.start_schools = 0;
    s.launch.intakes_per_year = 12;
    s.coaching.stage_load = [0.0; 3];
    s.practice.stop_rate = Settings::default().practice.stop_rate;
    s.spread.volunteer_rate = 0.2;
    s.simulation.months = 60;
    s
}

/// The monthly values of a measure in a few replicates.
fn series(settings: Settings, measure: Measure) -> Vec<f64> {
    let scenario = Scenario::beyond_ranges(settings).expect("settings that the equations can bear");
    (0..REPLICATES)
        .flat_map(|replicate| {
            let run = simulate(&scenario, replicate);
            (0..=run.months()).map(move |month| run.at(measure, month)).collect::<Vec<_>>()
        })
        .collect()
}

/// The parameters that, at one of their ends, change this measure in any month of any replicate.
fn parameters_that_change(measure: Measure, settings: Settings) -> Vec<&'static str> {
    let unmoved = series(settings, measure);
    let moves = |parameter: &&Parameter| {
        ends(parameter).into_iter().any(|end| {
            let mut changed = settings;
            (parameter.set)(&mut changed, end).expect("a value of the parameter's kind");
            series(changed, measure) != unmoved
        })
    };
    // Other numbers of schools or months cannot be compared.
    parameters()
        .filter(|parameter| !["n_schools", "start_schools", "months"].contains(&parameter.key))
        .filter(moves)
        .map(|parameter| parameter.key)
        .collect()
}

#[test]
fn a_lever_without_effect_on_volunteering_leaves_every_start_in_its_month() {
    let act_on_volunteering = [
        "central_decentral",
        "public_launch",
        "intakes_per_year",
        "readiness_mean",
        "readiness_sd",
        "need_readiness_corr",
        "spending_cap",
        "volunteer_rate",
        "peer_rate",
        "assign_rate",
        "stage_load",
        "credibility_start",
        "credibility_years",
        "public_promise",
        "risk_rate",
        "uncertain_constants",
        "seed",
    ];
    assert_eq!(parameters_that_change(Measure::Starts, without_feedback()), act_on_volunteering);
}

#[test]
fn a_lever_without_effect_on_stopping_leaves_every_stop_in_its_month() {
    let mut s = without_feedback();
    // All have started, and none gains depth or ownership.
    s.district.start_schools = s.district.n_schools;
    s.practice.entry_depth = 0.0;
    s.practice.stage_cap = [0.0; 3];
    let act_on_stopping = [
        "central_decentral",
        "stage_cap",
        "entry_depth",
        "stop_rate",
        "credibility_start",
        "credibility_years",
        "public_promise",
        "risk_rate",
        "uncertain_constants",
        "seed",
    ];
    assert_eq!(parameters_that_change(Measure::Stops, s), act_on_stopping);
}

/// Asserts that a higher value of this parameter gives every replicate in every month at least as many
/// starts.
fn assert_starts_rise_with(key: &str, values: [f64; 5]) {
    let parameter = parameter(key).expect("a parameter");
    let ever = values.map(|value| {
        let mut settings = without_feedback();
        (parameter.set)(&mut settings, Value::Number(value)).expect("a number");
        series(settings, Measure::Ever)
    });
    for (pair, value) in ever.windows(2).zip(&values[1..]) {
        assert!(pair[0].iter().zip(&pair[1]).all(|(less, more)| less <= more), "{key} at {value}");
        assert!(pair[0] != pair[1], "{key} at {value} changes nothing");
    }
}

#[test]
fn with_more_volunteering_no_school_starts_later_in_any_future() {
    assert_starts_rise_with("volunteer_rate", [0.0, 0.02, 0.05, 0.2, 1.0]);
}

#[test]
fn with_more_autonomy_no_school_starts_later_in_any_future() {
    assert_starts_rise_with("central_decentral", [-1.0, -0.5, 0.0, 0.5, 1.0]);
}

#[test]
fn with_more_trust_no_school_starts_later_in_any_future() {
    assert_starts_rise_with("credibility_start", [0.0, 0.2, 0.5, 0.8, 1.0]);
}
