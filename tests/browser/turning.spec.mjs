// What could turn a comparison around: one press, sentences with their scope, and never an answer for other runs.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.mjs";

// A small district that is pinned, and then goes as fast as it can.
const LINK = "#v2&preset=small_wealthy&months=48&replicates=100&view=bands";

async function compareWithFaster(district) {
  await district.open(LINK);
  await district.waitUntilComplete();
  await district.pin.click();
  await district.pace.press("Home");
}

const turning = (page) => page.locator(".turning");
const ask = (page) => turning(page).getByRole("button", { name: "What could turn this around?" });
const progress = (page) => turning(page).getByRole("status");
const ALL = "All 12 ends of other decisions are counted.";

test("one press counts all ends, and says of each claim what becomes of it", async ({ district, page }) => {
  await compareWithFaster(district);
  await ask(page).click();
  await expect(progress(page)).toHaveText(ALL);
  const claims = turning(page).locator("h4");
  await expect(claims.first()).toHaveText(
    / reaches \d+ schools? before .+: (sturdy|leaning|open|no difference)$/,
  );
  await expect(claims.last()).toHaveText(
    / leaves more schools lasting and deep.*: (sturdy|leaning|open|no difference)$/,
  );
  await expect(turning(page).locator("dt")).toHaveText([
    "Moved in both runs",
    "Moved in Now only",
    "Moved in both runs",
    "Moved in Now only",
  ]);
  for (const sentence of await turning(page).locator(".turned").allTextContents()) {
    expect(sentence).toMatch(
      /^With “.+” at .+ in .+ of 100 futures if the model’s numbers are not known \(.+: .+, no difference: .+\): (it leans that way|a sturdy answer)\.$/,
    );
  }
  await expect(turning(page).locator(".note")).toContainText("pairs of futures or more");
});

test("with the keyboard it can be stopped and continued, keeps what it has, and keeps the focus", async ({
  district,
  page,
}) => {
  await compareWithFaster(district);
  const button = turning(page).getByRole("button");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveText("Stop counting");
  await expect(turning(page).locator("h4")).toHaveCount(2);
  await page.keyboard.press("Enter");
  await expect(button).toBeFocused();
  // A slow browser may stop it after the last end.
  await expect(progress(page)).toHaveText(/^(Stopped: \d+ of 12 ends are counted|All 12 .+)\.$/);
  await expect(turning(page).locator("h4")).toHaveCount(2);
  await page.keyboard.press("Space");
  await expect(progress(page)).toHaveText(ALL);
  await expect(button).toBeFocused();
});

test("a change of a run removes the answer, and says so", async ({ district, page }) => {
  await compareWithFaster(district);
  await ask(page).click();
  await expect(progress(page)).toHaveText(ALL);
  await district.slide(district.pace, -0.5);
  await expect(progress(page)).toHaveText("A run has changed since, and the answer is gone. Ask again.");
  await expect(turning(page).locator("h4")).toHaveCount(0);
  await ask(page).click();
  await expect(progress(page)).toHaveText(ALL);
  await page.getByRole("button", { name: "Remove Run A" }).click();
  await expect(turning(page).locator("h4")).toHaveCount(0);
});

test("a change while it is counted stops it", async ({ district, page }) => {
  await compareWithFaster(district);
  await ask(page).click();
  await expect(progress(page)).toHaveText(/counted/);
  await district.slide(district.pace, -0.5);
  await expect(progress(page)).toContainText("the answer is gone");
  await expect(ask(page)).toBeVisible();
});

test("each of several runs can be asked about against the baseline", async ({ district, page }) => {
  await compareWithFaster(district);
  await district.waitUntilComplete();
  await district.pin.click();
  await district.slide(district.pace, 0);
  const about = (run) =>
    turning(page).getByRole("button", { name: `What could turn ${run} against Run A around?` });
  await expect(about("Now")).toBeVisible();
  await about("Run B").click();
  await expect(progress(page)).toHaveText(ALL);
  await expect(turning(page).getByText("Moved in Run B only").first()).toBeVisible();
  await about("Now").click();
  await expect(turning(page).getByText("Moved in Now only").first()).toBeVisible();
});

for (const [width, colorScheme] of [
  [1280, "light"],
  [360, "dark"],
]) {
  test(`axe finds nothing, and nothing scrolls horizontally, at ${width} px, ${colorScheme}`, async ({
    district,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await compareWithFaster(district);
    await ask(page).click();
    await expect(progress(page)).toHaveText(ALL);
    const { violations } = await new AxeBuilder({ page }).include("#compare").analyze();
    expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolls).toBeLessThanOrEqual(width);
  });
}

test("who has pinned nothing compares with what was before a change, and is told what could turn it", async ({
  district,
  page,
}) => {
  await district.open(LINK);
  await district.waitUntilCounted();
  const compare = page.getByRole("button", { name: "Compare with before your change" });
  await expect(compare).toBeHidden();
  await district.slide(district.pace, -1);
  await expect(page.locator("#compare")).toContainText(
    "which of your decisions could still turn that around",
  );
  await compare.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#compare").getByRole("textbox")).toHaveValue("Before");
  await expect(compare).toBeHidden();
  await expect(page.locator("#compare .paired li").first()).toContainText("Before");
  await expect(page.getByRole("button", { name: "What could turn this around?" })).toBeVisible();
  await expect(page.locator("body")).not.toBeFocused();
});
