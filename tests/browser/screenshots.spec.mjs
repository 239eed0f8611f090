// How the page looks, against the pictures in screenshots/; `make screenshots` takes them anew. Only where the
// same browser draws the same letters: what of it holds everywhere is in geometry.spec.mjs.
import { isStill, openChicago, SIZES, STATES } from "./looks.mjs";
import { expect, test } from "./page.mjs";
import { noteTakenWith, whyNotCompared } from "./taken-with.mjs";

const ADVICE = "`make screenshots` takes the pictures anew, if the page is meant to look so";

test.beforeAll(async ({ browser }, { config }) => {
  if (config.updateSnapshots === "all") {
    await noteTakenWith(browser);
    return;
  }
  const why = await whyNotCompared(browser);
  test.skip(why !== undefined, why);
});

for (const [state, reach] of Object.entries(STATES)) {
  for (const viewport of SIZES) {
    test(`the page looks as it did: ${state} at ${viewport.width} px`, async ({ district, page }) => {
      await openChicago(district, viewport);
      const scrollThere = await reach({ district, page });
      await page.mouse.move(0, 0);
      for (const colorScheme of ["light", "dark"]) {
        await isStill(page);
        await scrollThere?.();
        await page.emulateMedia({ colorScheme });
        await expect.soft(page, ADVICE).toHaveScreenshot(`${state}-${viewport.width}-${colorScheme}.png`);
      }
    });
  }
}

test("a label that stands 4 px further is seen in the pictures", async ({ district, page }, { config }) => {
  test.skip(config.updateSnapshots === "all", "It would be taken as the picture.");
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
