// The cards that explain decisions, launch, risks and phases.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.mjs";

const PACE = "Explain: How fast from pilot to scale?";

test("a decision explains itself by keyboard: gains, the curve of its mechanism, survey and source", async ({
  district,
  page,
}) => {
  await district.open();
  const summary = page.locator("summary", { hasText: PACE });
  await summary.focus();
  await page.keyboard.press("Enter");
  const card = page.locator("#card-fast_slow");
  await expect(card.getByText("Fast and furious gains")).toBeVisible();
  await expect(card.getByRole("img", { name: /^Curve from Fast and furious to Slow/ })).toBeVisible();
  await expect(card.getByText("pace: 2, 1 in the middle, 0.5")).toBeVisible();
  await expect(card.getByText(/^16% of the leaders stood near Fast and furious/)).toBeVisible();
  await expect(card.getByText("The Learning Accelerator with Education Next").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(card).toBeHidden();
});

test("all cards are loaded in one file, and each is put in its place", async ({ district, page }) => {
  const requests = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/explained.html")) requests.push(request.url());
  });
  await district.open();
  expect(requests).toEqual([]);
  await page.locator("summary", { hasText: PACE }).click();
  await expect(page.locator("#card-fast_slow")).toBeVisible();
  await district.openAll();
  await expect(page.locator("[data-card]")).toHaveCount(0);
  await expect(page.locator(".decision .card")).toHaveCount(7);
  await expect(page.locator("#card-risks .card")).toHaveCount(6);
  await expect(page.locator("#card-phases .card")).toHaveCount(3);
  await expect(page.locator("#card-launch .card")).toHaveCount(1);
  expect(requests).toHaveLength(1);
});

test("cards that are opened while they are loading are loaded once", async ({ district, page }) => {
  let release;
  let times = 0;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route("**/explained.html", (route) => {
    times += 1;
    return released.then(() => route.continue());
  });
  await district.open();
  const explained = page.locator(".decision .explain > summary");
  await explained.nth(0).click();
  await expect.poll(() => times).toBe(1);
  await explained.nth(1).click();
  await expect(page.locator(".decision .explain[open]")).toHaveCount(2);
  release();
  await expect(page.locator(".decision .explain[open] .card")).toHaveCount(2);
  expect(times).toBe(1);
});

test("a card that is opened before the details are loaded is filled in when they are", async ({
  district,
  page,
}) => {
  const release = await district.holdDetails();
  await page.goto("./");
  await page.locator("summary", { hasText: PACE }).click();
  await expect(page.locator("details[open] > [data-card]")).toBeEmpty();
  release();
  await expect(page.locator("#card-fast_slow")).toContainText("Fast and furious gains");
});

for (const [what, respond] of [
  ["cannot be loaded", (route) => route.abort()],
  [
    "is the page on which a Wi-Fi asks to sign in",
    (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Welcome</title><p>Sign in" }),
  ],
]) {
  test(`a card that ${what} says so, and appears at the second try`, async ({ district, page }) => {
    district.expectedErrors.push(/Failed to load resource/);
    await page.route("**/explained.html", respond);
    await district.open();
    const summary = page.locator("summary", { hasText: PACE });
    await summary.click();
    await expect(page.getByText("This part could not be loaded.")).toBeVisible();
    await expect(page.getByText("Sign in")).toHaveCount(0);
    await page.unroute("**/explained.html");
    await summary.click();
    await summary.click();
    await expect(page.locator("#card-fast_slow .curve")).toBeVisible();
    await expect(page.getByText("This part could not be loaded.")).toHaveCount(0);
  });
}

for (const width of [360, 1280]) {
  test(`axe finds nothing, and nothing scrolls horizontally, with all cards open at ${width} px`, async ({
    district,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await district.open();
    await district.waitUntilComplete();
    await district.openAll();
    await expect(page.locator("#card-risks .card")).toHaveCount(6);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
    const contentWidth = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(contentWidth).toBeLessThanOrEqual(width);
  });
}

test("each setback that occurs has a small curve and says when it occurs", async ({ district, page }) => {
  await district.open();
  await district.waitUntilComplete();
  await district.openSection("Setbacks by kind");
  const setbacks = page.locator(".setbacks li");
  await expect(setbacks).toHaveCount(6);
  const counted = setbacks.filter({ hasText: /in \d+% of futures/ });
  await expect(counted).toHaveCount(5);
  await expect(counted.locator("svg .median")).toHaveCount(5);
  await expect(counted.first()).toContainText(/in half of these by \w+ 20\d\d/);
});

test("changing what counts as deep shows that schools are not counted by the same measure", async ({
  district,
  page,
}) => {
  await district.open();
  await district.waitUntilComplete();
  await district.openAll();
  await page.locator("[name=exemplar_depth]").fill("0.8");
  await page.locator("[name=exemplar_depth]").press("Enter");
  await expect(page.locator("#change")).toContainText("not counted by the same measure");
});
