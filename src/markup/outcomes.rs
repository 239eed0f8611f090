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

/// Selects what [`CHANGING_TEXTS`] does, of the large outcomes; see [`changing_texts_of_large`].
pub const CHANGING_TEXTS_OF_LARGE: &str = "dt, .number, .unit, .spread";

/// The texts of the elements that [`CHANGING_TEXTS_OF_LARGE`] selects.
pub fn changing_texts_of_large(outcomes: &[Outcome]) -> impl Iterator<Item = &str> {
    outcomes.iter().flat_map(|o| {
        let (number, unit) = number_and_unit(o);
        [o.label.as_str(), number, unit, &o.spread]
    })
}

/// Selects the numbers of the large outcomes, whose class says whether they are words; see [`number_class`].
pub const NUMBERS: &str = ".number";

/// The class of the number of an outcome: words are set smaller.
pub fn number_class(outcome: &Outcome) -> &'static str {
    if outcome.is_measured { "number" } else { "number words" }
}

/// A value without its unit, and the unit with the space before it: only numbers are set large.
fn number_and_unit(outcome: &Outcome) -> (&str, &str) {
    let unit = outcome.value.find(' ').filter(|_| outcome.is_measured);
    outcome.value.split_at(unit.unwrap_or(outcome.value.len()))
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
                dd class="value" {
                    span class=(number_class(outcome)) { (number_and_unit(outcome).0) }
                    span class="unit" { (number_and_unit(outcome).1) }
                }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(value: &str, is_measured: bool) -> Outcome {
        Outcome {
            key: "equity_gap",
            label: "Equity gap".into(),
            value: value.into(),
            spread: "−2 to 4 points".into(),
            meaning: "What it means.",
            has_course: true,
            is_measured,
        }
    }

    #[test]
    fn only_the_number_of_a_large_outcome_is_large() {
        let texts = |outcome: &Outcome| {
            changing_texts_of_large(std::slice::from_ref(outcome)).collect::<Vec<_>>().join("|")
        };
        assert_eq!(texts(&outcome("−1.9 points", true)), "Equity gap|−1.9| points|−2 to 4 points");
        assert_eq!(texts(&outcome("338", true)), "Equity gap|338||−2 to 4 points");
        let words = outcome("nothing to compare", false);
        assert_eq!(texts(&words), "Equity gap|nothing to compare||−2 to 4 points");
        assert_eq!(number_class(&words), "number words");
        let html = large_outcomes(&[outcome("−1.9 points", true)]);
        assert!(html.contains("data-outcome=\"equity_gap\""), "{html}");
        assert!(html.contains("−1.9</span><span class=\"unit\"> points</span>"), "{html}");
    }

    #[test]
    fn each_change_has_a_size_and_a_mark_or_neither() {
        let change = ShownChange { size: "+3".into(), mark: "sturdy".into() };
        let texts: Vec<String> = changes(&[Some(change), None]).map(str::to_owned).collect();
        assert_eq!(texts, ["+3", "sturdy", "", ""]);
    }

    #[test]
    fn the_menu_of_dates_has_its_label_and_the_months_as_values() {
        let dates = vec![(12, "Jul 2017".to_owned()), (24, "Jul 2018".to_owned())];
        let html = outcome_dates(&OutcomeDates { label: "At", dates });
        assert!(html.starts_with("<label for=\"outcomes-at\">At</label> <select"), "{html}");
        assert!(html.contains("<option value=\"24\">Jul 2018</option>"), "{html}");
    }
}
