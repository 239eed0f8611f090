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
    /// Does it once.
    pub run: Box<dyn Fn()>,
    /// How much it is, so that works of different sizes compare.
    pub size: f64,
}

impl Work {
    /// A work of this size; what it gives is thrown away.
    pub fn new<T>(size: f64, run: impl Fn() -> T + 'static) -> Self {
        let run = move || {
            black_box(run());
        };
        Self { run: Box::new(run), size }
    }
}

/// A work with what is aimed at: at most so many times the yardstick.
pub struct Aim {
    /// What it is.
    pub name: &'static str,
    /// At most so many times the yardstick.
    pub target: f64,
    /// The work.
    pub work: Work,
}

/// What came out.
pub struct Figure {
    /// What was compared.
    pub name: String,
    /// With what.
    pub against: String,
    /// The median ratio of the times.
    pub ratio: f64,
    /// Its quartiles.
    pub quartiles: [f64; 2],
    /// What was aimed at: at most, or at least.
    pub target: f64,
    /// Whether the target is the least that is good.
    pub at_least: bool,
    /// Nanoseconds by unit of size: of this machine at this moment.
    pub nanoseconds: f64,
}

impl Figure {
    /// Whether the target is met.
    pub fn is_met(&self) -> bool {
        if self.at_least { self.ratio >= self.target } else { self.ratio <= self.target }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:<52} {:>6.2} ({:.2} to {:.2}) of {}; target {} {}: {}",
            self.name,
            self.ratio,
            self.quartiles[0],
            self.quartiles[1],
            self.against,
            if self.at_least { "at least" } else { "at most" },
            self.target,
            if self.is_met() { "met" } else { "not met" },
        )
    }
}

/// The figures for a program to read.
pub fn json(figures: &[Figure]) -> String {
    let rows: Vec<_> = figures
        .iter()
        .map(|figure| {
            serde_json::json!({
                "name": figure.name,
                "against": figure.against,
                "ratio": figure.ratio,
                "quartiles": figure.quartiles,
                "target": figure.target,
                "at_least": figure.at_least,
                "met": figure.is_met(),
                "nanoseconds": figure.nanoseconds,
            })
        })
        .collect();
    serde_json::Value::from(rows).to_string()
}

/// Times each of the works in turn with the yardstick: the ratios of their times by size.
pub fn take_turns(yardstick: &Work, aims: &[Aim], against: &str) -> Vec<Figure> {
    let repeats = |work: &Work| (TURN / seconds(work, 1)).max(1.0) as u32;
    let yard_repeats = repeats(yardstick);
    aims.iter()
        .map(|aim| {
            let repeats = repeats(&aim.work);
            let turns = (0..TURNS).map(|_| {
                let yard = seconds(yardstick, yard_repeats) / yardstick.size;
                let time = seconds(&aim.work, repeats) / aim.work.size;
                (time / yard, time * 1e9)
            });
            let (ratios, times) = turns.unzip();
            let [first, median, third] = quartiles(ratios);
            Figure {
                name: aim.name.to_owned(),
                against: against.to_owned(),
                ratio: median,
                quartiles: [first, third],
                target: aim.target,
                at_least: false,
                nanoseconds: quartiles(times)[1],
            }
        })
        .collect()
}

/// Seconds that the work takes, on average over so many times.
#[expect(clippy::disallowed_methods, reason = "a benchmark needs a clock; the model has none")]
pub fn seconds(work: &Work, repeats: u32) -> f64 {
    let started = Instant::now();
    for _ in 0..repeats {
        (work.run)();
    }
    started.elapsed().as_secs_f64() / f64::from(repeats)
}

fn quartiles(mut numbers: Vec<f64>) -> [f64; 3] {
    numbers.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| numbers[(numbers.len() - 1) * quarter / 4])
}
