//! What the page and `MODEL.md` say of the cases, in sentences.

use super::case::{Case, Schools};
use super::count::{CaseCount, Counted, Exactness};
use super::held_out::{HeldOut, Scored, Verdict};
use crate::analysis::Meaning;
use crate::language::{integer, number, phrase};
use crate::scenario::decision_ends::DECISIONS;
use crate::scenario::{Settings, Value};
use crate::{phrase, plural};

/// How the cases are scored.
pub fn explain() -> &'static str {
    phrase(
        "Each case is our reading of a published account: the settings it speaks of, everything else at its \
         default. Futures with unknowns drawn start from the first count and are held to all counts but the \
         last: those that meet them weigh more. The interval holds 80% of their weight in the month of the last \
         count, which it has not seen; even if the model were right, one count in five would lie outside. A \
         planned count is not an observed one and is never scored.",
    )
}

/// How many of the scored cases were missed; the settings of one more were fitted to its counts.
pub fn headline(scored: &[Scored]) -> String {
    let of = |is: fn(Verdict) -> bool| scored.iter().filter(|case| is(case.verdict)).count();
    let all = of(|verdict| verdict.is_scored() && verdict != Verdict::Fitted);
    plural!(
        of(Verdict::is_miss),
        "Of the {all} cases with a last count that the model had not seen, it missed 1.",
        "Of the {all} cases with a last count that the model had not seen, it missed {count}.",
        all = integer(all as f64),
    )
}

/// The verdict in a few words.
pub fn chip(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotMet => phrase("missed: no setting gives the counts"),
        Verdict::Outside => phrase("missed"),
        Verdict::Depends => phrase("missed in one meaning of the counts"),
        Verdict::Inside => phrase("inside"),
        Verdict::Fitted => phrase("inside, but fitted to it"),
        Verdict::TooFew => phrase("not scored: too few counts"),
        Verdict::ShapeOnly => phrase("not scored: number of schools not known"),
    }
}

/// The interval of futures that are held to counts.
pub fn range(held: &HeldOut) -> String {
    match held.interval {
        Some((low, high)) => interval((low, high)),
        None => phrase("no interval").to_owned(),
    }
}

/// Two numbers of schools: "22 to 40".
pub fn interval((low, high): (f64, f64)) -> String {
    phrase!("{low} to {high}", low = integer(low), high = integer(high))
}

/// What came of the last count, in a sentence for each meaning of the counts.
pub fn result(case: &Case, scored: &Scored) -> Vec<String> {
    match scored.verdict {
        Verdict::TooFew => vec![
            phrase("Too few counts: with fewer than two, none can be left out and predicted from the rest.")
                .to_owned(),
        ],
        Verdict::ShapeOnly => vec![
            phrase(
                "Without the number of schools that could take part, the model cannot be run; only the shape \
                 of the counts is shown.",
            )
            .to_owned(),
            steps(case),
        ],
        _ => scored.held.iter().map(|held| outcome(case, held)).chain(basis(scored)).collect(),
    }
}

/// How many futures the intervals of a case rest on: of those that meet few counts, few are left.
fn basis(scored: &Scored) -> Option<String> {
    let held = scored.held.iter().filter(|held| held.interval.is_some() && held.held_to > 0);
    let thinnest = held.min_by(|a, b| a.effective.total_cmp(&b.effective))?;
    Some(phrase!(
        "{futures} futures were tried; held to the counts, they tell as much as {effective} that all meet them.",
        futures = integer(thinnest.futures as f64),
        effective = integer(thinnest.effective.floor()),
    ))
}

fn outcome(case: &Case, held: &HeldOut) -> String {
    let observed = case.observed();
    let (_, last) = observed.last().expect("a scored case has counts");
    let meaning = match (case.counted, held.meaning) {
        (Counted::NotSaid, Meaning::Ever) => {
            phrase("If the counts are of schools that ever started:")
        }
        (Counted::NotSaid, Meaning::Active) => phrase("If the counts are of schools still active:"),
        _ => "",
    };
    let text = match held.interval {
        None => no_setting(case, held),
        Some(_) => {
            let (range, count, when) = (range(held), count_text(last), last.when.name());
            match held.holds(last) {
                true => phrase!(
                    "with unknowns drawn, 80% of futures have {range} schools in {when}; the count was {count}, \
                     inside.",
                    range,
                    when,
                    count,
                ),
                false => phrase!(
                    "with unknowns drawn, 80% of futures have {range} schools in {when}; the count was {count}, \
                     outside.",
                    range,
                    when,
                    count,
                ),
            }
        }
    };
    match meaning {
        "" => capitalized(&text),
        meaning => format!("{meaning} {text}"),
    }
}

