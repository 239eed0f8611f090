// The page cached on the device: offline, in a newer version, and where the browser does not cache it.
import AxeBuilder from "@axe-core/playwright";
import { DistrictPage, expect, test } from "./page.mjs";
import { DIST, serve, serveCopy } from "./served.mjs";

const SCENARIO = "#v2&preset=baltimore_county&fast_slow=0.4&view=bands";

test.use({ serviceWorkers: "allow" });

// Opens the page and waits until it is cached completely.
async function visit(district, address) {
  await district.page.goto(address);
  await district.waitUntilComplete();
  await district.page.waitForFunction(() => navigator.serviceWorker.controller);
}

test("after one visit the whole page works without its server", async ({ district, page, context }) => {
  const server = await serve(DIST);
  await visit(district, server.address);
  await server.stop();
  // The browser asks the server for a newer version, and logs an error of its own.
  const second = new DistrictPage(await context.newPage());
  await page.close();
  await second.page.goto(`${server.address}?from=a-link${SCENARIO}`);
  await second.waitUntilComplete();
  await expect(second.preset).toHaveValue("baltimore_county");
  await second.pin.click();
  const before = await second.headline.textContent();
  await second.slide(second.pace, 1);
  await second.waitUntilComplete();
  await expect(second.headline).not.toHaveText(before);
  await expect(second.page.locator(".compare-chart svg")).toBeVisible();
  await second.openSection("Explain: How fast from pilot to scale?");
  await expect(second.page.locator("#card-fast_slow")).toBeVisible();
  await second.openSection("How far to trust this");
  await expect(second.page.locator("#trust .verdict")).toBeVisible();
  expect((await second.csv()).text).toContain("month,measure,statistic,value");
});

test("a cleared cache is filled again by the next visit, and the page works offline after it", async ({
  district,
  page,
}) => {
  const server = await serve(DIST);
  await visit(district, server.address);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await district.waitUntilComplete();
  const files = () =>
    page.evaluate(async () => {
      const [name] = await caches.keys();
      return name ? (await (await caches.open(name)).keys()).length : 0;
    });
  await expect.poll(files).toBeGreaterThan(20);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await server.stop();
  await page.reload();
  await district.waitUntilComplete();
  await expect(district.headline).toContainText("a typical future has");
});

test("a first visit that goes offline can still load explanations", async ({ district, page }) => {
  const server = await serve(DIST);
  await visit(district, server.address);
  await server.stop();
  await district.openSection("Explain: How fast from pilot to scale?");
  await expect(page.locator("#card-fast_slow")).toBeVisible();
});

test("the offline code is loaded after the page, and no file is sent twice for it", async ({ district }) => {
  const sent = [];
  const server = await serve(DIST, sent);
  await visit(district, server.address);
  await server.stop();
  const files = sent
    .filter(([, status]) => status === 200)
    .map(([file]) => (file === "/" ? "/index.html" : file));
  const details = files.findIndex((file) => file.startsWith("/details-"));
  expect(details).toBeGreaterThan(0);
  expect(files.indexOf("/offline.js")).toBeGreaterThan(details);
  expect(files.indexOf("/service-worker.js")).toBeGreaterThan(files.indexOf("/offline.js"));
  const twice = files.filter((file, index) => files.indexOf(file) !== index);
  // The folder and its index file are two addresses.
  expect(twice.filter((file) => file !== "/index.html")).toEqual([]);
});

test("the page can be installed, under any path", async ({ district, page, context }) => {
  const server = await serve(DIST);
  await visit(district, server.address);
  const devtools = await context.newCDPSession(page);
  const { errors, manifest } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(manifest.startUrl).toBe(server.address);
  expect(manifest.scope).toBe(server.address);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // Every window of a test is incognito.
  const others = installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito");
  expect(others).toEqual([]);
  await server.stop();
});

// update.spec.mjs tests that it can be loaded.
test("a new version is offered in a line that can be dismissed", async ({ district, page }, testInfo) => {
  const server = await serveCopy(testInfo);
  await visit(district, server.address);
  const line = page.getByText("A new version is available.");
  await expect(line).toHaveCount(0);
  await server.update();
  await page.reload();
  await expect(line).toBeVisible();
  await expect(page).toHaveTitle(/to scale$/);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
  }
  await page.getByRole("button", { name: "Later" }).click();
  await expect(line).toHaveCount(0);
  await server.stop();
});

const UNCACHED = {
  "does not support service workers": () => delete Navigator.prototype.serviceWorker,
  "refuses them": () => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("", "SecurityError"));
  },
};
for (const [what, make] of Object.entries(UNCACHED)) {
  test(`a browser that ${what} still shows the page`, async ({ district, page }) => {
    await page.addInitScript(make);
    const loaded = page.waitForResponse("**/offline.js");
    await district.open();
    await district.waitUntilComplete();
    await loaded;
    await district.slide(district.pace, 0.4);
    await district.waitUntilComplete();
    await expect(page.getByText("A new version is available.")).toHaveCount(0);
  });
}
