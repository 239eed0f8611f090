//! Setbacks by kind: how often each of the six rollout risks occurred.

use super::digest::Digest;
use crate::ensemble::{Ensemble, Quantiles};
use crate::language::phrase;
use crate::model::{RISKS, WRONG_SCHOOLS};
use crate::phrase;
use crate::scenario::Calendar;
use crate::summary::labels::Label;
use crate::summary::percent;
use crate::summary::risks::RISK_LABELS;

/// How often one risk occurs in an ensemble.
#[derive(Debug, Clone, PartialEq)]
pub struct Frequency {
    /// Number of events in a future, up to its last month.
    pub events: Quantiles,
    /// Share of the futures in which it has occurred so far, month by month from 0.
    pub course: Vec<f64>,
}

impl Frequency {
    /// The frequency of each risk, in the order of the model; `None` without runs.
    pub(super) fn of_each(ensemble: &Ensemble) -> Option<Vec<Self>> {
        (0..RISKS).map(|risk| Self::of(risk, ensemble)).collect()
    }

    fn of(risk: usize, ensemble: &Ensemble) -> Option<Self> {
        let events = ensemble.runs().map(|(_, run)| run.events_of(risk)).collect();
        let events = Quantiles::of(events)?;
        let futures = ensemble.len() as f64;
        let mut occurred = vec![0.0; ensemble.months() as usize + 1];
        for month in ensemble.runs().filter_map(|(_, run)| run.first_event_of(risk)) {
            occurred[month as usize..].iter_mut().for_each(|futures| *futures += 1.0);
        }
        let course = occurred.iter().map(|occurred| occurred / futures).collect();
        Some(Self { events, course })
    }

    /// Share of the futures in which it occurs at all, 0..1.
    pub fn share(&self) -> f64 {
        self.course.last().copied().unwrap_or_default()
    }
}

/// One rollout risk and its frequency in a run, as texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Setback {
    /// The name of the risk.
    pub name: &'static str,
    /// Its cause.
    pub cause: &'static str,
    /// In how many of the futures it occurs.
    pub value: String,
    /// How often it occurs per future.
    pub spread: String,
    /// When it occurs: the share of the futures in which it has occurred, month by month from 0, and a
    /// text; `None` if it never does.
    pub course: Option<(Vec<f64>, String)>,
}

/// The frequency of each risk, in the order of the safeguards.
pub fn setbacks(digest: &Digest) -> Vec<Setback> {
    let each = RISK_LABELS.iter().zip(&digest.setbacks).enumerate();
    each.map(|(risk, (label, frequency))| match risk {
        WRONG_SCHOOLS => without_events(label),
        _ => setback(label, frequency, digest.scenario.calendar()),
    })
    .collect()
}

fn setback(label: &Label, frequency: &Frequency, calendar: Calendar) -> Setback {
    let (value, spread) = match frequency.share() {
        0.0 => (phrase("in no future").to_owned(), String::new()),
        share => {
            let share = phrase!("in {share} of futures", share = percent(share));
            (share, how_often(&frequency.events))
        }
    };
    let half = frequency.course.iter().position(|&share| share >= frequency.share() / 2.0);
    let course = half.filter(|_| frequency.share() > 0.0).map(|month| {
        let month = calendar.month_name(month as u32);
        (frequency.course.clone(), phrase!("in half of these by {month}", month))
    });
    Setback { name: phrase(label.name), cause: phrase(label.meaning), value, spread, course }
}

/// The risk without events cannot be counted; "never occurred" would be wrong.
fn without_events(label: &Label) -> Setback {
    Setback {
        name: phrase(label.name),
        cause: phrase(label.meaning),
        value: phrase("not counted").to_owned(),
        spread: phrase("it is no event here, but an error in judging which schools are ready")
            .to_owned(),
        course: None,
    }
}

