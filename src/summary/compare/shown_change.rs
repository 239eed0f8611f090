//! How the large outcomes beside the chart differ from what was before a change of the scenario.

use super::claims::short_mark;
use super::digest::Digest;
use super::outcome_difference::mark_of;
use super::outcome_metric::OutcomeMetric;
use super::paired::Pair;
use super::unit::Unit;
use crate::analysis::Scope;
use crate::language::{dollars_between, phrase};
use crate::phrase;

/// The outcomes that stand large beside the chart, in their order.
pub const LARGE: [OutcomeMetric; 4] = [
    OutcomeMetric::Ever,
    OutcomeMetric::LastingInTheEnd,
    OutcomeMetric::EquityGap,
    OutcomeMetric::Spending,
];

/// The change of a large outcome, as texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownChange {
    /// The difference of the two displayed medians: "+3", "−$0.2M a year", "no change".
    pub size: String,
    /// How far it holds: "sturdy", "still counting"; empty where nothing changes.
    pub mark: String,
}

/// The changes of the large outcomes in a month, the end of a year or the last one, in the order of [`LARGE`]: by
/// luck alone, or of what is displayed with unknowns. `None` where the two are not comparable future by future.
pub fn shown_changes(
    before: &Digest,
    after: &Digest,
    month: u32,
    with_unknowns: bool,
) -> [Option<ShownChange>; LARGE.len()] {
    let draws = |digest: &Digest| digest.scenario.sensitivity.uncertain_constants;
    // Another district is not the same one before a change.
    let is_same = before.scenario.is_of_same_district(&after.scenario);
    let pair = Pair::of(before, after).ok().filter(|_| is_same && draws(before) == draws(after));
    LARGE.map(|metric| {
        let pair = pair.as_ref()?;
        let median = |digest: &Digest| match with_unknowns {
            true => Some(digest.worlds.as_ref()?.quantiles_at(metric, month)?.p50),
            false => digest.median_at(metric, month),
        };
        let is_measured =
            |digest: &Digest| digest.outcome(metric).is_none_or(|outcome| outcome.is_measured);
        if !is_measured(before) || !is_measured(after) {
            return None;
        }
        let now = median(after)?;
        Some(match median(before) {
            Some(before) => ShownChange::of(metric, before, now, pair.scope_at(metric, month)),
            None => ShownChange { size: String::new(), mark: short_mark(None) },
        })
    })
}

impl ShownChange {
    fn of(metric: OutcomeMetric, before: f64, now: f64, scope: Option<Scope>) -> Self {
        let size = format_change(metric, before, now);
        let mark = match (&size, scope) {
            (None, Some(_)) => String::new(),
            _ => mark_of(scope, now > before),
        };
        Self { size: size.unwrap_or_else(|| phrase("no change").to_owned()), mark }
    }
}

