//! The presets: settings that interpret published accounts of districts (specification, section 11).

use super::{Decisions, Settings};
use crate::language::{phrase, to_phrase};

/// A named district to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// The middle of the systems surveyed by The Learning Accelerator.
    TypicalSurveyed,
    /// Chicago Public Schools from July 2016.
    Chicago,
    /// Baltimore County Public Schools from July 2014.
    BaltimoreCounty,
    /// A small district with few students in need.
    SmallWealthy,
    /// A large urban district with many students in need.
    LargeLowIncomeUrban,
}

/// How to read an observed count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The count itself.
    Count,
    /// At least this many.
    AtLeast,
    /// Expected at the time, not counted.
    Expected,
}

/// A published count of schools.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observation {
    /// Month of the simulation.
    pub month: u32,
    /// Schools.
    pub schools: u32,
    /// How to read it.
    pub reading: Reading,
}

impl Preset {
    /// All presets in the order of the menu.
    pub const ALL: [Self; 5] = [
        Self::TypicalSurveyed,
        Self::Chicago,
        Self::BaltimoreCounty,
        Self::SmallWealthy,
        Self::LargeLowIncomeUrban,
    ];

    /// Name in links, files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::TypicalSurveyed => "typical_surveyed",
            Self::Chicago => "chicago",
            Self::BaltimoreCounty => "baltimore_county",
            Self::SmallWealthy => "small_wealthy",
            Self::LargeLowIncomeUrban => "large_low_income_urban",
        }
    }

    /// The preset with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.key() == key)
    }

    /// Displayed name.
    pub fn label(self) -> &'static str {
        phrase(match self {
            Self::TypicalSurveyed => to_phrase("Typical surveyed district"),
            Self::Chicago => to_phrase("Chicago"),
            Self::BaltimoreCounty => to_phrase("Baltimore County"),
            Self::SmallWealthy => to_phrase("Small wealthy district"),
            Self::LargeLowIncomeUrban => to_phrase("Large low-income urban district"),
        })
    }

    /// Published counts, for display only. Whether they mean "ever" or "active" is not known.
    pub fn observations(self) -> &'static [Observation] {
        match self {
            Self::Chicago => &[
                Observation { month: 0, schools: 21, reading: Reading::Count },
                Observation { month: 24, schools: 100, reading: Reading::AtLeast },
                Observation { month: 30, schools: 130, reading: Reading::Expected },
            ],
            Self::BaltimoreCounty => {
                &[Observation { month: 0, schools: 10, reading: Reading::Count }]
            }
            _ => &[],
        }
    }

    /// The source of the published counts, and what was made of them; `None` without counts.
    pub fn source_of_counts(self) -> Option<&'static str> {
        let english = match self {
            Self::Chicago => to_phrase(
                "21 schools in 2016, more than 100 in 2018, another 30 expected by the end of 2018 \
                 (The Learning Accelerator, on school-defined pathways). The accounts do not say \
                 whether schools that stopped are counted. The decisions are our reading of them; \
                 peer pull and coaching budget were fitted to these counts.",
            ),
            Self::BaltimoreCounty => to_phrase(
                "10 schools in 2014; all elementary schools were planned for 2015–16 and high schools \
                 for 2017–18. The accounts do not say whether schools that stopped are counted. The \
                 decisions are our reading of them; assignment, pace and budget were fitted. In the \
                 model many schools stop by year 4, while a mandate may keep a program alive in name.",
            ),
            _ => return None,
        };
        Some(phrase(english))
    }

    /// The basis of the settings, and the source of the published counts.
    pub fn account(self) -> &'static str {
        let english = match self {
            Self::TypicalSurveyed => to_phrase(
                "Our reading of a survey of more than 100 leaders in 60 systems (The Learning \
                 Accelerator with Education Next): each decision leans as far as the shares near its \
                 two ends do, where they are published.",
            ),
            Self::SmallWealthy => to_phrase(
                "Our judgment: wealthier systems in the survey lean toward outside support; those with \
                 fewer students in need lean toward readiness.",
            ),
            Self::LargeLowIncomeUrban => to_phrase(
                "Our judgment: larger and lower-income systems in the survey lean toward centralized, \
                 need-first and in-house strategies.",
            ),
            Self::Chicago | Self::BaltimoreCounty => {
                return self.source_of_counts().unwrap_or_default();
            }
        };
        phrase(english)
    }

    /// The settings. Whatever is not listed has its default value.
    pub fn settings(self) -> Settings {
        let mut s = Settings { preset: Some(self), ..Settings::default() };
        match self {
            Self::TypicalSurveyed => {
                s.district.n_schools = 40;
                s.district.start_schools = 2;
                s.decisions = decisions([0.0, 0.52, 0.0, -0.1, 0.53, 0.24, -0.41]);
                s.simulation.target_schools = 20;
            }
            Self::Chicago => {
                s.district.n_schools = 516;
                s.district.start_year = 2016;
                s.district.start_schools = 21;
                s.district.start_mix = [0.45, 0.40, 0.15];
                s.district.need_mean = 0.65;
                s.district.coaching_budget = 9.0;
                s.spread.peer_rate = 0.70;
                s.launch.public_launch = false;
                s.decisions = decisions([0.8, -0.2, 0.0, 0.3, 0.5, 0.6, -0.2]);
                s.simulation.target_schools = 100;
            }
            Self::BaltimoreCounty => {
                s.district.n_schools = 173;
                s.district.start_year = 2014;
                s.district.start_schools = 10;
                s.district.start_mix = [0.0, 1.0, 0.0];
                s.district.need_mean = 0.45;
                s.district.coaching_budget = 55.0;
                s.coaching.coach_cost = 45.0;
                s.spread.assign_rate = 1.2;
                s.launch.public_launch = true;
                s.decisions = decisions([-0.9, -0.5, -0.5, -0.3, -0.2, -0.7, -0.5]);
                s.simulation.target_schools = 165;
            }
            Self::SmallWealthy => {
                s.district.n_schools = 8;
                s.district.start_schools = 1;
                s.district.start_mix = [0.0, 1.0, 0.0];
                s.district.need_mean = 0.2;
                s.district.need_sd = 0.1;
                s.district.readiness_mean = 0.65;
                s.district.readiness_sd = 0.12;
                s.district.need_readiness_corr = -0.3;
                s.district.peers = 4;
                s.district.coaching_budget = 25.0;
                s.decisions = decisions([0.2, 0.4, 0.7, 0.5, 0.5, 0.3, -0.3]);
                s.simulation.target_schools = 6;
            }
            Self::LargeLowIncomeUrban => {
                s.district.n_schools = 150;
                s.district.start_schools = 8;
                s.district.need_mean = 0.75;
                s.district.need_sd = 0.15;
                s.district.readiness_mean = 0.42;
                s.district.coaching_budget = 10.0;
                s.district.turnover_low = 0.16;
                s.district.turnover_high = 0.24;
                s.decisions = decisions([-0.5, 0.2, -0.6, -0.5, 0.3, 0.0, -0.4]);
                s.simulation.target_schools = 75;
            }
        }
        s
    }
}

/// Decisions in the order c, f, r, b, a, m, s of the specification.
fn decisions([c, f, r, b, a, m, s]: [f64; 7]) -> Decisions {
    Decisions {
        central_decentral: c,
        fast_slow: f,
        need_readiness: r,
        build_buy: b,
        fixed_adapt: a,
        package_modules: m,
        best_process: s,
    }
}
