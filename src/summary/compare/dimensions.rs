//! Four dimensions of scale: that many schools start is only one of them.
//!
//! After Coburn, Rethinking Scale: Moving Beyond Numbers to Deep and Lasting Change, Educational
//! Researcher 32(6), 2003: depth, sustainability, spread, and a shift in the ownership of the reform. The
//! wording is ours, and so is the choice of the outcomes for each dimension; the model has no beliefs and
//! no students, so it cannot cover the full meaning.

use super::digest::Digest;
use super::outcome_metric::OutcomeMetric;
use crate::language::phrase;

/// One dimension of scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dimension {
    /// Its name.
    pub name: &'static str,
    /// Its meaning, in the words of this project.
    pub meaning: &'static str,
    /// The outcomes of the run for it, the closest one first.
    pub readings: Vec<Reading>,
}

/// An outcome that is relevant to a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The outcome, with its date unless that is the end of the simulation.
    pub label: String,
    /// Its median.
    pub value: String,
    /// The range that contains 80% of the futures.
    pub spread: String,
}

/// The outcomes of a run by dimension, in the order of the article.
pub fn dimensions(digest: &Digest) -> [Dimension; 4] {
    let dimension = |name, meaning, metrics: &[OutcomeMetric]| Dimension {
        name,
        meaning,
        readings: metrics.iter().filter_map(|&metric| reading(digest, metric)).collect(),
    };
    [
        dimension(
            phrase("Depth"),
            phrase("How far teaching itself has changed, rather than the material on the desks."),
            &[OutcomeMetric::Depth, OutcomeMetric::InNameOnly],
        ),
        dimension(
            phrase("Sustainability"),
            phrase("Whether schools keep it up for years after they began, at full depth."),
            &[OutcomeMetric::Lasting, OutcomeMetric::Active],
        ),
        dimension(
            phrase("Spread"),
            phrase(
                "How many schools take it up, how much of each, and whether those with the greatest need are \
             among them.",
            ),
            &[OutcomeMetric::Ever, OutcomeMetric::Whole, OutcomeMetric::EquityGap],
        ),
        dimension(
            phrase("Shift in ownership"),
            phrase(
                "Whether the people of a school carry it on themselves, with less help from outside.",
            ),
            &[OutcomeMetric::Ownership],
        ),
    ]
}

fn reading(digest: &Digest, metric: OutcomeMetric) -> Option<Reading> {
    let outcome = digest.outcome(metric)?;
    Some(Reading {
        label: outcome.label.clone(),
        value: outcome.value.clone(),
        spread: outcome.spread.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::digest_of;

    #[test]
    fn each_dimension_has_its_own_outcomes() {
        let digest = digest_of(&Preset::Chicago.into(), 0..20);
        let dimensions = dimensions(&digest);
        let labels = dimensions.each_ref().map(|dimension| {
            let labels: Vec<&str> = dimension.readings.iter().map(|r| r.label.as_str()).collect();
            labels.join(", ")
        });
        let expected = [
            "Depth of practice, In name only",
            "Lasting and deep, Jul 2021, Still active",
            "Ever started, Whole school, Equity gap",
            "Ownership",
        ];
        assert_eq!(labels, expected);
        let depth = digest.outcome(OutcomeMetric::Depth).unwrap();
        let reading = &dimensions[0].readings[0];
        assert_eq!((&reading.value, &reading.spread), (&depth.value, &depth.spread));
    }
}
