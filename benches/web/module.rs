//! The workloads, callable from the page.

use super::works;
use wasm_bindgen::prelude::*;

/// The engine with its workloads. Each returns the schools that ever started, by month.
#[wasm_bindgen]
pub struct Engine(works::Engine);

#[wasm_bindgen]
impl Engine {
    /// The engine with its layouts computed.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self(works::Engine::new())
    }

    /// R1, layout included.
    pub fn r1(&self, replicate: u32) -> Vec<f64> {
        works::ever(&self.0.r1(replicate.into()))
    }

    /// The whole model, layout included.
    pub fn full_cold(&self, replicate: u32) -> Vec<f64> {
        works::ever(&self.0.full_cold(replicate.into()))
    }

    /// The whole model in a cached layout.
    pub fn full_warm(&self, replicate: u32) -> Vec<f64> {
        works::ever(&self.0.full_warm(replicate.into()))
    }
}