/// A finding, not a flaw to hide: which counts the model cannot meet, and how near it comes.
fn no_setting(case: &Case, held: &HeldOut) -> String {
    let observed = case.observed();
    let counted = observed[1..=held.held_to].iter();
    let near: Vec<String> = counted
        .zip(&held.nearest)
        .map(|((_, count), &schools)| {
            phrase!(
                "{schools} instead of {count} in {when}",
                schools = integer(schools),
                count = count_text(count),
                when = count.when.name(),
            )
        })
        .collect();
    phrase!(
        "no setting of the unknowns inside their ranges gives the counts before the last. {futures} futures \
         were tried; the nearest has {near}. This is a finding about the model, not a flaw to hide.",
        futures = integer(held.futures as f64),
        near = near.join(", "),
    )
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What the futures of a scored case are held to.
pub fn held_to(case: &Case) -> String {
    let observed = case.observed();
    let [_, before @ .., _] = &observed[..] else { return String::new() };
    match before.is_empty() {
        true => phrase("only the start").to_owned(),
        false => {
            let counts = before.iter().map(|(_, count)| dated(count));
            counts.collect::<Vec<_>>().join(", ")
        }
    }
}

/// A count with its date: "at least 100 (2018)".
pub fn dated(count: &CaseCount) -> String {
    phrase!("{count} ({when})", count = count_text(count), when = count.when.name())
}

/// A count as exact as it is.
pub fn count_text(count: &CaseCount) -> String {
    let schools = integer(f64::from(count.schools));
    match count.exactness {
        Exactness::Exact => schools,
        Exactness::AtLeast => phrase!("at least {schools}", schools),
        Exactness::About(low, high) => interval((f64::from(low), f64::from(high))),
        Exactness::Planned => phrase!("{schools} planned", schools),
    }
}

/// All counts of a case, by what was counted: what its series counts first.
pub fn counts(case: &Case) -> Vec<(Counted, String)> {
    let mut kinds = vec![case.counted];
    for count in case.counts {
        if !kinds.contains(&count.counted) {
            kinds.push(count.counted);
        }
    }
    let of = |kind| {
        let counts = case.counts.iter().filter(|count| count.counted == kind).map(dated);
        (kind, counts.collect::<Vec<_>>().join(", "))
    };
    kinds.into_iter().map(of).collect()
}

/// How many schools could take part.
pub fn schools(case: &Case) -> String {
    let text = |schools: u32| integer(f64::from(schools));
    match case.schools {
        Schools::Counted(schools) => text(schools),
        Schools::About(schools) => phrase!("about {schools}", schools = text(schools)),
        Schools::MoreThan(schools) => phrase!("more than {schools}", schools = text(schools)),
        Schools::Unknown => phrase("not known").to_owned(),
    }
}

/// The shape of the counts: how many schools came between two of them, and when most did.
pub fn steps(case: &Case) -> String {
    let counts: Vec<&CaseCount> =
        case.counts.iter().filter(|count| count.counted == case.counted).collect();
    let of_pair = |pair: &[&CaseCount]| f64::from(pair[1].schools) - f64::from(pair[0].schools);
    let steps: Vec<f64> = match case.counted {
        Counted::New => counts.iter().map(|count| f64::from(count.schools)).collect(),
        _ => counts.windows(2).map(of_pair).collect(),
    };
    let greatest = (0..steps.len()).max_by(|&a, &b| steps[a].total_cmp(&steps[b])).unwrap_or(0);
    let list = steps.iter().map(|&step| integer(step)).collect::<Vec<_>>().join(", ");
    phrase!(
        "Their shape: {steps} more schools from count to count; the greatest step is number {place} of {all}.",
        steps = list,
        place = greatest + 1,
        all = steps.len(),
    )
}

/// The decisions of a reading that are not in the middle: "Decentralized 0.5".
pub fn decisions(case: &Case) -> String {
    let settings = Settings { decisions: case.reading.decisions(), ..Settings::default() };
    let moved = DECISIONS.iter().filter_map(|ends| {
        let Value::Number(value) = (ends.parameter().get)(&settings) else { return None };
        let end = if value < 0.0 { ends.first } else { ends.second };
        (value != 0.0)
            .then(|| phrase!("{end} {value}", end = phrase(end), value = number(value.abs())))
    });
    let moved = moved.collect::<Vec<_>>().join("; ");
    phrase!("{moved} (0 is the middle, 1 the end); the other decisions are in the middle.", moved)
}

/// The list of misses for `MODEL.md`, and what else was scored: lines of a table.
pub fn misses(cases: &[Case], scored: &[Scored]) -> String {
    let mut text = String::from(
        "| case | held to | 80% of futures, unknowns drawn | last count | result |\n|---|---|---|---|---|\n",
    );
    for scored in scored.iter().filter(|scored| scored.verdict.is_scored()) {
        let case = &cases[scored.place];
        let observed = case.observed();
        let (_, last) = observed.last().expect("a scored case has counts");
        let ranges: Vec<String> = scored.held.iter().map(range_in_meaning(case)).collect();
        text += &format!(
            "| {} | {} | {} | {} | {} |\n",
            case.name,
            held_to(case),
            ranges.join("; "),
            dated(last),
            chip(scored.verdict),
        );
    }
    text
}

/// The interval with what the counts are taken to mean, where the source does not say.
pub fn range_in_meaning(case: &Case) -> impl Fn(&HeldOut) -> String {
    let is_known = case.counted != Counted::NotSaid;
    move |held| {
        let range = range(held);
        match held.meaning {
            _ if is_known => range,
            Meaning::Ever => phrase!("{range} (ever started)", range),
            Meaning::Active => phrase!("{range} (still active)", range),
        }
    }
}
