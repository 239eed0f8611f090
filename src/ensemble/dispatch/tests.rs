//! A page is played without a browser: its workers are numbers, and its clock is counted by hand.

use super::*;
use crate::model::simulate;
use crate::scenario::Preset;

/// A scenario with so many futures.
fn scenario(replicates: u32) -> Scenario {
    let mut settings = Scenario::from(Preset::SmallWealthy).settings();
    settings.simulation.replicates = replicates;
    Scenario::new(settings).unwrap()
}

/// The smallest number of futures that a person may ask for.
const FEW: u32 = 50;

/// A dispatcher whose workers are all ready.
fn with_workers(cores: usize) -> Dispatcher {
    let mut dispatcher = Dispatcher::new(cores, true);
    start_workers(&mut dispatcher);
    dispatcher
}

fn start_workers(dispatcher: &mut Dispatcher) {
    for worker in dispatcher.workers_to_start() {
        dispatcher.worker_started();
        dispatcher.worker_is_ready(worker);
    }
}

fn finished(chunk: &Chunk, ms: f64) -> FinishedChunk {
    let runs = chunk.numbers.iter().map(|&number| simulate(&chunk.scenario, number as u64));
    FinishedChunk { job: chunk.job, first: chunk.replicates.start, ms, runs: runs.collect() }
}

/// All that idle workers get now.
fn assignments(dispatcher: &mut Dispatcher, now_ms: f64) -> Vec<(usize, Chunk)> {
    std::iter::from_fn(|| dispatcher.next_assignment(now_ms)).collect()
}

/// Lets the workers finish these chunks.
fn finish(dispatcher: &mut Dispatcher, assigned: &[(usize, Chunk)]) {
    for (worker, chunk) in assigned {
        dispatcher.worker_is_ready(*worker);
        dispatcher.record(finished(chunk, 1.0), 0.0);
    }
}

/// Lets the workers simulate until nothing is left; returns how many futures were shown, each time.
fn run_out(dispatcher: &mut Dispatcher) -> Vec<usize> {
    let mut shown = Vec::new();
    loop {
        let assigned = assignments(dispatcher, 0.0);
        if assigned.is_empty() {
            return shown;
        }
        for (worker, chunk) in assigned {
            dispatcher.worker_is_ready(worker);
            dispatcher.record(finished(&chunk, 1.0), 0.0);
            shown.extend(dispatcher.take_refinement().map(|refined| refined.ensemble.len()));
        }
    }
}

#[test]
fn an_ensemble_has_every_future_whatever_the_workers_do() {
    let scenario = scenario(FEW);
    let mut dispatcher = with_workers(4);
    dispatcher.run(scenario, 0.0);
    let lost = assignments(&mut dispatcher, 0.0);
    assert_eq!(lost.len(), 3);
    dispatcher.worker_failed(lost[1].0);
    dispatcher.worker_is_ready(lost[1].0);
    for (worker, chunk) in [&lost[0], &lost[2]] {
        dispatcher.worker_is_ready(*worker);
        dispatcher.record(finished(chunk, 1.0), 0.0);
    }
    assert!(dispatcher.completed().is_none());
    run_out(&mut dispatcher);
    let (of, ensemble) = dispatcher.completed().unwrap();
    let replicates: Vec<u64> = ensemble.runs().map(|(replicate, _)| replicate).collect();
    assert_eq!(replicates, (0..u64::from(FEW)).collect::<Vec<_>>());
    assert_eq!(of, scenario);
    let (_, run) = ensemble.runs().last().unwrap();
    assert_eq!(*run, simulate(&scenario, u64::from(FEW) - 1));
}

#[test]
fn refinements_are_shown_from_eight_futures_on_and_each_only_once() {
    let mut dispatcher = with_workers(3);
    dispatcher.run(scenario(200), 0.0);
    let shown = run_out(&mut dispatcher);
    assert!(shown[0] >= 8 && shown.last() == Some(&200) && shown.len() <= 4, "{shown:?}");
    assert!(shown.windows(2).all(|pair| pair[1] >= (4 * pair[0]).min(200)), "{shown:?}");
    assert!(dispatcher.take_refinement().is_none());
}

#[test]
fn a_first_band_that_is_overdue_is_shown_with_the_futures_there_are() {
    let mut dispatcher = with_workers(8);
    dispatcher.run(scenario(FEW), 100.0);
    let assigned = assignments(&mut dispatcher, 100.0);
    dispatcher.record(finished(&assigned[0].1, 1.0), 116.0);
    assert!(dispatcher.take_refinement().is_none());
    dispatcher.record(finished(&assigned[1].1, 1.0), 117.0);
    let refinement = dispatcher.take_refinement().unwrap();
    assert!(refinement.ensemble.len() < 8 && !refinement.is_complete);
}

