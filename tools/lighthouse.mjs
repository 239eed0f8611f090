// What Lighthouse says of the page in dist/ on a slow telephone: fails below the scores that it must have.
//
// Lighthouse looks at the page on this machine and reckons what a telephone would make of it. Slowed 4 times
// is its mobile setting, and what is judged here. It is meant for fast desktop machines; for slower ones its
// documentation (docs/throttling.md) advises less, so what comes out of that is told too, and decides nothing.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import sirv from "sirv";

const PORT = 4175;
const DEBUGGING_PORT = 4176;
const LEAST = { performance: 95, accessibility: 100, "best-practices": 100 };
// Visits: the machine's other work makes single ones slower, so the middle one counts.
const VISITS = 5;
// Lighthouse's BenchmarkIndex of the telephone: that of a desktop machine (1500 to 2000), slowed 4 times.
const TELEPHONE = 1750 / 4;
const PRESET = 4;

// Compressed beforehand, as most servers do: compressing takes time from the browser that is measured.
const folder = mkdtempSync(join(tmpdir(), "districtwide-"));
cpSync(fileURLToPath(new URL("../dist", import.meta.url)), folder, { recursive: true });
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || entry.name.endsWith(".png")) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
}
const server = createServer(sirv(folder, { brotli: true })).listen(PORT, "127.0.0.1");

async function visit(slowdown) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: [
      `--remote-debugging-port=${DEBUGGING_PORT}`,
      "--no-sandbox",
      "--disable-quic",
      "--disable-background-networking",
    ],
  });
  try {
    const throttling = { cpuSlowdownMultiplier: slowdown };
    const flags = { port: DEBUGGING_PORT, logLevel: "error", throttling };
    const { lhr } = await lighthouse(`http://127.0.0.1:${PORT}/`, flags);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return lhr;
  } finally {
    await browser.close();
  }
}

/** Visits with this slowdown, from the slowest to the fastest. */
async function visits(slowdown) {
  const all = [];
  while (all.length < VISITS) all.push(await visit(slowdown));
  return all.sort((one, other) => performanceOf(one) - performanceOf(other));
}

const performanceOf = (lhr) => lhr.categories.performance.score;
const points = (score) => Math.round(score * 100);
const middle = (sorted) => sorted[Math.floor(sorted.length / 2)];

/** Says what a category lost, and whether it has what it must have. Speed differs from visit to visit and
 * nothing else may: of the other categories the worst visit counts. */
function isEnough(all, id) {
  const byScore = all.map((lhr) => lhr.categories[id].score);
  const place = id === "performance" ? Math.floor(all.length / 2) : byScore.indexOf(Math.min(...byScore));
  const lhr = all[place];
  const { title, score, auditRefs } = lhr.categories[id];
  const least = LEAST[id] ?? 0;
  const enough = points(score) >= least;
  console.log(
    `${String(points(score)).padStart(4)}  ${title}${enough ? "" : `: at least ${least} is asked`}`,
  );
  for (const { id: name, weight } of auditRefs) {
    const audit = lhr.audits[name];
    const loses = audit.score !== null && audit.score < 1 && (weight > 0 || audit.score === 0);
    if (!loses) continue;
    console.log(`      ${audit.title} ${audit.displayValue ?? ""} (weight ${weight}, ${audit.score})`);
    for (const item of audit.details?.items ?? []) {
      const where = item.node?.snippet ?? item.url ?? item.description;
      if (where) console.log(`        ${where}`);
    }
  }
  return enough;
}

try {
  const preset = await visits(PRESET);
  for (const warning of new Set(preset.flatMap((lhr) => lhr.runWarnings))) console.log(warning);
  const index = middle(preset.map((lhr) => lhr.environment.benchmarkIndex).sort((a, b) => a - b));
  const advised = Math.min(PRESET, Math.max(1, index / TELEPHONE));
  const scores = (all) => all.map((lhr) => points(performanceOf(lhr))).join(", ");
  console.log(`performance of ${VISITS} visits, slowed ${PRESET} times: ${scores(preset)}`);
  console.log(
    `slowed ${advised.toFixed(1)} times, as advised for BenchmarkIndex ${index}: ${scores(await visits(advised))}`,
  );
  const failed = Object.keys(LEAST).filter((id) => !isEnough(preset, id));
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
}
