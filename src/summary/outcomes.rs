//! The outcomes next to the chart: never a single score.

use super::compare::{OutcomeMetric, Worlds};
use super::labels::*;
use super::teacher_time::{TEACHER_HOURS_IN_ALL, hours_in_all};
use super::{dollars, integer, one_decimal, percent, schools};
use crate::ensemble::{Ensemble, Quantiles};
use crate::language::phrase;
use crate::model::{Measure, compares_need};
use crate::phrase;
use crate::scenario::Scenario;

/// The month at which lasting schools are counted: five years.
pub(super) const LASTING: u32 = 60;

/// One outcome as formatted texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Identifies it, in any language; that of its `compare::OutcomeMetric`.
    pub key: &'static str,
    /// Its label, with its date unless that is the end of the simulation.
    pub label: String,
    /// Its median, or its only number.
    pub value: String,
    /// The range that contains 80 % of the futures, or another statement about its spread.
    pub spread: String,
    /// What the number means.
    pub meaning: &'static str,
    /// Whether it is a measure, and therefore has a monthly course.
    pub has_course: bool,
    /// Whether its value is a number, or could be one: not where there is nothing to measure.
    pub is_measured: bool,
}

/// The outcomes of an ensemble; `None` without runs. Outcomes without a date refer to the last month.
pub fn outcomes(scenario: &Scenario, ensemble: &Ensemble) -> Option<Vec<Outcome>> {
    let end = ensemble.months();
    let formatter = OutcomeFormatter { scenario, ensemble };
    let lasting = LASTING.min(end);
    Some(vec![
        formatter.time_to_target(),
        formatter.count(&EVER, Measure::Ever, end)?,
        formatter.count(&ACTIVE, Measure::Active, end)?,
        formatter.lasting(lasting)?,
        formatter.count(&WHOLE, Measure::Whole, end)?,
        formatter.count(&IN_NAME_ONLY, Measure::InNameOnly, end)?,
        formatter.among_active(&DEPTH, Measure::Depth, end)?,
        formatter.among_active(&OWNERSHIP, Measure::Ownership, end)?,
        formatter.equity_gap(end)?,
        formatter.count(&WAITING, Measure::Waiting, end)?,
        formatter.among_active(&COACHES, Measure::CapacityRatio, end)?,
        formatter.outcome(&COST, Measure::Cost, end, dollars)?,
        formatter.outcome(&SPENDING, Measure::Spending, end, dollars)?,
        formatter.cost_of_lasting(lasting)?,
        formatter.count(&TEACHER_HOURS, Measure::TeacherHours, end)?,
        formatter.count(&SETBACKS, Measure::Events, end)?,
    ])
}

/// The same outcomes with unknowns: their medians, and the range that contains 80% of the futures. One that says
/// that there is nothing to measure stays as it is.
pub fn outcomes_with_unknowns(
    scenario: &Scenario,
    by_luck: &[Outcome],
    worlds: &Worlds,
) -> Vec<Outcome> {
    let end = scenario.simulation.months;
    by_luck.iter().map(|outcome| outcome.with_unknowns(scenario, worlds, end)).collect()
}

impl Outcome {
    /// An outcome with these quantiles, formatted by `format`, and without a course.
    pub(super) fn of(label: &Label, quantiles: Quantiles, format: fn(f64) -> String) -> Self {
        Self {
            key: label.key,
            label: phrase(label.name).to_owned(),
            value: format(quantiles.p50),
            spread: range(&format(quantiles.p10), &format(quantiles.p90)),
            meaning: phrase(label.meaning),
            has_course: false,
            is_measured: true,
        }
    }

    /// The same with unknowns, at the end of a year or in the last month; as it is where there is nothing to measure,
    /// and before there are worlds.
    pub(super) fn with_unknowns(&self, scenario: &Scenario, worlds: &Worlds, month: u32) -> Self {
        self.in_worlds(scenario, worlds, month).unwrap_or_else(|| self.clone())
    }

    fn in_worlds(&self, scenario: &Scenario, worlds: &Worlds, month: u32) -> Option<Self> {
        let (metric, format) = match self.key == TEACHER_HOURS_IN_ALL {
            true => (OutcomeMetric::TeacherHours, Some(hours_in_all as fn(f64) -> String)),
            false => {
                (*OutcomeMetric::ALL.iter().find(|metric| metric.row().key == self.key)?, None)
            }
        };
        let quantiles = worlds.quantiles_at(metric, month).filter(|_| self.is_measured)?;
        let level = |value: f64| match (metric, format) {
            (_, Some(format)) => format(value),
            (OutcomeMetric::TimeToTarget, _) if value.is_finite() => {
                scenario.calendar().month_name(value.ceil() as u32)
            }
            _ => metric.row().unit.format_level(value),
        };
        Some(Self {
            value: level(quantiles.p50),
            spread: range(&level(quantiles.p10), &level(quantiles.p90)),
            ..self.clone()
        })
    }
}

