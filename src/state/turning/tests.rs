use super::*;
use crate::analysis::Held;
use crate::scenario::{Preset, Settings};
use crate::summary::compare::hold_to_counts;
use crate::summary::compare::test_ensembles::{digest_of, ensemble_of, with, worlds_of};
use std::sync::Arc;

/// A small district without counts.
fn small(change: impl FnOnce(&mut Settings)) -> Scenario {
    let small = with(&Preset::SmallWealthy.into(), |settings| settings.simulation.months = 12);
    with(&small, change)
}

/// A run, with so many worlds if they are counted.
fn run(name: &str, scenario: &Scenario, worlds: u64) -> ComparedRun {
    let mut digest = digest_of(scenario, 0..8);
    if worlds > 0 {
        digest = digest.with_worlds(Arc::new(worlds_of(scenario, worlds)));
    }
    ComparedRun {
        name: name.to_owned(),
        color: 0,
        digest: Arc::new(digest),
        is_baseline: name == "Slow",
    }
}

/// Two runs that differ in their pace; with 4,000 worlds every answer is settled.
fn pair(worlds: u64) -> [ComparedRun; 2] {
    let slow = small(|settings| settings.simulation.target_schools = 2);
    let fast = with(&slow, |settings| settings.decisions.fast_slow = -1.0);
    [run("Slow", &slow, worlds), run("Fast", &fast, worlds)]
}

fn simulate(batch: &Batch) -> Ensemble {
    let mut ensemble = Ensemble::new(batch.scenario.simulation.months);
    for (place, &number) in (0..).zip(&batch.numbers) {
        ensemble.add(place, crate::model::simulate(&batch.scenario, number as u64));
    }
    ensemble
}

/// Simulates the next step, if there is one.
fn go_on(counts: &mut TurningCounts, pair: [&ComparedRun; 2]) -> Option<Step> {
    let step = counts.next(pair)?;
    counts.begin(step.clone());
    assert_eq!(counts.next(pair), None, "one step at a time");
    for (place, batch) in step.batches.iter().enumerate() {
        let is_last = place + 1 == step.batches.len();
        assert_eq!(counts.record(&step, place, &simulate(batch)), is_last);
    }
    Some(step)
}

#[test]
fn every_end_gets_the_same_futures_in_both_runs_and_the_baseline_as_it_is_once() {
    let runs = pair(4_000);
    let pair = [&runs[0], &runs[1]];
    let mut counts = TurningCounts::default();
    assert_eq!(go_on(&mut counts, pair), None, "nobody has asked");
    counts.ask(scenarios(pair));
    let as_it_is = go_on(&mut counts, pair).unwrap();
    assert_eq!(as_it_is.batches, [Batch::new(scenarios(pair)[0].with_unknowns(), 0..512)]);
    for end in End::all(scenarios(pair).each_ref()) {
        let step = go_on(&mut counts, pair).unwrap();
        let at = scenarios(pair).map(|run| end.at(&run).unwrap().with_unknowns());
        assert_eq!(step.batches, at.map(|run| Batch::new(run, 0..512)));
    }
    // Those that are not settled go on with other futures.
    while let Some(step) = go_on(&mut counts, pair) {
        assert!(step.batches[0].numbers[0] >= 512.0);
    }
    assert_eq!(counts.progress(), "All 12 ends of other decisions are counted.");
    let (turnings, how) = counts.answer(pair).unwrap();
    assert!(turnings[0].claim.contains(" reaches 2 schools before "), "{turnings:?}");
    assert!(how.contains(": 512 pairs of futures or more"), "{how}");
}

#[test]
fn the_answers_at_an_end_are_those_of_runs_that_are_moved_there_by_hand() {
    let runs = pair(4_000);
    let pair = [&runs[0], &runs[1]];
    let mut counts = TurningCounts::default();
    counts.ask(scenarios(pair));
    (0..3).for_each(|_| drop(go_on(&mut counts, pair)));
    let asked = counts.asked.as_ref().unwrap();
    let counted = &asked.ends[1];
    let [slow, fast] = scenarios(pair);
    let [moved_slow, moved_fast] = [slow, fast].map(|run| counted.end.at(&run).unwrap());
    for (moved, baseline) in [moved_slow, slow].iter().enumerate() {
        let outcomes = [baseline, &moved_fast].map(|run| {
            let run = run.with_unknowns();
            claimed_outcomes(&run, &ensemble_of(&run, 0..512))
        });
        let lasting = |of: usize, future: usize| outcomes[of][future][1];
        let differences = (0..512).map(|i| (lasting(1, i) - lasting(0, i), 1.0));
        let counted = counted.pairs.iter().map(|(pair, weight)| (pair[moved][1], *weight));
        assert_eq!(Shares::of(counted), Shares::of(differences));
    }
}

