//! The scope of a claim about two settings: how far it holds by luck alone, and with unknowns.

use super::effective;
use super::normal::below;

/// Pairs from which shares may bear a mark; effective ones where they are weighted.
pub const MIN_PAIRS: f64 = 500.0;
/// Pairs after which no more are counted.
pub const MAX_PAIRS: usize = 4_000;
/// The chance of another mark below which a mark is settled: 1 in 20, shared by the four numbers of pairs (500,
/// 1,000, 2,000 and 4,000) at which it may be looked at.
const UNSETTLED: f64 = 0.05 / 4.0;
/// The share of pairs from which a claim is sturdy.
const STURDY: f64 = 0.8;
/// The least share of a claim that leans.
const LEANING: f64 = 0.4;
/// How much more often than the other side the leaning side must be better.
const ODDS: f64 = 2.0;

/// In how many pairs of futures the second setting has more, less, or as much; the shares add up to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shares {
    /// The second has more.
    pub more: f64,
    /// The second has less.
    pub less: f64,
    /// Both have the same: a third answer, never split.
    pub equal: f64,
    /// Number of pairs; of weighted ones, the effective number.
    pub pairs: f64,
}

impl Shares {
    /// From the difference in each pair, second minus first, and the pair's weight; `None` without weight.
    pub fn of(pairs: impl IntoIterator<Item = (f64, f64)>) -> Option<Self> {
        let mut weights = Vec::new();
        let [mut more, mut less, mut equal] = [0.0; 3];
        for (difference, weight) in pairs {
            *(match difference {
                d if d > 0.0 => &mut more,
                d if d < 0.0 => &mut less,
                _ => &mut equal,
            }) += weight;
            weights.push(weight);
        }
        let all = more + less + equal;
        (all > 0.0).then(|| Self {
            more: more / all,
            less: less / all,
            equal: equal / all,
            pairs: effective(&weights),
        })
    }

    /// The mark of these shares.
    pub fn mark(&self) -> Mark {
        let (great, small) = self.sides();
        if great >= STURDY {
            Mark::Sturdy
        } else if great >= LEANING && great >= ODDS * small {
            Mark::Leaning
        } else {
            Mark::Open
        }
    }

    /// Whether the second has more in the larger share; `None` if neither share is larger.
    pub fn leans_to_more(&self) -> Option<bool> {
        (self.more != self.less).then_some(self.more > self.less)
    }

    fn sides(&self) -> (f64, f64) {
        (self.more.max(self.less), self.more.min(self.less))
    }

    /// The marks that the true shares could have instead, each with the chance that they do: an upper bound from
    /// the boundaries that would have to be crossed.
    fn others(&self) -> Vec<(Mark, f64)> {
        // One pair of each kind is added: no share is certain.
        let n = self.pairs + 3.0;
        let smoothed = |share: f64| (share * self.pairs + 1.0) / n;
        let [more, less] = [self.more, self.less].map(smoothed);
        let spread = |variance: f64| (variance / n).sqrt();
        let below_share = |p: f64, bound: f64| below((bound - p) / spread(p * (1.0 - p)));
        let below_odds = |p: f64, q: f64| {
            let variance = p + ODDS * ODDS * q - (p - ODDS * q) * (p - ODDS * q);
            below((ODDS * q - p) / spread(variance))
        };
        let (great, small) = (more.max(less), more.min(less));
        match self.mark() {
            Mark::Sturdy => vec![(Mark::Leaning, below_share(great, STURDY))],
            Mark::Leaning => vec![
                (Mark::Sturdy, 1.0 - below_share(great, STURDY)),
                (Mark::Open, below_share(great, LEANING) + below_odds(great, small)),
            ],
            Mark::Open => {
                let leans = |p, q| (1.0 - below_share(p, LEANING)).min(1.0 - below_odds(p, q));
                vec![(Mark::Leaning, leans(great, small) + leans(small, great))]
            }
        }
    }
}

/// How far a claim holds with unknowns; a later one is stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Neither side is better clearly more often.
    Open,
    /// One side is better at least twice as often as the other, and in at least 40 of 100 pairs.
    Leaning,
    /// One side is better in at least 80 of 100 pairs.
    Sturdy,
}

