//! Every extreme of every range runs: each parameter at its ends, all of them together, and districts
//! with a lack or an excess of one thing.

mod ends;
mod invariants;

use districtwide::model::{Measure, Run, simulate};
use districtwide::scenario::{Parameter, Preset, Scenario, Settings, Value, parameters};
use ends::ends;
use invariants::checked_run;

/// Few, because there are hundreds of scenarios: an extreme that breaks does so in every future.
const REPLICATES: u64 = 2;
/// Number of schools in the districts with a lack or an excess of one thing: the default.
const SCHOOLS: f64 = 80.0;

/// Settings with one parameter changed; the number of schools active at the start is limited to the
/// number of schools.
fn with(mut settings: Settings, parameter: &Parameter, value: Value) -> Settings {
    (parameter.set)(&mut settings, value).expect("a value of the parameter's kind");
    // Together with many months they are refused as too large; here only a few are simulated.
    settings.simulation.replicates = settings.simulation.replicates.min(1_000);
    let district = &mut settings.district;
    district.start_schools = district.start_schools.min(district.n_schools);
    settings
}

fn run(settings: Settings, replicate: u64) -> Run {
    checked_run(&Scenario::new(settings).expect("settings inside their ranges"), replicate)
}

/// Runs the settings with each parameter at each of its ends, one at a time.
fn run_at_every_end(settings: Settings) {
    for parameter in parameters() {
        for end in ends(parameter) {
            for replicate in 0..REPLICATES {
                run(with(settings, parameter, end), replicate);
            }
        }
    }
}

/// The settings with every parameter at one of its ends.
fn all_at(which: fn(Vec<Value>) -> Option<Value>) -> Settings {
    parameters().fold(Settings::default(), |settings, parameter| {
        with(settings, parameter, which(ends(parameter)).expect("an end"))
    })
}

fn always(run: &Run, measure: Measure, value: f64) -> bool {
    (0..=run.months()).all(|month| run.at(measure, month) == value)
}

fn last(run: &Run, measure: Measure) -> f64 {
    run.at(measure, run.months())
}

#[test]
fn the_default_district_runs_with_each_parameter_at_each_end() {
    run_at_every_end(Settings::default());
}

#[test]
fn chicago_runs_with_each_parameter_at_each_end() {
    run_at_every_end(Preset::Chicago.settings());
}

#[test]
fn a_district_with_every_parameter_at_its_lowest_runs_for_25_years() {
    let mut lowest = all_at(|ends| ends.first().copied());
    assert_eq!((lowest.district.n_schools, lowest.simulation.months), (2, 1));
    run(lowest, 0);
    lowest.simulation.months = 300;
    lowest.district.start_schools = 2;
    run(lowest, 0);
}

#[test]
fn a_district_with_every_parameter_at_its_highest_runs_for_25_years() {
    let mut highest = all_at(|ends| ends.last().copied());
    assert_eq!((highest.district.n_schools, highest.simulation.months), (5_000, 300));
    assert_eq!(highest.district.start_schools, 5_000);
    run(highest, 0);
    highest.district.start_schools = 0;
    run(highest, 0);
}

#[test]
fn every_corner_of_the_seven_decisions_runs_with_either_launch() {
    let decisions = districtwide::scenario::Decisions::ROWS;
    for corner in 0..1 << decisions.len() {
        let mut settings = Settings::default();
        for (bit, decision) in decisions.iter().enumerate() {
            let end = if corner >> bit & 1 == 0 { -1.0 } else { 1.0 };
            settings = with(settings, decision, Value::Number(end));
        }
        run(settings, corner);
        settings.launch.public_launch = true;
        run(settings, corner);
    }
}

#[test]
fn if_no_school_has_started_and_none_is_placed_or_volunteers_nothing_happens() {
    let mut s = Settings::default();
    s.district.start_schools = 0;
    s.spread.volunteer_rate = 0.0;
    s.spread.assign_rate = 0.0;
    let run = run(s, 0);
    assert!(always(&run, Measure::None, SCHOOLS));
    assert!(always(&run, Measure::Events, 0.0));
    assert!(always(&run, Measure::KnowHow, s.learning.know_how_start));
    assert!(always(&run, Measure::CapacityRatio, 1.0));
    assert!(always(&run, Measure::TeacherHours, 0.0));
    // Trust falls to its value without evidence, and the coaches are paid although they are idle.
    assert!((last(&run, Measure::Credibility) - s.learning.credibility_base).abs() < 0.01);
    assert!(last(&run, Measure::Cost) > 0.0);
}