#[test]
fn a_newer_scenario_drops_the_older_one_with_what_was_worth_showing() {
    let mut dispatcher = with_workers(2);
    dispatcher.run(scenario(FEW), 0.0);
    let (worker, old) = dispatcher.next_assignment(0.0).unwrap();
    dispatcher.record(finished(&old, 1.0), 20.0);
    dispatcher.run(scenario(60), 20.0);
    assert!(dispatcher.take_refinement().is_none());
    assert!(!dispatcher.record(finished(&old, 1.0), 20.0));
    dispatcher.worker_failed(worker);
    assert_eq!(dispatcher.next_slice(20.0).unwrap().replicates.start, 0);
    assert!(dispatcher.take_refinement().is_none());
}

#[test]
fn the_background_runs_only_when_the_shown_ensemble_has_nothing_left() {
    let mut dispatcher = with_workers(2);
    dispatcher.run_in_background(Batch::all(scenario(60)), 0.0);
    dispatcher.run_in_background(Batch::all(scenario(70)), 0.0);
    dispatcher.run(scenario(FEW), 0.0);
    let (worker, first) = dispatcher.next_assignment(0.0).unwrap();
    assert_eq!(first.scenario, scenario(FEW));
    dispatcher.worker_is_ready(worker);
    dispatcher.record(finished(&first, 1.0), 0.0);
    run_out(&mut dispatcher);
    let completed: Vec<Completed> = std::iter::from_fn(|| dispatcher.take_completed()).collect();
    let sizes: Vec<usize> = completed.iter().map(|completed| completed.ensemble.len()).collect();
    assert_eq!(sizes, [60, 70]);
    assert_eq!(dispatcher.completed().unwrap().1.len(), FEW as usize);
}

#[test]
fn the_first_band_is_simulated_at_once_where_that_is_quick() {
    let mut dispatcher = with_workers(3);
    dispatcher.run(scenario(200), 0.0);
    let first = dispatcher.first_band().unwrap();
    assert_eq!(first.replicates, 0..8);
    dispatcher.record(finished(&first, 1.0), 1.0);
    assert_eq!(dispatcher.take_refinement().unwrap().ensemble.len(), 8);
    // The workers have the rest.
    let rest = assignments(&mut dispatcher, 2.0);
    assert!(!rest.is_empty() && rest.iter().all(|(_, chunk)| chunk.replicates.start >= 8));
    assert!(dispatcher.first_band().is_none());
    let mut slow = with_workers(3);
    slow.run(scenario(200), 0.0);
    let (_, chunk) = slow.next_assignment(0.0).unwrap();
    slow.record(finished(&chunk, 1e3), 0.0);
    slow.run(scenario(201), 0.0);
    assert!(slow.first_band().is_none());
}

#[test]
fn a_batch_of_the_background_has_the_futures_of_its_numbers_and_no_others() {
    let mut dispatcher = with_workers(3);
    let later = Batch::new(scenario(FEW), 500..560);
    dispatcher.run_in_background(Batch::all(scenario(FEW)), 0.0);
    dispatcher.run_in_background(later.clone(), 0.0);
    run_out(&mut dispatcher);
    assert_eq!(dispatcher.take_completed().unwrap().ensemble.len(), FEW as usize);
    let Completed { batch, ensemble } = dispatcher.take_completed().unwrap();
    assert_eq!((batch, ensemble.len()), (later.clone(), 60));
    let run = ensemble.runs().next().unwrap().1;
    assert_eq!(*run, simulate(&later.scenario, 500));
}

#[test]
fn chosen_futures_are_simulated_under_their_numbers_and_kept_under_their_places() {
    let mut dispatcher = with_workers(3);
    let numbers: Vec<f64> = (0..40).map(|place| f64::from(3 + 7 * place)).collect();
    let chosen = Batch { scenario: scenario(FEW), numbers: numbers.clone() };
    dispatcher.run_in_background(chosen.clone(), 0.0);
    run_out(&mut dispatcher);
    let Completed { batch, ensemble } = dispatcher.take_completed().unwrap();
    assert_eq!((batch, ensemble.len()), (chosen, 40));
    for (place, run) in ensemble.runs() {
        assert_eq!(*run, simulate(&scenario(FEW), numbers[place as usize] as u64));
    }
}

