//! How fast the engine is, as ratios that mean something on any machine: `make bench` prints them.
//!
//! A machine drifts by more than what is to be measured, so works that are compared run turn by turn in
//! one process, and each figure is the median of the ratios of neighbouring turns.
//!
//! `--json` prints the figures for `BENCHMARKS.md`.

mod check;
mod limit;
mod scaling;
mod turns;
mod works;

use check::{FUTURES, assert_is_r1, mean_ever};
use districtwide::ensemble::run_on_all_cores;
use districtwide::model::Run;
use std::cell::Cell;
use std::rc::Rc;
use turns::{Aim, Figure, Goal, Work, report, take_turns};
use works::{Engine, ever};

fn main() {
    let engine = Rc::new(Engine::new());
    let limit = mean_ever(FUTURES, |replicate| limit::simulate(replicate).map(f64::from).to_vec());
    assert_is_r1("the hand-tuned loop", &limit);
    assert_is_r1("the engine", &mean_ever(FUTURES, |replicate| ever(&engine.r1(replicate))));
    let mut figures = against_the_limit(&engine);
    figures.extend(scaling::figures());
    figures.extend(two_workers());
    report(&figures);
}

/// Numbers that never come again: each call is another replicate.
fn counter() -> impl Fn() -> u64 {
    let count = Cell::new(0);
    move || count.replace(count.get() + 1)
}

/// R1 and the full model against the hand-tuned loop, by school and month.
fn against_the_limit(engine: &Rc<Engine>) -> Vec<Figure> {
    let size = (limit::SCHOOLS * limit::MONTHS) as f64;
    let work = |run: fn(&Engine, u64) -> Run| {
        let (engine, replicates) = (Rc::clone(engine), counter());
        Work::new(size, move || run(&engine, replicates()))
    };
    let limits = counter();
    let metric = Work::new(size, move || limit::simulate(limits()));
    let aims = [
        Aim {
            name: "R1 through the engine",
            goal: Some(Goal::AtMost(1.5)),
            work: work(Engine::r1),
        },
        Aim { name: "Full, cold", goal: Some(Goal::AtMost(3.0)), work: work(Engine::full_cold) },
        Aim { name: "Full, warm", goal: Some(Goal::AtMost(1.5)), work: work(Engine::full_warm) },
    ];
    take_turns(&metric, aims, "the hand-tuned loop of R1")
}

/// An ensemble on two workers against the same on one: how many times as fast.
fn two_workers() -> Vec<Figure> {
    let full = works::full();
    let ensemble = |workers| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(workers).build();
        let pool = pool.expect("a pool of workers");
        Work::new(1.0, move || pool.install(|| run_on_all_cores(&full, || {})))
    };
    let name = "500 futures on 2 workers, times as fast as on 1";
    take_turns(
        &ensemble(2),
        [Aim { name, goal: Some(Goal::AtLeast(1.7)), work: ensemble(1) }],
        "one worker",
    )
}
