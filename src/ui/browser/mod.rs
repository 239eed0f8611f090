//! What the browser offers, in the types of this program.

pub mod disclosure;
pub mod download;
pub mod elements;
pub mod fetch;
pub mod files;
pub mod focus;
pub mod navigation;
pub mod reactive;
pub mod sections;
pub mod size;
pub mod storage;
