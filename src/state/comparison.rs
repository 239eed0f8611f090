//! The runs that are compared, and what becomes of single schools under them.

use super::pins::{PinnedRun, PinnedRuns};
use crate::language::{isolated, phrase};
use crate::model::{Chronicle, chronicle};
use crate::phrase;
use crate::scenario::{MAX_PINNED_RUNS, Scenario, StoredRun};
use crate::summary::compare::{CURRENT_RUN, Comparison, Digest, NamedRun};
use crate::summary::{Flips, Side, flips, integer, same_school};
use std::sync::Arc;

/// Schools that are listed at most; the sentence counts all of them.
const MOST_LISTED: usize = 40;

/// A run of the comparison: pinned, or the one that the page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedRun {
    /// Its name.
    pub name: String,
    /// The number of its color; that of the page's own run comes after those of pinned ones.
    pub color: usize,
    /// What came out.
    pub digest: Arc<Digest>,
    /// Whether the others are compared with it.
    pub is_baseline: bool,
}

/// The runs that have results: the pinned ones, then what the page shows if that is none of them. Without
/// pinned runs there is nothing to compare.
pub fn compared_runs(pinned: &PinnedRuns, shown: Option<&Arc<Digest>>) -> Vec<ComparedRun> {
    let baseline = pinned.baseline().map(|run| run.id);
    let run = |run: &PinnedRun| {
        let StoredRun { name, color, .. } = run.kept.clone();
        let digest = run.digest.clone()?;
        Some(ComparedRun {
            name: isolated(&name),
            color,
            digest,
            is_baseline: Some(run.id) == baseline,
        })
    };
    let is_other = |digest: &&Arc<Digest>| !pinned.is_empty() && !pinned.holds(&digest.scenario);
    let now = shown.filter(is_other).map(|digest| ComparedRun {
        name: phrase(CURRENT_RUN).to_owned(),
        color: MAX_PINNED_RUNS,
        digest: digest.clone(),
        is_baseline: false,
    });
    pinned.runs().iter().filter_map(run).chain(now).collect()
}

/// The place of the run that the others are compared with: the first one while the baseline is still being
/// simulated. None without runs.
pub fn baseline(runs: &[ComparedRun]) -> Option<usize> {
    let marked = runs.iter().position(|run| run.is_baseline);
    marked.or((!runs.is_empty()).then_some(0))
}

/// The runs side by side, as texts; none without runs.
pub fn side_by_side(runs: &[ComparedRun]) -> Option<Comparison> {
    let named: Vec<NamedRun> = runs.iter().map(ComparedRun::named).collect();
    Some(Comparison::of(&named, baseline(runs)?))
}

/// The runs with the baseline first, as the brief lists them.
pub fn baseline_first(runs: &[ComparedRun]) -> Vec<NamedRun<'_>> {
    let (baseline, others): (Vec<_>, Vec<_>) = runs.iter().partition(|run| run.is_baseline);
    baseline.into_iter().chain(others).map(ComparedRun::named).collect()
}

impl ComparedRun {
    fn named(&self) -> NamedRun<'_> {
        NamedRun { name: &self.name, digest: &self.digest }
    }
}

/// The schools that are active under only one of two runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlipSection {
    /// How many flip and how many do not.
    pub sentence: String,
    /// A sentence on each, as far as they are listed.
    pub schools: Vec<String>,
    /// How many more there are; empty if all are listed.
    pub more: String,
}

/// A section for each run that shares its luck with the baseline. `futures`: one future of each run, in
/// their order, all of one replicate.
pub fn flip_sections<C: AsRef<Chronicle>>(
    runs: &[ComparedRun],
    futures: &[C],
    month: u32,
) -> Vec<FlipSection> {
    let side = |place: usize| {
        let (run, future) = (runs.get(place)?, futures.get(place)?);
        Some(Side { name: &run.name, chronicle: future.as_ref() })
    };
    let Some(base) = baseline(runs) else { return Vec::new() };
    let others = (0..runs.len()).filter(|place| *place != base);
    let section = |place: usize| {
        let calendar = runs[place].digest.scenario.calendar();
        Some(FlipSection::of(flips(calendar, [side(base)?, side(place)?], month)?))
    };
    others.filter_map(section).collect()
}

impl FlipSection {
    fn of(flips: Flips) -> Self {
        let Flips { sentence, schools } = flips;
        let more = match schools.len().saturating_sub(MOST_LISTED) {
            0 => String::new(),
            more => phrase!("And {count} more.", count = integer(more as f64)),
        };
        let listed = schools.into_iter().take(MOST_LISTED);
        Self { sentence, schools: listed.map(|flip| flip.sentence).collect(), more }
    }
}

