//! A scenario in a link, and how it is displayed:
//! `#v2&preset=chicago&fast_slow=0.4&view=bands&month=30`.
//!
//! `v2` is the version of the model that made the link; the format is the same in all versions. Values
//! equal to those of the preset (or the defaults, without one) are left out. A link without a view shows
//! bands by luck alone, as all did before there were others. A link may hold more ([`super::Link`]).
//!
//! Here links are read with every reason why one is refused. What the page writes itself is read by
//! `super::plain_link`, without this.

use super::link_text::LinkText;
use super::{
    Limits, ModelVersion, Parameter, Preset, Problem, Problems, Scenario, Settings, Value,
    parameter, text_problem,
};

/// The month that the page shows first, if the simulation is that long.
pub const DEFAULT_MONTH: u32 = 24;

/// The views that a link can request.
pub(super) const VIEW_NAMES: [&str; 3] = ["bands", LUCK_VIEW, "stages"];
/// The view of a link that names none: it is of the time when there was no band with unknowns.
pub(super) const LUCK_VIEW: &str = "luck";

/// The names of a link besides those of the parameters.
pub(super) const LINK_KEYS: [&str; 7] = [PRESET, LANGUAGE, VIEW, MONTH, MEDIANS, BASELINE, RUN];
pub(super) const PRESET: &str = "preset";
pub(super) const LANGUAGE: &str = "lang";
pub(super) const VIEW: &str = "view";
pub(super) const MONTH: &str = "month";
// The following keys belong to [`super::Link`]; everything after the first run belongs to other
// scenarios.
pub(super) const MEDIANS: &str = "said";
pub(super) const BASELINE: &str = "baseline";
pub(super) const RUN: &str = "run";

/// What the page displays when a link is opened.
#[derive(Debug, Clone, PartialEq)]
pub struct DisplayState {
    /// The version of the model that made the link.
    pub version: ModelVersion,
    /// The scenario.
    pub scenario: Scenario,
    /// The tag of the display language (public/starting.js applies it); `None` for the preference of the
    /// person who opens the link.
    pub language: Option<String>,
    /// The name of the chart's view.
    pub view: &'static str,
    /// The selected month; `None` for the default.
    pub month: Option<u32>,
}

/// Name and value.
pub(super) type Pair = (String, String);

impl Scenario {
    /// The fragment of a link, without the `#`.
    pub fn to_link(&self) -> String {
        self.link_of_version(ModelVersion::CURRENT)
    }

    /// The same, to the view of this name.
    pub fn to_link_in_view(&self, view: &str) -> String {
        self.to_link() + &view_pair(view)
    }

    /// A link to what this version of the model made.
    pub(super) fn link_of_version(&self, version: ModelVersion) -> String {
        format!("v{}{}", version.number(), scenario_pairs(self))
    }

    /// Parses the scenario of a link: a whole address, or the part behind `#` or `?`. Whatever version of the
    /// model made it, it is a scenario of the current one.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with the name, the value, and what is allowed.
    pub fn from_link(link: &str) -> Result<Self, Problems> {
        DisplayState::read(link).map(|shown| shown.scenario)
    }

    /// Parses the scenario of a link that any version of this page has written and kept; `None` if that is
    /// damaged.
    pub fn from_kept_link(link: &str) -> Option<Self> {
        DisplayState::read_kept(link).map(|shown| shown.scenario)
    }
}

impl From<Scenario> for DisplayState {
    fn from(scenario: Scenario) -> Self {
        let version = ModelVersion::CURRENT;
        Self { version, scenario, language: None, view: VIEW_NAMES[0], month: None }
    }
}

impl DisplayState {
    /// Parses what the page displays when the link is opened. The rest of the link is ignored.
    ///
    /// # Errors
    /// See [`Scenario::from_link`].
    pub fn read(link: &str) -> Result<Self, Problems> {
        Self::of(&LinkText::parse(link)?)
    }

    /// Parses a link that any version of this page has written and kept: it is as it was written, or damaged.
    pub(super) fn read_kept(link: &str) -> Option<Self> {
        Self::of(&LinkText::of_plain(link)?).ok()
    }

