//! The nearest schools of every school, by location and need.

use super::sort_key;

/// Schools per grid cell to aim for: fewer mean more cells to visit, more mean more distances to compute.
const SCHOOLS_PER_CELL: f64 = 2.0;

/// A school as a point: location x and y, and need.
type Point = [f64; 3];

/// For every point in turn, the numbers of the `each` other points with the smallest squared distance; of
/// two at the same distance, the lower number wins. The numbers of one point are in no particular order,
/// but always in the same one.
pub fn nearest(points: &[Point], each: usize) -> Vec<u32> {
    let grid = Grid::new(points);
    let mut all = vec![0; points.len() * each];
    let mut nearest = Nearest { keys: vec![u64::MAX; each + 1] };
    for cell in grid.cells() {
        for here in grid.run(cell[0], cell[0], cell[1], cell[2]) {
            grid.search(cell, here, &mut nearest);
            let place = here.number as usize * each;
            let peers = &mut all[place..place + each];
            if nearest.is_clear() {
                nearest.write_to(peers);
            } else {
                nearest_by_brute_force(points, here.number, peers);
            }
        }
    }
    all
}

/// Fills in the nearest other points of one point by comparing all of them.
fn nearest_by_brute_force(points: &[Point], here: u32, nearest: &mut [u32]) {
    let distance = |other: u32| distance(points[here as usize], points[other as usize]);
    for place in 0..nearest.len() {
        let left = (0..points.len() as u32)
            .filter(|&other| other != here && !nearest[..place].contains(&other));
        let next = left.min_by(|&a, &b| distance(a).total_cmp(&distance(b)));
        nearest[place] = next.expect("more points than neighbours");
    }
}

/// Squared distance of two points.
#[inline(always)]
fn distance(here: Point, there: Point) -> f64 {
    // Axis by axis: in a build optimized for size, `map` over the axes stays a loop.
    let (dx, dy, dn) = (there[0] - here[0], there[1] - here[1], there[2] - here[2]);
    dx * dx + dy * dy + dn * dn
}

/// The nearest points found so far and the one after them, as keys: a squared distance, which sorts like
/// its bits, with the lowest bits replaced by the number of the point.
struct Nearest {
    keys: Vec<u64>,
}

/// Bits of a key that hold the number of the point.
const NUMBER_BITS: u32 = 17;
const NUMBER: u64 = (1 << NUMBER_BITS) - 1;

impl Nearest {
    fn clear(&mut self) {
        self.keys.fill(u64::MAX);
    }

    fn last_key(&self) -> u64 {
        self.keys[self.keys.len() - 1]
    }

    /// Keeps this point if it is among the nearest.
    #[inline(always)]
    fn offer(&mut self, distance: f64, number: u32) {
        let mut key = (distance.to_bits() & !NUMBER) | u64::from(number);
        if key < self.last_key() {
            // Branch-free: the position of the new key is unpredictable.
            for kept in &mut self.keys {
                (*kept, key) = (key.min(*kept), key.max(*kept));
            }
        }
    }

    /// A squared distance that none of the kept points exceeds; NaN while there are too few.
    fn bound(&self) -> f64 {
        f64::from_bits(self.last_key() | NUMBER)
    }

    /// Whether the last point that counts is nearer than the one after it, as far as the keys can tell.
    fn is_clear(&self) -> bool {
        let [.., last, after] = self.keys[..] else { return true };
        last >> NUMBER_BITS < after >> NUMBER_BITS
    }

    fn write_to(&self, numbers: &mut [u32]) {
        for (number, key) in numbers.iter_mut().zip(&self.keys) {
            *number = (key & NUMBER) as u32;
        }
    }
}

/// A point with its number.
#[derive(Clone, Copy)]
struct Located {
    point: Point,
    number: u32,
}

/// The points, sorted into equal cells over their bounding box.
struct Grid {
    low: Point,
    /// Edge length of a cell, the same along every axis.
    edge: f64,
    /// Cell boundaries are subject to rounding; a distance smaller by this margin is certainly smaller.
    margin: f64,
    /// Number of cells along each axis.
    shape: [usize; 3],
    /// Where the points of each cell begin, followed by where the last ones end.
    starts: Vec<u32>,
    /// Points with their numbers, cell by cell; cells along x are adjacent.
    points: Vec<Located>,
}

