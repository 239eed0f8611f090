//! What each year costs, beside the cap on spending.

use super::compare::{Digest, OutcomeMetric, year_ends};
use super::dollars;
use crate::ensemble::Quantiles;
use crate::language::{fill, phrase, to_phrase};
use crate::phrase;

/// Spending a year at the end of each year, over the futures, beside the cap.
#[derive(Debug, Clone, PartialEq)]
pub struct SpendingByYear {
    /// The cap, k$ a year.
    pub cap: f64,
    /// The end of each year for display, and spending then, k$ a year.
    pub years: Vec<(String, Quantiles)>,
    /// Whether the futures allow for what nobody knows, rather than for luck alone.
    has_unknowns: bool,
}

impl SpendingByYear {
    /// Of futures with unknowns where these are counted, else by luck alone; `None` without a cap.
    pub fn of(digest: &Digest) -> Option<Self> {
        let cap = digest.scenario.district.spending_cap;
        let worlds = digest.worlds.as_ref();
        let calendar = digest.scenario.calendar();
        let of_month = |month| {
            let quantiles = match worlds {
                Some(worlds) => worlds.quantiles_at(OutcomeMetric::Spending, month),
                None => digest.quantiles_at(OutcomeMetric::Spending, month),
            };
            Some((calendar.month_name(month), quantiles?))
        };
        let ends = year_ends(digest.months()).chain([digest.months()]);
        let years: Vec<_> = ends.filter_map(of_month).collect();
        (cap > 0.0).then_some(Self { cap, years, has_unknowns: worlds.is_some() })
    }

    /// Median and band of a year: "$1.4M ($0.9M to $1.6M)".
    pub fn in_words(quantiles: &Quantiles) -> String {
        let [low, median, high] = [quantiles.p10, quantiles.p50, quantiles.p90].map(dollars);
        phrase!("{median} ({low} to {high})", median, low, high)
    }

    /// How to read it, and whether a typical future passes the cap.
    pub fn caption(&self) -> String {
        let drawn = match self.has_unknowns {
            true => to_phrase(
                "Dashed: your cap, {cap}. Line: median; band: 80% of futures, allowing for what nobody knows.",
            ),
            false => {
                to_phrase("Dashed: your cap, {cap}. Line: median; band: 80% of futures, by luck.")
            }
        };
        let above = self.years.iter().filter(|(_, spent)| spent.p50 > self.cap).count();
        let sentence = match above {
            0 => to_phrase("At no year's end does the median pass the cap."),
            _ => to_phrase(
                "The median passes the cap: nobody is dismissed, and coaches are built up to their budget.",
            ),
        };
        let drawn = fill(phrase(drawn), &[("cap", &dollars(self.cap))]);
        format!("{drawn} {}", phrase(sentence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Preset, Scenario};
    use crate::summary::compare::test_ensembles::{digest_of, with, worlds_of};
    use std::sync::Arc;

    fn with_cap(cap: f64) -> Scenario {
        with(&Preset::Chicago.into(), |settings| settings.district.spending_cap = cap)
    }

    #[test]
    fn without_a_cap_there_is_nothing_to_compare_with() {
        assert_eq!(SpendingByYear::of(&digest_of(&Preset::Chicago.into(), 0..2)), None);
    }

    #[test]
    fn each_year_has_its_end_and_its_spending_by_luck_or_with_unknowns() {
        let mut digest = digest_of(&with_cap(3_000.0), 0..8);
        let by_luck = SpendingByYear::of(&digest).unwrap();
        let ends: Vec<&str> = by_luck.years.iter().map(|(end, _)| end.as_str()).collect();
        assert_eq!((ends[0], ends[7], ends.len()), ("Jul 2017", "Jul 2024", 8));
        assert!(
            by_luck
                .caption()
                .contains("your cap, $3M. Line: median; band: 80% of futures, by luck.")
        );
        digest.worlds = Some(Arc::new(worlds_of(&with_cap(3_000.0), 12)));
        let with_unknowns = SpendingByYear::of(&digest).unwrap();
        assert!(with_unknowns.caption().contains("allowing for what nobody knows"));
        assert_ne!(by_luck.years, with_unknowns.years);
    }

    #[test]
    fn a_median_above_the_cap_is_said_with_its_reason() {
        let caption = |cap| SpendingByYear::of(&digest_of(&with_cap(cap), 0..8)).unwrap().caption();
        // Coaches alone cost 516 schools times $9,000.
        assert!(caption(1_000.0).contains("The median passes the cap: nobody is dismissed"));
        assert!(caption(100_000.0).ends_with("At no year's end does the median pass the cap."));
    }
}
