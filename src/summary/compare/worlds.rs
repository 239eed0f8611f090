//! A scenario in many worlds, in short: what its claims hold for once the unknowns are drawn.

use super::digest::metric_value;
use super::outcome_metric::OutcomeMetric;
use super::year_ends::{DATED, YearEnds};
use crate::analysis::{Held, MAX_PAIRS, Meaning, effective, weighted_quantiles};
use crate::ensemble::{Ensemble, Quantiles};
use crate::language::{fill, phrase, to_phrase};
use crate::model::{Measure, Run};
use crate::scenario::Scenario;
use crate::summary::view::SCHOOL_MARKS;
use crate::summary::{WideBand, is_small};

/// Numbers of worlds at which they are summarized.
pub const WAVES: [usize; 4] = [500, 1_000, 2_000, MAX_PAIRS];
/// Effective worlds that a band needs.
pub const EFFECTIVE: f64 = 200.0;

/// Futures of a scenario, each in the world of its own number, from 0 on. 1,000 bytes each over eight years, where
/// a run takes 18,000.
#[derive(Debug, Clone, PartialEq)]
pub struct Worlds {
    /// The scenario, with unknowns.
    pub scenario: Scenario,
    metrics: Vec<[f64; OutcomeMetric::COUNT]>,
    /// Schools month by month, one future after the other.
    ever: Vec<u16>,
    active: Vec<u16>,
    /// The outcomes that can be read at any date, at the end of each year.
    year_ends: YearEnds,
    /// The weights of the futures in each meaning of the district's counts; none without counts.
    held: Option<Held>,
}

impl Worlds {
    /// No futures yet. The scenario is taken with unknowns.
    pub fn new(scenario: &Scenario) -> Self {
        let scenario = scenario.with_unknowns();
        let year_ends = YearEnds::new(&DATED, scenario.simulation.months);
        Self { scenario, metrics: vec![], ever: vec![], active: vec![], year_ends, held: None }
    }

    /// Adds the futures that follow those so far.
    pub fn add(&mut self, ensemble: &Ensemble) {
        let target = f64::from(self.scenario.simulation.target_schools);
        for (_, run) in ensemble.runs() {
            let value = |i: usize| metric_value(OutcomeMetric::ALL[i], run, target);
            self.metrics.push(std::array::from_fn(value));
            // At most 5,000 schools.
            let months = |measure: Measure| run.rows().map(move |row| row[measure as usize] as u16);
            self.ever.extend(months(Measure::Ever));
            self.active.extend(months(Measure::Active));
            self.year_ends.add(run);
        }
    }

    /// Holds the futures to the counts of their district, whose weights these are.
    pub fn hold(&mut self, held: Held) {
        self.held = Some(held);
    }

    /// Number of futures.
    pub fn len(&self) -> usize {
        self.metrics.len()
    }

    /// Whether there are none yet.
    pub fn is_empty(&self) -> bool {
        self.metrics.is_empty()
    }

    /// The most futures of this scenario that are simulated.
    pub fn most(scenario: &Scenario) -> usize {
        MAX_PAIRS.min(scenario.most_futures() as usize)
    }

    /// Whether there can be more.
    pub fn may_grow(&self) -> bool {
        self.len() < Self::most(&self.scenario)
    }

    /// Whether there are enough for numbers that will hardly move, or as many as there can be.
    pub fn are_enough(&self) -> bool {
        self.effective() >= EFFECTIVE || !self.may_grow()
    }

    /// The number of futures at the next wave; none if there are no more.
    pub fn next_wave(scenario: &Scenario, len: usize) -> Option<usize> {
        let most = Self::most(scenario);
        WAVES.into_iter().map(|wave| wave.min(most)).find(|&wave| wave > len)
    }

    /// Whether the futures are held to counts.
    pub fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// The weight of each future.
    pub fn weights(&self) -> Vec<f64> {
        self.weights_as(Meaning::Ever)
    }

    /// The same if the counts of the district have this meaning.
    pub fn weights_as(&self, meaning: Meaning) -> Vec<f64> {
        match &self.held {
            Some(held) => held.weights(meaning)[..self.len()].to_vec(),
            None => vec![1.0; self.len()],
        }
    }

    /// The effective number of futures, in the meaning of the counts that leaves fewer.
    pub fn effective(&self) -> f64 {
        self.effective_of(self.len())
    }

    /// The same of the first futures.
    fn effective_of(&self, futures: usize) -> f64 {
        let Some(held) = &self.held else { return futures as f64 };
        let each = Meaning::ALL.map(|meaning| effective(&held.weights(meaning)[..futures]));
        each[0].min(each[1])
    }

    /// The weights of the futures that numbers are shown of: the first wave that has enough effective ones, however
    /// many more the marks need, so that what has been shown does not move.
    fn shown(&self, meaning: Meaning) -> Vec<f64> {
        let mut weights = self.weights_as(meaning);
        let waves = WAVES.into_iter().filter(|&wave| wave <= weights.len());
        let enough = waves.into_iter().find(|&wave| self.effective_of(wave) >= EFFECTIVE);
        weights.truncate(enough.unwrap_or(weights.len()));
        weights
    }

    /// A metric in each future: of those that can be read at any date, at the end of this year or in the last month;
    /// of others at their own. `None` for another month.
    pub(super) fn values_at(&self, metric: OutcomeMetric, month: u32) -> Option<Vec<f64>> {
        match month < self.scenario.simulation.months && DATED.contains(&metric) {
            true => Some(self.year_ends.values(metric, month)?.collect()),
            false => Some(self.values(metric)),
        }
    }

