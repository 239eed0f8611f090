//! What fuzzing holds, on inputs that are the same every time: the kept corpus (`fuzz/corpus`), changes
//! of it from a seeded generator, and futures out of random bytes. `make fuzz` tries a million more.

mod ends;
#[path = "../fuzz/src/lib.rs"]
mod fuzzing;

use districtwide::model::{Measure, simulate};
use districtwide::scenario::{Parameter, Scenario, Value, parameters};
use ends::ends;
use fuzzing::{FutureToTry, future};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use std::panic::catch_unwind;
use std::path::PathBuf;

/// Links, and files, that are tried beside those of the corpus: half of them changes of it, half random
/// bytes.
const TEXTS: usize = 20_000;
/// Futures that are tried in the same way.
const FUTURES: usize = 2_000;
/// Random inputs that show what they reach.
const SOME: usize = 300;
/// As many bytes as a future with no parameter left as its preset has it.
const BYTES_OF_A_FUTURE: usize = 350;
/// As many bytes as the settings of a link or file that is nearly right.
const BYTES_OF_A_TEXT: usize = 120;

/// The kept inputs of a target, in the order of their names.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "fuzz", "corpus", target].iter().collect();
    let entries = std::fs::read_dir(folder).expect("the folder of the corpus");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a readable input")).collect()
}

/// Calls the target with each input; one that breaks a property is shown.
fn hold(target: fn(&[u8]), inputs: impl IntoIterator<Item = Vec<u8>>) {
    for input in inputs {
        let held = catch_unwind(|| target(&input));
        assert!(held.is_ok(), "the input, as a byte string: b\"{}\"", input.escape_ascii());
    }
}

/// Inputs of the corpus after a few changes, as a careless or a hostile hand makes them.
fn changed(corpus: &[Vec<u8>]) -> impl Iterator<Item = Vec<u8>> {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    std::iter::repeat_with(move || {
        let mut bytes = corpus[rng.random_range(0..corpus.len())].clone();
        for _ in 0..rng.random_range(1..=4) {
            let other = &corpus[rng.random_range(0..corpus.len())];
            change(&mut bytes, other, &mut rng);
        }
        bytes
    })
}

fn change(bytes: &mut Vec<u8>, other: &[u8], rng: &mut ChaCha8Rng) {
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

/// Tries as many inputs as this, half of them changes of the kept ones, half random.
fn hold_generated(target: fn(&[u8]), name: &str, count: usize, length: usize) {
    hold(target, changed(&corpus(name)).take(count / 2));
    hold(target, random(length).take(count / 2));
}

#[test]
fn every_kept_link_is_read_or_refused_in_a_sentence() {
    hold(fuzzing::link, corpus("link"));
}

#[test]
fn every_kept_file_is_read_or_refused_in_a_sentence() {
    hold(fuzzing::file, corpus("file"));
}

#[test]
fn every_kept_future_holds_the_invariants() {
    hold(fuzzing::simulate, corpus("simulate"));
}

#[test]
fn every_generated_link_is_read_or_refused_in_a_sentence() {
    hold_generated(fuzzing::link, "link", TEXTS, BYTES_OF_A_TEXT);
}

#[test]
fn every_generated_file_is_read_or_refused_in_a_sentence() {
    hold_generated(fuzzing::file, "file", TEXTS, BYTES_OF_A_TEXT);
}

#[test]
fn every_generated_future_holds_the_invariants() {
    hold_generated(fuzzing::simulate, "simulate", FUTURES, BYTES_OF_A_FUTURE);
}

#[test]
fn the_random_futures_reach_every_part_of_the_model() {
    let parts = [Measure::Waiting, Measure::Starts, Measure::Stops, Measure::Events];
    let mut reached = [0; 4];
    for bytes in random(BYTES_OF_A_FUTURE).take(SOME) {
        let FutureToTry { scenario, replicate } = future(&bytes);
        let run = simulate(&scenario, replicate);
        for (count, part) in reached.iter_mut().zip(parts) {
            *count += usize::from((0..=run.months()).any(|month| run.at(part, month) > 0.0));
        }
    }
    assert!(reached.iter().all(|&count| count > SOME / 3), "of {SOME}: {reached:?}");
}

#[test]
fn the_random_futures_reach_both_ends_of_every_parameter() {
    // How large a future may be is bounded by its other parameters, and three stages seldom meet.
    let bounded = ["n_schools", "start_schools", "months"];
    let free = |parameter: &&Parameter| {
        !bounded.contains(&parameter.key) && !matches!(parameter.default_value(), Value::Stages(_))
    };
    let scenarios: Vec<Scenario> =
        random(BYTES_OF_A_FUTURE).take(SOME).map(|bytes| future(&bytes).scenario).collect();
    for parameter in parameters().filter(free) {
        for end in ends(parameter) {
            let reached = scenarios.iter().any(|scenario| (parameter.get)(scenario) == end);
            assert!(reached, "{} is never {end}", parameter.key);
        }
    }
}
