// What the page requests from the network and stores on the device, and what its policy forbids.
import { existsSync } from "node:fs";
import { expect, test } from "./page.mjs";
import { DIST } from "./served.mjs";

// Records violations of the policy; the browser logs them to the console as well.
const recordViolations = () => {
  window.violations = [];
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    window.violations.push([effectiveDirective, blockedURI]),
  );
};

test("a long session requests only the page's own files and sets no cookie", async ({
  district,
  page,
  context,
  baseURL,
}) => {
  const requested = [];
  context.on("request", (request) => requested.push([request.method(), request.url(), request.postData()]));
  await page.addInitScript(recordViolations);
  await district.open();
  await district.waitUntilComplete();
  await district.choosePreset("Baltimore County");
  await district.pin.click();
  await district.slide(district.pace, 0.8);
  await district.waitUntilComplete();
  await district.showStages.check();
  await district.goToMonth(40);
  await district.openAll();
  await expect(page.locator("#card-fast_slow")).toBeVisible();
  await expect(page.locator("#trust .verdict")).toBeVisible();
  await page.getByLabel("Story of school number").fill("30");
  await page.getByLabel("Story of school number").press("Enter");
  await district.csv();

  // Input is never sent, not even as part of an address.
  const remote = requested.filter(([, url]) => !url.startsWith("blob:"));
  for (const [method, url, body] of remote) {
    expect(method).toBe("GET");
    expect(body).toBeNull();
    expect(url).toMatch(new RegExp(`^${baseURL}[^?]*$`));
    expect(existsSync(`${DIST}/${url.slice(baseURL.length).replace(/#.*/, "")}`), url).toBe(true);
  }
  expect(remote.length).toBeGreaterThan(10);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe("");
  const stored = await page.evaluate(() => Object.keys(localStorage));
  expect(stored.filter((key) => !key.startsWith("districtwide."))).toEqual([]);
});

// What an attacker could try who can inject something into the page.
const FORBIDDEN = {
  "an inline script": () => {
    const script = document.createElement("script");
    script.textContent = "window.reached = true";
    document.body.append(script);
  },
  "a script in an attribute": () => {
    const image = document.createElement("img");
    image.setAttribute("onerror", "window.reached = true");
    image.src = "data:,";
    document.body.append(image);
  },
  "a string evaluated as a script": () => new Function("window.reached = true")(),
  "another host": () => fetch("https://example.org/").then(() => (window.reached = true)),
  "a form that is submitted": () => {
    const form = document.createElement("form");
    form.action = "https://example.org/";
    document.body.append(form);
    form.submit();
  },
  "a frame": () => {
    const frame = document.createElement("iframe");
    frame.src = "https://example.org/";
    document.body.append(frame);
  },
  "an inline style": () => {
    const style = document.createElement("style");
    style.textContent = "body { display: none }";
    document.body.append(style);
  },
};
for (const [what, attempt] of Object.entries(FORBIDDEN)) {
  test(`the policy forbids ${what}`, async ({ district, page }) => {
    district.expectedErrors.push(/Content Security Policy/, /Failed to fetch/);
    await page.addInitScript(recordViolations);
    await district.open();
    // Deferred, as the page would: the policy does not apply to what a test evaluates directly.
    await page.evaluate(`{ setTimeout(${attempt}); }`);
    await expect.poll(() => page.evaluate(() => window.violations.length)).toBeGreaterThan(0);
    expect(await page.evaluate(() => window.reached)).toBeUndefined();
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe("block");
  });
}
