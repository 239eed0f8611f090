//! The outcomes beside the chart: never one score.

use super::bands::{eighty_percent, median};
use super::{dollars, integer, numbers::one_decimal, percent};
use crate::ensemble::{Ensemble, Quantiles};
use crate::model::Measure;
use crate::scenario::Scenario;
use crate::scenario::calendar::month_name;

/// The month at which schools that last are counted: five years.
const LASTING: u32 = 60;

/// One outcome in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What it is, with its date.
    pub label: String,
    /// Its median, or its only number.
    pub value: String,
    /// Its 80 % band, or what else there is to say of its spread.
    pub spread: String,
    /// What the number means.
    pub meaning: &'static str,
}

/// The outcomes of an ensemble; none without runs.
pub fn outcomes(scenario: &Scenario, ensemble: &Ensemble) -> Option<Vec<Outcome>> {
    let reader = Reader { scenario, ensemble };
    let end = ensemble.months();
    Some(vec![
        reader.time_to_target(),
        reader.count("Ever started", Measure::Ever, end, "Schools that started, whether or not they stopped since.")?,
        reader.count("Still active", Measure::Active, end, "Introductory, pilot and whole-school sites.")?,
        reader.count("Good at it for two years or more", Measure::Sustained, LASTING.min(end), "Active schools that joined at least two years before and practise at the depth of an exemplar.")?,
        reader.count("In name only", Measure::InNameOnly, end, "Active schools that joined at least a year before with hardly any change in practice.")?,
        reader.share("Depth of practice", Measure::Depth, end, "How far practice has changed, on average over active schools; 100 % is all the program means to change.")?,
        reader.share("Ownership", Measure::Ownership, end, "How far active schools have made the practice their own, on average.")?,
        reader.equity_gap(end)?,
        reader.count("Waiting for support", Measure::Waiting, end, "Schools that volunteered and have not been taken in.")?,
        reader.short_of_coaches(end),
        reader.cost(end)?,
        reader.count("Teacher hours", Measure::TeacherHours, end, "Extra hours of a teacher so far, summed over schools.")?,
        reader.count("Setbacks", Measure::Events, end, "Rollout risks that came true in the district so far.")?,
    ])
}

struct Reader<'a> {
    scenario: &'a Scenario,
    ensemble: &'a Ensemble,
}

impl Reader<'_> {
    fn dated(&self, label: &str, month: u32) -> String {
        format!("{label}, {}", self.month(month))
    }

    fn month(&self, month: u32) -> String {
        month_name(self.scenario.preset, month)
    }

    fn time_to_target(&self) -> Outcome {
        let target = self.scenario.simulation.target_schools;
        let reaching = self.ensemble.reaching(Measure::Ever, target.into());
        let month = |share| reaching.month_by_which(share).map(|month| self.month(month));
        let never = percent(reaching.never());
        Outcome {
            label: format!("Time to {} schools", integer(target.into())),
            value: month(0.5).unwrap_or_else(|| "not in half of the futures".to_owned()),
            spread: match (month(0.1), month(0.9)) {
                (Some(early), Some(late)) => format!("80\u{a0}% of futures: {early} to {late}"),
                (Some(early), None) => format!("earliest 10\u{a0}%: {early}; never: {never}"),
                (None, _) => format!("never: {never}"),
            },
            meaning: "When this many schools have ever started, in half of the futures.",
        }
    }

    fn count(
        &self,
        label: &str,
        measure: Measure,
        month: u32,
        meaning: &'static str,
    ) -> Option<Outcome> {
        let quantiles = self.ensemble.quantiles(measure, month)?;
        let value =
            if quantiles.p50 < 1_000.0 { median(&quantiles) } else { integer(quantiles.p50) };
        Some(Outcome {
            label: self.dated(label, month),
            value,
            spread: eighty_percent(&quantiles),
            meaning,
        })
    }

    fn share(
        &self,
        label: &str,
        measure: Measure,
        month: u32,
        meaning: &'static str,
    ) -> Option<Outcome> {
        let quantiles = self.ensemble.quantiles(measure, month)?;
        Some(Outcome {
            label: self.dated(label, month),
            value: percent(quantiles.p50),
            spread: spread(&quantiles, percent),
            meaning,
        })
    }

    fn equity_gap(&self, month: u32) -> Option<Outcome> {
        let quantiles = self.ensemble.quantiles(Measure::EquityGap, month)?;
        let points = |share: f64| one_decimal(share * 100.0);
        Some(Outcome {
            label: self.dated("Equity gap", month),
            value: format!("{} points", points(quantiles.p50)),
            spread: spread(&quantiles, points),
            meaning: "Share of high-need schools that are active, less that of the other schools. Above 0, \
                      high-need schools are ahead; below 0, they are behind.",
        })
    }

    fn short_of_coaches(&self, month: u32) -> Outcome {
        let ratios = self.ensemble.sample(Measure::CapacityRatio, month);
        let short =
            ratios.iter().filter(|&&ratio| ratio < 1.0).count() as f64 / ratios.len().max(1) as f64;
        Outcome {
            label: self.dated("Short of coaches", month),
            value: percent(short),
            spread: "of futures".to_owned(),
            meaning: "Share of futures in which active schools take more coaching than there is.",
        }
    }

    fn cost(&self, month: u32) -> Option<Outcome> {
        let quantiles = self.ensemble.quantiles(Measure::Cost, month)?;
        Some(Outcome {
            label: self.dated("Cost so far", month),
            value: dollars(quantiles.p50),
            spread: spread(&quantiles, dollars),
            meaning: "Coaching, running the sites, and effort against risks, since the start.",
        })
    }
}

fn spread(quantiles: &Quantiles, text: impl Fn(f64) -> String) -> String {
    format!("80\u{a0}% of futures: {} to {}", text(quantiles.p10), text(quantiles.p90))
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
        assert_eq!(outcomes.len(), 13);
        for outcome in &outcomes {
            assert!(!outcome.value.is_empty() && !outcome.spread.is_empty(), "{outcome:?}");
            assert!(!outcome.meaning.is_empty() && !outcome.value.contains("NaN"), "{outcome:?}");
        }
        let ever = ensemble.quantiles(Measure::Ever, 96).unwrap();
        assert_eq!(outcomes[1].label, "Ever started, Jul 2024");
        assert_eq!(outcomes[1].value, one_decimal(ever.p50));
    }

    #[test]
    fn without_runs_there_are_no_outcomes() {
        assert_eq!(outcomes(&Scenario::default(), &Ensemble::new(96)), None);
    }
}
