//! The brief: one or two printed pages that are self-contained.

use super::chart::{DOTS, chart};
use super::picture::subject;
use super::share::qr_code;
use crate::chart::AdoptionChart;
use crate::language::{phrase, to_phrase};
use crate::scenario::decision_ends::{DECISIONS, DecisionEnds};
use crate::scenario::{Preset, Scenario};
use crate::summary::compare::{CURRENT_RUN, Comparison, NamedRun};
use crate::summary::{
    COMPARE_ONLY, LEFT_OUT, NOT_A_FORECAST, Outcome, Summary, View, describe_changes, evidence,
    format_value, headline_with_unknowns,
};
use crate::{phrase, plural};
use maud::{Markup, PreEscaped, html};

/// Width and height of the chart, in pixels.
const CHART: (f64, f64) = (680.0, 250.0);
/// Maximum number of settings that are listed individually.
const MAX_SETTINGS: usize = 12;

/// The contents of a brief.
pub struct Brief<'a> {
    /// The name that a person gave the scenario; empty if there is none.
    pub name: &'a str,
    /// The summary that it displays.
    pub summary: &'a Summary,
    /// The outcomes of the same ensemble.
    pub outcomes: &'a [Outcome],
    /// The compared runs, with the baseline first. With fewer than two there is no comparison.
    pub runs: &'a [NamedRun<'a>],
    /// The address that opens the scenario.
    pub link: &'a str,
}

/// Renders the whole brief.
pub fn brief(brief: &Brief) -> String {
    let Brief { name, summary, outcomes, runs, link } = brief;
    let scenario = &summary.scenario;
    html! {
        h1 { (phrase!("Brief: {subject}", subject = subject(name, scenario))) }
        p class="question" { (question(scenario)) }
        p class="answer" { (summary.headline) }
        p { strong { (phrase(NOT_A_FORECAST)) } " " (phrase(COMPARE_ONLY)) }
        figure {
            (PreEscaped(drawing(summary)))
            figcaption {
                (phrase!(
                    "Schools over time: ever started (above) and still active (dashed); {how_to_read}.",
                    how_to_read = summary.how_to_read(View::Bands),
                )) " "
                @if let Some(preset) = scenario.counted_district() {
                    (phrase(DOTS)) ": " (Preset::account(preset))
                }
            }
        }
        h2 { (phrase("Decisions")) }
        table class="decided" { tbody { @for ends in &DECISIONS { (decision(ends, scenario)) } } }
        (changes(scenario))
        h2 { (phrase("Outcomes")) }
        table { tbody { @for outcome in *outcomes { (row(outcome)) } } }
        @if runs.len() > 1 { (compared(runs)) }
        h2 { (phrase("What the model cannot say")) }
        p { (phrase(LEFT_OUT)) }
        h2 { (phrase("Where the numbers come from")) }
        p { (evidence()) }
        p { (phrase(SOURCES)) }
        div class="link" {
            @if let Some(code) = qr_code(link) { (PreEscaped(code)) }
            p { (phrase("This link opens the same scenario, with the same numbers:")) " " span { (link) } }
        }
    }
    .into_string()
}

fn question(scenario: &Scenario) -> String {
    plural!(
        scenario.simulation.target_schools,
        "With the decisions below, when will {count} schools have started to teach in the new way, how \
         many will last, and what will it take?",
        "With the decisions below, when will {count} schools have started to teach in the new way, how \
         many will last, and what will it take?",
    )
}

fn drawing(summary: &Summary) -> String {
    let drawn = AdoptionChart::new(summary, View::Bands, CHART);
    chart(&drawn, &summary.in_place_of_picture(View::Bands))
}

fn decision(ends: &DecisionEnds, scenario: &Scenario) -> Markup {
    let parameter = ends.parameter();
    html! {
        tr {
            th scope="row" { (phrase(ends.question)) }
            td { (format_value(parameter, (parameter.get)(scenario))) }
        }
    }
}

/// The settings that differ from the preset.
fn changes(scenario: &Scenario) -> Markup {
    let lines = describe_changes(scenario, MAX_SETTINGS);
    let (first, settings) = lines.split_at(1);
    html! { p { (first.concat()) " " (settings.join("; ")) } }
}

fn row(outcome: &Outcome) -> Markup {
    html! {
        tr {
            th scope="row" { (outcome.label) }
            td { strong { (outcome.value) } }
            td { (outcome.spread) }
            td { (outcome.meaning) }
        }
    }
}

fn compared(runs: &[NamedRun]) -> Markup {
    let comparison = Comparison::of(runs, 0);
    html! {
        h2 { (phrase("Compared with other runs")) }
        @let now = phrase(CURRENT_RUN);
        @if runs.iter().any(|run| run.name == now) {
            p { (phrase!("This brief describes \u{201c}{now}\u{201d}.", now)) }
        }
        ul {
            @for run in runs { li { strong { (run.name) } ": " (headline(run)) } }
            @for sentence in &comparison.sentences { li { (sentence) } }
        }
    }
}

/// With unknowns, once they are counted.
fn headline(run: &NamedRun) -> String {
    headline_with_unknowns(run.digest, None).unwrap_or_else(|| run.digest.headline.clone())
}

/// The sources of the brief; the accounts of a district are below the chart, next to the explanation of
/// its dots.
const SOURCES: &str = to_phrase(
    "Sources: The Learning Accelerator with Education Next, survey of more than 100 leaders of 60 systems; The \
     Learning Accelerator, strategy pages and rollout risk cards; Bass 1969 on how a new way spreads; Coburn 2003 \
     on what scale is.",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::compare::test_ensembles::{digest_of, ensemble_of};
    use crate::summary::outcomes;

    const LINK: &str = "https://example.org/a/#v2&preset=chicago&fast_slow=0.4";

    fn rendered(name: &str, with_run: bool) -> String {
        let scenario = Scenario::from_link(LINK).unwrap();
        let ensemble = ensemble_of(&scenario, 0..12);
        let summary = Summary::of(&scenario, &ensemble).unwrap();
        let outcomes = &outcomes(&scenario, &ensemble).unwrap();
        let other = Preset::Chicago.into();
        let digests = [digest_of(&scenario, 0..12), digest_of(&other, 0..12)];
        let names = ["Slower", "<b>As it was</b>"];
        let runs: Vec<NamedRun> =
            names.iter().zip(&digests).map(|(name, digest)| NamedRun { name, digest }).collect();
        let runs = if with_run { &runs[..] } else { &[] };
        brief(&Brief { name, summary: &summary, outcomes, runs, link: LINK })
    }

    #[test]
    fn it_contains_question_answer_settings_outcomes_limits_and_link() {
        let brief = rendered("Slower", false);
        assert!(brief.contains("Brief: Slower (Chicago)"));
        assert!(brief.contains("when will 100 schools have started"));
        assert!(brief.contains("0.4 toward Slow and steady"));
        assert!(brief.contains("Changed from Chicago:"));
        assert!(brief.contains(NOT_A_FORECAST) && brief.contains(LEFT_OUT));
        assert!(brief.contains("#v2&amp;preset=chicago&amp;fast_slow=0.4</span>"));
        assert!(brief.contains("QR code of the link"));
        assert_eq!(brief.matches("class=\"decided\"").count(), 1);
        assert!(!brief.contains("Compared with other runs"));
    }

    #[test]
    fn it_contains_compared_runs_and_names_stay_text() {
        let brief = rendered("<i>x</i>", true);
        assert!(brief.contains("Compared with other runs") && brief.contains("&lt;b&gt;As it was"));
        assert!(brief.contains("&lt;i&gt;x"));
    }
}
