//! The outcomes next to the chart: never a single score.

use super::{dollars, integer, one_decimal, percent};
use crate::ensemble::{Ensemble, Quantiles};
use crate::language::{phrase, to_phrase};
use crate::model::Measure;
use crate::phrase;
use crate::scenario::Scenario;
use crate::scenario::calendar::month_name;

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
}

/// The outcomes of an ensemble; `None` without runs. Outcomes without a date refer to the last month.
pub fn outcomes(scenario: &Scenario, ensemble: &Ensemble) -> Option<Vec<Outcome>> {
    let formatter = OutcomeFormatter { scenario, ensemble };
    let end = ensemble.months();
    let lasting = LASTING.min(end);
    Some(vec![
        formatter.time_to_target(),
        formatter.count(&EVER, Measure::Ever, end)?,
        formatter.count(&ACTIVE, Measure::Active, end)?,
        formatter.lasting(lasting)?,
        formatter.count(&WHOLE, Measure::Whole, end)?,
        formatter.count(&IN_NAME_ONLY, Measure::InNameOnly, end)?,
        formatter.outcome(&DEPTH, Measure::Depth, end, percent)?,
        formatter.outcome(&OWNERSHIP, Measure::Ownership, end, percent)?,
        formatter.outcome(&EQUITY_GAP, Measure::EquityGap, end, points)?,
        formatter.count(&WAITING, Measure::Waiting, end)?,
        formatter.outcome(&COACHES, Measure::CapacityRatio, end, percent)?,
        formatter.outcome(&COST, Measure::Cost, end, dollars)?,
        formatter.cost_of_lasting(lasting)?,
        formatter.count(&TEACHER_HOURS, Measure::TeacherHours, end)?,
        formatter.count(&SETBACKS, Measure::Events, end)?,
    ])
}

/// The name of an outcome or a risk and its explanation, both displayed through `phrase`.
pub(super) struct Label {
    /// Identifies what it labels, in any language.
    pub key: &'static str,
    pub name: &'static str,
    pub meaning: &'static str,
}

/// The label next to the chart includes the number of schools: see [`OutcomeFormatter::time_to_target`].
pub(super) const TIME: Label = Label {
    key: "time_to_target",
    name: to_phrase("Time to the target"),
    meaning: to_phrase("When this many schools have ever started, in half of the futures."),
};
pub(super) const EVER: Label = Label {
    key: "ever",
    name: to_phrase("Ever started"),
    meaning: to_phrase("Schools that started, whether or not they stopped since."),
};
pub(super) const ACTIVE: Label = Label {
    key: "active",
    name: to_phrase("Still active"),
    meaning: to_phrase("Introductory, pilot and whole-school sites."),
};
pub(super) const LASTING_AND_DEEP: Label = Label {
    key: "sustained",
    name: to_phrase("Lasting and deep"),
    meaning: to_phrase(
        "Active schools that joined two years before or earlier and practise at the depth of an \
              exemplar.",
    ),
};
pub(super) const WHOLE: Label = Label {
    key: "whole",
    name: to_phrase("Whole school"),
    meaning: to_phrase("Schools that teach in the new way throughout."),
};
pub(super) const IN_NAME_ONLY: Label = Label {
    key: "in_name_only",
    name: to_phrase("In name only"),
    meaning: to_phrase(
        "Active schools that joined at least a year before with hardly any change in practice.",
    ),
};
pub(super) const DEPTH: Label = Label {
    key: "depth",
    name: to_phrase("Depth of practice"),
    meaning: to_phrase(
        "How far practice has changed, on average over active schools; 100\u{a0}% is all that the \
              program means to change.",
    ),
};
pub(super) const OWNERSHIP: Label = Label {
    key: "ownership",
    name: to_phrase("Ownership"),
    meaning: to_phrase("How far active schools have made the practice their own, on average."),
};
pub(super) const EQUITY_GAP: Label = Label {
    key: "equity_gap",
    name: to_phrase("Equity gap"),
    meaning: to_phrase(
        "Share of high-need schools that are active, less that of the schools of lower need. Above 0, \
              high-need schools are ahead; below 0, they are behind.",
    ),
};
pub(super) const WAITING: Label = Label {
    key: "waiting",
    name: to_phrase("Waiting for support"),
    meaning: to_phrase("Schools that volunteered and have not been taken in."),
};
pub(super) const COACHES: Label = Label {
    key: "capacity_ratio",
    name: to_phrase("Coaching against load"),
    meaning: to_phrase(
        "Share of the coaching that active schools take which there is; at most 100\u{a0}%. Below it \
              schools are short of coaches.",
    ),
};
pub(super) const COST: Label = Label {
    key: "cost",
    name: to_phrase("Cost so far"),
    meaning: to_phrase("Coaching, running the sites, and effort against risks, since the start."),
};
pub(super) const COST_OF_LASTING: Label = Label {
    key: "cost_of_lasting",
    name: to_phrase("Cost a lasting school"),
    meaning: to_phrase(
        "All that was spent until then, shared out over the schools that are lasting and deep.",
    ),
};
pub(super) const TEACHER_HOURS: Label = Label {
    key: "teacher_hours",
    name: to_phrase("Teacher hours"),
    meaning: to_phrase("Extra hours of a teacher since the start, summed over schools."),
};
pub(super) const SETBACKS: Label = Label {
    key: "events",
    name: to_phrase("Setbacks"),
    meaning: to_phrase("Rollout risks that came true in the district since the start."),
};

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

