//! What the page and its workers post to each other: a chunk of replicates, and its runs.

use crate::ensemble::{Chunk, FinishedChunk};
use crate::model::Run;
use crate::scenario::{DisplayState, ModelVersion};
use js_sys::{Array, Float64Array};
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};

/// What a worker posts when it is ready for its first chunk.
pub const READY: &str = "ready";

/// What a worker posts for a chunk that it cannot read.
pub const UNREADABLE: &str = "unreadable";

/// A chunk as a message: `[link, [job, first, version of the model, workers, number, number, ...]]`.
pub fn chunk_to_message(chunk: &Chunk) -> JsValue {
    let version = chunk.scenario.version().number();
    let mut values = vec![
        f64::from(chunk.job),
        chunk.replicates.start as f64,
        version as f64,
        f64::from(chunk.workers),
    ];
    values.extend_from_slice(&chunk.numbers);
    let array = Float64Array::new_with_length(values.len() as u32);
    array.copy_from(&values);
    Array::of2(&(&*chunk.link).into(), &array).into()
}

/// The chunk of a message; none if it is not one of [`chunk_to_message`].
pub fn chunk_from_message(message: &JsValue) -> Option<Chunk> {
    let message: &Array = message.dyn_ref()?;
    let link: Arc<str> = message.get(0).as_string()?.into();
    let values = message.get(1).dyn_into::<Float64Array>().ok()?.to_vec();
    let [job, first, version, workers, ..] = values[..] else { return None };
    let numbers = values.get(4..)?.to_vec();
    let first = first as u64;
    Some(Chunk {
        job: job as u32,
        // The page posts only links of scenarios that it holds.
        scenario: DisplayState::read_plain(&link)?
            .scenario
            .as_of(ModelVersion::from_number(version as u64)?),
        link,
        replicates: first..first + numbers.len() as u64,
        numbers,
        workers: workers as u32,
    })
}

/// The runs of a chunk as a message `[job, first, ms, months, values]`, and the buffer to transfer with it.
pub fn runs_to_message(finished: &FinishedChunk) -> (JsValue, JsValue) {
    let months = finished.runs.first().map_or(0, Run::months);
    let values = values_of(months, &finished.runs);
    let message = Array::of5(
        &finished.job.into(),
        &(finished.first as f64).into(),
        &finished.ms.into(),
        &months.into(),
        &values,
    );
    (message.into(), Array::of1(&values.buffer()).into())
}

/// The runs of a message; none if it is not one of [`runs_to_message`].
pub fn runs_from_message(message: &JsValue) -> Option<FinishedChunk> {
    let message: &Array = message.dyn_ref()?;
    let number = |place| message.get(place).as_f64();
    let months = number(3)? as u32;
    let runs = runs_of(months, &message.get(4).dyn_into().ok()?);
    Some(FinishedChunk { job: number(0)? as u32, first: number(1)? as u64, ms: number(2)?, runs })
}

/// The values of these runs, run after run.
fn values_of(months: u32, runs: &[Run]) -> Float64Array {
    let length = Run::length(months);
    let values = Float64Array::new_with_length((length * runs.len()) as u32);
    for (place, run) in runs.iter().enumerate() {
        let begin = (place * length) as u32;
        values.subarray(begin, begin + length as u32).copy_from(run.values());
    }
    values
}

/// The runs that such an array holds.
fn runs_of(months: u32, values: &Float64Array) -> Vec<Run> {
    let length = Run::length(months) as u32;
    (0..values.length() / length)
        .map(|run| values.subarray(run * length, (run + 1) * length).to_vec())
        .filter_map(|values| Run::from_values(months, values))
        .collect()
}
