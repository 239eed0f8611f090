//! Formatting the months of a simulation.

use crate::language::{phrase, to_phrase};
use crate::{phrase, plural};

const NAMES: [&str; 12] = [
    to_phrase("Jul"),
    to_phrase("Aug"),
    to_phrase("Sep"),
    to_phrase("Oct"),
    to_phrase("Nov"),
    to_phrase("Dec"),
    to_phrase("Jan"),
    to_phrase("Feb"),
    to_phrase("Mar"),
    to_phrase("Apr"),
    to_phrase("May"),
    to_phrase("Jun"),
];

/// How the months of a simulation are dated. Month 0 is the start of a school year, in July.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The year of month 0; without one, months are counted from the start.
    pub first_july: Option<u32>,
}

impl Calendar {
    /// The month for display: "Jul 2018" or, without dates, the time since the start, "2 years 6 months".
    pub fn month_name(self, month: u32) -> String {
        match self.first_july {
            Some(first_year) => {
                let year = first_year + (month + 6) / 12;
                phrase!("{month} {year}", month = phrase(NAMES[month as usize % 12]), year)
            }
            None => duration(month),
        }
    }

    /// The month as a deadline: "by Jul 2018" or "within 2 years".
    pub fn by_month(self, month: u32) -> String {
        let name = self.month_name(month);
        match self.first_july {
            Some(_) => phrase!("by {month}", month = name),
            None if month == 0 => phrase("at the start").to_owned(),
            None => phrase!("within {duration}", duration = name),
        }
    }

    /// The month as the time of an event: "in Jul 2018" or "after 2 years 6 months".
    pub fn in_month(self, month: u32) -> String {
        let name = self.month_name(month);
        match self.first_july {
            Some(_) => phrase!("in {month}", month = name),
            None if month == 0 => phrase("at the start").to_owned(),
            None => phrase!("after {duration}", duration = name),
        }
    }

    /// The first month at which an axis starts a new year: the first January if there are dates.
    pub fn first_new_year(self) -> u32 {
        if self.first_july.is_some() { 6 } else { 0 }
    }

    /// The short label on an axis for the year that begins with this month: "2018" or "4".
    pub fn year_label(self, month: u32) -> String {
        match self.first_july {
            Some(first_year) => (first_year + (month + 6) / 12).to_string(),
            None => (month / 12).to_string(),
        }
    }
}

/// "2 years 6 months"; for 0 "the start".
pub fn duration(months: u32) -> String {
    let years = |years: u32| plural!(years, "1 year", "{count} years");
    let rest = |months: u32| plural!(months, "1 month", "{count} months");
    match (months / 12, months % 12) {
        (0, 0) => phrase("the start").to_owned(),
        (0, months) => rest(months),
        (count, 0) => years(count),
        (count, months) => {
            phrase!("{years} {months}", years = years(count), months = rest(months))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, set_language};
    use crate::scenario::Preset;

    const NO_DATES: Calendar = Calendar { first_july: None };

    fn dated(preset: Preset) -> Calendar {
        preset.settings().calendar()
    }

    #[test]
    fn chicago_has_dates_and_counts_from_july_2016() {
        let name = |month| dated(Preset::Chicago).month_name(month);
        assert_eq!(name(0), "Jul 2016");
        assert_eq!(name(5), "Dec 2016");
        assert_eq!(name(6), "Jan 2017");
        assert_eq!(name(24), "Jul 2018");
        assert_eq!(name(30), "Jan 2019");
    }

    #[test]
    fn a_district_without_a_calendar_counts_years_from_its_start() {
        assert_eq!(NO_DATES.month_name(0), "the start");
        assert_eq!(NO_DATES.month_name(1), "1 month");
        assert_eq!(NO_DATES.month_name(12), "1 year");
        assert_eq!(NO_DATES.month_name(30), "2 years 6 months");
        assert_eq!(NO_DATES.by_month(24), "within 2 years");
        assert_eq!(dated(Preset::Chicago).by_month(24), "by Jul 2018");
        assert_eq!(NO_DATES.in_month(0), "at the start");
        assert_eq!(NO_DATES.in_month(30), "after 2 years 6 months");
        assert_eq!(dated(Preset::Chicago).in_month(24), "in Jul 2018");
        assert_eq!(NO_DATES.year_label(48), "4");
        assert_eq!(dated(Preset::BaltimoreCounty).year_label(42), "2018");
    }

    #[test]
    fn spanish_has_its_own_months_counts_and_conjunctions() {
        let file = include_str!("../../public/languages/es.json");
        set_language(Language::from_json("es", file).unwrap());
        assert_eq!(dated(Preset::Chicago).by_month(24), "para jul 2018");
        assert_eq!(NO_DATES.in_month(30), "después de 2 años y 6 meses");
        assert_eq!(NO_DATES.in_month(13), "después de 1 año y 1 mes");
        assert_eq!(NO_DATES.by_month(12), "en un plazo de 1 año");
        assert_eq!(NO_DATES.in_month(0), "al inicio");
    }
}
