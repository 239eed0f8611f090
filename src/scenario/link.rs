//! A scenario in a link, and how it is looked at: `#v1&preset=chicago&fast_slow=0.4&view=stages&month=30`.
//!
//! `v1` is the version of the model that made the link; the form is the same in all of them. What equals
//! the preset (without one: the defaults) is left out. A link may say more ([`super::Link`]).

use super::problem::shorten;
use super::{Parameter, Preset, Problem, Problems, Scenario, Settings, parameter};

/// Version of the model: raised with every change of results.
pub(super) const VERSION: &str = "v1";

/// The month that a page opens with, if it has so many.
pub const OPENING_MONTH: u32 = 24;

/// The views that a link can ask for, beside the one that a page opens with.
const VIEWS: [&str; 1] = ["stages"];

pub(super) const LANGUAGE: &str = "lang";
const VIEW: &str = "view";
const MONTH: &str = "month";
// The rest is of [`super::Link`]; what stands behind the first run is of other scenarios.
pub(super) const SAID: &str = "said";
pub(super) const BASELINE: &str = "baseline";
pub(super) const RUN: &str = "run";

/// Whether a link says more than a scenario.
pub fn says_more(link: &str) -> bool {
    let more =
        |(name, _): &Pair| [LANGUAGE, VIEW, MONTH, SAID, BASELINE, RUN].contains(&name.as_str());
    pairs_in(link).is_ok_and(|pairs| pairs.iter().any(more))
}

/// What a link shows at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The scenario.
    pub scenario: Scenario,
    /// The tag of the language that it is shown in (public/starting.js sees to that); none for that of
    /// who opens it.
    pub language: Option<String>,
    /// The name of the chart's view; none for the one that a page opens with.
    pub view: Option<String>,
    /// The month that is looked at; none for the one that a page opens with.
    pub month: Option<u32>,
}

/// Name and value.
pub(super) type Pair = (String, String);

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
        Shown::read(link).map(|shown| shown.scenario)
    }
}

impl From<Scenario> for Shown {
    fn from(scenario: Scenario) -> Self {
        Self { scenario, language: None, view: None, month: None }
    }
}

impl Shown {
    /// Reads what a link shows at once. What it says more is not looked at.
    ///
    /// # Errors
    /// As [`Scenario::from_link`].
    pub fn read(link: &str) -> Result<Self, Problems> {
        let pairs = pairs_in(link)?;
        let end = pairs.iter().position(|(name, _)| name == RUN).unwrap_or(pairs.len());
        let (mut language, mut view, mut month) = (None, None, None);
        let (mut settings, mut problems) = (Vec::new(), Vec::new());
        for (name, text) in &pairs[..end] {
            match name.as_str() {
                SAID | BASELINE => {}
                LANGUAGE if is_tag(text) => language = Some(text.clone()),
                VIEW if VIEWS.contains(&text.as_str()) => view = Some(text.clone()),
                MONTH if text.parse::<u32>().is_ok() => month = text.parse().ok(),
                LANGUAGE | VIEW | MONTH => {
                    problems.push(Problem::Unknown { key: shorten(&format!("{name}={text}")) });
                }
                _ => settings.push((name.clone(), text.clone())),
            }
        }
        match read_scenario(&settings) {
            Ok(scenario) if problems.is_empty() => Ok(Self { scenario, language, view, month }),
            Ok(_) => Err(Problems(problems)),
            Err(Problems(more)) => Err(Problems(problems.into_iter().chain(more).collect())),
        }
    }
}

/// Whether a text may be the tag of a language. Which languages there are, the page knows.
fn is_tag(text: &str) -> bool {
    text.len() <= 20 && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-')
}

/// The pairs of a link.
pub(super) fn pairs_in(link: &str) -> Result<Vec<Pair>, Problems> {
    let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment).trim();
    let (version, pairs) = fragment.split_once('&').unwrap_or((fragment, ""));
    if version != VERSION {
        return Err(Problem::NotALink { found: shorten(fragment) }.into());
    }
    Ok(form_urlencoded::parse(pairs.as_bytes()).into_owned().collect())
}

/// The scenario in a link, each pair with its `&`.
pub(super) fn pairs_of(scenario: &Scenario) -> String {
    let mut pairs = String::new();
    if let Some(preset) = scenario.preset {
        pairs += &format!("&preset={}", preset.key());
    }
    for parameter in scenario.changed() {
        pairs += &format!("&{}={}", parameter.key, (parameter.get)(scenario));
    }
    pairs
}

/// Reads one scenario.
pub(super) fn read_scenario(pairs: &[Pair]) -> Result<Scenario, Problems> {
    let mut problems = Vec::new();
    let mut settings = Settings::starting_from(preset_of(pairs, &mut problems));
    let mut seen = Vec::new();
    for (name, text) in pairs.iter().filter(|(name, _)| name != "preset") {
        match read_pair(name, text, &mut settings) {
            Ok(parameter) if seen.contains(&parameter.key) => {
                problems.push(Problem::Twice { key: parameter.key });
            }
            Ok(parameter) => seen.push(parameter.key),
            Err(problem) => problems.push(problem),
        }
    }
    finish(settings, problems)
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
fn preset_of(pairs: &[Pair], problems: &mut Vec<Problem>) -> Option<Preset> {
    let mut names = pairs.iter().filter(|(name, _)| name == "preset").map(|(_, value)| value);
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
