//! Districtwide
pub mod ensemble;
pub mod model;
pub mod scenario;
