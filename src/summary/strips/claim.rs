//! Which place of a lever leaves most deep and lasting schools, and how far that holds against its two ends.

use super::{Future, LASTING, PLACES, Response};
use crate::analysis::{MIN_PAIRS, Mark, Scope, Shares};
use crate::language::integer;

/// What is claimed of the best place.
#[derive(Debug, Clone, PartialEq)]
pub struct Claims {
    /// Number of pairs that were counted.
    pub pairs: usize,
    /// The claim against each end that is not the best place, in the order of the ends.
    pub against: Vec<Against>,
}

/// The best place against an end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Against {
    /// The place of the end.
    pub end: usize,
    /// The pairs in which the best place has more than the end; `None` if they are too few for a mark.
    pub scope: Option<Scope>,
}

impl Against {
    /// The mark with which the best place has more; `None` if it is not settled, open, or the other way round.
    pub fn mark_of_more(&self) -> Option<Mark> {
        let scope = self.scope.filter(|scope| scope.mark > Mark::Open)?;
        (scope.unknowns.leans_to_more() == Some(true)).then_some(scope.mark)
    }

    /// Whether the end has more, in a mark that is not open.
    pub fn is_reversed(&self) -> bool {
        self.mark_of_more().is_none() && self.scope.is_some_and(|scope| scope.mark > Mark::Open)
    }
}

impl Response {
    /// Whether deep and lasting schools come out alike everywhere, to the number that is displayed.
    pub fn is_flat(&self) -> bool {
        let medians = &self.curves[LASTING].p50;
        medians.iter().all(|&median| integer(median) == integer(medians[0]))
    }

    /// The place that leaves most deep and lasting schools; of several with the same displayed number, the one in
    /// their middle.
    pub fn best(&self) -> usize {
        let medians = self.curves[LASTING].p50.map(f64::round_ties_even);
        let most = medians.into_iter().fold(f64::MIN, f64::max);
        let best: Vec<usize> = (0..PLACES).filter(|&place| medians[place] == most).collect();
        best[best.len() / 2]
    }

    /// The places that pairs are to be counted at, the best one first; empty where nothing is claimed.
    pub fn contenders(&self) -> Vec<usize> {
        if self.is_flat() {
            return Vec::new();
        }
        let best = self.best();
        let ends = [0, PLACES - 1].into_iter().filter(|&end| end != best);
        std::iter::once(best).chain(ends).collect()
    }

    /// The same with its claims, from the futures of [`Self::contenders`] in their order, and their weights.
    pub fn with_claims(&self, contenders: &[Vec<Future>], weights: &[f64]) -> Self {
        let ends = self.contenders().into_iter().skip(1);
        let of_best = contenders.first();
        let against = ends.zip(1..).map(|(end, place)| {
            let pairs = of_best.zip(contenders.get(place));
            Against { end, scope: pairs.and_then(|(best, of_end)| scope(best, of_end, weights)) }
        });
        let claims = Claims { pairs: weights.len(), against: against.collect() };
        Self { claims: Some(claims), ..self.clone() }
    }
}

/// The scope of the claim that the first futures have more deep and lasting schools than the second; `None` if the
/// pairs are too few. No more are counted than a mark needs, so that it is the weaker of two where both are likely.
fn scope(best: &[Future], end: &[Future], weights: &[f64]) -> Option<Scope> {
    // By luck alone nothing is claimed.
    let luck = Shares { more: 0.0, less: 0.0, equal: 1.0, pairs: 0.0 };
    let differences = best.iter().zip(end).map(|(best, end)| best[LASTING] - end[LASTING]);
    let shares = Shares::of(differences.zip(weights.iter().copied()))?;
    Scope::settled(luck, shares, shares.pairs < MIN_PAIRS)
}

#[cfg(test)]
mod tests {
    use super::super::Axis;
    use super::*;

    fn response(medians: [f64; PLACES]) -> Response {
        let places: Vec<Vec<Future>> = medians.iter().map(|&m| vec![[m, 9.0, 9.0]]).collect();
        Response::new("fast_slow", Axis { low: -1.0, high: 1.0 }, &places, &[1.0]).unwrap()
    }

    #[test]
    fn the_best_place_is_in_the_middle_of_those_with_the_same_number() {
        assert_eq!(response([1.0, 2.0, 3.0, 3.0, 3.4, 2.0, 1.0, 1.0, 0.0]).best(), 3);
        assert_eq!(response([5.0, 2.0, 3.0, 3.0, 3.4, 2.0, 1.0, 1.0, 0.0]).best(), 0);
        assert_eq!(response([1.0, 2.0, 3.0, 3.0, 3.4, 2.0, 1.0, 1.0, 9.0]).contenders(), [8, 0]);
    }

    #[test]
    fn where_nothing_differs_nothing_is_claimed() {
        let flat = response([2.2, 2.0, 1.8, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0]);
        assert!(flat.is_flat() && flat.contenders().is_empty());
        let claims = flat.with_claims(&[], &[]).claims.unwrap();
        assert_eq!(claims, Claims { pairs: 0, against: vec![] });
    }

    #[test]
    fn a_claim_bears_the_mark_of_its_pairs_and_none_with_too_few() {
        let middle = response([1.0, 2.0, 3.0, 4.0, 9.0, 2.0, 1.0, 1.0, 0.0]);
        let futures = |lasting: &dyn Fn(usize) -> f64, number: usize| -> Vec<Future> {
            (0..number).map(|i| [lasting(i), 0.0, 0.0]).collect()
        };
        let claims = |number: usize| {
            // More than the first end in 9 of 10 worlds; less than the second in two of three.
            let best = futures(&|_| 5.0, number);
            let first = futures(&|i| if i % 10 == 0 { 9.0 } else { 1.0 }, number);
            let second = futures(&|i| if i % 3 == 0 { 1.0 } else { 9.0 }, number);
            let weights = vec![1.0; number];
            middle.with_claims(&[best, first, second], &weights).claims.unwrap().against
        };
        let [first, second] = claims(600)[..] else { panic!("two ends") };
        assert_eq!((first.end, first.mark_of_more()), (0, Some(Mark::Sturdy)));
        assert_eq!((second.end, second.mark_of_more()), (8, None));
        assert!(!first.is_reversed());
        // With 78 of 100 it could be sturdy as well.
        let close = futures(&|i| if i % 50 < 11 { 9.0 } else { 1.0 }, 600);
        let best = futures(&|_| 5.0, 600);
        let found = middle.with_claims(&[best.clone(), close, best], &[1.0; 600]).claims.unwrap();
        let marks = found.against.iter().map(|against| against.scope.unwrap().mark);
        assert_eq!(marks.collect::<Vec<_>>(), [Mark::Leaning, Mark::Open]);
        let few = claims(64);
        assert!(few.iter().all(|against| against.scope.is_none() && !against.is_reversed()));
    }
}
