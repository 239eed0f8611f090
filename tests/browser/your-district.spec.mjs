// The person's own district: its fields at the top of the page, its money and its calendar.
import { expect, test } from "./page.mjs";

const field = (page, label) => page.locator(".yours").getByLabel(label, { exact: true });

async function type(locator, text) {
  await locator.fill(text);
  await locator.press("Tab");
}

test("a leader enters her district at the top, and the example's counts are no longer hers", async ({
  district,
  page,
}) => {
  await district.open();
  await district.waitUntilCounted();
  await expect(district.headline).toContainText("held to the published counts");
  await expect(district.dots).toHaveCount(3);
  await type(field(page, "Name"), "Springfield");
  await type(field(page, "Schools"), "42");
  await expect(page.locator("#district-followed")).toHaveText("The goal is now 21, half of the schools.");
  await expect(field(page, "Goal")).toHaveValue("21");
  await type(field(page, "Already under way"), "6");
  await type(field(page, "Months under way"), "12");
  await type(field(page, "Start year"), "2026");
  await expect(page.locator("#district-followed")).toBeEmpty();
  await expect(page).toHaveURL(/n_schools=42&start_schools=6&start_age=12&start_year=2026/);
  await expect(district.headline).toContainText(/^By Jul 2034 a typical future has \d+ schools started/);
  await district.waitUntilCounted();
  await expect(district.headline).not.toContainText("published counts");
  await expect(district.dots).toHaveCount(0);
  await expect(page.locator(".observed")).toBeEmpty();
  await expect(page.getByLabel("Name for your exports")).toHaveValue("Springfield");
  // Counts that are of this district come back with it.
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("Control+z");
  await expect(field(page, "Schools")).toHaveValue("516");
  await expect(district.dots).toHaveCount(3);
});

test("a spending cap is typed in dollars, and spending stands beside it year by year", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=typical_surveyed&start_year=2026");
  await district.waitUntilComplete();
  const years = page.locator(".spending-by-year");
  await expect(years).toBeEmpty();
  const cap = field(page, "Spending cap");
  await expect(cap).toHaveValue("");
  for (const [typed, shown, link] of [
    ["$1.5M", "$1,500,000", "spending_cap=1500"],
    ["900,000", "$900,000", "spending_cap=900"],
    ["600k", "$600,000", "spending_cap=600"],
  ]) {
    await type(cap, typed);
    await expect(cap).toHaveValue(shown);
    await expect(page).toHaveURL(new RegExp(`${link}(&|$)`));
  }
  await expect(years.getByRole("heading")).toHaveText("Spending by year, beside your cap");
  await expect(years.locator("li")).toHaveCount(8);
  await expect(years.locator("li").last()).toContainText(/Jul 2034.*\$[\d.]+[KM]/s);
  await expect(years).toContainText(
    "your cap, $600K. Line: median; band: 80% of futures, allowing for what nobody",
  );
  await type(cap, "1500");
  await expect(page.locator("#spending_cap-problem")).toHaveText(
    /an amount from \$10,000 to \$1,000,000,000 per year in all, or empty for none\. The page keeps \$600,000\.$/,
  );
  await type(cap, "");
  await expect(page.locator("#spending_cap-problem")).toBeEmpty();
  await expect(years).toBeEmpty();
  await expect(page).toHaveURL(/start_year=2026&view=bands$/);
});

test("what is typed before the rest of the page is there is taken once it is", async ({ district, page }) => {
  const release = await district.holdDetails();
  await district.open();
  await type(field(page, "Schools"), "120");
  await type(field(page, "Spending cap"), "2M");
  await expect(page).not.toHaveURL(/n_schools/);
  release();
  await expect(page).toHaveURL(/n_schools=120&spending_cap=2000/);
  await expect(field(page, "Spending cap")).toHaveValue("$2,000,000");
});

test("what the fields mean is one press away, by keyboard too, and covers nothing", async ({
  district,
  page,
}) => {
  await district.open();
  await district.waitUntilComplete();
  const summary = page.locator("#about-district summary");
  await summary.focus();
  await page.keyboard.press("Enter");
  const meanings = page.locator("#about-district dl");
  await expect(meanings).toContainText("Schools");
  await expect(meanings).toContainText("Nobody is dismissed");
  const bottom = await meanings.evaluate((list) => list.getBoundingClientRect().bottom);
  expect((await page.locator(".chart-block").boundingBox()).y).toBeGreaterThanOrEqual(bottom);
  await expect(field(page, "Spending cap")).toHaveAccessibleDescription(
    /The most that the district may spend/,
  );
});

test("the coaching budget stands as a price per school and as dollars for the district", async ({
  district,
  page,
}) => {
  await district.open();
  await district.openSection("The district");
  const all = page.locator("[data-in-all]");
  await expect(all).toHaveText("$4.6M a year for all 516 schools.");
  await type(field(page, "Schools"), "100");
  await expect(all).toHaveText("$900K a year for all 100 schools.");
});

test("a random strategy says what it changes", async ({ district, page }) => {
  await district.open("#v2&preset=chicago&spending_cap=5000");
  await district.waitUntilComplete();
  const button = page.getByRole("button", { name: "Draw a random strategy from the survey" });
  await expect(button.locator("..")).toContainText("Sets all seven decisions at random");
  await button.click();
  await expect(district.pace).not.toHaveValue("-0.2");
  await expect(field(page, "Spending cap")).toHaveValue("$5,000,000");
  await expect(field(page, "Schools")).toHaveValue("516");
});

test.describe("a visitor from Spain", () => {
  test.use({ locale: "es-ES" });

  test("types money in her own format", async ({ district, page }) => {
    await district.open("#v2&preset=typical_surveyed&lang=es");
    await expect(page.locator("#section-district")).toBeVisible();
    const cap = page.locator("#spending_cap");
    await type(cap, "1.500.000");
    await expect(page).toHaveURL(/spending_cap=1500&/);
    await type(cap, "1,2 M");
    await expect(page).toHaveURL(/spending_cap=1200&/);
  });
});
