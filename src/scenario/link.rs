//! A link: `#v1&preset=chicago&fast_slow=0.4`, and with it how it is looked at, what came out, and the
//! runs that it is compared with.
//!
//! `v1` is the version of the model that made the link; the form is the same in all of them. What equals
//! the preset (without one: the defaults) is left out. What stands before the first `run` is of the
//! scenario that is shown; each `run` gives the name of another, and what follows is of that one:
//! `#v1&preset=chicago&view=stages&month=30&said=25,112,98&run=Slow&preset=chicago&fast_slow=0.8`.

use super::problem::shorten;
use super::value::finite;
use super::{MOST_RUNS, Parameter, Preset, Problem, Problems, Scenario, Settings, parameter};

/// Version of the model: raised with every change of results.
const VERSION: &str = "v1";

/// The views that a link can ask for, beside the one that a page opens with.
const VIEWS: [&str; 1] = ["stages"];

/// Everything that a link can hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The scenario that is shown.
    pub scenario: Scenario,
    /// The name of the chart's view; none for the one that a page opens with.
    pub view: Option<String>,
    /// The month that is looked at.
    pub month: Option<u32>,
    /// What came out when the link was made.
    pub said: Option<Said>,
    /// The runs that it is compared with, with their names, at most [`MOST_RUNS`].
    pub runs: Vec<(String, Scenario)>,
    /// The place of the run that the others are held against; 0 without runs.
    pub baseline: usize,
}

/// Medians over all futures: the month in which the target has started (infinite if never), schools that
/// ever started and schools still active at the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said(pub [f64; 3]);

/// How "never" is written.
const NEVER: &str = "never";

impl Scenario {
    /// The part of a link behind `#`.
    pub fn to_link(&self) -> String {
        format!("{VERSION}{}", pairs_of(self))
    }

    /// Reads the scenario of a link: a whole address, or the part from `#` or from `v1` on.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its name, its value and what is allowed.
    pub fn from_link(link: &str) -> Result<Self, Problems> {
        Link::read(link).map(|link| link.scenario)
    }
}

impl From<Scenario> for Link {
    fn from(scenario: Scenario) -> Self {
        Self { scenario, view: None, month: None, said: None, runs: Vec::new(), baseline: 0 }
    }
}

impl Link {
    /// The part of an address behind `#`.
    pub fn to_text(&self) -> String {
        let mut text = self.scenario.to_link();
        if let Some(view) = &self.view {
            text += &format!("&view={view}");
        }
        if let Some(month) = self.month {
            text += &format!("&month={month}");
        }
        if let Some(Said(numbers)) = self.said {
            let number = |number: f64| match number {
                f64::INFINITY => NEVER.to_owned(),
                number => number.to_string(),
            };
            text += &format!("&said={}", numbers.map(number).join(","));
        }
        if self.baseline > 0 {
            text += &format!("&baseline={}", self.baseline + 1);
        }
        for (name, scenario) in &self.runs {
            let name: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
            text += &format!("&run={name}{}", pairs_of(scenario));
        }
        text
    }

    /// Reads a link: a whole address, or the part from `#` or from `v1` on.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its name, its value and what is allowed.
    pub fn read(link: &str) -> Result<Self, Problems> {
        let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment).trim();
        let (version, pairs) = fragment.split_once('&').unwrap_or((fragment, ""));
        if version != VERSION {
            return Err(Problem::NotALink { found: shorten(fragment) }.into());
        }
        let pairs: Vec<Pair> = form_urlencoded::parse(pairs.as_bytes()).into_owned().collect();
        let first_run = pairs.iter().position(|(name, _)| name == "run").unwrap_or(pairs.len());
        let (shown, runs) = pairs.split_at(first_run);