impl Grid {
    fn new(points: &[Point]) -> Self {
        let axis = |axis: usize| points.iter().map(move |point| point[axis]);
        let low: Point = [0, 1, 2].map(|a| axis(a).fold(f64::INFINITY, f64::min));
        let high: Point = [0, 1, 2].map(|a| axis(a).fold(f64::NEG_INFINITY, f64::max));
        let extent: Point = [0, 1, 2].map(|a| high[a] - low[a]);
        let edge = edge(extent, points.len());
        let shape = extent.map(|length| (length / edge) as usize + 1);
        let mut grid =
            Self { low, edge, margin: edge * 1e-9, shape, starts: Vec::new(), points: Vec::new() };
        grid.sort_in(points);
        grid
    }

    /// Counting sort by cell; within a cell the points stay in the order of their numbers.
    fn sort_in(&mut self, points: &[Point]) {
        let cells: Vec<u32> =
            points.iter().map(|point| self.number_of(self.cell_of(point))).collect();
        self.starts = vec![0; self.shape.iter().product::<usize>() + 1];
        for &cell in &cells {
            self.starts[cell as usize + 1] += 1;
        }
        for cell in 1..self.starts.len() {
            self.starts[cell] += self.starts[cell - 1];
        }
        let mut next = self.starts.clone();
        self.points = vec![Located { point: [0.0; 3], number: 0 }; points.len()];
        for ((&point, &cell), number) in points.iter().zip(&cells).zip(0..) {
            self.points[next[cell as usize] as usize] = Located { point, number };
            next[cell as usize] += 1;
        }
    }

    fn cell_of(&self, point: &Point) -> [usize; 3] {
        [0, 1, 2].map(|a| (((point[a] - self.low[a]) / self.edge) as usize).min(self.shape[a] - 1))
    }

    fn number_of(&self, [x, y, z]: [usize; 3]) -> u32 {
        ((z * self.shape[1] + y) * self.shape[0] + x) as u32
    }

    /// All cells.
    fn cells(&self) -> impl Iterator<Item = [usize; 3]> + use<> {
        let [nx, ny, nz] = self.shape;
        (0..nz).flat_map(move |z| (0..ny).flat_map(move |y| (0..nx).map(move |x| [x, y, z])))
    }

    /// The points of the cells `x0..=x1` of one row.
    fn run(&self, x0: usize, x1: usize, y: usize, z: usize) -> &[Located] {
        let row = (z * self.shape[1] + y) * self.shape[0];
        &self.points[self.starts[row + x0] as usize..self.starts[row + x1 + 1] as usize]
    }

    /// Finds the nearest other points of a point in this cell: searches the cells around it, then one
    /// shell of cells farther out for as long as a nearer point may be there.
    fn search(&self, cell: [usize; 3], here: &Located, nearest: &mut Nearest) {
        nearest.clear();
        let mut seen = Block::around(cell, 0, self.shape);
        self.offer_all(self.run(cell[0], cell[0], cell[1], cell[2]), here, nearest);
        for reach in 1.. {
            let block = Block::around(cell, reach, self.shape);
            for z in block.low[2]..=block.high[2] {
                let dz = self.gap(2, z, here);
                for y in block.low[1]..=block.high[1] {
                    let dy = self.gap(1, y, here);
                    if dy * dy + dz * dz > nearest.bound() {
                        continue;
                    }
                    let [x0, x1] = [block.low[0], block.high[0]];
                    if seen.has_row(y, z) {
                        for x in (x0..seen.low[0]).chain(seen.high[0] + 1..=x1) {
                            self.offer_all(self.run(x, x, y, z), here, nearest);
                        }
                    } else {
                        self.offer_all(self.run(x0, x1, y, z), here, nearest);
                    }
                }
            }
            seen = block;
            let safe = self.distance_to_border(here.point, seen.low, seen.high);
            if nearest.bound() < safe * safe || safe == f64::INFINITY {
                return;
            }
        }
    }

    /// Smallest distance along an axis from a point to the cells with this index.
    #[inline(always)]
    fn gap(&self, axis: usize, index: usize, here: &Located) -> f64 {
        let side = self.low[axis] + index as f64 * self.edge;
        let (before, after) = (side - here.point[axis], here.point[axis] - side - self.edge);
        (before.max(after) - self.margin).max(0.0)
    }

    #[inline(always)]
    fn offer_all(&self, run: &[Located], here: &Located, nearest: &mut Nearest) {
        for there in run {
            if there.number != here.number {
                nearest.offer(distance(here.point, there.point), there.number);
            }
        }
    }

