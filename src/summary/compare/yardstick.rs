//! The yardsticks: single numbers of a future by which runs are compared.

use super::row::{At, Better, Row, outcome, step};
use super::things;
use super::unit::{Told, Unit};
use crate::language::{phrase, to_phrase};
use crate::model::Measure;
use crate::summary::outcomes::{self as words, LASTING};

macro_rules! yardsticks {
    ($($(#[doc = $doc:literal])+ $name:ident = $row:expr;)+) => {
        /// One number of a future by which runs are compared.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Yardstick {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Yardstick {
            /// All yardsticks: the outcomes in the order of the page, then the steps between.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// What is said about it.
            pub fn row(self) -> &'static Row {
                match self { $(Self::$name => const { &$row },)+ }
            }
        }
    };
}

/// When lasting schools are counted.
const LASTING_AT: At = At::Year(LASTING / 12);
const COACHES_STRETCHED: [&str; 2] =
    [to_phrase("coaches are less stretched"), to_phrase("coaches are more stretched")];
const SCHOOLS: Unit = Unit::Count(things::SCHOOLS);

yardsticks! {
    /// Month in which the target has started; infinite if it never has.
    TimeToTarget = Row {
        better: Better::Less,
        measure: None,
        difference: Told::Endless(
            [to_phrase("the target {size} earlier"), to_phrase("the target {size} later")],
            [
                to_phrase("the target reached in most futures"),
                to_phrase("the target no longer reached in most futures"),
            ],
        ),
        ..outcome(words::TIME, Measure::Ever, "time_to_target", Unit::Months)
    };
    /// Schools that ever started.
    Ever = Row {
        difference: Told::Things(things::EVER),
        rose: to_phrase("more schools start"),
        fell: to_phrase("fewer schools start"),
        ..outcome(words::EVER, Measure::Ever, "ever", SCHOOLS)
    };
    /// Active schools.
    Active = Row {
        difference: Told::Things(things::ACTIVE),
        rose: to_phrase("more schools are active"),
        fell: to_phrase("fewer schools are active"),
        ..outcome(words::ACTIVE, Measure::Active, "active", SCHOOLS)
    };
    /// Schools that last and practise deeply after five years.
    Lasting = Row {
        at: LASTING_AT,
        difference: Told::Things(things::LASTING),
        rose: to_phrase("more schools are lasting and deep"),
        fell: to_phrase("fewer schools are lasting and deep"),
        ..outcome(words::LASTING_AND_DEEP, Measure::Sustained, "sustained", SCHOOLS)
    };
    /// Whole-school sites.
    Whole = Row {
        difference: Told::Things(things::WHOLE_SCHOOL_SITES),
        rose: to_phrase("more schools are whole-school sites"),
        fell: to_phrase("fewer schools are whole-school sites"),
        ..outcome(words::WHOLE, Measure::Whole, "whole", Unit::Count(things::WHOLE_SCHOOL_SITES))
    };
    /// Schools with hardly any change in practice.
    InNameOnly = Row {
        better: Better::Less,
        difference: Told::Things(things::IN_NAME_ONLY),
        ..outcome(words::IN_NAME_ONLY, Measure::InNameOnly, "in_name_only", SCHOOLS)
    };
    /// Mean depth of the active schools.
    Depth = Row {
        difference: Told::Sizes([to_phrase("depth of practice {size} lower"), to_phrase("depth of practice {size} higher")]),
        rose: to_phrase("practice is deeper"),
        fell: to_phrase("practice is shallower"),
        ..outcome(words::DEPTH, Measure::Depth, "depth", Unit::Share)
    };
    /// Mean ownership of the active schools.
    Ownership = Row {
        difference: Told::Sizes([to_phrase("ownership {size} lower"), to_phrase("ownership {size} higher")]),
        rose: to_phrase("ownership is higher"),
        fell: to_phrase("ownership is lower"),
        ..outcome(words::OWNERSHIP, Measure::Ownership, "ownership", Unit::Share)
    };
    /// Active share of the high-need schools, less that of the others. Which way is better depends on
    /// the sign, and on what a district owes to whom.
    EquityGap = Row {
        better: Better::Neither,
        difference: Told::Sizes([
            to_phrase("the equity gap {size} away from high-need schools"),
            to_phrase("the equity gap {size} towards high-need schools"),
        ]),
        ..outcome(words::EQUITY_GAP, Measure::EquityGap, "equity_gap", Unit::Gap)
    };
    /// Schools that wait. A long list may be much interest or little support.
    Waiting = Row {
        better: Better::Neither,
        difference: Told::Things(things::WAITING),
        rose: to_phrase("more schools wait"),
        fell: to_phrase("fewer schools wait"),
        ..outcome(words::WAITING, Measure::Waiting, "waiting", SCHOOLS)
    };
    /// Coaching capacity a load, at most 1.
    Coaches = Row {
        difference: Told::Sizes([to_phrase("coaching against load {size} lower"), to_phrase("coaching against load {size} higher")]),
        rose: to_phrase("coaches are less stretched"),
        fell: to_phrase("coaches are more stretched"),
        ..outcome(words::COACHES, Measure::CapacityRatio, "capacity_ratio", Unit::Share)
    };
    /// Money spent, k$.
    Cost = Row {
        better: Better::Less,
        difference: Told::Sizes([to_phrase("cost {size} lower"), to_phrase("cost {size} higher")]),
        rose: to_phrase("the cost is higher"),
        fell: to_phrase("the cost is lower"),
        ..outcome(words::COST, Measure::Cost, "cost", Unit::Dollars)
    };
    /// Money spent after five years over the schools that last, k$; infinite if none does.
    CostOfLasting = Row {
        at: LASTING_AT,
        better: Better::Less,
        measure: None,
        difference: Told::Endless(
            [
                to_phrase("cost a lasting school {size} lower"),
                to_phrase("cost a lasting school {size} higher"),
            ],
            [
                to_phrase("cost a lasting school finite, as some last"),
                to_phrase("cost a lasting school without end, as none lasts"),
            ],
        ),
        ..outcome(words::COST_OF_LASTING, Measure::Cost, "cost_of_lasting", Unit::Dollars)
    };
    /// Hours of a teacher, summed over schools.
    TeacherHours = Row {
        better: Better::Less,
        difference: Told::Things(things::HOURS),
        ..outcome(words::TEACHER_HOURS, Measure::TeacherHours, "teacher_hours", Unit::Count(things::HOURS))
    };
    /// Risk events.
    Setbacks = Row {
        better: Better::Less,
        difference: Told::Things(things::EVENTS),
        rose: to_phrase("there are more setbacks"),
        fell: to_phrase("there are fewer setbacks"),
        ..outcome(words::SETBACKS, Measure::Events, "events", Unit::Count(things::EVENTS))
    };
    /// Schools admitted in the first year.
    EarlyStarts = Row {
        unit: SCHOOLS,
        difference: Told::Things(things::STARTED),
        ..step("early_starts", At::Year(1), None, [to_phrase("more schools start"), to_phrase("fewer schools start")])
    };
    /// Coaching capacity a load in the end, as what intakes leave of it.
    CoachingKept = step("coaching_kept", At::End, Some(Measure::CapacityRatio), [
        to_phrase("more coaching is kept for each school"),
        to_phrase("coaching is spread thinner"),
    ]);
    /// Share of whole-school sites among active schools.
    WholeShare = step("whole_share", At::End, None, [
        to_phrase("more of the active schools are whole-school sites"),
        to_phrase("fewer of the active schools are whole-school sites"),
    ]);
    /// Exemplars after two years.
    EarlyExemplars = Row {
        unit: SCHOOLS,
        ..step("early_exemplars", At::Year(2), Some(Measure::Exemplars), [
            to_phrase("there are more exemplars"),
            to_phrase("there are fewer exemplars"),
        ])
    };
    /// Mean depth after two years.
    EarlyDepth = step("early_depth", At::Year(2), Some(Measure::Depth), [
        to_phrase("practice is deeper"),
        to_phrase("practice is shallower"),
    ]);
    /// Coaching capacity a load after two years.
    EarlyCoaches = step("early_coaches", At::Year(2), Some(Measure::CapacityRatio), COACHES_STRETCHED);
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
    /// Coaching capacity a load when lasting schools are counted.
    FiveYearCoaches = step("five_year_coaches", LASTING_AT, Some(Measure::CapacityRatio), COACHES_STRETCHED);
    /// Know-how of the district after two years.
    EarlyKnowHow = step("early_know_how", At::Year(2), Some(Measure::KnowHow), [
        to_phrase("the district knows more"),
        to_phrase("the district knows less"),
    ]);
    /// Know-how of the district in the end.
    KnowHow = step("know_how", At::End, Some(Measure::KnowHow), [
        to_phrase("the district knows more"),
        to_phrase("the district knows less"),
    ]);
    /// Credibility after two years.
    EarlyTrust = step("early_trust", At::Year(2), Some(Measure::Credibility), [
        to_phrase("trust is higher"),
        to_phrase("trust is lower"),
    ]);
    /// Credibility in the end.
    Trust = step("trust", At::End, Some(Measure::Credibility), [to_phrase("trust is higher"), to_phrase("trust is lower")]);
    /// Stops a year of an active school, over the whole time.
    Stopping = step("stopping", At::End, None, [
        to_phrase("schools stop more often"),
        to_phrase("schools stop less often"),
    ]);
}

