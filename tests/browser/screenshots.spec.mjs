// Compares the page with screenshots/, which `make screenshots` updates. Only where the same browser renders text
// in the same way: geometry.spec.mjs tests what holds everywhere.
import { openChicago, SIZES, STATES, waitUntilStable } from "./looks.mjs";
import { expect, test } from "./page.mjs";
import { recordEnvironment, whyNotComparable } from "./taken-with.mjs";

const ADVICE = "`make screenshots` updates the screenshots, if the change is intended";

test.beforeAll(async ({ browser }, { config }) => {
  if (config.updateSnapshots === "all") {
    await recordEnvironment(browser);
    return;
  }
  const reason = await whyNotComparable(browser);
  test.skip(reason !== undefined, reason);
});

for (const [state, goTo] of Object.entries(STATES)) {
  for (const viewport of SIZES) {
    test(`the page looks unchanged: ${state} at ${viewport.width} px`, async ({ district, page }) => {
      await openChicago(district, viewport);
      const scrollAgain = await goTo({ district, page });
      await district.waitUntilStripsSettle();
      await page.mouse.move(0, 0);
      for (const colorScheme of ["light", "dark"]) {
        await waitUntilStable(page);
        await scrollAgain?.();
        await page.emulateMedia({ colorScheme });
        await expect.soft(page, ADVICE).toHaveScreenshot(`${state}-${viewport.width}-${colorScheme}.png`);
      }
    });
  }
}

test("a label that is moved by 4 px is found in the screenshots", async ({ district, page }, { config }) => {
  test.skip(config.updateSnapshots === "all", "It would become the screenshot.");
  await openChicago(district, SIZES[0]);
  await district.waitUntilStripsSettle();
  await expect(page, ADVICE).toHaveScreenshot("opened-1280-light.png");
  // The label with the least ink: "0".
  await page
    .locator(".chart .axis text, .chart .grid text")
    .filter({ hasText: /^0$/ })
    .first()
    .evaluate((label) => label.setAttribute("x", Number(label.getAttribute("x")) - 4));
  await expect(page).not.toHaveScreenshot("opened-1280-light.png");
});
