//! What a person can set: the parameters of a scenario, their validation, and how a scenario is
//! serialized to a link or a file.
//!
//! [`Settings`] are the raw values; a [`Scenario`] is settings that have been validated. The table of
//! parameters ([`parameters`]) is the single source of all facts about them.
//!
//! Conventions: a decision is in -1..1, with its first-named end at -1; shares and indices are in 0..1;
//! rates are per year; money is in thousands of dollars (k$); months count from the start of a school
//! year.

pub mod calendar;
mod checks;
mod coaching;
mod costs;
pub mod decision_ends;
mod decisions;
mod district;
mod file;
mod file_problem;
mod launch;
mod learning;
mod link;
mod link_query;
mod link_text;
mod mitigations;
mod names;
mod opened_file;
mod parameter;
mod plain_link;
mod practice;
mod presets;
mod problem;
mod risks;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod sensitivity;
mod shared_link;
mod simulation;
mod spread;
mod stored_runs;
mod text_problem;
mod typed_value;
mod unique_json;
mod value;
mod version;

pub use calendar::Calendar;
use coaching::Coaching;
pub use costs::Costs;
pub use decisions::Decisions;
pub use district::District;
pub use file::ScenarioFile;
pub use launch::Launch;
pub use learning::Learning;
pub use link::{DEFAULT_MONTH, DisplayState};
pub use link_query::{may_hold_settings, query_of_others};
pub use link_text::{is_link_in_query, tidy_link};
pub use mitigations::Mitigations;
pub use names::{MAX_NAME_LENGTH, file_stem, free_name, tidy_name};
pub use opened_file::{left_out_message, open_file, too_large_message, unreadable_message};
pub use parameter::{Domain, Evidence, Group, Parameter, Range};
pub use plain_link::holds_more_than_scenario;
pub use practice::Practice;
pub use presets::{Observation, Preset, Reading};
pub use problem::{Problem, Problems};
pub use risks::Risks;
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
pub use sensitivity::Sensitivity;
pub use shared_link::{Link, RecordedMedians};
pub use simulation::Simulation;
pub use spread::Spread;
pub use stored_runs::{MAX_PINNED_RUNS, StoredRun, StoredRuns};
pub use unique_json::parse_json;
pub use value::Value;
pub use version::ModelVersion;

use parameter::Description;
use std::ops::Deref;

/// The table: every parameter once, in the order of the form.
static TABLE: [&[Parameter]; 12] = [
    Decisions::ROWS,
    Launch::ROWS,
    Mitigations::ROWS,
    District::ROWS,
    Spread::ROWS,
    Coaching::ROWS,
    Practice::ROWS,
    Learning::ROWS,
    Risks::ROWS,
    Costs::ROWS,
    Sensitivity::ROWS,
    Simulation::ROWS,
];

/// The descriptions of the table's rows, in the same order.
static DESCRIPTIONS: [&[Description]; 12] = [
    Decisions::DESCRIPTIONS,
    Launch::DESCRIPTIONS,
    Mitigations::DESCRIPTIONS,
    District::DESCRIPTIONS,
    Spread::DESCRIPTIONS,
    Coaching::DESCRIPTIONS,
    Practice::DESCRIPTIONS,
    Learning::DESCRIPTIONS,
    Risks::DESCRIPTIONS,
    Costs::DESCRIPTIONS,
    Sensitivity::DESCRIPTIONS,
    Simulation::DESCRIPTIONS,
];

/// The description of a parameter.
fn description(parameter: &Parameter) -> &'static Description {
    let mut rows = parameters().zip(DESCRIPTIONS.iter().flat_map(|group| group.iter()));
    let found = rows.find(|(row, _)| row.key == parameter.key);
    found.expect("every parameter is a row of the table").1
}

/// Every parameter, in the order of the form.
pub fn parameters() -> impl Iterator<Item = &'static Parameter> {
    TABLE.iter().flat_map(|group| group.iter())
}

/// The parameters of one group.
pub fn parameters_of(group: Group) -> impl Iterator<Item = &'static Parameter> {
    parameters().filter(move |parameter| parameter.group == group)
}

