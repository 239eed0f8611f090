//! One school: what it is and where it stands.

use super::clock::Clock;
use super::random::{Draws, Stream};

/// Where a school stands. Stopped is final.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Not taking part.
    None,
    /// Has volunteered and waits for support.
    Waiting,
    /// A small entry.
    Introductory,
    /// A pilot in some classrooms.
    Pilot,
    /// The whole school.
    Whole,
    /// Has started and stopped.
    Stopped,
}

impl Stage {
    /// Whether a school here teaches in the new way.
    pub fn is_active(self) -> bool {
        self.level().is_some()
    }

    /// Place in the triples of the parameters (introductory, pilot, whole); none if not active.
    pub fn level(self) -> Option<usize> {
        match self {
            Self::Introductory => Some(0),
            Self::Pilot => Some(1),
            Self::Whole => Some(2),
            Self::None | Self::Waiting | Self::Stopped => None,
        }
    }

    /// The next stage up, for a school that can move up.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Introductory => Some(Self::Pilot),
            Self::Pilot => Some(Self::Whole),
            _ => None,
        }
    }
}

/// A school of one replicate.
#[derive(Debug, Clone)]
pub struct School {
    /// Student need N, 0..1.
    pub need: f64,
    /// Readiness R of staff and leadership, 0..1.
    pub readiness: f64,
    /// Misfit F between the school and the one model, 0..1.
    pub misfit: f64,
    /// Stage at which it would join.
    pub pathway: Stage,
    /// Rate at which its principals leave, a year.
    pub turnover: f64,
    /// Where it stands.
    pub stage: Stage,
    /// Depth D of practice, 0..1.
    pub depth: f64,
    /// Ownership O, 0..1.
    pub ownership: f64,
    /// Whole months since joining.
    pub age: u32,
    /// Whether the district placed it.
    pub assigned: bool,
    /// Months left under a new principal.
    pub new_principal: u32,
    /// Its clocks.
    pub clocks: Clocks,
}

/// The clocks of a school (specification, section 3).
#[derive(Debug, Clone)]
pub struct Clocks {
    /// Runs while the school is at none.
    pub volunteer: Clock,
    /// Runs while it waits.
    pub cool: Clock,
    /// Runs while it is deep enough to move up.
    pub progress: Clock,
    /// Runs while it is active.
    pub stop: Clock,
    /// Runs always.
    pub principal: Clock,
}

impl Clocks {
    /// The clocks of the school with this index.
    pub fn new(draws: &Draws, index: usize) -> Self {
        let clock = |stream| Clock::new(draws, stream, index);
        Self {
            volunteer: clock(Stream::Volunteer),
            cool: clock(Stream::Cool),
            progress: clock(Stream::Progress),
            stop: clock(Stream::Stop),
            principal: clock(Stream::Principal),
        }
    }
}

impl School {
    /// Lets it join at this stage; its depth on joining is a part of its readiness.
    pub fn join(&mut self, stage: Stage, entry_depth: f64, assigned: bool) {
        self.stage = stage;
        self.depth = entry_depth * self.readiness;
        self.assigned = assigned;
    }
}