#[test]
fn a_chunk_of_the_background_that_is_lost_is_simulated_again() {
    let mut dispatcher = with_workers(3);
    dispatcher.run_in_background(Batch::all(scenario(FEW)), 0.0);
    let (worker, _) = dispatcher.next_assignment(0.0).unwrap();
    dispatcher.worker_failed(worker);
    run_out(&mut dispatcher);
    assert_eq!(dispatcher.take_completed().unwrap().ensemble.len(), FEW as usize);
    assert!(dispatcher.take_completed().is_none());
}

#[test]
fn chunks_follow_the_time_that_was_measured() {
    let mut dispatcher = with_workers(2);
    dispatcher.run(scenario(500), 0.0);
    let next = |dispatcher: &mut Dispatcher, ms_each: f64| {
        let (worker, chunk) = dispatcher.next_assignment(0.0).unwrap();
        let size = chunk.replicates.end - chunk.replicates.start;
        dispatcher.worker_is_ready(worker);
        dispatcher.record(finished(&chunk, ms_each * size as f64), 0.0);
        size
    };
    assert_eq!(next(&mut dispatcher, 1.5), 8);
    assert_eq!(next(&mut dispatcher, 0.3), 2);
    assert_eq!(next(&mut dispatcher, 0.3), 10);
}

#[test]
fn one_core_is_left_to_the_page_until_the_first_ensemble_is_complete() {
    assert_eq!(Dispatcher::new(0, false).workers_to_start(), 0..1);
    assert_eq!(Dispatcher::new(1, false).workers_to_start(), 0..1);
    let mut dispatcher = with_workers(4);
    assert_eq!(dispatcher.workers_to_start(), 3..3);
    dispatcher.run(scenario(FEW), 0.0);
    run_out(&mut dispatcher);
    assert_eq!(dispatcher.workers_to_start(), 3..4);
    start_workers(&mut dispatcher);
    dispatcher.run(scenario(60), 0.0);
    assert_eq!(dispatcher.workers_to_start(), 4..4);
    assert_eq!(assignments(&mut dispatcher, 0.0).len(), 4);
}

#[test]
fn only_the_chunk_that_completes_the_shown_ensemble_says_so() {
    let mut dispatcher = with_workers(2);
    dispatcher.run(scenario(FEW), 0.0);
    let mut completions = 0;
    while let Some((worker, chunk)) = dispatcher.next_assignment(0.0) {
        dispatcher.worker_is_ready(worker);
        completions += usize::from(dispatcher.record(finished(&chunk, 1.0), 0.0));
    }
    assert_eq!(completions, 1);
    assert!(dispatcher.take_refinement().unwrap().is_complete);
}

/// How many futures a page with so many cores gets while it opens.
fn futures_while_opening(cores: usize, is_embedded: bool) -> u64 {
    let mut dispatcher = Dispatcher::new(cores, is_embedded);
    start_workers(&mut dispatcher);
    dispatcher.run(scenario(200), 0.0);
    let mut futures = 0;
    while let Some((worker, chunk)) = dispatcher.next_assignment(0.0) {
        futures += chunk.replicates.end - chunk.replicates.start;
        dispatcher.worker_is_ready(worker);
        dispatcher.record(finished(&chunk, 1.0), 0.0);
    }
    futures
}

#[test]
fn on_few_cores_most_futures_wait_until_the_page_has_opened() {
    assert!((32..200).contains(&futures_while_opening(2, false)));
    assert_eq!([futures_while_opening(2, true), futures_while_opening(3, false)], [200, 200]);
}

#[test]
fn the_wait_ends_when_the_page_has_opened_or_something_is_changed() {
    let waiting = || {
        let mut dispatcher = Dispatcher::new(2, false);
        start_workers(&mut dispatcher);
        dispatcher.run(scenario(200), 0.0);
        run_out(&mut dispatcher);
        assert!(dispatcher.completed().is_none());
        dispatcher
    };
    let mut opened = waiting();
    opened.opened();
    run_out(&mut opened);
    assert!(opened.completed().is_some());
    let mut changed = waiting();
    changed.run(scenario(FEW), 0.0);
    run_out(&mut changed);
    assert!(changed.completed().is_some());
}

