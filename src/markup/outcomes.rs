//! The outcomes beside the chart as a list of terms.

use crate::summary::Outcome;
use maud::html;

/// What of an outcome changes with its futures, in the order of the page; see [`told`].
pub const TOLD: &str = "dt, .value, .spread";

/// The texts of the elements that [`TOLD`] finds.
pub fn told(outcomes: &[Outcome]) -> impl Iterator<Item = &str> {
    outcomes.iter().flat_map(|o| [o.label.as_str(), &o.value, &o.spread])
}

/// Each outcome with its band and its meaning.
pub fn outcomes(outcomes: &[Outcome]) -> String {
    html! {
        @for outcome in outcomes {
            div class="outcome" {
                dt { (outcome.label) }
                dd class="value" { (outcome.value) }
                dd class="spread" { (outcome.spread) }
                @if outcome.has_course { dd class="course-of" {} }
                dd class="meaning" { (outcome.meaning) }
            }
        }
    }
    .into_string()
}
