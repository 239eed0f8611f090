use super::*;
use crate::scenario::Preset;
use crate::summary::compare::test_ensembles::{ensemble_of, with};

fn answer(more: f64, less: f64) -> Answer {
    let shares = Shares { more, less, equal: 1.0 - more - less, pairs: 4_000.0 };
    Answer::settled(shares, false).unwrap()
}

/// The faster run is "Now", the other one of the pair; fewer months are ahead.
const CLAIMED: Claimed = Claimed {
    metric: OutcomeMetric::TimeToTarget,
    names: ["Run A", "Now"],
    targets: [20; 2],
    months: 96,
};

fn end(place: usize) -> End {
    let scenario = Scenario::from(Preset::TypicalSurveyed);
    let fast = with(&scenario, |settings| settings.decisions.fast_slow = -1.0);
    End::all([&scenario, &fast])[place]
}

fn effects(present: Answer, ends: &[Answer], all: usize) -> Effects {
    let ends: Vec<(End, Answer)> = (0..).map(end).zip(ends.iter().copied()).collect();
    CLAIMED.effects("Moved".to_owned(), &present, &ends, all)
}

#[test]
fn both_runs_can_be_moved_to_the_ends_of_the_decisions_that_they_share() {
    let scenario = Scenario::from(Preset::TypicalSurveyed);
    let fast = with(&scenario, |settings| settings.decisions.fast_slow = -1.0);
    let ends = End::all([&scenario, &fast]);
    assert_eq!(ends.len(), 12);
    let names: Vec<&str> = ends.iter().map(|end| end.name()).collect();
    assert_eq!(names[..4], ["Centralized", "Decentralized", "Need first", "Readiness first"]);
    let moved = ends[1].at(&fast).unwrap();
    assert_eq!(moved, with(&fast, |settings| settings.decisions.central_decentral = 1.0));
    // Where both stand at an end already nothing would change.
    let fixed = [&scenario, &fast].map(|run| with(run, |s| s.decisions.fixed_adapt = -1.0));
    let ends = End::all([&fixed[0], &fixed[1]]);
    assert_eq!(ends.len(), 11);
    assert!(ends.iter().all(|end| end.name() != "Fixed"));
}

#[test]
fn the_claimed_outcomes_of_a_future_are_its_month_of_the_target_and_its_lasting_schools() {
    let scenario = with(&Preset::SmallWealthy.into(), |s| s.simulation.target_schools = 1);
    let ensemble = ensemble_of(&scenario, 0..3);
    for ([month, lasting], (_, run)) in
        claimed_outcomes(&scenario, &ensemble).iter().zip(ensemble.runs())
    {
        assert_eq!(*month, metric_value(OutcomeMetric::TimeToTarget, run, 1.0));
        assert_eq!(*lasting, metric_value(OutcomeMetric::Lasting, run, 1.0));
    }
}

#[test]
fn an_end_turns_an_answer_around_if_the_other_run_is_ahead_in_a_mark_that_is_not_open() {
    let sturdy = answer(0.0, 0.9);
    let effect = |more, less| sturdy.effect(&answer(more, less));
    assert_eq!(effect(0.6, 0.2), Effect::TurnsAround);
    assert_eq!(effect(0.9, 0.0), Effect::TurnsAround);
    assert_eq!(effect(0.3, 0.25), Effect::LessSure);
    assert_eq!(effect(0.2, 0.6), Effect::LessSure);
    assert_eq!(effect(0.05, 0.9), Effect::None);
    assert_eq!(answer(0.2, 0.6).effect(&sturdy), Effect::Surer);
}

#[test]
fn an_open_question_cannot_be_turned_around_but_settled() {
    let open = answer(0.2, 0.25);
    assert_eq!(open.effect(&answer(0.9, 0.0)), Effect::Settles);
    assert_eq!(open.effect(&answer(0.2, 0.6)), Effect::Settles);
    assert_eq!(open.effect(&answer(0.25, 0.2)), Effect::None);
}

#[test]
fn what_turns_an_answer_around_has_a_sentence_with_its_shares_and_mark() {
    let ends = [answer(0.0, 0.9), answer(0.44, 0.19), answer(0.1, 0.5), answer(0.0, 0.95)];
    let Effects { turned, others, .. } = effects(answer(0.0, 0.9), &ends, 4);
    assert_eq!(
        turned,
        [
            "With “What should the district control?” at Decentralized, Run A reaches 20 schools before Now in 44 of \
             100 futures if the model’s numbers are not known (Now: 19, no difference: 37): it leans that way."
        ]
    );
    assert_eq!(
        others,
        "It is less sure at these ends: Need first (leaning). The other 2 ends leave it as it is."
    );
    let heading = CLAIMED.headed(&answer(0.0, 0.9));
    assert_eq!(heading, "Now reaches 20 schools before Run A: sturdy");
}

#[test]
fn if_no_end_turns_an_answer_around_it_says_so() {
    let others = |present: Answer, ends: &[Answer]| effects(present, ends, ends.len()).others;
    let [sturdy, leaning, open] = [answer(0.0, 0.9), answer(0.1, 0.5), answer(0.2, 0.25)];
    assert_eq!(others(sturdy, &[sturdy; 12]), "None of the 12 ends turns it around.");
    assert_eq!(
        others(sturdy, &[sturdy, leaning, sturdy, open]),
        "None of the 4 ends turns it around. It is less sure at these ends: Decentralized (leaning), Readiness \
         first (open). The other 2 ends leave it as it is."
    );
    assert_eq!(
        others(leaning, &[sturdy, leaning]),
        "None of the 2 ends turns it around. It is surer at these ends: Centralized (sturdy). The other end leaves \
         it as it is."
    );
    assert_eq!(others(open, &[open; 12]), "It stays an open question at all 12 ends.");
}

#[test]
fn before_all_ends_are_counted_nothing_is_said_of_all() {
    let [sturdy, leaning] = [answer(0.0, 0.9), answer(0.1, 0.5)];
    let Effects { turned, others, .. } = effects(sturdy, &[sturdy, leaning], 12);
    assert_eq!(turned, [""; 0]);
    assert_eq!(others, "It is less sure at these ends: Decentralized (leaning).");
}