/// How far a claim about two settings holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scope {
    /// By luck alone.
    pub luck: Shares,
    /// With unknowns, held to the counts where there are any.
    pub unknowns: Shares,
    /// The mark of the latter.
    pub mark: Mark,
    /// With unknowns and the mark of these, if the published counts have their other meaning; `None` without counts.
    pub if_active: Option<(Shares, Mark)>,
}

impl Scope {
    /// The scope of these shares; `None` while more pairs are to be counted. `pairs`: how many with unknowns
    /// there are, and whether there can be more. Where there cannot, the weaker of the two marks in question.
    pub fn settled(luck: Shares, unknowns: Shares, may_grow: bool) -> Option<Self> {
        let mark = unknowns.mark();
        let others = unknowns.others();
        let chance: f64 = others.iter().map(|(_, chance)| chance).sum();
        if unknowns.pairs >= MIN_PAIRS && chance < UNSETTLED {
            return Some(Self { luck, unknowns, mark, if_active: None });
        }
        if may_grow {
            return None;
        }
        let in_question = others.into_iter().max_by(|(_, a), (_, b)| a.total_cmp(b));
        let other = in_question.filter(|(_, chance)| *chance >= UNSETTLED);
        let mark = other.map_or(mark, |(other, _)| mark.min(other));
        Some(Self { luck, unknowns, mark, if_active: None })
    }

    /// The same, with the shares that the other meaning of the published counts gives.
    pub fn with_other_meaning(self, shares: Option<Shares>) -> Self {
        let other = shares.and_then(|shares| Self::settled(self.luck, shares, false));
        Self { if_active: other.map(|other| (other.unknowns, other.mark)), ..self }
    }

    /// Whether the answer depends on the meaning of the published counts: on it hangs the mark, or its side.
    pub fn depends_on_meaning(&self) -> bool {
        self.if_active.is_some_and(|(shares, mark)| {
            let is_other_side = shares.leans_to_more() != self.unknowns.leans_to_more();
            mark != self.mark || (mark != Mark::Open && is_other_side)
        })
    }

