// Accessibility: axe, the keyboard, small windows.
import AxeBuilder from "@axe-core/playwright";
import { expect, firstVisit, test } from "./page.mjs";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 820, height: 1180 },
  { width: 360, height: 800 },
];

// The elements that are covered while focused, among the first stops of the Tab key.
async function coveredWhenFocused(page) {
  const covered = [];
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === document.body) return undefined;
      const { left, top, width, height } = focused.getBoundingClientRect();
      const topmost = document.elementFromPoint(left + width / 2, top + height / 2);
      const isOnTop =
        topmost && (focused.contains(topmost) || topmost.contains(focused) || topmost.closest("label"));
      return isOnTop ? undefined : focused.outerHTML.slice(0, 80);
    });
    if (hidden) covered.push(hidden);
  }
  return covered;
}

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of SIZES) {
    test(`axe finds nothing at ${viewport.width} px, ${colorScheme}`, async ({ district, page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await district.open();
      await district.waitUntilComplete();
      await district.openAll();
      const { violations } = await new AxeBuilder({ page }).analyze();
      await district.showStages.check();
      const stages = await new AxeBuilder({ page }).include(".chart-block").analyze();
      violations.push(...stages.violations);
      expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
    });
  }
}

test("axe finds nothing in a page with a broken link and a refused number", async ({ district, page }) => {
  await district.open("#v2&n_schools=0");
  await district.openSection("The district");
  await page.getByLabel("Coaching budget").fill("much");
  await page.getByLabel("Coaching budget").press("Tab");
  await expect(page.getByText(/Coaching budget.*cannot be read as a number/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
});

for (const viewport of SIZES) {
  test(`nothing is cut off or scrolls horizontally at ${viewport.width} px`, async ({ district, page }) => {
    await page.setViewportSize(viewport);
    await district.open();
    await district.openAll();
    await district.showStages.check();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(viewport.width);
  });
}

test("everything can be reached and operated by keyboard alone", async ({ district, page }) => {
  await district.open();
  await district.waitUntilComplete();
  const focused = () =>
    page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim());
  const tabTo = async (name) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      if ((await focused()) === name) return;
    }
    throw new Error(`Tab never reached ${name}`);
  };
  await tabTo("preset");
  // By its first letter: on macOS an arrow key opens the menu. Letters within a second form one word.
  await page.keyboard.press("b");
  await expect(district.preset).toHaveValue("baltimore_county");
  await expect(async () => {
    await page.keyboard.press("c");
    await expect(district.preset).toHaveValue("chicago", { timeout: 100 });
  }).toPass({ intervals: [1200] });

  await tabTo("fast_slow");
  await page.keyboard.press("ArrowRight");
  await expect(district.pace).toHaveValue("-0.19");
  await page.keyboard.press("End");
  await expect(district.pace).toHaveAttribute("aria-valuetext", "all the way to Slow and steady");

  await tabTo("Safeguards");
  await page.keyboard.press("Enter");
  await tabTo("narrative");
  await page.keyboard.press("End");
  await expect(page).toHaveURL(/narrative=1/);

  await tabTo("month");
  await page.keyboard.press("End");
  await expect(district.readOut).toContainText("Jul 2024:");
  await page.keyboard.press("ArrowLeft");
  await expect(district.readOut).toContainText("Jun 2024:");
});

test("a screen reader announces the answer once it is complete", async ({ district, page }) => {
  await district.open();
  await district.waitUntilCounted();
  await expect(async () => {
    const spoken = await page.locator("header [role=status]").first().textContent();
    expect(spoken).toBe(await district.headline.textContent());
  }).toPass();
  await expect(page.getByRole("img", { name: /Adoption chart\. By Jul 2024/ })).toBeVisible();
});

for (const viewport of [...SIZES, { width: 1000, height: 900 }, { width: 1024, height: 768 }]) {
  const { width, height } = viewport;
  test(`every outcome can be scrolled into view at ${width} by ${height} px`, async ({ district, page }) => {
    await page.setViewportSize(viewport);
    await district.open();
    const names = page.locator(".outcome dt");
    await expect(names).toHaveCount(18);
    await district.openSection("More outcomes");
    const covered = await names.evaluateAll((all) =>
      all.filter((name) => {
        name.scrollIntoView({ block: "center" });
        const { left, top, height } = name.getBoundingClientRect();
        return !name.contains(document.elementFromPoint(left + 4, top + height / 2));
      }),
    );
    expect(covered).toHaveLength(0);
  });

  test(`the focused element is visible at ${width} by ${height} px`, async ({ district, page }) => {
    await page.setViewportSize(viewport);
    await district.open();
    expect(await coveredWhenFocused(page)).toEqual([]);
  });
}

for (const viewport of SIZES) {
  const { width, height } = viewport;
  firstVisit(
    `the guide does not cover the focused element at ${width} by ${height} px`,
    async ({ district, page }) => {
      await page.setViewportSize(viewport);
      await district.open();
      await expect(page.getByRole("region", { name: "Guided start" })).toBeVisible();
      expect(await coveredWhenFocused(page)).toEqual([]);
    },
  );
}
