// The response strips under the levers: they come after a rest, say what the headline says, and move nothing.
import { execFileSync } from "node:child_process";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.mjs";

const LINK = "#v2&preset=small_wealthy&months=48&view=bands";
const DECISIONS = 7;

const strips = (page) => page.locator(".decision .strip");
const drawn = (page) => page.locator(".decision .strip:not(.stale) svg");

async function waitForStrips(page) {
  await expect(drawn(page)).toHaveCount(3 * DECISIONS);
  await expect(page.locator(".strip.stale")).toHaveCount(0);
}

// All claims are counted.
async function waitForClaims(page) {
  await waitForStrips(page);
  await expect(
    page.locator(".decision .strip p", { hasText: "too close to call with 64 futures" }),
  ).toHaveCount(0);
}

test("after a rest every decision has its strip, and the budget has one in its section", async ({
  district,
  page,
}) => {
  await district.open(LINK);
  await waitForStrips(page);
  const sentences = await page.locator(".decision .strip p").allTextContents();
  for (const sentence of sentences) {
    expect(sentence).toMatch(
      /^(Most deep and lasting schools .+: \d+ \(.+\)|Deep and lasting: .+|Deep and lasting schools hardly change: \d+)\. Reach: \d+( to \d+)?; \$.+ a year\.$/,
    );
  }
  await expect(page.locator(".strips-scope")).toContainText("allowing for what nobody knows");
  await district.openSection("The district");
  const budget = page.locator(".field .strip");
  await expect(budget.locator("svg")).toHaveCount(3);
  await expect(budget.locator("p")).toContainText(/^From \$0 to \$(20|40|80),000 per school per year/);
  await expect(page.getByLabel("Coaching budget", { exact: true })).toHaveAccessibleDescription(
    /From \$0 to .+ a year\./,
  );
});

test("where a lever stands its strip says what the headline says", async ({ district, page }) => {
  await district.open(LINK);
  await district.waitUntilCounted();
  await waitForStrips(page);
  const headline = await district.headline.textContent();
  const [, reach, lasting, spending] =
    /has (\d+) schools? started, .+ and (\d+) deep and lasting, and spends (\S+) a year/.exec(headline);
  for (const strip of await strips(page).all()) {
    await expect(strip.locator(".label")).toHaveText([
      `lasting: ${lasting}`,
      `reach: ${reach}`,
      `${spending} a year`,
    ]);
  }
});

test("the ends of a strip have the medians of the headless runner", async ({ district, page }) => {
  const runner = process.env.HEADLESS_RUNNER;
  expect(runner, "HEADLESS_RUNNER is the path of the runner that `make test` builds").toBeTruthy();
  const median = (position) => {
    const link = `${LINK.slice(1)}&replicates=64&uncertain_constants=yes&fast_slow=${position}`;
    const csv = execFileSync(runner, [link], { encoding: "utf8", maxBuffer: 1 << 26 });
    return Number(/^48,ever,p50,(.+)$/m.exec(csv)[1]);
  };
  await district.open(LINK);
  await waitForStrips(page);
  const sentence = await page.locator("#fast_slow-strip").textContent();
  const [, first, second = first] = /Reach: (\d+)(?: to (\d+))?;/.exec(sentence);
  expect(Math.abs(Number(first) - median(-1))).toBeLessThanOrEqual(0.5);
  expect(Math.abs(Number(second) - median(1))).toBeLessThanOrEqual(0.5);
});

test("while a lever moves only the mark in its strip does, and the others are counted again", async ({
  district,
  page,
}) => {
  await district.open(LINK);
  await waitForClaims(page);
  const own = page.locator("#fast_slow + .strip");
  const other = page.locator("#build_buy + .strip");
  const median = await own.locator(".median").first().getAttribute("d");
  const sentence = await own.locator("p").textContent();
  const mark = await own.locator(".dot").first().getAttribute("d");
  const before = await other.locator("p").textContent();
  await district.slide(district.pace, 0.9);
  await expect(other).toHaveClass(/stale/);
  await expect(other.locator("p")).toHaveText("Something else has changed: being counted again.");
  await expect(own).not.toHaveClass(/stale/);
  await expect(own.locator(".dot").first()).not.toHaveAttribute("d", mark);
  await expect(own.locator("p")).toHaveText(sentence);
  await waitForStrips(page);
  // It moves to what the headline says now, and its numbers with it: those here are the headline's.
  await expect
    .poll(async () => {
      const [lasting, reach] = (await own.locator(".label").allTextContents()).map((text) =>
        text.replace(/\D/g, ""),
      );
      const [, started, deep] = /has (\d+) schools? started.* and (\d+) deep/.exec(
        (await district.headline.textContent()).replace(/ \(was \d+\)/g, ""),
      );
      return [lasting, reach].join() === [deep, started].join();
    })
    .toBe(true);
  await expect(own.locator("p")).toHaveText(/^Deep and lasting schools hardly change: \d+\. Reach: /);
  // An undo finds the strips of before, complete.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(other.locator("p")).toHaveText(before);
  await expect(own.locator(".median").first()).toHaveAttribute("d", median);
});

test("a screen reader hears the strip from its lever and as a picture", async ({ district, page }) => {
  await district.open(LINK);
  await waitForStrips(page);
  const sentence = await page.locator("#fast_slow-strip").textContent();
  await expect(page.getByRole("img", { name: sentence, exact: true })).toHaveCount(1);
  const description = /^lasting: \d+ reach: \d+ \$\S+ a year .+\.$/;
  await expect(district.pace).toHaveAccessibleDescription(description);
});

for (const [name, init] of [
  ["with one core", () => Object.defineProperty(navigator, "hardwareConcurrency", { get: () => 1 })],
  [
    "without workers",
    () => {
      window.Worker = class {
        constructor() {
          throw new DOMException("no workers here", "SecurityError");
        }
      };
    },
  ],
]) {
  test(`${name} the strips come too, and say the same`, async ({ district, page }) => {
    await district.open(LINK);
    await waitForClaims(page);
    const before = await page.locator(".strip p").allTextContents();
    await page.addInitScript(init);
    await page.reload();
    await waitForClaims(page);
    expect(await page.locator(".strip p").allTextContents()).toEqual(before);
  });
}

for (const [width, height] of [
  [1280, 800],
  [820, 1180],
  [360, 800],
]) {
  test(`nothing moves when the strips come, at ${width} pixels`, async ({ district, page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts.push(entry.value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await district.open(LINK);
    await district.waitUntilCounted();
    await page.evaluate(() => document.querySelector("#fast_slow").scrollIntoView({ block: "center" }));
    await page.evaluate(() => {
      window.shifts.length = 0;
    });
    await waitForClaims(page);
    const shifts = await page.evaluate(() => window.shifts);
    expect(
      shifts.reduce((sum, shift) => sum + shift, 0),
      JSON.stringify(shifts),
    ).toBeLessThan(0.01);
  });
}

test("strips are accessible, and an embed has none", async ({ district, page }) => {
  await district.open(LINK);
  await waitForStrips(page);
  const { violations } = await new AxeBuilder({ page }).include("#levers").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  await page.goto(`./?embed=chart,levers${LINK}`);
  await expect(page.locator(".decision").first()).toBeVisible();
  const room = await page.locator("#fast_slow").evaluate((slider) => getComputedStyle(slider).marginBottom);
  expect(room).toBe("0px");
});
