//! One row of the table of parameters, and the macro that generates a group of rows.
//!
//! A parameter's key, label, help, unit, range, default, source and evidence badge are defined once, in
//! the group's file. From them the macro generates the group's struct (with the help as doc comment), its
//! defaults, and the rows that supply the form, the link, the file, the validation and `MODEL.md`.

pub use super::value::Value;
use super::{Settings, description};
use crate::language::{phrase, to_phrase};

/// How well a number is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// A person's choice, not a claim about the world.
    Choice,
    /// Measured in districts or schools like these.
    Measured(&'static str),
    /// Borrowed from another setting.
    Borrowed(&'static str),
    /// Our judgment within the stated range.
    Judgment(&'static str),
}

impl Evidence {
    /// The badge as used by the page's code and style sheet, in any language; empty for a choice.
    pub fn key(self) -> &'static str {
        match self {
            Self::Choice => "",
            Self::Measured(_) => to_phrase("measured"),
            Self::Borrowed(_) => to_phrase("borrowed"),
            Self::Judgment(_) => to_phrase("judgment"),
        }
    }

    /// The badge as displayed; empty for a choice.
    pub fn badge(self) -> &'static str {
        phrase(self.key())
    }

    /// Whether the number could just as well be a different one: nobody has measured it here.
    pub const fn is_uncertain(self) -> bool {
        matches!(self, Self::Borrowed(_) | Self::Judgment(_))
    }

    /// The source of the number; empty if there is nothing to add to the badge.
    pub fn source(self) -> &'static str {
        match self {
            Self::Choice => "",
            Self::Measured(source) | Self::Borrowed(source) | Self::Judgment(source) => {
                phrase(source)
            }
        }
    }
}

/// What a person may enter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Range {
    /// Every number from the first to the second; for [`Value::Stages`] applies to each of the three.
    Between(f64, f64),
    /// 0 for none, or every number from the first to the second.
    NoneOrBetween(f64, f64),
    /// One of a few numbers.
    OneOf(&'static [u64]),
    /// Yes or no, and what each answer means; displayed through `phrase`.
    YesNo {
        /// What "no" means.
        no: &'static str,
        /// What "yes" means.
        yes: &'static str,
    },
}

/// What the equations can handle, from the first to the second number: wider than what a person may
/// enter, because the closed-form tests exceed the range on purpose (specification, section 1).
pub type Domain = (f64, f64);

/// A share or an index.
pub const SHARE: Domain = (0.0, 1.0);
/// A decision, or a correlation.
pub const SIGNED: Domain = (-1.0, 1.0);
/// A rate, a price or a count that may be zero.
pub const NOT_NEGATIVE: Domain = (0.0, 1e15);
/// How long something takes, in years, that moves once a month by what a month is of that time: in less than
/// a month it would overshoot, more with every month.
pub const AT_LEAST_A_MONTH: Domain = (0.08, 1e15);
/// A yearly rate of which a month, with every decision that speeds it up, brings a share to 1 at the most.
pub const AT_MOST_ALL_A_MONTH: Domain = (0.0, 1.5);
/// A number used as a divisor.
pub const POSITIVE: Domain = (1e-6, 1e15);
/// An integer number of schools, months or replicates.
pub const AT_LEAST_ONE: Domain = (1.0, 1e5);

/// One parameter: everything that the program knows about it.
pub struct Parameter {
    /// Name in code, links and files.
    pub key: &'static str,
    /// Group it belongs to; also its JSON object, for the two groups that have one.
    pub group: Group,
    /// The label next to its control.
    pub(super) label: &'static str,
    /// Unit, or an empty string.
    pub(super) unit: &'static str,
    /// What a person may enter.
    pub range: Range,
    /// What the equations can handle.
    pub domain: Domain,
    /// Step of its slider or number field.
    pub step: f64,
    /// Whether its evidence leaves it uncertain.
    pub(super) has_uncertain_evidence: bool,
    /// Getter.
    pub get: fn(&Settings) -> Value,
    /// Setter; returns `None` and changes nothing if the value is of another kind.
    pub set: fn(&mut Settings, Value) -> Option<()>,
}

/// What else there is to say about a parameter. It stands apart from the rows, which the first chart needs, so
/// that these texts are loaded with the settings only.
pub struct Description {
    /// One or two sentences about its meaning.
    pub(super) help: &'static str,
    /// Evidence badge and source.
    pub(super) evidence: Evidence,
}

impl Parameter {
    /// The label next to its control.
    pub fn label(&self) -> &'static str {
        phrase(self.label)
    }

    /// One or two sentences about its meaning.
    pub fn help(&self) -> &'static str {
        phrase(description(self).help.trim_start())
    }

    /// Evidence badge and source.
    pub fn evidence(&self) -> Evidence {
        description(self).evidence
    }

    /// Its unit, or an empty string.
    pub fn unit(&self) -> &'static str {
        phrase(self.unit)
    }
}

