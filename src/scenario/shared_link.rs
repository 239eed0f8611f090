//! A link that is shared: a scenario and how it is looked at, what came out, and the runs that it is
//! compared with.
//!
//! Each `run` gives the name of another run, and what follows is of that one:
//! `#v1&preset=chicago&view=stages&said=25,112,98&run=Slow&preset=chicago&fast_slow=0.8`.

use super::link::{BASELINE, LANGUAGE, Pair, RUN, SAID, Shown, pairs_in, pairs_of, read_scenario};
use super::value::finite;
use super::{MOST_RUNS, Problems, Scenario};
use crate::phrase;

/// Everything that a link can hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What is shown at once.
    pub shown: Shown,
    /// What came out when the link was made.
    pub said: Option<Said>,
    /// The runs that it is compared with, with their names, at most [`MOST_RUNS`].
    pub runs: Vec<(String, Scenario)>,
    /// The place of the run that the others are held against; 0 without runs.
    pub baseline: usize,
    /// What could not be read, beside what is shown at once, a sentence each.
    pub lost: Vec<String>,
}

/// Medians over all futures: the month in which the target has started (infinite if never), schools that
/// ever started and schools still active at the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said(pub [f64; 3]);

/// How "never" is written.
const NEVER: &str = "never";

impl From<Shown> for Link {
    fn from(shown: Shown) -> Self {
        Self { shown, said: None, runs: Vec::new(), baseline: 0, lost: Vec::new() }
    }
}

impl Link {
    /// The part of an address behind `#`.
    pub fn to_text(&self) -> String {
        let mut text = self.shown.scenario.to_link();
        if let Some(language) = &self.shown.language {
            text += &format!("&{LANGUAGE}={language}");
        }
        if let Some(view) = &self.shown.view {
            text += &format!("&view={view}");
        }
        if let Some(month) = self.shown.month {
            text += &format!("&month={month}");
        }
        if let Some(Said(numbers)) = self.said {
            let number = |number: f64| match number {
                f64::INFINITY => NEVER.to_owned(),
                number => number.to_string(),
            };
            text += &format!("&{SAID}={}", numbers.map(number).join(","));
        }
        if self.baseline > 0 {
            text += &format!("&{BASELINE}={}", self.baseline + 1);
        }
        for (name, scenario) in &self.runs {
            let name: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
            text += &format!("&{RUN}={name}{}", pairs_of(scenario));
        }
        text
    }

    /// Reads a link: a whole address, or the part from `#` or from `v1` on.
    ///
    /// # Errors
    /// As [`Shown::read`]. What else cannot be read is [`Link::lost`].
    pub fn read(link: &str) -> Result<Self, Problems> {
        let mut read = Self::from(Shown::read(link)?);
        let pairs = pairs_in(link)?;
        for part in pairs.chunk_by(|_, (name, _)| name != RUN) {
            match part {
                [(name, run), settings @ ..] if name == RUN => read.take_run(run, settings),
                shown => shown.iter().for_each(|pair| read.take(pair)),
            }
        }
        if read.runs.len() > MOST_RUNS {
            let found = read.runs.len();
            read.runs.truncate(MOST_RUNS);
            read.lost.push(phrase!(
                "The link holds {found} runs; the page compares {most} at the most.",
                found,
                most = MOST_RUNS
            ));
        }
        read.baseline = read.baseline.min(read.runs.len().saturating_sub(1));
        Ok(read)
    }

    /// Takes over what came out, and which run is the baseline.
    fn take(&mut self, (name, text): &Pair) {
        let is_read = match name.as_str() {
            SAID => {
                self.said = said(text);
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

    fn take_run(&mut self, name: &str, pairs: &[Pair]) {
        match read_scenario(pairs) {
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

/// The numbers of what came out.
fn said(text: &str) -> Option<Said> {
    let number = |text| if text == NEVER { Some(f64::INFINITY) } else { finite(text) };
    let numbers: Option<Vec<f64>> = text.split(',').map(number).collect();
    numbers?.try_into().ok().map(Said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    fn slow() -> Scenario {
        Scenario::from_link("v1&preset=chicago&fast_slow=0.5").unwrap()
    }

    #[test]
    fn everything_in_a_link_comes_back_as_it_was() {
        let shown = Shown { view: Some("stages".to_owned()), month: Some(30), ..slow().into() };
        let runs =
            vec![("A & B = <c>".to_owned(), slow()), (String::new(), Preset::Chicago.into())];
        let said = Some(Said([f64::INFINITY, 112.5, 98.0]));
        let link = Link { said, runs, baseline: 1, ..shown.into() };
        assert_eq!(
            link.to_text(),
            "v1&preset=chicago&fast_slow=0.5&view=stages&month=30&said=never,112.5,98&baseline=2\
             &run=A+%26+B+%3D+%3Cc%3E&preset=chicago&fast_slow=0.5&run=&preset=chicago"
        );
        assert_eq!(Link::read(&link.to_text()), Ok(link.clone()));
        assert_eq!(Shown::read(&link.to_text()), Ok(link.shown));
    }

    #[test]
    fn a_link_of_nothing_but_runs_shows_the_default() {
        let link = Link::read("v1&run=Slow&preset=chicago&fast_slow=0.5").unwrap();
        assert_eq!(link.shown, Scenario::default().into());
        assert_eq!(link.runs, [("Slow".to_owned(), slow())]);
    }

    #[test]
    fn what_cannot_be_read_beside_the_scenario_is_told_and_takes_nothing_with_it() {
        let link = Link::read("v1&said=1,2&baseline=0&run=A&fast_slow=9&run=B").unwrap();
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
        let link = Link::read(&format!("v1{}", "&run=A".repeat(5))).unwrap();
        assert_eq!(link.runs.len(), MOST_RUNS);
        assert_eq!(link.lost, ["The link holds 5 runs; the page compares 4 at the most."]);
    }
}
