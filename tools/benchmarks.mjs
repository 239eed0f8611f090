// Runs the benchmarks and writes BENCHMARKS.md: the ratios, how they were measured, and on what machine.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

const root = new URL("../", import.meta.url);
const run = (command, ...words) => execFileSync(command, words, { cwd: root, encoding: "utf8" }).trim();

const bench = (name) => JSON.parse(run("cargo", "bench", "--quiet", "--bench", name, "--", "--json"));

const native = bench("ratios");
const page = bench("web");
const drags = JSON.parse(run("node", "benches/drag/main.mjs", "--json"));
const compiler = run("rustc", "--version");
const browser = run(process.env.CHROMIUM, "--version");
const processor = `${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;

const number = (value) => value.toFixed(2);
const row = ({ name, ratio, quartiles, goal, met }) => {
  const target = goal ? `${goal} | ${met ? "yes" : "**no**"}` : "none, only measured | –";
  return `| ${name} | ${number(ratio)} | ${quartiles.map(number).join(" to ")} | ${target} |`;
};
const table = (figures) => `| what | ratio | quartiles | target | met |
| --- | --- | --- | --- | --- |
${figures.map(row).join("\n")}`;
const drag = ({ name, values, target, met }) =>
  `| ${name} | ${values.map((value) => value.toFixed(0)).join(", ")} | at most ${target} | ${met ? "yes" : "**no**"} |`;
const time = (figure) => `| ${figure.name} | ${figure.nanoseconds.toFixed(1)} |`;

writeFileSync(
  new URL("BENCHMARKS.md", root),
  `# Benchmarks

Written by \`make benchmarks\`; do not edit. What was tried, and what did not pay, stands in \`docs/speed.md\`.

Measured on ${processor}, ${compiler}. A machine drifts by more than what is to be measured here, so works that are compared take turns in one process, 41 turns each, and a figure is the median of the ratios of neighbouring turns, with their quartiles. Only the ratios are worth comparing.

- **The hand-tuned loop** (\`benches/ratios/limit.rs\`) does R1 and nothing else: word of mouth among 516 equal schools over 120 months, layout included.
- **R1 through the engine** is the same work as a scenario of the whole model (\`benches/ratios/works.rs\`).
- **Full** is the whole model, Chicago over 120 months: *cold* with the layout of every replicate made anew, *warm* with layouts kept, as when a person moves a decision. Ratios are by school and month.
- **Exponents** say how cost grows with the size of the work, cold, on one core: the steeper of two steps; 1 is in proportion.

${table(native)}

## In the page

On the main thread of a page in headless ${browser}, turn by turn with the native program (\`make bench-web\`). The module is built as the shipped page is: the same profile, flags and \`wasm-opt\`; it has the native results to the last bit.

- **In the page** is against the same work natively, built for speed.
- **Plain JavaScript** (\`benches/web/plain.mjs\`) is R1 written clearly and without tuning: objects, a chance a month, peers found by looking at all schools once. The ratio says how many times as fast R1 through the engine is in the same page; the target counts for this one.
- **Hand-tuned JavaScript** (\`benches/web/hand_tuned.mjs\`) is the hand-tuned loop in JavaScript.

${table(page)}

## While a slider is dragged

In the shipped page, its CPU throttled four times, three drags of five seconds, each in a page that has just been opened; the middle one counts. What came out is read from the browser's own trace (\`make bench-drag\`).

| what | three drags | target | met |
| --- | --- | --- | --- |
${drags.map(drag).join("\n")}

## Times

Times by school and month, on this machine at that moment, nanoseconds:

| work | ns |
| --- | --- |
${[...native, ...page]
  .filter((figure) => figure.nanoseconds > 0 && figure.nanoseconds < 1e6)
  .map(time)
  .join("\n")}
`,
);
console.log("benchmarks: BENCHMARKS.md is written");
