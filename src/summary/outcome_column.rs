//! The outcomes beside the chart at a date that a person chooses: four that stand large, and the others.

use super::compare::Worlds;
use super::dollars;
use super::labels::*;
use super::outcomes::{LASTING, Outcome, OutcomeFormatter};
use crate::ensemble::Ensemble;
use crate::language::phrase;
use crate::model::Measure;
use crate::scenario::Scenario;

/// All outcomes at one date, except those that say another one.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeColumn {
    /// In the order of [`super::compare::LARGE`].
    pub large: Vec<Outcome>,
    /// The others.
    pub more: Vec<Outcome>,
}

impl OutcomeColumn {
    /// The outcomes of an ensemble in a month, by luck alone; `None` without runs.
    pub fn by_luck(scenario: &Scenario, ensemble: &Ensemble, month: u32) -> Option<Self> {
        let formatter = OutcomeFormatter { scenario, ensemble };
        let lasting = LASTING.min(ensemble.months());
        let count = |label, measure| formatter.count(label, measure, month);
        let share = |label, measure| formatter.among_active(label, measure, month);
        let money = |label, measure| formatter.outcome(label, measure, month, dollars);
        Some(Self {
            large: vec![
                count(&EVER, Measure::Ever)?,
                count(&LASTING_THEN, Measure::Sustained)?,
                formatter.equity_gap(month)?,
                money(&SPENDING, Measure::Spending)?,
            ],
            more: vec![
                formatter.time_to_target(),
                count(&ACTIVE, Measure::Active)?,
                formatter.lasting(lasting)?,
                count(&WHOLE, Measure::Whole)?,
                count(&IN_NAME_ONLY, Measure::InNameOnly)?,
                share(&DEPTH, Measure::Depth)?,
                share(&OWNERSHIP, Measure::Ownership)?,
                count(&WAITING, Measure::Waiting)?,
                share(&COACHES, Measure::CapacityRatio)?,
                money(&COST, Measure::Cost)?,
                formatter.cost_of_lasting(lasting)?,
                formatter.teacher_time(month)?,
                formatter.teacher_hours_in_all(month)?,
                count(&SETBACKS, Measure::Events)?,
            ],
        })
    }

    /// The same with unknowns, at the end of a year or in the last month.
    pub fn with_unknowns(&self, worlds: &Worlds, month: u32) -> Self {
        let of = |outcomes: &[Outcome]| {
            let outcomes = outcomes.iter();
            outcomes.map(|o| o.with_unknowns(&worlds.scenario, worlds, month)).collect()
        };
        Self { large: of(&self.large), more: of(&self.more) }
    }

