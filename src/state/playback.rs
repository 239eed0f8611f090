//! The months that go by on their own, in the chart and in the district.

/// Time between two months, milliseconds.
pub const MONTH_MS: u32 = 110;

/// The month to begin with: the current one, or the first when the last one is shown.
pub fn first_month(current: u32, last: u32) -> u32 {
    if current >= last { 0 } else { current }
}

/// The month after the current one; none when it is the last, and the playback ends. The last one may come
/// earlier than when it began: a person may shorten the simulation meanwhile.
pub fn next_month(current: u32, last: u32) -> Option<u32> {
    (current < last).then_some(current + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_go_by_from_the_current_one_to_the_last() {
        let months = std::iter::successors(Some(first_month(3, 6)), |month| next_month(*month, 6));
        assert_eq!(months.collect::<Vec<_>>(), [3, 4, 5, 6]);
    }

    #[test]
    fn at_the_end_they_begin_again_at_the_start() {
        assert_eq!((first_month(6, 6), first_month(9, 6)), (0, 0));
        assert_eq!(next_month(9, 6), None);
    }
}
