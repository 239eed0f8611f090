// The page for users who zoom, force colors or reduce motion, and on paper.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.mjs";

// The width of the content.
const contentWidth = (page) => page.evaluate(() => document.documentElement.scrollWidth);

const NARROW = {
  // The narrowest window that WCAG 2.2 requires (1.4.10).
  "320 px": { viewport: { width: 320, height: 640 } },
  // A window of 1280 x 1024 at 400 % zoom.
  "400 %": { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};
for (const [how, window] of Object.entries(NARROW)) {
  test.describe(how, () => {
    test.use(window);

    test(`nothing scrolls horizontally at ${how}, with everything open`, async ({ district, page }) => {
      await district.open();
      await district.waitUntilComplete();
      expect(await contentWidth(page)).toBeLessThanOrEqual(320);
      await district.openAll();
      await district.showStages.check();
      expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    });

    test(`the levers can be moved at ${how} and are not covered`, async ({ district, page }) => {
      await district.open();
      await district.waitUntilComplete();
      await district.pace.scrollIntoViewIfNeeded();
      await district.pace.click({ position: { x: 5, y: 12 } });
      await expect(page).toHaveURL(/fast_slow=-/);
    });
  });
}

test.describe("with forced colors", () => {
  test.use({ forcedColors: "active" });

  // The contrast of the line with its background; WCAG 2.2, 1.4.11 requires 3:1.
  const contrast = (line) =>
    line.evaluate((path) => {
      const light = (color) => {
        const [red, green, blue] = color
          .match(/[\d.]+/g)
          .map((part) => part / 255)
          .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const own = light(getComputedStyle(path).stroke);
      const behind = light(getComputedStyle(path.closest(".adoption")).backgroundColor);
      return (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05);
    });

  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing, and the lines are visible, ${colorScheme}`, async ({ district, page }) => {
      await page.emulateMedia({ colorScheme });
      await district.open();
      await district.waitUntilComplete();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
      for (const line of await district.medians.all()) {
        await expect(line).toBeVisible();
        expect(await contrast(line)).toBeGreaterThanOrEqual(3);
      }
      const [cursor, card] = await page.evaluate(() =>
        [".cursor", ".adoption"].map(
          (part) => getComputedStyle(document.querySelector(part)).backgroundColor,
        ),
      );
      expect(cursor, "the line of the selected month").not.toBe(card);
      await district.showStages.check();
      await expect(district.layers).toHaveCount(5);
      const fills = await district.layers.evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
      expect(new Set(fills).size, "colors of the layers").toBe(5);
    });
  }
});

test.describe("with reduced motion", () => {
  test.use({ reducedMotion: "reduce" });

  test("nothing on the page is animated, while it opens or afterward", async ({ district, page }) => {
    await page.addInitScript(() => {
      window.moved = [];
      for (const kind of ["transitionrun", "animationstart"]) {
        addEventListener(kind, ({ target }) => window.moved.push([kind, target.className]), true);
      }
    });
    await district.open();
    await district.waitUntilComplete();
    await district.openAll();
    await district.slide(district.pace, 1);
    await district.waitUntilComplete();
    expect(await page.evaluate(() => window.moved)).toEqual([]);
    const smooth = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
    expect(smooth).toBe("auto");
  });
});

for (const [width, colorScheme] of [
  [1280, "dark"],
  [360, "light"],
]) {
  test(`headline and chart print whole and dark on white from a ${colorScheme} window of ${width} px`, async ({
    district,
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await district.open();
    await district.waitUntilComplete();
    // Inspects the page while it is laid out for paper, which differs from the window's layout.
    await page.evaluate(() => {
      matchMedia("print").onchange = ({ matches }) => {
        if (!matches) return;
        const right = (element) => element.getBoundingClientRect().right;
        const light = (color) => Number(color.match(/\d+/)[0]);
        const { color, backgroundColor } = getComputedStyle(document.body);
        const parts = [...document.querySelectorAll(".headline, .chart, .chart svg, .drawing .median")];
        window.paper = {
          hidden: parts.filter((part) => !part.checkVisibility()).map((part) => part.outerHTML),
          cut: right(document.querySelector(".chart svg")) - right(document.querySelector(".chart")),
          overflowing: [...document.querySelectorAll("#app *")]
            .filter((element) => right(element) > document.documentElement.clientWidth + 1)
            .map((element) => element.outerHTML),
          ink: light(color),
          ground: light(backgroundColor),
        };
      };
    });
    await page.pdf({ format: "A4" });
    const paper = await page.evaluate(() => window.paper);
    expect(paper.hidden).toEqual([]);
    expect(paper.cut, "pixels of the chart that are cut off").toBeLessThanOrEqual(0);
    expect(paper.overflowing, "elements that overflow the paper").toEqual([]);
    expect(paper.ink).toBeLessThan(128);
    expect(paper.ground).toBeGreaterThan(200);
  });
}
