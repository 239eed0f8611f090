//! How fast the engine is, as ratios that mean something on any machine: `make bench` prints them.
//!
//! A machine drifts by more than what is to be measured, so works that are compared run turn by turn in
//! one process, and each figure is the median of the ratios of neighbouring turns.
//!
//! `--json` prints the figures for `BENCHMARKS.md`.

mod limit;
mod scaling;
mod turns;
mod works;

use districtwide::ensemble::run_on_all_cores;
use districtwide::model::{Layout, Measure, Terrain, simulate, simulate_in};
use std::cell::Cell;
use turns::{Aim, Figure, Work, take_turns};

/// Layouts that are kept for warm works.
const KEPT: u64 = 100;

fn main() {
    let works_are_right = [limit_is_right(), r1_is_right()];
    assert!(works_are_right.iter().all(|&right| right), "R1 is not the work it should be");
    let mut figures = against_the_limit();
    figures.extend(scaling::figures());
    figures.push(two_workers());
    if std::env::args().any(|argument| argument == "--json") {
        println!("{}", turns::json(&figures));
    } else {
        for figure in &figures {
            println!("{figure}");
        }
    }
}

/// Numbers that never come again: each call is another replicate.
fn counter() -> impl Fn() -> u64 {
    let count = Cell::new(0);
    move || count.replace(count.get() + 1)
}

/// R1 and the full model against the hand-tuned loop, by school and month.
fn against_the_limit() -> Vec<Figure> {
    let (r1, full) = (works::r1(), works::full());
    let kept: Vec<Layout> =
        (0..KEPT).map(|replicate| Layout::new(Terrain::of(&full), replicate)).collect();
    let size = works::school_months(&full);
    let (limits, r1s, colds, warms) = (counter(), counter(), counter(), counter());
    let yardstick = Work::new(size, move || limit::simulate(limits()));
    let engine = Work::new(size, move || simulate(&r1, r1s()));
    let cold = Work::new(size, move || simulate(&full, colds()));
    let warm = Work::new(size, move || simulate_in(&full, &kept[(warms() % KEPT) as usize]));
    let aims = [
        Aim { name: "R1 through the engine", target: 1.5, work: engine },
        Aim { name: "Full, cold", target: 3.0, work: cold },
        Aim { name: "Full, warm", target: 1.5, work: warm },
    ];
    take_turns(&yardstick, &aims, "the hand-tuned loop of R1")
}

/// An ensemble on two workers against the same on one: how many times as fast.
fn two_workers() -> Figure {
    let full = works::full();
    let ensemble = |workers| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(workers).build();
        let pool = pool.expect("a pool of workers");
        Work::new(1.0, move || pool.install(|| run_on_all_cores(&full, || {})))
    };
    let one = Aim { name: "", target: 0.0, work: ensemble(1) };
    let figures = take_turns(&ensemble(2), &[one], "");
    Figure {
        name: "500 futures on 2 workers, times as fast as on 1".to_owned(),
        at_least: true,
        target: 1.7,
        against: "one worker".to_owned(),
        ..figures.into_iter().next().expect("one figure")
    }
}

/// Futures over which R1 is checked.
const CHECKED: u64 = 4_000;

/// What R1 must come to, schools that ever started on average: 86.2 at month 24 and 479.9 at month 120.
fn is_r1(ever_at: impl Fn(u64) -> [f64; 2]) -> bool {
    let mut means = [0.0; 2];
    for replicate in 0..CHECKED {
        for (mean, ever) in means.iter_mut().zip(ever_at(replicate)) {
            *mean += ever / CHECKED as f64;
        }
    }
    (means[0] - 86.2).abs() < 0.5 && (means[1] - 479.9).abs() < 0.5
}

fn limit_is_right() -> bool {
    is_r1(|replicate| {
        let ever = limit::simulate(replicate);
        [24, 120].map(|month| f64::from(ever[month]))
    })
}

fn r1_is_right() -> bool {
    let r1 = works::r1();
    is_r1(|replicate| {
        let run = simulate(&r1, replicate);
        [24, 120].map(|month| run.at(Measure::Ever, month))
    })
}
