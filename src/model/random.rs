//! All randomness of the model: keyed draws.
//!
//! A draw is a pure function of five integers: seed, replicate, stream, index and `n`. There is no
//! generator state that advances, so the order of calls never matters: replicates may run in any chunks
//! on any number of workers, and a new draw in one stream shifts nothing in another. Two scenarios with
//! the same seed therefore have the same draws wherever the changed lever has no effect (common random
//! numbers).
//!
//! The hash is the finalizer of SplitMix64 (Steele, Lea and Flood 2014), chained over the key. The pinned
//! values at the end of this file guard against changes.

/// The golden-ratio increment of SplitMix64.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// What a draw is for. The number of each stream is part of the model: never renumber them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u64)]
pub enum Stream {
    /// Location of a school; index = school; n: 0 = x, 1 = y.
    Layout = 1,
    /// Need, readiness and misfit; index = school; n: 0–2 = z1, 3–5 = z2, 6 = misfit.
    Traits = 2,
    /// Error in judging a school; index = school; n: 0–2 (bell).
    Selection = 3,
    /// Pathway of a school; index = school; n: 0.
    Pathway = 4,
    /// Volunteer clock; index = school; n = occurrence.
    Volunteer = 5,
    /// Cooling-off clock; index = school; n = occurrence.
    Cool = 6,
    /// Progress clock; index = school; n = occurrence.
    Progress = 7,
    /// Stop clock; index = school; n = occurrence.
    Stop = 8,
    /// Departure clock of principals; index = school; n = occurrence.
    Principal = 9,
    /// Risk events; index = risk; n = occurrence.
    Risk = 10,
    /// Survey draws; replicate = draw number; index = decision; n: 0 = which third, 1 = where in it.
    Survey = 11,
    /// Uncertain constants; index = hash of the key; n: 0.
    Constants = 12,
}

/// The draws of one replicate: a key made from seed and replicate, to be combined with stream, index and
/// `n`.
#[derive(Debug, Clone, Copy)]
pub struct Draws {
    key: u64,
}

impl Draws {
    /// The draws of the replicate with this number under this seed.
    pub fn new(seed: u64, replicate: u64) -> Self {
        Self { key: absorb(mix(seed.wrapping_add(GOLDEN)), replicate) }
    }

    /// A number strictly between 0 and 1, uniform on a grid of 2⁵³ steps. The last step would be rounded
    /// to 1, of which a clock would make a threshold of 0.
    pub fn uniform(&self, stream: Stream, index: usize, n: u64) -> f64 {
        let hash = absorb(absorb(absorb(self.key, stream as u64), index as u64), n);
        on_grid(hash >> 11)
    }

    /// A bell-shaped number with mean 0 and variance 1 within -3..3, from the uniform draws `n`, `n+1`,
    /// `n+2`.
    pub fn bell(&self, stream: Stream, index: usize, n: u64) -> f64 {
        let sum = self.uniform(stream, index, n)
            + self.uniform(stream, index, n + 1)
            + self.uniform(stream, index, n + 2);
        2.0 * sum - 3.0
    }
}

/// The middle of a step of the grid, below 1.
#[inline(always)]
fn on_grid(step: u64) -> f64 {
    const STEP: f64 = 1.0 / (1u64 << 53) as f64;
    ((step as f64 + 0.5) * STEP).min(1.0 - STEP)
}

/// Mixes one number into the key.
#[inline(always)]
fn absorb(hash: u64, number: u64) -> u64 {
    mix(hash.wrapping_add(GOLDEN.wrapping_mul(number.wrapping_add(1))))
}

/// The finalizer of SplitMix64: every bit of the input reaches every bit of the output.
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values pinned by the specification, section 3: (seed, replicate, stream, index, n) and draw.
    #[test]
    fn draws_keep_the_values_that_the_specification_pins() {
        assert_eq!(Draws::new(1, 0).uniform(Stream::Volunteer, 0, 0), 0.280964397270052);
        assert_eq!(Draws::new(1, 0).uniform(Stream::Volunteer, 1, 0), 0.20512559133463987);
        assert_eq!(Draws::new(1, 3).uniform(Stream::Traits, 7, 4), 0.7823473096757512);
        assert_eq!(Draws::new(2024, 299).uniform(Stream::Risk, 5, 2), 0.0705825498078762);
        assert_eq!(Draws::new(1, 0).bell(Stream::Traits, 0, 0), 0.30767552716283575);
    }

    /// `uniform(1, 0, stream, 0, n)` for n = 0, 1, 2, computed from the specification's formulas by an
    /// independent program.
    const FIRST_DRAWS: [(Stream, [f64; 3]); 12] = [
        (Stream::Layout, [0.7997309657599192, 0.5488546249484954, 0.02795389903168516]),
        (Stream::Traits, [0.17541413465289762, 0.6097720190081566, 0.8686516099203636]),
        (Stream::Selection, [0.15988002301406196, 0.10251793952322336, 0.8419030963586702]),
        (Stream::Pathway, [0.4416223408555196, 0.2723984150333721, 0.39900105372831857]),
        (Stream::Volunteer, [0.280964397270052, 0.5698371621699785, 0.19021740402995607]),
        (Stream::Cool, [0.4318119005424606, 0.4865703227068187, 0.05865668483924197]),
        (Stream::Progress, [0.3231864418685136, 0.19338129539076515, 0.03754794507610665]),
        (Stream::Stop, [0.362574692154537, 0.7664267453342801, 0.5335099516708703]),
        (Stream::Principal, [0.04374582115299158, 0.29078481512309245, 0.32043435001294257]),
        (Stream::Risk, [0.20210743453026198, 0.7933489002158627, 0.2687420456606748]),
        (Stream::Survey, [0.9616156528031301, 0.21495046360391318, 0.368226222775383]),
        (Stream::Constants, [0.7833446396077077, 0.31859998545873774, 0.03371669633808333]),
    ];

    #[test]
    fn the_first_draws_of_every_stream_keep_their_values() {
        let draws = Draws::new(1, 0);
        for (number, (stream, kept)) in (1..).zip(FIRST_DRAWS) {
            assert_eq!(stream as u64, number, "{stream:?} has another number");
            assert_eq!([0, 1, 2].map(|n| draws.uniform(stream, 0, n)), kept, "{stream:?}");
        }
    }

    #[test]
    fn the_ends_of_the_grid_are_inside_0_and_1() {
        let last = (1 << 53) - 1;
        let step = 1.0 / (1u64 << 53) as f64;
        assert_eq!([on_grid(0), on_grid(last)], [step / 2.0, 1.0 - step]);
        assert!(-libm::log(on_grid(last)) > 0.0);
    }

    #[test]
    fn bell_draws_have_mean_zero_and_variance_one() {
        let draws = Draws::new(7, 0);
        let bells: Vec<f64> = (0..20_000).map(|i| draws.bell(Stream::Selection, i, 0)).collect();
        let mean = bells.iter().sum::<f64>() / bells.len() as f64;
        let variance =
            bells.iter().map(|b| (b - mean) * (b - mean)).sum::<f64>() / bells.len() as f64;
        assert!(mean.abs() < 0.03, "mean {mean}");
        assert!((variance - 1.0).abs() < 0.03, "variance {variance}");
        assert!(bells.iter().all(|b| (-3.0..=3.0).contains(b)));
    }

    #[test]
    fn streams_differ_for_the_same_index() {
        let draws = Draws::new(1, 0);
        assert_ne!(draws.uniform(Stream::Volunteer, 3, 0), draws.uniform(Stream::Stop, 3, 0));
    }
}
