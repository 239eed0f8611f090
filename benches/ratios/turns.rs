//! Works that take turns, and the figures that come out.

use std::fmt;
use std::hint::black_box;
use std::time::Instant;

/// Turns of each work.
const TURNS: usize = 41;
/// Time that a turn should take, seconds: long enough for the clock, short enough for the machine not to
/// drift within a few turns.
const TURN: f64 = 0.02;

/// Something to be timed.
pub struct Work {
    /// Does it so many times: the seconds that it takes.
    pub seconds: Box<dyn Fn(u32) -> f64>,
    /// How much it is, so that works of different sizes compare.
    pub size: f64,
}

impl Work {
    /// A work of this size that is done here; what it gives is thrown away.
    pub fn new<T>(size: f64, run: impl Fn() -> T + 'static) -> Self {
        Self { seconds: Box::new(move |times| seconds(&run, times)), size }
    }

    /// How often the work is done in a turn.
    fn repeats(&self) -> u32 {
        (TURN / (self.seconds)(1)).max(1.0) as u32
    }

    /// Seconds by unit of size, over so many times.
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

/// What is good.
#[derive(Clone, Copy)]
pub enum Goal {
    /// At most so much.
    AtMost(f64),
    /// At least so much.
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

/// A work with what is aimed at.
pub struct Aim {
    /// What it is.
    pub name: &'static str,
    /// How many times the yardstick is good; none for what is only measured.
    pub goal: Option<Goal>,
    /// The work.
    pub work: Work,
}

/// What came out.
pub struct Figure {
    /// What was compared.
    pub name: String,
    /// With what.
    pub against: &'static str,
    /// The median ratio of the times.
    pub ratio: f64,
    /// Its quartiles.
    pub quartiles: [f64; 2],
    /// What was aimed at.
    pub goal: Option<Goal>,
    /// Nanoseconds by unit of size: of this machine at this moment.
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

/// Prints the figures: line by line, or with `--json` for a program to read.
pub fn report(figures: &[Figure]) {
    if std::env::args().any(|argument| argument == "--json") {
        println!("{}", serde_json::Value::from_iter(figures.iter().map(Figure::to_json)));
    } else {
        for figure in figures {
            println!("{figure}");
        }
    }
}

/// Times each of the works in turn with the yardstick: the ratios of their times by size.
pub fn take_turns(
    metric: &Work,
    aims: impl IntoIterator<Item = Aim>,
    against: &'static str,
) -> Vec<Figure> {
    let yard_repeats = metric.repeats();
    let figure = |Aim { name, goal, work }: Aim| {
        let repeats = work.repeats();
        let turns = (0..TURNS).map(|_| {
            let yard = metric.turn(yard_repeats);
            let time = work.turn(repeats);
            (time / yard, time * 1e9)
        });
        let (ratios, times) = turns.unzip();
        let [first, ratio, third] = quartiles(ratios);
        let [_, nanoseconds, _] = quartiles(times);
        let name = name.to_owned();
        Figure { name, against, ratio, quartiles: [first, third], goal, nanoseconds }
    };
    aims.into_iter().map(figure).collect()
}

fn quartiles(mut numbers: Vec<f64>) -> [f64; 3] {
    numbers.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| numbers[(numbers.len() - 1) * quarter / 4])
}
