//! The dates at which the outcomes can be read.

use super::compare::year_ends;
use crate::language::phrase;
use crate::scenario::Scenario;

/// Chooses the end, whenever that is.
pub const END: u32 = u32::MAX;

/// The dates of a scenario at which its outcomes can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeDates {
    /// The word before them: "At" for a month of the calendar, "After" for a time since the start.
    pub label: &'static str,
    /// The ends of the years and the last month, with their names.
    pub dates: Vec<(u32, String)>,
}

impl OutcomeDates {
    /// The dates of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let months = scenario.simulation.months;
        let date = |month| (month, scenario.calendar().month_name(month));
        Self {
            label: match scenario.calendar().first_july {
                Some(_) => phrase("At"),
                None => phrase("After"),
            },
            dates: year_ends(months).chain([months]).map(date).collect(),
        }
    }

    /// The chosen month, or the last one where a scenario ends before.
    pub fn month(scenario: &Scenario, chosen: u32) -> u32 {
        chosen.min(scenario.simulation.months)
    }

    /// What is chosen with a month of the menu: with the last one, the end.
    pub fn choice(scenario: &Scenario, month: u32) -> u32 {
        if month < scenario.simulation.months { month } else { END }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::{use_spanish, with};

    fn names(scenario: &Scenario) -> (String, Vec<String>) {
        let OutcomeDates { label, dates } = OutcomeDates::of(scenario);
        (label.to_owned(), dates.into_iter().map(|(_, name)| name).collect())
    }

    fn over(preset: Preset, months: u32) -> Scenario {
        with(&preset.into(), |settings| settings.simulation.months = months)
    }

    #[test]
    fn the_ends_of_the_years_can_be_chosen_and_the_last_month() {
        let (label, dates) = names(&over(Preset::Chicago, 30));
        assert_eq!(label, "At");
        assert_eq!(dates, ["Jul 2017", "Jul 2018", "Jan 2019"]);
        let (label, dates) = names(&over(Preset::SmallWealthy, 36));
        assert_eq!(label, "After");
        assert_eq!(dates, ["1 year", "2 years", "3 years"]);
        use_spanish();
        let (label, dates) = names(&over(Preset::Chicago, 24));
        assert_eq!((label.as_str(), dates[1].as_str()), ("En", "jul 2018"));
        assert_eq!(names(&over(Preset::SmallWealthy, 24)).0, "Después de");
    }

    #[test]
    fn a_choice_stays_until_the_scenario_ends_before_it_and_the_end_stays_the_end() {
        let [long, short] = [96, 24].map(|months| over(Preset::Chicago, months));
        let chosen = OutcomeDates::choice(&long, 48);
        assert_eq!(OutcomeDates::month(&long, chosen), 48);
        assert_eq!(OutcomeDates::month(&short, chosen), 24);
        let end = OutcomeDates::choice(&short, 24);
        assert_eq!(OutcomeDates::month(&long, end), 96);
    }
}
