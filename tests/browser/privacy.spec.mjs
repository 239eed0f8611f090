// What the page asks of the network and leaves on the device, and what its policy forbids.
import { existsSync } from "node:fs";
import { expect, test } from "./page.mjs";
import { DIST } from "./served.mjs";

// Notes what the policy forbade; the browser says so on the console as well.
const noteViolations = () => {
  window.violations = [];
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    window.violations.push([effectiveDirective, blockedURI]),
  );
};

test("over a long journey nothing is asked but the page's own files, and no cookie is set", async ({
  district,
  page,
  context,
  baseURL,
}) => {
  const asked = [];
  context.on("request", (request) => asked.push([request.method(), request.url(), request.postData()]));
  await page.addInitScript(noteViolations);
  await district.open();
  await district.isComplete();
  await district.choosePreset("Baltimore County");
  await district.pin.click();
  await district.slide(district.pace, 0.8);
  await district.isComplete();
  await district.showStages.check();
  await district.goToMonth(40);
  await district.openAll();
  await expect(page.locator("#card-fast_slow")).toBeVisible();
  await expect(page.locator("#trust .verdict")).toBeVisible();
  await page.getByLabel("A school's story: number").fill("30");
  await page.getByLabel("A school's story: number").press("Enter");
  await district.csv();

  // What is entered is never sent, not even as a part of an address.
  const remote = asked.filter(([, url]) => !url.startsWith("blob:"));
  for (const [method, url, sent] of remote) {
    expect(method).toBe("GET");
    expect(sent).toBeNull();
    expect(url).toMatch(new RegExp(`^${baseURL}[^?]*$`));
    expect(existsSync(`${DIST}/${url.slice(baseURL.length).replace(/#.*/, "")}`), url).toBe(true);
  }
  expect(remote.length).toBeGreaterThan(10);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe("");
  const kept = await page.evaluate(() => Object.keys(localStorage));
  expect(kept.filter((key) => !key.startsWith("districtwide."))).toEqual([]);
});

// What somebody could try who had found a way to put something into the page.
const FORBIDDEN = {
  "a script that is written into it": () => {
    const script = document.createElement("script");
    script.textContent = "window.reached = true";
    document.body.append(script);
  },
  "a script as an attribute": () => {
    const image = document.createElement("img");
    image.setAttribute("onerror", "window.reached = true");
    image.src = "data:,";
    document.body.append(image);
  },
  "a text that becomes a script": () => new Function("window.reached = true")(),
  "another host": () => fetch("https://example.org/").then(() => (window.reached = true)),
  "a form that sends": () => {
    const form = document.createElement("form");
    form.action = "https://example.org/";
    document.body.append(form);
    form.submit();
  },
  "a page inside it": () => {
    const frame = document.createElement("iframe");
    frame.src = "https://example.org/";
    document.body.append(frame);
  },
  "a style that is written into it": () => {
    const style = document.createElement("style");
    style.textContent = "body { display: none }";
    document.body.append(style);
  },
};
for (const [what, attempt] of Object.entries(FORBIDDEN)) {
  test(`the policy forbids ${what}`, async ({ district, page }) => {
    district.provoked.push(/Content Security Policy/, /Failed to fetch/);
    await page.addInitScript(noteViolations);
    await district.open();
    // Later, as the page would: what a test evaluates at once is not under the policy.
    await page.evaluate(`{ setTimeout(${attempt}); }`);
    await expect.poll(() => page.evaluate(() => window.violations.length)).toBeGreaterThan(0);
    expect(await page.evaluate(() => window.reached)).toBeUndefined();
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe("block");
  });
}