    fn values(&self, metric: OutcomeMetric) -> Vec<f64> {
        self.metrics.iter().map(|future| future[metric as usize]).collect()
    }

    /// The quantiles of a metric at the end of a year or in the last month; of one with a date of its own, at that.
    /// `None` for another month, and without effective futures.
    pub fn quantiles_at(&self, metric: OutcomeMetric, month: u32) -> Option<Quantiles> {
        quantiles_of(self.values_at(metric, month)?, &self.shown(Meaning::Ever))
    }

    /// The quantiles of a metric; `None` without effective futures.
    pub fn quantiles(&self, metric: OutcomeMetric) -> Option<Quantiles> {
        self.quantiles_as(metric, Meaning::Ever)
    }

    /// The quantiles of a metric if the counts of the district have this meaning.
    pub fn quantiles_as(&self, metric: OutcomeMetric, meaning: Meaning) -> Option<Quantiles> {
        quantiles_of(self.values(metric), &self.shown(meaning))
    }

    /// The bands month by month; `None` without effective futures.
    pub fn band(&self) -> Option<WideBand> {
        let weights = self.shown(Meaning::Ever);
        let band = |schools: &[u16]| -> Option<Vec<Quantiles>> {
            let months = self.scenario.simulation.months as usize + 1;
            let in_month = |month: usize| {
                let each = schools.iter().skip(month).step_by(months);
                quantiles_of(each.map(|&n| f64::from(n)).collect(), &weights)
            };
            (0..months).map(in_month).collect()
        };
        Some(WideBand {
            ever: band(&self.ever)?,
            active: band(&self.active)?,
            how_to_read: self.how_to_read(),
            read_out: match self.is_held() {
                true => WideBand::read_out_held,
                false => WideBand::read_out,
            },
        })
    }

    /// How the bands are drawn, what they allow for, and what they are held to.
    fn how_to_read(&self) -> String {
        let drawn = match is_small(&self.scenario) {
            true => SCHOOL_MARKS,
            false => to_phrase("line: median; dark: 80% of futures, by luck; light: 80%"),
        };
        let scope = match (self.is_held(), self.effective() < EFFECTIVE) {
            (false, _) => to_phrase("{drawn}, allowing for what nobody knows"),
            (true, false) => {
                to_phrase("{drawn}, allowing for what nobody knows, held to the published counts")
            }
            (true, true) => to_phrase(
                "{drawn}; no setting inside the ranges gives the published counts, so this is the nearest that \
                 there is",
            ),
        };
        fill(phrase(scope), &[("drawn", &phrase(drawn))])
    }
}

/// The quantiles of the first futures, which have these weights.
fn quantiles_of(mut values: Vec<f64>, weights: &[f64]) -> Option<Quantiles> {
    values.truncate(weights.len());
    weighted_quantiles(&values, weights)
}

/// The history of a district up to its counts as weights of its futures.
pub fn hold_to_counts(held: &mut Held, scenario: &Scenario, history: &Ensemble) {
    if let Some(preset) = scenario.preset {
        held.add(preset, history.runs().map(|(_, run): (u64, &Run)| run));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::history_of;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::{ensemble_of, with, worlds_of};

    #[test]
    fn without_counts_the_band_is_that_of_the_ensemble_with_unknowns() {
        let scenario = Scenario::from(Preset::TypicalSurveyed);
        let worlds = worlds_of(&scenario, 40);
        let ensemble = ensemble_of(&scenario.with_unknowns(), 0..40);
        let (band, months) = (worlds.band().unwrap(), scenario.simulation.months);
        assert_eq!(band.ever.len(), months as usize + 1);
        for month in [0, 24, months] {
            let exact = ensemble.quantiles(Measure::Ever, month).unwrap();
            assert!((band.ever[month as usize].p10 - exact.p10).abs() < 1e-9);
            let exact = ensemble.quantiles(Measure::Active, month).unwrap();
            assert!((band.active[month as usize].p90 - exact.p90).abs() < 1e-9);
        }
        assert_eq!((worlds.len(), worlds.effective().round()), (40, 40.0));
    }

    #[test]
    fn held_to_its_counts_chicago_has_started_more_schools_by_then() {
        let chicago = Scenario::from(Preset::Chicago);
        let mut worlds = worlds_of(&chicago, 60);
        let free = worlds.band().unwrap().ever[24].p50;
        let mut held = Held::default();
        hold_to_counts(&mut held, &chicago, &ensemble_of(&history_of(&chicago).unwrap(), 0..60));
        worlds.hold(held);
        assert!(worlds.band().unwrap().ever[24].p50 > free + 10.0);
        assert!(worlds.effective() < 40.0 && worlds.effective() > 1.0);
        let [ever, active] =
            Meaning::ALL.map(|m| worlds.quantiles_as(OutcomeMetric::Ever, m).unwrap().p50);
        assert!(active > ever, "schools still active are fewer, so more must have started");
    }

    #[test]
    fn the_number_of_worlds_grows_in_waves_as_far_as_a_browser_can_hold() {
        let chicago = Scenario::from(Preset::Chicago);
        let next = |len| Worlds::next_wave(&chicago, len);
        assert_eq!(
            [0, 500, 700, 2_000, 4_000].map(next),
            [Some(500), Some(1_000), Some(1_000), Some(4_000), None]
        );
        let long = with(&chicago, |settings| {
            settings.simulation.months = 300;
            settings.district.n_schools = 5_000;
        });
        assert_eq!(Worlds::next_wave(&long, 1_000), Some(1_333));
        assert_eq!(Worlds::next_wave(&long, 1_333), None);
    }
}
