//! Futures held to published counts: weighted by how well they meet them.

use super::normal::below;
use crate::model::{Measure, Run};
use crate::scenario::{Observation, Preset, Reading, Scenario, parameters};

/// The least spread of a rounded count, as a share of it.
const ROUNDED: f64 = 0.05;
/// The spread of an exact count, schools.
const EXACT: f64 = 1.0;
/// A future whose weight is a smaller share of the greatest is left out: it would change nothing.
const NEGLIGIBLE: f64 = 0.01;

/// A count of schools that futures are held to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Count {
    /// Month of the simulation.
    pub month: u32,
    /// Schools.
    pub schools: f64,
    /// Its standard deviation, schools.
    pub spread: f64,
    /// Whether it is only a lower limit.
    pub at_least: bool,
}

/// What a published count may mean, where its source does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Schools that ever started.
    Ever,
    /// Schools still active.
    Active,
}

impl Meaning {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ever, Self::Active];

    /// The output of the model that counts these schools.
    pub fn measure(self) -> Measure {
        match self {
            Self::Ever => Measure::Ever,
            Self::Active => Measure::Active,
        }
    }
}

impl Count {
    /// A count that is as it was read.
    pub fn exact(month: u32, schools: f64) -> Self {
        Self { month, schools, spread: EXACT, at_least: false }
    }

    /// A rounded count that is only a lower limit.
    pub fn at_least(month: u32, schools: f64) -> Self {
        Self { month, schools, spread: (ROUNDED * schools).max(EXACT), at_least: true }
    }

    /// A count that lies somewhere between two numbers: half of their distance is its spread.
    pub fn between(month: u32, low: f64, high: f64) -> Self {
        let spread = ((high - low) / 2.0).max(EXACT);
        Self { month, schools: (low + high) / 2.0, spread, at_least: false }
    }

    /// The count that futures are held to; `None` for one that was only expected.
    fn of(observation: &Observation) -> Option<Self> {
        let Observation { month, schools, reading } = *observation;
        match reading {
            Reading::Count => Some(Self::exact(month, f64::from(schools))),
            Reading::AtLeast => Some(Self::at_least(month, f64::from(schools))),
            Reading::Expected => None,
        }
    }

    /// The likelihood of this count where so many schools were there, up to a factor.
    pub fn likelihood(&self, schools: f64) -> f64 {
        let distance = (schools - self.schools) / self.spread;
        match self.at_least {
            true => below(distance),
            false => libm::exp(-0.5 * distance * distance),
        }
    }
}

/// The counts of a district that narrow something: those after its start, which is set.
pub fn counts_of(preset: Preset) -> Vec<Count> {
    let counts = preset.observations().iter().filter_map(Count::of);
    counts.filter(|count| count.month > 0).collect()
}

/// The weight of a future: the product of the likelihoods of these counts where it has so many schools in a month.
pub fn weight(counts: &[Count], schools_in: impl Fn(u32) -> f64) -> f64 {
    counts.iter().map(|count| count.likelihood(schools_in(count.month))).product()
}

/// What the district of this scenario did when it was counted: the settings of its preset, up to the last count,
/// with the unknowns of this scenario. Other decisions are held to the same worlds: a count says which worlds are
/// likely, and they do not change with what a district decides after it. `None` without counts.
pub fn history_of(scenario: &Scenario) -> Option<Scenario> {
    let preset = scenario.counted_district()?;
    let last = counts_of(preset).iter().map(|count| count.month).max()?;
    let mut settings = preset.settings();
    for parameter in parameters().filter(|parameter| parameter.is_uncertain()) {
        let _ = (parameter.set)(&mut settings, (parameter.get)(scenario));
    }
    settings.simulation = scenario.simulation;
    settings.simulation.months = last;
    Some(Scenario::beyond_ranges(settings).ok()?.with_unknowns())
}

/// The weights of futures by their number, in each meaning of the counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Held {
    weights: [Vec<f64>; Meaning::ALL.len()],
}

impl Held {
    /// Adds the futures that follow those so far: their history, held to the counts of the district.
    pub fn add<'a>(&mut self, preset: Preset, runs: impl IntoIterator<Item = &'a Run>) {
        self.add_held_to(&counts_of(preset), runs);
    }

    /// Adds the futures that follow those so far, held to any series of counts.
    pub fn add_held_to<'a>(&mut self, counts: &[Count], runs: impl IntoIterator<Item = &'a Run>) {
        for run in runs {
            for meaning in Meaning::ALL {
                let schools_in = |month| run.at(meaning.measure(), month);
                self.weights[meaning as usize].push(weight(counts, schools_in));
            }
        }
    }

    /// Number of futures so far.
    pub fn len(&self) -> usize {
        self.weights[0].len()
    }

    /// Whether there are none yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The weights so far.
    pub fn weights(&self, meaning: Meaning) -> &[f64] {
        &self.weights[meaning as usize]
    }
}

