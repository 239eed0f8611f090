// The scenario in the address.
import { expect, test } from "./page.mjs";

test("a link restores the scenario", async ({ district, page }) => {
  await district.open("#v2&preset=baltimore_county&fast_slow=0.4&narrative=0.5");
  await expect(district.preset).toHaveValue("baltimore_county");
  await expect(district.pace).toHaveValue("0.4");
  await district.openSection("Safeguards");
  await expect(page.getByLabel("A clear story")).toHaveValue("0.5");
});

test("a change is in the address, and a reload restores it", async ({ district, page }) => {
  await district.open();
  await district.slide(district.pace, 0.4);
  await expect(page).toHaveURL(/#v2&preset=chicago&fast_slow=0\.4&view=bands$/);
  await page.reload();
  await expect(district.pace).toHaveValue("0.4");
});

test("back and forward step through the changes", async ({ district, page }) => {
  await district.open();
  await expect(page).toHaveURL(/#v2&preset=chicago&view=bands$/);
  await district.slide(district.pace, 0.4);
  await expect(page).toHaveURL(/fast_slow=0\.4&view=bands$/);
  await district.choosePreset("Baltimore County");
  await expect(page).toHaveURL(/preset=baltimore_county&view=bands$/);
  await page.goBack();
  await expect(district.preset).toHaveValue("chicago");
  await expect(district.pace).toHaveValue("0.4");
  await page.goBack();
  await expect(district.pace).toHaveValue("-0.2");
  await page.goForward();
  await expect(district.pace).toHaveValue("0.4");
});

test("dragging a slider adds one history entry", async ({ district, page }) => {
  await district.open();
  await expect(page).toHaveURL(/#v2&preset=chicago&view=bands$/);
  const before = await page.evaluate(() => history.length);
  await district.pace.evaluate((slider) => {
    for (const value of [-0.1, 0, 0.1, 0.2, 0.3]) {
      slider.value = value;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  await expect(page).toHaveURL(/fast_slow=0\.3&view=bands$/);
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
});

test("a broken link opens the default with a message about what was wrong", async ({ district, page }) => {
  await district.open("#v2&n_schools=-3&nonsense=1");
  await expect(district.notice).toContainText("The link could not be opened");
  await expect(district.notice).toContainText(
    "Schools (n_schools): '-3' is not allowed; it must be a whole number from 2 to 5000",
  );
  await expect(district.notice).toContainText("nonsense: there is no setting with this name.");
  await expect(district.preset).toHaveValue("chicago");
  await page.getByRole("button", { name: "Hide" }).click();
  await expect(district.notice).toBeHidden();
});

test("markup in a link stays text", async ({ district, page }) => {
  await district.open("#v2&<b>bold</b>=1");
  await expect(district.notice).toContainText("<b>bold</b>: there is no setting with this name");
  await expect(page.locator(".notice b")).toHaveCount(0);
});

test("a broken link entered into an open page keeps its scenario", async ({ district, page }) => {
  await district.open("#v2&preset=small_wealthy");
  await page.evaluate(() => {
    location.hash = "v2&fast_slow=9";
  });
  await expect(district.notice).toContainText(
    "Fast and furious or slow and steady (fast_slow): 9 is not allowed",
  );
  await expect(district.preset).toHaveValue("small_wealthy");
  await page.getByRole("button", { name: "Hide" }).click();
  await expect(page).toHaveURL(/#v2&preset=small_wealthy&view=bands$/);
});
