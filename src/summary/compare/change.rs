//! What a change of settings did: which outcomes moved, by how much, and through what.

use super::changed::Changed;
use super::difference::Difference;
use super::digest::Digest;
use super::meaning::caution;
use super::paired::{Pair, Unpaired};
use super::row::Better;
use super::telling::{Telling, other_luck, other_spread};
use super::unit::Unit;
use super::yardstick::Yardstick;
use crate::language::phrase;

/// Outcomes that it names at the most.
const MOST_OUTCOMES: usize = 3;

/// What a change did, in a sentence or two.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What moved, by how much and through what.
    pub text: String,
    /// The differences that the text names, in its order; all of them are clear.
    pub named: Vec<Difference>,
}

/// In the order in which outcomes are told where the parameter's own do not come first.
const ORDER: [Yardstick; 15] = [
    Yardstick::Lasting,
    Yardstick::Ever,
    Yardstick::Depth,
    Yardstick::Active,
    Yardstick::EquityGap,
    Yardstick::Cost,
    Yardstick::Whole,
    Yardstick::Ownership,
    Yardstick::Setbacks,
    Yardstick::InNameOnly,
    Yardstick::TimeToTarget,
    Yardstick::Waiting,
    Yardstick::TeacherHours,
    Yardstick::Coaches,
    Yardstick::CostOfLasting,
];

/// What became of a run when its settings changed; none if none did.
pub fn change(before: &Digest, after: &Digest) -> Option<Change> {
    let settings = Changed::of(&before.scenario, &after.scenario)?;
    let unpaired = |text| Change { text, named: Vec::new() };
    let draws_constants = |digest: &Digest| digest.scenario.sensitivity.uncertain_constants;
    let Change { text, named } = if draws_constants(before) != draws_constants(after) {
        unpaired(other_spread(&settings.name, before, after))
    } else {
        match Pair::of(before, after) {
            Ok(pair) => settings.told(&pair),
            Err(Unpaired::OtherLuck) => unpaired(other_luck(before, after, settings.only_luck)),
            Err(why) => unpaired(why.sentence().to_owned()),
        }
    };
    let texts = [Some(text), caution([&before.scenario, &after.scenario])];
    Some(Change { text: texts.into_iter().flatten().collect::<Vec<_>>().join(" "), named })
}

impl Changed {
    /// The change in words, from the futures that both runs share.
    fn told(&self, pair: &Pair) -> Change {
        let clear = self.clear_differences(pair);
        let all = clear.len();
        let mut telling = Telling::of(&self.name);
        let mut reasons = Vec::new();
        for difference in clear {
            let reason = self.reason(&difference, pair).filter(|reason| !reasons.contains(reason));
            if telling.add(difference, reason.as_deref()) {
                reasons.extend(reason);
            }
            if telling.named.len() == MOST_OUTCOMES {
                break;
            }
        }
        Change { text: telling.text(&self.name, all), named: telling.named }
    }

    /// The outcomes that moved clearly: those first that the parameter's links tell of, and in the
    /// second place one that got worse if the first got better, or the other way round.
    fn clear_differences(&self, pair: &Pair) -> Vec<Difference> {
        let mut yardsticks: Vec<Yardstick> = Vec::new();
        for yardstick in self.links.iter().map(|link| link.outcome.0).chain(ORDER) {
            if !yardsticks.contains(&yardstick) {
                yardsticks.push(yardstick);
            }
        }
        let differences = yardsticks.into_iter().map(|yardstick| pair.difference(yardstick));
        let mut clear: Vec<Difference> = differences.filter(Difference::is_clear).collect();
        let opposite = clear.first().and_then(|first| {
            let bad = gains(first).map(|gains| !gains)?;
            clear.iter().position(|difference| gains(difference) == Some(bad))
        });
        if let Some(place) = opposite {
            let second = clear.remove(place);
            clear.insert(1, second);
        }
        clear
    }

    /// The reason for a difference that the model knows and these futures show.
    fn reason(&self, difference: &Difference, pair: &Pair) -> Option<String> {
        let found = (difference.yardstick, difference.rises());
        let turned = |(yardstick, rises): (Yardstick, bool)| (yardstick, rises == self.raised);
        let steps = self.links.iter().filter(|link| turned(link.outcome) == found);
        let step = steps
            .filter_map(|link| link.through)
            .map(turned)
            .map(|(yardstick, rises)| (pair.difference(yardstick), rises))
            .find(|(step, rises)| {
                step.is_clear() && step.rises() == *rises && is_large_enough(step, difference)
            })?
            .0;
        let row = step.yardstick.row();
        let words = phrase(if step.rises() { row.rose } else { row.fell }).to_owned();
        Some(match row.at == difference.yardstick.row().at {
            true => words,
            false => row.at.with_time(words, difference.months),
        })
    }
}