    /// Whether luck alone is sturdy for one side, and the unknowns have the larger share on the other.
    pub fn turns_around(&self) -> bool {
        self.luck.mark() == Mark::Sturdy
            && self
                .unknowns
                .leans_to_more()
                .is_some_and(|more| self.luck.leans_to_more() == Some(!more))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::random::{Draws, Stream};

    #[test]
    fn an_answer_depends_on_the_counts_where_their_other_meaning_gives_another_mark_or_side() {
        let scope = |less: f64, more: f64| {
            let [one, other] = [shares(0.6, 0.2, 4_000.0), shares(more, less, 4_000.0)];
            Scope::settled(one, one, false).unwrap().with_other_meaning(Some(other))
        };
        assert!(!scope(0.15, 0.55).depends_on_meaning());
        assert!(scope(0.5, 0.5).depends_on_meaning());
        assert!(scope(0.6, 0.2).depends_on_meaning());
        let alone = Scope::settled(shares(0.6, 0.2, 4_000.0), shares(0.6, 0.2, 4_000.0), false);
        assert!(!alone.unwrap().with_other_meaning(None).depends_on_meaning());
    }

    fn shares(more: f64, less: f64, pairs: f64) -> Shares {
        Shares { more, less, equal: 1.0 - more - less, pairs }
    }

    #[test]
    fn three_shares_add_up_to_one_and_ties_are_never_split() {
        let pairs = [(2.0, 1.0), (-1.0, 1.0), (0.0, 1.0), (f64::INFINITY, 1.0)];
        let found = Shares::of(pairs).unwrap();
        assert_eq!((found.more, found.less, found.equal, found.pairs), (0.5, 0.25, 0.25, 4.0));
        let weighted = Shares::of([(1.0, 3.0), (-1.0, 1.0), (1.0, 0.0)]).unwrap();
        assert_eq!((weighted.more, weighted.less, weighted.equal), (0.75, 0.25, 0.0));
        assert_eq!(weighted.pairs, 1.6);
        assert_eq!(Shares::of([(1.0, 0.0)]), None);
        assert_eq!(Shares::of([]), None);
    }

    #[test]
    fn marks_are_those_of_the_table() {
        for (more, less, mark) in [
            (0.8, 0.2, Mark::Sturdy),
            (0.0, 0.9, Mark::Sturdy),
            (0.79, 0.21, Mark::Leaning),
            (0.46, 0.18, Mark::Leaning),
            (0.18, 0.46, Mark::Leaning),
            (0.39, 0.1, Mark::Open),
            (0.5, 0.26, Mark::Open),
            (0.0, 0.0, Mark::Open),
        ] {
            assert_eq!(shares(more, less, 500.0).mark(), mark, "{more} and {less}");
        }
    }

    #[test]
    fn a_claim_turns_around_if_luck_is_sturdy_for_one_side_and_unknowns_have_more_on_the_other() {
        let scope = |luck: (f64, f64), unknowns: (f64, f64)| {
            let [luck, unknowns] = [luck, unknowns].map(|(more, less)| shares(more, less, 4_000.0));
            Scope::settled(luck, unknowns, false).unwrap()
        };
        assert!(scope((0.97, 0.0), (0.2, 0.4)).turns_around());
        assert!(!scope((0.97, 0.0), (0.46, 0.18)).turns_around());
        assert!(!scope((0.7, 0.2), (0.2, 0.4)).turns_around());
        assert!(!scope((0.97, 0.0), (0.3, 0.3)).turns_around());
    }

    #[test]
    fn counting_goes_on_until_the_mark_is_settled_and_then_the_weaker_one_is_shown() {
        let luck = shares(1.0, 0.0, 500.0);
        let mark = |unknowns, may_grow| Scope::settled(luck, unknowns, may_grow).map(|s| s.mark);
        assert_eq!(mark(shares(0.95, 0.05, 500.0), true), Some(Mark::Sturdy));
        assert_eq!(mark(shares(0.95, 0.05, 100.0), true), None);
        assert_eq!(mark(shares(0.81, 0.1, 1_000.0), true), None);
        assert_eq!(mark(shares(0.81, 0.1, 4_000.0), false), Some(Mark::Leaning));
        assert_eq!(mark(shares(0.79, 0.1, 4_000.0), false), Some(Mark::Leaning));
        assert_eq!(mark(shares(0.41, 0.2, 4_000.0), false), Some(Mark::Open));
        assert_eq!(mark(shares(0.9, 0.1, 4_000.0), false), Some(Mark::Sturdy));
    }

    /// Pairs with known shares, counted as the page does: at 500, 1,000, 2,000 and 4,000.
    fn first_mark(truth: Shares, draws: &Draws, number: usize) -> Option<Mark> {
        let luck = shares(1.0, 0.0, 500.0);
        let pair = |n: u64| match draws.uniform(Stream::Survey, number, n) {
            x if x < truth.more => (1.0, 1.0),
            x if x < truth.more + truth.less => (-1.0, 1.0),
            _ => (0.0, 1.0),
        };
        [500, 1_000, 2_000].into_iter().find_map(|n| {
            let counted = Shares::of((0..n).map(pair)).unwrap();
            Scope::settled(luck, counted, true).map(|scope| scope.mark)
        })
    }

    #[test]
    fn fewer_than_one_in_twenty_settled_marks_are_another_one() {
        let draws = Draws::new(5, 0);
        // Shares anywhere, and shares just beside each boundary, where a wrong mark is most likely.
        let anywhere = (0..300).map(|i| {
            let [a, b] = [0, 1].map(|n| Draws::new(5, 1).uniform(Stream::Survey, i, n));
            (a.min(b), (a - b).abs())
        });
        let beside = [(0.8, 0.1), (0.4, 0.1), (0.5, 0.25), (0.45, 0.225)]
            .into_iter()
            .flat_map(|(more, less)| [-0.01, 0.01].map(|by| (more + by, less)));
        let beside = beside.flat_map(|shares| std::iter::repeat_n(shares, 60));
        for truths in [anywhere.collect::<Vec<_>>(), beside.collect()] {
            let mut settled = 0;
            let mut wrong = 0;
            for (number, (more, less)) in truths.into_iter().enumerate() {
                let truth = shares(more, less, 1.0);
                let Some(mark) = first_mark(truth, &draws, number) else { continue };
                settled += 1;
                wrong += usize::from(mark != truth.mark());
            }
            assert!(settled > 10 && wrong * 20 < settled.max(300), "{wrong} of {settled}");
        }
    }
}
