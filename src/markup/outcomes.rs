//! The outcomes beside the chart as a list of terms.

use crate::summary::Outcome;
use maud::html;

/// What of an outcome changes with its futures, in the order of the page; see [`told`].
pub const TOLD: &str = "dt, .value, .spread";

/// The texts of the elements that [`TOLD`] finds.
pub fn told(outcomes: &[Outcome]) -> impl Iterator<Item = &str> {
    outcomes.iter().flat_map(|o| [o.label.as_str(), &o.value, &o.spread])
}

/// The places for the small curves of outcomes; see [`COURSE_OF`].
pub const COURSES: &str = "[data-course-of]";
/// The attribute of such a place that names its outcome by key.
pub const COURSE_OF: &str = "data-course-of";

/// Each outcome with its band and its meaning.
pub fn outcomes(outcomes: &[Outcome]) -> String {
    html! {
        @for outcome in outcomes {
            div class="outcome" {
                dt { (outcome.label) }
                dd class="value" { (outcome.value) }
                dd class="spread" { (outcome.spread) }
                @if outcome.has_course { dd class="course-of" data-course-of=(outcome.label) {} }
                dd class="meaning" { (outcome.meaning) }
            }
        }
    }
    .into_string()
}
