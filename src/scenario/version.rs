//! Versions of the model. Every change of results is another version; what was made with an earlier one opens
//! for ever, and the page compares what both make of it.

/// A version of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum ModelVersion {
    /// Until November 2026. The decisions also chose the schools that are under way at month 0, so that
    /// another decision changed the past.
    One = 1,
    /// The specification in `MODEL.md`.
    #[default]
    Two = 2,
}

impl ModelVersion {
    /// All versions, the oldest first.
    pub const ALL: [Self; 2] = [Self::One, Self::Two];
    /// The one whose results the page displays.
    pub const CURRENT: Self = Self::Two;

    /// The version with this number.
    pub fn from_number(number: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|version| version.number() == number)
    }

    /// Its number, as in links and files.
    pub fn number(self) -> u64 {
        self as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_by_its_number_and_the_last_one_is_current() {
        for version in ModelVersion::ALL {
            assert_eq!(ModelVersion::from_number(version.number()), Some(version));
        }
        assert_eq!(ModelVersion::ALL.last(), Some(&ModelVersion::CURRENT));
        assert_eq!(ModelVersion::default(), ModelVersion::CURRENT);
        assert_eq!([0, 3].map(ModelVersion::from_number), [None, None]);
    }
}
