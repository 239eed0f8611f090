//! Which of two runs leaves more lasting schools.

use super::outcome_difference::OutcomeDifference;
use super::outcome_metric::OutcomeMetric;
use super::paired::{Pair, per_hundred};
use crate::language::phrase;
use crate::phrase;

/// The question which of two runs leaves more schools lasting and deep, and the answer with its
/// certainty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub question: String,
    /// The answer as a sentence.
    pub answer: String,
}

impl Question {
    /// "Which leaves more schools lasting and deep by year 5?"
    pub fn which_lasts(pair: &Pair, baseline: &str, other: &str) -> Self {
        let difference = pair.difference(OutcomeMetric::Lasting);
        let OutcomeDifference { greater, less, equal, .. } = difference;
        let [of, more, fewer, both, _] = per_hundred([greater, less, equal, 0]);
        let (first, most, second, least) = match greater >= less {
            true => (other, more, baseline, fewer),
            false => (baseline, fewer, other, more),
        };
        let mut told = phrase!(
            "{first} does in {most} of {futures} futures, {second} in {least}",
            first,
            most,
            futures = of,
            second,
            least
        );
        if equal > 0 {
            told = phrase!("{told}; in {equal} both leave as many", told, equal = both);
        }
        let answer = match difference.is_clear() {
            true => phrase!("{told}.", told),
            false => phrase!("{told}: no clear difference.", told),
        };
        let question = match OutcomeMetric::Lasting.row().at.year(difference.months) {
            Some(year) => {
                phrase!("Which leaves more schools lasting and deep by year {year}?", year)
            }
            None => phrase("Which leaves more schools lasting and deep?").to_owned(),
        };
        Self { question, answer }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Preset, Scenario};
    use crate::summary::compare::test_ensembles::{digest_of, with};

    fn pace(position: f64) -> Scenario {
        with(&Preset::TypicalSurveyed.into(), |s| s.decisions.fast_slow = position)
    }

    #[test]
    fn the_question_is_answered_with_a_number_of_futures() {
        let (fast, slow) = (digest_of(&pace(-1.0), 0..30), digest_of(&pace(1.0), 0..30));
        let pair = Pair::of(&fast, &slow).unwrap();
        let asked = Question::which_lasts(&pair, "Fast", "Slow");
        assert_eq!(asked.question, "Which leaves more schools lasting and deep by year 5?");
        let found = pair.difference(OutcomeMetric::Lasting);
        assert_eq!(found.futures(), 30);
        let (name, most) = match found.greater >= found.less {
            true => ("Slow", found.greater),
            false => ("Fast", found.less),
        };
        let beginning = format!("{name} does in {most} of 30 futures, ");
        assert!(asked.answer.starts_with(&beginning), "{}", asked.answer);
    }
}