/// A share in percentage points.
pub(super) fn points(share: f64) -> String {
    match one_decimal(share * 100.0).as_str() {
        "1" => phrase("1 point").to_owned(),
        "−1" => format!("−{}", phrase("1 point")),
        number => phrase!("{number} points", number),
    }
}

/// "12 to 15 points": if both ends have the same unit after a space, it is written only once.
pub(super) fn range(low: &str, high: &str) -> String {
    let unit = high.find(' ').map_or("", |space| &high[space..]);
    phrase!("{low} to {high}", low = low.strip_suffix(unit).unwrap_or(low), high)
}

/// Formats the outcomes of an ensemble.
pub(super) struct OutcomeFormatter<'a> {
    pub scenario: &'a Scenario,
    pub ensemble: &'a Ensemble,
}

impl OutcomeFormatter<'_> {
    fn month(&self, month: u32) -> String {
        self.scenario.calendar().month_name(month)
    }

    pub fn time_to_target(&self) -> Outcome {
        let target = self.scenario.simulation.target_schools;
        let time_to_target = self.ensemble.time_to_target(Measure::Ever, target.into());
        let month = |share| time_to_target.month_reached_by(share).map(|month| self.month(month));
        // Simulated further, some of these futures get there.
        let not_by_end = phrase!(
            "not {by_end}: {share}",
            by_end = self.scenario.calendar().by_month(self.scenario.simulation.months),
            share = percent(time_to_target.never())
        );
        Outcome {
            key: TIME.key,
            label: phrase!("Time to {target}", target = schools(target)),
            value: month(0.5).unwrap_or_else(|| phrase("not in half of them").to_owned()),
            spread: match (month(0.1), month(0.9)) {
                (Some(early), Some(late)) => phrase!("{early} to {late}", early, late),
                (Some(early), None) => {
                    phrase!("first tenth: {early}; {not_by_end}", early, not_by_end)
                }
                (None, _) => not_by_end,
            },
            meaning: phrase(TIME.meaning),
            has_course: false,
            is_measured: true,
        }
    }

    /// An outcome whose numbers are formatted by `format`.
    pub fn outcome(
        &self,
        label: &Label,
        measure: Measure,
        month: u32,
        format: fn(f64) -> String,
    ) -> Option<Outcome> {
        let quantiles = self.ensemble.quantiles(measure, month)?;
        Some(Outcome { has_course: true, ..Outcome::of(label, quantiles, format) })
    }

    /// A share that only active schools have: where most futures have none at the time, there is none.
    pub fn among_active(&self, label: &Label, measure: Measure, month: u32) -> Option<Outcome> {
        let outcome = self.outcome(label, measure, month, percent)?;
        let active = self.ensemble.sample(Measure::Active, month);
        let without = active.iter().filter(|&&schools| schools == 0.0).count();
        if 2 * without < active.len() {
            return Some(outcome);
        }
        let share = percent(without as f64 / active.len() as f64);
        Some(Outcome {
            value: phrase("no active school").to_owned(),
            spread: phrase!("in {share} of futures", share),
            is_measured: false,
            ..outcome
        })
    }

    /// The equity gap; where no school differs in need from the others there is none.
    pub fn equity_gap(&self, month: u32) -> Option<Outcome> {
        let outcome = self.outcome(&EQUITY_GAP, Measure::EquityGap, month, points)?;
        let mut futures = self.ensemble.runs().map(|(replicate, _)| replicate);
        let compares = |replicate| compares_need(self.scenario, replicate);
        // Only a gap of nothing needs the second look.
        let is_zero = self.ensemble.sample(Measure::EquityGap, month).iter().all(|&gap| gap == 0.0);
        if !is_zero || futures.any(compares) {
            return Some(outcome);
        }
        Some(Outcome {
            value: phrase("nothing to compare").to_owned(),
            spread: phrase("no difference in need").to_owned(),
            is_measured: false,
            ..outcome
        })
    }

    pub fn count(&self, label: &Label, measure: Measure, month: u32) -> Option<Outcome> {
        self.outcome(label, measure, month, integer)
    }

    /// The label with its date, for outcomes before the end of the simulation.
    fn dated(&self, label: &Label, month: u32) -> String {
        phrase!("{outcome}, {month}", outcome = phrase(label.name), month = self.month(month))
    }

    pub fn lasting(&self, month: u32) -> Option<Outcome> {
        let outcome = self.count(&LASTING_AND_DEEP, Measure::Sustained, month)?;
        Some(Outcome { label: self.dated(&LASTING_AND_DEEP, month), ..outcome })
    }

    /// Cost per lasting school; infinite in futures without one.
    pub fn cost_of_lasting(&self, month: u32) -> Option<Outcome> {
        let costs = self.ensemble.sample(Measure::Cost, month);
        let schools = self.ensemble.sample(Measure::Sustained, month);
        let each = costs.iter().zip(schools).map(|(cost, schools)| cost / schools);
        let quantiles = Quantiles::of(each.collect())?;
        let text = |cost: f64| match cost.is_finite() {
            true => dollars(cost),
            false => phrase("none lasts").to_owned(),
        };
        Some(Outcome {
            key: COST_OF_LASTING.key,
            label: self.dated(&COST_OF_LASTING, month),
            value: text(quantiles.p50),
            spread: match quantiles.p10.is_finite() {
                true => {
                    phrase!(
                        "{low} to {high}",
                        low = text(quantiles.p10),
                        high = text(quantiles.p90)
                    )
                }
                false => phrase("in nine of ten futures").to_owned(),
            },
            meaning: phrase(COST_OF_LASTING.meaning),
            has_course: false,
            is_measured: true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::simulate;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::{ensemble_of, with};

    #[test]
    fn every_outcome_has_a_value_a_spread_and_a_meaning() {
        let scenario = Scenario::from(Preset::Chicago);
        let mut ensemble = Ensemble::new(96);
        for replicate in 0..20 {
            ensemble.add(replicate, simulate(&scenario, replicate));
        }
        let outcomes = outcomes(&scenario, &ensemble).unwrap();
        assert_eq!(outcomes.len(), 16);
        for outcome in &outcomes {
            assert!(!outcome.value.is_empty() && !outcome.spread.is_empty(), "{outcome:?}");
            assert!(!outcome.meaning.is_empty() && !outcome.value.contains("NaN"), "{outcome:?}");
        }
        let ever = ensemble.quantiles(Measure::Ever, 96).unwrap();
        assert_eq!(outcomes[1].label, "Ever started");
        assert_eq!(outcomes[1].value, integer(ever.p50));
        assert_eq!(outcomes[3].label, "Lasting and deep, Jul 2021");
    }

    #[test]
    fn a_unit_is_written_once_in_a_range() {
        assert_eq!(range("−6.2 points", "7.4 points"), "−6.2 to 7.4 points");
        assert_eq!(range("−3.1 points", "1 point"), "−3.1 points to 1 point");
        assert_eq!(range("12", "15"), "12 to 15");
        assert_eq!(range("25%", "77%"), "25% to 77%");
    }

    #[test]
    fn one_point_is_singular() {
        assert_eq!([0.01, -0.01, 0.011].map(points), ["1 point", "−1 point", "1.1 points"]);
    }

    #[test]
    fn without_lasting_schools_their_cost_is_not_a_number() {
        let mut settings = Preset::Chicago.settings();
        settings.practice.stage_cap = [0.1; 3];
        let scenario = Scenario::new(settings).unwrap();
        let mut ensemble = Ensemble::new(96);
        ensemble.add(0, simulate(&scenario, 0));
        let outcomes = outcomes(&scenario, &ensemble).unwrap();
        let cost =
            outcomes.iter().find(|o| o.label.starts_with("Cost per lasting school")).unwrap();
        assert_eq!(cost.value, "none lasts");
        assert_eq!(cost.spread, "in nine of ten futures");
    }

    #[test]
    fn a_target_that_is_missed_is_missed_by_the_last_month_and_not_for_ever() {
        let late =
            with(&Preset::Chicago.into(), |settings| settings.simulation.target_schools = 500);
        let outcomes = outcomes(&late, &ensemble_of(&late, 0..30)).unwrap();
        assert_eq!(outcomes[0].spread, "not by Jul 2024: 100%");
        assert_eq!(outcomes[0].value, "not in half of them");
        let one = with(&Preset::Chicago.into(), |settings| settings.simulation.target_schools = 1);
        assert_eq!(
            super::outcomes(&one, &ensemble_of(&one, 0..2)).unwrap()[0].label,
            "Time to 1 school"
        );
    }

    #[test]
    fn without_a_difference_in_need_there_is_no_equity_gap() {
        let same = with(&Preset::Chicago.into(), |settings| settings.district.need_sd = 0.0);
        let outcomes = outcomes(&same, &ensemble_of(&same, 0..8)).unwrap();
        let gap = outcomes.iter().find(|outcome| outcome.key == EQUITY_GAP.key).unwrap();
        assert_eq!(gap.value, "nothing to compare");
        assert_eq!(gap.spread, "no difference in need");
    }

    #[test]
    fn where_no_school_is_active_there_is_no_depth_no_ownership_and_no_coaching() {
        let empty = with(&Scenario::default(), |settings| {
            settings.district.start_schools = 0;
            settings.district.coaching_budget = 0.0;
            settings.spread.assign_rate = 0.0;
        });
        let outcomes = outcomes(&empty, &ensemble_of(&empty, 0..8)).unwrap();
        for label in [&DEPTH, &OWNERSHIP, &COACHES] {
            let outcome = outcomes.iter().find(|outcome| outcome.key == label.key).unwrap();
            assert_eq!(outcome.value, "no active school", "{}", label.key);
            assert_eq!(outcome.spread, "in 100% of futures");
        }
    }

    #[test]
    fn without_runs_there_are_no_outcomes() {
        assert_eq!(outcomes(&Scenario::default(), &Ensemble::new(96)), None);
    }
}
