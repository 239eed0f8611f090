// The works as they run in the page, on its main thread: those of the engine's module, and R1 in
// JavaScript.

import * as handTuned from "./hand_tuned.mjs";
import init, { Engine } from "./module/page.js";
import * as plain from "./plain.mjs";
import { generator } from "./random.mjs";

// Gives what answers questions. A work takes the number of a replicate and gives the schools that ever
// started, by month.
export async function open(r1) {
  await init({ module_or_path: "/module/page_bg.wasm" });
  const engine = new Engine();
  const works = {
    r1: (replicate) => engine.r1(replicate),
    full_cold: (replicate) => engine.full_cold(replicate),
    full_warm: (replicate) => engine.full_warm(replicate),
    plain: (replicate) => plain.simulate(r1, generator(replicate)),
    hand_tuned: (replicate) => handTuned.simulate(r1, generator(replicate)),
  };
  return ({ work, first, times }) => answer(works[work], first, times);
}

// Does a work so many times: the seconds that it takes, and the schools that ever started on average.
function answer(work, first, times) {
  const started = performance.now();
  const sums = Array.from(work(first));
  for (let replicate = first + 1; replicate < first + times; replicate++) {
    const ever = work(replicate);
    for (let month = 0; month < sums.length; month++) sums[month] += ever[month];
  }
  const seconds = (performance.now() - started) / 1000;
  return { seconds, mean_ever: sums.map((sum) => sum / times) };
}