#[test]
fn of_two_schools_the_second_follows_the_first_and_neither_starts_by_itself() {
    let mut s = Settings::default();
    s.district.n_schools = 2;
    s.district.start_schools = 1;
    s.district.readiness_mean = 1.0;
    s.district.coaching_budget = 80.0;
    s.spread.volunteer_rate = 0.0;
    s.spread.assign_rate = 0.0;
    s.spread.peer_rate = 1.0;
    s.spread.local_weight = 1.0;
    s.simulation.months = 300;
    let followed = (0..40).filter(|&replicate| last(&run(s, replicate), Measure::Ever) == 2.0);
    assert!(followed.count() > 20);

    s.district.start_schools = 0;
    assert!((0..40).all(|replicate| always(&run(s, replicate), Measure::None, 2.0)));
}

#[test]
fn if_no_school_can_be_supported_all_end_up_waiting() {
    let mut s = without_coaches();
    s.district.start_schools = 0;
    s.district.readiness_mean = 1.0;
    s.spread.volunteer_rate = 0.05;
    s.spread.cool_rate = 0.0;
    s.decisions.central_decentral = 1.0;
    s.launch.public_launch = true;
    s.district.readiness_sd = 0.0;
    s.learning.credibility_start = 1.0;
    s.learning.credibility_base = 1.0;
    s.sensitivity.tilt = 0.6;
    s.simulation.months = 300;
    let all_wait = (0..20).filter(|&replicate| {
        let run = run(s, replicate);
        let waiting = |month| run.at(Measure::Waiting, month);
        assert!(always(&run, Measure::Ever, 0.0));
        assert!((0..300).all(|month| waiting(month) <= waiting(month + 1)));
        waiting(300) == SCHOOLS
    });
    // At .32 per year and school, one of the 80 is left after 25 years in 3 of 100 futures.
    assert!(all_wait.count() >= 17);
}

fn without_coaches() -> Settings {
    let mut s = Settings::default();
    s.district.coaching_budget = 0.0;
    s
}

#[test]
fn without_coaches_no_school_is_admitted_or_moves_up_although_many_wait() {
    let s = without_coaches();
    let started = f64::from(s.district.start_schools);
    let mut waiting = 0.0;
    for replicate in 0..20 {
        let run = run(s, replicate);
        assert!(always(&run, Measure::Ever, started) && always(&run, Measure::Whole, 0.0));
        for month in 0..=run.months() {
            let supported = run.at(Measure::CapacityRatio, month);
            let expected = if run.at(Measure::Active, month) > 0.0 { 0.0 } else { 1.0 };
            assert_eq!(supported, expected, "month {month}");
        }
        waiting += last(&run, Measure::Waiting) / 20.0;
    }
    assert!(waiting > 1.0, "{waiting} schools wait on average");
}

#[test]
fn with_all_risks_at_their_maximum_there_are_many_events_and_fewer_lasting_schools() {
    let mut calm = Preset::Chicago.settings();
    calm.risks.risk_rate = 0.0;
    let mut risky = calm;
    risky.risks.risk_rate = 0.6;
    risky.risks.setback_loss = 0.6;
    risky.risks.setback_months = 24;
    // The ends that drive the risks: decentralized, fast, buy, adaptive; technology risk rises with
    // packages, the narrative risk with modules.
    let d = &mut risky.decisions;
    (d.central_decentral, d.fast_slow, d.build_buy, d.fixed_adapt) = (1.0, -1.0, 1.0, 1.0);
    risky.launch.public_launch = true;
    let sum = |settings, measure| {
        (0..10).map(|replicate| last(&run(settings, replicate), measure)).sum::<f64>()
    };
    assert_eq!(sum(calm, Measure::Events), 0.0);
    // Each of five risks is under way for two years at a time: at most 4 events in 8 years.
    let events = sum(risky, Measure::Events) / 10.0;
    assert!((10.0..=20.0).contains(&events), "{events} events a future");
    assert!(sum(risky, Measure::Credibility) < sum(calm, Measure::Credibility));
    assert!(sum(risky, Measure::Sustained) < sum(calm, Measure::Sustained));
}

#[test]
fn the_first_8_of_25_years_match_a_simulation_of_8_years() {
    for preset in [None, Some(Preset::Chicago)] {
        let mut settings = Settings::starting_from(preset);
        let short = run(settings, 5);
        settings.simulation.months = 300;
        let long = simulate(&Scenario::new(settings).expect("25 years"), 5);
        assert!(long.rows().zip(short.rows()).all(|(long, short)| long == short));
        run(settings, 5);
    }
}
