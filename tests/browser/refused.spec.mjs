// What is set and not taken gets a sentence beside its field, and nothing else changes.
import { expect, test } from "./page.mjs";

test("a goal above the number of schools gets a sentence and is not taken", async ({ district, page }) => {
  await district.open("#v2&preset=typical_surveyed");
  await district.waitUntilComplete();
  const goal = page.getByLabel("Goal", { exact: true });
  await goal.fill("41");
  await goal.press("Enter");
  await expect(page.locator("#target_schools-problem")).toContainText(
    "41 is more than the 40 schools of the district; it must be a whole number from 1 to 40 (schools). " +
      "The page keeps 20.",
  );
  await expect(district.headline).toContainText("20 schools");
  await goal.fill("40");
  await goal.press("Enter");
  await expect(page.locator("#target_schools-problem")).toBeEmpty();
  await expect(district.headline).toContainText("40 schools");
});
