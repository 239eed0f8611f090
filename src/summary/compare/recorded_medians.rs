//! The medians that a link records when it is made, and what has changed since.

use super::digest::metric_value;
use super::{Digest, OutcomeMetric};
use crate::ensemble::{Ensemble, Quantiles};
use crate::language::{fill, phrase, to_phrase};
use crate::phrase;
use crate::scenario::{ModelVersion, RecordedMedians, Scenario};
use crate::summary::{integer, one_decimal};

/// The recorded metrics, in this order.
const RECORDED: [OutcomeMetric; 3] =
    [OutcomeMetric::TimeToTarget, OutcomeMetric::Ever, OutcomeMetric::Active];

/// The medians of an ensemble, as a link to it records them; `None` without runs.
pub fn medians_of(scenario: &Scenario, ensemble: &Ensemble) -> Option<RecordedMedians> {
    let target = f64::from(scenario.simulation.target_schools);
    let median = |metric: &OutcomeMetric| {
        let values = ensemble.runs().map(|(_, run)| metric_value(*metric, run, target));
        Some(Quantiles::of(values.collect())?.p50)
    };
    let medians: Option<Vec<f64>> = RECORDED.iter().map(median).collect();
    medians?.try_into().ok().map(RecordedMedians)
}

/// The medians that a link made now records for this run.
pub fn medians_to_record(digest: &Digest) -> Option<RecordedMedians> {
    let medians: Option<Vec<f64>> =
        RECORDED.iter().map(|metric| Some(digest.quantiles(*metric)?.p50)).collect();
    medians?.try_into().ok().map(RecordedMedians)
}

/// A sentence about what differs now from the medians recorded in a link; `None` if nothing does.
pub fn changes_since_recorded(before: RecordedMedians, digest: &Digest) -> Option<String> {
    Some(phrase!(
        "The model has changed since this link was made, or somebody has edited the link. What differs: \
         {differences}.",
        differences = differences(before, digest)?
    ))
}

/// What differs now from the medians of an earlier version of the model, in sentences; `None` if nothing does.
/// It had no limit on the futures, so a scenario at the limit may have had more.
pub fn changes_since_version(
    version: ModelVersion,
    before: RecordedMedians,
    digest: &Digest,
) -> Option<String> {
    let differences = differences(before, digest).map(|differences| {
        phrase!(
            "The model has changed since this was made (version {version}; now {current}). What differs \
             now: {differences}.",
            version = version.number(),
            current = ModelVersion::CURRENT.number(),
            differences
        )
    });
    let most = digest.scenario.most_futures();
    let limit = (digest.scenario.simulation.replicates == most).then(|| {
        phrase!("It opens with {most} futures, the most that a browser can simulate of its months and schools.", most)
    });
    match (differences, limit) {
        (Some(differences), Some(limit)) => Some(format!("{limit} {differences}")),
        (differences, limit) => limit.or(differences),
    }
}

/// What differs now from these medians as they are displayed; `None` if nothing does.
fn differences(before: RecordedMedians, digest: &Digest) -> Option<String> {
    let (RecordedMedians(before), RecordedMedians(now)) = (before, medians_to_record(digest)?);
    let changes =
        RECORDED.iter().zip(before.into_iter().zip(now)).filter_map(|(metric, (before, now))| {
            let (english, format): (_, fn(f64) -> String) = match metric {
                OutcomeMetric::TimeToTarget => {
                    (to_phrase("half of the futures reached the goal {before}, now {now}"), after)
                }
                OutcomeMetric::Ever => {
                    (to_phrase("{before} schools ever started, now {now}"), integer)
                }
                _ => (to_phrase("{before} were active at the end, now {now}"), integer),
            };
            let [before, now] = [before, now].map(format);
            (before != now).then(|| fill(phrase(english), &[("before", &before), ("now", &now)]))
        });
    changes.reduce(|told, more| phrase!("{told}; {more}", told, more))
}

/// "after 25 months"; "not by the end".
fn after(month: f64) -> String {
    if month.is_finite() {
        match one_decimal(month).as_str() {
            "1" => phrase("after 1 month").to_owned(),
            months => phrase!("after {months} months", months),
        }
    } else {
        phrase("not by the end").to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{DisplayState, Link, Preset};
    use crate::summary::compare::test_ensembles::{digest_of, ensemble_of};

    #[test]
    fn a_link_made_now_has_no_changes_even_after_a_round_trip() {
        let digest = digest_of(&Preset::Chicago.into(), 0..20);
        let ensemble = ensemble_of(&digest.scenario, 0..20);
        assert_eq!(medians_of(&digest.scenario, &ensemble), medians_to_record(&digest));
        let link =
            Link { said: medians_to_record(&digest), ..DisplayState::from(digest.scenario).into() };
        let read = Link::read(&link.to_text()).unwrap();
        assert_eq!(read, link);
        assert_eq!(changes_since_recorded(read.said.unwrap(), &digest), None);
    }

    #[test]
    fn only_changes_are_mentioned_with_both_numbers() {
        let digest = digest_of(&Preset::Chicago.into(), 0..20);
        let RecordedMedians([_, ever, active]) = medians_to_record(&digest).unwrap();
        let sentence =
            changes_since_recorded(RecordedMedians([f64::INFINITY, ever, active - 1.0]), &digest)
                .unwrap();
        assert!(sentence.contains("reached the goal not by the end, now after"), "{sentence}");
        let both =
            format!("{} were active at the end, now {}", integer(active - 1.0), integer(active));
        assert!(sentence.contains(&both), "{sentence}");
        assert!(!sentence.contains("ever started"), "{sentence}");
    }

    #[test]
    fn what_version_1_made_beyond_the_limit_says_with_how_many_futures_it_opens() {
        let link = "v1&preset=chicago&months=300&replicates=5000";
        let digest = digest_of(&Scenario::from_link(link).unwrap(), 0..4);
        let same = medians_to_record(&digest).unwrap();
        let sentence = |medians| changes_since_version(ModelVersion::One, medians, &digest);
        let limit = "It opens with 3333 futures, the most that a browser can simulate";
        assert!(sentence(same).unwrap().starts_with(limit));
        let both = sentence(RecordedMedians([1.0, 2.0, 3.0])).unwrap();
        assert!(both.starts_with(limit) && both.contains(". The model has changed"), "{both}");
        let smaller = digest_of(&Preset::Chicago.into(), 0..4);
        let same = medians_to_record(&smaller).unwrap();
        assert_eq!(changes_since_version(ModelVersion::One, same, &smaller), None);
    }
}