/// What becomes of the same school, with the same luck, under each pinned run that has other settings than
/// those shown. Each is simulated, so only when `shown_future` has changed.
pub fn same_school_under_pinned_runs(
    pinned: &PinnedRuns,
    shown: &Scenario,
    shown_future: &Chronicle,
    school: usize,
) -> Vec<String> {
    let others = pinned.runs().iter().filter(|run| run.kept.scenario != *shown);
    let sentence = |run: &PinnedRun| {
        let other = chronicle(&run.kept.scenario, shown_future.replicate());
        let side = Side { name: &run.kept.name, chronicle: &other };
        let is_the_same = shown_future.shares_luck_with(&other);
        is_the_same.then(|| same_school(run.kept.scenario.calendar(), side, school))
    };
    others.filter_map(sentence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::Flip;
    use crate::summary::compare::test_ensembles::{digest_of, with};

    fn chicago() -> Scenario {
        Preset::Chicago.into()
    }

    fn slow() -> Scenario {
        with(&chicago(), |settings| settings.decisions.fast_slow = 0.8)
    }

    fn digest(scenario: &Scenario) -> Arc<Digest> {
        Arc::new(digest_of(scenario, 0..2))
    }

    /// Chicago and a slower Chicago, which is the baseline; both without results.
    fn pinned() -> PinnedRuns {
        let mut pinned = PinnedRuns::default();
        pinned.pin_as("Fast", chicago(), None);
        pinned.pin_as("Slow", slow(), None);
        pinned.set_baseline(2);
        pinned
    }

    fn names(runs: &[ComparedRun]) -> Vec<&str> {
        runs.iter().map(|run| run.name.as_str()).collect()
    }

    #[test]
    fn nothing_is_compared_before_a_run_is_pinned() {
        let shown = digest(&chicago());
        let runs = compared_runs(&PinnedRuns::default(), Some(&shown));
        assert_eq!((runs.len(), baseline(&runs), side_by_side(&runs)), (0, None, None));
    }

    #[test]
    fn pinned_runs_are_compared_once_they_have_results_and_the_pages_own_after_them() {
        let mut pinned = pinned();
        let shown = digest(&Scenario::default());
        assert_eq!(names(&compared_runs(&pinned, Some(&shown))), ["Now"]);
        pinned.record(&digest(&chicago()));
        let runs = compared_runs(&pinned, Some(&shown));
        assert_eq!(names(&runs), ["Fast", "Now"]);
        assert_eq!(runs.iter().map(|run| run.color).collect::<Vec<_>>(), [0, MAX_PINNED_RUNS]);
        pinned.record(&digest(&slow()));
        assert_eq!(names(&compared_runs(&pinned, None)), ["Fast", "Slow"]);
    }

    #[test]
    fn what_the_page_shows_stands_there_only_once() {
        let mut pinned = pinned();
        let shown = digest(&chicago());
        // Pinned, but its results have not been recorded yet.
        assert_eq!(names(&compared_runs(&pinned, Some(&shown))), [""; 0]);
        pinned.record(&shown);
        assert_eq!(names(&compared_runs(&pinned, Some(&shown))), ["Fast"]);
    }

    #[test]
    fn the_first_run_is_the_baseline_while_the_chosen_one_is_simulated() {
        let mut pinned = pinned();
        pinned.record(&digest(&chicago()));
        assert_eq!(baseline(&compared_runs(&pinned, None)), Some(0));
        pinned.record(&digest(&slow()));
        let runs = compared_runs(&pinned, None);
        assert_eq!(baseline(&runs), Some(1));
        let table = side_by_side(&runs).unwrap();
        assert_eq!((table.names, table.baseline), (vec!["Fast".into(), "Slow".into()], 1));
        let brief: Vec<&str> = baseline_first(&runs).iter().map(|run| run.name).collect();
        assert_eq!(brief, ["Slow", "Fast"]);
    }

    #[test]
    fn at_most_forty_schools_are_listed_and_the_others_counted() {
        let flip = |school| Flip { school, active_under_first: true, sentence: school.to_string() };
        let flips = |count| {
            FlipSection::of(Flips {
                schools: (0..count).map(flip).collect(),
                sentence: String::new(),
            })
        };
        assert_eq!((flips(40).schools.len(), flips(40).more.as_str()), (40, ""));
        assert_eq!(
            (flips(1_050).schools.len(), flips(1_050).more.as_str()),
            (40, "And 1,010 more.")
        );
    }

    #[test]
    fn schools_that_flip_are_listed_for_each_run_beside_the_baseline() {
        let mut pinned = pinned();
        pinned.record(&digest(&chicago()));
        pinned.record(&digest(&slow()));
        let luckier = with(&slow(), |settings| settings.simulation.seed = 7);
        let runs = compared_runs(&pinned, Some(&digest(&luckier)));
        let futures: Vec<Arc<Chronicle>> =
            runs.iter().map(|run| Arc::new(chronicle(&run.digest.scenario, 0))).collect();
        let sections = flip_sections(&runs, &futures, 96);
        // The third run has other luck, so no school of it is the same.
        assert_eq!(sections.len(), 1);
        let [section] = &sections[..] else { panic!("one section") };
        let all = flips(
            Preset::Chicago.settings().calendar(),
            [1, 0].map(|place| Side { name: &runs[place].name, chronicle: &futures[place] }),
            96,
        );
        let all = all.unwrap();
        assert_eq!(section.sentence, all.sentence);
        assert_eq!(section.schools.len(), all.schools.len().min(MOST_LISTED));
        let more = all.schools.len().saturating_sub(MOST_LISTED);
        assert_eq!(section.more.is_empty(), more == 0);
        assert!(flip_sections(&runs, &futures[..1], 96).is_empty());
    }

    #[test]
    fn a_school_is_followed_under_pinned_runs_with_other_settings_and_the_same_luck() {
        let mut pinned = pinned();
        pinned.pin_as("Elsewhere", Scenario::default(), None);
        let shown_future = chronicle(&chicago(), 3);
        let sentences = same_school_under_pinned_runs(&pinned, &chicago(), &shown_future, 5);
        assert!(sentences[0].starts_with("Under Slow, it "), "{sentences:?}");
        assert!(sentences.iter().all(|sentence| !sentence.starts_with("Under Fast")));
    }
}
