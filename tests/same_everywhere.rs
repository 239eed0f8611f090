//! The same bits on every platform: the results of every preset, of 20 random scenarios, and of the first of
//! these with the extensions of the model in use, each as a digest of its CSV. `tests/browser` checks the page against the same digests, in Chromium and in
//! Firefox. `make generate` regenerates them.

#[path = "../fuzz/src/future.rs"]
#[expect(dead_code, reason = "of a future to try only the scenario is wanted here")]
mod future;

use districtwide::ensemble::{Ensemble, run_on_all_cores, to_csv};
use districtwide::model::simulate;
use districtwide::scenario::{Preset, Scenario};
use future::future;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use sha2::{Digest, Sha256};

/// Number of futures of each scenario.
const REPLICATES: u32 = 12;
/// Number of random scenarios.
const RANDOM: usize = 20;
/// Number of these that are there with the extensions too.
const EXTENDED: usize = 6;
/// Number of bytes for a future with all parameters drawn.
const BYTES_PER_FUTURE: usize = 350;

const DIGESTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/digests.txt");

fn scenarios() -> Vec<Scenario> {
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    let presets = Preset::ALL.into_iter().map(Some).chain([None]).map(Scenario::from);
    let random = std::iter::repeat_with(|| {
        let bytes: Vec<u8> = (0..BYTES_PER_FUTURE).map(|_| rng.random()).collect();
        undated(future(&bytes).scenario)
    });
    let random: Vec<Scenario> = random.take(RANDOM).collect();
    let extended = random.iter().copied().filter(|scenario| *scenario != plain(*scenario));
    let plain = random.iter().copied().map(plain);
    let all = presets.chain(plain).chain(extended.take(EXTENDED));
    all.map(with_few_replicates).collect()
}

/// The scenario without the extensions, whose results are those from before there were any.
fn plain(scenario: Scenario) -> Scenario {
    let mut settings = scenario.settings();
    settings.district.spending_cap = 0.0;
    settings.district.start_age = 0;
    Scenario::new(settings).expect("a valid scenario")
}

/// The scenario with the calendar of its preset: no result depends on it.
fn undated(scenario: Scenario) -> Scenario {
    let mut settings = scenario.settings();
    settings.district.start_year = scenario.base().district.start_year;
    Scenario::new(settings).expect("a valid scenario")
}

fn with_few_replicates(scenario: Scenario) -> Scenario {
    let mut settings = scenario.settings();
    settings.simulation.replicates = REPLICATES;
    Scenario::new(settings).expect("a valid scenario")
}

fn digest(ensemble: &Ensemble) -> String {
    let bytes = Sha256::digest(to_csv(ensemble));
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn every_preset_and_20_random_scenarios_have_the_stored_results() {
    let lines = scenarios().into_iter().map(|scenario| {
        let digest = digest(&run_on_all_cores(&scenario, || {}));
        format!("{digest} {}\n", scenario.to_link())
    });
    let found: String = lines.collect();
    if std::env::var_os("WRITE_GENERATED").is_some() {
        std::fs::write(DIGESTS, &found).expect("a writable tests/golden");
    }
    let stored = std::fs::read_to_string(DIGESTS).expect("digests; `make generate` writes them");
    for (found, stored) in found.lines().zip(stored.lines()) {
        assert_eq!(found, stored);
    }
    assert_eq!(found.len(), stored.len());
}

#[test]
fn replicates_may_run_in_any_order() {
    for scenario in scenarios() {
        let mut backwards = Ensemble::new(scenario.simulation.months);
        for replicate in (0..u64::from(REPLICATES)).rev() {
            backwards.add(replicate, simulate(&scenario, replicate));
        }
        let forwards = run_on_all_cores(&scenario, || {});
        assert_eq!(digest(&backwards), digest(&forwards), "{}", scenario.to_link());
    }
}
