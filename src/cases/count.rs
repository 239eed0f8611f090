//! One published count of a case: when, how many, of what, and how exactly.

use crate::analysis;
use crate::language::phrase;
use crate::phrase;
use crate::scenario::Calendar;

/// The date of a count, as its source gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A year.
    Year(u32),
    /// The end of a year.
    EndOf(u32),
    /// The school year that begins in this one.
    SchoolYear(u32),
    /// A month of a year, 1 to 12.
    Month(u32, u32),
    /// The source gives an order and no date.
    NotDated,
}

impl When {
    /// Months since the July of year 0; `None` without a date.
    pub fn months(self) -> Option<u32> {
        match self {
            Self::Year(year) | Self::SchoolYear(year) => Some(12 * year),
            Self::EndOf(year) => Some(12 * year + 6),
            Self::Month(year, month) => Some(12 * year + month - 7),
            Self::NotDated => None,
        }
    }

    /// The date as displayed: "2016", "2014–15", "May 2018".
    pub fn name(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::EndOf(year) => phrase!("end of {year}", year),
            Self::SchoolYear(year) => format!("{year}–{:02}", (year + 1) % 100),
            Self::Month(year, month) => {
                Calendar { first_july: Some(year - 1) }.month_name(month + 5)
            }
            Self::NotDated => phrase("not dated").to_owned(),
        }
    }
}

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Schools that ever started.
    Ever,
    /// Schools still active.
    Active,
    /// The source does not say which of these two.
    NotSaid,
    /// Schools that were new in that year.
    New,
    /// Schools that ever piloted, planned or implemented it, in past and current cohorts.
    Wide,
    /// Schools measured as doing it faithfully.
    Faithful,
    /// New high schools only.
    NewHighSchools,
    /// Schools that were new in the whole-school program.
    WholeSchoolCohort,
}

impl Counted {
    /// What was counted, as displayed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ever => phrase("schools that ever started"),
            Self::Active => phrase("schools still active"),
            Self::NotSaid => {
                phrase("schools; the source does not say whether those that stopped are counted")
            }
            Self::New => phrase("new schools"),
            Self::Wide => phrase("schools that ever piloted, planned or implemented it"),
            Self::Faithful => phrase("schools measured as faithful to the practice"),
            Self::NewHighSchools => phrase("new high schools"),
            Self::WholeSchoolCohort => phrase("new schools in the whole-school program"),
        }
    }
}

/// How exact a count is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exactness {
    /// As it stands.
    Exact,
    /// A lower limit.
    AtLeast,
    /// Sources differ, or it is rounded: between these two numbers.
    About(u32, u32),
    /// Announced beforehand and not observed: never held to and never scored.
    Planned,
}

/// A published count of schools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseCount {
    /// Its date.
    pub when: When,
    /// Schools.
    pub schools: u32,
    /// What was counted.
    pub counted: Counted,
    /// How exact it is.
    pub exactness: Exactness,
}

impl CaseCount {
    /// Whether somebody counted, rather than planned.
    pub fn is_observed(&self) -> bool {
        self.exactness != Exactness::Planned
    }

    /// What futures are held to in this month; `None` for a plan.
    pub fn held_to(&self, month: u32) -> Option<analysis::Count> {
        let schools = f64::from(self.schools);
        match self.exactness {
            Exactness::Exact => Some(analysis::Count::exact(month, schools)),
            Exactness::AtLeast => Some(analysis::Count::at_least(month, schools)),
            Exactness::About(low, high) => {
                Some(analysis::Count::between(month, f64::from(low), f64::from(high)))
            }
            Exactness::Planned => None,
        }
    }

    /// Whether the count lies inside an interval. A lower limit lies outside only of what is wholly below it; of one
    /// between two numbers, either will do.
    pub fn is_inside(&self, low: f64, high: f64) -> bool {
        let (least, most) = match self.exactness {
            Exactness::AtLeast => (f64::from(self.schools), f64::INFINITY),
            Exactness::About(low, high) => (f64::from(low), f64::from(high)),
            Exactness::Exact | Exactness::Planned => {
                (f64::from(self.schools), f64::from(self.schools))
            }
        };
        least <= high && low <= most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_year_stands_at_its_july_and_the_end_of_a_year_half_a_year_later() {
        let since = |when: When, first: When| when.months().unwrap() - first.months().unwrap();
        assert_eq!(since(When::Year(2018), When::Year(2016)), 24);
        assert_eq!(since(When::EndOf(2018), When::Year(2016)), 30);
        assert_eq!(since(When::SchoolYear(2014), When::Month(2014, 1)), 6);
        assert_eq!(since(When::Month(2018, 5), When::Year(2016)), 22);
        assert_eq!(When::NotDated.months(), None);
    }

    #[test]
    fn a_date_is_displayed_as_its_source_gives_it() {
        let names = [
            When::Year(2016),
            When::EndOf(2018),
            When::SchoolYear(2014),
            When::SchoolYear(1999),
            When::Month(2014, 1),
            When::Month(2016, 7),
            When::Month(2018, 12),
        ]
        .map(When::name);
        let shown =
            ["2016", "end of 2018", "2014–15", "1999–00", "Jan 2014", "Jul 2016", "Dec 2018"];
        assert_eq!(names, shown);
    }

    #[test]
    fn a_lower_limit_misses_only_what_lies_wholly_below_it() {
        let count = |exactness| CaseCount {
            when: When::Year(2018),
            schools: 100,
            counted: Counted::NotSaid,
            exactness,
        };
        let least = count(Exactness::AtLeast);
        assert!(least.is_inside(80.0, 100.0) && least.is_inside(150.0, 200.0));
        assert!(!least.is_inside(80.0, 99.0));
        let exact = count(Exactness::Exact);
        assert!(exact.is_inside(100.0, 100.0) && !exact.is_inside(101.0, 120.0));
        let about = count(Exactness::About(95, 105));
        assert!(about.is_inside(104.0, 120.0) && !about.is_inside(106.0, 120.0));
        assert_eq!(count(Exactness::Planned).held_to(24), None);
    }
}
