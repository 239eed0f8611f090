//! What a shared link holds, and what came out differently since it was made.

use super::pins::PinnedRuns;
use crate::language::{current_language, is_translated};
use crate::scenario::{
    DEFAULT_MONTH, DisplayState, Link, ModelVersion, RecordedMedians, Scenario, ScenarioFile,
};
use crate::summary::View;
use crate::summary::compare::{
    Digest, changes_since_recorded, changes_since_version, medians_to_record,
};

/// What is on the screen.
#[derive(Debug, Clone, Copy)]
pub struct OnScreen<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What the chart shows of it.
    pub view: View,
    /// The month that is looked at.
    pub month: u32,
    /// The last complete ensemble in short, of whatever scenario.
    pub digest: Option<&'a Digest>,
}

impl OnScreen<'_> {
    /// A link to it in the current language, with the pinned runs if there are any to go with it. What a
    /// page opens with anyway is left out.
    pub fn link(&self, pinned: Option<&PinnedRuns>) -> Link {
        let Self { scenario, view, month, digest } = *self;
        let kept = pinned.map(PinnedRuns::to_keep).unwrap_or_default();
        let opens_with = DEFAULT_MONTH.min(scenario.simulation.months);
        Link {
            shown: DisplayState {
                version: ModelVersion::CURRENT,
                scenario: *scenario,
                language: is_translated().then(|| current_language().tag().to_owned()),
                view: view.name(),
                month: (month != opens_with).then_some(month),
            },
            said: digest.filter(|digest| digest.scenario == *scenario).and_then(medians_to_record),
            runs: kept.runs.into_iter().map(|run| (run.name, run.scenario)).collect(),
            baseline: kept.baseline,
            lost: Vec::new(),
        }
    }
}

/// The address of the page with this link. `href` is the page's own; a page that is a file on somebody's
/// disk has none for others, and does not disclose where it is.
pub fn address_with(href: &str, link: &str) -> String {
    let address = if href.starts_with("http") { href } else { "" };
    let page = address.split(['#', '?']).next().unwrap_or_default();
    format!("{page}#{link}")
}

/// What the page has opened, a link or a file, until what came out when it was made is compared with what
/// comes out now.
#[derive(Debug, Clone, Default)]
pub struct Opened(Option<Made>);

/// What somebody made earlier.
#[derive(Debug, Clone)]
struct Made {
    scenario: Scenario,
    version: ModelVersion,
    /// What came out then; none before an earlier version of the model has simulated it again.
    medians: Option<RecordedMedians>,
}

impl From<&Link> for Opened {
    /// A link, if there is anything to compare.
    fn from(link: &Link) -> Self {
        let DisplayState { scenario, version, .. } = link.shown;
        Self::made(scenario, version, link.said)
    }
}

impl From<&ScenarioFile> for Opened {
    fn from(file: &ScenarioFile) -> Self {
        Self::made(file.scenario, file.version, None)
    }
}

impl Opened {
    fn made(scenario: Scenario, version: ModelVersion, medians: Option<RecordedMedians>) -> Self {
        let is_comparable = medians.is_some() || version != ModelVersion::CURRENT;
        Self(is_comparable.then_some(Made { scenario, version, medians }))
    }

    /// What an earlier version of the model still has to simulate.
    pub fn missing(&self) -> Option<Scenario> {
        let made = self.0.as_ref().filter(|made| made.medians.is_none())?;
        Some(made.scenario.as_of(made.version))
    }

    /// Records what came out of that.
    pub fn record(&mut self, earlier: &Scenario, medians: RecordedMedians) {
        if self.missing() == Some(*earlier)
            && let Some(made) = &mut self.0
        {
            made.medians = Some(medians);
        }
    }

