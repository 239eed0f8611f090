//! Step 2: schools volunteer, and waiting schools cool off.

use super::clock::{ring_at_steady_rate, threshold};
use super::coaching::Support;
use super::intake::insert_in_order;
use super::layout::Layout;
use super::random::Stream;
use super::sites::four_times;
use super::stage::Stage;
use super::{DT, Future, after_loss, risks};
use wide::f64x4;

/// The volunteer clocks of all schools.
///
/// The hazard that a school accumulates in a month is its readiness times its word of mouth ("word"):
/// what reaches all schools, plus what each active peer adds. So the district keeps two running totals of
/// word, and a school only the amount of word at which it volunteers: no data of a school is touched in a
/// month in which none of its peers starts or stops.
pub struct Volunteering {
    /// Word that has reached every school so far.
    from_all: f64,
    /// Word that one peer would have added if it had been active from the start.
    from_a_peer: f64,
    /// For every school, the number of its active peers. Padded to whole blocks, like `due`.
    active_peers: Vec<f64>,
    /// For every school, the word `from_all + active_peers * from_a_peer` at which it volunteers;
    /// infinite for a school that is not at [`Stage::None`].
    due: Vec<f64>,
    /// For every school, how often it has cooled off.
    coolings: Vec<u32>,
}

/// Schools that are checked together, first quickly for whether any of them volunteers.
const BLOCK: usize = 16;

impl Volunteering {
    /// The clocks at the start, before any school is active.
    pub fn new(layout: &Layout) -> Self {
        let due = layout.patience.iter().zip(&layout.readiness).map(|(&t, &r)| word(t, r));
        Self::due_at(due)
    }

    /// Clocks of schools that volunteer at these amounts of word.
    fn due_at(words: impl ExactSizeIterator<Item = f64>) -> Self {
        let blocks = words.len().div_ceil(BLOCK);
        let nobody = std::iter::repeat(f64::INFINITY);
        Self {
            from_all: 0.0,
            from_a_peer: 0.0,
            coolings: vec![0; words.len()],
            due: words.chain(nobody).take(blocks * BLOCK).collect(),
            active_peers: vec![0.0; blocks * BLOCK],
        }
    }

    /// Adds the word of a month.
    fn add_word(&mut self, from_all: f64, from_a_peer: f64) {
        self.from_all += from_all;
        self.from_a_peer += from_a_peer;
    }

    /// Collects the schools at [`Stage::None`] whose clock rings.
    fn collect_volunteers(&self, ringing: &mut Vec<u32>) {
        let blocks = self.due.as_chunks().0.iter().zip(self.active_peers.as_chunks().0);
        for (first, (due, peers)) in (0..).step_by(BLOCK).zip(blocks) {
            if self.any_rings(due, peers) {
                let rings = |(due, peers): (&f64, &f64)| self.word_heard(peers) >= *due;
                let schools = (first..).zip(due.iter().zip(peers));
                ringing.extend(schools.filter(|&(_, s)| rings(s)).map(|(school, _)| school));
            }
        }
    }

    /// The word that a school with this many active peers has heard.
    #[inline(always)]
    fn word_heard(&self, active_peers: &f64) -> f64 {
        self.from_all + active_peers * self.from_a_peer
    }

    /// Whether any clock of a block rings.
    #[inline(always)]
    fn any_rings(&self, due: &[f64; BLOCK], active_peers: &[f64; BLOCK]) -> bool {
        let (dues, peers) = (due.as_chunks().0, active_peers.as_chunks().0);
        let (from_all, from_a_peer) = (four_times(self.from_all), four_times(self.from_a_peer));
        let beyond = |(&due, &peers): (&[f64; 4], &[f64; 4])| {
            f64x4::from(peers) * from_a_peer + from_all - f64x4::from(due)
        };
        let farthest = dues.iter().zip(peers).map(beyond).fold(-f64x4::ONE, f64x4::fast_max);
        farthest.simd_ge(f64x4::ZERO).any()
    }

    /// A school leaves [`Stage::None`]: its clock stops.
    pub fn leave(&mut self, school: u32) {
        self.due[school as usize] = f64::INFINITY;
    }

    /// A school is back at [`Stage::None`]: its clock restarts with this threshold.
    fn restart(&mut self, school: usize, threshold: f64, readiness: f64) {
        self.due[school] = self.from_all
            + self.active_peers[school] * self.from_a_peer
            + word(threshold, readiness);
    }

    /// A peer of these schools has become active (`change` 1) or stopped (-1). Word heard in the past is
    /// unaffected.
    pub fn peer_changes(&mut self, watchers: &[u32], change: f64) {
        for &watcher in watchers {
            self.active_peers[watcher as usize] += change;
            self.due[watcher as usize] += change * self.from_a_peer;
        }
    }
}

/// The word that produces this hazard in a school of this readiness; infinite without readiness.
fn word(hazard: f64, readiness: f64) -> f64 {
    hazard / (2.0 * readiness)
}

