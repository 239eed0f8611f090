//! What each worker is doing.

use std::ops::Range;

/// The workers of a page under their numbers, which stay: a dead one keeps its place.
#[derive(Debug, Default)]
pub(super) struct Workers(Vec<Activity>);

/// What of a chunk has to be given back if its worker fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Assignment {
    /// Number of the job.
    pub(super) job: u32,
    /// The replicates.
    pub(super) replicates: Range<u64>,
}

#[derive(Debug)]
enum Activity {
    Starting,
    Idle,
    Busy(Assignment),
    Dead,
}

impl Workers {
    /// Adds a worker that has been started and is not ready yet.
    pub(super) fn add(&mut self) {
        self.0.push(Activity::Starting);
    }

    /// Number of workers, dead ones included.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether any worker is ready for chunks, or busy with one.
    pub(super) fn has_ready(&self) -> bool {
        self.0.iter().any(|worker| matches!(worker, Activity::Idle | Activity::Busy(_)))
    }

    /// Whether any worker has neither become ready nor failed.
    pub(super) fn is_starting(&self) -> bool {
        self.0.iter().any(|worker| matches!(worker, Activity::Starting))
    }

    /// The first worker that has nothing to do.
    pub(super) fn idle(&self) -> Option<usize> {
        self.0.iter().position(|worker| matches!(worker, Activity::Idle))
    }

    /// Notes that a worker is ready for a chunk. A dead one stays dead.
    pub(super) fn set_idle(&mut self, worker: usize) {
        self.replace(worker, Activity::Idle);
    }

    /// Notes what a worker is busy with.
    pub(super) fn set_busy(&mut self, worker: usize, assignment: Assignment) {
        self.replace(worker, Activity::Busy(assignment));
    }

    /// Gives a worker up for good; the chunk that it was busy with is lost.
    pub(super) fn discard(&mut self, worker: usize) -> Option<Assignment> {
        match self.replace(worker, Activity::Dead)? {
            Activity::Busy(assignment) => Some(assignment),
            _ => None,
        }
    }

    /// Replaces what a living worker is doing.
    fn replace(&mut self, worker: usize, activity: Activity) -> Option<Activity> {
        let now = self.0.get_mut(worker).filter(|now| !matches!(now, Activity::Dead))?;
        Some(std::mem::replace(now, activity))
    }
}
