//! Small ensembles for the tests in this folder.

use super::{Digest, Worlds};
use crate::ensemble::Ensemble;
use crate::language::{Language, set_language};
use crate::model::simulate;
use crate::scenario::{Scenario, Settings};
use std::ops::Range;

/// The scenario with some settings changed.
pub fn with(scenario: &Scenario, change: impl FnOnce(&mut Settings)) -> Scenario {
    let mut settings = scenario.settings();
    change(&mut settings);
    Scenario::new(settings).expect("settings that a person may enter")
}

/// An ensemble of these replicates of a scenario.
pub fn ensemble_of(scenario: &Scenario, replicates: Range<u64>) -> Ensemble {
    let mut ensemble = Ensemble::new(scenario.simulation.months);
    for replicate in replicates {
        ensemble.add(replicate, simulate(scenario, replicate));
    }
    ensemble
}

/// The digest of these replicates.
pub fn digest_of(scenario: &Scenario, replicates: Range<u64>) -> Digest {
    Digest::of(scenario, &ensemble_of(scenario, replicates)).expect("an ensemble with runs")
}

/// So many worlds of a scenario, not held to counts.
pub fn worlds_of(scenario: &Scenario, futures: u64) -> Worlds {
    let mut worlds = Worlds::new(scenario);
    worlds.add(&ensemble_of(&scenario.with_unknowns(), 0..futures));
    worlds
}

/// Sets the language of the current thread to Spanish.
pub fn use_spanish() {
    let file = include_str!("../../../public/languages/es.json");
    set_language(Language::from_json("es", file).expect("a language"));
}
