//! How many schools are at each stage, month by month: the layers of the chart's stage view.

use super::integer;
use crate::ensemble::Ensemble;
use crate::language::{phrase, to_phrase};
use crate::model::Measure;
use crate::phrase;
use crate::scenario::Calendar;

/// The layers of the stack with their names (displayed through `language::phrase`), from the bottom up:
/// what lasts is at the bottom. The first three are active and the first four ever started; waiting
/// schools are on top of these.
pub const LAYERS: [(Measure, &str); 5] = [
    (Measure::Whole, to_phrase("whole school")),
    (Measure::Pilot, to_phrase("pilot")),
    (Measure::Introductory, to_phrase("introductory")),
    (Measure::Stopped, to_phrase("stopped")),
    (Measure::Waiting, to_phrase("waiting")),
];

/// Number of layers of schools that ever started.
pub const EVER_LAYERS: usize = 4;

/// Mean number of schools in each layer, month by month from 0. Means, because they add up: the top of a
/// stack of means is the mean of the tops, which does not hold for medians.
#[derive(Debug, Clone, PartialEq)]
pub struct Stages {
    /// In the order of [`LAYERS`].
    pub means: Vec<[f64; LAYERS.len()]>,
}

impl Stages {
    /// The stages of an ensemble; `None` without runs.
    pub fn of(ensemble: &Ensemble) -> Option<Self> {
        if ensemble.is_empty() {
            return None;
        }
        let mut means = vec![[0.0; LAYERS.len()]; ensemble.months() as usize + 1];
        for (_, run) in ensemble.runs() {
            // Row by row for speed: a summary is computed many times while a slider is dragged.
            for (row, sums) in run.rows().zip(&mut means) {
                for (sum, (measure, _)) in sums.iter_mut().zip(LAYERS) {
                    *sum += row[measure as usize];
                }
            }
        }
        let futures = ensemble.len() as f64;
        means.iter_mut().flatten().for_each(|sum| *sum /= futures);
        Some(Self { means })
    }

    /// The greatest number of schools that the stack reaches.
    pub fn greatest(&self) -> f64 {
        self.means.iter().map(|layers| layers.iter().sum()).fold(0.0, f64::max)
    }

    /// The schools of a month as one sentence (or of the last month, if it is past the end), with the
    /// stages in the order in which a school goes through them.
    pub fn sentence(&self, calendar: Calendar, month: u32) -> String {
        let month = month.min(self.means.len() as u32 - 1);
        let [whole, pilot, introductory, stopped, waiting] =
            self.means[month as usize].map(format_schools);
        phrase!(
            "{month}: on average {introductory}\u{a0}introductory, {pilot}\u{a0}pilot, \
             {whole}\u{a0}whole school, {stopped}\u{a0}stopped, {waiting}\u{a0}waiting.",
            month = calendar.month_name(month),
            introductory,
            pilot,
            whole,
            stopped,
            waiting,
        )
    }
}

/// A mean in whole schools, as there are no others; fewer than half of one are not none.
fn format_schools(mean: f64) -> String {
    match integer(mean) {
        none if mean > 0.0 && none == "0" => phrase("fewer than 1").to_owned(),
        schools => schools,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::simulate;
    use crate::scenario::Preset;
    use crate::scenario::Scenario;

    fn ensemble() -> Ensemble {
        let scenario = Scenario::from(Preset::Chicago);
        let mut ensemble = Ensemble::new(scenario.simulation.months);
        for replicate in 0..20 {
            ensemble.add(replicate, simulate(&scenario, replicate));
        }
        ensemble
    }

    #[test]
    fn the_layers_add_up_to_the_means_of_active_ever_and_waiting() {
        let ensemble = ensemble();
        let stages = Stages::of(&ensemble).unwrap();
        assert_eq!(stages.means.len(), 97);
        let mut greatest = 0.0f64;
        for (month, layers) in (0..).zip(&stages.means) {
            let mean = |measure| ensemble.statistics(measure, month).unwrap().mean;
            let (ever, waiting) = (mean(Measure::Ever), mean(Measure::Waiting));
            assert!((layers[..3].iter().sum::<f64>() - mean(Measure::Active)).abs() < 1e-9);
            assert!((layers[..EVER_LAYERS].iter().sum::<f64>() - ever).abs() < 1e-9);
            assert!((layers.iter().sum::<f64>() - (ever + waiting)).abs() < 1e-9);
            greatest = greatest.max(ever + waiting);
        }
        assert!((stages.greatest() - greatest).abs() < 1e-9);
    }

    #[test]
    fn the_sentence_lists_the_stages_in_the_order_of_a_schools_progress() {
        let stages = Stages { means: vec![[0.0; 5], [20.2, 34.6, 2.4, 1_234.0, 0.25]] };
        let second = "Aug 2016: on average 2\u{a0}introductory, 35\u{a0}pilot, 20\u{a0}whole school, \
                      1,234\u{a0}stopped, fewer than 1\u{a0}waiting.";
        assert_eq!(stages.sentence(Preset::Chicago.settings().calendar(), 1), second);
        assert_eq!(stages.sentence(Preset::Chicago.settings().calendar(), 99), second);
        assert!(
            stages
                .sentence(Calendar::default(), 0)
                .starts_with("the start: on average 0\u{a0}introductory, ")
        );
    }

    #[test]
    fn without_runs_there_are_no_stages() {
        assert_eq!(Stages::of(&Ensemble::new(96)), None);
    }
}
