//! What came of the last counts. These are findings, kept as they are: an intended change of the model changes them,
//! and the gallery with them.

use crate::{SCORED, case, scored};
use districtwide::analysis::Meaning;
use districtwide::cases::{CASES, Verdict, headline, result};

/// The verdict of a case and the intervals of its last count.
fn found(key: &str) -> (Verdict, Vec<Option<(f64, f64)>>) {
    let scored = scored(key);
    (scored.verdict, scored.held.iter().map(|held| held.interval).collect())
}

#[test]
fn two_of_four_last_counts_are_missed() {
    assert_eq!(found("houston"), (Verdict::NotMet, vec![None, None]));
    let loudoun = vec![Some((15.0, 22.0)), Some((10.0, 18.0))];
    assert_eq!(found("loudoun_county"), (Verdict::Outside, loudoun));
    assert_eq!(found("henry_county"), (Verdict::Inside, vec![Some((16.0, 24.0))]));
    assert_eq!(found("charlotte_mecklenburg"), (Verdict::Inside, vec![Some((52.0, 75.0))]));
    assert_eq!(
        headline(&SCORED),
        "Of the 4 cases with a last count that the model had not seen, it missed 2."
    );
}

#[test]
fn chicago_is_inside_and_is_not_counted_because_it_was_fitted() {
    let both = vec![Some((49.0, 137.0)), Some((32.0, 110.0))];
    assert_eq!(found("chicago"), (Verdict::Fitted, both));
}

#[test]
fn a_case_with_one_count_is_not_scored_and_one_without_its_number_of_schools_shows_its_shape() {
    for key in ["baltimore_county", "fulton_county", "illinois"] {
        assert_eq!(found(key), (Verdict::TooFew, vec![]), "{key}");
    }
    for key in ["new_york", "baden_wurttemberg"] {
        assert_eq!(found(key), (Verdict::ShapeOnly, vec![]), "{key}");
        let said = result(case(key), scored(key)).join(" ");
        assert!(said.contains("only the shape of the counts"), "{said}");
    }
    let shape = result(case("baden_wurttemberg"), scored("baden_wurttemberg")).join(" ");
    assert!(shape.contains("41, 87, 81, 62, 28"), "{shape}");
}

#[test]
fn the_misses_come_first() {
    let misses: Vec<bool> = SCORED.iter().map(|scored| scored.verdict.is_miss()).collect();
    let first = misses.iter().take_while(|miss| **miss).count();
    assert_eq!(first, misses.iter().filter(|miss| **miss).count());
    assert!(first > 0 && SCORED.len() == CASES.len());
    assert_eq!(CASES[SCORED[0].place].key, "houston");
}

#[test]
fn a_case_that_no_setting_meets_says_that_this_is_a_finding_and_how_near_it_comes() {
    let said = result(case("houston"), scored("houston")).join(" ");
    for part in [
        "no setting of the unknowns inside their ranges",
        "a finding",
        "20 instead of 32 in 2014–15",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn an_interval_has_enough_effective_futures_and_none_is_given_without() {
    for held in SCORED.iter().flat_map(|scored| &scored.held) {
        assert_eq!(held.interval.is_some(), held.effective >= 200.0, "{held:?}");
    }
}

#[test]
fn where_the_source_does_not_say_what_is_counted_both_meanings_are_computed() {
    for scored in SCORED.iter().filter(|scored| scored.verdict.is_scored()) {
        let case = &CASES[scored.place];
        let meanings: Vec<Meaning> = scored.held.iter().map(|held| held.meaning).collect();
        assert_eq!(meanings, case.meanings(), "{}", case.key);
    }
    assert_eq!(scored("loudoun_county").held.len(), 2);
    assert_eq!(scored("henry_county").held.len(), 1);
}

#[test]
fn futures_are_held_to_all_counts_but_the_first_and_the_last() {
    for (key, held_to) in
        [("houston", 1), ("henry_county", 1), ("charlotte_mecklenburg", 1), ("loudoun_county", 0)]
    {
        assert!(scored(key).held.iter().all(|held| held.held_to == held_to), "{key}");
        assert_eq!(case(key).observed().len(), held_to + 2, "{key}");
    }
}
