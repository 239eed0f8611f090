//! The panel of the guided start.

use crate::language::phrase;
use maud::html;

/// The attribute of a button with the place of its question.
pub const QUESTION: &str = "data-question";

/// Renders the panel with these questions: its text changes, and its buttons stay.
pub fn guide<'a>(questions: impl Iterator<Item = &'a str>) -> String {
    html! {
        section class="guide" aria-label=(phrase("Guided start")) hidden {
            p role="status" {}
            p class="guide-buttons" {
                @for (place, question) in questions.enumerate() {
                    button type="button" data-question=(place) { (question) }
                }
                button type="button" class="put-back" { (phrase("Put it back")) }
                button type="button" class="close" { (phrase("Close")) }
            }
        }
    }
    .into_string()
}
