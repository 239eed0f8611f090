// The page while it loads, where it cannot start, and when it has stopped.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.mjs";

const SCENARIO = "#v2&preset=baltimore_county&fast_slow=0.4&view=bands";

// Expects the message instead of the page, with nothing left of the page and no axe violation.
async function expectMessage(page, sentence) {
  // The page may have alerts of its own until it is removed.
  await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Districtwide" })).toBeVisible();
  await expect(page.locator("#app")).toHaveCount(0);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
  }
}

const BROKEN_FILES = {
  "the WebAssembly is missing": ["**/*.wasm", (route) => route.fulfill({ status: 404 })],
  "the WebAssembly is cut off": [
    "**/*.wasm",
    async (route) => {
      const response = await route.fetch();
      route.fulfill({ response, body: (await response.body()).subarray(0, 100_000) });
    },
  ],
  "the connection breaks": ["**/*.wasm", (route) => route.abort()],
  "the JavaScript is missing": ["**/districtwide-*.js", (route) => route.fulfill({ status: 404 })],
};
for (const [what, [files, respond]] of Object.entries(BROKEN_FILES)) {
  test(`where ${what}, the page says so, and starts with the same scenario at the next try`, async ({
    district,
    page,
  }) => {
    district.expectedErrors.push(/./);
    await page.route(files, respond);
    await page.goto(`./${SCENARIO}`);
    await expectMessage(page, "could not start");
    await page.unroute(files);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(district.preset).toHaveValue("baltimore_county");
    await expect(district.pace).toHaveValue("0.4");
    await district.waitUntilComplete();
  });
}

const OLD_BROWSERS = {
  "without WebAssembly": () => delete window.WebAssembly,
  "without SIMD": () => {
    WebAssembly.validate = () => false;
  },
};
for (const [which, simulate] of Object.entries(OLD_BROWSERS)) {
  test(`a browser ${which} gets a message about supported ones`, async ({ page }) => {
    await page.addInitScript(simulate);
    await page.goto(`./${SCENARIO}`);
    await expectMessage(page, "This browser cannot run Districtwide. It needs Chrome");
    await expect(page).toHaveURL(new RegExp(`${SCENARIO}$`));
  });
}

test("a page that loads slowly says what to do", async ({ page }) => {
  await page.route("**/*.wasm", () => {});
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.getByText("is loading")).toBeVisible();
  await expect(page.getByText("reload the page")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => v.id)).toEqual([]);
});

for (const [width, height] of [
  [1280, 800],
  [820, 1180],
  [360, 800],
]) {
  test(`the layout does not shift at ${width} px when the first band appears`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      window.shifts = [];
      const record = (list) => {
        for (const { value, sources } of list.getEntries()) {
          window.shifts.push([value, ...sources.map(({ node }) => node?.className)]);
        }
      };
      new PerformanceObserver(record).observe({ type: "layout-shift", buffered: true });
      // A worker that is ready but does nothing, and fails when the test starts the simulation.
      const workers = [];
      window.Worker = class extends EventTarget {
        constructor() {
          super();
          workers.push(this);
          queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data: "ready" })));
        }
        postMessage() {}
        terminate() {}
      };
      window.failWorkers = () => {
        window.Worker = undefined;
        for (const worker of workers) worker.dispatchEvent(new Event("error"));
      };
    });
    await page.goto("./");
    await expect(page.getByTestId("headline")).toHaveText("Simulating the first futures …");
    await page.evaluate(() => new Promise(requestAnimationFrame).then(window.failWorkers));
    await expect(page.getByRole("button", { name: "All results as CSV" })).toBeEnabled();
    const shifts = await page.evaluate(() => window.shifts);
    const sum = shifts.reduce((sum, [value]) => sum + value, 0);
    expect(sum, JSON.stringify(shifts)).toBeLessThan(0.02);
  });
}

test("a panic shows a message with a link to the newest scenario", async ({ district, page }) => {
  district.expectedErrors.push(/panicked at/, /unreachable/, /unwrap_throw/);
  // A browser that does not wait for the next frame: the state of the page is still borrowed.
  await page.addInitScript(() => {
    const requestFrame = window.requestAnimationFrame;
    window.requestAnimationFrame = (draw) => (window.isImmediate ? draw(0) : requestFrame(draw));
  });
  await district.open("#v2&preset=baltimore_county");
  await district.waitUntilComplete();
  await page.evaluate(() => {
    window.isImmediate = true;
  });
  await district.slide(district.pace, 0.4);
  await expectMessage(page, "An error has stopped Districtwide");
  const restore = page.getByRole("link", { name: "return to what you were viewing" });
  await expect(restore).toHaveAttribute("href", new RegExp(`${SCENARIO}$`));
  await restore.click();
  await expect(district.pace).toHaveValue("0.4");
  await expect(district.preset).toHaveValue("baltimore_county");
  await district.waitUntilComplete();
});

// Traps without a panic, like WebAssembly that runs out of memory or stack.
async function trap(page) {
  await page.evaluate(() => {
    const unreachable = [
      0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11,
    ];
    setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(unreachable))));
  });
}

test("a trap shows the same message, with a second link to the start page", async ({ district, page }) => {
  district.expectedErrors.push(/unreachable/);
  await district.open(SCENARIO);
  await trap(page);
  await expectMessage(page, "has stopped");
  await page.getByRole("link", { name: "open the start page" }).click();
  await expect(district.preset).toHaveValue("chicago");
  await district.waitUntilComplete();
});

test("after a stop the back button opens the previous scenario", async ({ district, page }) => {
  district.expectedErrors.push(/unreachable/);
  await district.open("#v2&preset=baltimore_county");
  await district.slide(district.pace, 0.4);
  await expect(page).toHaveURL(/fast_slow=0\.4&view=bands$/);
  await trap(page);
  await expectMessage(page, "has stopped");
  await page.goBack();
  await expect(district.preset).toHaveValue("baltimore_county");
  await expect(district.pace).not.toHaveValue("0.4");
});

test("a panic before the page is rendered shows the message too", async ({ district, page }) => {
  district.expectedErrors.push(/panicked at/, /unreachable/);
  await page.addInitScript(() => {
    const find = document.getElementById;
    document.getElementById = (id) => (id === "app" ? null : find.call(document, id));
  });
  await page.goto(`./${SCENARIO}`);
  await expectMessage(page, "has stopped");
  await expect(page.getByRole("link", { name: "what you were viewing" })).toHaveAttribute(
    "href",
    new RegExp(`${SCENARIO}$`),
  );
});
