//! Integers that sort like numbers. Sorting them takes half the time, and the page carries one sorting routine
//! instead of one for each type.

/// An integer that sorts like the value under [`f64::total_cmp`].
pub fn key(value: f64) -> i64 {
    flip(value.to_bits() as i64)
}

/// The value of a key.
pub fn value(key: i64) -> f64 {
    f64::from_bits(flip(key) as u64)
}

/// Flips all bits of negative values except the sign; applying it twice restores the value.
fn flip(bits: i64) -> i64 {
    bits ^ ((bits >> 63) & i64::MAX)
}

/// Sorts values in ascending order.
pub fn sort(values: &mut [f64]) {
    let mut keys: Vec<i64> = values.iter().copied().map(key).collect();
    keys.sort_unstable();
    for (place, key) in values.iter_mut().zip(keys) {
        *place = value(key);
    }
}

/// The indices of the values from the lowest to the highest; of equal values, the lower index first.
pub fn ascending(values: &[f64]) -> Vec<u32> {
    order(values.iter().copied().map(key).collect())
}

/// The indices of the values from the highest to the lowest; of equal values, the lower index first.
pub fn descending(values: &[f64]) -> Vec<u32> {
    // The bitwise complement turns the order around.
    order(values.iter().map(|&value| !key(value)).collect())
}

fn order(keys: Vec<i64>) -> Vec<u32> {
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    let mut order = vec![0; keys.len()];
    // How many of the equal keys at this place have been placed.
    let mut placed = vec![0_u32; keys.len()];
    for (index, key) in (0..).zip(&keys) {
        let first = sorted.partition_point(|other| other < key);
        order[first + placed[first] as usize] = index;
        placed[first] += 1;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: [f64; 8] = [0.3, -2.0, 0.0, f64::INFINITY, -0.0, 0.3, f64::NEG_INFINITY, 5e-324];

    #[test]
    fn keys_sort_like_values_and_give_them_back() {
        let mut sorted = VALUES;
        sorted.sort_by(f64::total_cmp);
        let mut by_key = VALUES;
        sort(&mut by_key);
        assert_eq!(by_key.map(f64::to_bits), sorted.map(f64::to_bits));
    }

    #[test]
    fn the_highest_value_comes_first_and_of_equal_ones_the_lower_index() {
        let mut expected: Vec<u32> = (0..8).collect();
        expected.sort_by(|&a, &b| VALUES[b as usize].total_cmp(&VALUES[a as usize]));
        assert_eq!(descending(&VALUES), expected);
        assert_eq!(descending(&[0.2, 0.9, 0.2, 0.2]), [1, 0, 2, 3]);
        assert_eq!(ascending(&[0.2, 0.9, 0.2, 0.1]), [3, 0, 2, 1]);
        assert_eq!(descending(&[]), [] as [u32; 0]);
    }
}
