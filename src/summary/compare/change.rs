//! What a change of settings did: which outcomes moved, by how much, and through what.

use super::digest::Digest;
use super::mechanisms::{Link, links, names};
use super::paired::{Difference, Pair, Unpaired};
use super::yardstick::{Better, Yardstick};
use crate::scenario::{Parameter, Preset, Scenario, Value, parameters};
use crate::summary::settings::value_in_words;

/// Characters that the text takes at the most, but for its first clause.
const MOST_CHARACTERS: usize = 200;
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
const ORDER: [Yardstick; 14] = [
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
];

/// What became of a run when its settings changed; none if none did.
pub fn change(before: &Digest, after: &Digest) -> Option<Change> {
    let settings = Changed::of(&before.scenario, &after.scenario)?;
    Some(match Pair::of(before, after) {
        Ok(pair) => settings.told(&pair),
        Err(Unpaired::OtherLuck) => other_luck(before, after, &settings),
        Err(why) => Change { text: why.sentence().to_owned(), named: Vec::new() },
    })
}

/// Which settings changed.
struct Changed {
    /// What it is called, to begin a sentence with.
    name: String,
    /// The links of the parameter, if it is one alone that was raised or lowered.
    links: &'static [Link],
    /// Whether it was raised.
    raised: bool,
    /// Whether only the seed of chance changed.
    only_luck: bool,
}

impl Changed {
    fn of(before: &Scenario, after: &Scenario) -> Option<Self> {
        let both = |parameter: &Parameter| [(parameter.get)(before), (parameter.get)(after)];
        let differs = |parameter: &&Parameter| {
            let [before, after] = both(parameter);
            before != after
        };
        let differing: Vec<&Parameter> = parameters().filter(differs).collect();
        let several = |name| Self { name, links: &[], raised: true, only_luck: false };
        let preset = |scenario: &Scenario| scenario.preset.map_or("the default", Preset::label);
        match differing[..] {
            [] => None,
            _ if before.preset != after.preset => {
                Some(several(format!("{} instead of {}", preset(after), preset(before))))
            }
            [parameter] => Some(Self::one(parameter, both(parameter))),
            _ => Some(several(format!("{} settings changed together", differing.len()))),
        }
    }

    fn one(parameter: &Parameter, [before, after]: [Value; 2]) -> Self {
        let height = |value: Value| match value {
            Value::YesNo(answer) => f64::from(u8::from(answer)),
            Value::Stages(numbers) => numbers.iter().sum(),
            _ => value.number(),
        };
        let raised = height(after) > height(before);
        let name = match names(parameter.key) {
            Some([lowered, _]) if !raised => lowered.to_owned(),
            Some([_, raised]) => raised.to_owned(),
            None => format!("{} at {}", parameter.label, value_in_words(parameter, after)),
        };
        let only_luck = parameter.key == "seed";
        Self { name, links: links(parameter.key), raised, only_luck }
    }

    /// The change in words, from the futures that both runs share.
    fn told(&self, pair: &Pair) -> Change {
        let clear = self.clear_differences(pair);
        let mut change = Change { text: self.name.clone(), named: Vec::new() };
        let mut reasons = Vec::new();
        for difference in clear {
            let reason = self.reason(&difference, pair).filter(|reason| !reasons.contains(reason));
            let because = |reason: &String| format!(", because {reason}");
            let told = difference.in_words();
            let with_reason = told.clone() + &reason.as_ref().map(because).unwrap_or_default();
            let joint = if change.named.is_empty() { ": " } else { "; " };
            let room =
                MOST_CHARACTERS.saturating_sub(change.text.chars().count() + joint.len() + 1);
            let fits = |clause: &String| change.named.is_empty() || clause.chars().count() <= room;
            let Some(clause) = [with_reason, told].into_iter().find(fits) else { continue };
            change.text = change.text + joint + &clause;
            change.named.push(difference);
            reasons.extend(reason);
            if change.named.len() == MOST_OUTCOMES {
                break;
            }
        }
        change.text += match change.named.is_empty() {
            true => ": no clear difference in any outcome.",
            false => ".",
        };
        change
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
        let through = self
            .links
            .iter()
            .filter(|link| turned(link.outcome) == found)
            .map(|link| turned(link.through))
            .find(|&(yardstick, rises)| {
                let step = pair.difference(yardstick);
                step.is_clear() && step.rises() == rises
            })?;
        let (row, rises) = (through.0.row(), through.1);
        let words = if rises { row.rose } else { row.fell };
        Some(format!("{words}{}", row.at.words(difference.months)))
    }
}

