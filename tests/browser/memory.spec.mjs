// Hours of exploring must not leak memory: each move frees what the previous one allocated.
import { expect, test } from "./page.mjs";

// The memory of a WebAssembly module never shrinks, and the page does not expose it: it is recorded when the
// main part starts. The other parts share it.
function recordMemory() {
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...args) => {
    const started = await start.apply(WebAssembly, args);
    window.memory ??= started.instance.exports.memory;
    return started;
  };
}

// Moves the slider this many times, and waits for each band.
function move(times) {
  const slider = document.getElementById("fast_slow");
  const drawing = document.querySelector(".drawing");
  return new Promise((resolve) => {
    let moves = 0;
    const next = () => {
      if (moves === times) {
        bands.disconnect();
        resolve();
        return;
      }
      moves += 1;
      slider.value = ((moves % 190) - 95) / 100;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const bands = new MutationObserver(next);
    bands.observe(drawing, { subtree: true, childList: true, attributeFilter: ["d"] });
    next();
  });
}

// So many scenarios have their futures with unknowns kept (MAX_KEPT in src/state/worlds.rs), and some more.
const UNTIL_ALL_IS_KEPT = 12;

test("a thousand slider moves leak no memory", async ({ district, page }) => {
  test.setTimeout(240_000);
  await page.addInitScript(recordMemory);
  await district.open();
  await district.waitUntilComplete();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  // Each time at another slider position, so that there is something to simulate.
  const usageAt = async (value) => {
    await district.slide(district.pace, value);
    await expect(district.download).toBeDisabled();
    await district.waitUntilComplete();
    // With everything drawn that follows: strips that are counted have more nodes than those that wait.
    await district.waitUntilCounted();
    await district.waitUntilStripsSettle();
    await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const metric = (wanted) => metrics.find(({ name }) => name === wanted).value;
    return {
      nodes: metric("Nodes"),
      listeners: metric("JSEventListeners"),
      heap: metric("JSHeapUsedSize"),
      memory: await page.evaluate(() => window.memory.buffer.byteLength),
    };
  };
  // The first moves grow buffers to their final size, and the first scenarios what is kept of the last ones.
  await page.evaluate(move, 100);
  for (let place = 1; place <= UNTIL_ALL_IS_KEPT; place += 1) await usageAt(place / 100);
  const before = await usageAt(0);
  await page.evaluate(move, 1000);
  const after = await usageAt(0.2);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.heap).toBeLessThan(before.heap + 500_000);
  // What is freed leaves gaps: 8 kB a move would be a leak.
  expect(after.memory).toBeLessThan(before.memory + 8_000_000);
  // One copy of an ensemble, its successor, a step of futures with unknowns, and what is kept of ten scenarios.
  expect(after.memory).toBeLessThan(100_000_000);
});

test("a state of 5,000 schools over 25 years is explored in bounded memory", async ({ district, page }) => {
  test.slow();
  await page.addInitScript(recordMemory);
  await district.open("#v2&preset=chicago&n_schools=5000&start_schools=200&months=300&replicates=64");
  await district.waitUntilComplete();
  for (const pace of [-0.5, 0.1, 0.7]) {
    const before = await district.medians.first().getAttribute("d");
    await district.slide(district.pace, pace);
    await expect(district.medians.first()).not.toHaveAttribute("d", before);
  }
  await district.waitUntilComplete();
  await expect(district.headline).toContainText("By Jul 2041");
  // 64 futures of 301 months with 24 measures take 4 MB, and a step of 500 with unknowns 29 MB.
  const bytes = await page.evaluate(() => window.memory.buffer.byteLength);
  expect(bytes).toBeLessThan(90_000_000);
});
