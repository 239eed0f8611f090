//! The outcomes next to the chart: description lists, and the menu of their dates.

use crate::summary::compare::ShownChange;
use crate::summary::{Outcome, OutcomeDates};
use maud::html;

/// Selects the elements of an outcome whose texts change with its futures, in the order of the page; see
/// [`changing_texts`].
pub const CHANGING_TEXTS: &str = "dt, .value, .spread";

/// The texts of the elements that [`CHANGING_TEXTS`] selects.
pub fn changing_texts(outcomes: &[Outcome]) -> impl Iterator<Item = &str> {
    outcomes.iter().flat_map(|o| [o.label.as_str(), &o.value, &o.spread])
}

/// Selects the elements of the large outcomes with their changes, in the order of the page; see [`changes`].
pub const CHANGES: &str = ".size, .mark";

/// The texts of the elements that [`CHANGES`] selects; empty where there is no change.
pub fn changes(changes: &[Option<ShownChange>]) -> impl Iterator<Item = &str> {
    changes.iter().flat_map(|change| match change {
        Some(ShownChange { size, mark }) => [size.as_str(), mark],
        None => ["", ""],
    })
}

/// Selects the numbers of the outcomes, whose class says whether they are in words; see [`value_class`].
pub const VALUES: &str = ".value";

/// The class of the number of an outcome: words are set smaller.
pub fn value_class(outcome: &Outcome) -> &'static str {
    if outcome.is_measured { "value" } else { "value words" }
}

/// Selects the places for the small curves of outcomes; see [`COURSE_OF`].
pub const COURSES: &str = "[data-course-of]";
/// The attribute of such a place with the key of its outcome.
pub const COURSE_OF: &str = "data-course-of";

/// Renders each large outcome with its band, room for its change, and its meaning.
pub fn large_outcomes(outcomes: &[Outcome]) -> String {
    html! {
        @for outcome in outcomes {
            div class="outcome" data-outcome=(outcome.key) {
                dt { (outcome.label) }
                dd class=(value_class(outcome)) { (outcome.value) }
                dd class="spread" { (outcome.spread) }
                dd class="change" { span class="size" {} " " span class="mark" {} }
                dd class="meaning" { (outcome.meaning) }
            }
        }
    }
    .into_string()
}

/// Renders each outcome with its band, the place of its course, and its meaning.
pub fn outcomes(outcomes: &[Outcome]) -> String {
    html! {
        @for outcome in outcomes {
            div class="outcome" data-outcome=(outcome.key) {
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

/// Renders the menu of dates with its label.
pub fn outcome_dates(menu: &OutcomeDates) -> String {
    html! {
        label for="outcomes-at" { (menu.label) } " "
        select id="outcomes-at" {
            @for (month, name) in &menu.dates { option value=(month) { (name) } }
        }
    }
    .into_string()
}
