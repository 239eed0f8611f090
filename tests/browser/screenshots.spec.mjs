// How the page looks, against the pictures in screenshots/; `make screenshots` takes them anew.
import { expect, test } from "./page.mjs";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 820, height: 1180 },
  { width: 360, height: 800 },
];

const ADVICE = "`make screenshots` takes the pictures anew, if the page is meant to look so";

// What a person does with the opened page to come to each state.
const STATES = {
  opened: () => {},
  stages: ({ district }) => district.showStages.check(),
  card: async ({ district, page }) => {
    await district.openSection("Explain: How fast from pilot to scale?");
    await expect(page.locator("#card-fast_slow")).toBeVisible();
  },
  district: async ({ page }) => {
    await page.getByLabel("A school's story: number").fill("30");
    await page.getByLabel("A school's story: number").press("Enter");
    await expect(page.locator(".story li").first()).toContainText("School 30: ");
    await page.locator(".story").evaluate((story) => story.scrollIntoView({ block: "end" }));
  },
  compare: async ({ district, page }) => {
    await district.pin.click();
    await district.slide(district.pace, 0.8);
    await district.isComplete();
    await page.locator("#compare").evaluate((compare) => compare.scrollIntoView());
  },
};

async function openChicago(district, viewport) {
  await district.page.setViewportSize(viewport);
  await district.open("#v1&preset=chicago");
  await district.isComplete();
  // What is out of sight is laid out too, and not guessed: so a scroll ends at the same pixel every time.
  await district.page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important; }");
    document.adoptedStyleSheets.push(sheet);
  });
}

for (const [state, reach] of Object.entries(STATES)) {
  for (const viewport of SIZES) {
    test(`the page looks as it did: ${state} at ${viewport.width} px`, async ({ district, page }) => {
      await openChicago(district, viewport);
      await reach({ district, page });
      await page.mouse.move(0, 0);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await expect.soft(page, ADVICE).toHaveScreenshot(`${state}-${viewport.width}-${colorScheme}.png`);
      }
    });
  }
}

test("a label that stands 4 px further is seen in the pictures", async ({ district, page }, { config }) => {
  test.skip(config.updateSnapshots === "all", "it would be taken as the picture");
  await openChicago(district, SIZES[0]);
  await expect(page, ADVICE).toHaveScreenshot("opened-1280-light.png");
  // The label with the least ink: "0".
  await page
    .locator(".chart .axis text, .chart .grid text")
    .filter({ hasText: /^0$/ })
    .first()
    .evaluate((label) => label.setAttribute("x", Number(label.getAttribute("x")) - 4));
  await expect(page).not.toHaveScreenshot("opened-1280-light.png");
});
