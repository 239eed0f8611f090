// Writes BENCHMARKS.md: runs the ratios and says what they are, how they were measured and on what.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

const root = new URL("../", import.meta.url);
const run = (command, ...words) => execFileSync(command, words, { cwd: root, encoding: "utf8" }).trim();

const native = JSON.parse(run("cargo", "bench", "--quiet", "--bench", "ratios", "--", "--json"));
const compiler = run("rustc", "--version");
const processor = `${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;

const number = (value) => value.toFixed(2);
const row = (figure) =>
  `| ${figure.name} | ${number(figure.ratio)} | ${figure.quartiles.map(number).join(" to ")} | ` +
  `${figure.at_least ? "at least" : "at most"} ${figure.target} | ${figure.met ? "yes" : "**no**"} |`;
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

| what | ratio | quartiles | target | met |
| --- | --- | --- | --- | --- |
${native.map(row).join("\n")}

Times by school and month, on this machine at that moment, nanoseconds:

| work | ns |
| --- | --- |
${native
  .filter((figure) => figure.nanoseconds > 0 && figure.nanoseconds < 1e6)
  .map(time)
  .join("\n")}
`,
);
console.log("benchmarks: BENCHMARKS.md is written");
