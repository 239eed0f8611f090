//! Spending year by year beside its cap.

use crate::chart::SpendingBar;
use crate::language::phrase;
use crate::summary::{SpendingByYear, dollars};
use maud::html;

/// Renders the title, the years with their bars, and how to read them.
pub fn spending(spending: &SpendingByYear) -> String {
    let quantiles = spending.years.iter().map(|(_, spent)| spent);
    let bars = SpendingBar::of_years(quantiles, spending.cap);
    html! {
        h3 { (phrase("Spending by year, beside your cap")) }
        ul {
            @for ((end, spent), bar) in spending.years.iter().zip(bars) {
                li {
                    span { (end) }
                    svg viewBox={ "0 0 " (bar.size.0) " " (bar.size.1) } preserveAspectRatio="none"
                        aria-hidden="true" {
                        path class="band" d=(bar.band) {}
                        path class="median" d=(bar.median) {}
                        path class="cap" d=(bar.cap) {}
                    }
                    span aria-hidden="true" { (dollars(spent.p50)) }
                    span class="visually-hidden" { (SpendingByYear::in_words(spent)) }
                }
            }
        }
        p class="quiet" { (spending.caption()) }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::{digest_of, with};

    #[test]
    fn each_year_has_a_bar_and_its_numbers_as_text() {
        let scenario = with(&Preset::Chicago.into(), |s| s.district.spending_cap = 3_000.0);
        let html = spending(&SpendingByYear::of(&digest_of(&scenario, 0..4)).unwrap());
        assert_eq!(html.matches("<li>").count(), 8);
        assert_eq!(html.matches("class=\"cap\"").count(), 8);
        assert!(html.contains("Jul 2024") && html.contains("your cap, $3M"), "{html}");
    }
}
