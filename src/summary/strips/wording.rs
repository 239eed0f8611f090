//! What a strip shows, in words.

use super::{Against, Claims, Future, LASTING, MEASURES, PLACES, REACH, Response, SPENDING};
use crate::language::{integer, phrase, to_phrase};
use crate::scenario::decision_ends::{DECISIONS, DecisionEnds};
use crate::summary::compare::short_mark;
use crate::summary::dollars;
use crate::{phrase, plural};

/// Says once, above the levers, what strips show.
pub const INTRODUCTION: &str = to_phrase(
    "Small charts: the decision from end to end, as a typical future (line) and 80% of futures (band), allowing for \
     what nobody knows.",
);

/// The same for a district with published counts.
pub const INTRODUCTION_HELD: &str = to_phrase(
    "Small charts: the decision from end to end, as a typical future (line) and 80% of futures (band), allowing for \
     what nobody knows, held to the published counts.",
);

/// Says that a strip is not there yet.
pub fn counting() -> &'static str {
    phrase("Still being counted.")
}

/// Says that a strip is no longer true since something else has changed.
pub fn counting_again() -> &'static str {
    phrase("Something else has changed: being counted again.")
}

/// What the drawings show, without a number.
pub fn names() -> [String; MEASURES.len()] {
    labels(["…", "…", "…"].map(str::to_owned))
}

fn labels([lasting, reach, spending]: [String; MEASURES.len()]) -> [String; MEASURES.len()] {
    [
        phrase!("lasting: {count}", count = lasting),
        phrase!("reach: {count}", count = reach),
        phrase!("{amount} a year", amount = spending),
    ]
}

/// The value of the measure at this place among [`MEASURES`].
fn level(measure: usize, value: f64) -> String {
    if measure == SPENDING { dollars(value) } else { integer(value) }
}

impl Response {
    /// What comes out where the lever stands at this value; `now`: the same as the headline has it, of more futures,
    /// once that is known.
    pub fn labels_at(&self, value: f64, now: Option<Future>) -> [String; MEASURES.len()] {
        let medians = now.unwrap_or_else(|| self.at(value));
        labels(std::array::from_fn(|measure| level(measure, medians[measure])))
    }

    /// The strip in words: where most schools are deep and lasting and how far that holds, then schools that
    /// started and spending, from the first end to the second.
    pub fn sentence(&self) -> String {
        let rest = phrase!(
            "Reach: {reach}; {spending} a year.",
            reach = self.end_to_end(REACH),
            spending = self.end_to_end(SPENDING)
        );
        let sentence = format!("{} {rest}", self.lasting());
        match self.decision() {
            Some(_) => sentence,
            None => {
                let range = phrase!(
                    "From {first} to {second} per school per year, on a scale of its own.",
                    first = self.amount(0),
                    second = self.amount(PLACES - 1)
                );
                format!("{range} {sentence}")
            }
        }
    }

    fn decision(&self) -> Option<&'static DecisionEnds> {
        DECISIONS.iter().find(|ends| ends.key == self.lever)
    }

    /// The value at a place, in dollars: a lever that is no decision is an amount.
    fn amount(&self, place: usize) -> String {
        phrase!("${amount}", amount = integer(self.axis.value(place) * 1_000.0))
    }

    /// The name of an end.
    fn end(&self, end: usize) -> String {
        match self.decision() {
            Some(ends) => phrase(if end == 0 { ends.first } else { ends.second }).to_owned(),
            None => self.amount(end),
        }
    }

    /// Where a place is: "near the middle".
    fn place(&self, place: usize) -> String {
        let middle = PLACES / 2;
        match (self.decision(), place) {
            (_, 0) => phrase!("at {end}", end = self.end(0)),
            (_, place) if place + 1 == PLACES => phrase!("at {end}", end = self.end(place)),
            (None, place) => phrase!("near {amount}", amount = self.amount(place)),
            (_, place) if place.abs_diff(middle) <= 1 => phrase("near the middle").to_owned(),
            (_, place) if place < middle => phrase!("toward {end}", end = self.end(0)),
            _ => phrase!("toward {end}", end = self.end(PLACES - 1)),
        }
    }

    /// The medians from the first end to the second: "98 to 120", or one number where all are the same.
    fn end_to_end(&self, measure: usize) -> String {
        let medians = self.curves[measure].p50.map(|median| level(measure, median));
        match medians.iter().all(|median| *median == medians[0]) {
            true => medians[0].clone(),
            false => phrase!("{low} to {high}", low = medians[0], high = medians[PLACES - 1]),
        }
    }

    fn lasting(&self) -> String {
        let count = |place: usize| level(LASTING, self.curves[LASTING].p50[place]);
        let best = self.best();
        if self.is_flat() {
            return phrase!(
                "Deep and lasting schools hardly change: {count}.",
                count = count(best)
            );
        }
        let claims = self.claims.as_ref();
        if let Some(claims) = claims.filter(|claims| claims.hold()) {
            let mut against: Vec<&Against> = claims.against.iter().collect();
            against.sort_unstable_by_key(|against| against.end);
            let ends = against.into_iter().map(|against| {
                let count = count(against.end);
                phrase!("{count}, {mark}", count, mark = against.mark())
            });
            let ends: Vec<_> = ends.collect();
            let (place, count) = (self.place(best), count(best));
            return match &*ends {
                [first, second] => phrase!(
                    "Most deep and lasting schools {place}: {count} (ends: {first}; {second}).",
                    place,
                    count,
                    first,
                    second
                ),
                _ => phrase!(
                    "Most deep and lasting schools {place}: {count} (other end: {ends}).",
                    place,
                    count,
                    ends = ends.concat()
                ),
            };
        }
        let mut places = self.contenders();
        places.sort_unstable();
        // The ends are named above the lever.
        let levels = places.into_iter().map(|place| match place {
            0 => count(place),
            _ if place + 1 == PLACES => count(place),
            _ => phrase!("{count} {place}", count = count(place), place = self.place(place)),
        });
        phrase!(
            "Deep and lasting: {levels}; {verdict}.",
            levels = levels.collect::<Vec<_>>().join(", "),
            verdict = self.verdict()
        )
    }

    /// Why no place is claimed to leave most.
    fn verdict(&self) -> String {
        let unclear = |count: usize| {
            plural!(
                count,
                "too close to call with {count} future",
                "too close to call with {count} futures"
            )
        };
        let Some(claims) = &self.claims else { return unclear(self.futures) };
        match claims.against.iter().find(|against| against.is_reversed()) {
            Some(against) => phrase!("it leans toward {run}", run = self.end(against.end)),
            None if claims.against.iter().all(|against| against.scope.is_some()) => {
                phrase("an open question").to_owned()
            }
            None => unclear(claims.pairs),
        }
    }
}

