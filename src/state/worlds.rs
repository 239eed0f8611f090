//! Which worlds are simulated next: futures in the background of what the page shows, each in a world of its own,
//! until every claim on the page has its scope.

use super::comparison::{ComparedRun, baseline};
use crate::analysis::{Held, history_of};
use crate::ensemble::{Batch, Ensemble};
use crate::scenario::Scenario;
use crate::summary::OutcomeDates;
use crate::summary::compare::{Digest, EFFECTIVE, LARGE, Pair, Worlds, hold_to_counts};
use std::sync::Arc;

/// Scenarios whose worlds are kept: those of the page, and what an undo leads back to.
const MAX_KEPT: usize = 10;

/// Futures that are simulated at a time.
const MAX_STEP: usize = 500;

/// A scenario of the page whose claims need worlds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// The scenario.
    pub scenario: Scenario,
    /// Whether a claim about it is not settled by the worlds so far.
    pub is_unsettled: bool,
}

/// The scenarios of the page whose claims need worlds, the most important first: what is shown, what its last
/// change is described from, and the runs that are compared. The large outcomes are shown at the date `chosen`.
pub fn wanted(
    shown: Option<&Digest>,
    before: Option<&Digest>,
    compared: &[ComparedRun],
    chosen: u32,
) -> Vec<Wanted> {
    let base = baseline(compared).map(|place| &*compared[place].digest);
    let change =
        before.zip(shown).filter(|(before, shown)| is_unsettled(before, shown, Some(chosen)));
    let pairs: Vec<[&Digest; 2]> = base
        .into_iter()
        .flat_map(|base| compared.iter().map(move |run| (base, &*run.digest)))
        .filter(|(base, run)| is_unsettled(base, run, None))
        .chain(change)
        .map(|(one, other)| [one, other])
        .collect();
    let all = shown.into_iter().chain(before).chain(compared.iter().map(|run| &*run.digest));
    let mut wanted: Vec<Wanted> = Vec::new();
    for Digest { scenario, .. } in all {
        if wanted.iter().all(|wanted| wanted.scenario != *scenario) {
            let is_in =
                |pair: &[&Digest; 2]| pair.iter().any(|digest| digest.scenario == *scenario);
            let is_unsettled = pairs.iter().any(is_in);
            wanted.push(Wanted { scenario: *scenario, is_unsettled });
        }
    }
    wanted
}

/// Whether a claim about two different scenarios is not settled: about their outcomes, and about the large ones at
/// the date `chosen`.
fn is_unsettled(one: &Digest, other: &Digest, chosen: Option<u32>) -> bool {
    let at = chosen.map(|chosen| OutcomeDates::month(&other.scenario, chosen));
    let are_large_settled =
        |pair: &Pair, month| LARGE.iter().all(|&metric| pair.is_settled_at(metric, month));
    one.scenario != other.scenario
        && Pair::of(one, other).is_ok_and(|pair| {
            !pair.is_settled() || at.is_some_and(|month| !are_large_settled(&pair, month))
        })
}

/// What the futures of a batch are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// How likely each world is, from what the district did when it was counted.
    History,
    /// What happens in each world.
    Worlds,
}

/// Futures to be simulated.
#[derive(Debug, Clone, PartialEq)]
pub struct Wave {
    /// The futures.
    pub batch: Batch,
    /// The scenario that they are for.
    of: Scenario,
    for_what: Use,
}

/// The worlds of a scenario.
#[derive(Debug, Clone)]
struct Counted {
    /// Those of the last whole wave: a claim is looked at no more often than its rule allows for.
    whole: Option<Arc<Worlds>>,
    /// The same and those of the next wave so far; as long as there are none of these, not another copy.
    growing: Arc<Worlds>,
}

/// The worlds so far.
#[derive(Debug, Clone, Default)]
pub struct WorldCounts {
    /// Of each scenario, the one that was counted last at the end.
    counted: Vec<Counted>,
    /// The history of each district with counts, and the weights of its futures.
    histories: Vec<(Scenario, Held)>,
}

impl WorldCounts {
    /// The worlds of a scenario, wave by wave; none before the first.
    pub fn of(&self, scenario: &Scenario) -> Option<&Arc<Worlds>> {
        self.counted(scenario)?.whole.as_ref()
    }

    fn counted(&self, scenario: &Scenario) -> Option<&Counted> {
        let scenario = scenario.with_unknowns();
        self.counted.iter().find(|counted| counted.growing.scenario == scenario)
    }