/// The effective number of weighted futures: how many without weights would tell as much.
pub fn effective(weights: &[f64]) -> f64 {
    let sum: f64 = weights.iter().sum();
    let squares: f64 = weights.iter().map(|weight| weight * weight).sum();
    if squares > 0.0 { sum * sum / squares } else { 0.0 }
}

/// The first futures from a number on that are so many effective ones, and their weights: all that there are, if they
/// are fewer. Those without a weight worth its simulation are left out.
pub fn choose_effective(weights: &[f64], from: usize, enough: f64) -> (Vec<f64>, Vec<f64>) {
    let greatest = weights.iter().copied().fold(0.0, f64::max);
    let (mut numbers, mut chosen) = (Vec::new(), Vec::new());
    for (number, &weight) in (0_u32..).zip(weights).skip(from) {
        if weight > 0.0 && weight >= NEGLIGIBLE * greatest {
            numbers.push(f64::from(number));
            chosen.push(weight);
            if effective(&chosen) >= enough {
                break;
            }
        }
    }
    (numbers, chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn futures_are_chosen_until_enough_are_effective_without_those_that_weigh_nothing() {
        let weights = [1.0, 0.0, 1.0, 0.001, 1.0, 0.5, 1.0];
        let chosen = |from, enough| choose_effective(&weights, from, enough);
        assert_eq!(chosen(0, 2.0), (vec![0.0, 2.0], vec![1.0, 1.0]));
        assert_eq!(chosen(3, 1.5), (vec![4.0, 5.0], vec![1.0, 0.5]));
        assert_eq!(chosen(5, 9.0), (vec![5.0, 6.0], vec![0.5, 1.0]));
        assert_eq!(chosen(7, 1.0), (vec![], vec![]));
    }

    #[test]
    fn a_count_is_met_by_its_kind_and_spread() {
        let exact = Count { month: 24, schools: 40.0, spread: 2.0, at_least: false };
        assert_eq!(exact.likelihood(40.0), 1.0);
        assert!((exact.likelihood(42.0) - libm::exp(-0.5)).abs() < 1e-15);
        let least = Count { at_least: true, ..exact };
        assert_eq!(least.likelihood(40.0), 0.5);
        assert!(least.likelihood(60.0) > 0.999 && least.likelihood(30.0) < 0.001);
    }

    #[test]
    fn the_kind_of_a_count_decides_its_spread() {
        let spread = |count: Count| (count.schools, count.spread, count.at_least);
        assert_eq!(spread(Count::exact(12, 48.0)), (48.0, 1.0, false));
        assert_eq!(spread(Count::at_least(24, 100.0)), (100.0, 5.0, true));
        assert_eq!(spread(Count::at_least(24, 10.0)), (10.0, 1.0, true));
        assert_eq!(spread(Count::between(18, 42.0, 45.0)), (43.5, 1.5, false));
        assert_eq!(spread(Count::between(18, 42.0, 42.0)), (42.0, 1.0, false));
    }

    #[test]
    fn expected_counts_and_the_start_narrow_nothing() {
        let [count] = counts_of(Preset::Chicago)[..] else { panic!("one count of Chicago") };
        assert_eq!(
            (count.month, count.schools, count.spread, count.at_least),
            (24, 100.0, 5.0, true)
        );
        for preset in Preset::ALL.into_iter().filter(|preset| *preset != Preset::Chicago) {
            assert_eq!(counts_of(preset), [], "{preset:?}");
            assert_eq!(history_of(&preset.into()), None, "{preset:?}");
        }
        assert_eq!(history_of(&Scenario::default()), None);
    }

    #[test]
    fn other_decisions_are_held_to_the_same_worlds_and_other_unknowns_to_others() {
        let chicago = Scenario::from(Preset::Chicago);
        let mut settings = chicago.settings();
        settings.decisions.fast_slow = 1.0;
        settings.district.coaching_budget = 4.0;
        let other = Scenario::new(settings).unwrap();
        assert_eq!(history_of(&other), history_of(&chicago));
        settings.practice.stop_rate *= 1.1;
        let unknown = Scenario::new(settings).unwrap();
        assert_ne!(history_of(&unknown), history_of(&chicago));
        let history = history_of(&chicago).unwrap();
        assert_eq!(history.simulation.months, 24);
        assert!(history.sensitivity.uncertain_constants);
    }

    #[test]
    fn equal_weights_are_all_effective_and_one_heavy_weight_is_one() {
        assert_eq!(effective(&[0.2; 50]).round(), 50.0);
        assert_eq!(effective(&[1.0, 0.0, 0.0]), 1.0);
        assert_eq!(effective(&[0.0; 3]), 0.0);
    }
}
