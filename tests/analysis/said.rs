//! What the page says of two runs, in sentences, tables, pictures and the brief: each claim bears its scope.

use crate::scopes::{counts_futures, sentences, speak, unscoped};
use crate::simulated::{digest, ensemble, with};
use districtwide::ensemble::dictionary;
use districtwide::language::{current_language, phrase};
use districtwide::markup::picture::{self, PicturedRun};
use districtwide::markup::{Brief, ComparisonMarkup, brief, compare};
use districtwide::model::chronicle;
use districtwide::scenario::{Preset, Scenario};
use districtwide::summary::compare::{
    Comparison, Digest, NamedRun, OutcomeMetric, Worlds, describe_change,
};
use districtwide::summary::{Summary, View, headline_with_unknowns, outcomes};
use std::sync::Arc;

/// A run by luck, and with so many worlds if there are any.
fn run(scenario: &Scenario, worlds: u64) -> Digest {
    let digest = digest(scenario, 40);
    let mut counted = Worlds::new(scenario);
    counted.add(&ensemble(&counted.scenario, 0..worlds));
    match worlds {
        0 => (*digest).clone(),
        _ => digest.with_worlds(Arc::new(counted)),
    }
}

/// Everything that the page says of two runs.
fn said_of(runs: [&Digest; 2]) -> Vec<String> {
    let [before, after] = runs;
    let named =
        [("Run A", before), ("Run B", after)].map(|(name, digest)| NamedRun { name, digest });
    let scenario = &after.scenario;
    let futures = ensemble(scenario, 0..40);
    let mut summary = Summary::of(scenario, &futures).expect("futures");
    let outcomes = outcomes(scenario, &futures).expect("futures");
    let comparison = Comparison::of(&named, 0);
    let mut said = comparison.sentences.clone();
    said.push(comparison.how_to_read.clone());
    let ComparisonMarkup { sentences, table } = compare(&comparison);
    said.extend([sentences, table]);
    let cells = comparison.rows.iter().flat_map(|row| &row.cells);
    said.extend(
        cells.flat_map(|cell| [Some(cell.spread.clone()), cell.difference.clone()]).flatten(),
    );
    said.extend(describe_change(before, after).map(|change| change.text));
    said.extend([before, after].map(|digest| digest.headline.clone()));
    if let Some(headline) = headline_with_unknowns(after, Some(before)) {
        summary.headline = headline;
        summary.bands.wide = after.worlds.as_ref().and_then(|worlds| worlds.band()).map(Arc::new);
    }
    said.push(summary.headline.clone());
    let contents =
        Brief { name: "", summary: &summary, outcomes: &outcomes, runs: &named, link: "" };
    said.push(brief(&contents));
    said.extend(View::ALL.map(|view| picture::adoption(&summary, view, "", "")));
    said.extend(View::ALL.map(|view| summary.read_out(view, 24)));
    said.push(picture::district(scenario, &chronicle(scenario, 0), 24, "", ""));
    let pictured = named.map(|run| PicturedRun {
        name: run.name,
        color: 0,
        digest: run.digest,
        link: String::new(),
    });
    said.push(picture::comparison(&pictured, OutcomeMetric::Ever));
    said.push(dictionary());
    said
}

/// Everything that the page says of some changes, before and after their worlds are counted.
fn said_in(tag: &str) -> Vec<String> {
    speak(tag);
    let mut said = Vec::new();
    for (preset, worlds) in
        [(Preset::TypicalSurveyed, 500), (Preset::SmallWealthy, 500), (Preset::Chicago, 60)]
    {
        let before = Scenario::from(preset);
        let unknown = before.with_unknowns();
        for (before, after) in [
            (before, with(&before, |s| s.decisions.fast_slow = -1.0)),
            (before, with(&before, |s| s.district.coaching_budget *= 1.5)),
            (before, with(&before, |s| s.simulation.target_schools /= 2)),
            (before, with(&before, |s| s.simulation.seed = 2)),
            (unknown, with(&unknown, |s| s.decisions.fast_slow = 1.0)),
            (before, unknown),
        ] {
            for worlds in [0, worlds] {
                said.extend(said_of([&run(&before, worlds), &run(&after, worlds)]));
            }
        }
    }
    said
}

fn check_rendered(tag: &str) {
    let said = said_in(tag);
    assert_eq!(current_language().tag(), tag);
    let claims = said.iter().flat_map(|text| sentences(text)).filter(|s| counts_futures(s)).count();
    assert!(claims > 100, "{tag}: only {claims} sentences count futures");
    let unscoped: Vec<String> = said.iter().flat_map(|text| unscoped(text)).collect();
    assert!(unscoped.is_empty(), "{tag}: {unscoped:#?}");
    let marks = ["sturdy", "leaning", "open", "no difference", "still counting"].map(phrase);
    // A mark may be followed by "turns around".
    let turned = phrase("{mark}, turns around").replace("{mark}", "");
    for text in said.iter().filter(|text| text.contains("): ") && text.len() < 200) {
        let text = text.strip_suffix(&turned).unwrap_or(text);
        assert!(marks.iter().any(|mark| text.ends_with(mark)) || text.ends_with('.'), "{text}");
    }
}

#[test]
fn nothing_that_the_page_renders_makes_a_claim_without_its_scope() {
    check_rendered("en");
}

#[test]
fn nor_does_it_in_spanish() {
    check_rendered("es");
}

#[test]
fn once_its_worlds_are_counted_the_brief_says_nothing_of_a_run_by_luck_alone() {
    let chicago = Scenario::from(Preset::Chicago);
    let slow = with(&chicago, |s| s.decisions.fast_slow = 1.0);
    let still_counting = "What nobody knows is still being counted.";
    for (worlds, is_counted) in [(0, false), (60, true)] {
        let runs = [&chicago, &slow].map(|scenario| run(scenario, worlds));
        let said = said_of([&runs[0], &runs[1]]);
        let brief = said.iter().find(|text| text.starts_with("<h1>")).expect("the brief");
        assert_eq!(brief.contains(still_counting), !is_counted, "{worlds} worlds");
    }
}
