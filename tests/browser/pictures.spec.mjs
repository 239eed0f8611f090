// Standalone pictures: their content, and that they need no style sheet.
import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "./page.mjs";

const LINK = "#v2&preset=chicago&fast_slow=0.4&replicates=100&view=bands";
const DISCLAIMER = "A thinking tool, not a forecast. Compare settings; do not quote a single number";

// The light colors of the style sheet, as a browser formats them.
const sheet = readFileSync(new URL("../../public/style/base.css", import.meta.url), "utf8");
const color = (name) => {
  const [, hex] = sheet.match(new RegExp(`--${name}: #([0-9a-f]{6});`));
  return `rgb(${[0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
};

// The parsed content of an SVG file.
async function parsed(page, svg) {
  const found = await page.evaluate((svg) => {
    const file = new DOMParser().parseFromString(svg, "image/svg+xml");
    const all = (selector) => [...file.querySelectorAll(selector)];
    const values = (name) => [...new Set(all(`[${name}]`).map((element) => element.getAttribute(name)))];
    return {
      broken: all("parsererror").length,
      title: file.querySelector("title")?.textContent,
      source: file.getElementsByTagNameNS("http://purl.org/dc/elements/1.1/", "source")[0]?.textContent,
      words: all("text")
        .map((text) => text.textContent)
        .join(" "),
      links: all("a").map((link) => link.getAttribute("href")),
      colors: [...values("fill"), ...values("stroke")],
      needs: all("style, script, [class], [style], image, use").length,
      width: file.documentElement.getAttribute("width"),
      marks: all("path")
        .map((path) => path.getAttribute("d").split("M").length - 1)
        .reduce((sum, marks) => sum + marks, 0),
    };
  }, svg);
  expect(found.broken, "the file is XML").toBe(0);
  expect(found.needs, "it is standalone").toBe(0);
  return found;
}

// Expects the picture to have the right size and resolution, and to contain these colors: at least a stroke of
// each.
async function expectPicture(png, colors) {
  const { format, width, height, density } = await sharp(png).metadata();
  expect({ format, width, density }).toEqual({ format: "png", width: 2160, density: 305 });
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const counts = new Map();
  for (let at = 0; at < data.length; at += info.channels) {
    const pixel = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
    counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  }
  const share = (name) => (counts.get(color(name)) ?? 0) / (width * height);
  expect(share("card"), "paper").toBeGreaterThan(0.3);
  for (const name of colors) expect(share(name), name).toBeGreaterThan(0.00005);
}

test("the chart as SVG has its title, settings, disclaimer and link", async ({ district, page }) => {
  await district.open(LINK);
  await district.waitUntilCounted();
  await district.setExportName("Slower <script>");
  const { name, text } = await district.save("Schools over time as SVG");
  expect(name).toBe("slower-script-schools.svg");
  const svg = await parsed(page, text);
  expect(svg.title).toBe("Schools over time: Slower <script> (Chicago)");
  for (const part of [
    svg.title,
    await district.headline.textContent(),
    "Changed from Chicago:",
    "0.4 toward Slow and steady",
    DISCLAIMER,
    page.url(),
  ]) {
    expect(svg.words.replaceAll("\u00a0", " ")).toContain(part.replaceAll("\u00a0", " "));
  }
  expect(svg.links).toEqual([page.url()]);
  expect(svg.source).toBe(page.url());
  expect(svg.width).toBe("180mm");
  for (const name of ["ink", "accent", "active", "card", "line", "quiet"]) {
    expect(svg.colors, name).toContain(color(name));
  }
});

test("a picture is the same in dark mode", async ({ district, page }) => {
  await district.open(LINK);
  await district.waitUntilComplete();
  const light = await district.save("Schools over time as SVG");
  await page.emulateMedia({ colorScheme: "dark" });
  expect((await district.save("Schools over time as SVG")).text).toBe(light.text);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  expect((await district.save("Schools over time as SVG")).text).toBe(light.text);
  await expect(page.locator(".press")).toHaveCount(0);
});

test("the chart as PNG is wide enough for print, in the displayed view", async ({ district }) => {
  await district.open(LINK);
  await district.waitUntilComplete();
  const bands = await district.save("Schools over time as PNG");
  expect(bands.name).toBe("chicago-schools.png");
  await expectPicture(bands.bytes, ["accent", "active", "ink"]);
  await district.showStages.check();
  const stages = await district.save("Schools over time as PNG");
  expect(stages.name).toBe("chicago-stages.png");
  await expectPicture(stages.bytes, ["active", "pilot", "introductory", "stopped"]);
});

test("a program other than a browser renders the same picture from the SVG", async ({ district }) => {
  await district.open(LINK);
  await district.waitUntilComplete();
  await district.showStages.check();
  const { bytes } = await district.save("Schools over time as SVG");
  const png = await sharp(bytes).resize({ width: 2160 }).png().toBuffer();
  await expectPicture(await sharp(png).withMetadata({ density: 305 }).png().toBuffer(), [
    "active",
    "pilot",
    "introductory",
  ]);
});

test("the district is drawn in the displayed month", async ({ district, page }) => {
  await district.open(LINK);
  await district.waitUntilComplete();
  await district.goToMonth(30);
  const { name, text } = await district.save("School by school as SVG");
  expect(name).toBe("chicago-month-30.svg");
  const svg = await parsed(page, text);
  expect(svg.title).toBe("School by school: Chicago, Jan 2019");
  expect(svg.words).toContain(await page.getByTestId("district-read-out").textContent());
  expect(svg.source).toMatch(/#v2&preset=chicago&fast_slow=0\.4&replicates=100&view=bands&month=30$/);
  expect(svg.words).toContain(DISCLAIMER);
  expect(svg.marks, "516 schools, and the key").toBe(516 + 6);
  await expectPicture((await district.save("School by school as PNG")).bytes, ["active"]);
});

test("the comparison shows the selected outcome, with every run's name, settings and link", async ({
  district,
  page,
}) => {
  await district.open(LINK);
  await district.waitUntilComplete();
  await expect(page.getByRole("button", { name: "Comparison as SVG" })).toBeDisabled();
  await district.pin.click();
  await district.renameRun("Run A", "<svg onload=alert(1)> & Co");
  await district.slide(district.pace, 0.9);
  await district.waitUntilComplete();
  await district.pin.click();
  await page.locator("#compare select").selectOption("active");
  const { name, text } = await district.save("Comparison as SVG");
  expect(name).toBe("comparison.svg");
  const svg = await parsed(page, text);
  for (const part of ["<svg onload=alert(1)> & Co: 0.4 toward", "Run A: 0.9 toward", DISCLAIMER]) {
    expect(svg.words).toContain(part);
  }
  expect(svg.title).toMatch(/^Still active.*: <svg onload=alert\(1\)> & Co, Run A$/);
  expect(svg.links).toHaveLength(2);
  expect(svg.links[1]).toBe(page.url());
  expect(svg.colors).toEqual(expect.arrayContaining([color("run-0"), color("run-1")]));
  await expectPicture((await district.save("Comparison as PNG")).bytes, ["run-0", "run-1"]);
});

test("pictures are disabled until the futures are simulated", async ({ district, page }) => {
  await district.open("#v2&preset=chicago&replicates=5000");
  await expect(page.getByRole("button", { name: "Schools over time as PNG" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "School by school as SVG" })).toBeDisabled();
});