/// The difference of two medians as they are displayed, with its sign; `None` if they are displayed alike.
fn format_change(metric: OutcomeMetric, before: f64, now: f64) -> Option<String> {
    let unit = metric.row().unit;
    if unit.format_level(before) == unit.format_level(now) {
        return None;
    }
    let size = match unit {
        Unit::Dollars => dollars_between(before, now),
        _ => unit.format_size(unit.displayed(now) - unit.displayed(before)),
    };
    let sign = if now > before { '+' } else { '−' };
    Some(match metric {
        OutcomeMetric::Spending => phrase!("{sign}{amount} a year", sign, amount = size),
        _ => format!("{sign}{size}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Shares;
    use crate::scenario::{Preset, Scenario};
    use crate::summary::compare::Worlds;
    use crate::summary::compare::test_ensembles::{digest_of, use_spanish, with, worlds_of};
    use std::sync::Arc;

    fn counted(scenario: &Scenario) -> Digest {
        digest_of(scenario, 0..40).with_worlds(Arc::new(worlds_of(scenario, 500)))
    }

    fn fast(scenario: &Scenario) -> Scenario {
        with(scenario, |settings| settings.decisions.fast_slow = -1.0)
    }

    fn settled(more: f64, less: f64) -> Option<Scope> {
        let shares = Shares { more, less, equal: 1.0 - more - less, pairs: 4_000.0 };
        Scope::settled(shares, shares, false)
    }

    fn change(metric: OutcomeMetric, before: f64, now: f64, scope: Option<Scope>) -> [String; 2] {
        let ShownChange { size, mark } = ShownChange::of(metric, before, now, scope);
        [size, mark]
    }

    #[test]
    fn a_change_is_the_difference_of_the_displayed_medians() {
        let sure = settled(0.9, 0.05);
        let [started, _, gap, spending] = LARGE;
        assert_eq!(change(started, 136.5, 139.0, sure), ["+3", "sturdy"]);
        assert_eq!(change(gap, -0.031, -0.0158, sure), ["+1.5 points", "sturdy"]);
        assert_eq!(change(gap, 0.0, 0.01, sure)[0], "+1 point");
        assert_eq!(change(spending, 11_720.0, 11_660.0, None), ["no change", "still counting"]);
        let less = settled(0.1, 0.5);
        assert_eq!(change(spending, 11_900.0, 11_700.0, less), ["−$0.2M a year", "leaning"]);
        assert_eq!(change(spending, 852.0, 850.0, less), ["−$2K a year", "leaning"]);
        assert_eq!(change(started, 3.0, 5.0, settled(0.3, 0.25)), ["+2", "open"]);
    }

    #[test]
    fn nothing_that_is_not_displayed_has_a_mark() {
        assert_eq!(change(OutcomeMetric::Ever, 139.0, 139.4, settled(0.9, 0.0)), ["no change", ""]);
    }

    #[test]
    fn a_mark_never_stands_for_the_other_side_than_its_number() {
        let other = change(OutcomeMetric::Ever, 3.0, 5.0, settled(0.1, 0.9));
        assert_eq!(other, ["+2", "most pairs of futures: the other way"]);
    }

    #[test]
    fn changes_are_in_spanish_too() {
        use_spanish();
        let sure = settled(0.1, 0.85);
        let spending = change(OutcomeMetric::Spending, 11_900.0, 11_700.0, sure);
        assert_eq!(spending, ["−$0.2\u{a0}M al año", "firme"]);
        let same = change(OutcomeMetric::Ever, 3.0, 3.0, None);
        assert_eq!(same, ["sin cambios", "aún en recuento"]);
    }

    #[test]
    fn numbers_and_marks_are_those_of_the_chosen_date_by_luck_and_with_unknowns() {
        let base = Scenario::from(Preset::TypicalSurveyed);
        let [before, after] = [base, fast(&base)].map(|scenario| counted(&scenario));
        let pair = Pair::of(&before, &after).unwrap();
        for month in [24, 60, 96] {
            for with_unknowns in [false, true] {
                let changes = shown_changes(&before, &after, month, with_unknowns);
                for (metric, change) in LARGE.into_iter().zip(changes) {
                    let median = |digest: &Digest| {
                        let worlds: &Worlds = digest.worlds.as_ref().unwrap();
                        let by_luck = digest.median_at(metric, month).unwrap();
                        let wide = worlds.quantiles_at(metric, month).unwrap().p50;
                        if with_unknowns { wide } else { by_luck }
                    };
                    let scope = pair.scope_at(metric, month);
                    let expected = ShownChange::of(metric, median(&before), median(&after), scope);
                    assert_eq!(change, Some(expected), "{metric:?} in month {month}");
                }
            }
        }
        let started = shown_changes(&before, &after, 24, true)[0].clone().unwrap();
        assert!(started.size.starts_with('+'), "{started:?}");
        assert_eq!(started.mark, "sturdy");
    }

    #[test]
    fn at_the_end_a_mark_is_that_of_the_comparison() {
        let base = Scenario::from(Preset::TypicalSurveyed);
        let [before, after] = [base, fast(&base)].map(|scenario| counted(&scenario));
        let pair = Pair::of(&before, &after).unwrap();
        for metric in LARGE {
            assert_eq!(pair.scope_at(metric, 96), pair.difference(metric).scope, "{metric:?}");
            assert!(pair.scope_at(metric, 30).is_none(), "not the end of a year");
        }
    }

    #[test]
    fn while_the_worlds_of_one_are_not_counted_the_change_is_still_counting() {
        let base = Scenario::from(Preset::TypicalSurveyed);
        let before = digest_of(&base, 0..30);
        let changes = shown_changes(&before, &counted(&fast(&base)), 96, true);
        let counting = ShownChange { size: String::new(), mark: "still counting".into() };
        assert!(changes.into_iter().all(|change| change == Some(counting.clone())));
    }

    #[test]
    fn what_cannot_be_compared_has_no_change() {
        let base = digest_of(&Preset::TypicalSurveyed.into(), 0..8);
        let none = |other: &Scenario| {
            shown_changes(&base, &digest_of(other, 0..8), 24, false).iter().all(Option::is_none)
        };
        assert!(none(&with(&base.scenario, |s| s.simulation.seed = 2)));
        assert!(none(&with(&base.scenario, |s| s.simulation.months = 48)));
        assert!(none(&with(&base.scenario, |s| s.sensitivity.uncertain_constants = true)));
        let same_need = digest_of(&with(&base.scenario, |s| s.district.need_sd = 0.0), 0..8);
        let changes = shown_changes(&base, &same_need, 24, false);
        assert!(changes[2].is_none() && changes[0].is_some(), "no gap where need is the same");
    }
}