/// Whether a clear difference is for the better; none if that is for the district to say.
fn gains(difference: &Difference) -> Option<bool> {
    match difference.yardstick.row().better {
        Better::More => Some(difference.rises()),
        Better::Less => Some(!difference.rises()),
        Better::Neither => None,
    }
}

/// How far medians move by luck alone, or that luck and settings cannot be told apart.
fn other_luck(before: &Digest, after: &Digest, settings: &Changed) -> Change {
    let moved = |yardstick: Yardstick| {
        let median = |digest: &Digest| digest.quantiles(yardstick).map_or(0.0, |q| q.p50);
        let unit = yardstick.row().unit;
        format!("{} to {}", unit.level(median(before)), unit.level(median(after)))
    };
    let moves = format!(
        "the median of schools ever started goes from {}, of those lasting and deep from {}",
        moved(Yardstick::Ever),
        moved(Yardstick::Lasting)
    );
    let text = match settings.only_luck {
        true => format!("Only the luck is another: {moves}. The settings are the same."),
        false => format!("Settings and luck both changed, and cannot be told apart: {moves}."),
    };
    Change { text, named: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::decision_ends::DECISIONS;
    use crate::summary::compare::examples::{digest_of, with};

    #[test]
    fn explore() {
        for preset in [Preset::TypicalSurveyed, Preset::Chicago] {
            let base: Scenario = preset.into();
            let n = if preset == Preset::Chicago { 60 } else { 80 };
            let before = digest_of(&base, 0..n);
            for d in DECISIONS.iter() {
                let p = d.parameter();
                for v in [
                    -1.0,
                    1.0,
                    ((p.get)(&base).number() - 0.4).max(-1.0),
                    ((p.get)(&base).number() + 0.4).min(1.0),
                ] {
                    let s = base.with(p, Value::Number(v)).unwrap();
                    if s == base {
                        continue;
                    }
                    let after = digest_of(&s, 0..n);
                    let c = change(&before, &after).unwrap();
                    println!(
                        "{:?} {} -> {v}: {} [{}]",
                        preset,
                        p.key,
                        c.text,
                        c.text.chars().count()
                    );
                    let pair = Pair::of(&before, &after).unwrap();
                    let l: Vec<String> = Yardstick::ALL
                        .iter()
                        .map(|&y| pair.difference(y))
                        .filter(|d| d.is_clear())
                        .map(|d| format!("{:?} {:.3}", d.yardstick, d.median))
                        .collect();
                    println!("     {}", l.join(", "));
                }
            }
            for (k, v) in [
                ("public_launch", Value::YesNo(true)),
                ("coaching_budget", Value::Number(20.0)),
                ("coaching_budget", Value::Number(5.0)),
                ("narrative", Value::Number(1.0)),
                ("alignment", Value::Number(1.0)),
                ("capacity", Value::Number(1.0)),
                ("wrong_schools", Value::Number(1.0)),
                ("stakeholders", Value::Number(1.0)),
                ("technology", Value::Number(1.0)),
                ("peer_rate", Value::Number(0.9)),
                ("seed", Value::Whole(5)),
                ("months", Value::Whole(48)),
                ("target_schools", Value::Whole(50)),
            ] {
                let s = base.with(crate::scenario::parameter(k).unwrap(), v).unwrap();
                let after = digest_of(&s, 0..n);
                let c = change(&before, &after).unwrap();
                println!("{:?} {k} -> {v}: {} [{}]", preset, c.text, c.text.chars().count());
                if let Ok(pair) = Pair::of(&before, &after) {
                    let l: Vec<String> = Yardstick::ALL
                        .iter()
                        .map(|&y| pair.difference(y))
                        .filter(|d| d.is_clear())
                        .map(|d| format!("{:?} {:.3}", d.yardstick, d.median))
                        .collect();
                    println!("     {}", l.join(", "));
                }
            }
        }
    }
}
