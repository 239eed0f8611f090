//! Tests 4, 5, 6 and 22: the model's bookkeeping. Schools are conserved, chance is reproducible, nothing
//! happens without a cause, and surveyed districts are drawn as surveyed.

use crate::claims::{All, identity};
use crate::finding::{Finding, Rendered};
use crate::futures::{futures_of, largest, scenario};
use crate::still::still;
use crate::units::Unit;
use districtwide::ensemble::Ensemble;
use districtwide::language::to_phrase;
use districtwide::model::survey::surveyed_decisions;
use districtwide::model::{Measure, Run, simulate};
use districtwide::scenario::decision_ends::DECISIONS;
use districtwide::scenario::{Preset, Scenario};

tests! {
    no_school_is_lost_or_counted_twice: conservation,
    the_same_seed_gives_the_same_futures_however_they_are_computed: determinism,
    without_any_cause_no_school_moves: stillness,
    prices_change_nothing_but_the_cost: prices,
    surveyed_districts_are_drawn_with_the_surveyed_shares: survey,
}

const COUNTED: &str = to_phrase(
    "By definition; every month of 5 futures of the default district and of each preset.",
);
const KEYED: &str = to_phrase(
    "By construction: each random draw is a function of the seed and the future's number.",
);
const NO_CAUSE: &str =
    to_phrase("By construction: every change has a rate, and here all rates are 0.");
const PRICES: &str =
    to_phrase("By construction: nothing in the model depends on what sites and safeguards cost.");
const COST: &str =
    to_phrase("By definition: the cost includes running the sites and the effort of safeguards.");
const SURVEY: &str = to_phrase(
    "The Learning Accelerator with Education Next, survey of leaders: shares near either end of a decision; \
     a third each where none is published.",
);

/// Whether `holds` in every month of a few futures of every preset and of the defaults.
fn every_month(holds: impl Fn(&Scenario, &Run, u32) -> bool) -> Vec<bool> {
    let mut found = Vec::new();
    for preset in Preset::ALL.into_iter().map(Some).chain([None]) {
        let scenario = Scenario::from(preset);
        for replicate in 0..5 {
            let run = simulate(&scenario, replicate);
            found.extend((0..=run.months()).map(|month| holds(&scenario, &run, month)));
        }
    }
    found
}

/// Test 4.
fn conservation() -> Vec<Finding> {
    use Measure::*;
    let stages = every_month(|scenario, run, month| {
        let at = |measure| run.at(measure, month);
        let stages: f64 = [None, Waiting, Introductory, Pilot, Whole, Stopped].map(at).iter().sum();
        stages == f64::from(scenario.district.n_schools)
    });
    let ever = every_month(|_, run, month| {
        let at = |measure| run.at(measure, month);
        at(Ever) == at(Active) + at(Stopped)
            && at(Active) == at(Introductory) + at(Pilot) + at(Whole)
            && at(Stops) == at(Stopped)
    });
    let starts = every_month(|scenario, run, month| {
        let starts: f64 = (0..=month).map(|month| run.at(Starts, month)).sum();
        starts + f64::from(scenario.district.start_schools) == run.at(Ever, month)
    });
    vec![
        identity("4", to_phrase("Every school is at exactly one stage in every month"), COUNTED)
            .for_all(&stages, All::Months),
        identity(
            "4",
            to_phrase("Schools that ever started are those still active and those that stopped"),
            COUNTED,
        )
        .for_all(&ever, All::Months),
        identity(
            "4",
            to_phrase("New starts month by month add up to the schools that ever started"),
            COUNTED,
        )
        .for_all(&starts, All::Months),
    ]
}

