//! The native side: runs the workloads in alternation with a page.

#[path = "../ratios/check.rs"]
mod check;
mod page;
#[path = "../ratios/turns.rs"]
mod turns;

use super::works::{self, Engine, ever};
use check::{FUTURES, assert_is_r1, mean_ever};
use districtwide::model::Run;
use page::Page;
use std::cell::Cell;
use std::rc::Rc;
use turns::{Benchmark, Figure, Goal, Workload, alternate, report};

/// A workload of the engine: its name in the page, and the native function.
type EngineWork = (&'static str, fn(&Engine, u64) -> Run);

const R1: EngineWork = ("r1", Engine::r1);
const FULL_COLD: EngineWork = ("full_cold", Engine::full_cold);
const FULL_WARM: EngineWork = ("full_warm", Engine::full_warm);

/// Number of futures in which page and engine must have the same bits.
const COMPARED: u64 = 200;

pub fn main() {
    let bench = Bench::open();
    for work in [R1, FULL_COLD, FULL_WARM] {
        bench.assert_same_bits(work);
    }
    for program in ["r1", "plain", "hand_tuned"] {
        assert_is_r1(program, &bench.page.mean_ever(program, FUTURES));
    }
    let mut figures = bench.against_native();
    figures.extend(bench.against_javascript());
    report(&figures);
}

struct Bench {
    engine: Rc<Engine>,
    page: Rc<Page>,
    /// Schools times months of one future.
    size: f64,
}

impl Bench {
    fn open() -> Self {
        let r1 = works::r1();
        let size = f64::from(r1.district.n_schools) * f64::from(r1.simulation.months);
        Self { engine: Rc::new(Engine::new()), page: Rc::new(Page::open(&r1)), size }
    }

    fn assert_same_bits(&self, (name, run): EngineWork) {
        let here = mean_ever(COMPARED, |replicate| ever(&run(&self.engine, replicate)));
        assert_eq!(self.page.mean_ever(name, COMPARED), here, "{name} in the page");
    }

    /// A workload run by the engine, natively.
    fn native(&self, (_, run): EngineWork) -> Workload {
        let (engine, replicate) = (Rc::clone(&self.engine), Cell::new(0));
        Workload::new(self.size, move || run(&engine, replicate.replace(replicate.get() + 1)))
    }

    /// A workload run by the page.
    fn in_page(&self, name: &'static str) -> Workload {
        let (page, replicate) = (Rc::clone(&self.page), Cell::new(0));
        let seconds = move |times| {
            let first = replicate.replace(replicate.get() + u64::from(times));
            page.seconds(name, first, times)
        };
        Workload { seconds: Box::new(seconds), size: self.size }
    }

    /// The engine in the page compared with the same natively.
    fn against_native(&self) -> Vec<Figure> {
        let works = [
            ("R1 in the page", R1),
            ("Full, cold, in the page", FULL_COLD),
            ("Full, warm, in the page", FULL_WARM),
        ];
        let figures = works.map(|(name, work)| {
            let benchmark =
                Benchmark { name, goal: Some(Goal::AtMost(1.5)), work: self.in_page(work.0) };
            alternate(&self.native(work), [benchmark], "the same natively")
        });
        figures.into_iter().flatten().collect()
    }

    /// JavaScript compared with the engine in the page: how many times faster the engine is.
    fn against_javascript(&self) -> Vec<Figure> {
        let benchmark = |name, goal, program| Benchmark { name, goal, work: self.in_page(program) };
        let benchmarks = [
            benchmark("R1 in plain JavaScript", Some(Goal::AtLeast(4.0)), "plain"),
            benchmark("R1 in hand-tuned JavaScript", None, "hand_tuned"),
        ];
        alternate(&self.in_page(R1.0), benchmarks, "R1 in the page")
    }
}
