//! A chunk of replicates on its way to a worker, and its runs on their way back.

use crate::ensemble::Layouts;
use crate::model::Run;
use crate::scenario::Scenario;
use js_sys::{Array, Float64Array};
use std::ops::Range;
use wasm_bindgen::{JsCast, JsValue};

/// Replicates of a scenario to simulate.
#[derive(Debug, Clone)]
pub struct Chunk {
    /// Number of the job it belongs to.
    pub job: u32,
    /// The scenario, as a link.
    pub link: String,
    /// The replicates.
    pub replicates: Range<u64>,
}

impl Chunk {
    /// As a message: `[job, link, first, end]`.
    pub fn to_message(&self) -> JsValue {
        Array::of4(
            &self.job.into(),
            &self.link.as_str().into(),
            &(self.replicates.start as f64).into(),
            &(self.replicates.end as f64).into(),
        )
        .into()
    }

    /// From a message; none if it is none of ours.
    pub fn from_message(message: &JsValue) -> Option<Self> {
        let message: &Array = message.dyn_ref()?;
        let number = |place| message.get(place).as_f64();
        Some(Self {
            job: number(0)? as u32,
            link: message.get(1).as_string()?,
            replicates: number(2)? as u64..number(3)? as u64,
        })
    }
}

/// The runs of a chunk.
pub struct Done {
    /// Number of the job.
    pub job: u32,
    /// First replicate.
    pub first: u64,
    /// Time it took, milliseconds.
    pub ms: f64,
    /// The runs of the first replicate and those that follow.
    pub runs: Vec<Run>,
}

impl Done {
    /// Simulates the replicates here and now, in layouts that are kept.
    pub fn of(
        scenario: &Scenario,
        job: u32,
        replicates: Range<u64>,
        layouts: &mut Layouts,
    ) -> Self {
        let started = now_ms();
        let first = replicates.start;
        let runs = replicates.map(|replicate| layouts.simulate(scenario, replicate)).collect();
        // A browser may round its clock to a millisecond.
        Self { job, first, ms: (now_ms() - started).max(0.5), runs }
    }

    /// As a message `[job, first, ms, months, values]`, and the buffer to hand over with it.
    pub fn to_message(&self) -> (JsValue, JsValue) {
        let months = self.runs.first().map_or(0, Run::months);
        let values = to_array(months, self.runs.len(), self.runs.iter());
        let message = Array::of5(
            &self.job.into(),
            &(self.first as f64).into(),
            &self.ms.into(),
            &months.into(),
            &values,
        );
        (message.into(), Array::of1(&values.buffer()).into())
    }

    /// From a message; none if it is none of ours.
    pub fn from_message(message: &JsValue) -> Option<Self> {
        let message: &Array = message.dyn_ref()?;
        let number = |place| message.get(place).as_f64();
        let months = number(3)? as u32;
        let runs = runs_of(months, &message.get(4).dyn_into().ok()?).collect();
        Some(Self { job: number(0)? as u32, first: number(1)? as u64, ms: number(2)?, runs })
    }
}

/// The values of so many runs, run after run.
fn to_array<'a>(months: u32, count: usize, runs: impl Iterator<Item = &'a Run>) -> Float64Array {
    let length = Run::length(months);
    let values = Float64Array::new_with_length((length * count) as u32);
    for (place, run) in runs.enumerate() {
        let begin = (place * length) as u32;
        values.subarray(begin, begin + length as u32).copy_from(run.values());
    }
    values
}

/// The runs that such an array holds, each taken over when it is asked for.
fn runs_of(months: u32, values: &Float64Array) -> impl Iterator<Item = Run> + '_ {
    let length = Run::length(months) as u32;
    (0..values.length() / length)
        .map(move |run| values.subarray(run * length, (run + 1) * length).to_vec())
        .filter_map(move |values| Run::from_values(months, values))
}

/// Bytes of layouts that a worker may keep: all of a district of 516 schools, a part of a state's.
pub const MOST_LAYOUT_BYTES: usize = 64 << 20;

/// The browser's clock, milliseconds; in a page and in a worker alike.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}