impl Claims {
    /// Whether it is claimed that the best place leaves most: it has more than an end, and no end has more than it.
    pub fn hold(&self) -> bool {
        self.against.iter().any(|against| against.mark_of_more().is_some())
            && !self.against.iter().any(Against::is_reversed)
    }
}

impl Against {
    fn mark(&self) -> String {
        match self.scope {
            Some(_) => short_mark(self.scope),
            None => phrase("not clear").to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Axis, futures};
    use super::*;
    use crate::analysis::Mark;
    use crate::model::random::{Draws, Stream};
    use crate::scenario::{Preset, Scenario, parameter};
    use crate::summary::compare::test_ensembles::{ensemble_of, use_spanish};

    const MIDDLE: [f64; PLACES] = [1.0, 2.0, 3.0, 4.0, 9.0, 2.0, 1.0, 1.0, 0.0];

    fn response(lever: &'static str, medians: [f64; PLACES]) -> Response {
        let of = |(place, &m): (usize, &f64)| vec![[m, 120.0 - 5.0 * place as f64, 1_200.0]];
        let places: Vec<Vec<Future>> = medians.iter().enumerate().map(of).collect();
        let high = if lever == "coaching_budget" { 20.0 } else { 1.0 };
        let low = if lever == "coaching_budget" { 0.0 } else { -1.0 };
        Response::new(lever, Axis { low, high }, &places, &[1.0]).unwrap()
    }

    /// With the same difference in each of so many pairs: of the best place to each end.
    fn with_pairs(response: &Response, differences: &[f64], number: usize) -> Response {
        let alike = |lasting: f64| vec![[lasting, 0.0, 0.0]; number];
        let all = std::iter::once(alike(100.0));
        let contenders: Vec<_> = all.chain(differences.iter().map(|d| alike(100.0 - d))).collect();
        response.with_claims(&contenders, &vec![1.0; number])
    }

    #[test]
    fn a_claim_names_the_best_place_and_bears_a_mark_against_each_end() {
        let pace = with_pairs(&response("fast_slow", MIDDLE), &[5.0, 5.0], 600);
        assert_eq!(
            pace.sentence(),
            "Most deep and lasting schools near the middle: 9 (ends: 1, sturdy; 0, sturdy). Reach: 120 to 80; \
             $1.2M a year."
        );
        let tied = with_pairs(&response("fast_slow", MIDDLE), &[5.0, 0.0], 600).sentence();
        assert!(tied.contains("sturdy; 0, no difference)"), "{tied}");
        let mut first = MIDDLE;
        first[0] = 12.0;
        let first = with_pairs(&response("fast_slow", first), &[5.0], 600).sentence();
        assert!(
            first.starts_with(
                "Most deep and lasting schools at Fast and furious: 12 (other end: 0, sturdy)."
            ),
            "{first}"
        );
    }

    #[test]
    fn nothing_is_claimed_before_the_pairs_are_counted_or_where_they_do_not_settle_it() {
        let pace = response("fast_slow", MIDDLE);
        let start = "Deep and lasting: 1, 9 near the middle, 0; ";
        let verdict = |response: &Response| {
            let text = response.sentence();
            let rest = text.strip_prefix(start).unwrap_or_else(|| panic!("{text}"));
            rest.split_once(". ").unwrap().0.to_owned()
        };
        assert_eq!(verdict(&pace), "too close to call with 1 future");
        assert_eq!(
            verdict(&with_pairs(&pace, &[5.0, 5.0], 64)),
            "too close to call with 64 futures"
        );
        assert_eq!(verdict(&with_pairs(&pace, &[0.0, 0.0], 600)), "an open question");
        assert_eq!(
            verdict(&with_pairs(&pace, &[5.0, -5.0], 600)),
            "it leans toward Slow and steady"
        );
    }

    #[test]
    fn a_budget_says_over_which_part_of_its_range_and_where_in_dollars() {
        let budget = with_pairs(&response("coaching_budget", MIDDLE), &[5.0, 5.0], 600);
        assert_eq!(
            budget.sentence(),
            "From $0 to $20,000 per school per year, on a scale of its own. Most deep and lasting schools near \
             $10,000: 9 (ends: 1, sturdy; 0, sturdy). Reach: 120 to 80; $1.2M a year."
        );
        assert_eq!(budget.labels_at(10.0, None), ["lasting: 9", "reach: 100", "$1.2M a year"]);
        let now = Some([8.0, 99.0, 850.0]);
        assert_eq!(budget.labels_at(10.0, now), ["lasting: 8", "reach: 99", "$850K a year"]);
    }

    #[test]
    fn what_hardly_changes_is_said_to() {
        let flat = response("fast_slow", [2.2, 2.0, 1.8, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0]);
        assert!(flat.sentence().starts_with("Deep and lasting schools hardly change: 2."));
        use_spanish();
        assert!(!flat.sentence().contains("schools"), "{}", flat.sentence());
        let pace = with_pairs(&response("fast_slow", MIDDLE), &[5.0, 5.0], 600).sentence();
        assert!(!pace.contains("schools") && !pace.contains("sturdy"), "{pace}");
    }

    /// Checks what a sentence claims against the numbers that it is made from.
    fn check(response: &Response) {
        let text = response.sentence();
        let medians = &response.curves[LASTING].p50;
        let counts = medians.map(integer);
        let most = medians.iter().copied().fold(f64::MIN, f64::max);
        assert_eq!(counts[response.best()], integer(most), "{text}");
        let claims = response.claims.as_ref().filter(|claims| claims.hold());
        assert_eq!(text.contains("Most deep"), claims.is_some() && !response.is_flat(), "{text}");
        assert_eq!(text.contains("hardly change"), counts.iter().all(|c| *c == counts[0]));
        for against in response.claims.iter().flat_map(|claims| &claims.against) {
            let end = format!(" {}, ", counts[against.end]);
            assert!(claims.is_none() || text.contains(&end), "{text}");
            if let Some(mark) = against.mark_of_more() {
                let unknowns = against.scope.unwrap().unknowns;
                let least = if mark == Mark::Sturdy { 0.8 } else { 0.4 };
                assert!(unknowns.more >= least && unknowns.more >= 2.0 * unknowns.less, "{text}");
            }
        }
        // Four or five lines in a narrow column (--strip-room in public/style).
        let is_decision = response.decision().is_some();
        assert!(text.chars().count() <= if is_decision { 145 } else { 225 }, "{text}");
    }

    #[test]
    fn sentences_about_real_districts_say_what_their_futures_do() {
        for preset in [Preset::Chicago, Preset::SmallWealthy, Preset::LargeLowIncomeUrban] {
            let scenario = Scenario::from(preset).with_unknowns();
            for key in ["fast_slow", "build_buy", "coaching_budget"] {
                let lever = parameter(key).unwrap();
                let axis = Axis::of(lever, &scenario).unwrap();
                let at = |place: usize, numbers| {
                    futures(&ensemble_of(&axis.at(lever, &scenario, place).unwrap(), numbers))
                };
                let places: Vec<_> = (0..PLACES).map(|place| at(place, 0..12)).collect();
                let response = Response::new(key, axis, &places, &[1.0; 12]).unwrap();
                check(&response);
                let pairs: Vec<_> =
                    response.contenders().into_iter().map(|place| at(place, 12..24)).collect();
                check(&response.with_claims(&pairs, &[1.0; 12]));
            }
        }
    }

    #[test]
    fn a_sentence_about_any_curve_says_what_it_shows() {
        let levers: Vec<_> =
            DECISIONS.iter().map(|ends| ends.key).chain(["coaching_budget"]).collect();
        for seed in 0..400 {
            let draws = Draws::new(seed, 0);
            let draw = |i: usize| draws.uniform(Stream::Survey, i, 0);
            // From flat to steep, from few schools to many.
            let (least, span) = (20.0 * draw(0), 20.0 * draw(1) * draw(2));
            let medians = std::array::from_fn(|place| least + span * draw(10 + place));
            let response = response(levers[seed as usize % levers.len()], medians);
            check(&response);
            let differences: Vec<f64> =
                (3..).map(|i| (6.0 * draw(i) - 3.0).round()).take(2).collect();
            let ends = response.contenders().len().saturating_sub(1);
            for number in [0, 64, 600] {
                check(&with_pairs(&response, &differences[..ends], number));
            }
        }
    }
}
