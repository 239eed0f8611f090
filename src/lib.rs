//! Districtwide shows how a new way of teaching may spread through a school district: move one of
//! seven decisions, and see the adoption curves of hundreds of simulated futures, what they cost, who
//! is left waiting and what lasts. It is a thinking tool, not a forecast.
//!
//! # The way the data goes
//!
//! ```text
//! scenario ──▶ model ──▶ ensemble ──▶ analysis ──▶ summary ──▶ chart ──▶ markup ──▶ state ──────▶ ui
//! what is set  a future  many futures  what holds  sentences,  pixels    HTML,      what is      the page
//!                                                  bands                 SVG        remembered   (wasm32 only)
//! ```
//!
//! Each module knows only those to its left, and [`language`], through which all of them say what a
//! person reads. [`scenario::Scenario`] goes in, [`ensemble::Ensemble`] comes out: who understands these
//! two understands the library.
//!
//! # Where a new thing goes
//!
//! | new | place |
//! |---|---|
//! | a parameter | its group's file in [`scenario`]: form, link, file, checks and docs follow |
//! | a term of the model | the file of its step in [`model`], with its row in `MODEL.md` |
//! | something that happens at a school | `model/chronicle.rs`, and its sentence in `summary/story.rs` |
//! | an output | `model/outputs.rs`; it is in the CSV at once |
//! | a question about more than one future | its numbers in [`analysis`], its words in [`summary`] |
//! | a real district with published counts | `cases/gallery.rs` |
//! | something to read beside the chart | [`summary`] |
//! | something to draw | its geometry in [`chart`], its SVG in [`markup`] |
//! | something that the page remembers or decides | [`state`]; what is simulated next: `ensemble/dispatch` |
//! | something to read from a table of schools | [`table`], which only knows [`language`] |
//! | a component | `ui`; behind a split point (`ui/parts.rs`) unless the first chart needs it |

pub mod analysis;
#[cfg(not(target_arch = "wasm32"))]
pub mod cases;
pub mod chart;
pub mod ensemble;
pub mod language;
pub mod markup;
pub mod model;
pub mod scenario;
pub mod state;
pub mod summary;
pub mod table;
#[cfg(target_arch = "wasm32")]
pub mod ui;
