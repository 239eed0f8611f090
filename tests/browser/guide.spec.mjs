// The guided start of a first visit.
import AxeBuilder from "@axe-core/playwright";
import { expect, firstVisit } from "./page.mjs";

const guide = (page) => page.getByRole("region", { name: "Guided start" });

firstVisit("three steps lead to a first insight, by keyboard", async ({ district, page }) => {
  await district.open();
  await expect(guide(page)).toContainText("Step 1 of 3");
  await page.keyboard.press("Tab");
  await expect(guide(page).getByRole("button", { name: "Next" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(guide(page)).toContainText("How fast from pilot to scale?");
  const { violations } = await new AxeBuilder({ page }).include(".guide").analyze();
  expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
  await district.waitUntilComplete();
  await district.pace.focus();
  for (const _ of [1, 2, 3, 4, 5]) await page.keyboard.press("PageUp");
  await expect(guide(page)).toContainText("Step 3 of 3");
  await expect(page.locator("#change")).toContainText("Slower pace");
  await guide(page).getByRole("button", { name: "Continue on my own" }).press("Enter");
  await expect(guide(page)).toHaveCount(0);
});

firstVisit("the guide can move the slider for the user", async ({ district, page }) => {
  await district.open();
  await guide(page).getByRole("button", { name: "Next" }).click();
  await district.waitUntilComplete();
  await guide(page).getByRole("button", { name: "Move it for me" }).click();
  await expect(district.pace).toHaveValue("0.6");
  await expect(guide(page)).toContainText("Step 3 of 3");
});

firstVisit("it can be skipped, and returns only on request", async ({ district, page }) => {
  await district.open();
  await guide(page).getByRole("button", { name: "Skip" }).click();
  await expect(guide(page)).toHaveCount(0);
  await page.reload();
  await district.waitUntilComplete();
  await expect(guide(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Guided start" }).click();
  await expect(guide(page)).toContainText("Step 1 of 3");
});

firstVisit("Escape closes it, wherever the focus is", async ({ district, page }) => {
  await district.open();
  await expect(guide(page)).toContainText("Step 1 of 3");
  await district.pace.focus();
  await page.keyboard.press("Escape");
  await expect(guide(page)).toHaveCount(0);
  await expect(district.pace).toBeFocused();
});

firstVisit("a link to a prepared scenario opens without it", async ({ district, page }) => {
  await district.open("#v2&preset=chicago&fast_slow=0.4");
  await district.waitUntilComplete();
  await expect(guide(page)).toHaveCount(0);
});