/// The parameter with this key.
pub fn parameter(key: &str) -> Option<&'static Parameter> {
    parameters().find(|parameter| parameter.key == key)
}

/// The settings of a scenario, not yet validated. The default values are those of the specification.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Settings {
    /// The named district that the settings started from. It supplies the published counts on the page, and the
    /// values that a link or file leaves out.
    pub preset: Option<Preset>,
    /// The seven decisions.
    pub decisions: Decisions,
    /// Launch and intakes.
    pub launch: Launch,
    /// Safeguards against each rollout risk.
    pub mitigations: Mitigations,
    /// The district and its schools.
    pub district: District,
    /// How the practice spreads.
    pub spread: Spread,
    /// How much coaching sites need, and what it costs.
    pub coaching: Coaching,
    /// How practice deepens and lasts.
    pub practice: Practice,
    /// What the district learns, and how much it is trusted.
    pub learning: Learning,
    /// How often things go wrong.
    pub risks: Risks,
    /// What running the sites costs.
    pub costs: Costs,
    /// How strong the effects of decisions are, and whether constants are uncertain.
    pub sensitivity: Sensitivity,
    /// How the simulation is run and displayed.
    pub simulation: Simulation,
}

impl Settings {
    /// How its months are dated.
    pub fn calendar(&self) -> Calendar {
        let year = self.district.start_year;
        Calendar { first_july: (year > 0).then_some(year) }
    }

    /// The district whose published counts these settings are of: that of their preset, unless they say that it is
    /// another one, by its schools, those under way or its calendar.
    pub fn counted_district(&self) -> Option<Preset> {
        let preset = self.preset.filter(|preset| !preset.observations().is_empty())?;
        self.is_of_same_district(&preset.settings()).then_some(preset)
    }

    /// Whether these settings are of the same district as the others, whatever it decides.
    pub fn is_of_same_district(&self, other: &Self) -> bool {
        let facts = |settings: &Self| {
            let District { n_schools, start_schools, start_age, start_year, .. } =
                settings.district;
            (settings.preset, n_schools, start_schools, start_age, start_year)
        };
        facts(self) == facts(other)
    }

    /// The published counts of the district.
    pub fn published_counts(&self) -> &'static [Observation] {
        self.counted_district().map_or(&[], Preset::observations)
    }

    /// The settings that a link or file with this preset starts from.
    pub fn starting_from(preset: Option<Preset>) -> Self {
        preset.map_or_else(Self::default, Preset::settings)
    }
}

/// Which limits a validation enforces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limits {
    /// What a person may enter.
    Range,
    /// What the equations can handle.
    Domain,
}

impl Parameter {
    /// Whether it is a constant of the model that nobody has measured, so that futures with uncertain
    /// constants draw it.
    pub fn is_uncertain(&self) -> bool {
        self.group.is_of_the_model() && self.has_uncertain_evidence
    }

    /// The default value in the specification.
    pub fn default_value(&self) -> Value {
        (self.get)(&Settings::default())
    }

    /// Parses a value as written in a link, or by a control that a person cannot type into.
    pub fn parse(&self, text: &str) -> Result<Value, Problem> {
        self.default_value()
            .parse_same_kind(text)
            .ok_or_else(|| Problem::not_allowed(self, format_args!("'{text}'")))
    }

    /// Whether the value stands for none of what the parameter sets.
    pub fn is_none(&self, value: Value) -> bool {
        matches!(self.range, Range::NoneOrBetween(..)) && value.number() == 0.0
    }

    /// Whether a value is within these limits.
    pub fn allows(&self, value: Value, limits: Limits) -> bool {
        let (low, high) = match (self.range, limits) {
            (Range::NoneOrBetween(..), Limits::Range) if self.is_none(value) => return true,
            (Range::Between(low, high) | Range::NoneOrBetween(low, high), Limits::Range) => {
                (low, high)
            }
            (Range::OneOf(choices), Limits::Range) => {
                return matches!(value, Value::Whole(number) if choices.contains(&number));
            }
            (Range::YesNo { .. }, _) => return true,
            (_, Limits::Domain) => self.domain,
        };
        // Phrased so that NaN is rejected.
        let inside = |number: f64| number >= low && number <= high;
        match value {
            Value::Number(number) => inside(number),
            Value::Whole(number) => inside(number as f64),
            Value::Stages(numbers) => numbers.into_iter().all(inside),
            Value::YesNo(_) => true,
        }
    }
}

