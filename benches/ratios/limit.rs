//! The limit: the reduced workload R1 and nothing else, tuned by hand.
//!
//! R1 is the model in its *still* settings with 516 equal schools, 21 of which are active: a school that
//! has not started volunteers at the rate `p + q * (active share of the district + active share of its 6
//! peers) / 2` and is active from the next month on. So this loop has no depth, no coaches, no principals
//! and no risks; locations are in a plane; the number of a point is packed into its distance. What it
//! shares with the engine are the keyed draws, and that a school is updated only when a peer changes.

use districtwide::model::random::{Draws, Stream};

pub const SCHOOLS: usize = 516;
pub const STARTED: usize = 21;
pub const MONTHS: usize = 120;
const PEERS: usize = 6;
const VOLUNTEER_RATE: f64 = 0.025;
const PEER_RATE: f64 = 0.5;

/// Cells along each axis: about two schools per cell.
const CELLS: usize = 16;
/// Bits of a distance that are replaced by the number of a school.
const NUMBER_BITS: u64 = (1 << 10) - 1;

/// Schools that ever started, in the months 0 to [`MONTHS`], of one future.
pub fn simulate(replicate: u64) -> [u16; MONTHS + 1] {
    let draws = Draws::new(1, replicate);
    let (starts, watchers) = watchers(&draws);
    let mut due = [0.0; SCHOOLS];
    for (school, due) in due.iter_mut().enumerate() {
        *due = -libm::log(draws.uniform(Stream::Volunteer, school, 0));
    }
    let mut active_peers = [0.0; SCHOOLS];
    let (mut from_all, mut from_a_peer) = (0.0, 0.0);
    let mut ever = [0; MONTHS + 1];
    let mut started = 0;
    let mut volunteered: Vec<u16> = (0..STARTED as u16).collect();
    for count in &mut ever {
        for &school in &volunteered {
            started += 1;
            due[school as usize] = f64::INFINITY;
            let [from, to] = [school as usize, school as usize + 1].map(|i| starts[i] as usize);
            for &watcher in &watchers[from..to] {
                active_peers[watcher as usize] += 1.0;
                due[watcher as usize] += from_a_peer;
            }
        }
        *count = started;
        let share = f64::from(started) / SCHOOLS as f64;
        from_all += (VOLUNTEER_RATE + PEER_RATE * share / 2.0) / 12.0;
        from_a_peer += PEER_RATE / 2.0 / PEERS as f64 / 12.0;
        volunteered.clear();
        let schools = due.chunks(12).zip(active_peers.chunks(12));
        for (first, (due, peers)) in (0..).step_by(12).zip(schools) {
            let rings = |(due, peers): (&f64, &f64)| from_all + peers * from_a_peer >= *due;
            if due.iter().zip(peers).fold(false, |any, school| any | rings(school)) {
                let schools = (first..).zip(due.iter().zip(peers));
                volunteered.extend(schools.filter(|&(_, school)| rings(school)).map(|(i, _)| i));
            }
        }
    }
    ever
}

/// The watchers of each school, and where those of each begin.
fn watchers(draws: &Draws) -> ([u16; SCHOOLS + 1], [u16; SCHOOLS * PEERS]) {
    let peers = peers(draws);
    let mut starts = [0; SCHOOLS + 1];
    for &peer in &peers {
        starts[peer as usize] += 1;
    }
    let mut end = 0;
    for start in &mut starts {
        end += *start;
        *start = end;
    }
    let mut watchers = [0; SCHOOLS * PEERS];
    for (watcher, peers) in (0..).zip(peers.chunks_exact(PEERS)) {
        for &peer in peers {
            starts[peer as usize] -= 1;
            watchers[starts[peer as usize] as usize] = watcher;
        }
    }
    (starts, watchers)
}

/// The six nearest other schools of every school.
fn peers(draws: &Draws) -> [u16; SCHOOLS * PEERS] {
    let cell_of = |x: f64| (x * CELLS as f64) as usize;
    let places: [[f64; 2]; SCHOOLS] = std::array::from_fn(|school| {
        [0, 1].map(|axis| draws.uniform(Stream::Layout, school, axis))
    });
    let mut starts = [0u16; CELLS * CELLS + 1];
    let cells = places.map(|[x, y]| cell_of(y) * CELLS + cell_of(x));
    for &cell in &cells {
        starts[cell] += 1;
    }
    let mut end = 0;
    for start in &mut starts {
        end += *start;
        *start = end;
    }
    let mut sorted = [([0.0; 2], 0u64); SCHOOLS];
    for (school, (&place, &cell)) in (0..).zip(places.iter().zip(&cells)) {
        starts[cell] -= 1;
        sorted[starts[cell] as usize] = (place, school);
    }
    let mut all = [0; SCHOOLS * PEERS];
    for row in 0..CELLS {
        for column in 0..CELLS {
            let cell = row * CELLS + column;
            for &(here, school) in &sorted[starts[cell] as usize..starts[cell + 1] as usize] {
                let nearest = nearest(&starts, &sorted, [column, row], here, school);
                let peers = &mut all[school as usize * PEERS..][..PEERS];
                for (peer, key) in peers.iter_mut().zip(nearest) {
                    *peer = (key & NUMBER_BITS) as u16;
                }
            }
        }
    }
    all
}

/// Distances of the six nearest other schools, with their numbers in the lowest bits.
#[inline(always)]
fn nearest(
    starts: &[u16; CELLS * CELLS + 1],
    sorted: &[([f64; 2], u64); SCHOOLS],
    [column, row]: [usize; 2],
    [x, y]: [f64; 2],
    school: u64,
) -> [u64; PEERS] {
    let edge = 1.0 / CELLS as f64;
    let mut reach = 1;
    loop {
        let mut best = [u64::MAX; PEERS];
        let [left, right] = [column.saturating_sub(reach), (column + reach).min(CELLS - 1)];
        let [low, high] = [row.saturating_sub(reach), (row + reach).min(CELLS - 1)];
        for row in low..=high {
            let first = starts[row * CELLS + left] as usize;
            let last = starts[row * CELLS + right + 1] as usize;
            for &([other_x, other_y], other) in &sorted[first..last] {
                let (dx, dy) = (other_x - x, other_y - y);
                let mut key = (dx * dx + dy * dy).to_bits() & !NUMBER_BITS | other;
                if key < best[PEERS - 1] && other != school {
                    for kept in &mut best {
                        (*kept, key) = ((*kept).min(key), (*kept).max(key));
                    }
                }
            }
        }
        let mut safe = f64::INFINITY;
        if left > 0 {
            safe = safe.min(x - left as f64 * edge);
        }
        if right + 1 < CELLS {
            safe = safe.min((right + 1) as f64 * edge - x);
        }
        if low > 0 {
            safe = safe.min(y - low as f64 * edge);
        }
        if high + 1 < CELLS {
            safe = safe.min((high + 1) as f64 * edge - y);
        }
        if f64::from_bits(best[PEERS - 1]) < safe * safe {
            return best;
        }
        reach += 1;
    }
}
