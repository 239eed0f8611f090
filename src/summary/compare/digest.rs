//! The compact form of a complete ensemble, so that several of them fit into memory.

use super::LARGE;
use super::outcome_metric::OutcomeMetric;
use super::setbacks::Frequency;
use super::worlds::Worlds;
use super::year_ends::YearEnds;
use crate::ensemble::{Ensemble, Quantiles};
use crate::model::{Measure, Run};
use crate::scenario::Scenario;
use crate::summary::{Bands, Outcome, headline, outcomes, outcomes_with_unknowns};
use std::sync::Arc;

/// A compact ensemble: 0.2 MB for 500 futures over eight years, where the runs take 9 MB.
#[derive(Debug, Clone, PartialEq)]
pub struct Digest {
    /// The scenario that was simulated.
    pub scenario: Scenario,
    /// The answer in one or two sentences.
    pub headline: String,
    /// Bands of the adoption chart.
    pub bands: Bands,
    /// Outcomes next to the chart: by luck alone, and with unknowns as soon as they are counted.
    pub outcomes: Vec<Outcome>,
    /// The monthly courses of the outcomes that are a single measure.
    pub courses: Vec<Course>,
    /// How often each rollout risk occurs, in the order of the model.
    pub setbacks: Vec<Frequency>,
    /// The same scenario with unknowns; none while they are simulated.
    pub worlds: Option<Arc<Worlds>>,
    /// Each replicate with its metrics, in the order of the replicate numbers.
    futures: Vec<(u64, [f64; OutcomeMetric::COUNT])>,
    /// The large outcomes of each at the end of each year.
    year_ends: YearEnds,
}

/// An outcome month by month from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The outcome.
    pub metric: OutcomeMetric,
    /// 10% of the futures are below.
    pub p10: Vec<f64>,
    /// The median.
    pub p50: Vec<f64>,
    /// 90% of the futures are below.
    pub p90: Vec<f64>,
}

impl Digest {
    /// The digest of an ensemble of this scenario; `None` without runs.
    pub fn of(scenario: &Scenario, ensemble: &Ensemble) -> Option<Self> {
        let courses = Course::all(ensemble).collect();
        Some(Self { courses, ..Self::without_courses(scenario, ensemble)? })
    }

    /// The same without the courses, which take the most time: [`Course::all`] computes them one by one.
    pub fn without_courses(scenario: &Scenario, ensemble: &Ensemble) -> Option<Self> {
        let target = f64::from(scenario.simulation.target_schools);
        let metrics =
            |run: &Run| std::array::from_fn(|i| metric_value(OutcomeMetric::ALL[i], run, target));
        let mut year_ends = YearEnds::new(&LARGE, ensemble.months());
        ensemble.runs().for_each(|(_, run)| year_ends.add(run));
        Some(Self {
            scenario: *scenario,
            headline: headline(scenario, ensemble, true)?,
            bands: Bands::of(ensemble)?,
            outcomes: outcomes(scenario, ensemble)?,
            courses: Vec::new(),
            worlds: None,
            setbacks: Frequency::of_each(ensemble)?,
            futures: ensemble.runs().map(|(replicate, run)| (replicate, metrics(run))).collect(),
            year_ends,
        })
    }

    /// The same with these worlds, of which the outcomes are then.
    pub fn with_worlds(&self, worlds: Arc<Worlds>) -> Self {
        let outcomes = outcomes_with_unknowns(&self.scenario, &self.outcomes, &worlds);
        Self { outcomes, worlds: Some(worlds), ..self.clone() }
    }

    /// Number of futures.
    pub fn len(&self) -> usize {
        self.futures.len()
    }

    /// Whether there are no futures; always false, because a digest has at least one.
    pub fn is_empty(&self) -> bool {
        self.futures.is_empty()
    }

    /// The last month.
    pub fn months(&self) -> u32 {
        self.bands.months()
    }

    /// The course of an outcome; `None` if it is not a single measure.
    pub fn course(&self, metric: OutcomeMetric) -> Option<&Course> {
        self.courses.iter().find(|course| course.metric == metric)
    }