/// The sections in which parameters are shown, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The seven decisions.
    Decisions,
    /// How the launch is made, and when schools may join.
    Launch,
    /// Safeguards against each rollout risk.
    Mitigations,
    /// The district and its schools.
    District,
    /// How the practice spreads from school to school.
    Spread,
    /// Coaching: how much sites need, what it costs, who provides it.
    Coaching,
    /// How practice deepens, lasts and moves up inside a school.
    Practice,
    /// What the district learns, and how much it is trusted.
    Learning,
    /// How often things go wrong, and the consequences.
    Risks,
    /// The running costs, in money and in teachers' time.
    Costs,
    /// How strong the effects of decisions are: the first sensitivity check.
    Sensitivity,
    /// How the simulation is run and displayed.
    Simulation,
}

impl Group {
    /// Its key in markup.
    pub fn key(self) -> &'static str {
        match self {
            Self::Decisions => "decisions",
            Self::Launch => "launch",
            Self::Mitigations => "mitigations",
            Self::District => "district",
            Self::Spread => "spread",
            Self::Coaching => "coaching",
            Self::Practice => "practice",
            Self::Learning => "learning",
            Self::Risks => "risks",
            Self::Costs => "costs",
            Self::Sensitivity => "sensitivity",
            Self::Simulation => "simulation",
        }
    }

    /// The displayed heading.
    pub fn title(self) -> &'static str {
        phrase(match self {
            Self::Decisions => to_phrase("Seven decisions"),
            Self::Launch => to_phrase("Launch"),
            Self::Mitigations => to_phrase("Safeguards"),
            Self::District => to_phrase("The district"),
            Self::Spread => to_phrase("How it spreads"),
            Self::Coaching => to_phrase("Coaching"),
            Self::Practice => to_phrase("Practice in a school"),
            Self::Learning => to_phrase("Learning and trust"),
            Self::Risks => to_phrase("Risks and setbacks"),
            Self::Costs => to_phrase("Money and teachers' time"),
            Self::Sensitivity => to_phrase("Sensitivity"),
            Self::Simulation => to_phrase("Simulation"),
        })
    }

    /// Whether these are constants of the model, rather than what a district decides or knows about
    /// itself.
    pub fn is_of_the_model(self) -> bool {
        match self {
            Self::Decisions | Self::Launch | Self::Mitigations | Self::District => false,
            Self::Spread | Self::Coaching | Self::Practice | Self::Learning => true,
            Self::Risks | Self::Costs | Self::Sensitivity => true,
            Self::Simulation => false,
        }
    }

    /// The JSON object that contains the group's parameters; those of the other groups are at the top
    /// level.
    pub fn json_object(self) -> Option<&'static str> {
        match self {
            Self::Decisions => Some("decisions"),
            Self::Mitigations => Some("mitigations"),
            _ => None,
        }
    }
}

/// Generates a group of parameters: its struct, its defaults and its rows.
macro_rules! parameters {
    (
        $(#[doc = $group_doc:literal])*
        pub struct $name:ident at $at:ident, group $group:ident;
        $(
            $(#[doc = $help:literal])+
            $key:ident: $kind:ty = $default:expr, {
                label: $label:literal,
                unit: $unit:literal,
                range: $range:expr,
                domain: $domain:expr,
                step: $step:literal,
                evidence: $evidence:expr,
            }
        )+
    ) => {
        $(#[doc = $group_doc])*
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct $name {
            $(
                $(#[doc = $help])+
                #[doc = concat!("\n\nUnit: ", $unit, ".")]
                pub $key: $kind,
            )+
        }

        impl Default for $name {
            fn default() -> Self {
                Self { $($key: $default,)+ }
            }
        }

        impl $name {
            /// The rows of this group.
            pub const ROWS: &'static [$crate::scenario::Parameter] = &[$(
                $crate::scenario::Parameter {
                    key: stringify!($key),
                    group: $crate::scenario::Group::$group,
                    label: $label,
                    unit: $unit,
                    range: $range,
                    domain: $domain,
                    step: $step,
                    has_uncertain_evidence: $evidence.is_uncertain(),
                    get: |settings| {
                        $crate::scenario::value::FieldValue::to_value(settings.$at.$key)
                    },
                    set: |settings, value| {
                        settings.$at.$key =
                            $crate::scenario::value::FieldValue::from_value(value)?;
                        Some(())
                    },
                },
            )+];

            /// The descriptions of its rows, in the same order.
            pub const DESCRIPTIONS: &'static [$crate::scenario::parameter::Description] = &[$(
                $crate::scenario::parameter::Description {
                    help: concat!($($help),+),
                    evidence: $evidence,
                },
            )+];
        }
    };
}
pub(super) use parameters;