    /// What is to be simulated next for these scenarios, the most important first: a first wave of each; then as
    /// many as a band needs; then more of those with unsettled claims. None if that is all.
    pub fn next(&self, wanted: &[Wanted]) -> Option<Wave> {
        let len = |wanted: &Wanted| self.of(&wanted.scenario).map_or(0, |worlds| worlds.len());
        let is_thin = |wanted: &Wanted| {
            self.of(&wanted.scenario).is_some_and(|worlds| worlds.effective() < EFFECTIVE)
        };
        let next = |needs: &dyn Fn(&Wanted) -> bool| {
            wanted.iter().filter(|wanted| needs(wanted)).find_map(|wanted| {
                self.step(&wanted.scenario, Worlds::next_wave(&wanted.scenario, len(wanted))?)
            })
        };
        next(&|wanted| len(wanted) == 0)
            .or_else(|| next(&is_thin))
            .or_else(|| next(&|wanted| wanted.is_unsettled))
    }

    /// The futures that lead to so many worlds of a scenario: first those that weigh them.
    fn step(&self, scenario: &Scenario, upto: usize) -> Option<Wave> {
        let wave = |of, simulated: Scenario, from: usize, for_what| Wave {
            // In steps: whole runs take thirty times the memory of what is kept of them.
            batch: Batch::new(simulated, from as u64..upto.min(from + MAX_STEP) as u64),
            of,
            for_what,
        };
        let of = scenario.with_unknowns();
        if let Some(history) = history_of(scenario) {
            let weighed = self.weights(&history).map_or(0, Held::len);
            if weighed < upto {
                return Some(wave(of, history, weighed, Use::History));
            }
        }
        let from = self.counted(scenario).map_or(0, |counted| counted.growing.len());
        Some(wave(of, of, from, Use::Worlds))
    }

    /// Records the futures of a wave.
    pub fn record(&mut self, wave: &Wave, ensemble: &Ensemble) {
        match wave.for_what {
            Use::History => self.weigh(wave, ensemble),
            Use::Worlds => self.add(wave, ensemble),
        }
    }

    fn weigh(&mut self, wave: &Wave, ensemble: &Ensemble) {
        let history = wave.batch.scenario;
        if self.weights(&history).is_none() {
            self.histories.push((history, Held::default()));
            let too_many = self.histories.len().saturating_sub(MAX_KEPT);
            self.histories.drain(..too_many);
        }
        let found = self.histories.iter_mut().find(|(of, _)| *of == history);
        if let Some((_, held)) = found.filter(|(_, held)| held.len() == from(wave)) {
            hold_to_counts(held, &history, ensemble);
        }
    }

    fn add(&mut self, wave: &Wave, ensemble: &Ensemble) {
        let held = history_of(&wave.of).and_then(|history| self.weights(&history)).cloned();
        let place = self.counted.iter().position(|counted| counted.growing.scenario == wave.of);
        let mut counted = place.map_or_else(
            || Counted { whole: None, growing: Arc::new(Worlds::new(&wave.of)) },
            |place| self.counted.remove(place),
        );
        if counted.growing.len() == from(wave) {
            let growing = Arc::make_mut(&mut counted.growing);
            growing.add(ensemble);
            if let Some(held) = held {
                growing.hold(held);
            }
            if Worlds::next_wave(&wave.of, growing.len() - 1) == Some(growing.len()) {
                counted.whole = Some(counted.growing.clone());
            }
        }
        self.counted.push(counted);
        let too_many = self.counted.len().saturating_sub(MAX_KEPT);
        self.counted.drain(..too_many);
    }

    fn weights(&self, history: &Scenario) -> Option<&Held> {
        self.histories.iter().find(|(of, _)| of == history).map(|(_, held)| held)
    }
}

