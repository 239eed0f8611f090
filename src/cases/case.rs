//! A real district with published counts.

use super::count::{CaseCount, Counted};
use super::reading::Reading;
use crate::analysis::Meaning;
use crate::scenario::Scenario;

/// How many schools could take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schools {
    /// So many.
    Counted(u32),
    /// About so many.
    About(u32),
    /// At least so many: no number to simulate with.
    MoreThan(u32),
    /// Not known.
    Unknown,
}

/// A district, or a group of schools, with published counts. Texts are English and displayed through
/// [`phrase`](crate::language::phrase()).
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// Its name in the register and in tests.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What spread.
    pub what: &'static str,
    /// How many schools there are.
    pub schools: Schools,
    /// All counts, in the order of their dates.
    pub counts: &'static [CaseCount],
    /// What the counts of its series count. Counts of something else are shown beside it, and never scored.
    pub counted: Counted,
    /// How schools came to take part.
    pub how: &'static str,
    /// Where the counts were read.
    pub source: &'static str,
    /// How sure the counts are.
    pub how_sure: &'static str,
    /// Our reading of its account.
    pub reading: Reading,
    /// What in the account leads to that reading.
    pub read_from: &'static str,
}

impl Case {
    /// The first count of the series: the schools under way at month 0.
    ///
    /// # Panics
    /// Never: a test checks that every case has a count.
    pub fn first(&self) -> &'static CaseCount {
        let mut counts = self.counts.iter();
        counts.find(|count| count.counted == self.counted).expect("a case has a count")
    }

    /// The dated counts of the series with their months since the first.
    pub fn series(&self) -> Vec<(u32, &'static CaseCount)> {
        let first = self.first().when.months();
        let counts = self.counts.iter().filter(|count| count.counted == self.counted);
        counts.filter_map(|count| Some((count.when.months()? - first?, count))).collect()
    }

    /// Those of the series that somebody observed.
    pub fn observed(&self) -> Vec<(u32, &'static CaseCount)> {
        self.series().into_iter().filter(|(_, count)| count.is_observed()).collect()
    }

    /// Our reading of its account as a scenario; `None` where it is not known how many schools there are.
    ///
    /// # Panics
    /// Never: a test makes every scenario.
    pub fn scenario(&self) -> Option<Scenario> {
        let settings = self.reading.settings(self)?;
        Some(Scenario::new(settings).expect("settings that a person may enter"))
    }

    /// The link that opens it in the page.
    pub fn link(&self) -> Option<String> {
        Some(format!("#{}&view=bands", self.scenario()?.to_link()))
    }

    /// What its counts may mean.
    pub fn meanings(&self) -> &'static [Meaning] {
        match self.counted {
            Counted::Ever => &[Meaning::Ever],
            Counted::Active => &[Meaning::Active],
            _ => &Meaning::ALL,
        }
    }
}
