//! What the browser offers, in the types of this program.

pub mod disclosure;
pub mod download;
pub mod effect;
pub mod elements;
pub mod fetch;
pub mod files;
pub mod size;
pub mod storage;
pub mod text;
