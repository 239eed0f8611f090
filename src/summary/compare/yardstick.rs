//! The yardsticks: single numbers of a future by which runs are compared.

use super::row::{At, Better, Row, outcome, step};
use super::unit::Unit;
use crate::model::Measure;
use crate::summary::outcomes::{self as words, LASTING, Words};

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
const COACHES_STRETCHED: [&str; 2] = ["coaches are less stretched", "coaches are more stretched"];
const SCHOOLS: Unit = Unit::Count("school", "schools");

yardsticks! {
    /// Month in which the target has started; infinite if it never has.
    TimeToTarget = Row {
        better: Better::Less,
        measure: None,
        difference: "the target {}",
        ..outcome(words::TIME, Measure::Ever, "time_to_target", Unit::Months)
    };
    /// Schools that ever started.
    Ever = Row {
        difference: "{} ever started",
        rose: "more schools start",
        fell: "fewer schools start",
        ..outcome(words::EVER, Measure::Ever, "ever", SCHOOLS)
    };
    /// Active schools.
    Active = Row {
        difference: "{} still active",
        rose: "more schools are active",
        fell: "fewer schools are active",
        ..outcome(words::ACTIVE, Measure::Active, "active", SCHOOLS)
    };
    /// Schools that last and practise deeply after five years.
    Lasting = Row {
        at: LASTING_AT,
        difference: "{} lasting and deep",
        rose: "more schools are lasting and deep",
        fell: "fewer schools are lasting and deep",
        ..outcome(words::LASTING_AND_DEEP, Measure::Sustained, "sustained", SCHOOLS)
    };
    /// Whole-school sites.
    Whole = Row {
        difference: "{}",
        rose: "more schools are whole-school sites",
        fell: "fewer schools are whole-school sites",
        ..outcome(words::WHOLE, Measure::Whole, "whole", WHOLE_SCHOOL_SITES)
    };
    /// Schools with hardly any change in practice.
    InNameOnly = Row {
        better: Better::Less,
        difference: "{} in name only",
        ..outcome(words::IN_NAME_ONLY, Measure::InNameOnly, "in_name_only", SCHOOLS)
    };
    /// Mean depth of the active schools.
    Depth = Row {
        difference: "depth of practice {}",
        rose: "practice is deeper",
        fell: "practice is shallower",
        ..outcome(words::DEPTH, Measure::Depth, "depth", Unit::Share)
    };
    /// Mean ownership of the active schools.
    Ownership = Row {
        difference: "ownership {}",
        rose: "ownership is higher",
        fell: "ownership is lower",
        ..outcome(words::OWNERSHIP, Measure::Ownership, "ownership", Unit::Share)
    };
    /// Active share of the high-need schools, less that of the others. Which way is better depends on
    /// the sign, and on what a district owes to whom.
    EquityGap = Row {
        better: Better::Neither,
        difference: "the equity gap {}",
        ..outcome(words::EQUITY_GAP, Measure::EquityGap, "equity_gap", Unit::Gap)
    };
    /// Schools that wait. A long list may be much interest or little support.
    Waiting = Row {
        better: Better::Neither,
        difference: "{} waiting",
        rose: "more schools wait",
        fell: "fewer schools wait",
        ..outcome(words::WAITING, Measure::Waiting, "waiting", SCHOOLS)
    };
    /// Coaching capacity a load, at most 1.
    Coaches = Row {
        difference: "coaching against load {}",
        rose: "coaches are less stretched",
        fell: "coaches are more stretched",
        ..outcome(COACHES, Measure::CapacityRatio, "capacity_ratio", Unit::Share)
    };
    /// Money spent, k$.
    Cost = Row {
        better: Better::Less,
        difference: "cost {}",
        rose: "the cost is higher",
        fell: "the cost is lower",
        ..outcome(words::COST, Measure::Cost, "cost", Unit::Dollars)
    };
    /// Money spent after five years over the schools that last, k$; infinite if none does.
    CostOfLasting = Row {
        at: LASTING_AT,
        better: Better::Less,
        measure: None,
        difference: "cost a lasting school {}",
        ..outcome(words::COST_OF_LASTING, Measure::Cost, "cost_of_lasting", Unit::Dollars)
    };
    /// Hours of a teacher, summed over schools.
    TeacherHours = Row {
        better: Better::Less,
        difference: "{}",
        ..outcome(words::TEACHER_HOURS, Measure::TeacherHours, "teacher_hours", HOURS)
    };
    /// Risk events.
    Setbacks = Row {
        better: Better::Less,
        difference: "{}",
        rose: "there are more setbacks",
        fell: "there are fewer setbacks",
        ..outcome(words::SETBACKS, Measure::Events, "events", Unit::Count("setback", "setbacks"))
    };
    /// Schools admitted in the first year.
    EarlyStarts = Row {
        unit: SCHOOLS,
        difference: "{} started",
        ..step("early_starts", At::Year(1), None, ["more schools start", "fewer schools start"])
    };
    /// Coaching capacity a load after the first year.
    FirstCoaches = step("first_coaches", At::Year(1), Some(Measure::CapacityRatio), COACHES_STRETCHED);
    /// Share of whole-school sites among active schools.
    WholeShare = step("whole_share", At::End, None, [
        "more of the active schools are whole-school sites",
        "fewer of the active schools are whole-school sites",
    ]);
    /// Active share of the high-need schools, less that of the others, after two years.
    EarlyGap = step("early_gap", At::Year(2), Some(Measure::EquityGap), [
        "high-need schools are further ahead",
        "high-need schools are further behind",
    ]);
    /// Exemplars after two years.
    EarlyExemplars = Row {
        unit: SCHOOLS,
        ..step("early_exemplars", At::Year(2), Some(Measure::Exemplars), [
            "there are more exemplars",
            "there are fewer exemplars",
        ])
    };
    /// Mean depth after two years.
    EarlyDepth = step("early_depth", At::Year(2), Some(Measure::Depth), [
        "practice is deeper",
        "practice is shallower",
    ]);
    /// Coaching capacity a load after two years.
    EarlyCoaches = step("early_coaches", At::Year(2), Some(Measure::CapacityRatio), COACHES_STRETCHED);
    /// Mean depth when lasting schools are counted.
    FiveYearDepth = step("five_year_depth", LASTING_AT, Some(Measure::Depth), [
        "practice is deeper",
        "practice is shallower",
    ]);
    /// Mean ownership when lasting schools are counted.
    FiveYearOwnership = step("five_year_ownership", LASTING_AT, Some(Measure::Ownership), [
        "ownership is higher",
        "ownership is lower",
    ]);
    /// Coaching capacity a load when lasting schools are counted.
    FiveYearCoaches = step("five_year_coaches", LASTING_AT, Some(Measure::CapacityRatio), COACHES_STRETCHED);
    /// Know-how of the district after two years.
    EarlyKnowHow = step("early_know_how", At::Year(2), Some(Measure::KnowHow), [
        "the district knows more",
        "the district knows less",
    ]);
    /// Know-how of the district in the end.
    KnowHow = step("know_how", At::End, Some(Measure::KnowHow), [
        "the district knows more",
        "the district knows less",
    ]);
    /// Credibility after two years.
    EarlyTrust = step("early_trust", At::Year(2), Some(Measure::Credibility), [
        "trust is higher",
        "trust is lower",
    ]);
    /// Credibility in the end.
    Trust = step("trust", At::End, Some(Measure::Credibility), ["trust is higher", "trust is lower"]);
    /// Stops a year of an active school, over the whole time.
    Stopping = step("stopping", At::End, None, [
        "schools stop more often",
        "schools stop less often",
    ]);
}

const COACHES: Words = Words {
    label: "Coaching against load",
    meaning: "Share of the coaching that active schools take which there is; at most 100\u{a0}%.",
};
const WHOLE_SCHOOL_SITES: Unit = Unit::Count("whole-school site", "whole-school sites");
const HOURS: Unit = Unit::Count("teacher hour", "teacher hours");

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
        format!("{}{}", row.label, row.at.words(months))
    }

    /// A difference as part of a sentence: "12 more schools lasting and deep by year 5".
    pub fn in_words(self, difference: f64, months: u32) -> String {
        let row = self.row();
        row.difference.replace("{}", &row.unit.compared(difference)) + &row.at.words(months)
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
                false => assert!(row.difference.contains("{}"), "{}", row.key),
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