impl Yardstick {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The outcomes, in the order of the page.
    pub fn outcomes() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|yardstick| !yardstick.row().label.is_empty())
    }

    /// The label, with its time where that is not the end.
    pub fn label(self, months: u32) -> String {
        let row = self.row();
        row.at.with_time(phrase(row.label).to_owned(), months)
    }

    /// A difference as part of a sentence: "12 more schools lasting and deep by year 5".
    pub fn in_words(self, difference: f64, months: u32) -> String {
        let row = self.row();
        row.at.with_time(row.unit.tell(difference, row.difference), months)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_can_be_told_and_a_step_can_be_a_reason() {
        for yardstick in Yardstick::ALL {
            let row = yardstick.row();
            match row.label.is_empty() {
                true => assert!(!row.rose.is_empty() && !row.fell.is_empty(), "{}", row.key),
                false => assert!(row.difference != Told::NOT, "{}", row.key),
            }
        }
        assert_eq!(Yardstick::outcomes().count(), 15);
    }

    #[test]
    fn a_time_is_told_where_it_is_not_the_end() {
        let told = |months| Yardstick::Lasting.in_words(-12.0, months);
        assert_eq!(told(96), "12 fewer schools lasting and deep by year 5");
        assert_eq!(told(36), "12 fewer schools lasting and deep");
        assert_eq!(Yardstick::Lasting.label(96), "Lasting and deep by year 5");
    }
}
