//! Tests 1, 2, 3 and the second part of 6: the model compared with formulas with a known answer
//! (specification, section 10).

use crate::claims::identity;
use crate::finding::{Finding, Rendered};
use crate::futures::{futures_of, largest, mean, scenario};
use crate::still::still;
use crate::units::{Unit, with_decimal_mark};
use districtwide::language::{phrase, to_phrase};
use districtwide::model::{Measure, simulate};
use districtwide::phrase;
use districtwide::scenario::Settings;

tests! {
    adoption_by_volunteers_and_peers_follows_the_bass_curve: bass,
    adoption_by_peers_alone_follows_the_logistic_curve: logistic,
    constant_attrition_is_exponential: attrition,
    depth_approaches_its_limit_exponentially: exponential_depth,
}

const BASS: &str = to_phrase(
    "Bass 1969, A new product growth for model consumer durables: dF/dt = (p + qF)(1 − F).",
);
const LOGISTIC: &str = to_phrase("Logistic growth (the Bass curve with p = 0): dF/dt = qF(1 − F).");
const ATTRITION: &str = to_phrase(
    "A constant rate h leaves the share exp(−ht); the standard error is that of a share of 4,800 schools \
     (60 futures of 80).",
);
const DEPTH: &str = to_phrase(
    "Approach at a constant rate: the distance shrinks as exp(−t/T), here T = 1.5 years.",
);

/// Test 1.
fn bass() -> Vec<Finding> {
    let statement = to_phrase(
        "Where coaching is plentiful, the share of schools that ever started stays close, for 15 \
         years, to the known curve for volunteers and followers",
    );
    let error = largest_error(spreading(0.03, 0.5, 0));
    vec![identity("1", statement, BASS).under(0.02, error, Unit::Points)]
}

/// Test 2.
fn logistic() -> Vec<Finding> {
    let statement = to_phrase(
        "Where schools only follow each other, the share that ever started stays close, for 15 years, \
         to the known S-shaped curve of imitation",
    );
    let error = largest_error(spreading(0.0, 0.5, 20));
    vec![identity("2", statement, LOGISTIC).under(0.02, error, Unit::Points)]
}

/// Adoption limited only by people: what the Bass and the logistic curve describe.
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
    s
}

/// The largest difference between the mean share that ever started in 60 futures and
/// dF/dt = (p + qF)(1 - F), which is stepped finely enough to be exact for this purpose.
fn largest_error(settings: Settings) -> f64 {
    const STEPS: u32 = 1_000;
    let (p, q) = (settings.spread.volunteer_rate, settings.spread.peer_rate);
    let schools = f64::from(settings.district.n_schools);
    let ensemble = futures_of(60, settings);
    let mut f = f64::from(settings.district.start_schools) / schools;
    largest((0..=ensemble.months()).map(|month| {
        let error = (mean(&ensemble, Measure::Ever, month) / schools - f).abs();
        for _ in 0..STEPS {
            f += (p + q * f) * (1.0 - f) / 12.0 / f64::from(STEPS);
        }
        error
    }))
}

/// Test 3.
fn attrition() -> Vec<Finding> {
    let mut s = still();
    s.district.start_schools = s.district.n_schools;
    s.district.start_mix = [0.0, 1.0, 0.0];
    s.practice.entry_depth = 0.0;
    s.practice.stage_cap = [0.0; 3];
    s.practice.stop_rate = 0.2;
    s.simulation.months = 72;
    let ensemble = futures_of(60, s);
    let schools = f64::from(s.district.n_schools);
    let standard_errors_away = |month: u32| {
        let expected = libm::exp(-0.2 * f64::from(month) / 12.0);
        let error = (expected * (1.0 - expected) / (60.0 * schools)).sqrt();
        (mean(&ensemble, Measure::Active, month) / schools - expected).abs() / error
    };
    let farthest = largest([12, 36, 72].map(standard_errors_away));
    let statement = to_phrase(
        "If every school stops at the same rate, the share still active after 1, 3 and 6 years is what \
         the formula gives",
    );
    vec![identity("3", statement, ATTRITION).under(3.0, farthest, Unit::Errors)]
}

/// Test 6, depth.
fn exponential_depth() -> Vec<Finding> {
    let mut s = still();
    s.district.start_mix = [0.0, 1.0, 0.0];
    s.practice.progress_rate = 0.0;
    s.practice.quality_weight = 0.0;
    s.practice.setback_weight = 0.0;
    let limit = 0.85 / (1.0 + libm::exp(-s.practice.quality_base));
    let run = simulate(&scenario(s), 0);
    let start = run.at(Measure::Depth, 0) - limit;
    let error = |month: u32| {
        let expected = limit + start * libm::exp(-f64::from(month) / 12.0 / 1.5);
        (run.at(Measure::Depth, month) - expected).abs()
    };
    let farthest = largest((0..=run.months()).map(error));
    let statement = to_phrase(
        "If nothing else changes, practice deepens toward its limit along the exponential curve, month by \
         month",
    );
    // Anything smaller is rounding, which is of no interest to readers.
    let bounds = to_phrase("less than a billionth off");
    let close = farthest < 1e-9;
    let value = Rendered::by(move || match close {
        true => phrase(bounds).to_owned(),
        false => phrase!("{error} off", error = with_decimal_mark(format!("{farthest:.1e}"))),
    });
    vec![identity("6", statement, DEPTH).judged(value, bounds, close)]
}
