//! A typical future: what it has come to in the end, and at what price.

use super::compare::{Digest, OutcomeMetric, Worlds};
use super::{dollars, integer};
use crate::analysis::Meaning;
use crate::ensemble::Ensemble;
use crate::language::{fill, phrase, to_phrase};
use crate::model::Measure;
use crate::scenario::Scenario;
use crate::{phrase, plural};

/// The medians of the last month.
pub(super) struct Typical {
    ever: f64,
    active: f64,
    lasting: f64,
    /// k$ a year.
    spending: f64,
}

/// What a typical future of this digest has come to if the published counts that it is held to have their other
/// meaning; `None` without such counts, and while too few futures meet them.
pub fn typical_if_active(digest: &Digest) -> Option<String> {
    let worlds = digest.worlds.as_ref().filter(|worlds| worlds.is_held())?;
    let [ever, active, lasting, _] = Typical::in_worlds(worlds, Meaning::Active)?.texts();
    Some(phrase!(
        "The page reads them as schools ever started. If they are schools still active, a typical future has \
         {ever} started, {active} still active and {lasting} deep and lasting in the end.",
        ever,
        active,
        lasting
    ))
}

impl Typical {
    /// Of futures by luck alone; `None` without runs.
    pub(super) fn by_luck(ensemble: &Ensemble) -> Option<Self> {
        let median = |measure| Some(ensemble.quantiles(measure, ensemble.months())?.p50);
        Some(Self {
            ever: median(Measure::Ever)?,
            active: median(Measure::Active)?,
            lasting: median(Measure::Sustained)?,
            spending: median(Measure::Spending)?,
        })
    }

    /// Of futures with unknowns; `None` while there are too few.
    pub(super) fn with_unknowns(worlds: &Worlds) -> Option<Self> {
        Self::in_worlds(worlds, Meaning::Ever)
    }

    fn in_worlds(worlds: &Worlds, meaning: Meaning) -> Option<Self> {
        let median = |metric| Some(worlds.quantiles_as(metric, meaning)?.p50);
        Some(Self {
            ever: median(OutcomeMetric::Ever)?,
            active: median(OutcomeMetric::Active)?,
            lasting: median(OutcomeMetric::LastingInTheEnd)?,
            spending: median(OutcomeMetric::Spending)?,
        })
    }

    /// Schools ever started, still active, deep and lasting, and spending.
    pub(super) fn texts(&self) -> [String; 4] {
        let ever = plural!(self.ever.round_ties_even(), "{count} school", "{count} schools");
        [ever, integer(self.active), integer(self.lasting), dollars(self.spending)]
    }

    /// The same, with what was before where that was another number.
    pub(super) fn texts_after(&self, before: &Self) -> [String; 4] {
        let (mut texts, [_, active, lasting, spending]) = (self.texts(), before.texts());
        let before = [integer(before.ever), active, lasting, spending];
        let is_same = [before[0] == integer(self.ever), false, false, false];
        for ((text, before), is_same) in texts.iter_mut().zip(before).zip(is_same) {
            if !is_same && *text != before {
                *text = phrase!("{now} (was {before})", now = text, before);
            }
        }
        texts
    }
}

/// What a typical future has come to, and its price.
pub(super) fn typical_sentence(scenario: &Scenario, texts: &[String; 4]) -> String {
    let english = match scenario.calendar().first_july {
        Some(_) => to_phrase(
            "By {end} a typical future has {ever} started, {active} still active and {lasting} deep and lasting, \
             and spends {spending} a year.",
        ),
        None => to_phrase(
            "After {end} a typical future has {ever} started, {active} still active and {lasting} deep and \
             lasting, and spends {spending} a year.",
        ),
    };
    let [ever, active, lasting, spending] = texts;
    let end = scenario.calendar().month_name(scenario.simulation.months);
    fill(
        phrase(english),
        &[
            ("end", &end),
            ("ever", ever),
            ("active", active),
            ("lasting", lasting),
            ("spending", spending),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Held, history_of};
    use crate::scenario::Preset;
    use crate::summary::compare::hold_to_counts;
    use crate::summary::compare::test_ensembles::{digest_of, ensemble_of, worlds_of};
    use std::sync::Arc;

    #[test]
    fn held_to_counts_it_says_what_their_other_meaning_gives() {
        let chicago = Scenario::from(Preset::Chicago);
        let mut digest = digest_of(&chicago, 0..4);
        let mut worlds = worlds_of(&chicago, 60);
        digest.worlds = Some(Arc::new(worlds.clone()));
        assert_eq!(typical_if_active(&digest), None);
        let mut held = Held::default();
        hold_to_counts(&mut held, &chicago, &ensemble_of(&history_of(&chicago).unwrap(), 0..60));
        worlds.hold(held);
        let other = worlds.quantiles_as(OutcomeMetric::Ever, Meaning::Active).unwrap().p50;
        digest.worlds = Some(Arc::new(worlds));
        let text = typical_if_active(&digest).unwrap();
        let number = format!("has {} schools started", integer(other));
        assert!(text.contains(&number), "{text}");
    }
}
