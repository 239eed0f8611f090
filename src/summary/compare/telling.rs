//! The text of what a change did: clause after clause, as long as there is room, or what luck did.

use super::difference::Difference;
use super::digest::Digest;
use super::yardstick::Yardstick;
use crate::language::{current_language, fill, phrase, to_phrase};
use crate::phrase;
use crate::summary::outcomes::range;

/// Characters that the text takes at the most, but for its first clause: in English, and in a language
/// that takes a third more to say as much.
const MOST_CHARACTERS: [usize; 2] = [200, 270];

/// What a change did, told so far.
pub struct Telling {
    /// Its clauses, after one another.
    clauses: String,
    /// The differences that they tell.
    pub named: Vec<Difference>,
    /// Characters that there is room for.
    room: usize,
}

impl Telling {
    /// Nothing is told but the name of the change.
    pub fn of(name: &str) -> Self {
        let most = MOST_CHARACTERS[usize::from(current_language().tag() != "en")];
        let room = most.saturating_sub(name.chars().count() + ": .".len());
        Self { clauses: String::new(), named: Vec::new(), room }
    }

    /// Adds a clause on a difference, without its reason if there is no room for that. Whether there was
    /// room; for the first clause there always is.
    pub fn add(&mut self, difference: Difference, reason: Option<&str>) -> bool {
        let told = difference.in_words();
        let with_reason = reason.map(|reason| phrase!("{told}, because {reason}", told, reason));
        let first = self.named.is_empty();
        let mut both = with_reason.into_iter().chain([told]).map(|clause| match first {
            true => clause,
            false => phrase!("{told}; {more}", told = self.clauses, more = clause),
        });
        let fits = |text: &String| first || text.chars().count() <= self.room;
        let Some(clauses) = both.find(fits) else { return false };
        self.clauses = clauses;
        self.named.push(difference);
        true
    }

    /// All of it as text; these are the outcomes that there were to tell.
    pub fn text(&self, name: &str, all: usize) -> String {
        let english = match self.named.len() {
            0 => to_phrase("{change}: no clear difference in any outcome."),
            told if told == all => {
                to_phrase("{change}: {differences}. No other outcome differs clearly.")
            }
            _ => to_phrase("{change}: {differences}."),
        };
        fill(phrase(english), &[("change", &name), ("differences", &self.clauses)])
    }
}

/// How much wider, or narrower, the bands are when constants become uncertain or certain: each future has
/// other constants then, so that future by future there is nothing to compare.
pub fn other_spread(name: &str, before: &Digest, after: &Digest) -> String {
    let bands = |yardstick: Yardstick| {
        let level = |value| yardstick.row().unit.level(value);
        let band = |digest: &Digest| {
            digest.quantiles(yardstick).map(|q| range(&level(q.p10), &level(q.p90)))
        };
        [before, after].map(|digest| band(digest).unwrap_or_default())
    };
    let [ever, ever_after] = bands(Yardstick::Ever);
    let [lasting, lasting_after] = bands(Yardstick::Lasting);
    phrase!(
        "{change}: in 80\u{a0}% of futures {ever_after} schools ever start, instead of {ever}; {lasting_after} \
         are lasting and deep, instead of {lasting}.",
        change = name,
        ever_after,
        ever,
        lasting_after,
        lasting,
    )
}

/// How far medians move by luck alone, or that luck and settings cannot be told apart.
pub fn other_luck(before: &Digest, after: &Digest, only_luck: bool) -> String {
    let medians = |yardstick: Yardstick| {
        let unit = yardstick.row().unit;
        [before, after].map(|digest| unit.level(digest.quantiles(yardstick).map_or(0.0, |q| q.p50)))
    };
    let [ever, ever_after] = medians(Yardstick::Ever);
    let [lasting, lasting_after] = medians(Yardstick::Lasting);
    let moves = phrase!(
        "the median of schools ever started goes from {ever} to {ever_after}, of those lasting and deep \
         from {lasting} to {lasting_after}",
        ever,
        ever_after,
        lasting,
        lasting_after,
    );
    match only_luck {
        true => phrase!(
            "Only the luck is another: {medians}. The settings are the same.",
            medians = moves
        ),
        false => phrase!(
            "Settings and luck both changed, and cannot be told apart: {medians}.",
            medians = moves
        ),
    }
}
