// The page for those who enlarge it, who choose its colours themselves, who are made ill by motion, and on
// paper.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.mjs";

// How far the page reaches.
const reach = (page) => page.evaluate(() => document.documentElement.scrollWidth);

const NARROW = {
  // The narrowest window that WCAG 2.2 asks for (1.4.10).
  "320 px": { viewport: { width: 320, height: 640 } },
  // A window of 1280 x 1024 at 400 %.
  "400 %": { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};
for (const [how, window] of Object.entries(NARROW)) {
  test.describe(how, () => {
    test.use(window);

    test(`nothing scrolls sideways at ${how}, with everything open`, async ({ district, page }) => {
      await district.open();
      await district.isComplete();
      expect(await reach(page)).toBeLessThanOrEqual(320);
      await district.openAll();
      await district.showStages.check();
      expect(await reach(page)).toBeLessThanOrEqual(320);
    });

    test(`the levers can be moved at ${how}, with nothing over them`, async ({ district, page }) => {
      await district.open();
      await district.isComplete();
      await district.pace.scrollIntoViewIfNeeded();
      await district.pace.click({ position: { x: 5, y: 12 } });
      await expect(page).toHaveURL(/fast_slow=-/);
    });
  });
}

test.describe("where a person forces the colours of the page", () => {
  test.use({ forcedColors: "active" });

  // Whether the line stands out from what is behind it: at least 3:1 (WCAG 2.2, 1.4.11).
  const contrast = (line) =>
    line.evaluate((path) => {
      const light = (colour) => {
        const [red, green, blue] = colour
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
    test(`axe finds nothing, and the lines can be seen, ${colorScheme}`, async ({ district, page }) => {
      await page.emulateMedia({ colorScheme });
      await district.open();
      await district.isComplete();
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
      expect(cursor, "the line of the month that is read out").not.toBe(card);
      await district.showStages.check();
      await expect(district.layers).toHaveCount(5);
      const tones = await district.layers.evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
      expect(new Set(tones).size, "tones of the layers").toBe(5);
    });
  }
});

test.describe("where a person wants less motion", () => {
  test.use({ reducedMotion: "reduce" });

  test("nothing on the page moves by itself, while it opens or afterwards", async ({ district, page }) => {
    await page.addInitScript(() => {
      window.moved = [];
      for (const kind of ["transitionrun", "animationstart"]) {
        addEventListener(kind, ({ target }) => window.moved.push([kind, target.className]), true);
      }
    });
    await district.open();
    await district.isComplete();
    await district.openAll();
    await district.slide(district.pace, 1);
    await district.isComplete();
    expect(await page.evaluate(() => window.moved)).toEqual([]);
    const smooth = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
    expect(smooth).toBe("auto");
  });
});

for (const [width, colorScheme] of [
  [1280, "dark"],
  [360, "light"],
]) {
  test(`on paper stand headline and chart, whole and dark on white, from a ${colorScheme} window of ${width} px`, async ({
    district,
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await district.open();
    await district.isComplete();
    // Looks at the page while it is laid out for paper, which is not the window's layout.
    await page.evaluate(() => {
      matchMedia("print").onchange = ({ matches }) => {
        if (!matches) return;
        const right = (element) => element.getBoundingClientRect().right;
        const light = (colour) => Number(colour.match(/\d+/)[0]);
        const { color, backgroundColor } = getComputedStyle(document.body);
        const parts = [...document.querySelectorAll(".headline, .chart, .chart svg, .band .median")];
        window.paper = {
          hidden: parts.filter((part) => !part.checkVisibility()).map((part) => part.outerHTML),
          cut: right(document.querySelector(".chart svg")) - right(document.querySelector(".chart")),
          beyond: [...document.querySelectorAll("#app *")]
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
    expect(paper.beyond, "what stands beyond the paper").toEqual([]);
    expect(paper.ink).toBeLessThan(128);
    expect(paper.ground).toBeGreaterThan(200);
  });
}
