// Simulation never blocks the page, with workers or without.
import { expect, test } from "./page.mjs";

// Counts the workers of the page and records the chunks that they receive: [job, futures] each.
async function watchWorkers(page) {
  await page.addInitScript(() => {
    window.watched = { workers: 0, results: 0, chunks: [] };
    window.Worker = class extends Worker {
      constructor(...args) {
        super(...args);
        window.watched.workers += 1;
        this.addEventListener("message", ({ data }) => {
          if (Array.isArray(data)) window.watched.results += 1;
        });
      }
      postMessage(message) {
        // A link, and the numbers of a chunk: its job, then four more before its futures (src/ui/runner/messages.rs).
        const numbers = message[1];
        if (numbers instanceof Float64Array) window.watched.chunks.push([numbers[0], numbers.length - 4]);
        super.postMessage(message);
      }
    };
  });
  return () => page.evaluate(() => window.watched);
}

test("one worker per core simulates", async ({ district, page }) => {
  const watched = await watchWorkers(page);
  await district.open();
  await district.waitUntilComplete();
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  const { workers, results } = await watched();
  expect(workers).toBe(cores);
  expect(results).toBeGreaterThan(0);
});

test("without workers the page gives the same numbers, without a notice", async ({ district, page }) => {
  await district.open("#v2&preset=small_wealthy");
  await district.waitUntilComplete();
  const withWorkers = (await district.csv()).text;
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException("no workers here", "SecurityError");
      }
    };
  });
  await page.reload();
  await district.waitUntilComplete();
  await expect(district.notice).toBeHidden();
  expect(page.workers().length).toBe(0);
  expect((await district.csv()).text === withWorkers, "the same results").toBe(true);
});

test("a newer change cancels the older work", async ({ district, page }) => {
  // With many cores an older job could complete before the newer change.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "hardwareConcurrency", { get: () => 2 });
  });
  const watched = await watchWorkers(page);
  await district.open("#v2&preset=chicago&replicates=2000");
  for (let step = 0; step <= 10; step++) await district.slide(district.pace, step / 10);
  await district.waitUntilComplete();
  const { chunks } = await watched();
  const jobs = chunks.map(([job]) => job);
  expect(jobs.length).toBeGreaterThan(0);
  expect(jobs, "no older job receives a chunk after a newer one").toEqual(jobs.toSorted((a, b) => a - b));
  const sent = new Map();
  for (const [job, futures] of chunks) sent.set(job, (sent.get(job) ?? 0) + futures);
  // The last change alone; the first eight futures may be simulated on the main thread.
  const whole = [...sent].filter(([, futures]) => futures >= 2000 - 8);
  expect(whole, `of ${sent.size} jobs`).toHaveLength(1);
});

test("the work of a failed worker is done by the others", async ({ district, page }) => {
  await district.open("#v2&preset=small_wealthy");
  await district.waitUntilComplete();
  const undisturbed = (await district.csv()).text;
  // One worker reports that it is ready, and responds to its first chunk with nonsense.
  await page.route(
    "**/worker.js",
    (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: 'let reply = "ready"; onmessage = () => { postMessage(reply); reply = "nonsense"; };',
      }),
    { times: 1 },
  );
  await page.reload();
  await district.waitUntilComplete();
  expect((await district.csv()).text === undisturbed, "the same results").toBe(true);
});

test("a panic in a worker does not affect the page", async ({ district, page }) => {
  district.expectedErrors.push(/panicked at/, /unreachable/);
  await district.open("#v2&preset=chicago&replicates=2000");
  await district.waitUntilComplete();
  const undisturbed = (await district.csv()).text;
  const panicked = page.waitForEvent("console", (message) => /panicked at/.test(message.text()));
  // Each worker is called again in the middle of its first chunk, when it reads the clock: its state is still
  // borrowed. There are many futures, so that a worker gets some before the page has simulated all.
  await page.route("**/worker.js", async (route) => {
    const response = await route.fetch();
    // The script is minified.
    const body = (await response.text()).replace(
      /await \w+\(\{\s*module_or_path:\s*\w+\s*\}\)/,
      `$&;
      const work = self.onmessage;
      self.onmessage = (event) => {
        Date.now = () => work(event);
        work(event);
      }`,
    );
    expect(body).toContain("Date.now");
    await route.fulfill({ response, body });
  });
  await page.reload();
  await panicked;
  await district.waitUntilComplete();
  await expect(page.getByText("has stopped")).toHaveCount(0);
  expect((await district.csv()).text === undisturbed, "the same results").toBe(true);
});

test("without the worker script the main thread simulates", async ({ page }) => {
  await page.route("**/worker.js", (route) => route.abort());
  await page.goto("./#v2&preset=small_wealthy");
  await expect(page.getByRole("button", { name: "All results as CSV" })).toBeEnabled();
  await expect(page.locator(".notice")).toBeHidden();
});
