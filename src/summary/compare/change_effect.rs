//! The effect of a change of settings: which outcomes changed, by how much, and through which mechanism.

use super::caution::caution;
use super::digest::Digest;
use super::metric_info::Better;
use super::outcome_difference::OutcomeDifference;
use super::outcome_metric::OutcomeMetric;
use super::paired::{Pair, Unpaired};
use super::sentence::{ChangeSentence, seed_sentence, spread_sentence};
use super::setting_change::SettingChange;
use super::unit::Unit;
use crate::language::phrase;

/// The maximum number of outcomes to mention.
const MAX_OUTCOMES: usize = 3;

/// The effect of a change, in a sentence or two.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeEffect {
    /// What changed, by how much, and through which mechanism.
    pub text: String,
    /// The differences that the text mentions, in order.
    pub named: Vec<OutcomeDifference>,
}

/// The order in which outcomes are mentioned after those linked to the parameter.
const ORDER: [OutcomeMetric; 16] = [
    OutcomeMetric::Lasting,
    OutcomeMetric::Ever,
    OutcomeMetric::Depth,
    OutcomeMetric::Active,
    OutcomeMetric::EquityGap,
    OutcomeMetric::Cost,
    OutcomeMetric::Whole,
    OutcomeMetric::Ownership,
    OutcomeMetric::Setbacks,
    OutcomeMetric::InNameOnly,
    OutcomeMetric::TimeToTarget,
    OutcomeMetric::Waiting,
    OutcomeMetric::TeacherHours,
    OutcomeMetric::Coaches,
    OutcomeMetric::CostOfLasting,
    OutcomeMetric::Spending,
];

/// Describes the effect of a change of settings on a run; `None` if no setting changed.
pub fn describe_change(before: &Digest, after: &Digest) -> Option<ChangeEffect> {
    let settings = SettingChange::of(&before.scenario, &after.scenario)?;
    let unpaired = |text| ChangeEffect { text, named: Vec::new() };
    let draws_constants = |digest: &Digest| digest.scenario.sensitivity.uncertain_constants;
    let ChangeEffect { text, named } = if draws_constants(before) != draws_constants(after) {
        unpaired(spread_sentence(&settings.name, before, after))
    } else {
        match Pair::of(before, after) {
            Ok(pair) => settings.describe(&pair),
            Err(Unpaired::DifferentSeeds) => {
                unpaired(seed_sentence(before, after, settings.only_seed))
            }
            Err(why) => unpaired(why.sentence().to_owned()),
        }
    };
    let texts = [Some(text), caution([&before.scenario, &after.scenario])];
    Some(ChangeEffect { text: texts.into_iter().flatten().collect::<Vec<_>>().join(" "), named })
}

impl SettingChange {
    /// Describes the effect of the change, from the futures that both runs share.
    fn describe(&self, pair: &Pair) -> ChangeEffect {
        let told = self.told_differences(pair);
        let all = told.len();
        let mut sentence = ChangeSentence::of(&self.name);
        let mut reasons = Vec::new();
        for difference in told {
            let reason = self.reason(&difference, pair).filter(|reason| !reasons.contains(reason));
            if sentence.add(difference, reason.as_deref()) {
                reasons.extend(reason);
            }
            if sentence.named.len() == MAX_OUTCOMES {
                break;
            }
        }
        ChangeEffect { text: sentence.text(&self.name, all), named: sentence.named }
    }

    /// The outcomes with a difference worth telling: first those linked to the parameter and, in second place,
    /// one that got worse if the first got better, or vice versa.
    fn told_differences(&self, pair: &Pair) -> Vec<OutcomeDifference> {
        let mut metrics: Vec<OutcomeMetric> = Vec::new();
        for metric in self.links.iter().map(|link| link.outcome.0).chain(ORDER) {
            if !metrics.contains(&metric) {
                metrics.push(metric);
            }
        }
        let differences = metrics.into_iter().map(|metric| pair.difference(metric));
        let mut told: Vec<OutcomeDifference> =
            differences.filter(OutcomeDifference::is_told).collect();
        let opposite = told.first().and_then(|first| {
            let bad = is_gain(first).map(|gain| !gain)?;
            told.iter().position(|difference| is_gain(difference) == Some(bad))
        });
        if let Some(place) = opposite {
            let second = told.remove(place);
            told.insert(1, second);
        }
        told
    }

    /// The reason for a difference, if the model has one and these futures show it.
    fn reason(&self, difference: &OutcomeDifference, pair: &Pair) -> Option<String> {
        let found = (difference.metric, difference.rises());
        let oriented = |(metric, rises): (OutcomeMetric, bool)| (metric, rises == self.raised);
        let steps = self.links.iter().filter(|link| oriented(link.outcome) == found);
        let step = steps
            .filter_map(|link| link.through)
            .map(oriented)
            .map(|(metric, rises)| (pair.difference_by_luck(metric), rises))
            .find(|(step, rises)| {
                step.is_clear() && step.rises() == *rises && is_large_enough(step, difference)
            })?
            .0;
        let row = step.metric.row();
        let words = phrase(if step.rises() { row.rose } else { row.fell }).to_owned();
        Some(match row.at == difference.metric.row().at {
            true => words,
            false => row.at.with_time(words, difference.months),
        })
    }
}

