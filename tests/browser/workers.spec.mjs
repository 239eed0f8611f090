// Simulation never blocks the page, with workers or without.
import { expect, test } from "./page.mjs";

test("one worker a core simulates", async ({ district, page }) => {
  await district.open();
  await district.isComplete();
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  expect(page.workers().length).toBe(cores);
});

test("without workers the page says nothing and gives the same numbers", async ({ district, page }) => {
  await district.open("#v1&preset=small_wealthy");
  await district.isComplete();
  const withWorkers = (await district.csv()).text;
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException("no workers here", "SecurityError");
      }
    };
  });
  await page.reload();
  await district.isComplete();
  await expect(district.notice).toBeHidden();
  expect(page.workers().length).toBe(0);
  expect((await district.csv()).text === withWorkers, "the same results").toBe(true);
});

test("a newer change cancels the older work", async ({ district }) => {
  await district.open("#v1&preset=chicago&replicates=2000");
  for (let step = 0; step <= 10; step++) await district.slide(district.pace, step / 10);
  await district.slide(district.pace, -1);
  await expect(district.headline).toContainText("2,000 simulated futures", {
    timeout: 120_000,
  });
  await expect(district.pace).toHaveAttribute("aria-valuetext", "all the way to Fast and furious");
});

test("a worker that dies leaves its work to the others", async ({ page }) => {
  // Its script answers the first chunk with nonsense, so the page must bury it and go on by itself.
  await page.route("**/worker.js", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: 'onmessage = () => postMessage("nonsense");',
    }),
  );
  await page.goto("./#v1&preset=small_wealthy");
  await expect(page.getByRole("button", { name: "All results as CSV" })).toBeEnabled();
});

test("a missing worker script is made up for on the main thread", async ({ page }) => {
  await page.route("**/worker.js", (route) => route.abort());
  await page.goto("./#v1&preset=small_wealthy");
  await expect(page.getByRole("button", { name: "All results as CSV" })).toBeEnabled();
  await expect(page.locator(".notice")).toBeHidden();
});
