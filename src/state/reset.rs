//! What a reset goes back to.

use crate::scenario::{Scenario, parameters};

/// What the button beside the presets does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reset {
    /// Nothing: the page shows a named district as it is.
    Nothing,
    /// Takes back so many changes since the scenario was opened.
    ToOrigin(usize),
    /// Goes on from what was opened, a link or a file, to the named district that it starts from, which has so
    /// many other settings.
    ToPreset(usize),
}

impl Reset {
    /// For this scenario, of what was opened as a whole.
    pub fn of(scenario: &Scenario, origin: &Scenario) -> Self {
        let differs = |other: &Scenario| {
            parameters().filter(|row| (row.get)(scenario) != (row.get)(other)).count()
        };
        let is_of_it = scenario.preset == origin.preset;
        match (is_of_it.then(|| differs(origin)), scenario.changed().count()) {
            (Some(0) | None, 0) => Self::Nothing,
            (Some(0) | None, changes) => Self::ToPreset(changes),
            (Some(changes), _) => Self::ToOrigin(changes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;
    use crate::summary::compare::test_ensembles::with;

    #[test]
    fn a_reset_goes_to_what_was_opened_and_from_there_to_the_named_district() {
        let chicago = Scenario::from(Preset::Chicago);
        let file = with(&chicago, |settings| settings.decisions.fast_slow = 0.5);
        let moved = with(&file, |settings| settings.decisions.build_buy = 0.9);
        assert_eq!(Reset::of(&chicago, &chicago), Reset::Nothing);
        assert_eq!(Reset::of(&file, &chicago), Reset::ToOrigin(1));
        assert_eq!(Reset::of(&moved, &file), Reset::ToOrigin(1));
        assert_eq!(Reset::of(&file, &file), Reset::ToPreset(1));
        assert_eq!(Reset::of(&chicago, &file), Reset::ToOrigin(1));
        // Back over the choice of another district.
        assert_eq!(Reset::of(&file, &Preset::SmallWealthy.into()), Reset::ToPreset(1));
        assert_eq!(Reset::of(&chicago, &Preset::SmallWealthy.into()), Reset::Nothing);
    }
}
