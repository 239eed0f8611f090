//! What a shared link holds, and what came out differently since it was made.

use super::pins::PinnedRuns;
use crate::language::{current_language, is_translated};
use crate::scenario::{DEFAULT_MONTH, DisplayState, Link, Scenario};
use crate::summary::View;
use crate::summary::compare::{Digest, changes_since_recorded, medians_to_record};

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
                scenario: *scenario,
                language: is_translated().then(|| current_language().tag().to_owned()),
                view: (view != View::Bands).then(|| view.name().to_owned()),
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

/// The link that the page opened with, until its recorded medians are compared with what comes out.
#[derive(Debug, Clone, Default)]
pub struct OpenedLink(Option<Link>);

impl OpenedLink {
    /// A link that has just been opened, if there is one.
    pub fn new(link: Option<Link>) -> Self {
        Self(link)
    }

    /// What came out differently when the link was made, in a sentence; none if nothing did. To be called
    /// when the first ensemble of the shown scenario is complete: only that one is compared.
    pub fn difference(&mut self, digest: &Digest) -> Option<String> {
        let link = self.0.take().filter(|link| link.shown.scenario == digest.scenario)?;
        changes_since_recorded(link.said?, digest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Preset, RecordedMedians};
    use crate::summary::compare::test_ensembles::{digest_of, use_spanish, with};

    fn on_screen(scenario: &Scenario) -> OnScreen<'_> {
        OnScreen { scenario, view: View::Bands, month: DEFAULT_MONTH, digest: None }
    }

    #[test]
    fn what_a_page_opens_with_is_not_in_the_link() {
        let chicago = Preset::Chicago.into();
        assert_eq!(on_screen(&chicago).link(None).to_text(), chicago.to_link());
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
        assert_eq!((link.shown.view.as_deref(), link.shown.month), (Some("stages"), Some(30)));
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
        let on_the_web = "https://example.org/a/?embed=1#v1&preset=chicago";
        assert_eq!(address_with(on_the_web, "v1"), "https://example.org/a/#v1");
        assert_eq!(address_with("file:///home/somebody/page.html", "v1"), "#v1");
    }

    #[test]
    fn only_the_first_ensemble_is_compared_with_the_link() {
        let chicago: Scenario = Preset::Chicago.into();
        let digest = digest_of(&chicago, 0..8);
        let link = Link {
            said: Some(RecordedMedians([1.0, 2.0, 3.0])),
            ..DisplayState::from(chicago).into()
        };
        let mut opened = OpenedLink::new(Some(link.clone()));
        assert!(opened.difference(&digest).is_some());
        assert_eq!(opened.difference(&digest), None);
        let mut opened = OpenedLink::new(Some(link.clone()));
        assert_eq!(opened.difference(&digest_of(&Scenario::default(), 0..2)), None);
        assert_eq!(opened.difference(&digest), None);
        let mut same = OpenedLink::new(Some(Link { said: medians_to_record(&digest), ..link }));
        assert_eq!(same.difference(&digest), None);
        assert_eq!(OpenedLink::default().difference(&digest), None);
    }
}
