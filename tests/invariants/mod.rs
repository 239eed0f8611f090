//! The invariants of every run of every valid scenario. All tests that run many scenarios check them
//! here, and so does fuzzing (`fuzz/src/lib.rs`).

use districtwide::model::{Measure, Run, simulate};
use districtwide::scenario::Scenario;

/// Runs a replicate of a scenario and asserts every invariant. A failure reports the invariant, the
/// month, and the link that reproduces the scenario in the runner and on the page.
pub fn checked_run(scenario: &Scenario, replicate: u64) -> Run {
    let run = simulate(scenario, replicate);
    assert_eq!(run.months(), scenario.simulation.months);
    for month in 0..=run.months() {
        for (sentence, holds) in INVARIANTS {
            assert!(
                holds(scenario, &run, month),
                "violated in month {month}: {sentence}; replicate {replicate} of {}",
                scenario.to_link()
            );
        }
    }
    run
}

/// A property of one month of a run.
type Invariant = fn(&Scenario, &Run, u32) -> bool;

const INVARIANTS: [(&str, Invariant); 8] = [
    ("every output is a finite number", outputs_are_finite),
    ("counts are whole and not negative", counts_are_whole),
    ("shares and indices lie between 0 and 1", shares_are_between_0_and_1),
    ("the stages sum to the district", stages_sum_to_the_district),
    ("ever is active and stopped", ever_is_active_and_stopped),
    ("deep schools are among the active ones", deep_schools_are_active),
    ("starts add up to all that ever started", starts_add_up_to_ever),
    ("no total falls", totals_never_fall),
];

fn outputs_are_finite(_: &Scenario, run: &Run, month: u32) -> bool {
    Measure::ALL.iter().all(|&measure| run.at(measure, month).is_finite())
}

fn counts_are_whole(_: &Scenario, run: &Run, month: u32) -> bool {
    use Measure::*;
    const COUNTS: [Measure; 14] = [
        None,
        Waiting,
        Introductory,
        Pilot,
        Whole,
        Stopped,
        Active,
        Ever,
        Exemplars,
        Sustained,
        InNameOnly,
        Events,
        Stops,
        Starts,
    ];
    COUNTS.into_iter().map(|count| run.at(count, month)).all(|n| n >= 0.0 && n == n.trunc())
}

fn shares_are_between_0_and_1(_: &Scenario, run: &Run, month: u32) -> bool {
    use Measure::*;
    [Depth, Ownership, Credibility, KnowHow, CapacityRatio]
        .into_iter()
        .all(|share| (0.0..=1.0).contains(&run.at(share, month)))
        // The difference between two shares.
        && (-1.0..=1.0).contains(&run.at(EquityGap, month))
}

fn stages_sum_to_the_district(scenario: &Scenario, run: &Run, month: u32) -> bool {
    use Measure::*;
    let stages = [None, Waiting, Introductory, Pilot, Whole, Stopped];
    stages.map(|stage| run.at(stage, month)).iter().sum::<f64>()
        == f64::from(scenario.district.n_schools)
}

fn ever_is_active_and_stopped(_: &Scenario, run: &Run, month: u32) -> bool {
    use Measure::*;
    let at = |measure| run.at(measure, month);
    at(Ever) == at(Active) + at(Stopped)
        && at(Active) == at(Introductory) + at(Pilot) + at(Whole)
        && at(Stops) == at(Stopped)
}

fn deep_schools_are_active(_: &Scenario, run: &Run, month: u32) -> bool {
    use Measure::*;
    let at = |measure| run.at(measure, month);
    at(Sustained) <= at(Exemplars) && at(Exemplars) <= at(Active) && at(InNameOnly) <= at(Active)
}

fn starts_add_up_to_ever(scenario: &Scenario, run: &Run, month: u32) -> bool {
    let before = match month.checked_sub(1) {
        Some(last) => run.at(Measure::Ever, last),
        None => f64::from(scenario.district.start_schools),
    };
    run.at(Measure::Ever, month) == before + run.at(Measure::Starts, month)
}

fn totals_never_fall(_: &Scenario, run: &Run, month: u32) -> bool {
    use Measure::*;
    const TOTALS: [Measure; 7] =
        [Ever, Stopped, Stops, Events, Cost, TeacherHours, ActiveSchoolYears];
    let last = month.saturating_sub(1);
    TOTALS.into_iter().all(|total| run.at(total, month) >= run.at(total, last).max(0.0))
}