        let mut problems = Vec::new();
        let (extras, settings): (Vec<&Pair>, Vec<&Pair>) =
            shown.iter().partition(|(name, _)| EXTRAS.contains(&name.as_str()));
        let mut read = Self::from(read_scenario(settings.into_iter(), &mut problems));
        for (name, text) in extras {
            if read.take(name, text).is_none() {
                problems.push(Problem::Unknown { key: shorten(&format!("{name}={text}")) });
            }
        }
        for run in runs.chunk_by(|_, (name, _)| name != "run") {
            let scenario = read_scenario(run[1..].iter(), &mut problems);
            read.runs.push((run[0].1.clone(), scenario));
        }
        if read.runs.len() > MOST_RUNS {
            problems.push(Problem::TooManyRuns { found: read.runs.len() });
        }
        read.baseline = read.baseline.min(read.runs.len().saturating_sub(1));
        if problems.is_empty() { Ok(read) } else { Err(Problems(problems)) }
    }

    /// Takes one of the extras over; none if it says nothing.
    fn take(&mut self, name: &str, text: &str) -> Option<()> {
        match name {
            "view" => self.view = Some(VIEWS.into_iter().find(|view| *view == text)?.to_owned()),
            "month" => self.month = Some(text.parse().ok()?),
            "baseline" => self.baseline = text.parse::<usize>().ok()?.checked_sub(1)?,
            _ => self.said = Some(Said(said(text)?)),
        }
        Some(())
    }
}

/// Names in a link that are no parameter's, and stand before the first run.
const EXTRAS: [&str; 4] = ["view", "month", "said", "baseline"];

/// Name and value.
type Pair = (String, String);

/// The numbers of what came out.
fn said(text: &str) -> Option<[f64; 3]> {
    let number = |text: &str| match text {
        NEVER => Some(f64::INFINITY),
        text => finite(text),
    };
    let numbers: Option<Vec<f64>> = text.split(',').map(number).collect();
    numbers?.try_into().ok()
}

/// The scenario in a link, each pair with its `&`.
fn pairs_of(scenario: &Scenario) -> String {
    let preset = scenario.preset.map(|preset| format!("&preset={}", preset.key()));
    let changed = scenario
        .changed()
        .map(|parameter| format!("&{}={}", parameter.key, (parameter.get)(scenario)));
    preset.into_iter().chain(changed).collect()
}

/// Reads one scenario; the default if anything is wrong with it, which the problems tell.
fn read_scenario<'a>(
    pairs: impl Iterator<Item = &'a Pair> + Clone,
    problems: &mut Vec<Problem>,
) -> Scenario {
    let mut found = Vec::new();
    let mut settings = Settings::starting_from(preset_of(pairs.clone(), &mut found));
    let mut seen = Vec::new();
    for (name, text) in pairs.filter(|(name, _)| name != "preset") {
        match read_pair(name, text, &mut settings) {
            Ok(parameter) if seen.contains(&parameter.key) => {
                found.push(Problem::Twice { key: parameter.key });
            }
            Ok(parameter) => seen.push(parameter.key),
            Err(problem) => found.push(problem),
        }
    }
    finish(settings, found).unwrap_or_else(|Problems(found)| {
        problems.extend(found);
        Scenario::default()
    })
}

/// The scenario, or the problems of reading followed by those of the settings read.
pub(super) fn finish(settings: Settings, mut problems: Vec<Problem>) -> Result<Scenario, Problems> {
    match Scenario::new(settings) {
        Ok(scenario) if problems.is_empty() => Ok(scenario),
        Ok(_) => Err(Problems(problems)),
        Err(Problems(more)) => {
            problems.extend(more);
            Err(Problems(problems))
        }
    }
}

/// The preset that the link starts from.
fn preset_of<'a>(
    pairs: impl Iterator<Item = &'a Pair>,
    problems: &mut Vec<Problem>,
) -> Option<Preset> {
    let mut names = pairs.filter(|(name, _)| name == "preset").map(|(_, value)| value);
    let name = names.next()?;
    if names.next().is_some() {
        problems.push(Problem::Twice { key: "preset" });
    }
    let preset = Preset::from_key(name);
    if preset.is_none() {
        problems.push(Problem::UnknownPreset { name: shorten(name) });
    }
    preset
}

fn read_pair(
    name: &str,
    text: &str,
    settings: &mut Settings,
) -> Result<&'static Parameter, Problem> {
    let parameter = parameter(name).ok_or_else(|| Problem::Unknown { key: shorten(name) })?;
    let value = parameter.parse(text)?;
    (parameter.set)(settings, value).ok_or_else(|| Problem::not_allowed(parameter, value))?;
    Ok(parameter)
}
