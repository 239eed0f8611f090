//! How fast the engine is, as ratios that are meaningful on any machine: `make bench` prints them.
//!
//! A machine drifts by more than the differences to be measured, so compared workloads alternate in one
//! process, and each figure is the median of the ratios of adjacent turns.
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
use turns::{Benchmark, Figure, Goal, Workload, alternate, report};
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

/// Numbers that never repeat: each call returns another replicate.
fn counter() -> impl Fn() -> u64 {
    let count = Cell::new(0);
    move || count.replace(count.get() + 1)
}

/// R1 and the full model compared with the hand-tuned loop, per school and month.
fn against_the_limit(engine: &Rc<Engine>) -> Vec<Figure> {
    let size = (limit::SCHOOLS * limit::MONTHS) as f64;
    let work = |run: fn(&Engine, u64) -> Run| {
        let (engine, replicates) = (Rc::clone(engine), counter());
        Workload::new(size, move || run(&engine, replicates()))
    };
    let limits = counter();
    let baseline = Workload::new(size, move || limit::simulate(limits()));
    let benchmarks = [
        Benchmark {
            name: "R1 through the engine",
            goal: Some(Goal::AtMost(1.5)),
            work: work(Engine::r1),
        },
        Benchmark {
            name: "Full, cold",
            goal: Some(Goal::AtMost(3.0)),
            work: work(Engine::full_cold),
        },
        Benchmark {
            name: "Full, warm",
            goal: Some(Goal::AtMost(1.5)),
            work: work(Engine::full_warm),
        },
    ];
    alternate(&baseline, benchmarks, "the hand-tuned loop of R1")
}

/// An ensemble on two workers compared with the same on one: how many times faster.
fn two_workers() -> Vec<Figure> {
    let full = works::full();
    let ensemble = |workers| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(workers).build();
        let pool = pool.expect("a pool of workers");
        Workload::new(1.0, move || pool.install(|| run_on_all_cores(&full, || {})))
    };
    let name = "500 futures on 2 workers, times as fast as on 1";
    alternate(
        &ensemble(2),
        [Benchmark { name, goal: Some(Goal::AtLeast(1.7)), work: ensemble(1) }],
        "one worker",
    )
}
