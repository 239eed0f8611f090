//! The outcomes beside the chart as a list of terms.

use crate::summary::Outcome;
use maud::html;

/// Each outcome with its band and its meaning.
pub fn outcomes(outcomes: &[Outcome]) -> String {
    html! {
        @for outcome in outcomes {
            div class="outcome" {
                dt { (outcome.label) }
                dd class="value" { (outcome.value) }
                dd class="spread" { (outcome.spread) }
                dd class="meaning" { (outcome.meaning) }
            }
        }
    }
    .into_string()
}
