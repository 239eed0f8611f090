//! Timing workloads in alternation with a baseline, and the resulting figures.

use std::fmt;
use std::hint::black_box;
use std::time::Instant;

/// Number of turns of each workload.
const TURNS: usize = 41;
/// Duration of a turn in seconds: long enough for the clock, short enough that the machine does not drift
/// within a few turns.
const TURN_SECONDS: f64 = 0.02;

/// Something to time.
pub struct Workload {
    /// Runs it this many times and returns the seconds that it takes.
    pub seconds: Box<dyn Fn(u32) -> f64>,
    /// Its size, so that workloads of different sizes can be compared.
    pub size: f64,
}

impl Workload {
    /// A workload of this size that runs in this process; its results are discarded.
    pub fn new<T>(size: f64, run: impl Fn() -> T + 'static) -> Self {
        Self { seconds: Box::new(move |times| seconds(&run, times)), size }
    }

    /// The number of runs in a turn.
    fn repeats(&self) -> u32 {
        (TURN_SECONDS / (self.seconds)(1)).max(1.0) as u32
    }

    /// Seconds per unit of size, over this many runs.
    fn turn(&self, repeats: u32) -> f64 {
        (self.seconds)(repeats) / f64::from(repeats) / self.size
    }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark needs a clock; the model has none")]
fn seconds<T>(run: impl Fn() -> T, times: u32) -> f64 {
    let started = Instant::now();
    for _ in 0..times {
        black_box(run());
    }
    started.elapsed().as_secs_f64()
}

/// A target for a ratio.
#[derive(Clone, Copy)]
pub enum Goal {
    /// At most this.
    AtMost(f64),
    /// At least this.
    AtLeast(f64),
}

impl Goal {
    fn is_met(self, ratio: f64) -> bool {
        match self {
            Self::AtMost(most) => ratio <= most,
            Self::AtLeast(least) => ratio >= least,
        }
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(most) => write!(f, "at most {most}"),
            Self::AtLeast(least) => write!(f, "at least {least}"),
        }
    }
}

/// A workload with its target.
pub struct Benchmark {
    /// Its name.
    pub name: &'static str,
    /// The target for the ratio to the baseline; `None` if it is only measured.
    pub goal: Option<Goal>,
    /// The workload.
    pub work: Workload,
}

/// A result.
pub struct Figure {
    /// What was measured.
    pub name: String,
    /// What it was compared with.
    pub against: &'static str,
    /// The median ratio of the times.
    pub ratio: f64,
    /// Its quartiles.
    pub quartiles: [f64; 2],
    /// The target.
    pub goal: Option<Goal>,
    /// Nanoseconds per unit of size, on this machine at this moment.
    pub nanoseconds: f64,
}

impl Figure {
    fn is_met(&self) -> Option<bool> {
        self.goal.map(|goal| goal.is_met(self.ratio))
    }

    fn to_json(&self) -> serde_json::Value {
        serde_json::json!({
            "name": self.name,
            "ratio": self.ratio,
            "quartiles": self.quartiles,
            "goal": self.goal.map(|goal| goal.to_string()),
            "met": self.is_met(),
            "nanoseconds": self.nanoseconds,
        })
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, third] = self.quartiles;
        let Self { name, against, ratio, .. } = self;
        write!(f, "{name:<52} {ratio:>6.2} ({first:.2} to {third:.2}) of {against}")?;
        if let (Some(goal), Some(met)) = (self.goal, self.is_met()) {
            write!(f, "; target {goal}: {}", if met { "met" } else { "not met" })?;
        }
        Ok(())
    }
}

/// Prints the figures: line by line, or with `--json` for programs.
pub fn report(figures: &[Figure]) {
    if std::env::args().any(|argument| argument == "--json") {
        println!("{}", serde_json::Value::from_iter(figures.iter().map(Figure::to_json)));
    } else {
        for figure in figures {
            println!("{figure}");
        }
    }
}

/// Times each workload in alternation with the baseline, and returns the ratios of their times per unit
/// of size.
pub fn alternate(
    baseline: &Workload,
    benchmarks: impl IntoIterator<Item = Benchmark>,
    against: &'static str,
) -> Vec<Figure> {
    let baseline_repeats = baseline.repeats();
    let figure = |Benchmark { name, goal, work }: Benchmark| {
        let repeats = work.repeats();
        let turns = (0..TURNS).map(|_| {
            let baseline_time = baseline.turn(baseline_repeats);
            let time = work.turn(repeats);
            (time / baseline_time, time * 1e9)
        });
        let (ratios, times) = turns.unzip();
        let [first, ratio, third] = quartiles(ratios);
        let [_, nanoseconds, _] = quartiles(times);
        let name = name.to_owned();
        Figure { name, against, ratio, quartiles: [first, third], goal, nanoseconds }
    };
    benchmarks.into_iter().map(figure).collect()
}

fn quartiles(mut numbers: Vec<f64>) -> [f64; 3] {
    numbers.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| numbers[(numbers.len() - 1) * quarter / 4])
}
