//! The whole scenario in a link: `#v1&preset=chicago&fast_slow=0.4`.
//!
//! `v1` is the version of the format. What equals the preset (without one: the defaults) is left out.

use super::problem::shorten;
use super::{Parameter, Preset, Problem, Problems, Scenario, Settings, parameter};

const VERSION: &str = "v1";

impl Scenario {
    /// The part of a link behind `#`.
    pub fn to_link(&self) -> String {
        let mut link = VERSION.to_owned();
        if let Some(preset) = self.preset {
            link += &format!("&preset={}", preset.key());
        }
        for parameter in self.changed() {
            link += &format!("&{}={}", parameter.key, (parameter.get)(self));
        }
        link
    }

    /// Reads a link: a whole address, or the part from `#` or from `v1` on.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its name, its value and what is allowed.
    pub fn from_link(link: &str) -> Result<Self, Problems> {
        let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment).trim();
        let (version, pairs) = fragment.split_once('&').unwrap_or((fragment, ""));
        if version != VERSION {
            return Err(Problem::NotALink { found: shorten(fragment) }.into());
        }
        let pairs: Vec<(String, String)> =
            form_urlencoded::parse(pairs.as_bytes()).into_owned().collect();

        let mut problems = Vec::new();
        let mut settings = Settings::starting_from(preset_of(&pairs, &mut problems));
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
fn preset_of(pairs: &[(String, String)], problems: &mut Vec<Problem>) -> Option<Preset> {
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
