//! What the page remembers and decides, without a browser; `ui` wraps it in signals.
//!
//! Plain types and functions: whatever a person does or the browser reports goes in, and what is to be
//! shown, simulated or stored comes out. Nothing here reads a clock, a storage or an element.
//!
//! | file | what it holds |
//! |---|---|
//! | [`address`] | what the page opens on, and what happens to the address after a change |
//! | [`history`] | undo and redo |
//! | [`origins`] | what was opened as a whole, under which name, and what has come from it |
//! | [`reset`] | what a reset goes back to |
//! | [`resume`] | what a page keeps while it is loaded again in another language |
//! | [`draws`] | scenarios that are drawn at random |
//! | [`pins`] | the pinned runs, and what a person does to them |
//! | [`stored_pins`] | which runs are pinned when the page opens: those of its link, or the stored ones |
//! | [`comparison`] | the runs that are compared, and the schools that flip between them |
//! | [`sharing`] | what a shared link holds, and what came out differently since it was made |
//! | [`opened_files`] | scenario files that a person opens: shown, pinned, refused |
//! | [`saved_files`] | the names of the files that a person saves |
//! | [`pinned_results`] | the results of all pinned runs on their way into one file |
//! | [`future_place`] | the future that is shown school by school, and its place among all |
//! | [`playback`] | the months that go by on their own |
//! | [`guide`] | the steps of the guided start |
//! | [`worlds`] | which worlds are simulated next, until every claim has its scope |
//! | [`strips`] | what is simulated next for the response strips, and which of them are still true |
//! | [`turning`] | what is simulated next to find what could turn a comparison around |
//! | [`readable_pace`] | how often numbers change while futures come in |
//!
//! What is simulated next, and where, is decided by [`crate::ensemble::Dispatcher`].

pub mod address;
pub mod comparison;
pub mod draws;
pub mod future_place;
pub mod guide;
pub mod history;
pub mod opened_files;
pub mod origins;
pub mod pinned_results;
pub mod pins;
pub mod playback;
pub mod readable_pace;
pub mod reset;
pub mod resume;
pub mod saved_files;
pub mod sharing;
pub mod sizing;
pub mod stored_pins;
pub mod strips;
pub mod turning;
pub mod worlds;
