//! A claim about two runs in a sentence that bears its scope: how far it holds if the model's numbers are right,
//! and if they are not known.

use super::metric_info::Better;
use super::outcome_difference::OutcomeDifference;
use super::outcome_metric::OutcomeMetric;
use super::paired::{Pair, per_hundred};
use crate::analysis::{Mark, Scope, Shares};
use crate::language::{fill, phrase, to_phrase};
use crate::phrase;
use crate::summary::{integer, schools};

/// The outcomes that claims are made of: which run reaches its target first, and which leaves more lasting schools.
pub const CLAIMS: [OutcomeMetric; 2] = [OutcomeMetric::TimeToTarget, OutcomeMetric::Lasting];

/// The sentences that compare a run with the baseline.
pub fn sentences(pair: &Pair, baseline: &str, other: &str) -> [String; 2] {
    CLAIMS.map(|metric| claim(metric, pair, baseline, other).sentence())
}

fn claim<'a>(metric: OutcomeMetric, pair: &Pair, baseline: &'a str, other: &'a str) -> Claim<'a> {
    let sides = Sides::of(pair, metric, baseline, other);
    let [its, mine] = pair.targets();
    let targets = if sides.is_other { [mine, its] } else { [its, mine] };
    let claim = ahead(metric, [sides.first, sides.second], targets, sides.difference.months);
    sides.claim(claim)
}

/// What the first of two runs with these targets does that is ahead: "Slow reaches 20 schools before Fast", "Slow
/// leaves more schools lasting and deep by year 5".
pub(super) fn ahead(
    metric: OutcomeMetric,
    [first, second]: [&str; 2],
    [target, its]: [u32; 2],
    months: u32,
) -> String {
    if metric == OutcomeMetric::Lasting {
        return match metric.row().at.year(months) {
            Some(year) => {
                phrase!("{first} leaves more schools lasting and deep by year {year}", first, year)
            }
            None => phrase!("{first} leaves more schools lasting and deep", first),
        };
    }
    let english = match its == target {
        true => to_phrase("{first} reaches {target} before {second}"),
        false => to_phrase("{first} reaches {target} before {second} reaches {its}"),
    };
    let target = schools(target);
    fill(
        phrase(english),
        &[
            ("first", &first),
            ("target", &target),
            ("second", &second),
            ("its", &integer(its.into())),
        ],
    )
}

/// Two runs in the order in which a claim names them.
struct Sides<'a> {
    difference: OutcomeDifference,
    /// The one that is ahead by luck alone.
    first: &'a str,
    second: &'a str,
    /// Whether the first is not the baseline.
    is_other: bool,
    draws_unknowns: bool,
}

impl<'a> Sides<'a> {
    fn of(pair: &Pair, metric: OutcomeMetric, baseline: &'a str, other: &'a str) -> Self {
        let difference = pair.difference(metric);
        let more_is_ahead = more_is_ahead(metric);
        let is_other = difference.luck.leans_to_more().unwrap_or(more_is_ahead) == more_is_ahead;
        let (first, second) = if is_other { (other, baseline) } else { (baseline, other) };
        Self { difference, first, second, is_other, draws_unknowns: pair.draws_unknowns() }
    }

    fn claim(self, claim: String) -> Claim<'a> {
        let OutcomeDifference { luck, scope, metric, .. } = self.difference;
        let has_more = self.is_other == more_is_ahead(metric);
        let Self { second, draws_unknowns, .. } = self;
        Claim { claim, has_more, second, luck, scope, draws_unknowns }
    }
}

/// Whether the run with more of an outcome is ahead.
pub(super) fn more_is_ahead(metric: OutcomeMetric) -> bool {
    metric.row().better == Better::More
}

/// A claim that one of two runs is ahead.
pub struct Claim<'a> {
    /// What the run that is ahead by luck alone does: "Slow leaves more schools lasting and deep by year 5".
    pub claim: String,
    /// Whether it is ahead where the other run of the pair has more of the compared number than the baseline.
    pub has_more: bool,
    /// The name of the other run.
    pub second: &'a str,
    /// By luck alone; of runs whose constants are uncertain, with unknowns.
    pub luck: Shares,
    /// With unknowns; `None` while they are counted.
    pub scope: Option<Scope>,
    /// Whether the runs themselves draw their unknowns, so that nothing is known of luck alone.
    pub draws_unknowns: bool,
}