/// Validated settings: the input of the model.
///
/// It is validated on construction and cannot be changed in place, so there is no way to hold an invalid
/// one. Its settings are accessible as fields: `scenario.district.n_schools`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scenario {
    settings: Settings,
    version: ModelVersion,
}

impl Scenario {
    /// A scenario from settings that a person may enter.
    ///
    /// # Errors
    /// Every setting outside its range, with the value and the range.
    pub fn new(settings: Settings) -> Result<Self, Problems> {
        Self::within(settings, Limits::Range)
    }

    /// A scenario that may exceed the ranges, but not what the equations can handle: for the closed-form
    /// limits of the specification, section 10, and for research.
    ///
    /// # Errors
    /// Every setting that the equations cannot handle.
    pub fn beyond_ranges(settings: Settings) -> Result<Self, Problems> {
        Self::within(settings, Limits::Domain)
    }

    fn within(settings: Settings, limits: Limits) -> Result<Self, Problems> {
        match settings.problems(limits) {
            problems if problems.is_empty() => Ok(Self::of(settings)),
            problems => Err(Problems(problems)),
        }
    }

    /// Settings that are known to be valid.
    fn of(settings: Settings) -> Self {
        Self { settings, version: ModelVersion::CURRENT }
    }

    /// The version of the model that simulates it.
    pub fn version(&self) -> ModelVersion {
        self.version
    }

    /// The same settings, to be simulated as this version of the model did.
    pub fn as_of(self, version: ModelVersion) -> Self {
        Self { version, ..self }
    }

    /// The same settings in worlds of their own: each future draws the constants that nobody has measured.
    pub fn with_unknowns(mut self) -> Self {
        self.settings.sensitivity.uncertain_constants = true;
        self
    }

    /// The same settings by luck alone.
    pub fn without_unknowns(mut self) -> Self {
        self.settings.sensitivity.uncertain_constants = false;
        self
    }

    /// The same scenario with one parameter changed.
    ///
    /// # Errors
    /// If the value does not have the parameter's kind, or is not allowed; also if it makes the goal more than the
    /// schools that there are, which older links and files may hold.
    pub fn with(&self, parameter: &Parameter, value: Value) -> Result<Self, Problems> {
        let mut settings = self.settings;
        (parameter.set)(&mut settings, value)
            .ok_or_else(|| Problems(vec![Problem::not_allowed(parameter, value)]))?;
        let goal_matters = ["target_schools", "n_schools"].contains(&parameter.key);
        match settings.goal_problem().filter(|_| goal_matters) {
            Some(problem) => Err(problem.into()),
            None => Self::new(settings),
        }
    }

    /// The settings, for making another scenario from them.
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// The settings of the preset, or the specification's defaults: what a link leaves out.
    pub fn base(&self) -> Settings {
        Settings::starting_from(self.settings.preset)
    }

    /// The parameters that differ from the preset or the defaults.
    pub fn changed(&self) -> impl Iterator<Item = &'static Parameter> + use<> {
        let (settings, base) = (self.settings, self.base());
        parameters().filter(move |parameter| (parameter.get)(&settings) != (parameter.get)(&base))
    }
}

impl Deref for Scenario {
    type Target = Settings;

    fn deref(&self) -> &Settings {
        &self.settings
    }
}

impl Default for Scenario {
    fn default() -> Self {
        Self::from(None)
    }
}

impl From<Preset> for Scenario {
    fn from(preset: Preset) -> Self {
        Self::from(Some(preset))
    }
}

impl From<Option<Preset>> for Scenario {
    fn from(preset: Option<Preset>) -> Self {
        // A test checks that the defaults and every preset are valid.
        Self::of(Settings::starting_from(preset))
    }
}