    /// The outcome as displayed next to the chart; `None` for an intermediate step.
    pub fn outcome(&self, metric: OutcomeMetric) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.key == metric.row().key)
    }

    /// Quantiles of a metric over all futures.
    pub fn quantiles(&self, metric: OutcomeMetric) -> Option<Quantiles> {
        Quantiles::of(self.values(metric).collect())
    }

    /// Quantiles of a large outcome at the end of a year or in the last month; `None` for another month.
    pub fn quantiles_at(&self, metric: OutcomeMetric, month: u32) -> Option<Quantiles> {
        Quantiles::of(self.values_at(metric, month)?)
    }

    /// A metric in each future: of a large outcome at the end of this year, in the last month of any metric at its
    /// own date. `None` for what is not kept.
    pub(super) fn values_at(&self, metric: OutcomeMetric, month: u32) -> Option<Vec<f64>> {
        match month < self.months() {
            true => Some(self.year_ends.values(metric, month)?.collect()),
            false => Some(self.values(metric).collect()),
        }
    }

    /// The median of a large outcome by luck at the end of a year or in the last month; `None` for another month.
    pub(super) fn median_at(&self, metric: OutcomeMetric, month: u32) -> Option<f64> {
        Some(self.quantiles_at(metric, month)?.p50)
    }

    fn values(&self, metric: OutcomeMetric) -> impl Iterator<Item = f64> {
        self.futures.iter().map(move |(_, future)| future[metric as usize])
    }

    /// The places of the futures that have the same number in this digest and in another, in the order of the
    /// numbers.
    pub(super) fn shared(&self, other: &Self) -> Vec<[usize; 2]> {
        let mut others = other.futures.iter().enumerate().peekable();
        let mut shared = Vec::new();
        for (mine, (replicate, _)) in self.futures.iter().enumerate() {
            while others.next_if(|(_, (number, _))| number < replicate).is_some() {}
            if let Some((theirs, _)) = others.next_if(|(_, (number, _))| number == replicate) {
                shared.push([mine, theirs]);
            }
        }
        shared
    }
}

impl Course {
    /// The courses of all outcomes that have one, computed lazily.
    pub fn all(ensemble: &Ensemble) -> impl Iterator<Item = Self> + '_ {
        OutcomeMetric::outcomes().filter_map(|metric| {
            let measure = metric.row().measure?;
            Self::of(metric, measure, ensemble)
        })
    }

    fn of(metric: OutcomeMetric, measure: Measure, ensemble: &Ensemble) -> Option<Self> {
        let quantiles = ensemble.quantiles_by_month(measure)?;
        let each = |of: fn(&Quantiles) -> f64| quantiles.iter().map(of).collect();
        Some(Self { metric, p10: each(|q| q.p10), p50: each(|q| q.p50), p90: each(|q| q.p90) })
    }
}

/// The value of a metric in one future, with the target in schools.
pub(super) fn metric_value(metric: OutcomeMetric, run: &Run, target: f64) -> f64 {
    match metric {
        OutcomeMetric::TimeToTarget => (0..=run.months())
            .find(|&month| run.at(Measure::Ever, month) >= target)
            .map_or(f64::INFINITY, f64::from),
        _ => metric_value_at(metric, run, metric.row().at.month(run.months())),
    }
}

/// The value of a metric in one future in a month of it; of the time to the target there is none.
pub(super) fn metric_value_at(metric: OutcomeMetric, run: &Run, month: u32) -> f64 {
    let at = |measure| run.at(measure, month);
    if let Some(measure) = metric.row().measure {
        return at(measure);
    }
    match metric {
        OutcomeMetric::CostOfLasting => match at(Measure::Sustained) {
            0.0 => f64::INFINITY,
            schools => at(Measure::Cost) / schools,
        },
        OutcomeMetric::EarlyStarts => at(Measure::Ever) - run.at(Measure::Ever, 0),
        OutcomeMetric::WholeShare => share(at(Measure::Whole), at(Measure::Active)),
        OutcomeMetric::TeacherTime => {
            share(at(Measure::TeacherHours), at(Measure::ActiveSchoolYears))
        }
        OutcomeMetric::Stopping => share(at(Measure::Stops), at(Measure::ActiveSchoolYears)),
        _ => unreachable!("every other metric is one measure"),
    }
}