/// Whether a step can be the reason for a difference. If both are numbers of schools, the step has to be
/// at least half the difference: one school fewer in the first year does not cause thirty fewer at the
/// end.
fn is_large_enough(step: &OutcomeDifference, difference: &OutcomeDifference) -> bool {
    let units = [step, difference].map(|d| d.metric.row().unit);
    let both_are_counts = units.iter().all(|unit| matches!(unit, Unit::Count(..)));
    !both_are_counts || step.median.abs() >= difference.median.abs() / 2.0
}

/// Whether a difference is an improvement; `None` if that is for the district to judge.
fn is_gain(difference: &OutcomeDifference) -> Option<bool> {
    match difference.metric.row().better {
        Better::More => Some(difference.rises()),
        Better::Less => Some(!difference.rises()),
        Better::Neither => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::Ensemble;
    use crate::model::Measure;
    use crate::scenario::decision_ends::DECISIONS;
    use crate::scenario::{Preset, Scenario, Settings, Value};
    use crate::summary::compare::mechanisms::direction_names;
    use crate::summary::compare::test_ensembles::{digest_of, ensemble_of, with, worlds_of};
    use std::sync::Arc;

    fn effect_in(before: &Scenario, change_settings: impl FnOnce(&mut Settings)) -> ChangeEffect {
        let after = with(before, change_settings);
        let [before, after] = [before, &after].map(|scenario| digest_of(scenario, 0..60));
        describe_change(&before, &after).expect("settings that differ")
    }

    #[test]
    fn the_effect_of_a_decision_in_either_direction_mentions_clear_differences() {
        for preset in [Preset::TypicalSurveyed, Preset::SmallWealthy, Preset::Chicago] {
            let scenario = Scenario::from(preset);
            let before = digest_of(&scenario, 0..60);
            for (ends, position) in DECISIONS.iter().flat_map(|ends| [(ends, -1.0), (ends, 1.0)]) {
                let after = scenario.with(ends.parameter(), Value::Number(position)).unwrap();
                let after = digest_of(&after, 0..60);
                let effect = describe_change(&before, &after).unwrap();
                let pair = Pair::of(&before, &after).unwrap();
                let name = direction_names(ends.key).unwrap()[usize::from(position > 0.0)];
                assert!(effect.text.starts_with(&format!("{name}: ")), "{}", effect.text);
                assert!(effect.text.chars().count() <= 330, "{}", effect.text);
                for difference in &effect.named {
                    assert_eq!(*difference, pair.difference(difference.metric));
                    assert!(difference.is_told(), "{}", effect.text);
                    assert!(
                        effect.text.contains(&difference.format_in_sentence()),
                        "{}",
                        effect.text
                    );
                }
                let says_none = effect.text.ends_with("no outcome changes in most futures.");
                assert_eq!(says_none, effect.named.is_empty(), "{}", effect.text);
            }
        }
    }

    #[test]
    fn each_difference_bears_its_mark_once_the_unknowns_are_counted() {
        let base = Scenario::from(Preset::TypicalSurveyed);
        let fast = with(&base, |s| s.decisions.fast_slow = -1.0);
        let digest = |scenario: &Scenario| {
            digest_of(scenario, 0..60).with_worlds(Arc::new(worlds_of(scenario, 500)))
        };
        let effect = describe_change(&digest(&base), &digest(&fast)).unwrap();
        assert!(effect.text.contains(" more schools ever started (sturdy), because"), "{effect:?}");
        assert!(!effect.named.is_empty());
        for difference in effect.named.iter().filter(|difference| difference.scope.is_some()) {
            let marked = format!("{} (", difference.format_in_sentence());
            assert!(effect.text.contains(&marked), "{}", effect.text);
        }
    }

    #[test]
    fn every_outcome_can_be_mentioned() {
        assert!(OutcomeMetric::outcomes().all(|metric| ORDER.contains(&metric)));
    }

    #[test]
    fn a_reason_is_only_given_if_its_step_changed_in_these_futures() {
        let base = Scenario::from(Preset::Chicago);
        let fast = with(&base, |s| s.decisions.fast_slow = -1.0);
        let [base, fast] = [base, fast].map(|scenario| digest_of(&scenario, 0..60));
        let changed = SettingChange::of(&base.scenario, &fast.scenario).unwrap();
        let pair = Pair::of(&base, &fast).unwrap();
        let depth = pair.difference(OutcomeMetric::Depth);
        let reason = "coaches are more stretched";
        assert_eq!(changed.reason(&depth, &pair).as_deref(), Some(reason));
        let unmoved = Pair::of(&base, &base).unwrap();
        assert_eq!(changed.reason(&depth, &unmoved), None);
        let slower = SettingChange { raised: true, ..changed };
        assert_eq!(slower.reason(&depth, &pair), None);
    }

    #[test]
    fn a_few_schools_are_not_the_reason_for_many() {
        let base = digest_of(&Preset::TypicalSurveyed.into(), 0..3);
        let pair = Pair::of(&base, &base).unwrap();
        let schools = |metric, median| OutcomeDifference { median, ..pair.difference(metric) };
        let in_the_end = schools(OutcomeMetric::Ever, 30.0);
        assert!(!is_large_enough(&schools(OutcomeMetric::EarlyStarts, 1.0), &in_the_end));
        assert!(is_large_enough(&schools(OutcomeMetric::EarlyStarts, 20.0), &in_the_end));
        assert!(is_large_enough(&schools(OutcomeMetric::Coaches, 0.1), &in_the_end));
    }

    #[test]
    fn schools_ever_started_differ_by_as_many_as_the_medians_that_the_page_shows() {
        let base = Scenario::from(Preset::TypicalSurveyed);
        let fast = with(&base, |s| s.decisions.fast_slow = -1.0);
        let [runs, others] = [&base, &fast].map(|scenario| ensemble_of(scenario, 0..61));
        let median = |runs: &Ensemble| runs.quantiles(Measure::Ever, 96).unwrap().p50;
        let digest = |scenario, runs| Digest::of(scenario, runs).unwrap();
        let effect = describe_change(&digest(&base, &runs), &digest(&fast, &others)).unwrap();
        let more = median(&others) - median(&runs);
        let clause = format!("; {more} more schools ever started, ");
        assert!(effect.text.contains(&clause), "{}", effect.text);
    }

    #[test]
    fn chicago_at_a_faster_pace() {
        let effect = effect_in(&Preset::Chicago.into(), |s| s.decisions.fast_slow = -1.0);
        assert_eq!(
            effect.text,
            "Faster pace: 24 fewer schools lasting and deep by year 5, because practice is shallower; 72 \
             more schools ever started, because coaching is spread thinner; depth of practice 14.4 points \
             lower, because coaches are more stretched. Still counting how sure that is."
        );
    }

    #[test]
    fn chicago_with_more_bought_outside() {
        let effect = effect_in(&Preset::Chicago.into(), |s| s.decisions.build_buy = 1.0);
        assert_eq!(
            effect.text,
            "More bought outside: 19 fewer schools lasting and deep by year 5, because ownership is lower; \
             cost $11M lower; 26 fewer schools ever started. Still counting how sure that is."
        );
    }

    #[test]
    fn a_safeguard_that_only_costs_is_described_as_such() {
        let effect = effect_in(&Preset::Chicago.into(), |s| s.mitigations.narrative = 1.0);
        // 516 schools at $500 per year each for eight years.
        assert_eq!(
            effect.text,
            "A clear story at 100% of full effort: cost $2.1M higher; 1 fewer setback; cost a \
             lasting school $26K higher by year 5. Still counting how sure that is."
        );
    }

    #[test]
    fn several_changes_are_described_by_outcomes_alone() {
        let effect = effect_in(&Preset::TypicalSurveyed.into(), |s| {
            s.decisions.fast_slow = -1.0;
            s.district.coaching_budget = 40.0;
        });
        assert!(effect.text.starts_with("2 settings changed together: "), "{}", effect.text);
        assert!(!effect.text.contains("because") && !effect.named.is_empty(), "{}", effect.text);
        let chicago = digest_of(&Preset::Chicago.into(), 0..10);
        let default = digest_of(&Scenario::default(), 0..10);
        let preset = describe_change(&default, &chicago).unwrap();
        assert!(preset.text.starts_with("Chicago instead of the default: "), "{}", preset.text);
    }

    #[test]
    fn a_different_seed_is_described_as_luck() {
        let effect = effect_in(&Preset::Chicago.into(), |s| s.simulation.seed = 5);
        assert!(effect.text.starts_with("Only the luck is another: the median of schools "));
        let both = effect_in(&Preset::Chicago.into(), |s| {
            s.simulation.seed = 5;
            s.decisions.fast_slow = 1.0;
        });
        assert!(both.text.starts_with("Settings and luck both changed"), "{}", both.text);
        assert!(effect.named.is_empty() && both.named.is_empty());
    }

    #[test]
    fn uncertain_constants_are_described_by_the_wider_bands() {
        let effect =
            effect_in(&Preset::Chicago.into(), |s| s.sensitivity.uncertain_constants = true);
        assert_eq!(
            effect.text,
            "With uncertain constants: in 80% of futures 98 to 389 schools ever start, instead of 129 to \
             155; 0 to 62 are lasting and deep, instead of 35 to 55."
        );
        let both = effect_in(&Preset::Chicago.into(), |s| {
            s.sensitivity.uncertain_constants = true;
            s.decisions.fast_slow = 1.0;
        });
        let beginning = "2 settings changed together: in 80% of futures ";
        assert!(both.text.starts_with(beginning) && both.named.is_empty(), "{}", both.text);
    }

    #[test]
    fn without_a_change_there_is_no_effect() {
        let digest = digest_of(&Preset::TypicalSurveyed.into(), 0..2);
        assert_eq!(describe_change(&digest, &digest), None);
    }
}