#[test]
fn the_main_thread_simulates_where_no_worker_is_ready_within_half_a_second() {
    let mut dispatcher = Dispatcher::new(3, false);
    dispatcher.worker_started();
    dispatcher.run(scenario(FEW), 1_000.0);
    assert_eq!(dispatcher.slice_wait_ms(1_100.0), Some(400));
    assert_eq!(dispatcher.slice_wait_ms(9_000.0), Some(0));
    let slice = dispatcher.next_slice(1_500.0).unwrap();
    dispatcher.record(finished(&slice, 1.0), 1_500.0);
    assert!(dispatcher.take_refinement().is_some());
    dispatcher.worker_is_ready(0);
    assert_eq!((dispatcher.slice_wait_ms(1_600.0), dispatcher.next_slice(1_600.0)), (None, None));
    dispatcher.worker_failed(0);
    assert_eq!(dispatcher.slice_wait_ms(1_600.0), Some(0));
}

#[test]
fn without_any_worker_the_main_thread_simulates_everything() {
    let mut dispatcher = Dispatcher::new(2, true);
    dispatcher.run(scenario(FEW), 0.0);
    dispatcher.run_in_background(Batch::all(scenario(60)), 0.0);
    assert_eq!(dispatcher.slice_wait_ms(0.0), Some(0));
    while let Some(slice) = dispatcher.next_slice(0.0) {
        dispatcher.record(finished(&slice, 1.0), 0.0);
    }
    assert!(dispatcher.completed().is_some() && dispatcher.take_completed().is_some());
}

#[test]
fn runs_that_cannot_be_of_the_scenario_are_left_out() {
    let mut dispatcher = with_workers(2);
    dispatcher.run(scenario(FEW), 0.0);
    let (_, chunk) = dispatcher.next_assignment(0.0).unwrap();
    let mut foreign = finished(&chunk, 1.0);
    foreign.runs = vec![Run::from_values(1, vec![0.0; Run::length(1)]).unwrap()];
    dispatcher.record(foreign, 0.0);
    dispatcher.record(FinishedChunk { runs: Vec::new(), ..finished(&chunk, 1.0) }, 0.0);
    assert!(dispatcher.shown.as_ref().unwrap().ensemble().is_empty());
    dispatcher.worker_is_ready(0);
    assert!(dispatcher.next_assignment(0.0).is_some());
}

#[test]
fn there_are_at_most_eight_workers_and_each_knows_with_how_many_it_shares_its_memory() {
    let mut dispatcher = with_workers(64);
    dispatcher.run(scenario(600), 0.0);
    let assigned = assignments(&mut dispatcher, 0.0);
    assert_eq!(assigned.len(), 7);
    assert!(assigned.iter().all(|(_, chunk)| chunk.workers == 7));
    finish(&mut dispatcher, &assigned);
    run_out(&mut dispatcher);
    assert_eq!(dispatcher.workers_to_start(), 7..8);
}

#[test]
fn an_ensemble_that_is_cancelled_in_the_background_gets_no_more_chunks() {
    let mut dispatcher = with_workers(3);
    dispatcher.run_in_background(Batch::all(scenario(60)), 0.0);
    dispatcher.run_in_background(Batch::all(scenario(70)), 0.0);
    let under_way = assignments(&mut dispatcher, 0.0);
    dispatcher.cancel_in_background(&Batch::all(scenario(60)));
    finish(&mut dispatcher, &under_way);
    let next = assignments(&mut dispatcher, 0.0);
    assert!(!next.is_empty() && next.iter().all(|(_, chunk)| chunk.scenario == scenario(70)));
    finish(&mut dispatcher, &next);
    run_out(&mut dispatcher);
    assert_eq!(dispatcher.take_completed().unwrap().batch.scenario, scenario(70));
    assert!(dispatcher.take_completed().is_none());
}

#[test]
fn the_futures_so_far_of_an_ensemble_in_the_background_are_known_until_it_is_taken() {
    let mut dispatcher = with_workers(2);
    dispatcher.run_in_background(Batch::all(scenario(60)), 0.0);
    let done = |dispatcher: &Dispatcher| {
        dispatcher.so_far_in_background(&scenario(60)).map(|so_far| so_far.ensemble.len())
    };
    assert_eq!(done(&dispatcher), Some(0));
    let first = assignments(&mut dispatcher, 0.0);
    let assigned: u64 =
        first.iter().map(|(_, chunk)| chunk.replicates.end - chunk.replicates.start).sum();
    finish(&mut dispatcher, &first);
    assert_eq!(done(&dispatcher), Some(assigned as usize));
    run_out(&mut dispatcher);
    assert!(dispatcher.take_completed().is_some());
    assert_eq!(done(&dispatcher), None);
}
