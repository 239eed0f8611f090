//! Sentences composed of many parts, in Spanish: every combination has to be a Spanish sentence.

use super::compare::test_ensembles::{digest_of, ensemble_of, use_spanish, with};
use super::compare::{Comparison, NamedRun, OutcomeMetric, Unit, describe_change};
use super::{Side, headline, same_school, story};
use crate::model::{Chronicle, Entry, Happening, Stage, chronicle};
use crate::scenario::decision_ends::DECISIONS;
use crate::scenario::{Calendar, Preset, Scenario, Value};

/// Words that do not occur in Spanish sentences.
const ENGLISH: [&str; 20] = [
    "school",
    "because",
    "more",
    "fewer",
    "lower",
    "higher",
    "earlier",
    " later",
    " it ",
    " its ",
    "with",
    "district ",
    "futures",
    "having",
    "volunteer",
    "waited",
    "stopped",
    "place",
    "principal",
    "between",
];

fn assert_spanish(text: &str) {
    let found = ENGLISH.into_iter().find(|word| text.to_lowercase().contains(word));
    assert_eq!(found, None, "{text}");
}

#[test]
fn a_change_has_at_least_as_many_clauses_as_in_english() {
    let mut runs = Vec::new();
    for preset in [Preset::TypicalSurveyed, Preset::SmallWealthy, Preset::Chicago] {
        let scenario = Scenario::from(preset);
        let before = digest_of(&scenario, 0..60);
        for (ends, position) in DECISIONS.iter().flat_map(|ends| [(ends, -1.0), (ends, 1.0)]) {
            let after = scenario.with(ends.parameter(), Value::Number(position)).unwrap();
            runs.push((before.clone(), digest_of(&after, 0..60)));
        }
    }
    let all = || runs.iter().map(|(before, after)| describe_change(before, after).unwrap());
    let english: Vec<_> = all().collect();
    use_spanish();
    for (english, spanish) in english.iter().zip(all()) {
        assert_spanish(&spanish.text);
        assert!(spanish.text.chars().count() <= 430, "{}", spanish.text);
        assert!(spanish.named.len() >= english.named.len(), "{}", spanish.text);
    }
    let pace = with(&Preset::Chicago.into(), |s| s.decisions.fast_slow = -1.0);
    let rendered =
        describe_change(&digest_of(&Preset::Chicago.into(), 0..60), &digest_of(&pace, 0..60));
    assert_eq!(
        rendered.unwrap().text,
        "Ritmo más rápido: 24 escuelas menos perduran con profundidad al cabo de 5 años, porque la \
         práctica es menos profunda; 72 escuelas más empezaron alguna vez, porque la asesoría se reparte \
         entre más escuelas; la profundidad de la práctica es 14.4 puntos menor, porque la asesoría está más sobrecargada. Aún se cuenta con qué seguridad."
    );
}

#[test]
fn what_is_counted_agrees_with_its_verb() {
    use_spanish();
    let rendered = |metric: OutcomeMetric, difference| metric.format_in_sentence(difference, 96);
    assert_eq!(rendered(OutcomeMetric::Active, 1.0), "1 escuela más sigue activa");
    assert_eq!(rendered(OutcomeMetric::Active, -1_234.0), "1,234 escuelas menos siguen activas");
    assert_eq!(
        rendered(OutcomeMetric::Lasting, -1.0),
        "1 escuela menos perdura con profundidad al cabo de 5 años"
    );
    assert_eq!(
        Unit::Gap.format_with_direction(0.01),
        "1 punto a favor de las escuelas con mayor necesidad"
    );
    for &metric in OutcomeMetric::ALL {
        let row = metric.row();
        let words = [1.0, -1.0, 25.0, -25.0, f64::INFINITY, f64::NEG_INFINITY]
            .into_iter()
            .flat_map(|difference| {
                [rendered(metric, difference), row.unit.format_with_direction(difference)]
            });
        words.chain([metric.label(96)]).for_each(|text| assert_spanish(&text));
    }
}

/// One future of each of the two districts with a calendar.
fn chronicles() -> [(Calendar, Chronicle); 2] {
    [Preset::Chicago, Preset::BaltimoreCounty]
        .map(|preset| (preset.settings().calendar(), chronicle(&preset.into(), 0)))
}

#[test]
fn every_story_and_every_flip_is_spanish() {
    use_spanish();
    for (calendar, chronicle) in chronicles() {
        let side = Side { name: "B", chronicle: &chronicle };
        for school in 0..chronicle.schools().len() {
            let mut story = story(calendar, &chronicle, school);
            assert!(story[0].starts_with(&format!("Escuela\u{a0}{}: ", school + 1)), "{story:?}");
            story.push(same_school(calendar, side, school));
            story.iter().for_each(|sentence| assert_spanish(sentence));
        }
    }
}

#[test]
fn a_story_has_natural_sentences() {
    use_spanish();
    let (calendar, chronicle) = &chronicles()[1];
    let schools = 0..chronicle.schools().len();
    let first = schools
        .filter_map(|school| Some((school, chronicle.events(school).first()?)))
        .find(|(_, event)| matches!(event.what, Happening::Started(Stage::Pilot, Entry::Assigned)));
    let (school, event) = first.expect("a school that the district placed");
    let date = calendar.in_month(event.month);
    let rendered = story(*calendar, chronicle, school);
    assert_eq!(
        rendered[1],
        format!("No se ofreció: el distrito la incorporó {date}, con un piloto.")
    );
    let other = same_school(*calendar, Side { name: "B", chronicle }, school);
    assert!(
        other.starts_with(&format!("Con B, fue incorporada por el distrito {date}")),
        "{other}"
    );
}

#[test]
fn a_headline_is_spanish_whether_or_not_the_target_is_reached() {
    use_spanish();
    let rendered = |target_schools| {
        let scenario =
            with(&Preset::Chicago.into(), |s| s.simulation.target_schools = target_schools);
        headline(&scenario, &ensemble_of(&scenario, 0..40), true).unwrap()
    };
    assert!(rendered(100).contains(" La mitad de los futuros llega a 100 escuelas "));
    assert!(rendered(516).contains(" Menos de la mitad de los futuros llega a 516 escuelas "));
    assert!(
        rendered(21).ends_with("El distrito ya cumple su meta de 21 escuelas desde el comienzo.")
    );
    [21, 100, 150, 180, 516].into_iter().for_each(|target| assert_spanish(&rendered(target)));
}

#[test]
fn a_comparison_is_spanish() {
    use_spanish();
    let slow = with(&Preset::Chicago.into(), |s| s.decisions.fast_slow = 1.0);
    let [base, slow] = [&Preset::Chicago.into(), &slow].map(|run| digest_of(run, 0..30));
    let runs = [NamedRun { name: "A", digest: &base }, NamedRun { name: "B", digest: &slow }];
    let rendered = Comparison::of(&runs, 0);
    let sentences = rendered.sentences.iter().chain([&rendered.how_to_read]);
    let cells = rendered.rows.iter().flat_map(|row| &row.cells);
    let cells =
        cells.flat_map(|cell| [Some(&cell.value), Some(&cell.spread), cell.difference.as_ref()]);
    sentences.chain(cells.flatten()).for_each(|text| assert_spanish(text));
}