struct OutcomeFormatter<'a> {
    scenario: &'a Scenario,
    ensemble: &'a Ensemble,
}

impl OutcomeFormatter<'_> {
    fn month(&self, month: u32) -> String {
        month_name(self.scenario.preset, month)
    }

    fn time_to_target(&self) -> Outcome {
        let target = self.scenario.simulation.target_schools;
        let time_to_target = self.ensemble.time_to_target(Measure::Ever, target.into());
        let month = |share| time_to_target.month_reached_by(share).map(|month| self.month(month));
        let never = percent(time_to_target.never());
        Outcome {
            key: TIME.key,
            label: phrase!("Time to {target} schools", target = integer(target.into())),
            value: month(0.5).unwrap_or_else(|| phrase("not in half of them").to_owned()),
            spread: match (month(0.1), month(0.9)) {
                (Some(early), Some(late)) => phrase!("{early} to {late}", early, late),
                (Some(early), None) => {
                    phrase!("first tenth: {early}; never: {never}", early, never)
                }
                (None, _) => phrase!("never: {never}", never),
            },
            meaning: phrase(TIME.meaning),
            has_course: false,
        }
    }

    /// An outcome whose numbers are formatted by `format`.
    fn outcome(
        &self,
        label: &Label,
        measure: Measure,
        month: u32,
        format: fn(f64) -> String,
    ) -> Option<Outcome> {
        let quantiles = self.ensemble.quantiles(measure, month)?;
        Some(Outcome {
            key: label.key,
            label: phrase(label.name).to_owned(),
            value: format(quantiles.p50),
            spread: range(&format(quantiles.p10), &format(quantiles.p90)),
            meaning: phrase(label.meaning),
            has_course: true,
        })
    }

    fn count(&self, label: &Label, measure: Measure, month: u32) -> Option<Outcome> {
        self.outcome(label, measure, month, integer)
    }

    /// The label with its date, for outcomes before the end of the simulation.
    fn dated(&self, label: &Label, month: u32) -> String {
        phrase!("{outcome}, {month}", outcome = phrase(label.name), month = self.month(month))
    }

    fn lasting(&self, month: u32) -> Option<Outcome> {
        let outcome = self.count(&LASTING_AND_DEEP, Measure::Sustained, month)?;
        Some(Outcome { label: self.dated(&LASTING_AND_DEEP, month), ..outcome })
    }

    /// Cost per lasting school; infinite in futures without one.
    fn cost_of_lasting(&self, month: u32) -> Option<Outcome> {
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
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::simulate;
    use crate::scenario::Preset;

    #[test]
    fn every_outcome_has_a_value_a_spread_and_a_meaning() {
        let scenario = Scenario::from(Preset::Chicago);
        let mut ensemble = Ensemble::new(96);
        for replicate in 0..20 {
            ensemble.add(replicate, simulate(&scenario, replicate));
        }
        let outcomes = outcomes(&scenario, &ensemble).unwrap();
        assert_eq!(outcomes.len(), 15);
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
        assert_eq!(range("25\u{a0}%", "77\u{a0}%"), "25\u{a0}% to 77\u{a0}%");
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
        let cost = outcomes.iter().find(|o| o.label.starts_with("Cost a lasting school")).unwrap();
        assert_eq!(cost.value, "none lasts");
        assert_eq!(cost.spread, "in nine of ten futures");
    }

    #[test]
    fn without_runs_there_are_no_outcomes() {
        assert_eq!(outcomes(&Scenario::default(), &Ensemble::new(96)), None);
    }
}
