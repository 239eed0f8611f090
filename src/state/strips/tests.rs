use super::*;
use crate::scenario::{Preset, Settings};
use crate::summary::compare::test_ensembles::{ensemble_of, with};

const BOTH: [&str; 2] = ["fast_slow", BUDGET];

/// A small district without counts.
fn small() -> Scenario {
    with(&Preset::SmallWealthy.into(), |settings| settings.simulation.months = 12)
}

fn changed(change: impl FnOnce(&mut Settings)) -> Scenario {
    with(&small(), change)
}

fn simulate(batch: &Batch) -> Ensemble {
    let mut ensemble = Ensemble::new(batch.scenario.simulation.months);
    for (place, &number) in (0..).zip(&batch.numbers) {
        ensemble.add(place, crate::model::simulate(&batch.scenario, number as u64));
    }
    ensemble
}

/// Simulates the next step, if there is one.
fn go_on(strips: &mut Strips, scenario: &Scenario, levers: &[&'static str]) -> Option<Step> {
    let step = strips.next(scenario, levers)?;
    if strips.begin(step.clone()) {
        for (place, batch) in step.batches.iter().enumerate() {
            let is_last = place + 1 == step.batches.len();
            assert_eq!(strips.record(&step, place, &simulate(batch)), is_last);
        }
    }
    Some(step)
}

fn finish(strips: &mut Strips, scenario: &Scenario, levers: &[&'static str]) -> usize {
    std::iter::from_fn(|| go_on(strips, scenario, levers)).take(100).count()
}

#[test]
fn every_lever_gets_its_curves_in_their_order_and_then_its_claims() {
    let mut strips = Strips::default();
    let uses: Vec<Use> = std::iter::from_fn(|| go_on(&mut strips, &small(), &BOTH))
        .map(|step| step.for_what)
        .collect();
    let [pace, budget] = BOTH.map(|lever| Key::of(lever, &small()).unwrap());
    assert_eq!(
        uses,
        [Use::Curves(pace), Use::Curves(budget), Use::Pairs(pace), Use::Pairs(budget)]
    );
    for lever in BOTH {
        assert!(strips.of(lever, &small()).unwrap().claims.is_some());
    }
    assert_eq!(levers().count(), 8);
}

#[test]
fn a_strip_has_the_futures_of_ensembles_simulated_directly() {
    let mut strips = Strips::default();
    let step = go_on(&mut strips, &small(), &["fast_slow"]).unwrap();
    assert_eq!(step.batches.len(), PLACES);
    let response = strips.of("fast_slow", &small()).unwrap();
    for (place, position) in [(0, -1.0), (3, -0.25), (8, 1.0)] {
        let scenario = changed(|s| s.decisions.fast_slow = position).with_unknowns();
        let direct = ensemble_of(&scenario, 0..64);
        for (curve, measure) in response.curves.iter().zip(crate::summary::strips::MEASURES) {
            let exact = direct.quantiles(measure, 12).unwrap();
            assert!((curve.p50[place] - exact.p50).abs() < 1e-9, "{measure:?}");
            assert!((curve.p90[place] - exact.p90).abs() < 1e-9, "{measure:?}");
        }
    }
}

#[test]
fn moving_a_lever_leaves_its_own_strip_true_and_makes_the_others_stale() {
    let mut strips = Strips::default();
    finish(&mut strips, &small(), &BOTH);
    let moved = changed(|settings| settings.decisions.fast_slow = 0.37);
    assert!(strips.of("fast_slow", &moved).is_some());
    assert!(strips.of(BUDGET, &moved).is_none());
    // What is shown of the futures is not part of them.
    let asked = changed(|settings| {
        settings.simulation.target_schools = 7;
        settings.simulation.replicates = 900;
    });
    assert!(BOTH.iter().all(|lever| strips.of(lever, &asked).is_some()));
    // Beyond the part of its range that is shown, a budget has another strip.
    let rich = changed(|settings| settings.district.coaching_budget = 70.0);
    assert!(strips.of(BUDGET, &rich).is_none());
    // An undo finds those of before.
    finish(&mut strips, &moved, &BOTH);
    assert_eq!(strips.next(&small(), &BOTH), None);
    assert_eq!(strips.next(&moved, &BOTH), None);
}

#[test]
fn what_is_stopped_or_comes_late_is_ignored_and_counted_again() {
    let mut strips = Strips::default();
    let step = strips.next(&small(), &BOTH).unwrap();
    strips.begin(step.clone());
    assert!(strips.is_wanted(&small()));
    assert!(strips.is_wanted(&changed(|settings| settings.decisions.fast_slow = 1.0)));
    assert!(!strips.is_wanted(&changed(|settings| settings.decisions.build_buy = 1.0)));
    strips.record(&step, 0, &simulate(&step.batches[0]));
    assert_eq!(strips.stop(), Some(step.clone()));
    assert!(!strips.record(&step, 1, &simulate(&step.batches[1])));
    assert!(strips.under_way().is_none() && strips.of("fast_slow", &small()).is_none());
    assert_eq!(strips.next(&small(), &BOTH), Some(step));
}

#[test]
fn a_district_with_counts_has_only_futures_that_meet_them() {
    let chicago = with(&Preset::Chicago.into(), |settings| settings.simulation.months = 24);
    let mut strips = Strips::default();
    let history = go_on(&mut strips, &chicago, &["fast_slow"]).unwrap();
    assert!(matches!(history.for_what, Use::History(_)));
    assert_eq!(history.batches[0].numbers.len(), 512);
    assert!(strips.is_wanted(&chicago) || strips.under_way().is_none());
    let curves = go_on(&mut strips, &chicago, &["fast_slow"]).unwrap();
    assert!(matches!(curves.for_what, Use::Curves(_)));
    let futures = curves.weights.len();
    assert!((64..120).contains(&futures), "{futures}");
    assert!(effective(&curves.weights) >= FOR_CURVE);
    // In the history of these worlds about 100 schools had started.
    let rest = Key::of("fast_slow", &chicago).unwrap().rest;
    let history = history_of(&rest).unwrap();
    for &number in curves.batches[0].numbers.iter().take(8) {
        let run = crate::model::simulate(&history, number as u64);
        assert!(run.at(crate::model::Measure::Ever, 24) > 85.0);
    }
    // The decision that the history was of has that history at its place.
    assert!(strips.of("fast_slow", &chicago).unwrap().curves[1].p50[3] > 95.0);
}

#[test]
fn the_pairs_of_a_claim_are_other_futures_than_those_of_its_curves() {
    let mut strips = Strips::default();
    let curves = go_on(&mut strips, &small(), &["fast_slow"]).unwrap();
    let pairs = strips.next(&small(), &["fast_slow"]).unwrap();
    let last = *curves.batches[0].numbers.last().unwrap();
    for batch in &pairs.batches {
        assert!(batch.numbers.iter().all(|&number| number > last));
    }
    assert!(matches!(pairs.for_what, Use::Pairs(_)));
}

#[test]
fn the_strips_of_the_last_scenarios_are_kept() {
    let mut strips = Strips::default();
    let place = |i: usize| changed(|settings| settings.decisions.build_buy = i as f64 / 100.0);
    for i in 0..=MAX_KEPT {
        let step = strips.next(&place(i), &["fast_slow"]).unwrap();
        strips.begin(step.clone());
        let ensemble = ensemble_of(&step.batches[0].scenario, 0..64);
        (0..PLACES).for_each(|batch| {
            strips.record(&step, batch, &ensemble);
        });
    }
    assert!(strips.of("fast_slow", &place(0)).is_none());
    assert!(strips.of("fast_slow", &place(1)).is_some());
}
