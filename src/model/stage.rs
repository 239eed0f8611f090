//! The stage of a school.

/// Number of active stages.
pub const LEVELS: usize = 3;

/// The stage of a school. `Stopped` is final.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Not taking part.
    None,
    /// Has volunteered and is waiting for support.
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
    /// The active stages, in the order of the parameters' triples.
    pub const ACTIVE: [Self; LEVELS] = [Self::Introductory, Self::Pilot, Self::Whole];

    /// Whether the school takes part: introductory, pilot or whole.
    pub fn is_active(self) -> bool {
        self.level().is_some()
    }

    /// Index in the triples of the parameters (introductory, pilot, whole); `None` if not active.
    pub fn level(self) -> Option<usize> {
        match self {
            Self::Introductory => Some(0),
            Self::Pilot => Some(1),
            Self::Whole => Some(2),
            Self::None | Self::Waiting | Self::Stopped => None,
        }
    }
}
