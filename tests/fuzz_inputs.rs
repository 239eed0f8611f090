//! The fuzz targets on deterministic inputs: the stored corpus (`fuzz/corpus`), mutations of it from a
//! seeded generator, and futures from random bytes. `make fuzz` tests a million more.

mod ends;
#[path = "../fuzz/src/lib.rs"]
mod fuzzing;

use districtwide::model::{Measure, simulate};
use districtwide::scenario::{Parameter, Scenario, Value, parameters};
use ends::ends;
use fuzzing::{FuzzedFuture, future};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use std::panic::catch_unwind;
use std::path::PathBuf;

/// Number of links, and of files, that are tested besides those of the corpus: half of them mutations of
/// it, half random bytes.
const TEXTS: usize = 20_000;
/// Number of tables that are tested in the same way.
const TABLES: usize = 4_000;
/// Number of futures that are tested in the same way.
const FUTURES: usize = 2_000;
/// Number of random inputs for the tests of what they reach.
const SAMPLE: usize = 300;
/// Number of bytes for a future with all parameters drawn.
const BYTES_PER_FUTURE: usize = 350;
/// Number of bytes for a table of a few rows.
const BYTES_PER_TABLE: usize = 200;
/// Number of bytes for the settings of a link or file that is nearly valid.
const BYTES_PER_TEXT: usize = 120;

/// The stored inputs of a target, in the order of their names.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "fuzz", "corpus", target].iter().collect();
    let entries = std::fs::read_dir(folder).expect("the folder of the corpus");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a readable input")).collect()
}

/// Calls the target with each input, and prints an input that breaks a property.
fn assert_holds(target: fn(&[u8]), inputs: impl IntoIterator<Item = Vec<u8>>) {
    for input in inputs {
        let held = catch_unwind(|| target(&input));
        assert!(held.is_ok(), "the input, as a byte string: b\"{}\"", input.escape_ascii());
    }
}

/// Inputs of the corpus after a few mutations, like those of a careless or hostile person.
fn mutations(corpus: &[Vec<u8>]) -> impl Iterator<Item = Vec<u8>> {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    std::iter::repeat_with(move || {
        let mut bytes = corpus[rng.random_range(0..corpus.len())].clone();
        for _ in 0..rng.random_range(1..=4) {
            let other = &corpus[rng.random_range(0..corpus.len())];
            mutate(&mut bytes, other, &mut rng);
        }
        bytes
    })
}

fn mutate(bytes: &mut Vec<u8>, other: &[u8], rng: &mut ChaCha8Rng) {
    let mut piece = |length: usize| {
        let start = rng.random_range(0..=length);
        start..length.min(start + rng.random_range(0..=16))
    };
    let (here, there) = (piece(bytes.len()), piece(other.len()));
    match rng.random_range(0..5) {
        0 => drop(bytes.drain(here)),
        1 => bytes.insert(here.start, rng.random()),
        2 => bytes[here].iter_mut().for_each(|byte| *byte ^= 1 << rng.random_range(0..8)),
        3 => drop(bytes.splice(here, other[there].to_vec())),
        _ => {
            let copy = bytes[here.clone()].to_vec();
            drop(bytes.splice(here.start..here.start, copy));
        }
    }
}

fn random(length: usize) -> impl Iterator<Item = Vec<u8>> {
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    std::iter::repeat_with(move || (0..length).map(|_| rng.random()).collect())
}

/// Tests this number of inputs, half of them mutations of the stored ones, half random.
fn assert_holds_for_generated(target: fn(&[u8]), name: &str, count: usize, length: usize) {
    assert_holds(target, mutations(&corpus(name)).take(count / 2));
    assert_holds(target, random(length).take(count / 2));
}

#[test]
fn every_stored_link_is_parsed_or_rejected_with_a_sentence() {
    assert_holds(fuzzing::link, corpus("link"));
}

#[test]
fn every_stored_file_is_parsed_or_rejected_with_a_sentence() {
    assert_holds(fuzzing::file, corpus("file"));
}

#[test]
fn every_stored_table_is_read_to_the_end_or_refused_with_a_sentence() {
    assert_holds(fuzzing::table, corpus("table"));
}

#[test]
fn every_stored_future_satisfies_the_invariants() {
    assert_holds(fuzzing::simulate, corpus("simulate"));
}

#[test]
fn every_generated_link_is_parsed_or_rejected_with_a_sentence() {
    assert_holds_for_generated(fuzzing::link, "link", TEXTS, BYTES_PER_TEXT);
}

#[test]
fn every_generated_file_is_parsed_or_rejected_with_a_sentence() {
    assert_holds_for_generated(fuzzing::file, "file", TEXTS, BYTES_PER_TEXT);
}

#[test]
fn every_generated_table_is_read_to_the_end_or_refused_with_a_sentence() {
    assert_holds_for_generated(fuzzing::table, "table", TABLES, BYTES_PER_TABLE);
}

#[test]
fn every_generated_future_satisfies_the_invariants() {
    assert_holds_for_generated(fuzzing::simulate, "simulate", FUTURES, BYTES_PER_FUTURE);
}

#[test]
fn the_random_futures_reach_every_part_of_the_model() {
    let parts = [Measure::Waiting, Measure::Starts, Measure::Stops, Measure::Events];
    let mut reached = [0; 4];
    for bytes in random(BYTES_PER_FUTURE).take(SAMPLE) {
        let FuzzedFuture { scenario, replicate } = future(&bytes);
        let run = simulate(&scenario, replicate);
        for (count, part) in reached.iter_mut().zip(parts) {
            *count += usize::from((0..=run.months()).any(|month| run.at(part, month) > 0.0));
        }
    }
    assert!(reached.iter().all(|&count| count > SAMPLE / 3), "of {SAMPLE}: {reached:?}");
}

#[test]
fn the_random_futures_reach_both_ends_of_every_parameter() {
    // The size of a future is bounded by its other parameters, and three stages are seldom all at an end.
    let bounded = ["n_schools", "start_schools", "months"];
    let free = |parameter: &&Parameter| {
        !bounded.contains(&parameter.key) && !matches!(parameter.default_value(), Value::Stages(_))
    };
    let scenarios: Vec<Scenario> =
        random(BYTES_PER_FUTURE).take(SAMPLE).map(|bytes| future(&bytes).scenario).collect();
    for parameter in parameters().filter(free) {
        for end in ends(parameter) {
            let reached = scenarios.iter().any(|scenario| (parameter.get)(scenario) == end);
            assert!(reached, "{} is never {end}", parameter.key);
        }
    }
}