impl Claim<'_> {
    /// The sentence.
    pub fn sentence(&self) -> String {
        let [first, rest, equal] = self.numbers(&self.luck);
        let english = match (&self.scope, self.draws_unknowns) {
            (Some(_), true) => to_phrase(
                "{claim} in {first} of 100 futures with unknowns drawn ({second}: {rest}, no difference: \
                 {equal}): {verdict}.",
            ),
            (None, true) => to_phrase(
                "{claim} in {first} of 100 futures with unknowns drawn ({second}: {rest}, no difference: \
                 {equal}): still counting.",
            ),
            (Some(_), false) => to_phrase(
                "{claim} in {first} of 100 futures if the model\u{2019}s numbers are right ({second}: {rest}, \
                 no difference: {equal}), and in {with} ({second}: {rest_with}, no difference: {equal_with}) \
                 if they are not known: {verdict}.",
            ),
            (None, false) => to_phrase(
                "{claim} in {first} of 100 futures if the model\u{2019}s numbers are right ({second}: {rest}, \
                 no difference: {equal}); how far that holds if they are not known is still being counted.",
            ),
        };
        let [with, rest_with, equal_with] =
            self.scope.as_ref().map(|scope| self.numbers(&scope.unknowns)).unwrap_or_default();
        let verdict = self.scope.as_ref().map(|scope| self.verdict(scope)).unwrap_or_default();
        let sentence = fill(
            phrase(english),
            &[
                ("claim", &self.claim),
                ("first", &first),
                ("second", &self.second),
                ("rest", &rest),
                ("equal", &equal),
                ("with", &with),
                ("rest_with", &rest_with),
                ("equal_with", &equal_with),
                ("verdict", &verdict),
            ],
        );
        match self.scope.as_ref().and_then(|scope| self.if_active(scope)) {
            Some(reading) => format!("{sentence} {reading}"),
            None => sentence,
        }
    }

    /// In how many of 100 futures its run is ahead, the other one is, and there is no difference.
    pub(super) fn numbers(&self, shares: &Shares) -> [String; 3] {
        let (first, second) = match self.has_more {
            true => (shares.more, shares.less),
            false => (shares.less, shares.more),
        };
        let parts = [first, second, shares.equal, 0.0].map(|part| (part * 1e4).round() as usize);
        let [_, first, second, equal, _] = per_hundred(parts);
        [first, second, equal]
    }

    /// Whether the answer depends on what the published counts mean; `None` without such counts.
    fn if_active(&self, scope: &Scope) -> Option<String> {
        let (unknowns, mark) = scope.if_active?;
        let other = Scope { unknowns, mark, if_active: None, ..*scope };
        Some(match scope.depends_on_meaning() {
            true => phrase!(
                "If the published counts are of schools still active, not ever started: {verdict}.",
                verdict = self.verdict(&other)
            ),
            false => phrase(
                "It is the same if the published counts are of schools still active, not ever started.",
            )
            .to_owned(),
        })
    }

    /// How far it holds, in words that end a sentence.
    pub(super) fn verdict(&self, scope: &Scope) -> String {
        let is_same_side = scope.unknowns.leans_to_more() != Some(!self.has_more);
        match (scope.mark, is_same_side) {
            _ if scope.turns_around() => match scope.mark {
                Mark::Open => phrase("it turns around, and is open").to_owned(),
                _ => phrase!("it turns around, and leans toward {run}", run = self.second),
            },
            (Mark::Open, _) => phrase("an open question").to_owned(),
            (Mark::Leaning, true) => phrase("it leans that way").to_owned(),
            (Mark::Sturdy, true) => phrase("a sturdy answer").to_owned(),
            (_, false) => phrase!("it leans toward {run}", run = self.second),
        }
    }
}

