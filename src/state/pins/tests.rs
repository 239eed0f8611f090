use super::*;
use crate::scenario::Preset;
use crate::summary::compare::medians_of;
use crate::summary::compare::test_ensembles::{digest_of, ensemble_of, with};

const CHICAGO: Preset = Preset::Chicago;
const WEALTHY: Preset = Preset::SmallWealthy;

/// So many runs of Chicago, with the ids from 1 on.
fn pinned(count: usize) -> PinnedRuns {
    let mut pinned = PinnedRuns::default();
    (0..count).for_each(|_| assert!(pinned.pin(CHICAGO.into(), None)));
    pinned
}

fn named(name: &str, scenario: Scenario) -> ScenarioFile {
    ScenarioFile { name: name.to_owned(), ..scenario.into() }
}

fn names(pinned: &PinnedRuns) -> Vec<&str> {
    pinned.runs().iter().map(|run| run.kept.name.as_str()).collect()
}

fn colors(pinned: &PinnedRuns) -> Vec<usize> {
    pinned.runs().iter().map(|run| run.kept.color).collect()
}

#[test]
fn runs_are_pinned_under_free_letters_and_colors_as_far_as_there_is_room() {
    let mut pinned = pinned(4);
    assert_eq!(names(&pinned), ["Run A", "Run B", "Run C", "Run D"]);
    assert_eq!(colors(&pinned), [0, 1, 2, 3]);
    assert!(!pinned.has_room() && !pinned.pin(WEALTHY.into(), None));
    assert_eq!(pinned.runs().len(), MAX_PINNED_RUNS);
    assert!(pinned.drop_run(2) && pinned.pin(WEALTHY.into(), None));
    assert_eq!(names(&pinned), ["Run A", "Run C", "Run D", "Run B"]);
    assert_eq!(colors(&pinned), [0, 2, 3, 1]);
    assert_eq!(pinned.runs()[3].id, 5);
}

#[test]
fn a_name_that_is_taken_gets_a_number() {
    let mut pinned = PinnedRuns::default();
    (0..3).for_each(|_| assert!(pinned.pin_as("Slow", CHICAGO.into(), None)));
    assert_eq!(names(&pinned), ["Slow", "Slow 2", "Slow 3"]);
}

#[test]
fn the_baseline_stays_the_same_run_and_is_the_first_one_when_it_is_dropped() {
    let mut pinned = pinned(4);
    assert!(pinned.set_baseline(3));
    pinned.drop_run(4);
    assert_eq!(pinned.baseline().unwrap().id, 3);
    pinned.drop_run(1);
    assert_eq!((pinned.baseline().unwrap().id, pinned.to_keep().baseline), (3, 1));
    pinned.drop_run(3);
    assert_eq!(pinned.baseline().unwrap().id, 2);
    pinned.drop_run(2);
    assert!(pinned.is_empty() && pinned.baseline().is_none());
}

#[test]
fn a_new_name_is_tidied_and_an_empty_one_refused() {
    let mut pinned = pinned(1);
    assert!(pinned.rename(1, "  Slow \n and steady "));
    assert!(!pinned.rename(1, " \t "));
    assert_eq!(names(&pinned), ["Slow and steady"]);
}

#[test]
fn no_two_runs_have_one_name_however_they_come_by_it() {
    let mut pinned = pinned(2);
    assert!(pinned.rename(2, "Run A"));
    assert_eq!(names(&pinned), ["Run A", "Run A 2"]);
    assert!(pinned.rename(2, "Run A 2"));
    assert!(pinned.rename(1, "Now"));
    assert_eq!(names(&pinned), ["Now 2", "Run A 2"]);
    let mut kept = pinned.to_keep();
    kept.runs.iter_mut().for_each(|run| run.name = "Same".to_owned());
    pinned.replace(kept);
    assert_eq!(names(&pinned), ["Same", "Same 2"]);
}