/// "80% of all: 0 to 2 times; median 1". A quantile between two counts is rounded to the nearer one.
fn how_often(events: &Quantiles) -> String {
    let [low, median, high] = [events.p10, events.p50, events.p90].map(f64::round);
    match high {
        0.0 => phrase("never in nine of ten").to_owned(),
        1.0 if low == high => phrase("once in most futures").to_owned(),
        _ if low == high => phrase!("{times} times in most futures", times = low),
        _ => phrase!("80% of all: {low} to {high} times; median {median}", low, high, median),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Preset, Scenario};
    use crate::summary::compare::test_ensembles::{digest_of, ensemble_of, with};

    fn quantiles(p10: f64, p50: f64, p90: f64) -> Quantiles {
        Quantiles { p10, p25: p10, p50, p75: p90, p90 }
    }

    #[test]
    fn each_risk_has_its_share_of_the_futures_and_its_band() {
        let scenario = Scenario::from(Preset::Chicago);
        let ensemble = ensemble_of(&scenario, 0..40);
        let setbacks_found = setbacks(&Digest::of(&scenario, &ensemble).unwrap());
        assert_eq!(setbacks_found.len(), RISKS);
        for (risk, setbacks_found) in
            setbacks_found.iter().enumerate().filter(|&(risk, _)| risk != WRONG_SCHOOLS)
        {
            let mut events: Vec<f64> =
                ensemble.runs().map(|(_, run)| run.events_of(risk)).collect();
            events.sort_by(f64::total_cmp);
            let occurred = events.iter().filter(|&&events| events > 0.0).count();
            assert_eq!(
                setbacks_found.value,
                format!("in {} of futures", percent(occurred as f64 / 40.0))
            );
            let band = Frequency::of(risk, &ensemble).unwrap().events;
            assert_eq!(setbacks_found.spread, how_often(&band));
            // At one tenth and nine tenths of 40 sorted counts.
            assert!((events[3]..=events[4]).contains(&band.p10));
            assert!((events[35]..=events[36]).contains(&band.p90));
        }
        assert_eq!(setbacks_found[1].name, "Curriculum left out");
        assert!(setbacks_found[1].cause.starts_with("New models are planned without curriculum"));
    }

    #[test]
    fn the_course_of_a_risk_rises_to_its_share_and_names_the_month_of_the_half() {
        let digest = digest_of(&Preset::Chicago.into(), 0..40);
        let setbacks_found = setbacks(&digest);
        for (setbacks_found, frequency) in setbacks_found.iter().zip(&digest.setbacks) {
            let Some((course, when)) = &setbacks_found.course else { continue };
            assert_eq!((course.len(), course[0], course[96]), (97, 0.0, frequency.share()));
            assert!(course.is_sorted());
            let half = course.iter().position(|&share| share >= frequency.share() / 2.0).unwrap();
            let half = Preset::Chicago.settings().calendar().month_name(half as u32);
            assert_eq!(*when, format!("in half of these by {half}"));
        }
        assert_eq!(
            setbacks_found.iter().filter(|setbacks_found| setbacks_found.course.is_some()).count(),
            5
        );
    }

    #[test]
    fn starting_in_the_wrong_schools_is_not_counted_rather_than_rare() {
        let digest = digest_of(&Preset::TypicalSurveyed.into(), 0..8);
        assert_eq!(digest.setbacks[WRONG_SCHOOLS].share(), 0.0);
        let wrong_schools = &setbacks(&digest)[WRONG_SCHOOLS];
        assert_eq!(
            (wrong_schools.name, wrong_schools.value.as_str()),
            ("Starting in the wrong schools", "not counted")
        );
        assert!(wrong_schools.spread.starts_with("it is no event here"));
    }

    #[test]
    fn without_risk_events_no_risk_occurs_in_any_future() {
        let calm = with(&Preset::Chicago.into(), |s| s.risks.risk_rate = 0.0);
        let setbacks_found = setbacks(&digest_of(&calm, 0..8));
        assert_eq!(
            setbacks_found.iter().filter(|setback| setback.value == "in no future").count(),
            5
        );
        assert!(setbacks_found.iter().all(|setback| setback.course.is_none()));
    }

    #[test]
    fn a_band_is_displayed_in_whole_events() {
        assert_eq!(how_often(&quantiles(0.0, 0.5, 2.1)), "80% of all: 0 to 2 times; median 1");
        assert_eq!(how_often(&quantiles(0.0, 0.0, 0.2)), "never in nine of ten");
        assert_eq!(how_often(&quantiles(1.0, 1.0, 1.0)), "once in most futures");
        assert_eq!(how_often(&quantiles(3.0, 3.0, 3.0)), "3 times in most futures");
    }

    #[test]
    fn without_runs_there_are_no_frequencies() {
        assert_eq!(Frequency::of_each(&Ensemble::new(96)), None);
    }
}
