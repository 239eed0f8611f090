//! The time of teachers: a year for one of them, and in all, which needs a number of teachers per school.

use super::integer;
use super::labels::TEACHER_TIME;
use super::outcomes::{Outcome, OutcomeFormatter, range};
use crate::ensemble::Quantiles;
use crate::language::phrase;
use crate::model::Measure;
use crate::phrase;

/// Teachers per school, full-time equivalents. The model has none. Borrowed: 3,227,426 teachers in 100,930 public
/// schools of the United States in 2007-08 (NCES 2010, Characteristics of the 100 Largest Districts, table 1).
const TEACHERS_PER_SCHOOL: f64 = 32.0;
/// Identifies the hours of all teachers.
pub(super) const TEACHER_HOURS_IN_ALL: &str = "teacher_hours_in_all";

/// The hours of all teachers, from those of one teacher of each school: to the thousand, where there are many.
pub(super) fn hours_in_all(one_of_each_school: f64) -> String {
    let hours = one_of_each_school * TEACHERS_PER_SCHOOL;
    let step = if hours < 10_000.0 { 1.0 } else { 1_000.0 };
    integer((hours / step).round_ties_even() * step)
}

impl OutcomeFormatter<'_> {
    /// Extra hours per teacher and year, over the active schools and the years so far.
    pub fn teacher_time(&self, month: u32) -> Option<Outcome> {
        let hours = self.ensemble.sample(Measure::TeacherHours, month);
        let school_years = self.ensemble.sample(Measure::ActiveSchoolYears, month);
        let each = hours.into_iter().zip(school_years);
        let a_year = each.map(|(hours, years)| if years > 0.0 { hours / years } else { 0.0 });
        let quantiles = Quantiles::of(a_year.collect())?;
        Some(Outcome::of(&TEACHER_TIME, quantiles, integer))
    }

    /// Extra hours of all teachers so far; the label says with how many per school.
    pub fn teacher_hours_in_all(&self, month: u32) -> Option<Outcome> {
        let quantiles = self.ensemble.quantiles(Measure::TeacherHours, month)?;
        Some(Outcome {
            key: TEACHER_HOURS_IN_ALL,
            label: phrase!(
                "Extra hours of all teachers, at {teachers} per school",
                teachers = integer(TEACHERS_PER_SCHOOL)
            ),
            value: hours_in_all(quantiles.p50),
            spread: range(&hours_in_all(quantiles.p10), &hours_in_all(quantiles.p90)),
            meaning: phrase(
                "Since the start. The number of teachers is the average of public schools in the United States \
                 (NCES, 2007\u{2013}08), borrowed: that of your schools may differ.",
            ),
            has_course: false,
            is_measured: true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Preset, Scenario};
    use crate::summary::compare::test_ensembles::{ensemble_of, with};

    #[test]
    fn the_hours_a_year_are_between_those_of_a_first_and_a_last_stage() {
        let scenario = with(&Preset::Chicago.into(), |s| s.practice.ownership_effect = 0.0);
        let ensemble = ensemble_of(&scenario, 0..20);
        let formatter = OutcomeFormatter { scenario: &scenario, ensemble: &ensemble };
        let [least, _, most] = scenario.costs.teacher_hours;
        for month in [12, 60, 96] {
            let hours: f64 = formatter.teacher_time(month).unwrap().value.parse().unwrap();
            assert!(least <= hours && hours <= most, "{hours} in month {month}");
        }
    }

    #[test]
    fn in_all_each_school_has_the_stated_number_of_teachers() {
        let scenario = with(&Scenario::default(), |settings| {
            settings.costs.teacher_hours = [1.0; 3];
            settings.practice.ownership_effect = 0.0;
            settings.simulation.months = 24;
        });
        let ensemble = ensemble_of(&scenario, 0..9);
        let formatter = OutcomeFormatter { scenario: &scenario, ensemble: &ensemble };
        assert_eq!(formatter.teacher_time(24).unwrap().value, "1");
        let of_one_each = ensemble.quantiles(Measure::TeacherHours, 24).unwrap().p50;
        let all = formatter.teacher_hours_in_all(24).unwrap();
        assert_eq!(all.value, hours_in_all(of_one_each));
        assert!(all.label.ends_with("at 32 per school"), "{}", all.label);
        assert_eq!([1.0, 312.0, 10_051.0].map(hours_in_all), ["32", "9,984", "322,000"]);
    }

    #[test]
    fn without_active_schools_nobody_has_extra_hours() {
        let empty = with(&Scenario::default(), |settings| {
            settings.district.start_schools = 0;
            settings.district.coaching_budget = 0.0;
            settings.spread.assign_rate = 0.0;
        });
        let ensemble = ensemble_of(&empty, 0..8);
        let formatter = OutcomeFormatter { scenario: &empty, ensemble: &ensemble };
        let time = formatter.teacher_time(96).unwrap();
        assert_eq!((time.value.as_str(), time.spread.as_str()), ("0", "0 to 0"));
    }
}
