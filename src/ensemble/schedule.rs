//! Which replicates to run next, and when there are enough new runs to update the page.

use std::ops::Range;

/// Number of futures for the first band.
pub const FIRST_BAND: usize = 8;
/// Factor by which the number of futures grows from one update to the next: an update costs as much as
/// many futures.
const GROWTH: usize = 4;

/// The replicates of one ensemble that have not run yet, dispatched in chunks.
///
/// Each worker has its own share of the replicates, always the same one, so that it can reuse what it has
/// cached for them. A worker that finishes its share continues with the end of another worker's.
#[derive(Debug, Clone)]
pub struct Schedule {
    shares: Vec<Range<u64>>,
    /// Number of replicates dispatched so far.
    handed_out: u64,
    /// Chunks that were dispatched and came back without their runs.
    returned: Vec<Range<u64>>,
    shown: usize,
    replicates: usize,
}

impl Schedule {
    /// A schedule of so many replicates, for this number of workers (at least one).
    pub fn new(replicates: u64, workers: usize) -> Self {
        let workers = workers.max(1) as u64;
        let start = |worker: u64| replicates * worker / workers;
        Self {
            shares: (0..workers).map(|worker| start(worker)..start(worker + 1)).collect(),
            handed_out: 0,
            returned: Vec::new(),
            shown: 0,
            replicates: replicates as usize,
        }
    }

    /// The next chunk for this worker, of at most `most` replicates (at least one); `None` when all have
    /// been dispatched. The workers share the futures of the first band equally, so that it appears soon.
    pub fn take(&mut self, worker: usize, most: u64) -> Option<Range<u64>> {
        if let Some(chunk) = self.returned.pop() {
            return Some(chunk);
        }
        let first_band = (FIRST_BAND as u64).div_ceil(self.shares.len() as u64);
        let is_first_band = self.handed_out < FIRST_BAND as u64;
        let most = most.min(if is_first_band { first_band } else { most }).max(1);
        let chunk = self.cut_chunk(worker, most)?;
        self.handed_out += chunk.end - chunk.start;
        Some(chunk)
    }

    /// The futures of the first band, for whoever simulates them all at once; `None` if some have been dispatched.
    pub fn take_first_band(&mut self) -> Option<Range<u64>> {
        let is_whole = self.handed_out == 0 && self.replicates >= FIRST_BAND * self.shares.len();
        let chunk = is_whole.then(|| self.cut_chunk(0, FIRST_BAND as u64))??;
        self.handed_out += chunk.end - chunk.start;
        Some(chunk)
    }

    /// Cuts a chunk off the worker's own share or, if that is empty, off the end of the longest one.
    fn cut_chunk(&mut self, worker: usize, most: u64) -> Option<Range<u64>> {
        if let Some(own) = self.shares.get_mut(worker).filter(|share| !share.is_empty()) {
            let end = own.end.min(own.start + most);
            let chunk = own.start..end;
            own.start = end;
            return Some(chunk);
        }
        let longest = self.shares.iter_mut().max_by_key(|share| share.end - share.start)?;
        let start = longest.start.max(longest.end.saturating_sub(most));
        let chunk = start..longest.end;
        longest.end = start;
        (!chunk.is_empty()).then_some(chunk)
    }

    /// How many replicates have been dispatched so far.
    pub fn handed_out(&self) -> u64 {
        self.handed_out
    }

    /// Returns a chunk whose worker failed, to be dispatched again.
    pub fn give_back(&mut self, chunk: Range<u64>) {
        self.returned.push(chunk);
    }

    /// Whether the runs so far are worth an update: for the first band (with any number of runs if it is
    /// overdue), then each time their number has quadrupled, and when they are complete. Returns true
    /// once for each.
    pub fn worth_showing(&mut self, runs: usize, overdue: bool) -> bool {
        let first = if overdue { 1 } else { FIRST_BAND };
        let next = (GROWTH * self.shown).max(first).min(self.replicates);
        let is_due = runs >= next && runs > self.shown;
        if is_due {
            self.shown = runs;
        }
        is_due
    }

    /// Whether this number of runs is complete.
    pub fn is_complete(&self, runs: usize) -> bool {
        runs >= self.replicates
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_cover_every_replicate_once() {
        let mut schedule = Schedule::new(20, 1);
        let chunks: Vec<_> = std::iter::from_fn(|| schedule.take(0, 7)).collect();
        assert_eq!(chunks, [0..7, 7..14, 14..20]);
    }

    #[test]
    fn the_first_band_is_the_first_eight_and_only_while_none_is_dispatched() {
        let mut schedule = Schedule::new(100, 2);
        assert_eq!(schedule.take_first_band(), Some(0..8));
        assert_eq!(schedule.take_first_band(), None);
        assert_eq!(schedule.take(0, 7), Some(8..15));
        assert_eq!(Schedule::new(15, 2).take_first_band(), None);
    }

    #[test]
    fn a_worker_runs_its_own_share_and_then_helps_the_slowest() {
        let mut schedule = Schedule::new(10, 2);
        assert_eq!(schedule.take(1, 3), Some(5..8));
        assert_eq!(schedule.take(0, 1), Some(0..1));
        assert_eq!(schedule.take(1, 3), Some(8..10));
        assert_eq!(schedule.take(1, 3), Some(2..5));
        assert_eq!(schedule.take(1, 3), Some(1..2));
        assert_eq!((schedule.take(1, 3), schedule.take(0, 3)), (None, None));
    }

    #[test]
    fn the_workers_share_the_first_band_however_fast_they_are() {
        let mut schedule = Schedule::new(500, 2);
        assert_eq!(schedule.take(0, 90), Some(0..4));
        assert_eq!(schedule.take(1, 90), Some(250..254));
        assert_eq!(schedule.take(0, 90), Some(4..94));
    }

    #[test]
    fn a_returned_chunk_is_dispatched_again() {
        let mut schedule = Schedule::new(5, 1);
        let chunk = schedule.take(0, 3).unwrap();
        schedule.give_back(chunk);
        assert_eq!(schedule.take(7, 1), Some(0..3));
        assert_eq!(schedule.take(7, 9), Some(3..5));
        assert_eq!(schedule.take(0, 9), None);
    }

    #[test]
    fn a_chunk_has_at_least_one_replicate() {
        assert_eq!(Schedule::new(2, 0).take(0, 0), Some(0..1));
    }

    #[test]
    fn updates_come_with_the_first_band_then_at_four_times_as_many_then_when_complete() {
        let mut schedule = Schedule::new(50, 1);
        let shown: Vec<usize> =
            (1..=50).filter(|&runs| schedule.worth_showing(runs, false)).collect();
        assert_eq!(shown, [8, 32, 50]);
        assert!(!schedule.worth_showing(50, false));
        assert!(schedule.is_complete(50) && !schedule.is_complete(49));
    }

    #[test]
    fn an_ensemble_smaller_than_a_first_band_is_shown_when_complete() {
        let mut schedule = Schedule::new(3, 1);
        assert!(!schedule.worth_showing(2, false));
        assert!(schedule.worth_showing(3, false));
    }

    #[test]
    fn an_overdue_first_band_is_shown_with_the_available_runs() {
        let mut schedule = Schedule::new(50, 1);
        let shown: Vec<usize> =
            (1..=50).filter(|&runs| schedule.worth_showing(runs, true)).collect();
        assert_eq!(shown, [1, 4, 16, 50]);
    }
}
