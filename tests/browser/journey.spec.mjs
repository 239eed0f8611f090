// What a user can save offline after one visit: in Chromium everything, in Firefox a selection.
import sharp from "sharp";
import { extractText, getDocumentProxy } from "unpdf";
import { expect as expectFirefox, test as firefoxTest } from "./firefox.mjs";
import { DistrictPage, expect, test } from "./page.mjs";
import { DIST, serve } from "./served.mjs";

const textOf = async (pdf) => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  return text.join(" ").replaceAll(/\s+/g, " ");
};

// The beginning of each kind of file, by the button that saves it.
const FILES = {
  "Save the scenario": /^\{\s*"/,
  "All results as CSV": /^month,measure,statistic,value/,
  "Pinned runs as CSV": /^run,/,
  "What the columns mean": /^kind,name,unit,meaning/,
  "Schools over time as SVG": /^<\?xml [\s\S]*<svg /,
  "School by school as SVG": /^<\?xml [\s\S]*<svg /,
  "Comparison as SVG": /^<\?xml [\s\S]*<svg /,
};
const PICTURES = ["Schools over time as PNG", "School by school as PNG", "Comparison as PNG"];

test.describe("offline, after one visit", () => {
  test.use({ serviceWorkers: "allow" });

  test("a user changes a scenario, compares it, saves every format and prints the brief", async ({
    district: first,
    context,
  }) => {
    const server = await serve(DIST);
    await first.page.goto(server.address);
    await first.waitUntilComplete();
    await first.page.waitForFunction(() => navigator.serviceWorker.controller);
    await server.stop();
    await first.page.close();

    const page = await context.newPage();
    const district = new DistrictPage(page);
    await page.goto(server.address);
    await district.waitUntilComplete();
    await district.pin.click();
    await district.slide(district.pace, 0.5);
    await district.waitUntilComplete();
    await expect(page.locator(".compare-chart svg")).toBeVisible();
    for (const [button, beginning] of Object.entries(FILES)) {
      const { text } = await district.save(button);
      expect(text.slice(0, 200), button).toMatch(beginning);
    }
    for (const button of PICTURES) {
      const { width, format } = await sharp((await district.save(button)).bytes).metadata();
      expect([format, width], button).toEqual(["png", 2160]);
    }
    await page.evaluate(() => {
      window.print = () => {};
    });
    await page.getByRole("button", { name: "Print the brief" }).click();
    await expect(page.locator(".brief")).toBeAttached();
    const brief = await textOf(await page.pdf({ format: "Letter" }));
    expect(brief).toContain("Brief: Chicago");
    expect(brief).toContain("Compared with other runs");
    await page.getByRole("button", { name: "Share" }).click();
    await expect(page.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  });
});

firefoxTest("in Firefox, offline, a scenario is compared, saved and printed", async ({ firefox }) => {
  const server = await serve(DIST);
  firefox.address = server.address;
  await firefox.open();
  await firefox.waitUntilComplete();
  await firefox.page.waitForFunction(() => navigator.serviceWorker.controller);
  await server.stop();

  await firefox.open("#v2&preset=baltimore_county");
  await firefox.waitUntilComplete();
  await firefox.press("Enter", "Pin this run");
  await firefox.press("End", "How fast from pilot to scale?");
  await expectFirefox.poll(() => firefox.page.url()).toMatch(/fast_slow=1$/);
  await firefox.page.waitForSelector(".compare-chart svg");
  for (const [button, beginning] of [
    ["All results as CSV", /^month,measure,statistic,value/],
    ["Comparison as SVG", /^<\?xml [\s\S]*<svg /],
  ]) {
    await firefox.emptyDownloads();
    await firefox.page.waitForSelector(`button:enabled::-p-aria(${button})`);
    await firefox.press("Enter", button);
    await expectFirefox(async () => {
      const [file] = await firefox.saved();
      expectFirefox(file.toString("utf8").slice(0, 200)).toMatch(beginning);
    }).toPass({ timeout: 30_000 });
  }
  await firefox.page.evaluate(() => {
    window.print = () => {};
  });
  await firefox.page.waitForSelector("button:enabled::-p-text(Print the brief)");
  await firefox.press("Enter", "Print the brief");
  await firefox.page.waitForSelector(".brief h1");
  const brief = await textOf(await firefox.page.pdf({ format: "Letter" }));
  expectFirefox(brief).toContain("Brief: Baltimore County");
});
