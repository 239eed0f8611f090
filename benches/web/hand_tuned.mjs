// R1 tuned by hand, as `benches/ratios/limit.rs` is: typed arrays, one exponential threshold a school
// instead of chances by month, a grid for the peers, and a school is touched only when a peer starts.
// Only measured: what plain JavaScript leaves on the table.

// Cells along each axis: about two schools a cell.
const CELLS = 16;

// Schools that ever started, by month. `random` gives numbers in 0..1.
export function simulate(r1, random) {
  const { starts, watchers } = watchersOf(r1, random);
  const due = Float64Array.from({ length: r1.schools }, () => -Math.log(1 - random()));
  const activePeers = new Float64Array(r1.schools);
  const ever = new Float64Array(r1.months + 1);
  let rang = Array.from({ length: r1.started }, (_, school) => school);
  let [started, fromAll, fromAPeer] = [0, 0, 0];
  for (let month = 0; month <= r1.months; month++) {
    for (const school of rang) {
      due[school] = Number.POSITIVE_INFINITY;
      for (let place = starts[school]; place < starts[school + 1]; place++) {
        activePeers[watchers[place]] += 1;
        due[watchers[place]] += fromAPeer;
      }
    }
    started += rang.length;
    ever[month] = started;
    const share = started / r1.schools;
    fromAll += (r1.volunteerRate + r1.peerRate * (1 - r1.localWeight) * share) / 12;
    fromAPeer += (r1.peerRate * r1.localWeight) / r1.peers / 12;
    rang = [];
    for (let school = 0; school < due.length; school++) {
      if (fromAll + activePeers[school] * fromAPeer >= due[school]) rang.push(school);
    }
  }
  return ever;
}

// The schools that watch each school, and where those of each begin.
function watchersOf(r1, random) {
  const peers = peersOf(r1, random);
  const starts = countingStarts(peers, r1.schools);
  const watchers = new Uint16Array(peers.length);
  for (let place = 0; place < peers.length; place++) {
    starts[peers[place]] -= 1;
    watchers[starts[peers[place]]] = Math.floor(place / r1.peers);
  }
  return { starts, watchers };
}

// Of each key, where those up to it end; and at the end, how many there are.
function countingStarts(keys, count) {
  const starts = new Uint16Array(count + 1);
  for (const key of keys) starts[key] += 1;
  for (let key = 1; key <= count; key++) starts[key] += starts[key - 1];
  return starts;
}

// The nearest others of every school.
function peersOf(r1, random) {
  const x = new Float64Array(r1.schools);
  const y = new Float64Array(r1.schools);
  const cells = new Uint16Array(r1.schools);
  for (let school = 0; school < r1.schools; school++) {
    x[school] = random();
    y[school] = random();
    cells[school] = Math.floor(y[school] * CELLS) * CELLS + Math.floor(x[school] * CELLS);
  }
  const starts = countingStarts(cells, CELLS * CELLS);
  const sorted = new Uint16Array(r1.schools);
  for (let school = 0; school < r1.schools; school++) {
    starts[cells[school]] -= 1;
    sorted[starts[cells[school]]] = school;
  }
  const peers = new Uint16Array(r1.schools * r1.peers);
  const grid = { x, y, starts, sorted };
  const distances = new Float64Array(r1.peers);
  for (let school = 0; school < r1.schools; school++) {
    const place = school * r1.peers;
    searchNearest(grid, school, distances, peers.subarray(place, place + r1.peers));
  }
  return peers;
}

// Fills in the nearest others of a school: looks at the cells around it, and farther out for as long as a
// nearer one may lie there.
function searchNearest({ x, y, starts, sorted }, here, distances, nearest) {
  const last = distances.length - 1;
  const [column, row] = [Math.floor(x[here] * CELLS), Math.floor(y[here] * CELLS)];
  for (let reach = 1; ; reach++) {
    distances.fill(Number.POSITIVE_INFINITY);
    const left = Math.max(column - reach, 0);
    const right = Math.min(column + reach, CELLS - 1);
    const low = Math.max(row - reach, 0);
    const high = Math.min(row + reach, CELLS - 1);
    for (let line = low; line <= high; line++) {
      const end = starts[line * CELLS + right + 1];
      for (let place = starts[line * CELLS + left]; place < end; place++) {
        const other = sorted[place];
        const [dx, dy] = [x[other] - x[here], y[other] - y[here]];
        const distance = dx * dx + dy * dy;
        if (distance >= distances[last] || other === here) continue;
        let to = last;
        for (; to > 0 && distances[to - 1] > distance; to--) {
          distances[to] = distances[to - 1];
          nearest[to] = nearest[to - 1];
        }
        distances[to] = distance;
        nearest[to] = other;
      }
    }
    const safe = Math.min(
      left > 0 ? x[here] - left / CELLS : 1,
      right + 1 < CELLS ? (right + 1) / CELLS - x[here] : 1,
      low > 0 ? y[here] - low / CELLS : 1,
      high + 1 < CELLS ? (high + 1) / CELLS - y[here] : 1,
    );
    if (distances[last] < safe * safe || reach === CELLS) return;
  }
}
