//! The active schools of one stage, as flat arrays, so that the loops of a month touch only the data they
//! need.
//!
//! Long arrays are processed four numbers at a time. The order is fixed, so sums have the same bits on
//! every platform.

use super::principals::Tenure;
use soa_derive::StructOfArray;
use wide::f64x4;

/// An active school. [`Sites`] holds many, with one array per field. They are in the order in which they
/// joined, except that the last one takes the place of one that leaves; that is the same on every
/// platform.
#[derive(Debug, StructOfArray)]
pub struct Site {
    /// Its number.
    pub school: u32,
    /// Depth D of practice, 0..1.
    pub depth: f64,
    /// Ownership O, 0..1.
    pub ownership: f64,
    /// What keeps this school from good practice, regardless of the month: `exp` of the negative of its
    /// own part of the quality index.
    pub drag: f64,
    /// The month in which it joined; 0 or earlier for schools active at the start.
    pub joined: f64,
    /// Accumulated hazard of stopping.
    pub stop_hazard: f64,
    /// Hazard at which it stops.
    pub stop_threshold: f64,
    /// Accumulated hazard of moving up.
    pub progress_hazard: f64,
    /// Hazard at which it moves up.
    pub progress_threshold: f64,
    /// Its principal.
    pub tenure: Tenure,
    /// Number of times it has moved up.
    pub moves: u32,
}

/// Active schools, with one array per field.
pub type Sites = SiteVec;

/// A summary of the practice of some schools.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    /// The sum of their depths.
    pub depth: f64,
    /// Number of deep schools.
    pub deep: f64,
    /// Number of deep schools that joined no later than [`Limits::deep_since`].
    pub deep_since: f64,
    /// Number of shallow schools that joined no later than [`Limits::shallow_since`].
    pub shallow_since: f64,
}

/// Which schools a [`Tally`] counts: a limit on depth and, for the counts by age, the latest month of
/// joining.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Depth from which a school is deep.
    pub deep: f64,
    /// Latest month in which a deep school joined.
    pub deep_since: f64,
    /// Depth below which a school is shallow.
    pub shallow: f64,
    /// Latest month in which a shallow school joined.
    pub shallow_since: f64,
}

impl Sites {
    /// Counts the sites and adds up their depths.
    pub fn tally(&self, limits: &Limits) -> Tally {
        let one = |is: f64x4| is & f64x4::ONE;
        let (deep_from, deep_by) = (four_times(limits.deep), four_times(limits.deep_since));
        let (shallow_to, shallow_by) =
            (four_times(limits.shallow), four_times(limits.shallow_since));
        let (mut deep, mut deep_since, mut shallow_since) = (f64x4::ZERO, f64x4::ZERO, f64x4::ZERO);
        let mut count = |depth: f64x4, joined: f64x4| {
            let is_deep = depth.simd_ge(deep_from);
            deep += one(is_deep);
            deep_since += one(is_deep & joined.simd_le(deep_by));
            let is_shallow = depth.simd_lt(shallow_to);
            shallow_since += one(is_shallow & joined.simd_le(shallow_by));
        };
        let (depths, last_depths) = self.depth.as_chunks();
        let (joined, last_joined) = self.joined.as_chunks();
        for (&depth, &joined) in depths.iter().zip(joined) {
            count(depth.into(), joined.into());
        }
        // NaN is neither deep nor shallow, so the padding is not counted.
        count(padded(last_depths, f64::NAN), padded(last_joined, f64::NAN));
        Tally {
            depth: sum(&self.depth),
            deep: deep.reduce_add(),
            deep_since: deep_since.reduce_add(),
            shallow_since: shallow_since.reduce_add(),
        }
    }
}

/// Replaces every number with a new one, computed from it and the number at the same index of another
/// array of the same length.
pub fn update(numbers: &mut [f64], other: &[f64], new: impl Fn(f64x4, f64x4) -> f64x4) {
    update_with_two(numbers, other, other, |number, other, _| new(number, other));
}

/// The same with the numbers at the same index of two other arrays.
pub fn update_with_two(
    numbers: &mut [f64],
    a: &[f64],
    b: &[f64],
    new: impl Fn(f64x4, f64x4, f64x4) -> f64x4,
) {
    let (fours, rest) = numbers.as_chunks_mut();
    let ((a, rest_a), (b, rest_b)) = (a.as_chunks(), b.as_chunks());
    for ((four, &a), &b) in fours.iter_mut().zip(a).zip(b) {
        *four = new((*four).into(), a.into(), b.into()).to_array();
    }
    let (last, last_a, last_b) = (padded(rest, 0.0), padded(rest_a, 0.0), padded(rest_b, 0.0));
    rest.copy_from_slice(&new(last, last_a, last_b).to_array()[..rest.len()]);
}

/// The same number four times. In a build optimized for size, `f64x4::splat` is a loop that writes the
/// four to memory, and so is adding or multiplying a single number.
#[inline(always)]
pub fn four_times(number: f64) -> f64x4 {
    f64x4::new([number, number, number, number])
}

/// The last numbers of an array, at most three, padded to four.
fn padded(numbers: &[f64], filler: f64) -> f64x4 {
    let at = |place: usize| numbers.get(place).copied().unwrap_or(filler);
    f64x4::new([at(0), at(1), at(2), filler])
}

/// The sum of some numbers.
pub fn sum(numbers: &[f64]) -> f64 {
    let (fours, rest) = numbers.as_chunks();
    let sum = fours.iter().fold(f64x4::ZERO, |sum, &four| sum + f64x4::from(four));
    let [a, b, c, d] = (sum + padded(rest, 0.0)).to_array();
    (a + b) + (c + d)
}

/// Whether any of these clocks rings: whether any hazard has reached its threshold.
pub fn any_rings(hazards: &[f64], thresholds: &[f64]) -> bool {
    let (fours, rest) = hazards.as_chunks();
    let (limits, rest_limits) = thresholds.as_chunks();
    let beyond = |(&hazard, &threshold): (&[f64; 4], &[f64; 4])| {
        f64x4::from(hazard) - f64x4::from(threshold)
    };
    let farthest = fours.iter().zip(limits).map(beyond).fold(-f64x4::ONE, f64x4::fast_max);
    let rings = |(hazard, threshold): (&f64, &f64)| hazard >= threshold;
    farthest.simd_ge(f64x4::ZERO).any() || rest.iter().zip(rest_limits).any(rings)
}