#[test]
fn before_the_answers_as_they_are_have_been_counted_nothing_is_simulated() {
    let runs = pair(0);
    let pair = [&runs[0], &runs[1]];
    let mut counts = TurningCounts::default();
    counts.ask(scenarios(pair));
    assert_eq!(counts.next(pair), None);
    assert_eq!(counts.progress(), "0 of 12 ends counted so far.");
}

#[test]
fn what_is_counted_stays_when_it_is_stopped_and_is_dropped_with_its_runs() {
    let runs = pair(4_000);
    let pair = [&runs[0], &runs[1]];
    let mut counts = TurningCounts::default();
    assert_eq!(counts.label(pair, 1), "What could turn this around?");
    assert_eq!(counts.label(pair, 2), "What could turn Fast against Slow around?");
    counts.ask(scenarios(pair));
    assert_eq!(counts.label(pair, 1), "Stop counting");
    while counts.answer(pair).is_none() {
        go_on(&mut counts, pair).unwrap();
    }
    let step = counts.next(pair).unwrap();
    counts.begin(step.clone());
    assert_eq!(counts.stop(), Some(step.clone()));
    assert!(!counts.record(&step, 0, &simulate(&step.batches[0])), "what comes late is ignored");
    assert!(counts.answer(pair).is_some() && counts.next(pair).is_none());
    assert_eq!(counts.label(pair, 1), "Go on counting");
    assert_eq!(counts.progress(), "Stopped: 1 of 12 ends are counted.");
    counts.ask(scenarios(pair));
    assert_eq!(counts.next(pair), Some(step));
    counts.drop_answer();
    assert!(counts.answer(pair).is_none() && counts.asked().is_none());
    assert_eq!(counts.progress(), "A run has changed since, and the answer is gone. Ask again.");
    counts.ask(scenarios(pair));
    assert_eq!(counts.progress(), "0 of 12 ends counted so far.");
}

#[test]
fn it_is_asked_of_runs_that_differ_and_share_their_luck_and_a_decision() {
    let [slow, fast] = pair(0);
    let luckier = run("Luckier", &with(&slow.digest.scenario, |s| s.simulation.seed = 9), 0);
    let same = run("Same", &slow.digest.scenario, 0);
    let other = run(
        "Other",
        &with(&slow.digest.scenario, |s| {
            let d = &mut s.decisions;
            for decision in [
                &mut d.central_decentral,
                &mut d.fast_slow,
                &mut d.need_readiness,
                &mut d.build_buy,
            ] {
                *decision = if *decision > 0.0 { -0.5 } else { 0.5 };
            }
            for decision in [&mut d.fixed_adapt, &mut d.package_modules, &mut d.best_process] {
                *decision = if *decision > 0.0 { -0.5 } else { 0.5 };
            }
        }),
        0,
    );
    let runs = [fast, slow, luckier, same, other];
    let names: Vec<[&str; 2]> =
        askable(&runs).into_iter().map(|pair| pair.map(|run| run.name.as_str())).collect();
    assert_eq!(names, [["Slow", "Fast"]]);
    assert!(askable(&[]).is_empty());
}

#[test]
fn runs_that_are_held_to_counts_are_moved_in_futures_that_meet_them() {
    let chicago = with(&Preset::Chicago.into(), |settings| settings.simulation.months = 12);
    let fast = with(&chicago, |settings| settings.decisions.fast_slow = -1.0);
    let held = |name, scenario: &Scenario| {
        let mut held = Held::default();
        let history = history_of(scenario).unwrap();
        hold_to_counts(&mut held, scenario, &ensemble_of(&history, 0..40));
        let mut worlds = worlds_of(scenario, 40);
        worlds.hold(held);
        let compared = run(name, scenario, 0);
        let digest = Arc::new(compared.digest.with_worlds(Arc::new(worlds)));
        ComparedRun { digest, ..compared }
    };
    let runs = [held("Slow", &chicago), held("Fast", &fast)];
    let pair = [&runs[0], &runs[1]];
    let weights = weights(pair).unwrap();
    let asked = Asked::new(scenarios(pair));
    let step = asked.next(&Some(weights.clone())).unwrap();
    assert!(step.is_last, "there are no more futures that are weighed");
    let numbers = &step.batches[0].numbers;
    assert!(numbers.len() < 40 && !numbers.is_empty());
    for (&number, &weight) in numbers.iter().zip(&step.weights) {
        assert_eq!(weight, weights[number as usize]);
    }
    let elsewhere = run("Elsewhere", &small(|_| ()), 40);
    assert_eq!(super::weights([&runs[0], &elsewhere]), None);
}