/// Whether a step can be the reason for a difference. Of two numbers of schools the one has to be at
/// least half the other: one school fewer in the first year does not make thirty in the end.
fn is_large_enough(step: &Difference, difference: &Difference) -> bool {
    let units = [step, difference].map(|d| d.yardstick.row().unit);
    let both_are_counts = units.iter().all(|unit| matches!(unit, Unit::Count(..)));
    !both_are_counts || step.median.abs() >= difference.median.abs() / 2.0
}

/// Whether a clear difference is for the better; none if that is for the district to say.
fn gains(difference: &Difference) -> Option<bool> {
    match difference.yardstick.row().better {
        Better::More => Some(difference.rises()),
        Better::Less => Some(!difference.rises()),
        Better::Neither => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Measure;
    use crate::scenario::decision_ends::DECISIONS;
    use crate::scenario::{Preset, Scenario, Settings, Value};
    use crate::summary::compare::examples::{digest_of, ensemble_of, with};
    use crate::summary::compare::mechanisms::names;

    fn of(before: &Scenario, change_settings: impl FnOnce(&mut Settings)) -> Change {
        let after = with(before, change_settings);
        let [before, after] = [before, &after].map(|scenario| digest_of(scenario, 0..60));
        change(&before, &after).expect("settings that differ")
    }

    #[test]
    fn either_way_a_decision_is_told_by_outcomes_that_moved_clearly() {
        for preset in [Preset::TypicalSurveyed, Preset::SmallWealthy, Preset::Chicago] {
            let scenario = Scenario::from(preset);
            let before = digest_of(&scenario, 0..60);
            for (ends, position) in DECISIONS.iter().flat_map(|ends| [(ends, -1.0), (ends, 1.0)]) {
                let after = scenario.with(ends.parameter(), Value::Number(position)).unwrap();
                let after = digest_of(&after, 0..60);
                let told = change(&before, &after).unwrap();
                let pair = Pair::of(&before, &after).unwrap();
                let name = names(ends.key).unwrap()[usize::from(position > 0.0)];
                assert!(told.text.starts_with(&format!("{name}: ")), "{}", told.text);
                assert!(told.text.chars().count() <= 240, "{}", told.text);
                for difference in &told.named {
                    assert_eq!(*difference, pair.difference(difference.yardstick));
                    assert!(difference.low > 0.0 || difference.high < 0.0, "{}", told.text);
                    assert!(told.text.contains(&difference.in_words()), "{}", told.text);
                }
                let says_none = told.text.ends_with("no clear difference in any outcome.");
                assert_eq!(says_none, told.named.is_empty(), "{}", told.text);
            }
        }
    }

    #[test]
    fn every_outcome_can_be_told() {
        assert!(Yardstick::outcomes().all(|yardstick| ORDER.contains(&yardstick)));
    }

    #[test]
    fn a_reason_is_only_given_if_its_step_moved_in_these_futures() {
        let base = Scenario::from(Preset::Chicago);
        let fast = with(&base, |s| s.decisions.fast_slow = -1.0);
        let [base, fast] = [base, fast].map(|scenario| digest_of(&scenario, 0..60));
        let changed = Changed::of(&base.scenario, &fast.scenario).unwrap();
        let pair = Pair::of(&base, &fast).unwrap();
        let depth = pair.difference(Yardstick::Depth);
        let reason = "coaches are more stretched";
        assert_eq!(changed.reason(&depth, &pair).as_deref(), Some(reason));
        let unmoved = Pair::of(&base, &base).unwrap();
        assert_eq!(changed.reason(&depth, &unmoved), None);
        let slower = Changed { raised: true, ..changed };
        assert_eq!(slower.reason(&depth, &pair), None);
    }

    #[test]
    fn a_few_schools_are_no_reason_for_many() {
        let base = digest_of(&Preset::TypicalSurveyed.into(), 0..3);
        let pair = Pair::of(&base, &base).unwrap();
        let schools = |yardstick, median| Difference { median, ..pair.difference(yardstick) };
        let in_the_end = schools(Yardstick::Ever, 30.0);
        assert!(!is_large_enough(&schools(Yardstick::EarlyStarts, 1.0), &in_the_end));
        assert!(is_large_enough(&schools(Yardstick::EarlyStarts, 20.0), &in_the_end));
        assert!(is_large_enough(&schools(Yardstick::Coaches, 0.1), &in_the_end));
    }

    #[test]
    fn the_numbers_told_are_medians_of_paired_futures() {
        let base = Scenario::from(Preset::TypicalSurveyed);
        let fast = with(&base, |s| s.decisions.fast_slow = -1.0);
        let [runs, others] = [&base, &fast].map(|scenario| ensemble_of(scenario, 0..61));
        let both = runs.sample(Measure::Ever, 96).into_iter().zip(others.sample(Measure::Ever, 96));
        let mut more: Vec<f64> = both.map(|(before, after)| after - before).collect();
        more.sort_by(f64::total_cmp);
        let digest = |scenario, runs| Digest::of(scenario, runs).unwrap();
        let told = change(&digest(&base, &runs), &digest(&fast, &others)).unwrap();
        let begins = format!("Faster pace: {} more schools ever started, ", more[30]);
        assert!(told.text.starts_with(&begins), "{}", told.text);
    }

    #[test]
    fn chicago_at_a_faster_pace() {
        let told = of(&Preset::Chicago.into(), |s| s.decisions.fast_slow = -1.0);
        assert_eq!(
            told.text,
            "Faster pace: 20 fewer schools lasting and deep by year 5, because practice is shallower; 72 \
             more schools ever started, because coaching is spread thinner; depth of practice 14.4 points \
             lower."
        );
    }

    #[test]
    fn chicago_with_more_bought_outside() {
        let told = of(&Preset::Chicago.into(), |s| s.decisions.build_buy = 1.0);
        assert_eq!(
            told.text,
            "More bought outside: 18 fewer schools lasting and deep by year 5, because ownership is lower; \
             cost $11\u{a0}M lower; 24 fewer schools ever started."
        );
    }

    #[test]
    fn effort_that_only_costs_is_said_to_do_so() {
        let told = of(&Preset::Chicago.into(), |s| s.mitigations.narrative = 1.0);
        // 516 schools at $500 a year each for eight years.
        assert_eq!(
            told.text,
            "A clear story at 100\u{a0}% of full effort: cost $2.1\u{a0}M higher. No other outcome differs \
             clearly."
        );
    }

    #[test]
    fn several_changes_are_told_by_outcomes_alone() {
        let told = of(&Preset::TypicalSurveyed.into(), |s| {
            s.decisions.fast_slow = -1.0;
            s.district.coaching_budget = 40.0;
        });
        assert!(told.text.starts_with("2 settings changed together: "), "{}", told.text);
        assert!(!told.text.contains("because") && !told.named.is_empty(), "{}", told.text);
        let chicago = digest_of(&Preset::Chicago.into(), 0..10);
        let default = digest_of(&Scenario::default(), 0..10);
        let preset = change(&default, &chicago).unwrap();
        assert!(preset.text.starts_with("Chicago instead of the default: "), "{}", preset.text);
    }

    #[test]
    fn other_luck_is_told_as_luck() {
        let told = of(&Preset::Chicago.into(), |s| s.simulation.seed = 5);
        assert!(told.text.starts_with("Only the luck is another: the median of schools "));
        let both = of(&Preset::Chicago.into(), |s| {
            s.simulation.seed = 5;
            s.decisions.fast_slow = 1.0;
        });
        assert!(both.text.starts_with("Settings and luck both changed"), "{}", both.text);
        assert!(told.named.is_empty() && both.named.is_empty());
    }

    #[test]
    fn uncertain_constants_are_told_by_the_bands_that_they_widen() {
        let told = of(&Preset::Chicago.into(), |s| s.sensitivity.uncertain_constants = true);
        assert_eq!(
            told.text,
            "With uncertain constants: in 80\u{a0}% of futures 98 to 389 schools ever start, instead of 129 to \
             155; 0 to 62 are lasting and deep, instead of 35 to 55."
        );
        let both = of(&Preset::Chicago.into(), |s| {
            s.sensitivity.uncertain_constants = true;
            s.decisions.fast_slow = 1.0;
        });
        let begins = "2 settings changed together: in 80\u{a0}% of futures ";
        assert!(both.text.starts_with(begins) && both.named.is_empty(), "{}", both.text);
    }

    #[test]
    fn without_a_change_there_is_nothing_to_tell() {
        let digest = digest_of(&Preset::TypicalSurveyed.into(), 0..2);
        assert_eq!(change(&digest, &digest), None);
    }
}