#[test]
fn a_color_that_another_run_has_is_swapped() {
    let mut pinned = pinned(3);
    assert!(pinned.recolor(2));
    assert_eq!(colors(&pinned), [0, 2, 1]);
    assert!(pinned.recolor(2));
    assert_eq!(colors(&pinned), [0, 3, 1]);
    assert!(pinned.recolor(2));
    assert_eq!(colors(&pinned), [3, 0, 1]);
}

#[test]
fn what_is_done_to_a_run_that_has_gone_changes_nothing() {
    let mut pinned = pinned(2);
    let before = pinned.clone();
    assert!(!pinned.drop_run(9) && !pinned.rename(9, "x"));
    assert!(!pinned.recolor(9) && !pinned.set_baseline(9));
    assert_eq!(pinned, before);
}

#[test]
fn results_go_to_every_run_of_their_scenario() {
    let mut pinned = pinned(2);
    pinned.pin(WEALTHY.into(), None);
    assert_eq!(pinned.missing_results(), [CHICAGO.into(), WEALTHY.into()]);
    let digest = Arc::new(digest_of(&CHICAGO.into(), 0..1));
    assert!(pinned.record(&digest));
    assert_eq!(pinned.missing_results(), [WEALTHY.into()]);
    assert_eq!(pinned.find(2).unwrap().digest, Some(digest));
    assert!(!pinned.record(&Arc::new(digest_of(&Scenario::default(), 0..1))));
}

#[test]
fn a_run_of_an_earlier_version_says_what_differs_now() {
    let ready = with(&CHICAGO.into(), |settings| settings.decisions.need_readiness = 1.0);
    let mut pinned = PinnedRuns::default();
    pinned.pin_file(&ScenarioFile { version: ModelVersion::One, ..named("Old", ready) }, None);
    pinned.pin(ready, None);
    let before = ready.as_of(ModelVersion::One);
    assert_eq!(pinned.missing_earlier(), [before]);
    let medians = medians_of(&before, &ensemble_of(&before, 0..12)).unwrap();
    pinned.record_earlier(&before, medians);
    assert_eq!((pinned.missing_earlier(), pinned.differences()), (vec![], vec![]));
    pinned.record(&Arc::new(digest_of(&ready, 0..12)));
    let [difference] = &pinned.differences()[..] else { panic!("one run is of version 1") };
    assert!(difference.starts_with("Old: The model has changed since this was made (version 1"));
    assert!(difference.contains("ever started, now "), "{difference}");
}

#[test]
fn runs_of_another_tab_are_taken_and_those_that_are_here_keep_ids_and_results() {
    let mut here = pinned(2);
    let digest = Arc::new(digest_of(&CHICAGO.into(), 0..1));
    here.record(&digest);
    let mut there = PinnedRuns::from(here.to_keep());
    there.recolor(1);
    there.rename(2, "Renamed");
    there.pin(WEALTHY.into(), None);
    there.set_baseline(3);
    here.adopt(there.to_keep());
    assert_eq!(here.to_keep(), there.to_keep());
    let ids: Vec<u32> = here.runs().iter().map(|run| run.id).collect();
    assert_eq!(ids, [1, 3, 4]);
    assert_eq!(here.missing_results(), [WEALTHY.into()]);
    assert_eq!(here.find(3).unwrap().digest, Some(digest));
}

#[test]
fn runs_that_are_stored_come_back_under_other_ids() {
    let mut pinned = pinned(3);
    pinned.set_baseline(2);
    let kept = pinned.to_keep();
    pinned.replace(kept.clone());
    assert_eq!(pinned.to_keep(), kept);
    assert_eq!(pinned.runs().iter().map(|run| run.id).collect::<Vec<_>>(), [4, 5, 6]);
    assert_eq!(PinnedRuns::from(kept.clone()).to_keep(), kept);
    assert!(pinned.holds(&CHICAGO.into()) && !pinned.holds(&WEALTHY.into()));
}