/// Test 5.
fn determinism() -> Vec<Finding> {
    let settings = Preset::Chicago.settings();
    let scenario = scenario(settings);
    let (few, many) = (futures_of(10, settings), futures_of(24, settings));
    let same: Vec<bool> = few.runs().zip(many.runs()).map(|(few, many)| few == many).collect();
    let mut backwards = Ensemble::new(settings.simulation.months);
    for replicate in (12..24).rev() {
        backwards.add(replicate, simulate(&scenario, replicate));
    }
    let mut merged = Ensemble::new(settings.simulation.months);
    for replicate in 0..12 {
        merged.add(replicate, simulate(&scenario, replicate));
    }
    merged.merge(backwards);
    let statistics: Vec<bool> = Measure::ALL
        .iter()
        .map(|&measure| many.statistics(measure, 60) == merged.statistics(measure, 60))
        .chain([many == merged])
        .collect();
    vec![
        identity(
            "5",
            to_phrase("A future is the same whether 10 or 24 futures are simulated"),
            KEYED,
        )
        .for_all(&same, All::Futures),
        identity(
            "5",
            to_phrase("Results are the same in any order and any chunks of simulated futures"),
            KEYED,
        )
        .for_all(&statistics, All::Results),
    ]
}

/// Test 6, zero hazards.
fn stillness() -> Vec<Finding> {
    use Measure::*;
    let mut s = still();
    s.practice.progress_rate = 0.0;
    let run = simulate(&scenario(s), 3);
    let mut same = Vec::new();
    for month in 1..=run.months() {
        for measure in [None, Waiting, Introductory, Pilot, Whole, Stopped, Active, Ever, Events] {
            same.push(run.at(measure, month) == run.at(measure, 0));
        }
        // Credibility approaches its target over 1e12 years.
        same.push((run.at(Credibility, month) - 0.5).abs() < 1e-9);
    }
    let statement = to_phrase(
        "With no volunteers, no placing, no moving up, no stopping and no setbacks, school counts and \
         trust stay the same",
    );
    vec![identity("6", statement, NO_CAUSE).for_all(&same, All::Numbers)]
}

/// Test 6, prices.
fn prices() -> Vec<Finding> {
    let mut cheap = Preset::Chicago.settings();
    cheap.mitigations.narrative = 0.5;
    let mut dear = cheap;
    dear.costs.site_cost = [100.0, 600.0, 800.0];
    dear.risks.mitigation_cost = 5.0;
    let (cheap, dear) = (simulate(&scenario(cheap), 1), simulate(&scenario(dear), 1));
    let mut same = Vec::new();
    let paid = [Measure::Cost, Measure::Spending];
    for &measure in Measure::ALL.iter().filter(|measure| !paid.contains(measure)) {
        for month in 0..=cheap.months() {
            same.push(cheap.at(measure, month) == dear.at(measure, month));
        }
    }
    let cost = |run: &Run| run.at(Measure::Cost, run.months());
    let unchanged = to_phrase(
        "Without a spending cap, more expensive sites and safeguards change only what the district pays",
    );
    let risen = to_phrase(
        "More expensive sites and safeguards raise what the district pays over 8 \
                           years",
    );
    let (dear, cheap) = (cost(&dear), cost(&cheap));
    let value = Rendered::by(move || Unit::Money.against(dear, cheap));
    vec![
        identity("6", unchanged, PRICES).for_all(&same, All::Numbers),
        identity("6", risen, COST).judged(value, to_phrase("more"), dear > cheap),
    ]
}

/// Test 22.
fn survey() -> Vec<Finding> {
    const DRAWS: u64 = 5_000;
    let draws: Vec<[f64; 7]> = (0..DRAWS)
        .map(|number| {
            let d = surveyed_decisions(1, number);
            [
                d.central_decentral,
                d.fast_slow,
                d.need_readiness,
                d.build_buy,
                d.fixed_adapt,
                d.package_modules,
                d.best_process,
            ]
        })
        .collect();
    let errors = DECISIONS.iter().enumerate().flat_map(|(decision, ends)| {
        let (first, second) = ends.survey.unwrap_or((1.0 / 3.0, 1.0 / 3.0));
        let share = |near: &dyn Fn(f64) -> bool| {
            draws.iter().filter(|d| near(d[decision])).count() as f64 / DRAWS as f64
        };
        let (near_first, near_second) = (share(&|d| d < -1.0 / 3.0), share(&|d| d >= 1.0 / 3.0));
        [(near_first - first).abs(), (near_second - second).abs()]
    });
    let statement = to_phrase(
        "In 5,000 random surveyed districts, the share near either end of each decision matches the \
         survey",
    );
    vec![identity("22", statement, SURVEY).under(0.02, largest(errors), Unit::Points)]
}
