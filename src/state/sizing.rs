//! What follows when the number of schools is set: a goal of more schools than there are would be no goal.

use crate::language::integer;
use crate::phrase;
use crate::scenario::{Parameter, Problems, Scenario, Value, parameter};

/// The scenario with a parameter changed, and a sentence on what was changed with it: a goal that the district no
/// longer has schools for becomes half of them.
///
/// # Errors
/// See [`Scenario::with`].
pub fn change(
    scenario: &Scenario,
    changed: &Parameter,
    value: Value,
) -> Result<(Scenario, Option<String>), Problems> {
    let goal = f64::from(scenario.simulation.target_schools);
    let goal_row = parameter("target_schools").filter(|_| changed.key == "n_schools");
    match goal_row.filter(|_| value.number() < goal) {
        Some(row) => {
            let half = (value.number() / 2.0).ceil().max(1.0);
            let smaller = scenario.with(row, Value::Whole(half as u64))?.with(changed, value)?;
            let sentence =
                phrase!("The goal is now {half}, half of the schools.", half = integer(half));
            Ok((smaller, Some(sentence)))
        }
        None => Ok((scenario.with(changed, value)?, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    fn with_schools(n_schools: u64) -> Result<(Scenario, Option<String>), Problems> {
        change(&Preset::Chicago.into(), parameter("n_schools").unwrap(), Value::Whole(n_schools))
    }

    #[test]
    fn a_goal_that_there_are_no_schools_for_becomes_half_of_them_and_this_is_said() {
        let (scenario, sentence) = with_schools(42).unwrap();
        assert_eq!((scenario.district.n_schools, scenario.simulation.target_schools), (42, 21));
        assert_eq!(sentence.as_deref(), Some("The goal is now 21, half of the schools."));
        assert_eq!(with_schools(43).unwrap().0.simulation.target_schools, 22);
    }

    #[test]
    fn any_other_goal_stays() {
        for n_schools in [100, 516, 600] {
            let (scenario, sentence) = with_schools(n_schools).unwrap();
            assert_eq!((scenario.simulation.target_schools, sentence), (100, None));
        }
        let goal = parameter("target_schools").unwrap();
        assert!(change(&Preset::Chicago.into(), goal, Value::Whole(517)).is_err());
    }

    #[test]
    fn a_number_that_is_refused_changes_nothing() {
        // Fewer than are under way, and fewer than a district has.
        for n_schools in [20, 1, 0] {
            assert!(with_schools(n_schools).is_err(), "{n_schools}");
        }
    }
}
