//! The outcome metrics: single numbers of a future by which runs are compared.

use super::count_phrases as counts;
use super::metric_info::{Better, MetricInfo, ReadAt, outcome, step};
use super::unit::{Unit, Wording};
use crate::language::{phrase, to_phrase};
use crate::model::Measure;
use crate::summary::labels;
use crate::summary::outcomes::LASTING;

macro_rules! metrics {
    ($($(#[doc = $doc:literal])+ $name:ident = $row:expr;)+) => {
        /// A number of a future by which runs are compared.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum OutcomeMetric {
            $($(#[doc = $doc])+ $name,)+
        }

        impl OutcomeMetric {
            /// All metrics: the outcomes in the order of the page, then the intermediate steps.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The facts about it.
            pub fn row(self) -> &'static MetricInfo {
                match self { $(Self::$name => const { &$row },)+ }
            }
        }
    };
}

/// The time at which lasting schools are counted.
const LASTING_AT: ReadAt = ReadAt::Year(LASTING / 12);
const COACHES_STRETCHED: [&str; 2] =
    [to_phrase("coaches are less stretched"), to_phrase("coaches are more stretched")];
const SCHOOLS: Unit = Unit::Count(counts::SCHOOLS);

metrics! {
    /// Month in which the target number of schools has started; infinite if that never happens.
    TimeToTarget = MetricInfo {
        better: Better::Less,
        measure: None,
        difference: Wording::SizeOrInfinite(
            [to_phrase("the goal {size} earlier"), to_phrase("the goal {size} later")],
            [
                to_phrase("the goal reached in most futures"),
                to_phrase("the goal no longer reached in most futures"),
            ],
        ),
        ..outcome(labels::TIME, Measure::Ever, Unit::Months)
    };
    /// Schools that ever started.
    Ever = MetricInfo {
        difference: Wording::Counts(counts::EVER),
        rose: to_phrase("more schools start"),
        fell: to_phrase("fewer schools start"),
        ..outcome(labels::EVER, Measure::Ever, SCHOOLS)
    };
    /// Active schools.
    Active = MetricInfo {
        difference: Wording::Counts(counts::ACTIVE),
        rose: to_phrase("more schools are active"),
        fell: to_phrase("fewer schools are active"),
        ..outcome(labels::ACTIVE, Measure::Active, SCHOOLS)
    };
    /// Schools that are lasting and deep after five years.
    Lasting = MetricInfo {
        at: LASTING_AT,
        difference: Wording::Counts(counts::LASTING),
        rose: to_phrase("more schools are lasting and deep"),
        fell: to_phrase("fewer schools are lasting and deep"),
        ..outcome(labels::LASTING_AND_DEEP, Measure::Sustained, SCHOOLS)
    };
    /// Whole-school sites.
    Whole = MetricInfo {
        difference: Wording::Counts(counts::WHOLE_SCHOOL_SITES),
        rose: to_phrase("more schools are whole-school sites"),
        fell: to_phrase("fewer schools are whole-school sites"),
        ..outcome(labels::WHOLE, Measure::Whole, Unit::Count(counts::WHOLE_SCHOOL_SITES))
    };
    /// Schools with hardly any change in practice.
    InNameOnly = MetricInfo {
        better: Better::Less,
        difference: Wording::Counts(counts::IN_NAME_ONLY),
        ..outcome(labels::IN_NAME_ONLY, Measure::InNameOnly, SCHOOLS)
    };
    /// Mean depth of the active schools.
    Depth = MetricInfo {
        difference: Wording::Size([to_phrase("depth of practice {size} lower"), to_phrase("depth of practice {size} higher")]),
        rose: to_phrase("practice is deeper"),
        fell: to_phrase("practice is shallower"),
        ..outcome(labels::DEPTH, Measure::Depth, Unit::Share)
    };
    /// Mean ownership of the active schools.
    Ownership = MetricInfo {
        difference: Wording::Size([to_phrase("ownership {size} lower"), to_phrase("ownership {size} higher")]),
        rose: to_phrase("ownership is higher"),
        fell: to_phrase("ownership is lower"),
        ..outcome(labels::OWNERSHIP, Measure::Ownership, Unit::Share)
    };
    /// Active share of the high-need schools minus that of the others. Which direction is better depends
    /// on the sign, and on the district's obligations.
    EquityGap = MetricInfo {
        better: Better::Neither,
        difference: Wording::Size([
            to_phrase("the equity gap {size} away from high-need schools"),
            to_phrase("the equity gap {size} toward high-need schools"),
        ]),
        ..outcome(labels::EQUITY_GAP, Measure::EquityGap, Unit::Gap)
    };
    /// Waiting schools. A long list can mean much interest or little support.
    Waiting = MetricInfo {
        better: Better::Neither,
        difference: Wording::Counts(counts::WAITING),
        rose: to_phrase("more schools wait"),
        fell: to_phrase("fewer schools wait"),
        ..outcome(labels::WAITING, Measure::Waiting, SCHOOLS)
    };
    /// Ratio of coaching capacity to load, at most 1.
    Coaches = MetricInfo {
        difference: Wording::Size([to_phrase("coaching against load {size} lower"), to_phrase("coaching against load {size} higher")]),
        rose: to_phrase("coaches are less stretched"),
        fell: to_phrase("coaches are more stretched"),
        ..outcome(labels::COACHES, Measure::CapacityRatio, Unit::Share)
    };
    /// Money spent, k$.
    Cost = MetricInfo {
        better: Better::Less,
        difference: Wording::Size([to_phrase("cost {size} lower"), to_phrase("cost {size} higher")]),
        rose: to_phrase("the cost is higher"),
        fell: to_phrase("the cost is lower"),
        ..outcome(labels::COST, Measure::Cost, Unit::Dollars)
    };
    /// Money a year at the pace of the last month, k$.
    Spending = MetricInfo {
        better: Better::Less,
        difference: Wording::Size([to_phrase("yearly spending {size} lower"), to_phrase("yearly spending {size} higher")]),
        ..outcome(labels::SPENDING, Measure::Spending, Unit::Dollars)
    };
    /// Money spent after five years per lasting school, k$; infinite if there are none.
    CostOfLasting = MetricInfo {
        at: LASTING_AT,
        better: Better::Less,
        measure: None,
        difference: Wording::SizeOrInfinite(
            [
                to_phrase("cost a lasting school {size} lower"),
                to_phrase("cost a lasting school {size} higher"),
            ],
            [
                to_phrase("cost a lasting school finite, as some last"),
                to_phrase("cost a lasting school without end, as none lasts"),
            ],
        ),
        ..outcome(labels::COST_OF_LASTING, Measure::Cost, Unit::Dollars)
    };
    /// Hours per teacher, summed over schools.
    TeacherHours = MetricInfo {
        better: Better::Less,
        difference: Wording::Counts(counts::HOURS),
        ..outcome(labels::TEACHER_HOURS, Measure::TeacherHours, Unit::Count(counts::HOURS))
    };
    /// Risk events.
    Setbacks = MetricInfo {
        better: Better::Less,
        difference: Wording::Counts(counts::EVENTS),
        rose: to_phrase("there are more setbacks"),
        fell: to_phrase("there are fewer setbacks"),
        ..outcome(labels::SETBACKS, Measure::Events, Unit::Count(counts::EVENTS))
    };
    /// Schools that are lasting and deep at the end, for the headline and the large outcomes.
    LastingInTheEnd = MetricInfo {
        unit: SCHOOLS,
        ..step("lasting_in_the_end", ReadAt::End, Some(Measure::Sustained), [
            to_phrase("more schools are lasting and deep"),
            to_phrase("fewer schools are lasting and deep"),
        ])
    };
    /// Extra hours of a teacher in an active school, a year.
    TeacherTime = MetricInfo {
        unit: Unit::Count(counts::HOURS),
        ..step("teacher_time", ReadAt::End, None, [
            to_phrase("teachers spend more time"),
            to_phrase("teachers spend less time"),
        ])
    };
    /// Schools admitted in the first year.
    EarlyStarts = MetricInfo {
        unit: SCHOOLS,
        difference: Wording::Counts(counts::STARTED),
        ..step("early_starts", ReadAt::Year(1), None, [to_phrase("more schools start"), to_phrase("fewer schools start")])
    };
    /// Ratio of coaching capacity to load at the end, as what intakes leave of it.
    CoachingKept = step("coaching_kept", ReadAt::End, Some(Measure::CapacityRatio), [
        to_phrase("more coaching is kept for each school"),
        to_phrase("coaching is spread thinner"),
    ]);
    /// Share of whole-school sites among active schools.
    WholeShare = step("whole_share", ReadAt::End, None, [
        to_phrase("more of the active schools are whole-school sites"),
        to_phrase("fewer of the active schools are whole-school sites"),
    ]);
    /// Exemplars after two years.
    EarlyExemplars = MetricInfo {
        unit: SCHOOLS,
        ..step("early_exemplars", ReadAt::Year(2), Some(Measure::Exemplars), [
            to_phrase("there are more exemplars"),
            to_phrase("there are fewer exemplars"),
        ])
    };
    /// Mean depth after two years.
    EarlyDepth = step("early_depth", ReadAt::Year(2), Some(Measure::Depth), [
        to_phrase("practice is deeper"),
        to_phrase("practice is shallower"),
    ]);
    /// Ratio of coaching capacity to load after two years.
    EarlyCoaches = step("early_coaches", ReadAt::Year(2), Some(Measure::CapacityRatio), COACHES_STRETCHED);
    /// Mean depth when lasting schools are counted.
    FiveYearDepth = step("five_year_depth", LASTING_AT, Some(Measure::Depth), [
        to_phrase("practice is deeper"),
        to_phrase("practice is shallower"),
    ]);
    /// Mean ownership when lasting schools are counted.
    FiveYearOwnership = step("five_year_ownership", LASTING_AT, Some(Measure::Ownership), [
        to_phrase("ownership is higher"),
        to_phrase("ownership is lower"),
    ]);
    /// Ratio of coaching capacity to load when lasting schools are counted.
    FiveYearCoaches = step("five_year_coaches", LASTING_AT, Some(Measure::CapacityRatio), COACHES_STRETCHED);
    /// Know-how of the district after two years.
    EarlyKnowHow = step("early_know_how", ReadAt::Year(2), Some(Measure::KnowHow), [
        to_phrase("the district knows more"),
        to_phrase("the district knows less"),
    ]);
    /// Know-how of the district at the end.
    KnowHow = step("know_how", ReadAt::End, Some(Measure::KnowHow), [
        to_phrase("the district knows more"),
        to_phrase("the district knows less"),
    ]);
    /// Credibility after two years.
    EarlyTrust = step("early_trust", ReadAt::Year(2), Some(Measure::Credibility), [
        to_phrase("trust is higher"),
        to_phrase("trust is lower"),
    ]);
    /// Credibility at the end.
    Trust = step("trust", ReadAt::End, Some(Measure::Credibility), [to_phrase("trust is higher"), to_phrase("trust is lower")]);
    /// Stops per active school-year, over the whole simulation.
    Stopping = step("stopping", ReadAt::End, None, [
        to_phrase("schools stop more often"),
        to_phrase("schools stop less often"),
    ]);
}

impl OutcomeMetric {
    /// Number of metrics.
    pub const COUNT: usize = Self::ALL.len();

    /// The outcomes, in the order of the page.
    pub fn outcomes() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|metric| !metric.row().label.is_empty())
    }

    /// The label, with its time unless that is the end.
    pub fn label(self, months: u32) -> String {
        let row = self.row();
        row.at.with_time(phrase(row.label).to_owned(), months)
    }

    /// A difference as part of a sentence: "12 more schools lasting and deep by year 5".
    pub fn format_in_sentence(self, difference: f64, months: u32) -> String {
        let row = self.row();
        row.at.with_time(row.unit.format_difference(difference, row.difference), months)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_has_a_wording_and_a_step_can_be_a_reason() {
        for metric in OutcomeMetric::ALL {
            let row = metric.row();
            match row.label.is_empty() {
                true => assert!(!row.rose.is_empty() && !row.fell.is_empty(), "{}", row.key),
                false => assert!(row.difference != Wording::NONE, "{}", row.key),
            }
        }
        assert_eq!(OutcomeMetric::outcomes().count(), 16);
    }

    #[test]
    fn the_time_is_displayed_unless_it_is_the_end() {
        let formatted = |months| OutcomeMetric::Lasting.format_in_sentence(-12.0, months);
        assert_eq!(formatted(96), "12 fewer schools lasting and deep by year 5");
        assert_eq!(formatted(36), "12 fewer schools lasting and deep");
        assert_eq!(OutcomeMetric::Lasting.label(96), "Lasting and deep by year 5");
    }
}