    /// Distance from the point to the nearest side of these cells beyond which there are others; infinite
    /// if there are none.
    fn distance_to_border(&self, here: Point, low: [usize; 3], high: [usize; 3]) -> f64 {
        let mut safe = f64::INFINITY;
        for a in 0..3 {
            let within = here[a] - self.low[a];
            if low[a] > 0 {
                safe = safe.min(within - low[a] as f64 * self.edge - self.margin);
            }
            if high[a] + 1 < self.shape[a] {
                safe = safe.min((high[a] + 1) as f64 * self.edge - within - self.margin);
            }
        }
        safe
    }
}

/// Cells from `low` to `high`, both included.
struct Block {
    low: [usize; 3],
    high: [usize; 3],
}

impl Block {
    /// The cells that are at most `steps` away from this one along every axis.
    fn around(cell: [usize; 3], steps: usize, shape: [usize; 3]) -> Self {
        Self {
            low: cell.map(|c| c.saturating_sub(steps)),
            high: [0, 1, 2].map(|a| (cell[a] + steps).min(shape[a] - 1)),
        }
    }

    fn has_row(&self, y: usize, z: usize) -> bool {
        (self.low[1]..=self.high[1]).contains(&y) && (self.low[2]..=self.high[2]).contains(&z)
    }
}

/// The edge length at which the cells over a box of this extent hold the intended number of points on
/// average. An axis along which the box is thinner than a cell does not count; otherwise a very thin box
/// would be cut into an enormous number of cells.
fn edge(mut extent: Point, points: usize) -> f64 {
    let cells = (points as f64 / SCHOOLS_PER_CELL).max(1.0);
    sort_key::sort(&mut extent);
    extent.reverse();
    let (mut volume, mut axes, mut edge) = (1.0, 0.0, 0.0);
    for length in extent.into_iter().take_while(|&length| length > 0.0) {
        if length < edge {
            break;
        }
        volume *= length;
        axes += 1.0;
        // The root of the volume of a cell.
        edge = libm::exp(libm::log(volume / cells) / axes);
    }
    // If no axis counts, all points are in one cell.
    if edge > 0.0 { edge } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::random::{Draws, Stream};

    fn assert_matches_brute_force(points: &[Point], each: usize) {
        let found = nearest(points, each);
        for (here, found) in (0..).zip(found.chunks(each)) {
            let mut expected = vec![0; each];
            nearest_by_brute_force(points, here, &mut expected);
            expected.sort_unstable();
            let mut found = found.to_vec();
            found.sort_unstable();
            assert_eq!(found, expected, "point {here} of {}", points.len());
        }
    }

    fn random(n: usize, replicate: u64, need: impl Fn(f64) -> f64) -> Vec<Point> {
        let draws = Draws::new(1, replicate);
        let place = |i, axis| draws.uniform(Stream::Layout, i, axis);
        (0..n).map(|i| [place(i, 0), place(i, 1), need(draws.bell(Stream::Traits, i, 0))]).collect()
    }

    #[test]
    fn the_grid_finds_what_comparing_every_pair_finds() {
        for (n, each) in [(2, 1), (3, 2), (8, 4), (80, 6), (516, 6), (516, 20), (700, 1)] {
            assert_matches_brute_force(
                &random(n, n as u64, |z| (0.65 + 0.2 * z).clamp(0.0, 1.0)),
                each,
            );
            assert_matches_brute_force(&random(n, n as u64, |_| 0.5), each);
        }
    }

    #[test]
    fn of_points_at_the_same_distance_the_lower_numbers_win() {
        assert_matches_brute_force(&[[0.5; 3]; 9], 3);
        let lattice: Vec<Point> =
            (0..125u32).map(|i| [i % 5, i / 5 % 5, i / 25].map(f64::from)).collect();
        assert_matches_brute_force(&lattice, 6);
    }

    #[test]
    fn clusters_and_outliers_are_both_found() {
        let mut points = random(300, 3, |_| 0.1);
        for point in &mut points[..250] {
            *point = point.map(|x| 0.2 + x * 1e-4);
        }
        assert_matches_brute_force(&points, 6);
        assert_matches_brute_force(&random(200, 4, |z| if z > 2.0 { 1.0 } else { 0.0 }), 6);
    }

    #[test]
    fn the_number_of_cells_fits_the_schools_however_small_the_spread_of_need() {
        for spread in [0.3, 1e-2, 1e-4, 1e-6, 1e-8, 1e-12, 0.0] {
            let points = random(516, 5, |z| 0.5 + spread * z);
            let cells: usize = Grid::new(&points).shape.iter().product();
            assert!((200..=600).contains(&cells), "{cells} cells at a spread of {spread}");
            assert_matches_brute_force(&points, 6);
        }
    }
}