/// A mark in a word or two, for a table or behind a number: "sturdy", "open, turns around", "still counting".
pub fn short_mark(scope: Option<Scope>) -> String {
    let Some(scope) = scope else { return phrase("still counting").to_owned() };
    let mark = match scope.mark {
        Mark::Sturdy => phrase("sturdy"),
        Mark::Leaning => phrase("leaning"),
        Mark::Open if scope.unknowns.equal >= 0.8 => phrase("no difference"),
        Mark::Open => phrase("open"),
    };
    let mark = match scope.turns_around() {
        true => phrase!("{mark}, turns around", mark),
        false => mark.to_owned(),
    };
    match scope.if_active.filter(|_| scope.depends_on_meaning()) {
        Some((_, other)) if other == scope.mark => {
            phrase!("{mark}; the other way if the published counts are of active schools", mark)
        }
        Some((unknowns, other)) => phrase!(
            "{mark}; {other} if the published counts are of active schools",
            mark,
            other = short_mark(Some(Scope { unknowns, mark: other, if_active: None, ..scope }))
        ),
        None => mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(more: f64, less: f64) -> Shares {
        Shares { more, less, equal: 1.0 - more - less, pairs: 4_000.0 }
    }

    fn sentence(luck: Shares, unknowns: Option<Shares>) -> String {
        let scope = unknowns.and_then(|unknowns| Scope::settled(luck, unknowns, false));
        let claim = "Slow leaves more lasting schools".to_owned();
        let draws_unknowns = false;
        Claim { claim, has_more: true, second: "Fast", luck, scope, draws_unknowns }.sentence()
    }

    #[test]
    fn a_claim_bears_both_numbers_and_its_mark() {
        assert_eq!(
            sentence(shares(0.97, 0.02), Some(shares(0.46, 0.18))),
            "Slow leaves more lasting schools in 97 of 100 futures if the model’s numbers are right (Fast: 2, \
             no difference: 1), and in 46 (Fast: 18, no difference: 36) if they are not known: it leans that \
             way."
        );
        let ends = |unknowns| {
            let text = sentence(shares(0.97, 0.02), Some(unknowns));
            text.rsplit_once(": ").unwrap().1.to_owned()
        };
        assert_eq!(ends(shares(0.9, 0.1)), "a sturdy answer.");
        assert_eq!(ends(shares(0.3, 0.3)), "an open question.");
        assert_eq!(ends(shares(0.1, 0.6)), "it turns around, and leans toward Fast.");
        assert_eq!(ends(shares(0.3, 0.35)), "it turns around, and is open.");
    }

    #[test]
    fn a_claim_that_leans_the_other_way_names_the_other_run() {
        let text = sentence(shares(0.5, 0.3), Some(shares(0.1, 0.6)));
        assert!(text.ends_with("it leans toward Fast."), "{text}");
    }

    #[test]
    fn before_the_unknowns_are_counted_it_says_so() {
        assert!(sentence(shares(0.97, 0.02), None).ends_with("is still being counted."));
        assert_eq!(short_mark(None), "still counting");
    }

    #[test]
    fn a_claim_says_whether_it_depends_on_what_the_published_counts_mean() {
        let luck = shares(0.97, 0.02);
        let claim = |other: Shares| {
            let scope = Scope::settled(luck, shares(0.6, 0.2), false).unwrap();
            let scope = Some(scope.with_other_meaning(Some(other)));
            let claim = "Slow leaves more lasting schools".to_owned();
            let draws_unknowns = false;
            let claim =
                Claim { claim, has_more: true, second: "Fast", luck, scope, draws_unknowns };
            (claim.sentence(), short_mark(scope))
        };
        let (text, mark) = claim(shares(0.58, 0.2));
        assert!(text.ends_with(
            "It is the same if the published counts are of schools still active, not ever started."
        ));
        assert_eq!(mark, "leaning");
        let (text, mark) = claim(shares(0.4, 0.4));
        assert!(text.ends_with("not ever started: an open question."), "{text}");
        assert_eq!(mark, "leaning; open if the published counts are of active schools");
        let (text, mark) = claim(shares(0.2, 0.6));
        assert!(
            text.ends_with("not ever started: it turns around, and leans toward Fast."),
            "{text}"
        );
        assert_eq!(mark, "leaning; the other way if the published counts are of active schools");
    }

    #[test]
    fn a_short_mark_says_ties_and_turns() {
        let mark = |luck, unknowns| short_mark(Scope::settled(luck, unknowns, false));
        assert_eq!(mark(shares(0.9, 0.1), shares(0.9, 0.1)), "sturdy");
        assert_eq!(mark(shares(0.9, 0.1), shares(0.5, 0.1)), "leaning");
        assert_eq!(mark(shares(0.9, 0.1), shares(0.2, 0.6)), "leaning, turns around");
        assert_eq!(mark(shares(0.1, 0.1), shares(0.02, 0.02)), "no difference");
        assert_eq!(mark(shares(0.5, 0.5), shares(0.5, 0.5)), "open");
    }
}
