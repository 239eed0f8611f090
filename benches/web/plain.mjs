// R1 as a good JavaScript programmer writes it who wants it clear and right and sees no need to tune it:
// schools are objects, each that has not started may start in every month by chance, and peers are found
// by looking at all schools once. `make bench-web` holds the engine to be several times as fast as this.

// Schools that ever started, by month. `random` gives numbers in 0..1.
export function simulate(r1, random) {
  const schools = Array.from({ length: r1.schools }, (_, number) => ({
    x: random(),
    y: random(),
    active: number < r1.started,
    peers: [],
  }));
  for (const school of schools) school.peers = nearest(school, schools, r1.peers);

  let active = r1.started;
  const ever = [active];
  for (let month = 1; month <= r1.months; month++) {
    const activeShare = active / schools.length;
    const starting = schools.filter(
      (school) => !school.active && random() < chanceToStart(school, activeShare, r1),
    );
    for (const school of starting) school.active = true;
    active += starting.length;
    ever.push(active);
  }
  return ever;
}

// The chance that a school starts in a month: its rate is one of a year.
function chanceToStart(school, activeShare, r1) {
  const activePeers = school.peers.filter((peer) => peer.active).length / school.peers.length;
  const word = (1 - r1.localWeight) * activeShare + r1.localWeight * activePeers;
  const rate = r1.volunteerRate + r1.peerRate * word;
  return 1 - Math.exp(-rate / 12);
}

// The nearest others of a school.
function nearest(here, schools, count) {
  const found = [];
  for (const school of schools) {
    if (school === here) continue;
    const distance = (school.x - here.x) ** 2 + (school.y - here.y) ** 2;
    if (found.length === count && distance >= found[count - 1].distance) continue;
    found.push({ school, distance });
    found.sort((a, b) => a.distance - b.distance);
    if (found.length > count) found.pop();
  }
  return found.map(({ school }) => school);
}
