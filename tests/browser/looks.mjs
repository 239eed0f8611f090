// The states and sizes in which screenshots and geometry of the page are tested.
import { expect } from "./page.mjs";

export const SIZES = [
  { width: 1280, height: 800 },
  { width: 820, height: 1180 },
  { width: 360, height: 800 },
];

async function scrollTo(locator, options) {
  const scroll = () => locator.evaluate((element, options) => element.scrollIntoView(options), options);
  await scroll();
  return scroll;
}

// How a user reaches each state from the opened page. If that scrolls, it returns a function that scrolls there
// again.
export const STATES = {
  opened: () => {},
  stages: ({ district }) => district.showStages.check(),
  card: async ({ district, page }) => {
    await district.openSection("Explain: How fast from pilot to scale?");
    await expect(page.locator("#card-fast_slow")).toBeVisible();
  },
  district: async ({ page }) => {
    await page.getByLabel("Story of school number").fill("30");
    await page.getByLabel("Story of school number").press("Enter");
    await expect(page.locator(".story li").first()).toContainText("School 30: ");
    return scrollTo(page.locator(".story"), { block: "end" });
  },
  compare: async ({ district, page }) => {
    await district.pin.click();
    await district.slide(district.pace, 0.8);
    await district.waitUntilComplete();
    // Until every claim has its scope.
    await expect(page.locator("#change")).toContainText("Slower pace: ");
    await expect(page.locator("#change")).not.toContainText("counting");
    await expect(page.locator("#compare")).not.toContainText(/still counting|being counted/);
    return scrollTo(page.locator("#compare"), { block: "start" });
  },
};

// Waits until the layout is stable.
export async function waitUntilStable(page) {
  const positions = () =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll("main *"), (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].join();
      }).join(";"),
    );
  let before;
  await expect
    .poll(async () => {
      const after = await positions();
      const same = after === before;
      before = after;
      return same;
    })
    .toBe(true);
}

export async function openChicago(district, viewport, link = "#v2&preset=chicago") {
  await district.page.setViewportSize(viewport);
  await district.open(link);
  await district.waitUntilCounted();
  // Offscreen content is laid out too, not estimated: so a scroll ends at the same pixel every time.
  await district.page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important; }");
    document.adoptedStyleSheets.push(sheet);
  });
}