    /// What came out differently when it was made, in a sentence; none if nothing did, or if that is not known
    /// yet. To be called with each ensemble of what the page shows: only the first one is compared.
    pub fn difference(&mut self, digest: &Digest) -> Option<String> {
        if self.missing().is_some() {
            return None;
        }
        let made = self.0.take().filter(|made| made.scenario == digest.scenario)?;
        match made.version {
            ModelVersion::CURRENT => changes_since_recorded(made.medians?, digest),
            version => changes_since_version(version, made.medians?, digest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::medians_of;
    use crate::summary::compare::test_ensembles::{digest_of, ensemble_of, use_spanish, with};

    fn on_screen(scenario: &Scenario) -> OnScreen<'_> {
        OnScreen { scenario, view: View::Bands, month: DEFAULT_MONTH, digest: None }
    }

    #[test]
    fn what_a_page_opens_with_is_not_in_the_link() {
        let chicago = Scenario::from(Preset::Chicago);
        let with_view = format!("{}&view=bands", chicago.to_link());
        assert_eq!(on_screen(&chicago).link(None).to_text(), with_view);
    }

    #[test]
    fn view_month_medians_and_language_are_in_the_link_where_they_are_others() {
        let chicago = Preset::Chicago.into();
        let digest = digest_of(&chicago, 0..8);
        let screen = OnScreen {
            view: View::Stages,
            month: 30,
            digest: Some(&digest),
            ..on_screen(&chicago)
        };
        let link = screen.link(None);
        assert_eq!((link.shown.view, link.shown.month), ("stages", Some(30)));
        assert_eq!((link.said, link.shown.language), (medians_to_record(&digest), None));
        use_spanish();
        assert_eq!(screen.link(None).shown.language.as_deref(), Some("es"));
    }

    #[test]
    fn a_shorter_simulation_opens_on_its_last_month() {
        let short = with(&Scenario::default(), |settings| settings.simulation.months = 12);
        let screen = OnScreen { month: 12, ..on_screen(&short) };
        assert_eq!(screen.link(None).shown.month, None);
    }

    #[test]
    fn medians_of_another_scenario_are_not_in_the_link() {
        let (chicago, other) = (Preset::Chicago.into(), Scenario::default());
        let digest = digest_of(&other, 0..4);
        let screen = OnScreen { digest: Some(&digest), ..on_screen(&chicago) };
        assert_eq!(screen.link(None).said, None);
    }

    #[test]
    fn the_pinned_runs_are_in_the_link_only_if_asked_for() {
        let chicago = Preset::Chicago.into();
        let mut pinned = PinnedRuns::default();
        pinned.pin_as("Slow", chicago, None);
        pinned.pin_as("Fast", Scenario::default(), None);
        pinned.set_baseline(2);
        let screen = on_screen(&chicago);
        let link = screen.link(Some(&pinned));
        assert_eq!(
            link.runs,
            [("Slow".to_owned(), chicago), ("Fast".to_owned(), Scenario::default())]
        );
        assert_eq!(link.baseline, 1);
        assert_eq!(Link::read(&link.to_text()), Ok(link));
        assert_eq!((screen.link(None).runs.len(), screen.link(None).baseline), (0, 0));
    }

    #[test]
    fn a_page_on_a_disk_does_not_disclose_its_place() {
        let on_the_web = "https://example.org/a/?embed=1#v2&preset=chicago";
        assert_eq!(address_with(on_the_web, "v2"), "https://example.org/a/#v2");
        assert_eq!(address_with("file:///home/somebody/page.html", "v2"), "#v2");
    }

    #[test]
    fn only_the_first_ensemble_is_compared_with_the_link() {
        let chicago: Scenario = Preset::Chicago.into();
        let digest = digest_of(&chicago, 0..8);
        let link = Link {
            said: Some(RecordedMedians([1.0, 2.0, 3.0])),
            ..DisplayState::from(chicago).into()
        };
        let mut opened = Opened::from(&link);
        assert!(opened.difference(&digest).is_some());
        assert_eq!(opened.difference(&digest), None);
        let mut opened = Opened::from(&link);
        assert_eq!(opened.difference(&digest_of(&Scenario::default(), 0..2)), None);
        assert_eq!(opened.difference(&digest), None);
        let mut same = Opened::from(&Link { said: medians_to_record(&digest), ..link });
        assert_eq!(same.difference(&digest), None);
        assert_eq!(Opened::default().difference(&digest), None);
    }

    #[test]
    fn what_an_earlier_version_made_is_simulated_by_it_and_compared() {
        let link = "v1&preset=chicago&need_readiness=1";
        let opened = [
            Opened::from(&Link::read(link).unwrap()),
            Opened::from(&ScenarioFile {
                version: ModelVersion::One,
                ..Scenario::from_link(link).unwrap().into()
            }),
        ];
        let now = digest_of(&Scenario::from_link(link).unwrap(), 0..12);
        for mut opened in opened {
            let earlier = opened.missing().unwrap();
            assert_eq!(earlier.version(), ModelVersion::One);
            assert_eq!(opened.difference(&now), None);
            let medians = medians_of(&earlier, &ensemble_of(&earlier, 0..12)).unwrap();
            opened.record(&earlier, medians);
            assert_eq!(opened.missing(), None);
            let sentence = opened.difference(&now).unwrap();
            assert!(sentence.contains("(version 1; now 2). What differs now: "), "{sentence}");
        }
        let current = Opened::from(&Link::read(&now.scenario.to_link()).unwrap());
        assert_eq!(current.missing(), None);
    }
}
