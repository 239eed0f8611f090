//! What can be wrong with settings: each alone, and together.

use super::{Limits, Problem, Settings, Simulation, parameter, parameters};

/// The most months of all futures together: what they show takes 200 bytes each.
const MAX_FUTURE_MONTHS: u64 = 1_000_000;
/// The most months of all schools in all futures together: some minutes on a small machine.
const MAX_SCHOOL_MONTHS: u64 = 2_000_000_000;

impl Settings {
    /// Every problem of these settings, checked against what a person may enter (`Limits::Range`) or what
    /// the equations can handle (`Limits::Domain`).
    pub(super) fn problems(&self, limits: Limits) -> Vec<Problem> {
        let mut problems: Vec<Problem> = parameters()
            .filter(|parameter| !parameter.allows((parameter.get)(self), limits))
            .map(|parameter| Problem::not_allowed(parameter, (parameter.get)(self)))
            .collect();
        problems.extend(self.more_than_schools("start_schools", self.district.start_schools, 0));
        problems.extend(self.too_large(limits));
        // The equations take months in whole numbers between intakes.
        let intakes = self.launch.intakes_per_year;
        if limits == Limits::Domain && (1..=12).contains(&intakes) && 12 % intakes != 0 {
            problems.extend(
                parameter("intakes_per_year")
                    .map(|parameter| Problem::not_allowed(parameter, intakes)),
            );
        }
        let sum: f64 = self.district.start_mix.iter().sum();
        if (sum - 1.0).abs() > 1e-6 {
            problems.push(Problem::MixDoesNotAddUp { start_mix: self.district.start_mix, sum });
        }
        problems
    }

    /// That the goal is more than the schools that there are, which a person may not set but an older link or file
    /// may hold.
    pub(super) fn goal_problem(&self) -> Option<Problem> {
        self.more_than_schools("target_schools", self.simulation.target_schools, 1)
    }

    fn more_than_schools(&self, key: &'static str, found: u32, least: u32) -> Option<Problem> {
        let n_schools = self.district.n_schools;
        (found > n_schools).then_some(Problem::MoreThanSchools { key, found, least, n_schools })
    }

    /// The most futures of so many months and schools that a browser can hold.
    pub fn most_futures(&self) -> u32 {
        let each = u64::from(self.simulation.months).max(1);
        let all_schools = each * u64::from(self.district.n_schools).max(1);
        (MAX_FUTURE_MONTHS / each).min(MAX_SCHOOL_MONTHS / all_schools) as u32
    }

    /// That these settings are more than a browser can hold; programs may ask for more.
    fn too_large(&self, limits: Limits) -> Option<Problem> {
        let Simulation { months, replicates, .. } = self.simulation;
        let (n_schools, most) = (self.district.n_schools, self.most_futures());
        (limits == Limits::Range && replicates > most).then_some(Problem::TooLarge {
            months,
            replicates,
            n_schools,
            most,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Preset, Scenario, Value};

    fn change(scenario: &Scenario, key: &str, to: u64) -> Result<Scenario, String> {
        let changed = scenario.with(parameter(key).unwrap(), Value::Whole(to));
        changed.map_err(|problems| problems.to_string())
    }

    #[test]
    fn a_goal_above_the_number_of_schools_is_not_taken_from_either_side() {
        let typical = Scenario::from(Preset::TypicalSurveyed);
        assert_eq!(typical.district.n_schools, 40);
        assert!(change(&typical, "target_schools", 40).is_ok());
        let refused = change(&typical, "target_schools", 41).unwrap_err();
        assert!(refused.ends_with(
            "(target_schools): 41 is more than the 40 schools of the district; it must be a whole number from 1 \
             to 40 (schools)."
        ));
        let refused = change(&typical, "n_schools", 19).unwrap_err();
        assert!(refused.contains("20 is more than the 19 schools"), "{refused}");
        assert!(change(&typical, "n_schools", 20).is_ok());
    }

    #[test]
    fn a_link_with_a_goal_above_the_number_of_schools_opens_and_its_other_settings_can_be_changed()
    {
        let link = "v2&preset=typical_surveyed&target_schools=500";
        let scenario = Scenario::from_link(link).unwrap();
        assert!(change(&scenario, "months", 60).is_ok());
        assert!(change(&scenario, "n_schools", 60).is_err());
        assert!(change(&scenario, "target_schools", 30).is_ok());
    }

    #[test]
    fn no_preset_has_a_goal_above_its_schools() {
        for preset in Preset::ALL {
            assert_eq!(preset.settings().goal_problem(), None, "{preset:?}");
        }
        assert_eq!(Settings::default().goal_problem(), None);
    }
}