/// A part as a share of the whole; 0 if the whole is 0.
fn share(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::{digest_of, ensemble_of, with};

    #[test]
    fn medians_are_those_of_the_outcomes_next_to_the_chart() {
        let digest = digest_of(&Preset::Chicago.into(), 0..21);
        for metric in OutcomeMetric::outcomes() {
            let outcome = digest.outcome(metric).unwrap();
            let median = digest.quantiles(metric).unwrap().p50;
            if metric != OutcomeMetric::TimeToTarget {
                assert_eq!(outcome.value, metric.row().unit.format_level(median), "{metric:?}");
            }
        }
    }

    #[test]
    fn a_course_ends_at_the_value_of_the_outcome() {
        let scenario = Preset::TypicalSurveyed.into();
        let digest = digest_of(&scenario, 0..12);
        assert_eq!(digest.courses.len(), 14);
        for course in digest.courses.iter().filter(|c| c.metric != OutcomeMetric::Lasting) {
            let quantiles = digest.quantiles(course.metric).unwrap();
            assert_eq!(course.p50.len(), 97);
            assert_eq!(course.p50[96], quantiles.p50, "{:?}", course.metric);
            assert_eq!(course.p90[96], quantiles.p90, "{:?}", course.metric);
        }
        let lasting = digest.course(OutcomeMetric::Lasting).unwrap();
        assert_eq!(lasting.p50[60], digest.quantiles(OutcomeMetric::Lasting).unwrap().p50);
    }

    #[test]
    fn the_time_to_an_unreached_target_and_the_cost_without_lasting_schools_are_infinite() {
        let scenario = with(&Preset::TypicalSurveyed.into(), |s| {
            s.simulation.target_schools = 4_000;
            s.practice.stage_cap = [0.1; 3];
        });
        let digest = digest_of(&scenario, 0..4);
        for metric in [OutcomeMetric::TimeToTarget, OutcomeMetric::CostOfLasting] {
            assert_eq!(digest.quantiles(metric).unwrap().p50, f64::INFINITY);
        }
    }

    #[test]
    fn only_futures_with_the_same_number_are_shared() {
        let scenario = Preset::TypicalSurveyed.into();
        let (some, others) = (digest_of(&scenario, 0..6), digest_of(&scenario, 4..9));
        let shared = some.shared(&others);
        assert_eq!(shared.len(), 2);
        for [mine, theirs] in shared {
            assert_eq!(some.futures[mine], others.futures[theirs]);
        }
    }

    #[test]
    fn the_starts_of_the_first_year_match_those_of_the_model() {
        let scenario = Preset::Chicago.into();
        let ensemble = ensemble_of(&scenario, 3..4);
        let (_, run) = ensemble.runs().next().unwrap();
        let starts: f64 = (1..=12).map(|month| run.at(Measure::Starts, month)).sum();
        assert_eq!(metric_value(OutcomeMetric::EarlyStarts, run, 0.0), starts);
    }

    #[test]
    fn outcomes_with_a_course_are_in_the_order_of_the_courses() {
        let digest = digest_of(&Preset::TypicalSurveyed.into(), 0..4);
        let with_a_course: Vec<_> = digest.outcomes.iter().filter(|o| o.has_course).collect();
        assert_eq!(with_a_course.len(), digest.courses.len());
        for (outcome, course) in with_a_course.iter().zip(&digest.courses) {
            assert_eq!(digest.outcome(course.metric), Some(*outcome));
        }
    }

    #[test]
    fn without_runs_there_is_no_digest() {
        assert_eq!(Digest::of(&Scenario::default(), &Ensemble::new(96)), None);
    }
}
