// The page as one file, opened without any server (`make single-file`).
import { existsSync, statSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect as expectFirefox, test as firefoxTest } from "./firefox.mjs";
import { expect, test } from "./page.mjs";
import { DIST } from "./served.mjs";
import { digestOf, digests } from "./shared_results.mjs";

const FILE = fileURLToPath(new URL("../../dist-single/districtwide.html", import.meta.url));
const ADDRESS = pathToFileURL(FILE).href;
const SCENARIO = "#v2&preset=baltimore_county&fast_slow=0.4&view=bands";

test.beforeAll(() => {
  const current = existsSync(FILE) && statSync(FILE).mtimeMs >= statSync(`${DIST}/index.html`).mtimeMs;
  expect(current, "`make single-file` was run after the last build").toBe(true);
});

test("the page as one file works like the page, requests nothing and violates no policy", async ({
  district,
  page,
}) => {
  const requested = [];
  page.on("request", (request) => requested.push(request.url()));
  const workers = [];
  page.on("worker", (worker) => workers.push(worker));
  await page.goto(ADDRESS + SCENARIO);
  await district.waitUntilComplete();
  await expect(district.preset).toHaveValue("baltimore_county");
  await expect(district.pace).toHaveValue("0.4");
  expect(workers.length).toBeGreaterThan(0);
  // Workers that could not start would be gone.
  expect(page.workers()).toEqual(workers);

  await district.pin.click();
  const before = await district.headline.textContent();
  await district.slide(district.pace, 1);
  await district.waitUntilComplete();
  await expect(district.headline).not.toHaveText(before);
  await expect(page).toHaveURL(/#v2&preset=baltimore_county&fast_slow=1&view=bands$/);
  await expect(page.locator(".compare-chart svg")).toBeVisible();
  await district.openSection("Explain: How fast from pilot to scale?");
  await expect(page.locator("#card-fast_slow")).toBeVisible();
  await district.openSection("How far to trust this");
  await expect(page.locator("#trust .verdict")).toBeVisible();
  const gap = await page.locator(".compare-head").evaluate((head) => getComputedStyle(head).display);
  expect(gap, "the styles that are loaded later elsewhere are applied").toBe("flex");

  const other = requested.filter((url) => !url.startsWith(ADDRESS) && !/^(blob|data):/.test(url));
  expect(other).toEqual([]);
});

test("it has no address to embed, and says so", async ({ district, page }) => {
  await page.goto(ADDRESS + SCENARIO);
  await district.waitUntilComplete();
  await district.openSection("Embed in another page");
  await expect(district.take.getByText("This page is a file on a disk")).toBeVisible();
  await expect(district.take.getByRole("textbox", { name: "Snippet" })).toBeHidden();
});

test("its results equal those of the page", async ({ district, page }) => {
  const [digest, link] = [...digests][0];
  await page.goto(`${ADDRESS}#${link}`);
  await district.waitUntilComplete();
  expect(digestOf((await district.csv()).text)).toBe(digest);
});

test("the schema that it links to is inside it", async ({ district, page }) => {
  await page.goto(ADDRESS + SCENARIO);
  await district.waitUntilComplete();
  const schema = page.getByRole("link", { name: "what a scenario file may contain" });
  await expect(schema).toHaveAttribute("href", /^blob:/);
  const size = await schema.evaluate(async ({ href }) => (await (await fetch(href)).text()).length);
  expect(size).toBeGreaterThan(10_000);
});

test("it goes back to the previous scenario, and keeps it when it is reloaded", async ({
  district,
  page,
}) => {
  await page.goto(ADDRESS + SCENARIO);
  await district.waitUntilComplete();
  await district.slide(district.pace, 1);
  await expect(page).toHaveURL(/fast_slow=1&view=bands$/);
  await page.goBack();
  await expect(district.pace).toHaveValue("0.4");
  await page.reload();
  await expect(district.pace).toHaveValue("0.4");
  await district.waitUntilComplete();
});

for (const [what, simulate, sentence] of [
  ["a browser that cannot unpack it", () => delete window.DecompressionStream, /cannot run .* Firefox 113/s],
  [
    "a truncated file",
    () => {
      const decode = window.atob;
      window.atob = (text) => decode(text).slice(0, 1000);
    },
    /could not start.* not copied completely/s,
  ],
]) {
  test(`${what} is reported`, async ({ district, page }) => {
    district.expectedErrors.push(/TypeError|Compressed input/);
    await page.addInitScript(simulate);
    await page.goto(ADDRESS + SCENARIO);
    await expect(page.locator("main")).toContainText(sentence);
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await expect(page.getByText("is loading")).toHaveCount(0);
  });
}

firefoxTest("in Firefox too, with workers", async ({ firefox }) => {
  firefox.address = ADDRESS;
  await firefox.open(SCENARIO);
  await firefox.waitUntilComplete();
  const before = await firefox.headline();
  await firefox.press("End", "How fast from pilot to scale?");
  await expectFirefox
    .poll(() => firefox.page.url())
    .toMatch(/#v2&preset=baltimore_county&fast_slow=1&view=bands$/);
  await expectFirefox.poll(() => firefox.headline()).not.toBe(before);
  expectFirefox(firefox.page.workers().length).toBeGreaterThan(0);
  await firefox.press("Enter", "Pin this run");
  await firefox.page.waitForSelector(".runs li");
  await firefox.save();
  await expectFirefox.poll(async () => (await firefox.saved()).length).toBeGreaterThan(0);
});
