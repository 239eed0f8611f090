//! The outputs of a future, month by month (specification, section 9).

use super::Future;
use super::coaching::Support;
use super::risks::RISKS;
use super::sites::{Limits, Tally};

/// Months after joining from which a school that is still deep enough counts as sustained.
const SUSTAINED_MONTHS: f64 = 24.0;
/// Months after joining from which a school with shallow practice counts as in name only.
const IN_NAME_MONTHS: f64 = 12.0;
/// Depth below which practice is in name only.
const IN_NAME_DEPTH: f64 = 0.3;

macro_rules! measures {
    ($($(#[doc = $doc:literal])+ $name:ident = $key:literal in $unit:literal,)+) => {
        /// One output of the model.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Measure {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Measure {
            /// All measures, in the order of the files.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Name in files.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// What it is, in a sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+),)+ }.trim_start()
            }

            /// What it is counted in.
            pub fn unit(self) -> &'static str {
                match self { $(Self::$name => $unit,)+ }
            }
        }
    };
}

measures! {
    /// Schools not taking part.
    None = "none" in "schools",
    /// Schools that volunteered and wait.
    Waiting = "waiting" in "schools",
    /// Schools at the introductory stage.
    Introductory = "introductory" in "schools",
    /// Schools with a pilot.
    Pilot = "pilot" in "schools",
    /// Whole-school sites.
    Whole = "whole" in "schools",
    /// Schools that started and stopped.
    Stopped = "stopped" in "schools",
    /// Introductory, pilot and whole-school sites.
    Active = "active" in "schools",
    /// Active and stopped schools: all that ever started.
    Ever = "ever" in "schools",
    /// Active schools at the depth of an exemplar.
    Exemplars = "exemplars" in "schools",
    /// Exemplars that joined two years ago or longer.
    Sustained = "sustained" in "schools",
    /// Active schools that joined a year ago or longer with depth below .3.
    InNameOnly = "in_name_only" in "schools",
    /// Risk events so far.
    Events = "events" in "events",
    /// Stops so far.
    Stops = "stops" in "stops",
    /// Mean depth of the active schools; 0 if there are none.
    Depth = "depth" in "index from 0 to 1",
    /// Mean ownership of the active schools; 0 if there are none.
    Ownership = "ownership" in "index from 0 to 1",
    /// Credibility, 0..1.
    Credibility = "credibility" in "index from 0 to 1",
    /// Know-how of the district, 0..1.
    KnowHow = "know_how" in "index from 0 to 1",
    /// Coaching capacity a load, at most 1.
    CapacityRatio = "capacity_ratio" in "ratio",
    /// Active share of high-need schools minus that of low-need ones; 0 if either group is empty.
    EquityGap = "equity_gap" in "difference of two shares",
    /// k$ so far.
    Cost = "cost" in "k$",
    /// Hours a teacher, summed over schools, so far.
    TeacherHours = "teacher_hours" in "hours",
    /// Active school-years so far.
    ActiveSchoolYears = "active_school_years" in "school-years",
    /// Schools admitted in the month just ended.
    Starts = "starts" in "schools",
    /// k$ a year at the pace of this month: coaches, sites and safeguards.
    Spending = "spending" in "k$ a year",
}

/// Every output of one future for the months 0 to `months`, and how often each risk occurred in it and
/// when first.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    months: u32,
    /// Month by month, all measures of a month together; after the last month, the number of events of
    /// each risk and the months of the first ones. All in one array because a worker transfers a run as
    /// one buffer.
    values: Vec<f64>,
}

impl Run {
    /// An empty run with capacity for these months.
    pub(super) fn new(months: u32) -> Self {
        Self { months, values: Vec::with_capacity(Self::length(months)) }
    }

    /// Number of values of a run over this many months.
    pub fn length(months: u32) -> usize {
        (months as usize + 1) * Measure::ALL.len() + 2 * RISKS
    }

    /// A run from its values, as [`Run::values`] returns them; `None` if their number is wrong.
    pub fn from_values(months: u32, values: Vec<f64>) -> Option<Self> {
        (values.len() == Self::length(months)).then_some(Self { months, values })
    }

    /// All values: month by month, then the number of events of each risk, then the month of the first
    /// event of each risk (infinite if there was none).
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The last month.
    pub fn months(&self) -> u32 {
        self.months
    }

    /// The months from 0, each with all its measures in the order of [`Measure::ALL`].
    pub fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.values.chunks_exact(Measure::ALL.len()).take(self.months as usize + 1)
    }

    /// One measure in one month. A month past the end is a programming error and panics.
    pub fn at(&self, measure: Measure, month: u32) -> f64 {
        assert!(month <= self.months, "month {month} of a run over {} months", self.months);
        self.values[month as usize * Measure::ALL.len() + measure as usize]
    }

    /// How often this risk occurred by the last month; the numbers add up to [`Measure::Events`]. An
    /// invalid risk number is a programming error and panics.
    pub fn events_of(&self, risk: usize) -> f64 {
        self.risk_values()[risk]
    }

    /// The first month in which this risk had occurred; `None` if it never did. An invalid risk number is
    /// a programming error and panics.
    pub fn first_event_of(&self, risk: usize) -> Option<u32> {
        let month = self.risk_values()[RISKS + risk];
        month.is_finite().then_some(month as u32)
    }

    /// The values after the last month.
    fn risk_values(&self) -> &[f64] {
        &self.values[self.values.len() - 2 * RISKS..]
    }
}