/// How many futures come before those of a wave.
fn from(wave: &Wave) -> usize {
    wave.batch.numbers.first().map_or(0, |&first| first as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::END;
    use crate::summary::compare::test_ensembles::{digest_of, ensemble_of, with};
    use std::ops::Range;

    fn wanted(scenario: Scenario, is_unsettled: bool) -> Wanted {
        Wanted { scenario, is_unsettled }
    }

    /// A small district without counts.
    fn small() -> Scenario {
        with(&Preset::SmallWealthy.into(), |settings| settings.simulation.months = 12)
    }

    /// The numbers of its futures.
    fn numbers(wave: &Wave) -> Range<u64> {
        from(wave) as u64..(from(wave) + wave.batch.numbers.len()) as u64
    }

    fn simulate(counts: &mut WorldCounts, wave: &Wave) {
        counts.record(wave, &ensemble_of(&wave.batch.scenario, numbers(wave)));
    }

    #[test]
    fn a_district_without_counts_has_one_wave_unless_a_claim_needs_more() {
        let mut counts = WorldCounts::default();
        let wave = counts.next(&[wanted(small(), false)]).unwrap();
        assert_eq!((wave.batch.scenario, numbers(&wave)), (small().with_unknowns(), 0..500));
        simulate(&mut counts, &wave);
        assert_eq!(counts.of(&small()).unwrap().len(), 500);
        assert_eq!(counts.next(&[wanted(small(), false)]), None);
        let more = counts.next(&[wanted(small(), true)]).unwrap();
        assert_eq!(numbers(&more), 500..1_000);
        // What comes twice is counted once.
        simulate(&mut counts, &more);
        simulate(&mut counts, &more);
        assert_eq!(counts.of(&small()).unwrap().len(), 1_000);
    }

    #[test]
    fn each_scenario_has_its_first_wave_before_any_has_its_second() {
        let mut counts = WorldCounts::default();
        let other = with(&small(), |settings| settings.decisions.fast_slow = 1.0);
        let both = [wanted(small(), true), wanted(other, true)];
        let first = counts.next(&both).unwrap();
        simulate(&mut counts, &first);
        let second = counts.next(&both).unwrap();
        assert_eq!((second.batch.scenario, numbers(&second)), (other.with_unknowns(), 0..500));
        simulate(&mut counts, &second);
        assert_eq!(numbers(&counts.next(&both).unwrap()), 500..1_000);
    }

    #[test]
    fn a_district_with_counts_is_weighed_by_its_history_first_and_counted_until_enough_are_left() {
        let chicago = with(&Preset::Chicago.into(), |settings| {
            settings.simulation.months = 24;
            settings.decisions.fast_slow = -1.0;
        });
        let mut counts = WorldCounts::default();
        let history = counts.next(&[wanted(chicago, false)]).unwrap();
        assert_eq!(Some(history.batch.scenario), history_of(&chicago));
        simulate(&mut counts, &history);
        assert!(counts.of(&chicago).is_none());
        while let Some(wave) = counts.next(&[wanted(chicago, false)]) {
            simulate(&mut counts, &wave);
        }
        let worlds = counts.of(&chicago).unwrap();
        assert!(worlds.is_held() && worlds.effective() >= EFFECTIVE, "{}", worlds.effective());
        assert!(worlds.len() > 500 && worlds.len() < 4_000, "{}", worlds.len());
        // Another decision is held by the same history.
        let slow = with(&chicago, |settings| settings.decisions.fast_slow = 1.0);
        let next = counts.next(&[wanted(slow, false)]).unwrap();
        assert_eq!(next.batch.scenario, slow.with_unknowns());
    }

    #[test]
    fn what_is_shown_comes_first_and_only_what_a_claim_needs_goes_on() {
        let fast = with(&small(), |settings| settings.decisions.fast_slow = -1.0);
        let [shown, before] = [&fast, &small()].map(|scenario| digest_of(scenario, 0..30));
        let wanted = super::wanted(Some(&shown), Some(&before), &[], END);
        let scenarios: Vec<Scenario> = wanted.iter().map(|wanted| wanted.scenario).collect();
        assert_eq!(scenarios, [fast, small()]);
        assert!(wanted.iter().all(|wanted| wanted.is_unsettled), "nothing is counted yet");
        let alone = super::wanted(Some(&shown), None, &[], END);
        assert_eq!(alone, [Wanted { scenario: fast, is_unsettled: false }]);
    }

    #[test]
    fn a_wave_comes_in_steps_and_is_there_as_a_whole() {
        let mut counts = WorldCounts::default();
        for len in [500, 1_000, 1_000, 2_000] {
            let wave = counts.next(&[wanted(small(), true)]).unwrap();
            assert!(wave.batch.numbers.len() <= 500);
            simulate(&mut counts, &wave);
            assert_eq!(counts.of(&small()).unwrap().len(), len);
        }
    }

    #[test]
    fn the_worlds_of_the_last_scenarios_are_kept() {
        let mut counts = WorldCounts::default();
        let place =
            |i: usize| with(&small(), |settings| settings.decisions.fast_slow = i as f64 / 20.0);
        for i in 0..=MAX_KEPT {
            let wave = counts.next(&[wanted(place(i), false)]).unwrap();
            simulate(&mut counts, &wave);
        }
        assert!(counts.of(&place(0)).is_none() && counts.of(&place(1)).is_some());
    }
}