impl Future<'_> {
    /// Step 2. A school that volunteers joins the waiting list; one that was waiting before this month
    /// may give up.
    pub(super) fn volunteer_and_cool_off(&mut self, month: u32, support: &Support) {
        let common = self.volunteer_factor() * DT;
        self.volunteering.add_word(
            common * self.word_to_all(support),
            common * self.word_of_peers() / self.layout.terrain.peers as f64,
        );
        let mut volunteers = std::mem::take(&mut self.ringing);
        self.volunteering.collect_volunteers(&mut volunteers);
        self.cool_off(month);
        for school in volunteers.drain(..) {
            self.wait(school, month);
        }
        self.ringing = volunteers;
    }

    /// The part of the volunteering rate that all schools share: trust, autonomy, and the loss during a
    /// narrative event.
    fn volunteer_factor(&self) -> f64 {
        let factor = 2.0 * self.credibility * self.plan.central_decentral.more;
        after_loss(factor, self.scenario.risks.setback_loss, self.under_way(risks::NARRATIVE))
    }

    /// Word that reaches every school, per year: unprompted, and from the active share of the district.
    fn word_to_all(&self, support: &Support) -> f64 {
        self.unprompted_word(support) + self.word_of_district(support)
    }

    fn unprompted_word(&self, support: &Support) -> f64 {
        self.scenario.spread.volunteer_rate * support.reach
    }

    fn word_of_district(&self, support: &Support) -> f64 {
        let local_weight = self.scenario.spread.local_weight;
        self.peer_pull() * (1.0 - local_weight) * support.active / self.n_schools()
    }

    /// The word that a school at [`Stage::None`] hears this month, per year: unprompted, from the
    /// district, and from its active peers. Readiness is left out because it scales all three alike.
    pub(super) fn word_by_channel(&self, school: usize, support: &Support) -> [f64; 3] {
        let share = self.volunteering.active_peers[school] / self.layout.terrain.peers as f64;
        let common = self.volunteer_factor();
        [
            self.unprompted_word(support),
            self.word_of_district(support),
            self.word_of_peers() * share,
        ]
        .map(|word| common * word)
    }

    /// Word per year if all peers are active.
    fn word_of_peers(&self) -> f64 {
        self.peer_pull() * self.scenario.spread.local_weight
    }

    fn peer_pull(&self) -> f64 {
        self.scenario.spread.peer_rate * self.plan.best_process.less
    }

    /// The school joins the waiting list. Its cooling-off clock runs from the next month on, at a steady
    /// rate.
    fn wait(&mut self, school: u32, month: u32) {
        let i = school as usize;
        let occurrence = u64::from(self.volunteering.coolings[i]);
        let patience = threshold(&self.layout.draws, Stream::Cool, i, occurrence);
        let gives_up = ring_at_steady_rate(patience, self.scenario.spread.cool_rate, month + 1);
        self.stages[i] = Stage::Waiting;
        self.volunteering.leave(school);
        insert_in_order(&mut self.waiting, self.rank[i]);
        self.giving_up.schedule(gives_up, school);
    }

    /// Waiting schools whose cooling-off clock rings return to [`Stage::None`].
    fn cool_off(&mut self, month: u32) {
        while let Some(school) = self.giving_up.pop(month) {
            // A school on the agenda may have been admitted.
            if self.stages[school as usize] == Stage::Waiting {
                self.return_to_none(school);
            }
        }
    }

    /// A waiting school returns to [`Stage::None`], and its volunteer clock restarts.
    fn return_to_none(&mut self, school: u32) {
        let i = school as usize;
        self.volunteering.coolings[i] += 1;
        let occurrence = u64::from(self.volunteering.coolings[i]);
        let threshold = threshold(&self.layout.draws, Stream::Volunteer, i, occurrence);
        self.volunteering.restart(i, threshold, self.layout.readiness[i]);
        self.stages[i] = Stage::None;
        if let Ok(place) = self.waiting.binary_search(&self.rank[i]) {
            self.waiting.remove(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two schools of readiness .5 that volunteer at 1 and at 2 of word.
    fn volunteering() -> Volunteering {
        Volunteering::due_at([1.0, 2.0].into_iter())
    }

    fn ringing(volunteering: &Volunteering) -> Vec<u32> {
        let mut ringing = Vec::new();
        volunteering.collect_volunteers(&mut ringing);
        ringing
    }

    #[test]
    fn a_school_volunteers_when_it_has_heard_enough_word() {
        let mut v = volunteering();
        v.add_word(0.75, 0.0);
        assert!(ringing(&v).is_empty());
        v.add_word(0.75, 0.0);
        assert_eq!(ringing(&v), [0]);
        v.leave(0);
        v.add_word(0.5, 0.0);
        assert_eq!(ringing(&v), [1]);
    }

    #[test]
    fn a_peer_adds_word_only_while_it_is_active() {
        let mut v = volunteering();
        v.add_word(0.0, 0.5);
        v.peer_changes(&[1], 1.0);
        v.add_word(0.0, 1.5);
        assert!(ringing(&v).is_empty(), "1.5 heard since the peer became active");
        v.peer_changes(&[1], -1.0);
        v.add_word(0.25, 9.0);
        assert!(ringing(&v).is_empty(), "1.75: a peer that stopped adds nothing");
        v.add_word(0.25, 9.0);
        assert_eq!(ringing(&v), [1]);
    }

    #[test]
    fn a_school_that_cooled_off_starts_again_from_no_word() {
        let mut v = volunteering();
        v.add_word(3.0, 0.0);
        v.leave(0);
        v.restart(0, 1.0, 0.5);
        v.leave(1);
        assert!(ringing(&v).is_empty());
        v.add_word(1.0, 0.0);
        assert_eq!(ringing(&v), [0]);
    }

    #[test]
    fn a_school_without_readiness_never_volunteers() {
        let mut v = volunteering();
        v.restart(0, 1.0, 0.0);
        v.leave(1);
        v.add_word(1e9, 1e9);
        assert!(ringing(&v).is_empty());
    }
}
