//! Districtwide
pub mod model;
pub mod scenario;
