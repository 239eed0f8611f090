//! A caution about the setting that changes what an outcome counts, and not only what happens.

use crate::language::phrase;
use crate::language::to_phrase;
use crate::scenario::Scenario;

/// The caution about runs with different thresholds for deep practice.
const OTHER_DEPTH: &str = to_phrase(
    "The depth of an exemplar differs: schools that last and are deep are not counted by the same measure.",
);

/// A caution for comparing these runs; `None` if all their outcomes mean the same. The target, which can
/// also differ, is named wherever it is displayed.
pub fn caution<'a>(scenarios: impl IntoIterator<Item = &'a Scenario>) -> Option<String> {
    let mut depths = scenarios.into_iter().map(|scenario| scenario.spread.exemplar_depth);
    let first = depths.next()?;
    depths.any(|depth| depth != first).then(|| phrase(OTHER_DEPTH).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::{digest_of, with};
    use crate::summary::compare::{Comparison, NamedRun, describe_change};

    #[test]
    fn runs_with_different_depth_thresholds_are_compared_with_a_caution() {
        let base = Scenario::from(Preset::Chicago);
        let deeper = with(&base, |s| s.spread.exemplar_depth = 0.8);
        let slower = with(&base, |s| s.decisions.fast_slow = 0.8);
        let [base, deeper, slower] = [base, deeper, slower].map(|s| digest_of(&s, 0..12));
        assert!(describe_change(&base, &deeper).unwrap().text.ends_with(OTHER_DEPTH));
        assert!(!describe_change(&base, &slower).unwrap().text.contains(OTHER_DEPTH));
        let sentences = |other| {
            let runs =
                [NamedRun { name: "A", digest: &base }, NamedRun { name: "B", digest: other }];
            Comparison::of(&runs, 0).sentences
        };
        assert_eq!(sentences(&deeper)[0], OTHER_DEPTH);
        assert!(sentences(&slower).iter().all(|sentence| sentence != OTHER_DEPTH));
    }
}
