//! The outcomes next to the chart as a description list.

use crate::summary::Outcome;
use maud::html;

/// Selects the elements of an outcome whose texts change with its futures, in the order of the page; see
/// [`changing_texts`].
pub const CHANGING_TEXTS: &str = "dt, .value, .spread";

/// The texts of the elements that [`CHANGING_TEXTS`] selects.
pub fn changing_texts(outcomes: &[Outcome]) -> impl Iterator<Item = &str> {
    outcomes.iter().flat_map(|o| [o.label.as_str(), &o.value, &o.spread])
}

/// Selects the places for the small curves of outcomes; see [`COURSE_OF`].
pub const COURSES: &str = "[data-course-of]";
/// The attribute of such a place with the key of its outcome.
pub const COURSE_OF: &str = "data-course-of";

/// Renders each outcome with its band and its meaning.
pub fn outcomes(outcomes: &[Outcome]) -> String {
    html! {
        @for outcome in outcomes {
            div class="outcome" {
                dt { (outcome.label) }
                dd class="value" { (outcome.value) }
                dd class="spread" { (outcome.spread) }
                @if outcome.has_course { dd class="course-of" data-course-of=(outcome.key) {} }
                dd class="meaning" { (outcome.meaning) }
            }
        }
    }
    .into_string()
}
