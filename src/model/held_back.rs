//! What a cap on spending holds back: schools that coaching had room for and money did not.

use super::stage::Stage;

/// What the cap held back in one future.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HeldBack {
    /// Months in which a school that coaching had room for did not start or move up for want of money.
    pub months: u32,
    /// Schools that did not start for that reason in one of these months or more.
    pub starts: u32,
    /// Schools that did not move up for that reason in one of these months or more.
    pub rises: u32,
}

/// Gathers it, month by month.
pub struct Refusals {
    months: u32,
    /// For every school, whether money ever kept it from starting, and from moving up.
    refused: Vec<[bool; 2]>,
}

impl Refusals {
    /// No refusals yet, for this number of schools.
    pub fn new(schools: usize) -> Self {
        Self { months: 0, refused: vec![[false; 2]; schools] }
    }

    /// Adds the schools refused in a month, given the stages of all schools after it. One that is active was kept
    /// from moving up.
    pub fn add(&mut self, refused: &[u32], stages: &[Stage]) {
        self.months += u32::from(!refused.is_empty());
        for &school in refused {
            let is_active = stages[school as usize].is_active();
            self.refused[school as usize][usize::from(is_active)] = true;
        }
    }

    /// All of it.
    pub fn held_back(&self) -> HeldBack {
        let count = |kind: usize| self.refused.iter().filter(|refused| refused[kind]).count();
        HeldBack { months: self.months, starts: count(0) as u32, rises: count(1) as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{chronicle, simulate};
    use crate::scenario::{Preset, Scenario, Settings};

    fn with_cap(mut settings: Settings, cap: f64) -> Scenario {
        settings.district.spending_cap = cap;
        Scenario::new(settings).unwrap()
    }

    #[test]
    fn months_count_once_and_schools_once_for_a_start_and_once_for_moving_up() {
        let mut refusals = Refusals::new(4);
        let stages = [Stage::Waiting, Stage::None, Stage::Pilot, Stage::Waiting];
        refusals.add(&[], &stages);
        refusals.add(&[2, 0, 1], &stages);
        refusals.add(&[0, 2], &[Stage::Introductory, Stage::None, Stage::Pilot, Stage::Waiting]);
        assert_eq!(refusals.held_back(), HeldBack { months: 2, starts: 2, rises: 2 });
    }

    #[test]
    fn without_a_cap_there_is_nothing_that_it_holds_back() {
        for preset in Preset::ALL {
            assert_eq!(chronicle(&preset.into(), 0).held_back(), None);
        }
    }

    #[test]
    fn a_cap_that_holds_nothing_back_changes_no_bit_and_one_that_does_changes_some() {
        let mut found = [0; 2];
        for settings in Preset::ALL.map(Preset::settings) {
            let free = Scenario::new(settings).unwrap();
            for per_school in [10.0, 20.0, 40.0, 80.0, 160.0] {
                let capped =
                    with_cap(settings, per_school * f64::from(settings.district.n_schools));
                for replicate in 0..4 {
                    let held_back = chronicle(&capped, replicate).held_back();
                    let is_same = simulate(&capped, replicate) == simulate(&free, replicate);
                    assert_eq!(is_same, held_back == Some(HeldBack::default()), "{held_back:?}");
                    found[usize::from(is_same)] += 1;
                }
            }
        }
        assert!(found.iter().all(|&futures| futures > 20), "{found:?}");
    }

    #[test]
    fn a_cap_below_what_runs_holds_back_every_start() {
        let mut settings = Preset::Chicago.settings();
        settings.practice.ownership_effect = 0.0;
        let future = chronicle(&with_cap(settings, 10.0), 0);
        let HeldBack { months, starts, rises } = future.held_back().unwrap();
        assert!(months > 12 && starts > 50, "{months} months, {starts} starts");
        assert!((1..=settings.district.start_schools).contains(&rises), "{rises}");
    }
}
