//! The setting that changes what an outcome counts, and not only what happens.

use crate::language::phrase;
use crate::language::to_phrase;
use crate::scenario::Scenario;

/// What to know of runs that count schools as deep from different depths on.
const OTHER_DEPTH: &str = to_phrase(
    "The depth of an exemplar differs: schools that last and are deep are not counted by the same measure.",
);

/// What to know before these runs are held against each other; none if all their outcomes mean the same.
/// The target, which also differs at times, is named wherever it is told.
pub fn caution<'a>(scenarios: impl IntoIterator<Item = &'a Scenario>) -> Option<String> {
    let mut depths = scenarios.into_iter().map(|scenario| scenario.spread.exemplar_depth);
    let first = depths.next()?;
    depths.any(|depth| depth != first).then(|| phrase(OTHER_DEPTH).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::examples::{digest_of, with};
    use crate::summary::compare::{Comparison, Named, change};

    #[test]
    fn runs_that_count_deep_schools_otherwise_are_held_against_each_other_with_a_caution() {
        let base = Scenario::from(Preset::Chicago);
        let deeper = with(&base, |s| s.spread.exemplar_depth = 0.8);
        let slower = with(&base, |s| s.decisions.fast_slow = 0.8);
        let [base, deeper, slower] = [base, deeper, slower].map(|s| digest_of(&s, 0..12));
        assert!(change(&base, &deeper).unwrap().text.ends_with(OTHER_DEPTH));
        assert!(!change(&base, &slower).unwrap().text.contains(OTHER_DEPTH));
        let compared = |other| {
            let runs = [Named { name: "A", digest: &base }, Named { name: "B", digest: other }];
            Comparison::of(&runs, 0).sentences
        };
        assert_eq!(compared(&deeper)[0], OTHER_DEPTH);
        assert!(compared(&slower).iter().all(|sentence| sentence != OTHER_DEPTH));
    }
}
