//! The sentence about the effect of a change: clauses are added while there is space. Also the sentences
//! for changes that cannot be compared future by future.

use super::claims::short_mark;
use super::digest::Digest;
use super::outcome_difference::OutcomeDifference;
use super::outcome_metric::OutcomeMetric;
use crate::language::{current_language, fill, phrase, to_phrase};
use crate::phrase;
use crate::summary::outcomes::range;

/// Maximum length of the text in characters, not counting its first clause: in English, and in a language
/// that needs a third more.
const MAX_CHARACTERS: [usize; 2] = [240, 320];

/// The sentence about the effect of a change, under construction.
pub struct ChangeSentence {
    /// Its clauses so far.
    clauses: String,
    /// The differences that they mention.
    pub named: Vec<OutcomeDifference>,
    /// Maximum length of the clauses in characters.
    max_length: usize,
}

impl ChangeSentence {
    /// A sentence with only the name of the change.
    pub fn of(name: &str) -> Self {
        let max = MAX_CHARACTERS[usize::from(current_language().tag() != "en")];
        let max_length = max.saturating_sub(name.chars().count() + ": .".len());
        Self { clauses: String::new(), named: Vec::new(), max_length }
    }

    /// Adds a clause about a difference, without its reason if there is no space for it. Returns whether
    /// there was space; for the first clause there always is.
    pub fn add(&mut self, difference: OutcomeDifference, reason: Option<&str>) -> bool {
        let mut told = difference.format_in_sentence();
        if difference.scope.is_some() {
            let mark = short_mark(difference.scope);
            told = phrase!("{difference} ({mark})", difference = told, mark);
        }
        let with_reason = reason.map(|reason| phrase!("{told}, because {reason}", told, reason));
        let first = self.named.is_empty();
        let mut both = with_reason.into_iter().chain([told]).map(|clause| match first {
            true => clause,
            false => phrase!("{told}; {more}", told = self.clauses, more = clause),
        });
        let fits = |text: &String| first || text.chars().count() <= self.max_length;
        let Some(clauses) = both.find(fits) else { return false };
        self.clauses = clauses;
        self.named.push(difference);
        true
    }

    /// The complete sentence; `all` is the number of outcomes that could be mentioned.
    pub fn text(&self, name: &str, all: usize) -> String {
        let english = match self.named.len() {
            0 => to_phrase("{change}: no outcome changes in most futures."),
            mentioned if mentioned == all => {
                to_phrase("{change}: {differences}. No other outcome changes in most futures.")
            }
            _ => to_phrase("{change}: {differences}."),
        };
        let text = fill(phrase(english), &[("change", &name), ("differences", &self.clauses)]);
        match self.named.iter().all(|difference| difference.scope.is_some()) {
            true => text,
            false => phrase!("{change} Still counting how sure that is.", change = text),
        }
    }
}

/// How much wider, or narrower, the bands are when constants become uncertain or certain: then each
/// future has different constants, so that a comparison future by future is meaningless.
pub fn spread_sentence(name: &str, before: &Digest, after: &Digest) -> String {
    let bands = |metric: OutcomeMetric| {
        let level = |value| metric.row().unit.format_level(value);
        let band =
            |digest: &Digest| digest.quantiles(metric).map(|q| range(&level(q.p10), &level(q.p90)));
        [before, after].map(|digest| band(digest).unwrap_or_default())
    };
    let [ever, ever_after] = bands(OutcomeMetric::Ever);
    let [lasting, lasting_after] = bands(OutcomeMetric::Lasting);
    phrase!(
        "{change}: in 80% of futures {ever_after} schools ever start, instead of {ever}; {lasting_after} \
         are lasting and deep, instead of {lasting}.",
        change = name,
        ever_after,
        ever,
        lasting_after,
        lasting,
    )
}

/// How much medians change by luck alone, or that the effects of luck and settings cannot be separated.
pub fn seed_sentence(before: &Digest, after: &Digest, only_seed: bool) -> String {
    let medians = |metric: OutcomeMetric| {
        let unit = metric.row().unit;
        [before, after]
            .map(|digest| unit.format_level(digest.quantiles(metric).map_or(0.0, |q| q.p50)))
    };
    let [ever, ever_after] = medians(OutcomeMetric::Ever);
    let [lasting, lasting_after] = medians(OutcomeMetric::Lasting);
    let medians_text = phrase!(
        "the median of schools ever started goes from {ever} to {ever_after}, of those lasting and deep \
         from {lasting} to {lasting_after}",
        ever,
        ever_after,
        lasting,
        lasting_after,
    );
    match only_seed {
        true => phrase!(
            "Only the luck is another: {medians}. The settings are the same.",
            medians = medians_text
        ),
        false => phrase!(
            "Settings and luck both changed, and cannot be told apart: {medians}.",
            medians = medians_text
        ),
    }
}
