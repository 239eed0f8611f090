//! What is kept of a complete ensemble, so that several of them fit into memory.

use super::setbacks::Frequency;
use super::yardstick::Yardstick;
use crate::ensemble::{Ensemble, Quantiles};
use crate::language::phrase;
use crate::model::{Measure, Run};
use crate::scenario::Scenario;
use crate::summary::{Bands, Outcome, headline, outcomes};

/// An ensemble in short: 0.2 MB for 500 futures over eight years, where the runs take 9.
#[derive(Debug, Clone, PartialEq)]
pub struct Digest {
    /// The scenario that was simulated.
    pub scenario: Scenario,
    /// The answer in one or two sentences.
    pub headline: String,
    /// Bands of the adoption chart.
    pub bands: Bands,
    /// Outcomes beside the chart.
    pub outcomes: Vec<Outcome>,
    /// The courses of those outcomes that are one measure.
    pub courses: Vec<Course>,
    /// How often each rollout risk comes true, in the order of the model.
    pub setbacks: Vec<Frequency>,
    /// Each replicate with its yardsticks, in the order of the numbers.
    futures: Vec<(u64, [f64; Yardstick::COUNT])>,
}

/// An outcome month by month from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The outcome.
    pub yardstick: Yardstick,
    /// 10 % of the futures lie below.
    pub p10: Vec<f64>,
    /// The median.
    pub p50: Vec<f64>,
    /// 90 % of the futures lie below.
    pub p90: Vec<f64>,
}

impl Digest {
    /// What is kept of an ensemble of this scenario; none without runs.
    pub fn of(scenario: &Scenario, ensemble: &Ensemble) -> Option<Self> {
        let courses = Course::all(ensemble).collect();
        Some(Self { courses, ..Self::without_courses(scenario, ensemble)? })
    }

    /// The same but for the courses, which take the most time: [`Course::all`] gives them one by one.
    pub fn without_courses(scenario: &Scenario, ensemble: &Ensemble) -> Option<Self> {
        let target = f64::from(scenario.simulation.target_schools);
        let yardsticks = |run: &Run| std::array::from_fn(|i| read(Yardstick::ALL[i], run, target));
        Some(Self {
            scenario: *scenario,
            headline: headline(scenario, ensemble)?,
            bands: Bands::of(ensemble)?,
            outcomes: outcomes(scenario, ensemble)?,
            courses: Vec::new(),
            setbacks: Frequency::of_each(ensemble)?,
            futures: ensemble.runs().map(|(replicate, run)| (replicate, yardsticks(run))).collect(),
        })
    }

    /// Number of futures.
    pub fn len(&self) -> usize {
        self.futures.len()
    }

    /// Whether there is no future; never so, as there is no digest of nothing.
    pub fn is_empty(&self) -> bool {
        self.futures.is_empty()
    }

    /// The last month.
    pub fn months(&self) -> u32 {
        self.bands.months()
    }

    /// The course of an outcome; none if it is not one measure.
    pub fn course(&self, yardstick: Yardstick) -> Option<&Course> {
        self.courses.iter().find(|course| course.yardstick == yardstick)
    }

    /// The outcome as it stands beside the chart; none of a step between outcomes.
    pub fn outcome(&self, yardstick: Yardstick) -> Option<&Outcome> {
        let meaning = phrase(yardstick.row().meaning);
        self.outcomes.iter().find(|outcome| outcome.meaning == meaning)
    }

    /// Quantiles of a yardstick over all futures.
    pub fn quantiles(&self, yardstick: Yardstick) -> Option<Quantiles> {
        Quantiles::of(self.futures.iter().map(|(_, future)| future[yardstick as usize]).collect())
    }

    /// The futures of this digest and of another that have the same number, in the order of the numbers.
    pub(super) fn shared<'a>(&'a self, other: &'a Self) -> Vec<[&'a [f64; Yardstick::COUNT]; 2]> {
        let mut others = other.futures.iter().peekable();
        let mut shared = Vec::new();
        for (replicate, mine) in &self.futures {
            while others.next_if(|(number, _)| number < replicate).is_some() {}
            if let Some((_, theirs)) = others.next_if(|(number, _)| number == replicate) {
                shared.push([mine, theirs]);
            }
        }
        shared
    }
}

impl Course {
    /// The courses of all outcomes that have one, each made when it is asked for.
    pub fn all(ensemble: &Ensemble) -> impl Iterator<Item = Self> + '_ {
        Yardstick::outcomes().filter_map(|yardstick| {
            let measure = yardstick.row().measure?;
            Self::of(yardstick, measure, ensemble)
        })
    }

    fn of(yardstick: Yardstick, measure: Measure, ensemble: &Ensemble) -> Option<Self> {
        let quantiles = ensemble.quantiles_by_month(measure)?;
        let each = |of: fn(&Quantiles) -> f64| quantiles.iter().map(of).collect();
        Some(Self { yardstick, p10: each(|q| q.p10), p50: each(|q| q.p50), p90: each(|q| q.p90) })
    }
}

