// The three questions of docs/tasks.md, in the steps of a new user.
import { expect, firstVisit as test } from "./page.mjs";

test.beforeEach(async ({ district, page }) => {
  await district.open();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await district.waitUntilComplete();
});

test("when does Chicago reach 100 schools, and how sure is that?", async ({ district }) => {
  await expect(district.headline).toContainText(
    "Half of 500 simulated futures have started 100 schools by Jul 2018; nine in ten by Jan 2019.",
  );
});

test("does starting with the ready schools cost the schools in need, and how much?", async ({ page }) => {
  await page.getByLabel("Which schools first?").press("End");
  await expect(page.locator("#change")).toContainText(
    "Readiness weighs more: the equity gap 8.5 points away from high-need schools;",
  );
});

test("slow or fast: which leaves more schools good at it after five years, in how many of 100 futures?", async ({
  district,
  page,
}) => {
  await district.pace.press("Home");
  await district.waitUntilComplete();
  await district.pin.click();
  await district.pace.press("End");
  await expect(page.locator(".paired")).toContainText(
    "Which leaves more schools lasting and deep by year 5? Now does in 97 of 100 futures, Run A in 2;",
  );
});
