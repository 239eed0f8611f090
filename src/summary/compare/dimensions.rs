//! Four dimensions of scale: that many schools start is one of them.
//!
//! After Coburn, Rethinking Scale: Moving Beyond Numbers to Deep and Lasting Change, Educational
//! Researcher 32(6), 2003: depth, sustainability, spread, and a shift in the ownership of the reform. The
//! words are ours, and so is the choice of the outcomes that speak to each; the model has no beliefs and
//! no pupils, so it cannot tell all that is meant.

use super::digest::Digest;
use super::yardstick::Yardstick;
use crate::language::phrase;

/// One dimension of scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dimension {
    /// What it is called.
    pub name: &'static str,
    /// What it means, in the words of this project.
    pub meaning: &'static str,
    /// What the run says of it, the closest outcome first.
    pub readings: Vec<Reading>,
}

/// An outcome that speaks to a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The outcome; with its date where that is not the end of the simulation.
    pub label: String,
    /// Its median.
    pub value: String,
    /// The limits between which 80 % of the futures lie.
    pub spread: String,
}

/// What a run says of each dimension, in the order of the article.
pub fn dimensions(digest: &Digest) -> [Dimension; 4] {
    let dimension = |name, meaning, yardsticks: &[Yardstick]| Dimension {
        name,
        meaning,
        readings: yardsticks.iter().filter_map(|&yardstick| reading(digest, yardstick)).collect(),
    };
    [
        dimension(
            phrase("Depth"),
            phrase("How far teaching itself has changed, rather than the material on the desks."),
            &[Yardstick::Depth, Yardstick::InNameOnly],
        ),
        dimension(
            phrase("Sustainability"),
            phrase("Whether schools keep it up for years after they began, at full depth."),
            &[Yardstick::Lasting, Yardstick::Active],
        ),
        dimension(
            phrase("Spread"),
            phrase(
                "How many schools take it up, how much of each, and whether those with the greatest need are \
             among them.",
            ),
            &[Yardstick::Ever, Yardstick::Whole, Yardstick::EquityGap],
        ),
        dimension(
            phrase("Shift in ownership"),
            phrase(
                "Whether the people of a school carry it on themselves, with less help from outside.",
            ),
            &[Yardstick::Ownership],
        ),
    ]
}

fn reading(digest: &Digest, yardstick: Yardstick) -> Option<Reading> {
    let outcome = digest.outcome(yardstick)?;
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
    use crate::summary::compare::examples::digest_of;

    #[test]
    fn each_dimension_is_told_by_outcomes_of_its_own() {
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
        let depth = digest.outcome(Yardstick::Depth).unwrap();
        let told = &dimensions[0].readings[0];
        assert_eq!((&told.value, &told.spread), (&depth.value, &depth.spread));
    }
}