impl Future<'_> {
    /// Records the outputs of a month, after step 1.
    pub(super) fn record(&self, support: &Support, run: &mut Run) {
        let [introductory, pilot, whole] = [0, 1, 2].map(|level| self.sites[level].len() as f64);
        let active = support.active;
        let stopped = f64::from(self.totals.stops);
        let value = |measure: Measure| match measure {
            Measure::None => self.at_none() as f64,
            Measure::Waiting => self.waiting.len() as f64,
            Measure::Introductory => introductory,
            Measure::Pilot => pilot,
            Measure::Whole => whole,
            Measure::Stopped => stopped,
            Measure::Active => active,
            Measure::Ever => active + stopped,
            Measure::Exemplars => support.exemplars,
            Measure::Sustained => support.sustained,
            Measure::InNameOnly => support.in_name_only,
            Measure::Events => f64::from(self.risks.iter().map(|risk| risk.events).sum::<u32>()),
            Measure::Stops => stopped,
            Measure::Depth => support.mean_depth,
            Measure::Ownership => self.mean_ownership(),
            Measure::Credibility => self.credibility,
            Measure::KnowHow => self.know_how,
            Measure::CapacityRatio => support.ratio,
            Measure::EquityGap => self.equity_gap(),
            Measure::Cost => self.totals.cost,
            Measure::TeacherHours => self.totals.teacher_hours,
            Measure::ActiveSchoolYears => self.totals.active_school_years,
            Measure::Starts => f64::from(self.totals.starts),
            Measure::Spending => self.yearly_cost(support),
        };
        run.values.extend(Measure::ALL.iter().map(|&measure| value(measure)));
    }

    /// Records the number of events of each risk and the month of the first, after the last month.
    pub(super) fn record_risks(&self, run: &mut Run) {
        run.values.extend(self.risks.iter().map(|risk| f64::from(risk.events)));
        run.values
            .extend(self.risks.iter().map(|risk| risk.first.map_or(f64::INFINITY, f64::from)));
    }

    /// Summarizes the practice of the active schools this month.
    pub(super) fn tally(&self, month: u32) -> Tally {
        let limits = Limits {
            deep: self.scenario.spread.exemplar_depth,
            deep_since: f64::from(month) - SUSTAINED_MONTHS,
            shallow: IN_NAME_DEPTH,
            shallow_since: f64::from(month) - IN_NAME_MONTHS,
        };
        let [mut all, pilots, whole] = self.sites.each_ref().map(|sites| sites.tally(&limits));
        for tally in [pilots, whole] {
            all.depth += tally.depth;
            all.deep += tally.deep;
            all.deep_since += tally.deep_since;
            all.shallow_since += tally.shallow_since;
        }
        all
    }

    fn mean_ownership(&self) -> f64 {
        match self.active() {
            0 => 0.0,
            active => self.owned.iter().sum::<f64>() / active as f64,
        }
    }

    /// Active share of the high-need schools minus that of the low-need ones; 0 if either group is empty,
    /// because there is nothing to compare then.
    fn equity_gap(&self) -> f64 {
        let [high, _, low] = self.layout.in_need_group.map(f64::from);
        let [active_high, _, active_low] = self.active_in_need_group.map(f64::from);
        if high == 0.0 || low == 0.0 { 0.0 } else { active_high / high - active_low / low }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{WRONG_SCHOOLS, simulate};
    use crate::scenario::{Preset, Scenario};

    fn futures() -> impl Iterator<Item = Run> {
        let presets = Preset::ALL.into_iter().map(Some).chain([None]).map(Scenario::from);
        presets.flat_map(|scenario| (0..5).map(move |replicate| simulate(&scenario, replicate)))
    }

    #[test]
    fn the_events_of_the_six_risks_add_up_to_all_events() {
        let mut each = [0.0; RISKS];
        for run in futures() {
            let events: [f64; RISKS] = std::array::from_fn(|risk| run.events_of(risk));
            assert_eq!(events.iter().sum::<f64>(), run.at(Measure::Events, run.months()));
            each.iter_mut().zip(events).for_each(|(sum, events)| *sum += events);
        }
        for (risk, sum) in each.into_iter().enumerate() {
            assert_eq!(sum > 0.0, risk != WRONG_SCHOOLS, "{sum} events of risk {risk}");
        }
    }

    #[test]
    fn the_first_event_of_all_risks_is_in_the_month_in_which_there_is_one_at_all() {
        for run in futures() {
            let firsts: Vec<_> = (0..RISKS).map(|risk| run.first_event_of(risk)).collect();
            let first = (0..=run.months()).find(|&month| run.at(Measure::Events, month) > 0.0);
            assert_eq!(firsts.iter().flatten().min().copied(), first);
            for (risk, first) in firsts.iter().enumerate() {
                assert_eq!(first.is_some(), run.events_of(risk) > 0.0);
            }
        }
    }

    #[test]
    fn a_run_survives_the_round_trip_through_its_values() {
        for run in futures() {
            let back = Run::from_values(run.months(), run.values().to_vec());
            assert_eq!(back, Some(run));
        }
        let short = Run::length(96) - 1;
        assert_eq!(Run::from_values(96, vec![0.0; short]), None);
        assert_eq!(Run::from_values(96, vec![0.0; short + 2]), None);
    }

    #[test]
    #[should_panic(expected = "month 97 of a run over 96 months")]
    fn a_month_past_the_end_is_no_month_of_the_run() {
        simulate(&Scenario::default(), 0).at(Measure::None, 97);
    }

    #[test]
    fn the_events_of_the_risks_are_not_counted_as_a_month() {
        let run = simulate(&Scenario::default(), 0);
        assert_eq!(run.rows().count(), 97);
        let last = run.rows().last().unwrap();
        assert_eq!(last[Measure::Events as usize], run.at(Measure::Events, 96));
        assert_eq!(run.values().len(), 97 * Measure::ALL.len() + 2 * RISKS);
    }
}
