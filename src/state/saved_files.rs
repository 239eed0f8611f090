//! The names of the files that a person saves.

use crate::scenario::{Preset, Scenario, file_stem};
use crate::summary::View;

/// The file that explains the columns of the results.
pub const DICTIONARY: &str = "what-the-columns-mean.csv";
/// The picture of the comparison, without the ending of its format.
pub const COMPARISON: &str = "comparison";

/// Names for a scenario, which all begin with the name that a person gave it, or else with its district.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileNames {
    stem: String,
}

impl FileNames {
    /// The names for a scenario; `name` is empty if a person gave none.
    pub fn new(name: &str, scenario: &Scenario) -> Self {
        let district = scenario.preset.map_or("districtwide", Preset::key);
        Self { stem: file_stem(name, district) }
    }

    /// The scenario.
    pub fn scenario(&self) -> String {
        format!("{}.json", self.stem)
    }

    /// Its results.
    pub fn results(&self, seed: u64) -> String {
        format!("{}-seed-{seed}.csv", self.stem)
    }

    /// The picture of the chart, without the ending of its format.
    pub fn chart(&self, view: View) -> String {
        let shown = match view {
            View::Bands => "schools",
            View::Luck => "schools-luck",
            View::Stages => "stages",
        };
        format!("{}-{shown}", self.stem)
    }

    /// The picture of the district in a month, without the ending of its format.
    pub fn district(&self, month: u32) -> String {
        format!("{}-month-{month}", self.stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_called_by_the_name_of_the_scenario() {
        let names = FileNames::new("Slow & steady", &Preset::Chicago.into());
        assert_eq!(names.scenario(), "slow-steady.json");
        assert_eq!(names.results(7), "slow-steady-seed-7.csv");
        assert_eq!(names.chart(View::Bands), "slow-steady-schools");
        assert_eq!(names.chart(View::Stages), "slow-steady-stages");
        assert_eq!(names.district(24), "slow-steady-month-24");
    }

    #[test]
    fn without_a_name_they_are_called_by_its_district() {
        assert_eq!(FileNames::new("", &Preset::Chicago.into()).scenario(), "chicago.json");
        assert_eq!(FileNames::new("///", &Scenario::default()).scenario(), "districtwide.json");
    }
}
