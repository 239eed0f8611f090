//! What a future shows, month by month (specification, section 9).

use super::Future;
use super::coaching::Support;
use super::school::{School, Stage};

/// Months from which a school that is still deep enough counts as sustained.
const SUSTAINED_MONTHS: u32 = 24;
/// Months from which a school with shallow practice counts as in name only.
const IN_NAME_MONTHS: u32 = 12;
/// Depth below which practice is in name only.
const IN_NAME_DEPTH: f64 = 0.3;

macro_rules! measures {
    ($($(#[doc = $doc:literal])+ $name:ident = $key:literal,)+) => {
        /// One output of the model.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Measure {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Measure {
            /// All measures, in the order of files.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Name in files.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }
        }
    };
}

measures! {
    /// Schools not taking part.
    None = "none",
    /// Schools that volunteered and wait.
    Waiting = "waiting",
    /// Schools at the introductory stage.
    Introductory = "introductory",
    /// Schools with a pilot.
    Pilot = "pilot",
    /// Whole-school sites.
    Whole = "whole",
    /// Schools that started and stopped.
    Stopped = "stopped",
    /// Introductory, pilot and whole-school sites.
    Active = "active",
    /// Active and stopped schools: all that ever started.
    Ever = "ever",
    /// Active schools at the depth of an exemplar.
    Exemplars = "exemplars",
    /// Exemplars that joined two years ago or longer.
    Sustained = "sustained",
    /// Active schools that joined a year ago or longer with depth below .3.
    InNameOnly = "in_name_only",
    /// Risk events so far.
    Events = "events",
    /// Stops so far.
    Stops = "stops",
    /// Mean depth of the active schools; 0 if there are none.
    Depth = "depth",
    /// Mean ownership of the active schools; 0 if there are none.
    Ownership = "ownership",
    /// Credibility, 0..1.
    Credibility = "credibility",
    /// Know-how of the district, 0..1.
    KnowHow = "know_how",
    /// Coaching capacity a load, at most 1.
    CapacityRatio = "capacity_ratio",
    /// Active share of high-need schools minus that of the others.
    EquityGap = "equity_gap",
    /// k$ so far.
    Cost = "cost",
    /// Hours a teacher, summed over schools, so far.
    TeacherHours = "teacher_hours",
    /// Active school-years so far.
    ActiveSchoolYears = "active_school_years",
    /// Schools admitted in the month just ended.
    Starts = "starts",
}

/// Every output of one future, for the months 0 to `months`.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    months: u32,
    /// Month after month, all measures of a month together.
    values: Vec<f64>,
}

impl Run {
    /// A run with room for these months, all zero.
    pub(super) fn new(months: u32) -> Self {
        Self { months, values: vec![0.0; Self::length(months)] }
    }

    /// Number of values of a run over so many months.
    pub fn length(months: u32) -> usize {
        (months as usize + 1) * Measure::ALL.len()
    }

    /// A run from its values, as [`Run::values`] gives them; none if there are too few or too many.
    pub fn from_values(months: u32, values: Vec<f64>) -> Option<Self> {
        (values.len() == Self::length(months)).then_some(Self { months, values })
    }

    /// All values, month after month.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The last month.
    pub fn months(&self) -> u32 {
        self.months
    }

    /// One measure in one month. A month past the end is a mistake of the caller and panics.
    pub fn at(&self, measure: Measure, month: u32) -> f64 {
        self.values[month as usize * Measure::ALL.len() + measure as usize]
    }
}

/// What one pass over the schools counts.
#[derive(Default)]
struct Counts {
    stages: [f64; 6],
    ownership: f64,
    sustained: f64,
    in_name_only: f64,
    /// Schools, and active schools among them: not high-need, high-need.
    schools_by_need: [f64; 2],
    active_by_need: [f64; 2],
}

impl Counts {
    fn add(&mut self, school: &School, exemplar_depth: f64, median_need: f64) {
        self.stages[school.stage as usize] += 1.0;
        let high_need = usize::from(school.need >= median_need);
        self.schools_by_need[high_need] += 1.0;
        if !school.stage.is_active() {
            return;
        }
        self.active_by_need[high_need] += 1.0;
        self.ownership += school.ownership;
        if school.age >= SUSTAINED_MONTHS && school.depth >= exemplar_depth {
            self.sustained += 1.0;
        }
        if school.age >= IN_NAME_MONTHS && school.depth < IN_NAME_DEPTH {
            self.in_name_only += 1.0;
        }
    }

    /// Active share of the high-need schools minus that of the others, each 0 for an empty group.
    fn equity_gap(&self) -> f64 {
        let share = |group: usize| match self.schools_by_need[group] {
            0.0 => 0.0,
            schools => self.active_by_need[group] / schools,
        };
        share(1) - share(0)
    }
}

impl Future<'_> {
    /// Records the outputs of a month, after step 1.
    pub(super) fn record(&self, month: u32, support: &Support, run: &mut Run) {
        let mut counts = Counts::default();
        for school in &self.layout.schools {
            counts.add(school, self.scenario.spread.exemplar_depth, self.layout.median_need);
        }
        let stage = |stage: Stage| counts.stages[stage as usize];
        let active = support.active;
        let value = |measure: Measure| match measure {
            Measure::None => stage(Stage::None),
            Measure::Waiting => stage(Stage::Waiting),
            Measure::Introductory => stage(Stage::Introductory),
            Measure::Pilot => stage(Stage::Pilot),
            Measure::Whole => stage(Stage::Whole),
            Measure::Stopped => stage(Stage::Stopped),
            Measure::Active => active,
            Measure::Ever => active + stage(Stage::Stopped),
            Measure::Exemplars => support.exemplars,
            Measure::Sustained => counts.sustained,
            Measure::InNameOnly => counts.in_name_only,
            Measure::Events => f64::from(self.totals.events),
            Measure::Stops => f64::from(self.totals.stops),
            Measure::Depth => support.mean_depth,
            Measure::Ownership => {
                if active > 0.0 {
                    counts.ownership / active
                } else {
                    0.0
                }
            }
            Measure::Credibility => self.credibility,
            Measure::KnowHow => self.know_how,
            Measure::CapacityRatio => support.ratio,
            Measure::EquityGap => counts.equity_gap(),
            Measure::Cost => self.totals.cost,
            Measure::TeacherHours => self.totals.teacher_hours,
            Measure::ActiveSchoolYears => self.totals.active_school_years,
            Measure::Starts => f64::from(self.totals.starts),
        };
        let width = Measure::ALL.len();
        let row = &mut run.values[month as usize * width..(month as usize + 1) * width];
        for (place, &measure) in row.iter_mut().zip(Measure::ALL) {
            *place = value(measure);
        }
    }
}