    /// What a link displays.
    pub(super) fn of(link: &LinkText) -> Result<Self, Problems> {
        let LinkText { version, ref pairs } = *link;
        let end = pairs.iter().position(|(name, _)| name == RUN).unwrap_or(pairs.len());
        let (mut language, mut view, mut month) = (None, None, None);
        let (mut settings, mut problems) = (Vec::new(), Vec::new());
        for (name, text) in &pairs[..end] {
            match name.as_str() {
                MEDIANS | BASELINE => {}
                LANGUAGE if is_language_tag(text) => language = Some(text.clone()),
                VIEW if view_named(text).is_some() => view = view_named(text),
                MONTH if text.parse::<u32>().is_ok() => month = text.parse().ok(),
                LANGUAGE | VIEW | MONTH => {
                    problems.push(text_problem::unknown(&format!("{name}={text}")));
                }
                _ => settings.push((name.clone(), text.clone())),
            }
        }
        match read_scenario(&settings, version) {
            Ok(scenario) if problems.is_empty() => {
                let view = view.unwrap_or(LUCK_VIEW);
                Ok(Self { version, scenario, language, view, month })
            }
            Ok(_) => Err(Problems(problems)),
            Err(Problems(more)) => Err(Problems(problems.into_iter().chain(more).collect())),
        }
    }
}

/// The view of this name.
pub(super) fn view_named(text: &str) -> Option<&'static str> {
    VIEW_NAMES.into_iter().find(|name| *name == text)
}

/// The pair of a view, preceded by `&`; nothing for the view of links without one.
pub(super) fn view_pair(view: &str) -> String {
    if view == LUCK_VIEW { String::new() } else { format!("&{VIEW}={view}") }
}

/// Whether a text has the form of a language tag. The page knows which languages are available.
pub(super) fn is_language_tag(text: &str) -> bool {
    text.len() <= 20 && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-')
}

/// The pairs of a scenario in a link, each preceded by `&`.
pub(super) fn scenario_pairs(scenario: &Scenario) -> String {
    let mut pairs = String::new();
    if let Some(preset) = scenario.preset {
        pairs += &format!("&preset={}", preset.key());
    }
    for parameter in scenario.changed() {
        pairs += &format!("&{}={}", parameter.key, (parameter.get)(scenario));
    }
    pairs
}

/// Parses one scenario of a link that this version of the model made.
pub(super) fn read_scenario(pairs: &[Pair], version: ModelVersion) -> Result<Scenario, Problems> {
    let mut problems = Vec::new();
    let mut settings = Settings::starting_from(read_preset(pairs, &mut problems));
    let mut seen = Vec::new();
    for (name, text) in pairs.iter().filter(|(name, _)| name != PRESET) {
        match read_pair(name, text, &mut settings) {
            Ok(parameter) if seen.contains(&parameter.key) => {
                problems.push(text_problem::given_twice(parameter.key));
            }
            Ok(parameter) => seen.push(parameter.key),
            Err(problem) => problems.push(problem),
        }
    }
    finish(settings, version, problems)
}

/// The scenario, or the problems of parsing followed by those of the parsed settings. Version 1 had no limit on
/// the months of all futures together; what it made opens with as many futures as the limit allows.
pub(super) fn finish(
    mut settings: Settings,
    version: ModelVersion,
    mut problems: Vec<Problem>,
) -> Result<Scenario, Problems> {
    let most = settings.most_futures();
    let futures = &mut settings.simulation.replicates;
    let futures_set = Value::Whole(u64::from(*futures));
    // More than anybody could ever set is still a mistake.
    let could_be_set = |row: &Parameter| row.allows(futures_set, Limits::Range);
    if version == ModelVersion::One && parameter("replicates").is_some_and(could_be_set) {
        *futures = most.min(*futures);
    }
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
fn read_preset(pairs: &[Pair], problems: &mut Vec<Problem>) -> Option<Preset> {
    let mut names = pairs.iter().filter(|(name, _)| name == PRESET).map(|(_, value)| value);
    let name = names.next()?;
    if names.next().is_some() {
        problems.push(text_problem::given_twice(PRESET));
    }
    let preset = Preset::from_key(name);
    if preset.is_none() {
        problems.push(text_problem::unknown_preset(name));
    }
    preset
}

fn read_pair(
    name: &str,
    text: &str,
    settings: &mut Settings,
) -> Result<&'static Parameter, Problem> {
    let parameter = parameter(name).ok_or_else(|| text_problem::unknown(name))?;
    let value = parameter.parse(text)?;
    (parameter.set)(settings, value).ok_or_else(|| Problem::not_allowed(parameter, value))?;
    Ok(parameter)
}
