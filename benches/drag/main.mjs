// Drags a slider for five seconds in a page whose CPU is throttled four times, and asks the browser's own
// trace whether anybody had to wait. `make bench-drag` prints what came out and fails if a target is
// missed; with --json it prints the figures for BENCHMARKS.md.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import tests from "../../playwright.config.mjs";
import { framesToBand, longestTask } from "./trace.mjs";

const PORT = 4174;
const THROTTLED = 4;
const SECONDS = 5;
// Each drag is in a page that has just been opened; the figure is the middle one.
const DRAGS = 3;
const CATEGORIES = "devtools.timeline,toplevel,blink.user_timing";

// Marks for the trace: an input, a frame, and a band that has new paths.
function markInTrace() {
  addEventListener("input", () => performance.mark("moved"), { capture: true });
  const bands = new MutationObserver(() => performance.mark("band"));
  bands.observe(document.querySelector(".drawing"), {
    subtree: true,
    childList: true,
    attributeFilter: ["d"],
  });
  const frame = () => {
    performance.mark("frame");
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

// The pointer goes to and fro over the slider, as fast as the page takes its moves.
async function drag(page, slider) {
  const box = await slider.boundingBox();
  const at = (share) => [box.x + box.width * share, box.y + box.height / 2];
  await page.mouse.move(...at(0.4));
  await page.mouse.down();
  const started = performance.now();
  for (let seconds = 0; seconds < SECONDS; seconds = (performance.now() - started) / 1000) {
    await page.mouse.move(...at(0.5 + 0.4 * Math.sin(2 * seconds)));
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  await page.waitForTimeout(300);
}

async function traceOfADrag(browser) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await page.getByRole("button", { name: "All results as CSV", disabled: false }).waitFor();
  await page.evaluate(markInTrace);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: THROTTLED });
  const events = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await devtools.send("Tracing.start", { transferMode: "ReportEvents", categories: CATEGORIES });
  await drag(page, page.locator("#fast_slow"));
  const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  await complete;
  await page.close();
  return events;
}

function figure(name, values, target) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return { name, values, middle, target, met: middle <= target };
}

// What nine in ten of the values do not exceed.
function nineInTen(values) {
  return values.toSorted((a, b) => a - b)[Math.ceil(0.9 * values.length) - 1];
}

const server = spawn("node", [
  fileURLToPath(new URL("../../tools/serve.mjs", import.meta.url)),
  "--port",
  String(PORT),
]);
await once(server.stdout, "data");
const traces = [];
try {
  const browser = await chromium.launch(tests.use.launchOptions);
  for (let number = 0; number < DRAGS; number += 1) traces.push(await traceOfADrag(browser));
  await browser.close();
} finally {
  server.kill();
}

const figures = [
  figure("longest task of the main thread, ms of CPU time", traces.map(longestTask), 50),
  figure(
    "frames from a move to its first band, nine moves in ten",
    traces.map((trace) => nineInTen(framesToBand(trace))),
    2,
  ),
];
if (process.argv.includes("--json")) {
  console.log(JSON.stringify(figures));
} else {
  for (const { name, values, target, met } of figures) {
    const drags = values.map((value) => value.toFixed(0)).join(", ");
    console.log(`${name}: ${drags}; target at most ${target}: ${met ? "met" : "NOT met"}`);
  }
  if (!figures.every(({ met }) => met)) process.exitCode = 1;
}
