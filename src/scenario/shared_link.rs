//! A shared link: a scenario and how it is displayed, its recorded results, and the runs that it is
//! compared with.
//!
//! Each `run` starts another run with its name, and the pairs that follow belong to that run:

use super::link::{
    BASELINE, DisplayState, LANGUAGE, MEDIANS, Pair, RUN, read_scenario, scenario_pairs, view_pair,
};
use super::link_text::LinkText;
use super::value::parse_finite;
use super::{MAX_PINNED_RUNS, Problems, Scenario};
use crate::phrase;

/// Everything that a link can hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What the page displays when the link is opened.
    pub shown: DisplayState,
    /// The results when the link was made.
    pub said: Option<RecordedMedians>,
    /// The runs that it is compared with and their names, at most [`MAX_PINNED_RUNS`].
    pub runs: Vec<(String, Scenario)>,
    /// The index of the baseline, the run that the others are compared with; 0 without runs.
    pub baseline: usize,
    /// What could not be read, apart from what is displayed first, one sentence each.
    pub lost: Vec<String>,
}

/// Medians over all futures, as recorded in a link: the month in which the target number of schools has
/// started (infinite if never), schools that ever started and schools still active at the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RecordedMedians(pub [f64; 3]);

/// How "never" is written in a link.
const NEVER: &str = "never";

impl From<DisplayState> for Link {
    fn from(shown: DisplayState) -> Self {
        Self { shown, said: None, runs: Vec::new(), baseline: 0, lost: Vec::new() }
    }
}

impl Link {
    /// Serializes the link: the fragment of an address, without the `#`.
    pub fn to_text(&self) -> String {
        let mut text = self.shown.scenario.link_of_version(self.shown.version);
        if let Some(language) = &self.shown.language {
            text += &format!("&{LANGUAGE}={language}");
        }
        text += &view_pair(self.shown.view);
        if let Some(month) = self.shown.month {
            text += &format!("&month={month}");
        }
        if let Some(RecordedMedians(numbers)) = self.said {
            let number = |number: f64| match number {
                f64::INFINITY => NEVER.to_owned(),
                number => number.to_string(),
            };
            text += &format!("&{MEDIANS}={}", numbers.map(number).join(","));
        }
        if self.baseline > 0 {
            text += &format!("&{BASELINE}={}", self.baseline + 1);
        }
        for (name, scenario) in &self.runs {
            let name: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
            text += &format!("&{RUN}={name}{}", scenario_pairs(scenario));
        }
        text
    }

    /// Parses a link: a whole address, or the part behind `#` or `?`.
    ///
    /// # Errors
    /// See [`DisplayState::read`]. Everything else that cannot be read is listed in [`Link::lost`].
    pub fn read(link: &str) -> Result<Self, Problems> {
        Self::of(&LinkText::parse(link)?)
    }

    /// Parses a link that is as a version of this page writes it (see [`super::tidy_link`]); `None` of any
    /// other, or one that is broken.
    pub fn read_tidied(link: &str) -> Option<Self> {
        Self::of(&LinkText::of_plain(link)?).ok()
    }

    fn of(link: &LinkText) -> Result<Self, Problems> {
        let mut read = Self::from(DisplayState::of(link)?);
        let pairs = &link.pairs;
        for part in pairs.chunk_by(|_, (name, _)| name != RUN) {
            match part {
                [(name, run), settings @ ..] if name == RUN => read.read_run(run, settings),
                shown => shown.iter().for_each(|pair| read.read_pair(pair)),
            }
        }
        if read.runs.len() > MAX_PINNED_RUNS {
            let found = read.runs.len();
            read.runs.truncate(MAX_PINNED_RUNS);
            read.lost.push(phrase!(
                "The link has {found} runs; the page compares at most {most}.",
                found,
                most = MAX_PINNED_RUNS
            ));
        }
        read.baseline = read.baseline.min(read.runs.len().saturating_sub(1));
        Ok(read)
    }

    /// Reads the recorded results and which run is the baseline.
    fn read_pair(&mut self, (name, text): &Pair) {
        let is_read = match name.as_str() {
            MEDIANS => {
                self.said = parse_medians(text);
                self.said.is_some()
            }
            BASELINE => {
                let place = text.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
                self.baseline = place.unwrap_or_default();
                place.is_some()
            }
            _ => true,
        };
        if !is_read {
            self.lost.push(phrase!("{name} could not be read and is left out.", name));
        }
    }

    fn read_run(&mut self, name: &str, pairs: &[Pair]) {
        match read_scenario(pairs, self.shown.version) {
            Ok(scenario) => self.runs.push((name.to_owned(), scenario)),
            Err(problems) => {
                self.lost.push(phrase!(
                    "The run \u{201c}{name}\u{201d} is left out. {problems}",
                    name,
                    problems
                ));
            }
        }
    }
}

/// Parses the recorded medians.
fn parse_medians(text: &str) -> Option<RecordedMedians> {
    let number = |text| if text == NEVER { Some(f64::INFINITY) } else { parse_finite(text) };
    let numbers: Option<Vec<f64>> = text.split(',').map(number).collect();
    numbers?.try_into().ok().map(RecordedMedians)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    fn slow() -> Scenario {
        Scenario::from_link("v2&preset=chicago&fast_slow=0.5").unwrap()
    }

    #[test]
    fn everything_in_a_link_survives_the_round_trip() {
        let shown = DisplayState { view: "stages", month: Some(30), ..slow().into() };
        let runs =
            vec![("A & B = <c>".to_owned(), slow()), (String::new(), Preset::Chicago.into())];
        let said = Some(RecordedMedians([f64::INFINITY, 112.5, 98.0]));
        let link = Link { said, runs, baseline: 1, ..shown.into() };
        assert_eq!(
            link.to_text(),
            "v2&preset=chicago&fast_slow=0.5&view=stages&month=30&said=never,112.5,98&baseline=2\
             &run=A+%26+B+%3D+%3Cc%3E&preset=chicago&fast_slow=0.5&run=&preset=chicago"
        );
        assert_eq!(Link::read(&link.to_text()), Ok(link.clone()));
        assert_eq!(DisplayState::read(&link.to_text()), Ok(link.shown));
    }

    #[test]
    fn a_link_with_nothing_but_runs_displays_the_default() {
        let link = Link::read("v2&view=bands&run=Slow&preset=chicago&fast_slow=0.5").unwrap();
        assert_eq!(link.shown, Scenario::default().into());
        assert_eq!(link.runs, [("Slow".to_owned(), slow())]);
    }

    #[test]
    fn what_cannot_be_read_besides_the_scenario_is_reported_and_affects_nothing_else() {
        let link = Link::read("v2&said=1,2&baseline=0&run=A&fast_slow=9&run=B").unwrap();
        assert_eq!(link.runs, [("B".to_owned(), Scenario::default())]);
        assert_eq!(
            link.lost[..2],
            [
                "said could not be read and is left out.",
                "baseline could not be read and is left out."
            ]
        );
        let why = "Fast and furious or slow and steady (fast_slow): 9 is not allowed";
        assert!(link.lost[2].starts_with(&format!("The run “A” is left out. {why}")));
        let link = Link::read(&format!("v2{}", "&run=A".repeat(5))).unwrap();
        assert_eq!(link.runs.len(), MAX_PINNED_RUNS);
        assert_eq!(link.lost, ["The link has 5 runs; the page compares at most 4."]);
    }
}