/// A yardstick of one future, with the target in schools.
fn read(yardstick: Yardstick, run: &Run, target: f64) -> f64 {
    let row = yardstick.row();
    let month = row.at.month(run.months());
    let at = |measure| run.at(measure, month);
    if let Some(measure) = row.measure {
        return at(measure);
    }
    match yardstick {
        Yardstick::TimeToTarget => (0..=run.months())
            .find(|&month| run.at(Measure::Ever, month) >= target)
            .map_or(f64::INFINITY, f64::from),
        Yardstick::CostOfLasting => match at(Measure::Sustained) {
            0.0 => f64::INFINITY,
            schools => at(Measure::Cost) / schools,
        },
        Yardstick::EarlyStarts => at(Measure::Ever) - run.at(Measure::Ever, 0),
        Yardstick::WholeShare => share(at(Measure::Whole), at(Measure::Active)),
        Yardstick::Stopping => share(at(Measure::Stops), at(Measure::ActiveSchoolYears)),
        _ => unreachable!("every other yardstick is one measure"),
    }
}

/// A part of a whole; 0 of nothing.
fn share(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::examples::{digest_of, ensemble_of, with};

    #[test]
    fn medians_are_those_of_the_outcomes_beside_the_chart() {
        let digest = digest_of(&Preset::Chicago.into(), 0..21);
        for yardstick in Yardstick::outcomes() {
            let outcome = digest.outcome(yardstick).unwrap();
            let median = digest.quantiles(yardstick).unwrap().p50;
            if yardstick != Yardstick::TimeToTarget {
                assert_eq!(outcome.value, yardstick.row().unit.level(median), "{yardstick:?}");
            }
        }
    }

    #[test]
    fn a_course_ends_where_the_outcome_stands() {
        let scenario = Preset::TypicalSurveyed.into();
        let digest = digest_of(&scenario, 0..12);
        assert_eq!(digest.courses.len(), 13);
        for course in digest.courses.iter().filter(|c| c.yardstick != Yardstick::Lasting) {
            let quantiles = digest.quantiles(course.yardstick).unwrap();
            assert_eq!(course.p50.len(), 97);
            assert_eq!(course.p50[96], quantiles.p50, "{:?}", course.yardstick);
            assert_eq!(course.p90[96], quantiles.p90, "{:?}", course.yardstick);
        }
        let lasting = digest.course(Yardstick::Lasting).unwrap();
        assert_eq!(lasting.p50[60], digest.quantiles(Yardstick::Lasting).unwrap().p50);
    }

    #[test]
    fn a_target_that_is_never_reached_and_a_school_that_never_lasts_have_no_end() {
        let scenario = with(&Preset::TypicalSurveyed.into(), |s| {
            s.simulation.target_schools = 4_000;
            s.practice.stage_cap = [0.1; 3];
        });
        let digest = digest_of(&scenario, 0..4);
        for yardstick in [Yardstick::TimeToTarget, Yardstick::CostOfLasting] {
            assert_eq!(digest.quantiles(yardstick).unwrap().p50, f64::INFINITY);
        }
    }

    #[test]
    fn only_futures_of_one_number_are_shared() {
        let scenario = Preset::TypicalSurveyed.into();
        let (some, others) = (digest_of(&scenario, 0..6), digest_of(&scenario, 4..9));
        let shared = some.shared(&others);
        assert_eq!(shared.len(), 2);
        assert!(shared.iter().all(|[mine, theirs]| mine == theirs));
    }

    #[test]
    fn the_first_years_starts_are_those_that_the_model_counts() {
        let scenario = Preset::Chicago.into();
        let ensemble = ensemble_of(&scenario, 3..4);
        let (_, run) = ensemble.runs().next().unwrap();
        let starts: f64 = (1..=12).map(|month| run.at(Measure::Starts, month)).sum();
        assert_eq!(read(Yardstick::EarlyStarts, run, 0.0), starts);
    }

    #[test]
    fn the_outcomes_that_have_a_course_are_those_of_the_courses_in_their_order() {
        let digest = digest_of(&Preset::TypicalSurveyed.into(), 0..4);
        let with_a_course: Vec<_> = digest.outcomes.iter().filter(|o| o.has_course).collect();
        assert_eq!(with_a_course.len(), digest.courses.len());
        for (outcome, course) in with_a_course.iter().zip(&digest.courses) {
            assert_eq!(digest.outcome(course.yardstick), Some(*outcome));
        }
    }

    #[test]
    fn without_runs_there_is_no_digest() {
        assert_eq!(Digest::of(&Scenario::default(), &Ensemble::new(96)), None);
    }
}