    /// How to read the large outcomes.
    pub fn how_to_read(with_unknowns: bool, is_changed: bool) -> &'static str {
        match (with_unknowns, is_changed) {
            (true, false) => phrase("Median and 80% of futures, allowing for what nobody knows."),
            (false, false) => phrase("Median and 80% of futures, by luck alone."),
            (true, true) => phrase(
                "Median, 80% of futures and the change from before, allowing for what nobody knows.",
            ),
            (false, true) => {
                phrase("Median, 80% of futures and the change from before, by luck alone.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::Quantiles;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::{ensemble_of, use_spanish, with, worlds_of};
    use crate::summary::compare::{LARGE, OutcomeMetric};
    use crate::summary::outcomes::{points, range};
    use crate::summary::{integer, outcomes, outcomes_with_unknowns, percent};

    type Format = fn(f64) -> String;

    /// The outcomes that are a measure at the chosen date, and how they are displayed.
    const MEASURED: [(&str, Measure, Format); 13] = [
        ("ever", Measure::Ever, integer),
        ("lasting_in_the_end", Measure::Sustained, integer),
        ("equity_gap", Measure::EquityGap, points),
        ("spending", Measure::Spending, dollars),
        ("active", Measure::Active, integer),
        ("whole", Measure::Whole, integer),
        ("in_name_only", Measure::InNameOnly, integer),
        ("depth", Measure::Depth, percent),
        ("ownership", Measure::Ownership, percent),
        ("waiting", Measure::Waiting, integer),
        ("capacity_ratio", Measure::CapacityRatio, percent),
        ("cost", Measure::Cost, dollars),
        ("events", Measure::Events, integer),
    ];

    fn column_of(scenario: &Scenario, futures: u64, month: u32) -> (OutcomeColumn, Ensemble) {
        let ensemble = ensemble_of(scenario, 0..futures);
        (OutcomeColumn::by_luck(scenario, &ensemble, month).unwrap(), ensemble)
    }

    fn assert_quantiles(
        column: &OutcomeColumn,
        of: impl Fn(Measure) -> Option<Quantiles>,
        when: &str,
    ) {
        for (key, measure, format) in MEASURED {
            let outcome = column.large.iter().chain(&column.more).find(|o| o.key == key).unwrap();
            let quantiles = of(measure).unwrap();
            assert_eq!(outcome.value, format(quantiles.p50), "{key}, {when}");
            let [low, high] = [quantiles.p10, quantiles.p90].map(format);
            assert_eq!(outcome.spread, range(&low, &high), "{key}, {when}");
        }
    }

    #[test]
    fn every_number_is_the_quantile_of_the_ensemble_at_the_chosen_date() {
        let scenario = Scenario::from(Preset::TypicalSurveyed);
        for month in [12, 36, 84, 96] {
            let (column, ensemble) = column_of(&scenario, 30, month);
            let of = |measure| ensemble.quantiles(measure, month);
            assert_quantiles(&column, of, &format!("by luck in month {month}"));
        }
    }

    #[test]
    fn with_unknowns_every_number_is_that_of_the_worlds_at_the_chosen_date() {
        let scenario = Scenario::from(Preset::TypicalSurveyed);
        let worlds = worlds_of(&scenario, 40);
        let ensemble = ensemble_of(&scenario.with_unknowns(), 0..40);
        for month in [12, 36, 84, 96] {
            let column = column_of(&scenario, 8, month).0.with_unknowns(&worlds, month);
            let of = |measure| ensemble.quantiles(measure, month);
            assert_quantiles(&column, of, &format!("with unknowns in month {month}"));
        }
    }

    #[test]
    fn four_stand_large_and_the_others_are_those_of_the_end_and_more() {
        let scenario = Scenario::from(Preset::Chicago);
        let (column, ensemble) = column_of(&scenario, 20, 96);
        let keys: Vec<&str> = column.large.iter().map(|outcome| outcome.key).collect();
        assert_eq!(keys, LARGE.map(|metric: OutcomeMetric| metric.row().key));
        let all: Vec<_> = column.large.iter().chain(&column.more).collect();
        let counted = worlds_of(&scenario, 30);
        let with_unknowns = column.with_unknowns(&counted, 96);
        let ends = outcomes(&scenario, &ensemble).unwrap();
        let wide_ends = outcomes_with_unknowns(&scenario, &ends, &counted);
        let wide: Vec<_> = with_unknowns.large.iter().chain(&with_unknowns.more).collect();
        // The hours of teachers stand here per teacher, and for all of them.
        for (end, wide_end) in ends.iter().zip(&wide_ends).filter(|(o, _)| o.key != "teacher_hours")
        {
            assert!(all.contains(&end), "{end:?}");
            assert!(wide.contains(&wide_end), "{wide_end:?}");
        }
        assert_eq!(all.len(), ends.len() + 2);
    }

    #[test]
    fn what_has_a_date_of_its_own_says_it_and_keeps_it() {
        let scenario = Scenario::from(Preset::Chicago);
        let worlds = worlds_of(&scenario, 30);
        let [early, late] = [24, 96].map(|month| {
            let by_luck = column_of(&scenario, 20, month).0;
            [by_luck.with_unknowns(&worlds, month), by_luck]
        });
        for (early, late) in early.iter().zip(&late) {
            let find = |column: &OutcomeColumn, key: &str| {
                column.more.iter().find(|outcome| outcome.key == key).unwrap().clone()
            };
            for key in ["sustained", "cost_of_lasting", "time_to_target"] {
                assert_eq!(find(early, key), find(late, key));
            }
            assert_eq!(find(early, "sustained").label, "Lasting and deep, Jul 2021");
            assert_eq!(early.large[1].label, "Lasting and deep");
            assert_ne!(early.large[0], late.large[0]);
        }
    }

    #[test]
    fn where_no_school_differs_in_need_there_is_no_gap_with_unknowns_either() {
        let same = with(&Preset::Chicago.into(), |settings| settings.district.need_sd = 0.0);
        let column = column_of(&same, 8, 24).0.with_unknowns(&worlds_of(&same, 8), 24);
        assert_eq!(column.large[2].value, "nothing to compare");
    }

    #[test]
    fn the_column_is_in_spanish_too() {
        use_spanish();
        let scenario = Scenario::from(Preset::Chicago);
        let column = column_of(&scenario, 8, 24).0;
        let labels: Vec<&str> = column.large.iter().map(|o| o.label.as_str()).collect();
        assert_eq!(
            labels,
            [
                "Alguna vez empezaron",
                "Perduran con profundidad",
                "Brecha de equidad",
                "Gasto por año"
            ]
        );
        let hours = column.more.iter().find(|o| o.key == "teacher_hours_in_all").unwrap();
        assert!(hours.label.ends_with("32 por escuela"), "{}", hours.label);
    }
}
