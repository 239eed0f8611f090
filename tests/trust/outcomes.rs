//! Outcomes that a leader may care about, and claims that one strategy is ahead of another in them.

use crate::claims::{Statement, assumed};
use crate::finding::{Finding, Rendered};
use crate::futures::{DEFAULTS, Lead, PUBLIC, mean_of};
use crate::units::{Unit, with_decimal_mark};
use districtwide::ensemble::Ensemble;
use districtwide::language::integer;
use districtwide::model::{Measure, Run};
use districtwide::phrase;

/// A number of one future at one date.
#[derive(Clone, Copy)]
pub struct Outcome {
    read: fn(&Run, u32) -> f64,
    unit: Unit,
    /// 1 if more is meant, -1 if less is.
    sign: f64,
    month: u32,
}

/// Schools that ever started.
pub const REACH: Outcome = Outcome::new(|run, month| run.at(Measure::Ever, month), Unit::Schools);
/// Active schools that joined at least two years ago and have the depth of an exemplar.
pub const SUSTAINED: Outcome =
    Outcome::new(|run, month| run.at(Measure::Sustained, month), Unit::Schools);
/// Active schools at the depth of an exemplar.
pub const EXEMPLARS: Outcome =
    Outcome::new(|run, month| run.at(Measure::Exemplars, month), Unit::Schools);
/// Mean depth of practice of the active schools.
pub const DEPTH: Outcome = Outcome::new(|run, month| run.at(Measure::Depth, month), Unit::Share);
/// Mean ownership of the active schools.
pub const OWNERSHIP: Outcome =
    Outcome::new(|run, month| run.at(Measure::Ownership, month), Unit::Share);
/// Trust in the initiative, 0..1.
pub const TRUST: Outcome =
    Outcome::new(|run, month| run.at(Measure::Credibility, month), Unit::Index);
/// How far high-need schools are ahead of the others, as a difference of active shares.
pub const EQUITY_GAP: Outcome =
    Outcome::new(|run, month| run.at(Measure::EquityGap, month), Unit::Points);
/// Risk events so far.
pub const SETBACKS: Outcome =
    Outcome::new(|run, month| run.at(Measure::Events, month), Unit::Setbacks);
/// Cost so far, in k$.
pub const COST: Outcome = Outcome::new(|run, month| run.at(Measure::Cost, month), Unit::Money);
/// Share of the active schools that are whole-school sites; 0 if none is active.
pub const WHOLE_SHARE: Outcome = Outcome::new(whole_share, Unit::Share);
/// Share of the schools of month 0 that are still active, if no other school joins.
pub const KEPT: Outcome = Outcome::new(
    |run, month| run.at(Measure::Active, month) / run.at(Measure::Active, 0),
    Unit::Share,
);

/// Share of the active schools of a future that are whole-school sites; 0 if none is active.
pub fn whole_share(run: &Run, month: u32) -> f64 {
    match run.at(Measure::Active, month) {
        0.0 => 0.0,
        active => run.at(Measure::Whole, month) / active,
    }
}

impl Outcome {
    const fn new(read: fn(&Run, u32) -> f64, unit: Unit) -> Self {
        Self { read, unit, sign: 1.0, month: 0 }
    }

    /// The outcome after this many years.
    pub const fn after(self, years: u32) -> Self {
        Self { month: 12 * years, ..self }
    }

    /// The outcome with less of it being better.
    pub const fn less(self) -> Self {
        Self { sign: -1.0, ..self }
    }

    /// How far `ahead` is ahead of `behind` in it.
    pub fn lead(&self, ahead: &Ensemble, behind: &Ensemble) -> Lead {
        Lead::of(ahead, behind, |run| self.sign * (self.read)(run, self.month))
    }

    /// "26.1 against 14.2 schools".
    pub fn means(&self, ahead: &Ensemble, behind: &Ensemble) -> Rendered {
        let mean = |ensemble| mean_of(ensemble, |run| (self.read)(run, self.month));
        let (unit, ahead, behind) = (self.unit, mean(ahead), mean(behind));
        Rendered::by(move || unit.against(ahead, behind))
    }
}

impl Statement {
    /// Passes if `ahead` is ahead of `behind` in this outcome by more than two standard errors of the
    /// paired difference.
    pub fn ahead(self, outcome: Outcome, ahead: &Ensemble, behind: &Ensemble) -> Finding {
        let lead = outcome.lead(ahead, behind);
        let least = 2.0 * lead.standard_error;
        let bounds = Rendered::by(move || {
            let apart = outcome.unit.of_difference().text(least);
            if outcome.sign > 0.0 {
                phrase!("more by over {apart} (2 standard errors)", apart)
            } else {
                phrase!("less by over {apart} (2 standard errors)", apart)
            }
        });
        self.judged(outcome.means(ahead, behind), bounds, lead.mean > least)
    }

    /// Passes if `ahead` is ahead of `behind` in this outcome at one-sided p < .01.
    pub fn surely_ahead(self, outcome: Outcome, ahead: &Ensemble, behind: &Ensemble) -> Finding {
        let p = outcome.lead(ahead, behind).p();
        let (means, pairs) = (outcome.means(ahead, behind), ahead.len() as f64);
        let value = Rendered::by(move || {
            let means = means.text();
            if p < 0.001 {
                phrase!("{means}, p < 0.001", means)
            } else {
                phrase!("{means}, p = {p}", means, p = with_decimal_mark(format!("{p:.3}")))
            }
        });
        let bounds = Rendered::by(move || {
            phrase!("p < 0.01 (one-sided, {pairs} pairs of futures)", pairs = integer(pairs))
        });
        self.judged(value, bounds, p < 0.01)
    }
}

#[test]
fn a_strategy_is_not_ahead_of_itself_nor_of_its_better() {
    let passed = |outcome: Outcome, ahead: &Ensemble, behind: &Ensemble| {
        let statement = || assumed("0", "");
        let claims = [
            statement().ahead(outcome, ahead, behind),
            statement().surely_ahead(outcome, ahead, behind),
        ];
        claims.map(|claim| claim.passed)
    };
    let reach = REACH.after(3);
    assert_eq!(passed(reach, &DEFAULTS, &DEFAULTS), [false; 2]);
    assert_eq!(passed(reach, &PUBLIC, &DEFAULTS), [true; 2]);
    assert_eq!(passed(reach, &DEFAULTS, &PUBLIC), [false; 2]);
    assert_eq!(passed(reach.less(), &DEFAULTS, &PUBLIC), [true; 2]);
}
