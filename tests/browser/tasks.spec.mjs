// The questions of docs/tasks.md, in the steps of a new user. Their sentences in full are computed in
// tests/analysis/tasks.rs.
import { expect, firstVisit as test } from "./page.mjs";

test.beforeEach(async ({ district, page }) => {
  await district.open();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await district.waitUntilComplete();
});

test("when does Chicago reach 100 schools, and how sure is that?", async ({ district }) => {
  await expect(district.headline).toContainText(
    "held to the published counts, 80% do so from Jan 2018 to Jul 2018; by luck alone, not held to them, from Jul 2018 to Jan 2019.",
  );
});

test("does starting with the ready schools cost the schools in need, and how much?", async ({ page }) => {
  await page.getByLabel("Which schools first?").press("End");
  await expect(page.locator("#change")).toContainText(
    "Readiness weighs more: the equity gap 6.2 points away from high-need schools (leaning);",
  );
});

test("slow or fast: which leaves more schools good at it after five years, and how sure is that?", async ({
  district,
  page,
}) => {
  await district.pace.press("Home");
  await district.waitUntilComplete();
  await district.pin.click();
  await district.pace.press("End");
  await expect(page.locator(".paired")).toContainText(
    "and in 48 (Run A: 20, no difference: 32) if they are not known: it leans that way.",
  );
});

// A typical district is pinned, and then goes as fast as it can.
async function askForFaster(district) {
  await district.choosePreset("Typical surveyed district");
  await district.waitUntilComplete();
  await district.pin.click();
  await district.pace.press("Home");
}

test("a typical district, the board asks for faster: what does that give and cost, and how sure is that?", async ({
  district,
  page,
}) => {
  await askForFaster(district);
  await expect(page.locator("#change")).toContainText("14 more schools ever started (sturdy)");
  await expect(page.locator(".paired li").first()).toContainText("if they are not known: a sturdy answer.");
  await expect(page.locator(".paired li").last()).toContainText("if they are not known: an open question.");
  const cost = page.locator("#compare").getByRole("row", { name: /^Cost so far/ });
  await expect(cost).toContainText("$2.7M higher ($751K to $8.5M): sturdy");
});

test("which of my decisions could still turn the answer around?", async ({ district, page }) => {
  await askForFaster(district);
  await page.getByRole("button", { name: "What could turn this around?" }).click();
  const answer = page.locator(".turning");
  await expect(answer.getByRole("status")).toHaveText("All 12 ends of other decisions are counted.");
  await expect(answer.getByText("Now reaches 20 schools before Run A: sturdy")).toBeVisible();
  await expect(answer.locator(".turned")).toHaveText(
    /^With “What should the district control\?” at Decentralized, Run A reaches 20 schools before Now in 47 of 100/,
  );
  await expect(answer).toContainText("Decentralized (open), Buy externally (leaning), Prix fixe (leaning).");
});
