//! The gallery of real cases and the register of predictions: the page's section "How far to trust this" fetches
//! it when it is opened there.

use crate::analysis::Meaning;
use crate::cases::{CASES, Counted, When};
use crate::cases::{
    Case, Prediction, Score, Scored, chip, counts, dated, decisions, explain, headline, held_to,
    interval, range_in_meaning, result, schools,
};
use crate::language::{integer, phrase};
use crate::phrase;
use crate::summary::Badge;
use maud::{Markup, PreEscaped, html};

/// Digits of a fingerprint that are displayed; the register has all of them.
const DIGITS: usize = 12;

/// Renders the gallery: the scored cases as they come, which is the misses first, then every case, then the register.
/// Each row and card starts a new line, so that a changed number changes only one line of the file.
pub fn cases(scored: &[Scored], predictions: &[Prediction]) -> String {
    html! {
        p { strong { (headline(scored)) } }
        p { (explain()) }
        (table(
            phrase("Last counts that the model had not seen"),
            [phrase("Case"), phrase("Held to"), phrase("80% of futures, unknowns drawn"), phrase("Last count"), phrase("Result")],
            scored.iter().filter(|scored| scored.verdict.is_scored()).map(row),
        ))
        @for scored in scored { (PreEscaped("\n")) (card(&CASES[scored.place], scored)) }
        (PreEscaped("\n"))
        h4 { (phrase("Predictions stated in advance")) }
        p {
            (phrase(
                "Each interval is of futures held to all counts so far, stated before anybody could know the next \
                 one, in a dated file; its fingerprint shows that the file has not changed since. A published \
                 count outside the interval is a miss. Without a published count it stays open.",
            ))
        }
        (table(
            phrase("Predictions stated in advance"),
            [
                phrase("Case"),
                phrase("What is counted"),
                phrase("80% of futures, unknowns drawn"),
                phrase("Stated on, fingerprint"),
                phrase("Result"),
            ],
            predictions.iter().map(prediction),
        ))
        (PreEscaped("\n"))
    }
    .into_string()
}

fn table(name: &str, heads: [&str; 5], rows: impl Iterator<Item = Markup>) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(name) {
            table class="claims" {
                thead { tr { @for head in heads { th scope="col" { (head) } } } }
                tbody { @for row in rows { (PreEscaped("\n")) (row) } }
            }
        }
    }
}

/// A scored case in a line.
fn row(scored: &Scored) -> Markup {
    let case = &CASES[scored.place];
    let last = case.observed().last().map(|(_, count)| dated(count)).unwrap_or_default();
    html! {
        tr class=[scored.verdict.is_miss().then_some("failed")] {
            th scope="row" { (phrase(case.name)) }
            td { (held_to(case)) }
            td {
                @for (i, range) in scored.held.iter().map(range_in_meaning(case)).enumerate() {
                    @if i > 0 { br; }
                    (range)
                }
            }
            td { (last) }
            td { (chip(scored.verdict)) }
        }
    }
}

/// Everything that is known of a case.
fn card(case: &Case, scored: &Scored) -> Markup {
    html! {
        article class="card" id={ "case-" (case.key) } {
            h4 { (phrase!("{name}: {what}", name = phrase(case.name), what = phrase(case.what))) }
            p { strong { (chip(scored.verdict)) } }
            @for sentence in result(case, scored) { p { (sentence) } }
            dl {
                @for (counted, counts) in counts(case) {
                    dt { (counted_head(case, counted)) }
                    dd { (counts) }
                }
                dt { (phrase("Schools that could take part")) } dd { (schools(case)) }
                dt { (phrase("How schools joined")) } dd { (phrase(case.how)) }
                dt { (phrase("Our reading of its decisions")) }
                dd { (decisions(case)) " " (phrase(case.read_from)) }
                dd class="source" {
                    span class="badge" data-badge=(Badge::Judgment.key()) { (Badge::Judgment.name()) }
                }
                dt { (phrase("How sure the counts are")) } dd { (phrase(case.how_sure)) }
                dd class="source" { (phrase!("Source: {source}.", source = phrase(case.source))) }
            }
            @if let Some(link) = case.link() {
                p { a href=(link) { (phrase!("Open {name} in the chart above", name = phrase(case.name))) } }
            }
        }
    }
}

/// What some counts of a case count, and whether they are scored.
fn counted_head(case: &Case, counted: Counted) -> String {
    match counted == case.counted {
        true => phrase!("Counted: {what}", what = counted.name()),
        false => phrase!("Also counted, not scored: {what}", what = counted.name()),
    }
}

/// A prediction in a line.
fn prediction(prediction: &Prediction) -> Markup {
    let case = CASES.iter().find(|case| case.key == prediction.case);
    let name = case.map(|case| phrase(case.name)).unwrap_or_default();
    let counted = match prediction.meaning {
        Meaning::Ever => Counted::Ever,
        Meaning::Active => Counted::Active,
    };
    let year = When::SchoolYear(prediction.school_year).name();
    html! {
        tr class=[(prediction.score() == Score::Outside).then_some("failed")] {
            th scope="row" {
                a href={ "#" (prediction.link) "&view=bands" } { (name) }
            }
            td { (phrase!("{what}, {year}", what = counted.name(), year)) }
            td { (interval(prediction.interval)) }
            td { (prediction.made) br; code { (prediction.fingerprint.get(..DIGITS).unwrap_or_default()) } }
            td { (score(prediction)) }
        }
    }
}

fn score(prediction: &Prediction) -> String {
    let count = prediction.outcome.map(|count| integer(f64::from(count))).unwrap_or_default();
    match prediction.score() {
        Score::Open => phrase("no count published yet").to_owned(),
        Score::Inside => phrase!("{count}: inside", count),
        Score::Outside => phrase!("{count}: missed", count),
    }
}
