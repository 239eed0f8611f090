// Reads a trace of the browser, as the protocol of its developer tools gives it. Times are microseconds.

// The events of the thread that our marks are on, in the order of time.
function mainThread(events) {
  const mark = events.find(({ name }) => name === "frame");
  const main = events.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
  return main.toSorted((a, b) => a.ts - b.ts);
}

// CPU time of the longest task while the slider is dragged, ms. The time on the wall would count what
// other programs take as well, and before the drag the browser is busy with starting the trace.
export function longestTask(events) {
  const main = mainThread(events);
  const moves = main.filter(({ name }) => name === "moved");
  const [first, last] = [moves[0].ts, moves.at(-1).ts];
  const tasks = main.filter(
    ({ name, ph, ts, dur }) => name.endsWith("RunTask") && ph === "X" && ts + dur > first && ts < last,
  );
  const times = tasks.map(({ tdur, dur }) => (tdur ?? dur) / 1000);
  if (times.length < 100) throw new Error("The trace has no tasks: are its categories still right?");
  return Math.max(...times);
}

// In how many frames each move has its first band, the frame that brings the move itself counted: an
// input comes at the beginning of a frame, and what changes after a frame is painted in the next.
export function framesToBand(events) {
  let frame = 0;
  let waiting = [];
  const frames = [];
  for (const { name, ph } of mainThread(events)) {
    // Of a mark there are several events; one of them stands for it.
    if (ph !== "R" && ph !== "I") continue;
    if (name === "frame") frame += 1;
    if (name === "moved") waiting.push(frame);
    if (name === "band") {
      frames.push(...waiting.map((moved) => frame + 1 - moved));
      waiting = [];
    }
  }
  if (frames.length === 0) throw new Error("The trace has no bands: has the chart another class now?");
  return frames;
}
